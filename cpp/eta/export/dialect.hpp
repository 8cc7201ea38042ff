// A formula is written for one of Python's libraries: they differ in names, and in whether t is one update or an array of them.
#pragma once

#include <string>
#include <string_view>

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

inline constexpr Dialect plain_python{
    "math", "math.pi", false, "$name = [$numbers]", "$table[$index]", "int($x)", "bisect.bisect_right($starts, t) - 1"};
inline constexpr Dialect numpy_arrays{"np",
                                      "np.pi",
                                      true,
                                      "$name = np.array([$numbers])",
                                      "$table[$index]",
                                      "($x).astype(int)",
                                      "np.searchsorted($starts, t, side=\"right\") - 1"};
inline constexpr Dialect jax_arrays{"jnp",
                                    "jnp.pi",
                                    true,
                                    "$name = jnp.array([$numbers])",
                                    "$table[$index]",
                                    "($x).astype(int)",
                                    "jnp.searchsorted($starts, t, side=\"right\") - 1"};
inline constexpr Dialect keras_arrays{"ops",
                                      "math.pi",
                                      true,
                                      "$name = np.array([$numbers], \"float32\")",
                                      "ops.take($table, $index)",
                                      "ops.cast($x, \"int32\")",
                                      "ops.searchsorted($starts, ops.reshape(t, (1,)), side=\"right\")[0] - 1"};

// Writes the part of a tree below node i, a formula of t. A call of what is no function of formulas is written as it is.
std::string expression(const Tree& tree, std::size_t i, const Dialect& dialect);

}  // namespace eta
