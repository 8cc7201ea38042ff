// The 1cycle policy rises to a peak and falls far below where it began.
#pragma once

#include "eta/schedule/schedule_entry.hpp"

namespace eta::one_cycle_schedule {

inline constexpr std::array params{
    peak_rate,
    Param{.key = "part",
          .symbol = "p",
          .min = 0,
          .max = 1,
          .initial = "0.3",
          .help = "the part of the run that it rises in",
          .handle = HandleAt::time},
    Param{.key = "div",
          .symbol = "d₀",
          .min = 1e-6,
          .max = 1e12,
          .initial = "25",
          .scale = Scale::log,
          .help = "it begins from the peak divided by this"},
    Param{.key = "final_div",
          .symbol = "d_T",
          .min = 1e-6,
          .max = 1e12,
          .initial = "1e4",
          .scale = Scale::log,
          .help = "it ends at the first rate divided by this"},
    Param{
        .key = "shape", .type = Type::choice, .initial = "cosine", .choices = "cosine linear", .help = "how it rises and falls"},
    Param{.key = "phases",
          .type = Type::choice,
          .initial = "two",
          .choices = "two three",
          .help = "three: it falls to the first rate, and from there to the last one"},
    Param{.key = "back",
          .symbol = "q",
          .min = 0,
          .max = 1,
          .initial = "0.6",
          .help = "with three phases: the part of the run after which it is back at the first rate"},
    Param{.key = "peak",
          .type = Type::choice,
          .initial = "at",
          .choices = "at before",
          .help = "at: the peak is at ⌊p·T⌋ and the end at T; before: at p·T − 1 and T − 1, as PyTorch has them"},
};

// From η₀/d₀ at 0 to η₀ at m, and to η₀/(d₀·d_T) at e (over η₀/d₀ at b, with three phases); between two of them, with u from 0
// to 1, η = a + (c − a)·(1 − cos πu)/2 or a + (c − a)·u. m = ⌊p·T⌋, b = ⌊q·T⌋, e = T, or m = p·T − 1, b = q·T − 2, e = T − 1.
inline constexpr auto rate = []<class N>(N t, N T, N lr, N part, N div, N final_div, int shape, int phases, N back, int peak) {
    const N first = lr / div, final = lr / div / final_div;
    const N e = peak == 0 ? T : T - 1;
    const N m = clamp(peak == 0 ? floor(part * T) : part * T - 1, N(0), e);
    const N b = clamp(peak == 0 ? floor(back * T) : back * T - 2, m, e);
    // Each is only taken strictly between its two times, so that none divides by 0.
    const auto between = [&](N a, N from, N c, N to) {
        const N u = (t - from) / (to - from);
        return a + (c - a) * (shape == 0 ? (1 - cos(pi<N>() * u)) / 2 : u);
    };
    const N fall = phases == 0 ? between(lr, m, final, e) : where(t < b, between(lr, m, first, b), between(first, b, final, e));
    return where(t < m, between(first, N(0), lr, m), where(t > m, where(t < e, fall, final), lr));
};

inline constexpr Schedule entry = describe_schedule<params, rate>(
    {"one_cycle", "1cycle", "Rises to a high rate and falls to almost nothing, once.", "https://arxiv.org/abs/1708.07120"});

}  // namespace eta::one_cycle_schedule
