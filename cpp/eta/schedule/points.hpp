// A drawn schedule joins points of time and rate.
#pragma once

#include "eta/math/number.hpp"
#include "eta/schedule/schedule_entry.hpp"

namespace eta::points_schedule {

inline constexpr std::array params{
    Param{.key = "at",
          .symbol = "tᵢ:ηᵢ",
          .unit = Unit::rate,
          .type = Type::points,
          .min = 0,
          .max = 1000,
          .initial = "0%:lr, 50%:lr/2, 100%:0",
          .help = "pairs of a time and the rate at it"},
    Param{.key = "shape",
          .type = Type::choice,
          .initial = "linear",
          .choices = "step linear cosine log",
          .help = "how two points are joined"},
    Param{.key = "boundary",
          .type = Type::choice,
          .initial = "at",
          .choices = "at after",
          .help =
              "in steps: at: the rate of a point holds at its own time already (optax); after: from the next update on (Keras)"},
};

// Between tᵢ and tᵢ₊₁, with u = (t − tᵢ)/(tᵢ₊₁ − tᵢ): η = ηᵢ (step), ηᵢ + (ηᵢ₊₁ − ηᵢ)·u (linear),
// ηᵢ + (ηᵢ₊₁ − ηᵢ)·(1 − cos πu)/2 (cosine), ηᵢ·(ηᵢ₊₁/ηᵢ)^u (log). Before the first point and after the last their rate holds.
inline constexpr auto rate = []<class N>(N t, N, std::span<const N> at, int shape, int boundary) {
    const auto reached = [&](N time) { return shape == 0 && boundary == 1 ? t > time : t >= time; };
    N eta = at[1];
    for (std::size_t i = 2; i < at.size(); i += 2) {
        const N t0 = at[i - 2], from = at[i - 1], t1 = at[i], to = at[i + 1];
        const N u = clamp((t - t0) / (t1 - t0), N(0), N(1));
        // At u = 1 the next point holds exactly, whatever the arithmetic in between gives.
        const N between = shape == 0   ? from
                          : shape == 1 ? from + (to - from) * u
                          : shape == 2 ? from + (to - from) * ((1 - cos(pi<N>() * u)) / 2)
                                       : from * pow(to / from, u);
        eta = where(reached(t0), where(reached(t1), to, between), eta);
    }
    return eta;
};

// A logarithm joins no point at 0.
inline constexpr auto relation = [](const Values& values) -> std::string_view {
    const auto at = values.list(0);
    for (std::size_t i = 1; i < at.size(); i += 2)
        if (values[1] == 3 && at[i] <= 0) return "log_needs_positive";
    return "";
};

inline Said say(double t, double, const Values& values) {
    const auto at = values.list(0);
    const auto text = [&](std::size_t i) { return print(rounded(at[i], 6)); };
    std::size_t next = 0;
    while (next < at.size() && at[next] <= t) next += 2;
    if (next == 0) return {"at_first_point", {text(0), text(1)}};
    if (next == at.size()) return {"at_last_point", {text(next - 2), text(next - 1)}};
    return {"at_between_points", {text(next - 2), text(next - 1), text(next), text(next + 1)}};
}

inline constexpr Schedule entry = [] {
    Schedule made =
        describe_schedule<params, rate>({"points", "Points", "Goes through the points that were drawn.", ""}, relation);
    made.say = say;
    return made;
}();

}  // namespace eta::points_schedule
