// This looks for what no run can have.
#include "eta/train/checkpoint.hpp"
#include "eta/run/evaluations.hpp"

#include <cmath>
#include <cstring>

namespace eta {
namespace {

// The bytes may stand anywhere, so each number is copied out.
template <class T>
T number(const std::byte* from, std::size_t i) {
    T value;
    std::memcpy(&value, from + i * sizeof(T), sizeof value);
    return value;
}

template <class T>
bool are_finite(const std::byte* from, std::uint64_t count) {
    for (std::size_t i = 0; i < count; ++i)
        if (!std::isfinite(number<T>(from, i))) return false;
    return true;
}

// An update that fails leaves what it likes in the optimizer's scalars, and nothing goes on from there.
bool has_scalars(const CheckpointHead& head, const std::byte* scalars) {
    return is_divergence(static_cast<Ended>(head.ended)) || are_finite<double>(scalars, head.scalars);
}

// The weights that are evaluated are finite, those that are trained too.
bool has_weights(const CheckpointHead& head, const std::byte* weights, const Racer& racer) {
    const auto size = static_cast<std::size_t>(head.size);
    const int slot = racer.optimizer->needs.evaluated;
    const std::byte* const evaluated = weights + (1 + static_cast<std::size_t>(slot)) * size * sizeof(float);
    return are_finite<float>(weights, size) && (slot < 0 || are_finite<float>(evaluated, size));
}

bool is_evaluation(std::int64_t update, const Racer& racer) {
    return update >= 1 && next_evaluation(update - 1, racer.evaluate, racer.updates) == update;
}

// Of an epoch that is under way every batch so far was counted.
bool is_possible(const EpochSums& epoch, std::int64_t update, const Racer& racer) {
    return epoch.samples == racer.batches.at(update).offset && epoch.correct >= 0 && epoch.correct <= epoch.samples &&
           std::isfinite(epoch.loss) && (epoch.samples > 0 || epoch.loss == 0);
}

bool is_possible(const StopState& state, std::int64_t update, Ended ended, const Racer& racer) {
    const bool none = state.best_update == -1;
    if (!none && (state.best_update > update || !is_evaluation(state.best_update, racer))) return false;
    Moment moment{.updates = update, .ended = ended, .evaluated = is_evaluation(update, racer)};
    moment.evaluations = count_evaluations(update, racer.evaluate, racer.updates);
    moment.since_best = moment.evaluations - (none ? 0 : count_evaluations(state.best_update, racer.evaluate, racer.updates));
    return racer.stop->is_possible(racer.stop_values, state, moment);
}

// A factor changes at evaluations, and never to what it is already.
bool is_possible(const std::byte* factors, std::size_t count, const std::byte* listener, std::int64_t update,
                 const Racer& racer) {
    Factor last{0, 1};
    for (std::size_t i = 0; i < count; ++i) {
        const auto next = number<Factor>(factors, i);
        const bool later = next.update > last.update && next.update <= update && is_evaluation(next.update, racer);
        if (!later || !std::isfinite(next.factor) || next.factor < 0 || next.factor == last.factor) return false;
        last = next;
    }
    const auto& heard = racer.rate->listener();
    if (!heard) return count == 0;
    const std::int64_t evaluations = count_evaluations(update, racer.evaluate, racer.updates);
    return heard->rule->is_possible(heard->values, listener, evaluations, last.factor);
}

// A rate that no layer takes may be anything.
bool is_sum_of_rates(double sum, const Racer& racer) {
    for (const auto& own : racer.layer_rate)
        if (!own) return sum >= 0;
    return true;
}

}  // namespace

bool CheckpointHead::is_ours() const { return std::memcmp(magic, CheckpointHead{}.magic, sizeof magic) == 0; }

bool is_possible(const CheckpointHead& head, std::span<const std::byte> numbers, const Racer& racer) {
    if (head.update < 0 || head.update > racer.updates) return false;
    if (head.ended < 0 || head.ended >= static_cast<std::int64_t>(ended_names.size())) return false;
    const auto ended = static_cast<Ended>(head.ended);
    if ((head.update == racer.updates) != (ended == Ended::finished)) return false;
    const std::byte* const scalars = numbers.data();
    const std::byte* const weights = scalars + head.scalars * sizeof(double);
    const std::byte* const best = weights + (head.size + head.slots) * sizeof(float);
    const std::byte* const average = best + head.best * sizeof(float);
    const std::byte* const factors = average + head.average * sizeof(float);
    const auto count = static_cast<std::size_t>(head.factors);
    return is_sum_of_rates(head.rate_sum, racer) && is_possible(head.epoch, head.update, racer) &&
           is_possible(head.stop, head.update, ended, racer) && has_scalars(head, scalars) && has_weights(head, weights, racer) &&
           are_finite<float>(best, head.best) && are_finite<float>(average, head.average) &&
           is_possible(factors, count, factors + count * sizeof(Factor), head.update, racer);
}

}  // namespace eta
