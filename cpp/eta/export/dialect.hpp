// A formula is written for one of Python's libraries: they differ in names, and in whether t is one update or an array of them.
#pragma once

#include <string>
#include <string_view>

#include "eta/describe/later_text.hpp"
#include "eta/language/tree.hpp"

namespace eta {

struct Dialect {
    std::string_view module;  // what its functions are called by
    std::string_view pi;
    bool arrays;              // t may be an array: conditions are `where`
    std::string_view list;    // how a list of $numbers gets its $name
    std::string_view take;    // how the number at $index of a $table is taken
    std::string_view whole;   // how an index is made of $x
    std::string_view search;  // how the last of $starts that is not after t is found
};

// Says whether its numbers are float32.
constexpr bool is_single(const Dialect& dialect) { return dialect.module == "jnp" || dialect.module == "ops"; }

inline constexpr Dialect plain_python{"math",
                                      "math.pi"_later,
                                      false,
                                      "$name = [$numbers]"_later,
                                      "$table[$index]"_later,
                                      "int($x)"_later,
                                      "bisect.bisect_right($starts, t) - 1"_later};
inline constexpr Dialect numpy_arrays{"np",
                                      "np.pi",
                                      true,
                                      "$name = np.array([$numbers])"_later,
                                      "$table[$index]"_later,
                                      "($x).astype(int)"_later,
                                      "np.searchsorted($starts, t, side=\"right\") - 1"_later};
inline constexpr Dialect jax_arrays{"jnp",
                                    "jnp.pi"_later,
                                    true,
                                    "$name = jnp.array([$numbers])"_later,
                                    "$table[$index]"_later,
                                    "($x).astype(int)"_later,
                                    "jnp.searchsorted($starts, t, side=\"right\") - 1"_later};
inline constexpr Dialect keras_arrays{"ops",
                                      "math.pi"_later,
                                      true,
                                      "$name = np.array([$numbers], \"float32\")"_later,
                                      "ops.take($table, $index)"_later,
                                      "ops.cast($x, \"int32\")"_later,
                                      "ops.searchsorted($starts, ops.reshape(t, (1,)), side=\"right\")[0] - 1"_later};

// Writes the part of a tree below node i, a formula of t. A call of what is no function of formulas is written as it is.
std::string expression(const Tree& tree, std::size_t i, const Dialect& dialect);

}  // namespace eta
