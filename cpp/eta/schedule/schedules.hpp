// This is the table of schedules, in the order of the menu. A new one is a file and a line here.
#pragma once

#include "eta/schedule/compound.hpp"
#include "eta/schedule/constant.hpp"
#include "eta/schedule/cooldown.hpp"
#include "eta/schedule/cosine.hpp"
#include "eta/schedule/exponential.hpp"
#include "eta/schedule/greedy.hpp"
#include "eta/schedule/linear.hpp"
#include "eta/schedule/noise.hpp"
#include "eta/schedule/plateau.hpp"
#include "eta/schedule/points.hpp"
#include "eta/schedule/polynomial.hpp"
#include "eta/schedule/repeat.hpp"
#include "eta/schedule/step.hpp"
#include "eta/schedule/warmup.hpp"
#include "eta/schedule/within.hpp"
#include "eta/schedule/wsd.hpp"

namespace eta {

inline constexpr std::array schedules{
    constant_schedule::entry,   step_schedule::entry,     exponential_schedule::entry, linear_schedule::entry,
    polynomial_schedule::entry, cosine_schedule::entry,   compound_schedule::entry,    points_schedule::entry,
    warmup_schedule::entry,     cooldown_schedule::entry, repeat_schedule::entry,      plateau_schedule::entry,
    greedy_schedule::entry,     wsd_schedule::entry,      within_schedule::entry,      noise_schedule::entry,
};

}  // namespace eta
