// A literal "…"_later is a text that a first visit does not need, and ETA_LATER declares such a table: in the page's module they lie in
// the section `later`, which is cut out of the first file (eta/describe/later.hpp). Only functions that a first visit never calls may
// use them.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>

namespace eta {

#ifdef ETA_FOR_PAGE

#define ETA_LATER [[gnu::section("later")]]

template <std::size_t n>
struct Literal {
    char text[n];
    consteval Literal(const char (&from)[n]) { std::copy(from, from + n, text); }
};
template <Literal literal>
ETA_LATER inline constexpr Literal later_text = literal;

template <Literal literal>
constexpr const char* operator""_later() {
    return later_text<literal>.text;
}

#else

#define ETA_LATER

constexpr const char* operator""_later(const char* text, std::size_t) { return text; }

#endif

}  // namespace eta
