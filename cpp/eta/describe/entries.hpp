// This is a table of registered things. Where the page's module is concerned it has two parts: the few entries that a first visit shows,
// and the whole table, which comes later; so one entry more costs a first visit nothing.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

#include "eta/describe/entry.hpp"
#ifdef ETA_FOR_PAGE
#include "eta/describe/later.hpp"
#endif

namespace eta {

// This is a table without what only its kind has: so that what is said of any table is compiled once.
class Entries {
public:
    using At = const Entry& (*)(const void* first, std::size_t i);
    using Later = Rows (*volatile*)();

    constexpr Entries(At at, Rows first, Later later) : at_(at), first_(first), later_(later) {}

    std::size_t size() const { return rows().size; }
    const Entry& operator[](std::size_t i) const { return at_(rows().first, i); }
    // Returns the entry of that name, always the same one, or null.
    const Entry* find(std::string_view key) const;

protected:
    Rows rows() const { return later_ ? (*later_)() : first_; }

private:
    const Entry* find(Rows rows, std::string_view key) const;

    At at_;
    Rows first_;
    Later later_;  // gives all rows; null if the first ones are all
};

template <class T>
class EntriesOf : public Entries {
public:
    constexpr EntriesOf(Rows first, Later later)
        : Entries([](const void* rows, std::size_t i) -> const Entry& { return static_cast<const T*>(rows)[i]; }, first, later) {}

    const T& operator[](std::size_t i) const { return begin()[i]; }
    const T* begin() const { return static_cast<const T*>(rows().first); }
    const T* end() const { return begin() + size(); }
};

// Returns the entry of that name in a table, or null.
template <class T>
const T* find(const EntriesOf<T>& table, std::string_view key) {
    return static_cast<const T*>(table.find(key));
}

// These are keys of entries, in the table's order, separated by one space.
struct Names {
    char text[64] = {};

    template <std::size_t n>
    consteval Names(const char (&keys)[n]) {
        std::copy(keys, keys + n, text);
    }
    constexpr std::size_t size() const { return static_cast<std::size_t>(std::ranges::count(text, ' ')) + 1; }
};

// Returns the entries of these names; it does not compile if there is one without.
template <const auto& entries, Names keys, std::size_t... i>
consteval auto named(std::index_sequence<i...>) {
    const Names copy = keys;  // g++ with sanitizers takes no address in a template's argument for a constant
    std::array<std::size_t, sizeof...(i)> places{};
    std::size_t count = 0;
    for (std::size_t e = 0; e < entries.size(); ++e)
        if (choice_index(std::string_view(copy.text), entries[e].words.key) >= 0) places.at(count++) = e;
    return std::array{entries[(count == sizeof...(i) ? places : std::array<std::size_t, sizeof...(i)>{entries.size()})[i]]...};
}
template <const auto& entries, Names keys>
inline constexpr auto first_visit = named<entries, keys>(std::make_index_sequence<keys.size()>{});

// Makes the table of `entries`. A first visit needs those of these names.
template <const auto& entries, Names keys>
constexpr auto entries_of() {
    using T = typename std::remove_cvref_t<decltype(entries)>::value_type;
    constexpr auto& first = first_visit<entries, keys>;
    static_assert(!first.empty());
#ifdef ETA_FOR_PAGE
    return EntriesOf<T>({first.data(), first.size()}, &later<entries>);
#else
    return EntriesOf<T>({entries.data(), entries.size()}, nullptr);
#endif
}

// The same of a table of which a first visit needs nothing.
template <const auto& entries>
constexpr auto entries_of() {
    using T = typename std::remove_cvref_t<decltype(entries)>::value_type;
#ifdef ETA_FOR_PAGE
    return EntriesOf<T>({nullptr, 0}, &later<entries>);
#else
    return EntriesOf<T>({entries.data(), entries.size()}, nullptr);
#endif
}

}  // namespace eta
