// Training one racer.
#include "eta/train/trainer.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "eta/math/hash.hpp"
#include "eta/math/vector_math.hpp"

namespace eta {
namespace {

constexpr int rows_at_once(std::int64_t batch) { return static_cast<int>(std::max<std::int64_t>(batch, 64)); }

// What stands before the numbers of a checkpoint; `size` is the count of weights, so that another network's is refused.
struct Head {
    char magic[8] = {'e', 't', 'a', 'c', 'k', 'p', 't', '1'};
    std::int64_t update = 0;
    std::uint64_t size = 0;
    std::uint64_t slots = 0;
    std::int64_t ended = 0;
};

}  // namespace

std::string_view name(Ended ended) {
    static constexpr std::array<std::string_view, 6> reasons{"", "finished", "loss", "gradient", "weights", "rate"};
    return reasons[static_cast<std::size_t>(ended)];
}

Trainer::Trainer(const Run& run, const Racer& racer, const Samples& samples)
    : racer_(racer),
      samples_(samples),
      network_(racer.widths, *racer.activation, *racer.loss, rows_at_once(racer.batch)),
      batches_(run.training, static_cast<std::size_t>(racer.batch), racer.keep_last, run.seed),
      w_(network_.parameters()),
      g_(network_.parameters()),
      before_(network_.parameters()),
      slots_(network_.parameters() * static_cast<std::size_t>(racer.optimizer->slots)),
      x_(static_cast<std::size_t>(racer.batch) * static_cast<std::size_t>(racer.widths[0])),
      y_(static_cast<std::size_t>(racer.batch)),
      telemetry_(static_cast<std::size_t>(std::min(most_updates_at_once, racer.updates))),
      next_evaluation_(next_evaluation(0, racer.evaluate, racer.updates)) {
    network_.initialise(w_, *racer.initialiser, run.seed);
    for (std::size_t i = 0; i < racer.numbers.size(); ++i) numbers_.add(0.0);
}

std::int64_t Trainer::advance(std::int64_t updates) {
    telemetry_.clear();
    const std::int64_t first = update_;
    const std::int64_t last = update_ + std::min({updates, most_updates_at_once, racer_.updates - update_});
    while (ended_ == Ended::running && update_ < last && one_update())
        if (update_ == next_evaluation_) evaluate();
    return update_ - first;
}

bool Trainer::one_update() {
    const auto rows = batches_.at(update_);
    const std::span<float> x = std::span<float>(x_).first(rows.size() * static_cast<std::size_t>(racer_.widths[0]));
    const std::span<std::int32_t> y = std::span(y_).first(rows.size());
    gather(samples_.training, rows, x, y);

    const double loss = network_.loss_and_gradient(w_, x, y, g_);
    if (!std::isfinite(loss)) return end(Ended::loss);
    const double gradient_norm = std::sqrt(sum_of_squares(std::span<const float>(g_)));
    if (!std::isfinite(gradient_norm)) return end(Ended::gradient);
    racer_.clip->apply(g_, gradient_norm, racer_.clip_values);

    for (std::size_t i = 0; i < racer_.numbers.size(); ++i) {
        numbers_.numbers[i] = racer_.numbers[i].at(update_);
        if (!std::isfinite(numbers_.numbers[i])) return end(Ended::rate);
    }
    std::copy(w_.begin(), w_.end(), before_.begin());
    const double eta = racer_.rate->at(update_);
    const std::size_t n = w_.size();
    for (std::size_t l = 0; l < network_.layers().size(); ++l) {
        const Layer& layer = network_.layers()[l];
        const double own = racer_.layer_rate[l] ? racer_.layer_rate[l]->at(update_) : eta;
        if (!std::isfinite(own) || own < 0) {
            std::copy(before_.begin(), before_.end(), w_.begin());
            return end(Ended::rate);
        }
        Slice<float> slice{.w = std::span<float>(w_).subspan(layer.offset, layer.size),
                           .g = std::span<const float>(g_).subspan(layer.offset, layer.size),
                           .slots = {},
                           .eta = own,
                           .t = update_};
        for (std::size_t s = 0; s < static_cast<std::size_t>(racer_.optimizer->slots); ++s)
            slice.slots[s] = std::span<float>(slots_).subspan(s * n + layer.offset, layer.size);
        racer_.optimizer->step(slice, numbers_);
    }
    const double update_norm = std::sqrt(distance_squared(std::span<const float>(w_), std::span<const float>(before_)));
    if (!std::isfinite(update_norm)) {
        std::copy(before_.begin(), before_.end(), w_.begin());
        return end(Ended::weights);
    }
    telemetry_.updates[0].push_back(static_cast<float>(loss));
    telemetry_.updates[1].push_back(static_cast<float>(gradient_norm));
    telemetry_.updates[2].push_back(static_cast<float>(update_norm));
    if (++update_ == racer_.updates) ended_ = Ended::finished;
    return true;
}

void Trainer::evaluate() {
    const Table& table = samples_.validation;
    const Evaluation result = network_.evaluate(w_, table.x, table.y);
    telemetry_.evaluations[0].push_back(static_cast<float>(update_));
    telemetry_.evaluations[1].push_back(static_cast<float>(result.loss));
    telemetry_.evaluations[2].push_back(static_cast<float>(result.accuracy));
    next_evaluation_ = next_evaluation(update_, racer_.evaluate, racer_.updates);
}

bool Trainer::end(Ended why) {
    ended_ = why;
    return false;
}

std::string Trainer::hash() const {
    Hash hash;
    hash.add(std::span<const float>(w_));
    return hash.hex();
}

std::vector<float> Trainer::probabilities(std::span<const float> inputs) {
    const auto width = static_cast<std::size_t>(network_.inputs());
    const std::size_t rows = inputs.size() / width;
    std::vector<float> p(rows * static_cast<std::size_t>(network_.classes()));
    network_.predict(w_, inputs.first(rows * width), p);
    return p;
}

std::vector<std::byte> Trainer::checkpoint() const {
    Head head;
    head.update = update_;
    head.size = w_.size();
    head.slots = slots_.size();
    head.ended = static_cast<std::int64_t>(ended_);
    std::vector<std::byte> bytes(sizeof head + (w_.size() + slots_.size()) * sizeof(float));
    std::memcpy(bytes.data(), &head, sizeof head);
    std::memcpy(bytes.data() + sizeof head, w_.data(), w_.size() * sizeof(float));
    if (slots_.size() > 0)
        std::memcpy(bytes.data() + sizeof head + w_.size() * sizeof(float), slots_.data(), slots_.size() * sizeof(float));
    return bytes;
}

bool Trainer::resume(std::span<const std::byte> checkpoint) {
    Head head;
    const Head ours;
    if (checkpoint.size() < sizeof head) return false;
    std::memcpy(&head, checkpoint.data(), sizeof head);
    const bool fits = std::memcmp(head.magic, ours.magic, sizeof head.magic) == 0 && head.size == w_.size() &&
                      head.slots == slots_.size() && head.update >= 0 && head.update <= racer_.updates && head.ended >= 0 &&
                      head.ended <= static_cast<std::int64_t>(Ended::rate) &&
                      checkpoint.size() == sizeof head + (w_.size() + slots_.size()) * sizeof(float);
    if (!fits) return false;
    std::memcpy(w_.data(), checkpoint.data() + sizeof head, w_.size() * sizeof(float));
    if (slots_.size() > 0)
        std::memcpy(slots_.data(), checkpoint.data() + sizeof head + w_.size() * sizeof(float), slots_.size() * sizeof(float));
    update_ = head.update;
    ended_ = static_cast<Ended>(head.ended);
    next_evaluation_ = next_evaluation(update_, racer_.evaluate, racer_.updates);
    telemetry_.clear();
    return true;
}

}  // namespace eta
