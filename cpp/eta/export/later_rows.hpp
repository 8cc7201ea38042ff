// What exporters write is long, and a first visit of the page writes nothing: such a table lies, with its texts, in one object in the
// section `later`, which is cut out of the module's first file (eta/describe/later.hpp).
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <type_traits>

#include "eta/export/own_schedule.hpp"

namespace eta {

// A class that a framework does not have, and its code.
struct Definition {
    std::string_view optimizer, code;
};

// Calls f(text) with each text of a row.
template <class F>
constexpr void each_export_text(OwnClass& row, F f) {
    f(row.key), f(row.takes), f(row.fixed), f(row.text);
}
template <class F>
constexpr void each_export_text(WhyNot& row, F f) {
    f(row.key), f(row.reason);
}
template <class F>
constexpr void each_export_text(Definition& row, F f) {
    f(row.optimizer), f(row.code);
}
template <class F>
constexpr void each_export_text(std::string_view& text, F f) {
    f(text);
}

// A copy of a table that refers to nothing outside of this object but functions.
template <const auto& table>
class LaterRows {
    using Row = typename std::remove_cvref_t<decltype(table)>::value_type;

public:
    constexpr LaterRows() : rows_(table) {
        std::size_t at = 0;
        for (Row& row : rows_)
            each_export_text(row, [&](std::string_view& text) {
                std::copy(text.begin(), text.end(), text_.begin() + at);
                text = {text_.data() + at, text.size()};
                at += text.size();
            });
    }
    constexpr std::span<const Row> rows() const { return rows_; }

private:
    static constexpr std::size_t count_text() {
        std::size_t count = 0;
        for (Row row : table) each_export_text(row, [&](std::string_view text) { count += text.size(); });
        return count;
    }

    std::remove_cvref_t<decltype(table)> rows_;
    std::array<char, count_text()> text_{};
};

template <const auto& table>
[[gnu::section("later")]] inline constexpr LaterRows<table> later_rows{};

// Returns the rows of a table; only functions that a first visit never calls may ask for them.
template <const auto& table>
auto rows_of() {
    return later_rows<table>.rows();
}
// Returns the only text of a table.
template <const auto& table>
std::string_view text_of() {
    return later_rows<table>.rows()[0];
}

}  // namespace eta
