// Numbers other than η: rates of layers, and an optimizer's numbers under any schedule.
#include <catch_amalgamated.hpp>

#include <string>
#include <vector>

#include "eta/run/scheduled.hpp"
#include "eta/train/trainer.hpp"
#include "run_fixture.hpp"

namespace {

using namespace eta;

const std::string moons = "data=moons(samples=60) hidden=6-5 steps=40 evaluate=5 ";

std::string hash(const std::string& text) {
    const Bench bench(moons + text);
    Trainer trainer = bench.trainer();
    trainer.advance(40);
    return trainer.hash();
}

}  // namespace

TEST_CASE("a layer's rate is the racer's times its decay to the power of the layers above it", "[trainer]") {
    // 0.5 is exact, so that both texts give the same bits.
    CHECK(hash("lr=0.25 layer_decay=0.5") == hash("lr=0.25 schedule.1=0.0625 schedule.2=0.125"));
    CHECK(hash("lr=0.25 layer_decay=0.5 schedule=cosine schedule.1=0.125") ==
          hash("lr=0.25 schedule=cosine schedule.1=0.125 schedule.2=cosine(0.125)"));
    CHECK(hash("lr=0.25 layer_decay=1") == hash("lr=0.25"));
    CHECK(first_problem("layer_decay=1.5") == "key_out_of_range 1.5");
}

TEST_CASE("a listener's factor multiplies the schedules of layers too, unless it is told not to", "[trainer]") {
    // At a factor of 0 nothing moves any more; of 0.5, layers with the racer's own schedule stay those of one without.
    const std::string falls = "lr=0.25 schedule=constant * plateau(0.5, patience=0, threshold=1e6) ";
    CHECK(hash(falls + "schedule.1=0.25 schedule.2=0.25 schedule.3=0.25") == hash(falls));
    CHECK(hash(falls + "schedule.1=0.25") == hash(falls));
    CHECK(hash(falls + "schedule.1=0.125 schedule.2=0.125 schedule.3=0.125") != hash("lr=0.125"));
    const std::string rest = "lr=0.25 schedule=constant * plateau(0.5, patience=0, threshold=1e6, layers=rest) ";
    CHECK(hash(rest + "schedule.1=0.125 schedule.2=0.125 schedule.3=0.125") == hash("lr=0.125"));
    CHECK(hash("lr=0.25 schedule=constant * greedy(0.5, patience=0, layers=rest) schedule.1=0.125 schedule.2=0.125 "
               "schedule.3=0.125") == hash("lr=0.125"));
}

TEST_CASE("any kind of schedule is a number of an optimizer", "[run]") {
    for (const char* opt :
         {"sgd(momentum=warmup(10) then cosine(0.9))", "sgd(momentum=(warmup(10, from=0.5) then constant(0.9)))",
          "sgd(weight_decay=step(1e-3, every=10))", "sgd(momentum=repeat(linear(0.9, to=0.5), every=10))",
          "adam(beta1=linear(0.9, to=0.95), beta2=0.99 + 0.009 * t / T)", "adam(epsilon=cosine(1e-6))",
          "adamw(weight_decay=points(0:0.1, 50%:0.01))", "sgd(momentum=cosine)",
          "sgd(momentum=one_cycle(0.85, div=0.85/0.95, final_div=1))", "sgd(dampening=exponential(0.5))",
          "rmsprop(smoothing=constant(0.9) for 10 then 0.99)", "lion(beta1=0.9, beta2=linear(0.99, to=0.9))",
          "adagrad(epsilon=1e-8 * (1 + t))"}) {
        INFO(opt);
        const Bench bench(moons + "lr=0.01 opt=" + opt);
        CHECK(scheduled(bench.run.racers[0]).size() == (std::string(opt).find("beta2=0.99 +") == std::string::npos ? 1 : 2));
        Trainer trainer = bench.trainer();
        trainer.advance(40);
        CHECK(trainer.ended() == Ended::finished);
    }
    CHECK(first_problem("opt=sgd(momentum=0.5 - t/T)") == "number_out_of_range_at 0.5 - t/T");
    CHECK(first_problem("opt=sgd(momentum=constant(0.5) for 50 then 2)") == "number_out_of_range_at constant(0.5) for 50 then 2");
    CHECK(first_problem("opt=sgd(momentum=linear(0.5, to=2) for 50 then 0.5)") ==
          "number_out_of_range_at linear(0.5, to=2) for 50 then 0.5");
    CHECK(first_problem("opt=sgd(momentum=constant(0.5) * plateau)") == "listener_of_rate plateau");
    CHECK(first_problem("opt=sgd(weight_decay=greedy)") == "listener_of_rate greedy");
    CHECK(first_problem("schedule=cosine schedule.2=cosine * plateau") == "listener_of_rate plateau");
}

TEST_CASE("a length of plain numbers is whole, and one that is a part of a run is rounded", "[run]") {
    CHECK(first_problem("schedule=step(every=5/2)") == "length_not_whole 5/2");
    CHECK(first_problem("schedule=step(every=2.5)") == "length_not_whole 2.5");
    CHECK(first_problem("schedule=step(every=1/2)") == "part_meant 1/2");
    CHECK(first_problem("schedule=warmup(5/2) then cosine") == "length_not_whole 5/2");
    const auto boundaries = [](const std::string& every) {
        return good("steps=100 schedule=repeat(cosine, every=" + every + ")").racers[0].rate->boundaries().size();
    };
    CHECK(boundaries("60/2") == boundaries("30"));
    CHECK(boundaries("T/3") == boundaries("33"));
    CHECK(boundaries("U/3 + 0.2") == boundaries("54"));
    CHECK(boundaries("2 * 12.4%") == boundaries("24"));
}

TEST_CASE("the numbers that are scheduled have paths, and their curves are what the trainer uses", "[run]") {
    const Run run = good(
        "steps=100 lr=0.5 layer_decay=0.5 batch=points(0:8, 25%:16, shape=step) hidden=6-5 schedule.2=linear(0.2) "
        "opt=sgd(momentum=linear(0.9, to=0.5)) schedule=constant * plateau");
    const Racer& racer = run.racers[0];
    CHECK(scheduled(racer) == std::vector<std::string>{"opt.momentum", "batch", "schedule.1", "schedule.2"});
    const std::vector<double> factors{50, 0.5};
    const auto at = [&](const std::string& path, std::int64_t t) {
        const Stretch found = stretch_of(racer, path, factors, t, t + 1, 1);
        REQUIRE(found.eta.size() == 1);
        return found.eta[0];
    };
    for (const std::int64_t t : {0, 24, 25, 49, 50, 99}) {
        const double factor = t < 50 ? 1 : 0.5;
        CHECK(at("opt.momentum", t) == racer.numbers[0].at(t));
        CHECK(at("batch", t) == (t < 25 ? 8 : 16));
        CHECK(at("schedule.1", t) == 0.5 * factor * 0.25);
        CHECK(at("schedule.2", t) == racer.layer_rate[1]->at(t) * factor);
    }
    for (const char* path : {"", "opt.nesterov", "opt.none", "schedule.0", "schedule.4", "schedule.x", "lr"})
        CHECK(stretch_of(racer, path, {}, 0, 10, 10).eta.empty());
    CHECK(scheduled(good("").racers[0]).empty());
}
