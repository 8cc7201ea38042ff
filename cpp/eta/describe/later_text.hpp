// A literal "…"_later is a text that a first visit does not need: in the page's module it lies in the section `later`, which is cut out
// of the first file (eta/describe/later.hpp). Only functions that a first visit never calls may use one.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>

namespace eta {

#ifdef ETA_FOR_PAGE

template <std::size_t n>
struct Literal {
    char text[n];
    consteval Literal(const char (&from)[n]) { std::copy(from, from + n, text); }
};
template <Literal literal>
[[gnu::section("later")]] inline constexpr Literal later_text = literal;

template <Literal literal>
constexpr const char* operator""_later() {
    return later_text<literal>.text;
}

#else

constexpr const char* operator""_later(const char* text, std::size_t) { return text; }

#endif

}  // namespace eta
