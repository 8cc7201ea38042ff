// Training: however a run is cut, resumed or shared, its bits are the same; divergence is a state.
#include <catch_amalgamated.hpp>

#include <cmath>
#include <cstring>
#include <string>

#include "eta/train/trainer.hpp"
#include "run_fixture.hpp"

namespace {

using namespace eta;

std::string trained(const Bench& bench, std::size_t racer = 0, std::int64_t piece = 100) {
    Trainer trainer = bench.trainer(racer);
    while (trainer.ended() == Ended::running) trainer.advance(piece);
    return trainer.hash();
}

const char* const texts[] = {
    "data=moons hidden=8-8 act=tanh opt=sgd(momentum=0.9) schedule=cosine steps=300 batch=13 last_batch=keep",
    "data=spirals hidden=37 act=sigmoid opt=adam lr=0.01 schedule=warmup then linear steps=250 batch=33 evaluate=7",
    "data=blobs hidden=none lr=0.1 schedule=step steps=211 batch=5 init=glorot_uniform",
};

}  // namespace

TEST_CASE("a run does not depend on how it is cut into calls", "[trainer]") {
    for (const char* text : texts) {
        const Bench bench(text);
        const std::string whole = trained(bench, 0, 4096);
        CHECK(trained(bench, 0, 1) == whole);
        CHECK(trained(bench, 0, 17) == whole);
        // Neither do the rows of its telemetry.
        Trainer once = bench.trainer(), steps = bench.trainer();
        once.advance(4096);
        std::size_t row = 0, evaluation = 0;
        while (steps.ended() == Ended::running) {
            REQUIRE(steps.advance(1) == 1);
            const bool evaluated = !steps.telemetry()[column("evaluation")].empty();
            for (std::size_t c = 0; c < columns.size(); ++c) {
                const std::size_t group = columns[c].value.index();
                if (!steps.telemetry().has(c) || (group == 1 && !evaluated) || group == 2) continue;
                REQUIRE(steps.telemetry()[c][0] == once.telemetry()[c][group == 0 ? row : evaluation]);
            }
            evaluation += evaluated;
            ++row;
        }
        CHECK(row == once.telemetry()[column("batch_loss")].size());
        CHECK(evaluation == once.telemetry()[column("evaluation")].size());
        CHECK(once.telemetry()[column("evaluation")].back() == static_cast<float>(bench.run.racers[0].updates));
    }
}

TEST_CASE("a resumed run is bitwise the uninterrupted one", "[trainer]") {
    for (const char* text : texts) {
        const Bench bench(text);
        const std::string whole = trained(bench);
        for (const std::int64_t stop : {0, 1, 63, 200}) {
            Trainer first = bench.trainer();
            first.advance(stop);
            const auto checkpoint = first.checkpoint();
            Trainer second = bench.trainer();
            second.advance(5);
            REQUIRE(second.resume(checkpoint));
            CHECK(second.update() == stop);
            while (second.ended() == Ended::running) second.advance(50);
            CHECK(second.hash() == whole);
        }
    }
}

TEST_CASE("what is no checkpoint of this racer is refused and changes nothing", "[trainer]") {
    const Bench bench(texts[0]), other(texts[1]);
    Trainer trainer = bench.trainer();
    trainer.advance(10);
    const std::string before = trainer.hash();
    CHECK_FALSE(trainer.resume({}));
    CHECK_FALSE(trainer.resume(other.trainer().checkpoint()));
    auto damaged = trainer.checkpoint();
    damaged[0] = std::byte{0};
    CHECK_FALSE(trainer.resume(damaged));
    damaged = trainer.checkpoint();
    damaged.pop_back();
    CHECK_FALSE(trainer.resume(damaged));
    damaged = trainer.checkpoint();
    const std::int64_t beyond = 301;
    std::memcpy(damaged.data() + 8, &beyond, sizeof beyond);
    CHECK_FALSE(trainer.resume(damaged));
    CHECK(trainer.hash() == before);
    CHECK(trainer.update() == 10);
}

TEST_CASE("equal schedules give equal racers, different ones do not", "[trainer]") {
    const Bench bench(
        "data=moons steps=120 schedule=cosine schedule=cosine(lr) schedule=linear "
        "schedule=lr * (1 + cos(pi * t/T))/2");
    CHECK(trained(bench, 0) == trained(bench, 1));
    CHECK(trained(bench, 0) != trained(bench, 2));
    // The same formula, written by hand, rounds the same way where power and k are 1.
    CHECK_THAT(bench.run.racers[0].rate->at(60), Catch::Matchers::WithinRel(bench.run.racers[3].rate->at(60), 1e-14));
}

TEST_CASE("seed, split, batch and rate each change the result; the rate is the one that is charted", "[trainer]") {
    const std::string base = "data=moons steps=60 hidden=8 schedule=linear";
    const std::string hash = trained(Bench(base));
    for (const char* change :
         {" seed=2", " split=last", " batch=7", " lr=0.4", " hidden=9", " act=tanh", " init=he_uniform", " opt=sgd(0.5)"}) {
        std::string text = base + change;
        if (text.find("hidden=9") != std::string::npos) text.erase(text.find("hidden=8"), 8);
        INFO(text);
        CHECK(trained(Bench(text)) != hash);
    }
    // Plain gradient descent moves the weights by η‖g‖.
    const Bench bench(base);
    Trainer trainer = bench.trainer();
    trainer.advance(60);
    for (std::size_t t = 0; t < 60; ++t) {
        const double expected = bench.run.racers[0].rate->at(static_cast<std::int64_t>(t)) *
                                static_cast<double>(trainer.telemetry()[column("gradient_norm")][t]);
        CHECK_THAT(trainer.telemetry()[column("update_norm")][t], Catch::Matchers::WithinRel(expected, 1e-3));
    }
}

TEST_CASE("a layer with a schedule of its own learns at its rate", "[trainer]") {
    const Bench bench("data=moons steps=20 hidden=8 schedule=constant schedule.1=0");
    Trainer trainer = bench.trainer();
    const std::vector<float> before(trainer.weights().begin(), trainer.weights().end());
    trainer.advance(20);
    const std::size_t first = trainer.network().layers()[0].size;
    bool second_moved = false;
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (i < first)
            CHECK(trainer.weights()[i] == before[i]);
        else
            second_moved = second_moved || trainer.weights()[i] != before[i];
    }
    CHECK(second_moved);
}

TEST_CASE("divergence is a state: the update is not applied and the weights stay finite", "[trainer]") {
    const auto ends = [](const std::string& text, Ended why) {
        const Bench bench(text);
        Trainer trainer = bench.trainer();
        while (trainer.ended() == Ended::running) trainer.advance(64);
        INFO(text);
        CHECK(trainer.diverged());
        CHECK(trainer.ended() == why);
        CHECK(trainer.update() < bench.run.racers[0].updates);
        for (const float w : trainer.weights()) REQUIRE(std::isfinite(w));
        CHECK(trainer.advance(10) == 0);
        return trainer.update();
    };
    ends("data=moons hidden=8-8 act=identity lr=1000 steps=200 schedule=constant", Ended::loss);
    CHECK(ends("data=moons steps=20 schedule=1/(t - 7)^2", Ended::rate) == 7);
    CHECK(ends("data=moons steps=20 schedule=abs(t - 10) - 1", Ended::rate) == 10);
    // The two classes' weights are then 4e38 apart: that the unit between is small keeps the loss finite, not its gradient.
    CHECK(ends("data=moons hidden=1 act=tanh schedule.1=0 batch=1 steps=60 evaluate=100% schedule=3e38", Ended::gradient) == 1);
    // A rate so large that one step leaves the range of float32.
    CHECK(ends("data=moons steps=20 schedule=where(t > 4, 1e300, 0.1)", Ended::weights) == 5);
}

TEST_CASE("every update has the norm of the weights after it and the sum of the rates so far", "[trainer]") {
    const Bench bench("data=moons hidden=8 batch=5 lr=0.3 steps=120 evaluate=5 schedule=cosine * plateau(0.5, patience=1)");
    Trainer trainer = bench.trainer(), resumed = bench.trainer();
    double sum = 0, factor = 1;
    float last = 0;
    while (trainer.ended() == Ended::running) {
        const std::int64_t t = trainer.update();
        for (const Factor& each : trainer.factors())
            if (each.update <= t) factor = each.factor;
        sum += bench.run.racers[0].rate->at(t, factor);
        trainer.advance(1);
        last = trainer.telemetry().column("rate_sum")[0];
        REQUIRE(last == static_cast<float>(sum));
        double squares = 0;
        for (const float w : trainer.weights()) squares += static_cast<double>(w) * static_cast<double>(w);
        REQUIRE_THAT(static_cast<double>(trainer.telemetry().column("weight_norm")[0]),
                     Catch::Matchers::WithinRel(std::sqrt(squares), 1e-7));
        if (t == 60) REQUIRE(resumed.resume(trainer.checkpoint()));
    }
    REQUIRE(trainer.factors().size() > 1);
    resumed.advance(4096);
    CHECK(resumed.telemetry().column("rate_sum").back() == last);
}
