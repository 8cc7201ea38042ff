// This is the table of schedules, in the order of the menu. A new one is a file and a line here.
#include "eta/schedule/schedules.hpp"

#include <array>

#include "eta/schedule/chebyshev.hpp"
#include "eta/schedule/compound.hpp"
#include "eta/schedule/constant.hpp"
#include "eta/schedule/cooldown.hpp"
#include "eta/schedule/cosine.hpp"
#include "eta/schedule/cosine_tail.hpp"
#include "eta/schedule/exponential.hpp"
#include "eta/schedule/greedy.hpp"
#include "eta/schedule/half_cosine.hpp"
#include "eta/schedule/inverse_sqrt.hpp"
#include "eta/schedule/inverse_time.hpp"
#include "eta/schedule/linear.hpp"
#include "eta/schedule/linear_cosine.hpp"
#include "eta/schedule/multistep.hpp"
#include "eta/schedule/noam.hpp"
#include "eta/schedule/noise.hpp"
#include "eta/schedule/one_cycle.hpp"
#include "eta/schedule/plateau.hpp"
#include "eta/schedule/points.hpp"
#include "eta/schedule/polynomial.hpp"
#include "eta/schedule/power.hpp"
#include "eta/schedule/repeat.hpp"
#include "eta/schedule/rex.hpp"
#include "eta/schedule/step.hpp"
#include "eta/schedule/tanh_decay.hpp"
#include "eta/schedule/triangular.hpp"
#include "eta/schedule/warmup.hpp"
#include "eta/schedule/within.hpp"
#include "eta/schedule/wsd.hpp"

namespace eta {

inline constexpr std::array all_schedules{
    constant_schedule::entry,     step_schedule::entry,        multistep_schedule::entry,   exponential_schedule::entry,
    inverse_time_schedule::entry, linear_schedule::entry,      polynomial_schedule::entry,  cosine_schedule::entry,
    wsd_schedule::entry,          half_cosine_schedule::entry, cosine_tail_schedule::entry, linear_cosine_schedule::entry,
    inverse_sqrt_schedule::entry, noam_schedule::entry,        power_schedule::entry,       rex_schedule::entry,
    tanh_decay_schedule::entry,   chebyshev_schedule::entry,   triangular_schedule::entry,  one_cycle_schedule::entry,
    compound_schedule::entry,     points_schedule::entry,      warmup_schedule::entry,      cooldown_schedule::entry,
    repeat_schedule::entry,       plateau_schedule::entry,     greedy_schedule::entry,      within_schedule::entry,
    noise_schedule::entry,
};

constinit const EntriesOf<Schedule> schedules = entries_of<all_schedules, "constant step cosine">();

}  // namespace eta
