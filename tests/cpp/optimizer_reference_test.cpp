// Single updates of every optimizer under every convention, against what the frameworks' own classes did from the same state.
#include <catch_amalgamated.hpp>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <set>

#include "eta/math/reduce.hpp"
#include "eta/optimizer/optimizers.hpp"
#include "reference_file.hpp"

namespace {

using namespace eta;

double norm(const std::vector<float>& x) {
    double sum = 0;
    for (const float each : x) sum += static_cast<double>(each) * static_cast<double>(each);
    return std::sqrt(sum);
}
std::vector<float> minus(const std::vector<float>& a, const std::vector<float>& b) {
    std::vector<float> difference(a.size());
    for (std::size_t i = 0; i < a.size(); ++i) difference[i] = a[i] - b[i];
    return difference;
}

// One update of the framework, and the same one here.
struct Point {
    double error, change, size;
};
Point one_update(const Racer& racer, std::vector<std::string> words) {
    const std::int64_t t = std::atoll(words[0].c_str());
    std::vector<double> scalars(static_cast<std::size_t>(racer.optimizer->needs.scalars));
    if (words.back().starts_with("=")) {
        scalars = doubles_of(words.back().substr(1));
        words.pop_back();
    }
    std::vector<float> w = floats_of(words[2]), g = floats_of(words[3]);
    g.resize(w.size());
    const std::vector<float> before = w, after = floats_of(words.back());
    racer.clip->apply(g, norm(g), racer.clip_values);
    std::vector<float> slots;
    for (std::size_t s = 4; s + 1 < words.size(); ++s) {
        const std::vector<float> slot = floats_of(words[s]);
        slots.insert(slots.end(), slot.begin(), slot.end());
        slots.resize((s - 3) * w.size());
    }
    slots.resize(static_cast<std::size_t>(racer.optimizer->slots) * w.size());
    const double eta = static_cast<double>(floats_of(words[1])[0]);
    Slice<float> slice{.w = w, .g = g, .slots = slots.data(), .stride = w.size(), .eta = eta, .t = t};
    const Needs& needs = racer.optimizer->needs;
    if (racer.widths.size() == 4) {  // the second of two hidden layers
        slice.rows = static_cast<std::size_t>(racer.widths[1]);
        slice.columns = static_cast<std::size_t>(racer.widths[2]);
    }
    std::vector<float> scratch(needs.scratch ? needs.scratch(slice.rows, slice.columns) : 0);
    slice.eta_max = racer.rate->at(0);
    slice.scalars = scalars;
    slice.scratch = scratch;
    Values numbers;
    for (const Curve& number : racer.numbers) numbers.add(number.at(t));
    if (needs.before) needs.before(std::span(&slice, 1), numbers);
    racer.optimizer->step(slice, numbers);
    return {norm(minus(w, after)), norm(minus(after, before)), norm(before)};
}

// The optimizers that a file compared; prints the largest error of each as a part of the change, and of what is allowed.
std::set<std::string> compare(const std::string& framework) {
    std::map<std::string, std::pair<double, double>> largest;
    std::set<std::string> compared;
    std::string text;
    std::optional<Run> run;
    int points = 0, moving = 0;
    const auto finish = [&] {
        INFO(text);
        if (!run) return;
        CHECK(points == 20);
        CHECK(moving >= 10);
    };
    for (const std::string& line : reference_lines("optimizers-" + framework + ".txt")) {
        if (line.starts_with("case ")) {
            finish();
            text = line.substr(7);
            Problems problems;
            run = read_run(text, {}, problems);
            INFO(text << ": " << (problems.empty() ? "" : sentence(problems[0])));
            REQUIRE(run);
            compared.insert(std::string(run->racers[0].optimizer->words.key));
            points = moving = 0;
            continue;
        }
        const Point point = one_update(run->racers[0], words_of(line));
        const double allowed = 1e-5 * point.change + std::ldexp(point.size, -24);
        INFO(text << " at " << line.substr(0, 3) << ": error " << point.error << ", allowed " << allowed << ", change "
                  << point.change);
        CHECK(point.error <= allowed);
        ++points;
        moving += point.change > 1e-4 * point.size;
        auto& [part, of_allowed] = largest[std::string(run->racers[0].optimizer->words.key)];
        if (point.change > 1e-4 * point.size) part = std::max(part, point.error / point.change);
        of_allowed = std::max(of_allowed, point.error / allowed);
    }
    finish();
    if (std::getenv("ETA_SHOW_DEVIATIONS"))
        for (const auto& [name, deviation] : largest)
            std::printf("%s %s: error / change %.2g, error / allowed %.2g\n", framework.c_str(), name.c_str(), deviation.first,
                        deviation.second);
    return compared;
}

}  // namespace

TEST_CASE("every optimizer does PyTorch's updates under PyTorch's convention", "[optimizer][reference]") {
    CHECK(compare("torch") == std::set<std::string>{"sgd", "rmsprop", "adagrad", "adam", "adamw", "nadam", "radam", "adadelta",
                                                    "adamax", "muon", "schedule_free", "prodigy"});
}

TEST_CASE("every optimizer does Keras' updates under Keras' convention", "[optimizer][reference]") {
    CHECK(compare("keras") == std::set<std::string>{"sgd", "rmsprop", "adagrad", "adam", "adamw", "lion", "nadam", "adadelta",
                                                    "adamax", "lamb", "muon", "schedule_free"});
}

TEST_CASE("every optimizer does optax' updates under optax' convention", "[optimizer][reference]") {
    CHECK(compare("optax") == std::set<std::string>{"sgd", "rmsprop", "adagrad", "adam", "adamw", "lion", "nadam", "radam",
                                                    "adadelta", "adamax", "lamb", "muon", "schedule_free", "prodigy"});
}

TEST_CASE("corrected decay and cautious updates are those of timm", "[optimizer][reference]") {
    CHECK(compare("timm") == std::set<std::string>{"sgd", "adamw", "lion"});
}
