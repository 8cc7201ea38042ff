// Stop rules and the plateau in training: when they act, what is restored, and that a run resumed is the same run.
#include <catch_amalgamated.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "eta/stop/stops.hpp"
#include "eta/train/trainer.hpp"
#include "run_fixture.hpp"

namespace {

using namespace eta;

struct Told {
    std::vector<float> at, loss, accuracy;
};
Told run_to_end(Trainer& trainer, std::int64_t piece = 100) {
    Told told;
    while (trainer.ended() == Ended::running) {
        trainer.advance(piece);
        const auto append = [&](std::vector<float>& to, std::string_view key) {
            const std::span<const float> rows = trainer.telemetry().column(key);
            to.insert(to.end(), rows.begin(), rows.end());
        };
        append(told.at, "evaluation");
        append(told.loss, "validation_loss");
        append(told.accuracy, "validation_accuracy");
    }
    return told;
}

// Overfits: few samples, a wide network, a high rate.
const std::string overfitting = "data=moons(noise=0.4, samples=60) validation=30 hidden=64 batch=5 lr=0.7 steps=600 evaluate=5";

}  // namespace

TEST_CASE("a run stops after so many updates, its schedule seeing the whole", "[stop]") {
    const Bench bench("data=moons steps=200 schedule=linear stop=updates(77)");
    Trainer trainer = bench.trainer();
    const Told told = run_to_end(trainer);
    CHECK(trainer.ended() == Ended::updates);
    CHECK(name(trainer.ended()) == "updates");
    CHECK(trainer.restored() == -1);
    CHECK_FALSE(trainer.diverged());
    CHECK(trainer.update() == 77);
    CHECK(told.at.back() == 77.0f);  // measured although no evaluation was due
    CHECK_THAT(bench.run.racers[0].rate->at(100), Catch::Matchers::WithinRel(0.25, 1e-14));
    CHECK(trainer.advance(5) == 0);
    const Bench whole("data=moons steps=200 schedule=linear stop=updates(200)");
    Trainer finished = whole.trainer();
    run_to_end(finished);
    CHECK(finished.ended() == Ended::finished);
}

TEST_CASE("early stopping waits, stops and puts the best weights back", "[stop]") {
    const Bench kept(overfitting + " stop=early(patience=20)"), left(overfitting + " stop=early(patience=20, restore=false)");
    Trainer restored = kept.trainer(), last = left.trainer();
    const Told told = run_to_end(restored);
    run_to_end(last);
    REQUIRE(restored.ended() == Ended::early);
    CHECK(last.update() == restored.update());
    CHECK(last.hash() != restored.hash());
    const auto best = std::min_element(told.loss.begin(), told.loss.end());
    CHECK(told.loss.end() - best == 21);  // the best and twenty that were no better
    // The restored weights are those of the run cut there.
    const Bench cut(overfitting + " stop=updates(" +
                    std::to_string(static_cast<int>(told.at[static_cast<std::size_t>(best - told.loss.begin())])) + ")");
    Trainer at_best = cut.trainer();
    run_to_end(at_best);
    CHECK(at_best.hash() == restored.hash());
    CHECK(restored.restored() == at_best.update());
    CHECK(last.restored() == -1);
    // A run that comes to its end before the patience does puts the best weights back too; one that is under way does not.
    const Bench whole(overfitting + " stop=early(patience=1000)");
    Trainer finished = whole.trainer();
    finished.advance(at_best.update() + 1);
    CHECK(finished.restored() == -1);
    run_to_end(finished);
    CHECK(finished.ended() == Ended::finished);
    CHECK(finished.restored() == at_best.update());
    CHECK(finished.hash() == restored.hash());
}

TEST_CASE("nothing is put back where the last weights are the best", "[stop]") {
    const std::string learning = "data=moons(noise=0.05) steps=40 evaluate=10 lr=0.1 stop=early(patience=3)";
    const Bench kept(learning), left(learning.substr(0, learning.find(" stop")));
    Trainer trainer = kept.trainer(), other = left.trainer();
    const Told told = run_to_end(trainer);
    run_to_end(other);
    REQUIRE(trainer.ended() == Ended::finished);
    REQUIRE(std::min_element(told.loss.begin(), told.loss.end()) + 1 == told.loss.end());
    CHECK(trainer.restored() == -1);
    CHECK(trainer.hash() == other.hash());
}

TEST_CASE("a target is reached or not", "[stop]") {
    const Bench bench("data=moons(noise=0.05) steps=600 stop=target(value=0.9)");
    Trainer trainer = bench.trainer();
    const Told told = run_to_end(trainer);
    CHECK(trainer.ended() == Ended::target);
    CHECK(told.accuracy.back() >= 0.9f);
    for (std::size_t k = 0; k + 1 < told.accuracy.size(); ++k) CHECK(told.accuracy[k] < 0.9f);
    const Bench never("data=moons steps=50 stop=target(validation_loss, value=0)");
    Trainer whole = never.trainer();
    run_to_end(whole);
    CHECK(whole.ended() == Ended::finished);
}

TEST_CASE("the plateau's factor multiplies the rate from the next update on", "[plateau]") {
    const std::string text = overfitting + " schedule=constant * plateau(0.5, patience=3)";
    const Bench bench(text);
    Trainer trainer = bench.trainer();
    std::vector<double> moved;
    while (trainer.ended() == Ended::running) {
        trainer.advance(1);
        moved.push_back(static_cast<double>(trainer.telemetry()[column("update_norm")][0]) /
                        static_cast<double>(trainer.telemetry()[column("gradient_norm")][0]));
    }
    REQUIRE(trainer.factors().size() > 2);
    double factor = 1;
    std::size_t next = 0;
    for (std::size_t t = 0; t < moved.size(); ++t) {
        while (next < trainer.factors().size() && trainer.factors()[next].update <= static_cast<std::int64_t>(t))
            factor = trainer.factors()[next++].factor;
        if (factor > 1e-3) CHECK_THAT(moved[t], Catch::Matchers::WithinRel(0.7 * factor, 1e-2));
    }
    CHECK(trainer.factors()[1].factor == 0.25);
}

TEST_CASE("what a run has measured is in its checkpoint", "[stop]") {
    for (const char* keys : {" schedule=cosine * plateau(0.5, patience=2) stop=early(patience=30)", " stop=early(patience=20)",
                             " stop=updates(90)", " schedule=constant * plateau(0.7, patience=1, cooldown=2)",
                             " schedule=constant * greedy(0.6, patience=1, warmup=1, window=4, reset=2)"}) {
        const Bench bench(overfitting + keys);
        INFO(keys);
        Trainer whole = bench.trainer();
        run_to_end(whole, 4096);
        for (const std::int64_t at : {1, 33, 85}) {
            Trainer first = bench.trainer(), second = bench.trainer();
            first.advance(at);
            const auto bytes = first.checkpoint();
            second.advance(7);
            REQUIRE(second.resume(bytes));
            run_to_end(second, 11);
            CHECK(second.hash() == whole.hash());
            CHECK(second.update() == whole.update());
            CHECK(second.ended() == whole.ended());
            REQUIRE(second.factors().size() == whole.factors().size());
            for (std::size_t k = 0; k < whole.factors().size(); ++k) {
                CHECK(second.factors()[k].update == whole.factors()[k].update);
                CHECK(second.factors()[k].factor == whole.factors()[k].factor);
            }
            const std::string before = second.hash();
            CHECK_FALSE(second.resume(std::span(bytes).first(bytes.size() - 1)));
            CHECK(second.hash() == before);
        }
    }
}
