// This trains one racer.
#include "eta/train/trainer.hpp"

#include <algorithm>
#include <cmath>

#include "eta/math/array.hpp"
#include "eta/math/hash.hpp"
#include "eta/math/squares.hpp"
#include "eta/run/evaluations.hpp"
#include "eta/train/checkpoint.hpp"

namespace eta {
namespace {

constexpr int rows_at_once(std::int64_t batch) { return static_cast<int>(std::max<std::int64_t>(batch, 64)); }

// Returns how many numbers of scratch the layer takes that needs most.
std::size_t most_scratch(const Optimizer& optimizer, std::span<const Layer> layers) {
    std::size_t most = 0;
    for (const Layer& layer : layers)
        if (const auto needed = optimizer.needs.scratch)
            most = std::max(most, needed(static_cast<std::size_t>(layer.inputs), static_cast<std::size_t>(layer.outputs)));
    return most;
}

// Returns the greatest rate of the run; a listener's factor comes on top.
double greatest(const Curve& rate, std::int64_t updates) {
    double most = 0;
    for (std::int64_t t = 0; t < updates; ++t) most = std::max(most, rate.at(t));
    return most;
}

}  // namespace

Trainer::Trainer(const Run& run, const Racer& racer, const Samples& samples)
    : racer_(racer),
      samples_(samples),
      network_(racer.widths, *racer.activation, *racer.loss, rows_at_once(racer.batch)),
      batches_(racer.batches, run.seed),
      is_sparse_(trains_sparse(racer) && !samples.sparse_training.is_empty()),
      sparse_(is_sparse_ ? SparseBatch(samples.sparse_training, static_cast<std::size_t>(racer.batch)) : SparseBatch()),
      w_(network_.parameters()),
      g_(network_.parameters()),
      slots_(network_.parameters() * static_cast<std::size_t>(racer.optimizer->slots)),
      scratch_(most_scratch(*racer.optimizer, network_.layers())),
      x_(is_sparse_ ? 0 : static_cast<std::size_t>(racer.batch) * static_cast<std::size_t>(racer.widths[0])),
      before_(network_.parameters()),
      evaluated_before_(racer.optimizer->needs.evaluated >= 0 ? network_.parameters() : 0),
      scalars_(network_.layers().size() * static_cast<std::size_t>(racer.optimizer->needs.scalars)),
      layers_(network_.layers().size()),
      y_(static_cast<std::size_t>(racer.batch)),
      telemetry_(static_cast<std::size_t>(std::min(max_updates_at_once, racer.updates)),
                 {run.measures_training, racer.average->part != nullptr}),
      next_evaluation_(next_evaluation(0, racer.evaluate, racer.updates)),
      average_(racer.average->part ? network_.parameters() : 0),
      best_(racer.stop->restores(racer.stop_values) ? network_.parameters() : 0) {
    network_.initialise(w_, *racer.initialiser, racer.initialiser_values, run.seed);
    for (std::size_t i = 0; i < racer.numbers.size(); ++i) numbers_.add(0.0);
    const Needs& needs = racer.optimizer->needs;
    const auto scalars = static_cast<std::size_t>(needs.scalars);
    for (std::size_t l = 0; l < layers_.size(); ++l) {
        const Layer& layer = network_.layers()[l];
        layers_[l] = {.w = std::span<float>(w_).subspan(layer.offset, layer.size),
                      .g = std::span<const float>(g_).subspan(layer.offset, layer.size),
                      .slots = slots_.data() + (slots_.empty() ? 0 : layer.offset),
                      .stride = w_.size(),
                      .rows = static_cast<std::size_t>(layer.inputs),
                      .columns = static_cast<std::size_t>(layer.outputs),
                      .scalars = std::span<double>(scalars_).subspan(l * scalars, scalars),
                      .scratch = scratch_};
    }
    for (std::size_t i = 0; i < racer.numbers.size(); ++i) numbers_.numbers[i] = racer.numbers[i].at(0);
    if (needs.eta_max && needs.eta_max(numbers_)) find_greatest_rates();
    evaluated_ = w_;
    if (needs.evaluated >= 0) evaluate_slot(static_cast<std::size_t>(needs.evaluated));
    if (racer.rate->listener()) start_listener();
}

void Trainer::find_greatest_rates() {
    for (std::size_t l = 0; l < layers_.size(); ++l)
        layers_[l].eta_max = racer_.layer_rate[l] ? greatest(*racer_.layer_rate[l], racer_.updates)
                                                  : greatest(*racer_.rate, racer_.updates) * racer_.layer_share[l];
}

void Trainer::evaluate_slot(std::size_t slot) {
    evaluated_ = std::span<float>(slots_).subspan(slot * w_.size(), w_.size());
    std::copy(w_.begin(), w_.end(), evaluated_.begin());
}

void Trainer::start_listener() {
    const Listener& rule = *racer_.rate->listener()->rule;
    factors_.reserve(static_cast<std::size_t>(std::min(max_factors, racer_.updates)));
    listener_.resize(rule.bytes());
    rule.start(listener_.data());
}

std::int64_t Trainer::advance(std::int64_t updates) {
    telemetry_.clear();
    const std::int64_t first = update_;
    const std::int64_t last = update_ + std::min({updates, max_updates_at_once, racer_.updates - update_});
    while (ended_ == Ended::running && update_ < last && one_update()) after_update();
    return update_ - first;
}

// Sets the rate of each layer for this update; it is false if one is no rate.
bool Trainer::has_rates(double eta) {
    const double layer_factor = racer_.rate->lowers_layers() ? factor() : 1;
    for (std::size_t l = 0; l < layers_.size(); ++l) {
        const auto& own = racer_.layer_rate[l];
        layers_[l].eta = own ? own->at(update_, layer_factor) : eta * racer_.layer_share[l];
        layers_[l].t = update_;
        if (!std::isfinite(layers_[l].eta) || layers_[l].eta < 0) return false;
    }
    return true;
}

Inputs<float> Trainer::inputs_of(std::span<const std::uint32_t> rows) {
    if (is_sparse_) {
        sparse_.gather(samples_.sparse_training, rows);
        return {sparse_.by_row(), sparse_.by_input()};
    }
    const std::span<float> x = std::span<float>(x_).first(rows.size() * static_cast<std::size_t>(racer_.widths[0]));
    gather_inputs(samples_.training, rows, x);
    return x;
}

bool Trainer::one_update() {
    const auto rows = batches_.at(update_);
    const std::span<std::int32_t> y = std::span(y_).first(rows.size());
    gather_classes(samples_.training, rows, y);

    const double loss = network_.loss_and_gradient(w_, inputs_of(rows), y, g_);
    if (!std::isfinite(loss)) return end(Ended::loss);
    const double gradient_norm = std::sqrt(sum_of_squares(std::span<const float>(g_)));
    if (!std::isfinite(gradient_norm)) return end(Ended::gradient);
    racer_.clip->apply(g_, gradient_norm, racer_.clip_values);

    for (std::size_t i = 0; i < racer_.numbers.size(); ++i) {
        numbers_.numbers[i] = racer_.numbers[i].at(update_);
        if (!std::isfinite(numbers_.numbers[i])) return end(Ended::rate);
    }
    const double eta = racer_.rate->at(update_, factor());
    if (!has_rates(eta)) return end(Ended::rate);
    std::copy(w_.begin(), w_.end(), before_.begin());
    if (!evaluated_before_.empty()) std::ranges::copy(evaluated_, evaluated_before_.begin());
    const Optimizer& optimizer = *racer_.optimizer;
    if (optimizer.needs.before) optimizer.needs.before(layers_, numbers_);
    for (const Slice<float>& layer : layers_) optimizer.step(layer, numbers_);
    const Squares squares_now = squares(std::span<const float>(w_), std::span<const float>(before_));
    const double weight_norm = std::sqrt(squares_now.of_a), update_norm = std::sqrt(squares_now.of_difference);
    if (!std::isfinite(update_norm) || !is_evaluated_finite()) {
        std::copy(before_.begin(), before_.end(), w_.begin());
        std::copy(evaluated_before_.begin(), evaluated_before_.end(), evaluated_.begin());
        return end(Ended::weights);
    }
    rate_sum_ += eta;
    telemetry_.add(UpdateReport{loss, gradient_norm, update_norm, weight_norm, rate_sum_});
    count(loss, network_.correct(), rows.size());
    if (++update_ == racer_.updates) ended_ = Ended::finished;
    if (!average_.empty()) add_to_average();
    return true;
}

bool Trainer::is_evaluated_finite() const {
    return evaluated_before_.empty() || std::isfinite(sum_of_squares(std::span<const float>(evaluated_)));
}

void Trainer::add_to_average() {
    const auto part = static_cast<float>(racer_.average->part(racer_.average_values, update_));
    auto mean = array(average_.data(), average_.size());
    const auto w = array(std::span<const float>(evaluated_));
    if (part == 1)
        mean = w;
    else
        mean += part * (w - mean);
}

// Adds the batch to the epoch before update_ goes on, and writes the row of an epoch that is whole.
void Trainer::count(double loss, std::int64_t correct, std::size_t rows) {
    epoch_.loss += loss * static_cast<double>(rows);
    epoch_.correct += correct;
    epoch_.samples += static_cast<std::int64_t>(rows);
    if (!racer_.batches.ends_epoch(update_)) return;
    const auto samples = static_cast<double>(epoch_.samples);
    telemetry_.add(EpochReport{update_ + 1, epoch_.loss / samples, static_cast<double>(epoch_.correct) / samples});
    epoch_ = {};
}

void Trainer::after_update() {
    std::optional<Metrics> metrics;
    if (update_ == next_evaluation_) metrics = evaluate();
    const Ended verdict = racer_.stop->after_update(racer_.stop_values, stop_, update_, metrics ? &*metrics : nullptr);
    if (!best_.empty() && stop_.best_update == update_) std::ranges::copy(evaluated_, best_.begin());
    if (metrics && racer_.rate->listener()) listen(*metrics);
    if (verdict != Ended::running && ended_ == Ended::running) {
        ended_ = verdict;
        if (!metrics) evaluate();  // the last update is always measured
    }
    if (restored() >= 0) restore_best();
}

void Trainer::listen(const Metrics& metrics) {
    const auto& listener = racer_.rate->listener();
    const int metric = static_cast<int>(listener->values[listener->rule->metric]);
    const double now =
        listener->rule->on_evaluation(listener->values, listener_.data(), metric_of(metrics, metric), racer_.rate->at(update_));
    if (now != factor()) factors_.push_back({update_, now});
}

void Trainer::restore_best() { std::copy(best_.begin(), best_.end(), evaluated_.begin()); }

std::int64_t Trainer::restored() const {
    const bool over = ended_ != Ended::running && !diverged();
    return over && !best_.empty() && stop_.best_update < update_ ? stop_.best_update : -1;
}

Evaluation Trainer::evaluate(std::span<const float> weights, bool on_training) {
    const Table& table = on_training ? samples_.training : samples_.validation;
    const SparseTable& sparse = on_training ? samples_.sparse_training : samples_.sparse_validation;
    const bool is_sparse = evaluates_sparse(racer_) && !sparse.is_empty();
    return network_.evaluate(weights, is_sparse ? Inputs<float>(sparse.rows()) : Inputs<float>(table.x), table.y);
}

Metrics Trainer::evaluate() {
    const Evaluation result = evaluate(evaluated_, false);
    Evaluation training{}, average{};
    if (telemetry_.has(column("training_loss"))) training = evaluate(evaluated_, true);
    if (!average_.empty()) average = evaluate(average_, false);
    telemetry_.add(EvaluationReport{update_, result, training, average});
    next_evaluation_ = next_evaluation(update_, racer_.evaluate, racer_.updates);
    return {result.loss, result.accuracy};
}

bool Trainer::end(Ended why) {
    ended_ = why;
    return false;
}

std::string Trainer::hash() const {
    Hash hash;
    hash.add(std::span<const float>(evaluated_));
    return hash.hex();
}

std::vector<float> Trainer::probabilities(std::span<const float> inputs) {
    const auto width = static_cast<std::size_t>(network_.inputs());
    const std::size_t rows = inputs.size() / width;
    std::vector<float> p(rows * static_cast<std::size_t>(network_.classes()));
    network_.predict(evaluated_, inputs.first(rows * width), p);
    return p;
}

}  // namespace eta
