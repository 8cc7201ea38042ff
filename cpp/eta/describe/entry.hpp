// Every registered thing says this of itself, and its bound numbers reach the function that it is in this way.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "eta/describe/left_out.hpp"
#include "eta/describe/param.hpp"

namespace eta {

// These are the words of a registered thing. `key` is what is written and never changes once released.
struct Words {
    std::string_view key;
    English name;     // as in a menu: "Cosine"
    English summary;  // one sentence
    English source;   // paper or documentation; empty where there is nothing to cite
};

// Schedules, optimizers, layers' functions and data sets have this in common.
struct Entry {
    Words words;
    std::span<const Param> params;
};

// These are the numbers of one bound thing: parameter i owns numbers[first[i]] … numbers[first[i + 1] - 1].
// A plain parameter has one number (a flag 0 or 1, a choice its index); points have t₀, η₀, t₁, η₁, …
template <class N>
struct ValuesOf {
    std::vector<N> numbers;
    std::vector<std::size_t> first{0};

    void add(N number) {
        numbers.push_back(number);
        first.push_back(numbers.size());
    }
    void add(std::span<const N> list) {
        numbers.insert(numbers.end(), list.begin(), list.end());
        first.push_back(numbers.size());
    }
    std::size_t size() const { return first.size() - 1; }
    N operator[](std::size_t i) const { return numbers[first[i]]; }
    std::span<const N> list(std::size_t i) const {
        return std::span<const N>(numbers).subspan(first[i], first[i + 1] - first[i]);
    }
};
using Values = ValuesOf<double>;

// Returns number i of `values` as the C++ type that parameter i's type calls for.
template <class N, Type type, class Source>
decltype(auto) argument(const ValuesOf<Source>& values, std::size_t i) {
    if constexpr (is_list(type)) {
        return values.list(i);
    } else if constexpr (type == Type::flag) {
        return values[i] != Source(0);
    } else if constexpr (type == Type::choice) {
        return static_cast<int>(values[i]);
    } else {
        return static_cast<N>(values[i]);
    }
}

// Returns the index of the parameter of that name in a list that has one.
template <const auto& params>
consteval std::size_t parameter(std::string_view key) {
    std::size_t p = 0;
    while (params[p].key != key) ++p;
    return p;
}

// Calls f(before…, p₀, p₁, …) with one argument a parameter; a wrong number of parameters does not compile.
template <const auto& params, class N, class F, class Source, class... Before>
decltype(auto) apply(F f, const ValuesOf<Source>& values, Before&&... before) {
    return [&]<std::size_t... i>(std::index_sequence<i...>) -> decltype(auto) {
        return f(std::forward<Before>(before)..., argument<N, params[i].type>(values, i)...);
    }(std::make_index_sequence<params.size()>{});
}

inline constexpr std::array<Param, 0> no_params{};

// These are the rows of a table, without what only their kind has.
struct Rows {
    const void* first;
    std::size_t size;
};

}  // namespace eta
