// These tests check the columns of telemetry: their values, their order, and that they continue over a checkpoint.
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "eta/train/trainer.hpp"
#include "run_fixture.hpp"

using namespace eta;

namespace {}  // namespace

TEST_CASE("published columns keep their order, new ones are at the end", "[telemetry]") {
    std::string keys;
    for (const Column& column : columns)
        if (!column.is_index) keys += std::string(column.key) + " ";
    CHECK(keys.starts_with(
        "batch_loss gradient_norm update_norm validation_loss validation_accuracy training_loss training_accuracy "
        "epoch_loss epoch_accuracy weight_norm rate_sum "));
}

TEST_CASE("the weight norm is that of the weights after the update", "[telemetry]") {
    const Bench bench("data=moons hidden=7 steps=30 lr=0.3 schedule=cosine");
    Trainer trainer = bench.trainer();
    while (trainer.advance(1) > 0) {
        double sum = 0;
        for (const float w : trainer.weights()) sum += static_cast<double>(w) * static_cast<double>(w);
        const double norm = trainer.telemetry()[column("weight_norm")][0];
        CHECK(std::abs(norm - std::sqrt(sum)) <= 1e-6 * norm);
    }
}

TEST_CASE("the sum of the rates is that of the rates trained with, also over a checkpoint and under a listener", "[telemetry]") {
    const Bench bench(
        "data=moons hidden=5 steps=400 lr=0.7 evaluate=5 "
        "schedule=(warmup(20) then cosine) * plateau(factor=0.5, patience=1)");
    Trainer whole = bench.trainer();
    std::vector<float> sums;
    while (whole.advance(400) > 0) {
        const std::span<const float> rows = whole.telemetry()[column("rate_sum")];
        sums.insert(sums.end(), rows.begin(), rows.end());
    }
    REQUIRE(sums.size() == 400);
    REQUIRE(whole.factors().size() > 1);
    double sum = 0;
    for (std::int64_t t = 0; t < 400; ++t) {
        double factor = 1;
        for (const Factor& each : whole.factors())
            if (each.update <= t) factor = each.factor;
        sum += bench.run.racers[0].rate->at(t, factor);
        REQUIRE(sums[static_cast<std::size_t>(t)] == static_cast<float>(sum));
    }
    Trainer first = bench.trainer(), second = bench.trainer();
    first.advance(137);
    REQUIRE(second.resume(first.checkpoint()));
    second.advance(1);
    CHECK(second.telemetry()[column("rate_sum")][0] == sums[137]);
}
