// Which number makes η(t) what it shall be: found by bisection, since a run's numbers reach its rate through any text. A number of a
// layer's schedule moves that layer's rate, one of the optimizer's numbers or of the batch moves just that.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "eta/run/run.hpp"

namespace eta {

// `is_exact` says whether η(t) is what was wanted, to nine digits; a whole number or a jump may only come near.
struct Solution {
    Run run;
    std::string moves;  // the path of what is `eta`
    double x = 0, eta = 0;
    bool is_exact = false;
};

// Returns the run whose rate of that racer, or what else the number moves, is nearest to `eta` before update t. It is nothing, with a problem added, if the path names
// no number, the rate does not depend on it, or no number reaches that rate: the problem says which rates can be reached.
std::optional<Solution> solve(const Run& run, std::string_view path, std::int64_t t, double eta, const Limits& limits,
                              Problems& problems);

}  // namespace eta
