// A listener is a factor of the whole rate that changes when a metric is measured.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

#include "eta/describe/entry.hpp"

namespace eta {

// A listener keeps its state in a block of bytes that the trainer owns and the checkpoint copies. Its factor begins at 1.
struct Listener {
    std::size_t scalars = 0;  // numbers of 8 bytes in its state; 0: this schedule is no listener
    // This parameter names the metric that it listens to.
    std::size_t metric = 0;
    // Says whether layers with a schedule of their own follow.
    bool (*lowers_layers)(const Values& values) = nullptr;
    // Writes the state before the first evaluation.
    void (*start)(std::byte* state) = nullptr;
    // Takes the metric of one evaluation, which may not be finite, and the next update's rate without the factor; returns the factor
    // that holds from then on.
    double (*on_evaluation)(const Values& values, std::byte* state, double metric, double rate) = nullptr;
    // It says whether the state can be that after so many evaluations, the last of which returned `factor`.
    bool (*is_possible)(const Values& values, const std::byte* state, std::int64_t evaluations, double factor) = nullptr;

    constexpr std::size_t bytes() const { return scalars * sizeof(double); }
};

// A listener whose state says nothing of itself may have any.
template <class State>
bool any_state(const Values&, const State&, std::int64_t) {
    return true;
}

// Without the parameter `layers` a listener lowers all of them.
template <const auto& params>
constexpr bool lowers_layers(const Values& values) {
    for (std::size_t p = 0; p < params.size(); ++p)
        if (params[p].key == "layers") return values[p] == 0;
    return true;
}

// Makes the listener whose state is of type State, which consists of doubles and 64-bit integers, one of them its `factor`;
// `on_evaluation(values, state, metric)`, which may ask for the rate too, and `is_possible(values, state, evaluations)` are functions of it.
template <class State, const auto& params, auto on_evaluation, auto is_possible = any_state<State>>
constexpr Listener listener_with() {
    static_assert(std::is_trivially_copyable_v<State> && sizeof(State) % sizeof(double) == 0);
    return {.scalars = sizeof(State) / sizeof(double),
            .metric = parameter<params>("metric"),
            .lowers_layers = lowers_layers<params>,
            .start =
                [](std::byte* to) {
                    const State state;
                    std::memcpy(to, &state, sizeof state);
                },
            .on_evaluation =
                [](const Values& values, std::byte* bytes, double metric, double rate) {
                    State state;
                    std::memcpy(&state, bytes, sizeof state);
                    const double factor = [&] {
                        if constexpr (requires { on_evaluation(values, state, metric, rate); })
                            return on_evaluation(values, state, metric, rate);
                        else
                            return on_evaluation(values, state, metric);
                    }();
                    std::memcpy(bytes, &state, sizeof state);
                    return factor;
                },
            .is_possible =
                [](const Values& values, const std::byte* bytes, std::int64_t evaluations, double factor) {
                    State state;
                    std::memcpy(&state, bytes, sizeof state);
                    return state.factor == factor && is_possible(values, state, evaluations);
                }};
}

// Says whether a counter can have come to this.
inline bool is_count(std::int64_t count, double max) { return count >= 0 && static_cast<double>(count) <= max; }

}  // namespace eta
