// This writes what a trainer's next update depends on, goes on from it, and branches off another trainer.
#include <algorithm>
#include <cstring>

#include "eta/run/evaluations.hpp"
#include "eta/train/checkpoint.hpp"
#include "eta/train/trainer.hpp"

namespace eta {
namespace {

// Values are written to bytes or read from them, one after the other.
template <class T>
std::byte* write(std::byte* to, const T* from, std::size_t count) {
    if (count > 0) std::memcpy(to, from, count * sizeof(T));
    return to + count * sizeof(T);
}
template <class T>
const std::byte* read(T* to, const std::byte* from, std::size_t count) {
    if (count > 0) std::memcpy(to, from, count * sizeof(T));
    return from + count * sizeof(T);
}

}  // namespace

std::vector<std::byte> Trainer::checkpoint() const {
    CheckpointHead head;
    head.update = update_;
    head.size = w_.size();
    head.slots = slots_.size();
    head.scalars = scalars_.size();
    head.ended = static_cast<std::int64_t>(ended_);
    head.best = best_.size();
    head.average = average_.size();
    head.factors = factors_.size();
    head.listener = listener_.size();
    head.rate_sum = rate_sum_;
    head.epoch = epoch_;
    head.stop = stop_;
    std::vector<std::byte> bytes(size_of_checkpoint(factors_.size()));
    std::byte* to = write(bytes.data(), &head, 1);
    to = write(to, scalars_.data(), scalars_.size());
    to = write(to, w_.data(), w_.size());
    to = write(to, slots_.data(), slots_.size());
    to = write(to, best_.data(), best_.size());
    to = write(to, average_.data(), average_.size());
    to = write(to, factors_.data(), factors_.size());
    write(to, listener_.data(), listener_.size());
    return bytes;
}

std::size_t Trainer::size_of_checkpoint(std::size_t factors) const {
    return sizeof(CheckpointHead) + scalars_.size() * sizeof(double) +
           (w_.size() + slots_.size() + best_.size() + average_.size()) * sizeof(float) + factors * sizeof(Factor) +
           listener_.size();
}

bool Trainer::resume(std::span<const std::byte> checkpoint) {
    CheckpointHead head;
    if (checkpoint.size() < sizeof head) return false;
    read(&head, checkpoint.data(), 1);
    const bool fits = head.is_ours() && head.size == w_.size() && head.slots == slots_.size() && head.best == best_.size() &&
                      head.scalars == scalars_.size() && head.average == average_.size() && head.listener == listener_.size() &&
                      head.factors <= checkpoint.size() / sizeof(Factor);
    if (!fits || checkpoint.size() != size_of_checkpoint(static_cast<std::size_t>(head.factors))) return false;
    if (!is_possible(head, checkpoint.subspan(sizeof head), racer_)) return false;
    const std::byte* from = checkpoint.data() + sizeof head;
    from = read(scalars_.data(), from, scalars_.size());
    from = read(w_.data(), from, w_.size());
    from = read(slots_.data(), from, slots_.size());
    from = read(best_.data(), from, best_.size());
    from = read(average_.data(), from, average_.size());
    factors_.resize(static_cast<std::size_t>(head.factors));
    from = read(factors_.data(), from, factors_.size());
    read(listener_.data(), from, listener_.size());
    rate_sum_ = head.rate_sum;
    epoch_ = head.epoch;
    stop_ = head.stop;
    update_ = head.update;
    ended_ = static_cast<Ended>(head.ended);
    next_evaluation_ = next_evaluation(update_, racer_.evaluate, racer_.updates);
    telemetry_.clear();
    return true;
}

void Trainer::branch(const Trainer& from) {
    const bool same_stop = racer_.stop == from.racer_.stop && racer_.stop_values.numbers == from.racer_.stop_values.numbers;
    const auto &heard = racer_.rate->listener(), &before = from.racer_.rate->listener();
    std::copy(from.scalars_.begin(), from.scalars_.end(), scalars_.begin());
    std::copy(from.w_.begin(), from.w_.end(), w_.begin());
    std::copy(from.slots_.begin(), from.slots_.end(), slots_.begin());
    if (same_stop) {
        std::copy(from.best_.begin(), from.best_.end(), best_.begin());
        stop_ = from.stop_;
    }
    if (heard && before && heard->rule == before->rule && heard->values.numbers == before->values.numbers) {
        factors_ = from.factors_;
        listener_ = from.listener_;
    }
    // A mean of another kind begins anew with the weights of the branch.
    const bool same_average =
        racer_.average == from.racer_.average && racer_.average_values.numbers == from.racer_.average_values.numbers;
    const std::span<const float> mean = same_average ? std::span<const float>(from.average_) : from.evaluated_;
    if (!average_.empty()) std::copy(mean.begin(), mean.end(), average_.begin());
    rate_sum_ = from.rate_sum_;
    epoch_ = from.epoch_;
    update_ = from.update_;
    ended_ = same_stop && from.ended_ != Ended::finished ? from.ended_ : Ended::running;
    if (update_ == racer_.updates) ended_ = Ended::finished;
    next_evaluation_ = next_evaluation(update_, racer_.evaluate, racer_.updates);
    telemetry_.clear();
}

}  // namespace eta
