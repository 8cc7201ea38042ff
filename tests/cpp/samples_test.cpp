// What a run learns from and is measured on: fewer images, wrong labels, the training samples measured too.
#include <algorithm>
#include <catch_amalgamated.hpp>
#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

#include "eta/data/data_sets.hpp"
#include "eta/train/trainer.hpp"
#include "run_fixture.hpp"

namespace {

using namespace eta;

std::vector<std::byte> digits_file() {
    std::vector<std::byte> bytes(1 << 20);
    std::FILE* file = std::fopen(ETA_SOURCE_DIR "/cpp/assets/digits.bin", "rb");
    REQUIRE(file);
    bytes.resize(std::fread(bytes.data(), 1, bytes.size(), file));
    std::fclose(file);
    return asset_from_file("digits", std::move(bytes));
}

struct DigitsBench {
    explicit DigitsBench(const std::string& text) {
        run = good(text);
        samples = *make_samples(run, run.data->asset.empty() ? std::vector<std::byte>() : digits_file());
    }
    Run run;
    Samples samples;
};

}  // namespace

TEST_CASE("fewer digits are the first of all", "[samples]") {
    const auto bytes = digits_file();
    const DigitsBench few("data=digits(samples=700) split=last validation=500"), all("data=digits split=last validation=500");
    CHECK(few.run.training == 200);
    CHECK(few.samples.training.y.size() == 200);
    CHECK(few.samples.validation.y.size() == 500);
    CHECK(std::equal(few.samples.training.x.begin(), few.samples.training.x.end(), all.samples.training.x.begin()));
    CHECK(std::equal(few.samples.training.y.begin(), few.samples.training.y.end(), all.samples.training.y.begin()));
    // More than there are, and fewer than are set aside.
    for (const char* text : {"data=digits(samples=1798)", "data=digits(samples=100)"}) {
        Problems problems;
        CHECK_FALSE(read_run(text, {}, problems));
        CHECK(problems.size() == 1);
    }
    CHECK(DigitsBench("data=digits(samples=1797)").run.text == "schedule=constant");
}

TEST_CASE("label noise gives so many training samples a wrong class, and no other", "[samples]") {
    for (const char* data : {"data=digits(samples=700) ", "data=moons(samples=300) ", "data=blobs(classes=5) "})
        for (const double noise : {0.0, 0.1, 0.25, 1.0}) {
            const std::string text = std::string(data) + "label_noise=" + std::to_string(noise);
            const DigitsBench clean(data), noisy(text + " seed=1"), other(text + " seed=2");
            INFO(text);
            CHECK(noisy.samples.training.y == other.samples.training.y);
            CHECK(noisy.samples.validation.y == clean.samples.validation.y);
            CHECK(std::equal(noisy.samples.training.x.begin(), noisy.samples.training.x.end(), clean.samples.training.x.begin()));
            const auto& y = noisy.samples.training.y;
            const int classes = noisy.run.shape.classes;
            CHECK(std::all_of(y.begin(), y.end(), [&](std::int32_t c) { return c >= 0 && c < classes; }));
            double wrong = 0;
            for (std::size_t i = 0; i < y.size(); ++i) wrong += y[i] != clean.samples.training.y[i];
            CHECK(wrong == std::floor(noise * static_cast<double>(y.size()) + 0.5));
        }
    // Every other class is as likely: 1500 wrong ones over the distances 1 … 4.
    const DigitsBench clean("data=blobs(classes=5, samples=10000)"), all("data=blobs(classes=5, samples=10000) label_noise=1");
    std::vector<int> distance(5);
    for (std::size_t i = 0; i < clean.samples.training.y.size(); ++i)
        ++distance[static_cast<std::size_t>((all.samples.training.y[i] - clean.samples.training.y[i] + 5) % 5)];
    const double each = static_cast<double>(clean.samples.training.y.size()) / 4;
    CHECK(distance[0] == 0);
    for (std::size_t d = 1; d < 5; ++d) CHECK(std::abs(distance[d] - each) < 5 * std::sqrt(each));
}

TEST_CASE("measuring the training samples changes nothing and says what the network knows of them", "[samples]") {
    const std::string text = "data=moons(noise=0.3) hidden=8 steps=100 evaluate=10 batch=5";
    const DigitsBench bench(text + " measure=both"), plain(text);
    Trainer trainer(bench.run, bench.run.racers[0], bench.samples), without(plain.run, plain.run.racers[0], plain.samples);
    trainer.advance(100);
    without.advance(100);
    CHECK(trainer.hash() == without.hash());
    const Telemetry& told = trainer.telemetry();
    REQUIRE(told.column("evaluation").size() == 10);
    REQUIRE(told.column("training_loss").size() == 10);
    REQUIRE(told.column("training_accuracy").size() == 10);
    CHECK(without.telemetry().column("training_loss").empty());
    CHECK(std::ranges::equal(told.column("validation_loss"), without.telemetry().column("validation_loss")));
    const Table& training = bench.samples.training;
    const auto p = trainer.probabilities(training.x);
    double right = 0, loss = 0;
    for (std::size_t i = 0; i < training.y.size(); ++i) {
        right += (p[2 * i + 1] > p[2 * i]) == (training.y[i] == 1);
        loss -= std::log(static_cast<double>(p[2 * i + static_cast<std::size_t>(training.y[i])]));
    }
    const auto n = static_cast<double>(training.y.size());
    CHECK_THAT(static_cast<double>(told.column("training_accuracy").back()), Catch::Matchers::WithinRel(right / n, 1e-7));
    CHECK_THAT(static_cast<double>(told.column("training_loss").back()), Catch::Matchers::WithinRel(loss / n, 1e-4));
}
