// This runs training sessions on embind's values.
#include "training_session.hpp"

#include <cstring>

#include "eta/describe/json.hpp"
#include "eta/report/columns.hpp"
#include "input_buffer.hpp"
#include "provided_assets.hpp"
#include "queries.hpp"

namespace eta::page {
namespace {

using emscripten::typed_memory_view;

std::vector<std::unique_ptr<TrainingSession>> sessions;  // number 1 first; null once disposed of

template <class T>
val view(const std::vector<T>& values) {
    return val(typed_memory_view(values.size(), values.data()));
}

}  // namespace

TrainingSession::TrainingSession(const std::string& text, int racer) {
    if (racer < 1) return;
    Problems problems;
    run_ = bind_text(valid_utf8(text), problems);
    if (!run_ || static_cast<std::size_t>(racer) > run_->racers.size()) return;
    samples_ = make_samples(*run_, provided(run_->data->asset_for(run_->data_values)));
    if (!samples_) return;
    const Racer& chosen = run_->racers[static_cast<std::size_t>(racer) - 1];
    updates_ = chosen.updates;
    trainer_ = std::make_unique<Trainer>(*run_, chosen, *samples_);
}

int TrainingSession::advance(int updates) {
    if (!trainer_ || updates <= 0) return 0;
    factors_before_ = trainer_->factors().size();
    return static_cast<int>(trainer_->advance(updates));
}

val TrainingSession::column(const std::string& key) {
    const std::span<const float> column = trainer_ ? trainer_->telemetry().column(key) : std::span<const float>();
    return val(typed_memory_view(column.size(), column.data()));
}

val TrainingSession::factors() {
    factors_.clear();
    for (std::size_t k = factors_before_; trainer_ && k < trainer_->factors().size(); ++k) {
        factors_.push_back(static_cast<double>(trainer_->factors()[k].update));
        factors_.push_back(trainer_->factors()[k].factor);
    }
    return view(factors_);
}

val TrainingSession::weights() {
    const std::span<const float> weights = trainer_ ? trainer_->weights() : std::span<const float>();
    return val(typed_memory_view(weights.size(), weights.data()));
}

val TrainingSession::probabilities() {
    const auto bytes = consume_input();
    std::vector<float> x(bytes.size() / sizeof(float));
    std::memcpy(x.data(), bytes.data(), x.size() * sizeof(float));
    probabilities_ = trainer_ ? trainer_->probabilities(x) : std::vector<float>();
    return view(probabilities_);
}

val TrainingSession::inputs(bool validation) {
    const Table* table = samples_ ? (validation ? &samples_->validation : &samples_->training) : nullptr;
    return val(typed_memory_view(table ? table->x.size() : 0, table ? table->x.data() : nullptr));
}

val TrainingSession::classes(bool validation) {
    const Table* table = samples_ ? (validation ? &samples_->validation : &samples_->training) : nullptr;
    return val(typed_memory_view(table ? table->y.size() : 0, table ? table->y.data() : nullptr));
}

val TrainingSession::checkpoint() {
    checkpoint_ = trainer_ ? trainer_->checkpoint() : std::vector<std::byte>();
    return val(typed_memory_view(checkpoint_.size(), reinterpret_cast<const std::uint8_t*>(checkpoint_.data())));
}

std::string TrainingSession::state() {
    Json json;
    json.object().pair("update", trainer_ ? trainer_->update() : 0).pair("updates", updates_);
    json.pair("ended", trainer_ ? name(trainer_->ended()) : "unready");
    json.pair("restored", trainer_ ? trainer_->restored() : -1).end_object();
    return json.text();
}

std::string TrainingSession::hash() { return trainer_ ? trainer_->hash() : ""; }
bool TrainingSession::resume() {
    if (!trainer_ || !trainer_->resume(consume_input())) return false;
    factors_before_ = trainer_->factors().size();
    return true;
}

std::string columns() {
    Json json;
    add_columns(json);
    return json.text();
}

int start(const std::string& text, int racer) {
    sessions.push_back(std::make_unique<TrainingSession>(text, racer));
    return static_cast<int>(sessions.size());
}
void dispose(int number) {
    if (number >= 1 && static_cast<std::size_t>(number) <= sessions.size())
        sessions[static_cast<std::size_t>(number) - 1].reset();
}
TrainingSession& session(int number) {
    static TrainingSession none("", 0);
    const bool there = number >= 1 && static_cast<std::size_t>(number) <= sessions.size();
    TrainingSession* found = there ? sessions[static_cast<std::size_t>(number) - 1].get() : nullptr;
    return found ? *found : none;
}

}  // namespace eta::page
