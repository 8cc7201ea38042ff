// The two articles' runs against Keras: single updates from Keras' own weights and state, at 20 points of each variant.
#include <catch_amalgamated.hpp>

#include <array>
#include <cstdlib>
#include <map>

#include "article.hpp"

namespace {

using namespace eta;
using article::Model;

constexpr std::size_t kept_before = 24, kept_after = 384;

double norm(const std::vector<double>& x) {
    double sum = 0;
    for (const double each : x) sum += each * each;
    return std::sqrt(sum);
}
template <class Number>
std::vector<double> minus(std::vector<double> a, const std::vector<Number>& b) {
    REQUIRE(a.size() == b.size());
    for (std::size_t i = 0; i < a.size(); ++i) a[i] -= static_cast<double>(b[i]);
    return a;
}

// The largest of each: where the replayed run stands from Keras' own, and a float32 update's error as a part of its length and of
// what is allowed.
struct Deviations {
    double replay = 0, of_change = 0, of_allowed = 0, loss = 0;
};

// One line of a case; `twofold` has come to update t.
void compare(const std::vector<std::string>& words, const Model<double>& twofold, std::int64_t t, int& moving,
             Deviations& worst) {
    const Racer& racer = twofold.racer;
    // The run in double is Keras' run: weights, then the optimizer's numbers (without those that only momentum or amsgrad reads).
    // Adam at η = 0.1 makes much of the last bit of a sum; what is compared starts from these numbers in float32, whose half step
    // is 2⁻²⁵.
    for (std::size_t s = 0; s + 5 < words.size(); ++s) {
        const auto theirs = doubles_of(words[4 + s]);
        const auto ours = twofold.kept(s == 0 ? std::span<const double>(twofold.w) : twofold.slot(s - 1), t, kept_before);
        const double apart = norm(minus(ours, theirs)), size = norm(theirs);
        INFO("number " << s << ": " << apart << " of " << size);
        CHECK(apart <= std::ldexp(size, -27));
        if (size > 0) worst.replay = std::max(worst.replay, apart / size);
    }
    Model<float> single(racer, twofold.table);
    const auto copy = [](const Buffer<double>& from, Buffer<float>& to) {
        for (std::size_t i = 0; i < from.size(); ++i) to[i] = static_cast<float>(from[i]);
    };
    copy(twofold.w, single.w);
    copy(twofold.slots, single.slots);
    const Buffer<float> before = single.w;
    const double loss = single.update(t, racer.rate->at(t));
    double change = 0, size = 0;
    for (std::size_t i = 0; i < before.size(); ++i) {
        const auto b = static_cast<double>(before[i]), d = static_cast<double>(single.w[i]) - b;
        change += d * d;
        size += b * b;
    }
    change = std::sqrt(change), size = std::sqrt(size);
    const double eta = static_cast<double>(floats_of(words[1])[0]), cost = static_cast<double>(floats_of(words[2])[0]);
    const double changed = doubles_of(words[3])[0];
    CHECK(std::abs(racer.rate->at(t) - eta) <= std::ldexp(racer.rate->at(0), -22));  // four float32 steps of the peak
    CHECK_THAT(loss, Catch::Matchers::WithinRel(cost, 2e-6));
    CHECK_THAT(change, Catch::Matchers::WithinRel(changed, 1e-5) || Catch::Matchers::WithinAbs(changed, std::ldexp(size, -24)));
    worst.loss = std::max(worst.loss, std::abs(loss / cost - 1));

    const auto after = floats_of(words.back());
    const auto start = single.kept(before, t, kept_after), end = single.kept(single.w, t, kept_after);
    const std::vector<double> there(after.begin(), after.end());
    const double error = norm(minus(end, after)), moved = norm(minus(there, start));
    const double allowed = 1e-5 * moved + std::ldexp(norm(start), -24);
    INFO("error " << error << ", allowed " << allowed << ", moved " << moved << " of " << norm(start));
    CHECK(error <= allowed);
    const bool moves = moved > 1e-4 * norm(start) && changed > 1e-4 * size;
    moving += moves;
    if (moves) worst.of_change = std::max(worst.of_change, error / moved);
    worst.of_allowed = std::max(worst.of_allowed, error / allowed);
}

void compare_file(const std::string& name, const Table& table, int cases) {
    REQUIRE(table.y.size() == 1000);
    std::optional<Run> run;
    std::optional<Model<double>> twofold;
    std::int64_t t = 0;
    int points = 0, moving = 0, found = 0;
    std::string text;
    std::map<std::string, Deviations> worst;
    const auto finish = [&] {
        INFO(text);
        if (!run) return;
        CHECK(points == 20);
        CHECK(moving >= 10);
    };
    for (const std::string& line : reference_lines("article-" + name + "-keras.txt")) {
        const auto words = words_of(line);
        if (words[0] == "case") {
            finish();
            Problems problems;
            text = line;
            run = read_run(line.substr(line.find("preset")), {}, problems);
            REQUIRE(run);
            t = std::atoll(words[2].c_str());
            twofold.emplace(run->racers[static_cast<std::size_t>(std::atoi(words[1].c_str())) - 1], table);
            points = moving = 0;
            ++found;
            continue;
        }
        for (const std::int64_t to = std::atoll(words[0].c_str()); t < to; ++t) twofold->update(t, twofold->racer.rate->at(t));
        INFO(text << " at " << t);
        compare(words, *twofold, t, moving, worst[text]);
        ++points;
    }
    finish();
    CHECK(found == cases);
    if (std::getenv("ETA_SHOW_DEVIATIONS"))
        for (const auto& [variant, deviations] : worst)
            std::printf("%s: replay %.2g, error / change %.2g, error / allowed %.2g, loss %.2g\n", variant.c_str(),
                        deviations.replay, deviations.of_change, deviations.of_allowed, deviations.loss);
}

}  // namespace

TEST_CASE("article A does Keras' updates: as its text, its code and its table have it", "[article][reference]") {
    compare_file("a", article::features(), 3);
}

TEST_CASE("article B does Keras' updates, with the logits that TensorFlow finds", "[article][reference]") {
    compare_file("b", article::mnist(), 3);
}

TEST_CASE("article B does Keras' updates, with its softmax taken for logits", "[article][reference]") {
    compare_file("b-twice", article::mnist(), 3);
}

namespace {

double furthest(const std::vector<double>& a, const std::vector<double>& b) {
    REQUIRE(a.size() == b.size());
    double apart = 0;
    for (std::size_t i = 0; i < a.size(); ++i) apart = std::max(apart, std::abs(a[i] - b[i]));
    return apart;
}

// Our 20 epochs of a variant of article A: the loss of every update, then loss, accuracy, val_loss and val_accuracy of every
// epoch.
std::array<std::vector<double>, 5> epochs(const Racer& racer, const Table& table) {
    constexpr std::size_t count = 20, per_epoch = 25, inputs = 100;
    std::array<std::vector<double>, 5> columns;
    Model<float> model(racer, table);
    const Buffer<float> x(std::span<const float>(table.x).subspan(article::training * inputs));
    const auto y = std::span<const std::int32_t>(table.y).subspan(article::training);
    for (std::size_t e = 0; e < count; ++e) {
        double loss = 0, right = 0;
        for (std::size_t k = 0; k < per_epoch; ++k) {
            const auto t = static_cast<std::int64_t>(e * per_epoch + k);
            columns[0].push_back(model.update(t, racer.rate->at(t)));
            loss += columns[0].back() / per_epoch;
            right += static_cast<double>(model.network.correct());
        }
        const Evaluation validation = model.network.evaluate(model.w, x, y);
        columns[1].push_back(loss);
        columns[2].push_back(right / article::training);
        columns[3].push_back(validation.loss);
        columns[4].push_back(validation.accuracy);
    }
    return columns;
}

}  // namespace

TEST_CASE("article A stays with Keras' fit over 20 epochs, as far as two builds of it stay together", "[article][reference]") {
    const Table table = article::features();
    const auto lines = reference_lines("article-a-curves-keras.txt");
    REQUIRE(lines.size() == 9);
    for (std::size_t i = 0; i < lines.size(); i += 3) {
        INFO(lines[i]);
        Problems problems;
        const auto run = read_run("preset=article_a", {}, problems);
        REQUIRE(run);
        const Racer& racer = run->racers[i / 3];
        const auto ours = epochs(racer, table);
        const auto first = words_of(lines[i + 1]), second = words_of(lines[i + 2]);
        constexpr std::array columns_of_file{"loss of an update", "loss", "accuracy", "val_loss", "val_accuracy"};
        REQUIRE(first.size() == columns_of_file.size());
        for (std::size_t c = 0; c < columns_of_file.size(); ++c) {
            const auto one = doubles_of(first[c]), other = doubles_of(second[c]);
            const double spread = furthest(one, other), apart = std::min(furthest(ours[c], one), furthest(ours[c], other));
            INFO(columns_of_file[c] << ": " << apart << " from Keras, whose builds are " << spread << " apart");
            // Both spreads are a few steps of rounding (the history itself is float32): ours may be as wide as two of theirs.
            CHECK(apart <= 2 * spread + 1e-6);
            if (std::getenv("ETA_SHOW_DEVIATIONS"))
                std::printf("article A, racer %d, %s: %.2g, builds of Keras %.2g\n", static_cast<int>(i / 3 + 1),
                            columns_of_file[c], apart, spread);
        }
        // It learns, or the comparison would say little.
        CHECK(ours[2].back() > (i == 0 ? 0.55 : 0.9));
    }
}
