// What is evaluated need not be what is trained: the weights that schedule_free shows, and the mean that is measured beside the weights.
#include <catch_amalgamated.hpp>

#include <cmath>
#include <string>
#include <vector>

#include "eta/optimizer/optimizers.hpp"
#include "eta/train/trainer.hpp"
#include "run_fixture.hpp"

using namespace eta;

namespace {

const std::string small = "data=moons(noise=0.3, samples=90) validation=40 hidden=7 batch=5 steps=60 evaluate=1 ";

float last(const Trainer& trainer, std::string_view key) { return trainer.telemetry().column(key).back(); }

Evaluation measured(const Bench& bench, std::span<const float> w) {
    const Racer& racer = bench.run.racers[0];
    Network<float> network(racer.widths, *racer.activation, *racer.loss, 64);
    return network.evaluate(w, bench.samples.validation.x, bench.samples.validation.y);
}

}  // namespace

TEST_CASE("what is measured, hashed and put back is what schedule_free evaluates, not what it trains", "[average]") {
    const Bench bench(small + "lr=0.2 opt=schedule_free(warmup=10) stop=early(validation_accuracy, patience=3)");
    Trainer trainer = bench.trainer();
    std::vector<std::vector<float>> shown;
    double norm = 0;
    while (trainer.ended() == Ended::running && trainer.advance(1) > 0) {
        if (trainer.ended() == Ended::running) {
            CHECK(last(trainer, "validation_loss") == static_cast<float>(measured(bench, trainer.weights()).loss));
            shown.emplace_back(trainer.weights().begin(), trainer.weights().end());
            double squares = 0;
            for (const float w : trainer.weights()) squares += static_cast<double>(w) * static_cast<double>(w);
            norm = std::max(norm, std::abs(std::sqrt(squares) - static_cast<double>(last(trainer, "weight_norm"))));
        }
    }
    CHECK(norm > 1e-4);  // the norm is that of the weights that are trained
    REQUIRE(trainer.restored() > 0);
    const auto best = static_cast<std::size_t>(trainer.restored());
    CHECK(std::equal(trainer.weights().begin(), trainer.weights().end(), shown[best - 1].begin()));
    Trainer again = bench.trainer();
    REQUIRE(again.resume(trainer.checkpoint()));
    CHECK(again.hash() == trainer.hash());
}

TEST_CASE("the mean that is measured is that of the weights after each update, and training does not see it", "[average]") {
    for (const std::string text : {"average=ema(decay=0.9)", "average=swa(from=20)", "average=swa(from=0)"}) {
        CAPTURE(text);
        const Bench bench(small + "lr=0.2 " + text), plain(small + "lr=0.2");
        Trainer trainer = bench.trainer(), without = plain.trainer();
        std::vector<double> mean;
        for (int updates = 1; updates <= 60; ++updates) {
            REQUIRE(trainer.advance(1) == 1);
            without.advance(1);
            const auto w = trainer.weights();
            mean.resize(w.size());
            for (std::size_t i = 0; i < w.size(); ++i) {
                const auto now = static_cast<double>(w[i]);
                if (text.starts_with("average=ema"))
                    mean[i] = updates == 1 ? now : 0.9 * mean[i] + 0.1 * now;
                else if (const int taken = updates - (text.ends_with("20)") ? 20 : 1); taken <= 0)
                    mean[i] = now;
                else
                    mean[i] = (mean[i] * taken + now) / (taken + 1);
            }
            const std::vector<float> as_float(mean.begin(), mean.end());
            const double loss = measured(bench, as_float).loss;
            CHECK(std::abs(loss - static_cast<double>(last(trainer, "average_loss"))) < 1e-5 * loss);
        }
        CHECK(last(trainer, "average_loss") != last(trainer, "validation_loss"));
        CHECK(trainer.hash() == without.hash());
        CHECK(without.telemetry().column("average_loss").empty());
    }
}

TEST_CASE("every optimizer is resumed after every update, bit for bit, and a run of one update ends", "[checkpoint][optimizer]") {
    std::vector<std::string> texts{"schedule_free(base=adamw, warmup=5)", "prodigy(d0=0.01, corrected=true)",
                                   "muon(form=sum, momentum=linear(0.9, to=0.5))", "nadam(beta1=cosine(0.9, to=0.5))"};
    for (const Optimizer& optimizer : optimizers) texts.emplace_back(optimizer.words.key);
    for (const std::string& text : texts) {
        CAPTURE(text);
        const Bench bench(small + "lr=0.05 average=ema(0.9) schedule=cosine opt=" + text);
        Trainer whole = bench.trainer();
        for (int t = 0; t < 60; ++t) {
            Trainer resumed = bench.trainer();
            REQUIRE(resumed.resume(whole.checkpoint()));
            REQUIRE(whole.advance(1) == 1);
            REQUIRE(resumed.advance(1) == 1);
            REQUIRE(resumed.checkpoint() == whole.checkpoint());
        }
        CHECK(whole.ended() == Ended::finished);
        const Bench one("data=moons hidden=3 steps=1 lr=0.01 average=swa opt=" + text);
        Trainer first = one.trainer();
        CHECK(first.advance(1) == 1);
        CHECK(first.ended() == Ended::finished);
        for (const float w : first.weights()) REQUIRE(std::isfinite(w));
    }
}

TEST_CASE("scalars and means that no run can have are refused", "[checkpoint]") {
    const Bench bench(small + "average=ema opt=schedule_free");
    Trainer trainer = bench.trainer();
    trainer.advance(20);
    const auto bytes = trainer.checkpoint();
    const std::size_t scalars = sizeof(CheckpointHead), weights = scalars + 4 * sizeof(double);
    const std::size_t n = trainer.weights().size() * sizeof(float);
    const auto refuses = [&](std::size_t at, std::size_t size) {
        auto broken = bytes;
        for (std::size_t i = 0; i < size; ++i) broken[at + i] = std::byte{0xff};  // not a number
        Trainer other = bench.trainer();
        CHECK_FALSE(other.resume(broken));
    };
    REQUIRE(bench.trainer().resume(bytes));
    refuses(scalars + sizeof(double), sizeof(double));
    refuses(weights, sizeof(float));
    refuses(weights + 2 * n, sizeof(float));  // the second slot has the weights that are evaluated
    refuses(weights + 4 * n, sizeof(float));  // behind w and three slots stands the mean
}
