// A parameter of a registered thing is declared once, beside the thing, and read by forms, checks, printers and documents.
#pragma once

#include <string_view>

#include "eta/describe/left_out.hpp"

namespace eta {

// This says what may be written for a parameter. A list takes all arguments that are given by place.
enum class Type {
    number,    // a finite number in [min, max]
    integer,   // a whole number in [min, max]
    length,    // updates, written 250, 3ep or 10%; rounded to whole updates, never below min
    flag,      // true or false
    choice,    // one of the words of `choices`
    schedule,  // any schedule; not a constant
    numbers,   // list of numbers
    lengths,   // list of lengths, ascending
    points     // list of pairs length:number, ascending in the length
};

// A form or a handle moves along [min, max] in this way.
enum class Scale { linear, log };

// The number measures this: forms and axes say it, and a handle is dragged along its axis.
enum class Unit { none, rate, updates, samples };

// The handle of a parameter stands here on the drawn curve of a segment, and is dragged along η or t.
enum class HandleAt {
    none,
    start,  // η at the segment's start
    end,    // η at its end
    time,   // t, counted from the segment's start; of a plain number, as a part of the segment
    back,   // t, counted back from the segment's end
    ratio,  // η at the handle of the `time` parameter, as a part of η at the start
    peak    // η at the handle of the `time` parameter, which moves along both axes
};

inline constexpr std::size_t max_list_entries = 32;

struct Param {
    std::string_view key;          // as written; never changes once released
    std::string_view symbol = {};  // as in the formula, plain text: "η₀", "γ"
    Unit unit = Unit::none;
    Type type = Type::number;
    double min = 0, max = 1;   // inclusive; of a list: of each of its numbers (of points: of the rates)
    std::string_view initial;  // the default, in the language of runs: "0.1", "10%", "lr", "true"
    Scale scale = Scale::linear;
    std::string_view choices = {};     // words separated by one space
    English help;                      // one line
    HandleAt handle = HandleAt::none;  // a list of points needs none: each point is a handle
};

constexpr bool is_list(Type type) { return type == Type::numbers || type == Type::lengths || type == Type::points; }

// Returns the index of `word` among space-separated `choices`, or -1.
constexpr int choice_index(std::string_view choices, std::string_view word) {
    for (int index = 0; !choices.empty(); ++index) {
        const auto end = choices.find(' ');
        if (choices.substr(0, end) == word) return index;
        choices = end == std::string_view::npos ? std::string_view{} : choices.substr(end + 1);
    }
    return -1;
}

}  // namespace eta
