// Between embind's values and the core's.
#include "host.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "eta/describe/json.hpp"
#include "eta/train/handles.hpp"
#include "eta/train/report.hpp"

namespace eta::host {
namespace {

using emscripten::typed_memory_view;

struct Asset {
    std::string name;
    std::vector<std::byte> bytes;
};
std::vector<Asset> assets;                     // a handful
std::vector<std::unique_ptr<Racing>> racings;  // number 1 first; of those dropped, nothing is left
std::vector<std::byte> given;                  // written into `room`
std::vector<double> rates;                     // of the last curve

const Asset* find(std::string_view name) {
    const auto found = std::find_if(assets.begin(), assets.end(), [&](const Asset& each) { return each.name == name; });
    return found == assets.end() ? nullptr : &*found;
}

// What was given, which is gone from then on.
std::vector<std::byte> taken() { return std::exchange(given, {}); }

template <class T>
val view(const std::vector<T>& values) {
    return val(typed_memory_view(values.size(), values.data()));
}

}  // namespace

val room(int bytes) {
    given.resize(static_cast<std::size_t>(std::max(bytes, 0)));
    return val(typed_memory_view(given.size(), reinterpret_cast<std::uint8_t*>(given.data())));
}

std::string check(const std::string& text) { return eta::check(text, limits); }

val curve(const std::string& text, int racer, double first, int count, double stride) {
    Problems problems;
    const auto run = read_run(valid_utf8(text), limits, problems);
    rates.clear();
    if (run && racer >= 1 && static_cast<std::size_t>(racer) <= run->racers.size() && first >= 0 && stride >= 1) {
        const Curve& rate = *run->racers[static_cast<std::size_t>(racer) - 1].rate;
        for (int i = 0; i < count; ++i) rates.push_back(rate.at(static_cast<std::int64_t>(first + i * stride)));
    }
    return view(rates);
}

std::string drag(const std::string& text, int handle, double t, double eta) {
    Problems problems;
    const auto run = read_run(valid_utf8(text), limits, problems);
    return run && handle >= 0 ? eta::drag(*run, static_cast<std::size_t>(handle), t, eta, limits) : std::string();
}

void provide(const std::string& asset) {
    std::erase_if(assets, [&](const Asset& each) { return each.name == asset; });
    assets.push_back({asset, unpack(asset, taken())});
}
bool has(const std::string& asset) { return find(asset); }

Racing::Racing(const std::string& text, int racer) {
    Problems problems;
    run_ = read_run(valid_utf8(text), limits, problems);
    if (!run_ || racer < 1 || static_cast<std::size_t>(racer) > run_->racers.size()) return;
    const Asset* asset = find(run_->data->asset_for(run_->data_values));
    samples_ = make_samples(*run_, asset ? std::span<const std::byte>(asset->bytes) : std::span<const std::byte>());
    if (!samples_) return;
    const Racer& chosen = run_->racers[static_cast<std::size_t>(racer) - 1];
    updates_ = chosen.updates;
    trainer_ = std::make_unique<Trainer>(*run_, chosen, *samples_);
}

int Racing::advance(int updates) {
    if (!trainer_ || updates <= 0) return 0;
    heard_ = trainer_->factors().size();
    return static_cast<int>(trainer_->advance(updates));
}

val Racing::column(const std::string& key) {
    const std::span<const float> column = trainer_ ? trainer_->telemetry().column(key) : std::span<const float>();
    return val(typed_memory_view(column.size(), column.data()));
}

val Racing::factors() {
    factors_.clear();
    for (std::size_t k = heard_; trainer_ && k < trainer_->factors().size(); ++k) {
        factors_.push_back(static_cast<double>(trainer_->factors()[k].update));
        factors_.push_back(trainer_->factors()[k].factor);
    }
    return view(factors_);
}

val Racing::weights() {
    const std::span<const float> weights = trainer_ ? trainer_->weights() : std::span<const float>();
    return val(typed_memory_view(weights.size(), weights.data()));
}

val Racing::probabilities() {
    const auto bytes = taken();
    std::vector<float> x(bytes.size() / sizeof(float));
    std::memcpy(x.data(), bytes.data(), x.size() * sizeof(float));
    probabilities_ = trainer_ ? trainer_->probabilities(x) : std::vector<float>();
    return view(probabilities_);
}

val Racing::inputs(bool validation) {
    const Table* table = samples_ ? (validation ? &samples_->validation : &samples_->training) : nullptr;
    return val(typed_memory_view(table ? table->x.size() : 0, table ? table->x.data() : nullptr));
}

val Racing::classes(bool validation) {
    const Table* table = samples_ ? (validation ? &samples_->validation : &samples_->training) : nullptr;
    return val(typed_memory_view(table ? table->y.size() : 0, table ? table->y.data() : nullptr));
}

val Racing::checkpoint() {
    checkpoint_ = trainer_ ? trainer_->checkpoint() : std::vector<std::byte>();
    return val(typed_memory_view(checkpoint_.size(), reinterpret_cast<const std::uint8_t*>(checkpoint_.data())));
}

std::string Racing::state() {
    Json json;
    json.object().pair("update", trainer_ ? trainer_->update() : 0).pair("updates", updates_);
    json.pair("ended", trainer_ ? name(trainer_->ended()) : "unready");
    json.pair("restored", trainer_ ? trainer_->restored() : -1).end_object();
    return json.text();
}

std::string Racing::hash() { return trainer_ ? trainer_->hash() : ""; }
bool Racing::resume() {
    if (!trainer_ || !trainer_->resume(taken())) return false;
    heard_ = trainer_->factors().size();
    return true;
}

int start(const std::string& text, int racer) {
    racings.push_back(std::make_unique<Racing>(text, racer));
    return static_cast<int>(racings.size());
}
void drop(int number) {
    if (number >= 1 && static_cast<std::size_t>(number) <= racings.size()) racings[static_cast<std::size_t>(number) - 1].reset();
}
Racing& racing(int number) {
    static Racing none("", 0);
    const bool there = number >= 1 && static_cast<std::size_t>(number) <= racings.size();
    Racing* found = there ? racings[static_cast<std::size_t>(number) - 1].get() : nullptr;
    return found ? *found : none;
}

}  // namespace eta::host
