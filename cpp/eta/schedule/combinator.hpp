// A combinator is a schedule that is made from the value of the segment beside it, or from one that it repeats.
#pragma once

#include <cstddef>
#include <string_view>

#include "eta/describe/entry.hpp"
#include "eta/language/symbol.hpp"

namespace eta {

// A ramp is a segment of its own with a length of its own: it leads to the segment after it, or away from the one before it.
struct Ramp {
    enum class Neighbour { none, next, previous };
    Neighbour neighbour = Neighbour::none;  // none: this schedule is no ramp
    std::size_t length = 0;                 // which parameter is its length
    std::string_view missing = {};          // the code of the problem that it has no such neighbour
    // Returns the rate at k = 0 … length; v is the value of the next segment at its start, or of the previous one at its end.
    double (*at)(double k, double length, const Values& values, double v) = nullptr;
    // The same as a tree, with k as t; it is run while a Recorder lives.
    Symbol (*record)(double length, const Values& values, const ValuesOf<Symbol>& symbols, double v) = nullptr;
};

// A cycle is one run of a schedule that is repeated.
struct Cycle {
    double start, length;  // in whole updates
    double scale;          // what its rate is multiplied by
};

// A repetition divides its time into cycles, each a run of the schedule that is its first argument.
struct Repetition {
    // Returns cycle number i = 0, 1, …; each starts where the one before ends. It is null if this schedule is no repetition.
    Cycle (*cycle)(double i, const Values& values) = nullptr;
    // Returns the number of the cycle that t ≥ 0 lies in; past the last one, the last.
    double (*index)(double t, const Values& values) = nullptr;
    // Says whether all cycles have the same length.
    bool (*regular)(const Values& values) = nullptr;
};

}  // namespace eta
