// The page's module is cut into two files (build-scripts/cmake/split.cmake), and a first visit shows only a few entries of each table. The
// whole table lies, with its parameters and its text, in one object in the section `later`, which is cut out of the first file.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>

#include "eta/describe/entry.hpp"

namespace eta {

template <const auto& entries>
using RowOf = typename std::remove_cvref_t<decltype(entries)>::value_type;

// Calls f(text) with each text that a row of a table, or a parameter, refers to.
template <class F>
constexpr void each_text(Param& param, F f) {
    f(param.key), f(param.symbol), f(param.initial), f(param.choices);
}
template <class Row, class F>
constexpr void each_text(Row& row, F f) {
    f(row.words.key);
    if constexpr (requires { row.text; }) f(row.text);
}

// These are copies of all entries; they refer to nothing outside of this object but functions.
template <const auto& entries>
class Whole {
public:
    constexpr Whole() : rows_(entries) {
        std::size_t param = 0, at = 0;
        const auto keep = [&](std::string_view& text) {
            std::copy(text.begin(), text.end(), text_.begin() + at);
            text = {text_.data() + at, text.size()};
            at += text.size();
        };
        for (auto& row : rows_) {
            each_text(row, keep);
            const auto first = param;
            for (const Param& each : row.params) each_text(params_[param++] = each, keep);
            row.params = {params_.data() + first, param - first};
        }
    }
    constexpr std::span<const RowOf<entries>> rows() const { return rows_; }

private:
    static constexpr std::size_t count_params() {
        std::size_t count = 0;
        for (const auto& row : entries) count += row.params.size();
        return count;
    }
    static constexpr std::size_t count_text() {
        std::size_t count = 0;
        const auto add = [&](std::string_view text) { count += text.size(); };
        for (auto row : entries) {
            each_text(row, add);
            for (Param param : row.params) each_text(param, add);
        }
        return count;
    }

    std::array<RowOf<entries>, entries.size()> rows_;
    std::array<Param, count_params()> params_{};
    std::array<char, count_text()> text_{};
};

template <const auto& entries>
[[gnu::section("later")]] inline constexpr Whole<entries> whole{};

// What reads the object asks for it here. The first visit never does, so this function is moved to the second file as well, and a call
// that comes before it throws Incomplete; the pointer is volatile, so that no optimiser brings the object's address into a caller.
template <const auto& entries>
Rows whole_rows() {
    return {whole<entries>.rows().data(), entries.size()};
}
template <const auto& entries>
inline constinit Rows (*volatile later)() = whole_rows<entries>;

}  // namespace eta
