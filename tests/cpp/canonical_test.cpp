// Canonical texts of runs: each reads without a problem and is printed as it stands. They are in addresses and never change.
#include <catch_amalgamated.hpp>

#include <string>
#include <utility>

#include "eta/run/run.hpp"

namespace {

using namespace eta;

constexpr const char* canonical_texts[] = {
    "preset=default",
    "preset=default steps=400",
    "preset=default hidden=16 lr=0.7 seed=5",
    "preset=default schedule=cosine schedule=linear",
    "schedule=constant",
    "schedule=step",
    "schedule=exponential",
    "schedule=linear",
    "schedule=polynomial",
    "schedule=cosine",
    "schedule=points",
    "schedule=warmup then cosine",
    "schedule=constant then cooldown",
    "schedule=cosine(0.3)",
    "schedule=cosine(0.3, to=0.01)",
    "schedule=cosine(to=lr/100)",
    "schedule=cosine(to=0.001, power=2, k=1.5)",
    "schedule=step(0.2, factor=0.3, every=90)",
    "schedule=step(factor=0.1, every=250)",
    "schedule=step(factor=0.1, every=3ep)",
    "schedule=step(every=12.5%)",
    "schedule=exponential(rate=0.9, every=1)",
    "schedule=exponential(0.1, rate=0.9, every=100, staircase=true)",
    "schedule=exponential(rate=0.96, delay=2ep, floor=0.001)",
    "schedule=linear(0.4, to=0.1)",
    "schedule=polynomial(to=0.01, power=0.5)",
    "schedule=polynomial(to=0.01, power=1, over=100, cycle=true)",
    "schedule=points(0:0.5, 25%:0.1, 100%:0.01, shape=log)",
    "schedule=points(0:0.1, 1ep:0.5, 50%:0.2)",
    "schedule=points(10:0.1)",
    "schedule=warmup(50) then cosine",
    "schedule=warmup(2%) then constant then cooldown(to=0.001)",
    "schedule=warmup(1ep, from=0.01, offset=0) then step(0.2, factor=0.3, every=90)",
    "schedule=constant for 60% then linear",
    "schedule=cosine(0.5) for 100 then cosine(0.25) for 200 then cosine(0.125)",
    "schedule=(warmup(50) then cosine) * 2",
    "schedule=(constant for 50 then linear) for 60% then constant(0.01)",
    "schedule=0.1 * 0.9^floor(t/100)",
    "schedule=lr * 0.5",
    "schedule=lr/(1 + t/T)",
    "schedule=lr * (1 - t/T)^2",
    "schedule=-(t - T)/T * lr",
    "schedule=where(t < 30%, lr, lr/10)",
    "schedule=where(t >= 2ep, 0.01, cosine)",
    "schedule=max(0.01, exponential(rate=0.9, every=20))",
    "schedule=min(cosine, linear) + 0.001",
    "schedule=cosine * plateau",
    "schedule=(warmup(50) then cosine) * plateau(0.5, patience=3, metric=validation_accuracy)",
    "schedule=plateau(mode=min, threshold=0.01, relative=false, cooldown=2, floor=0.001) * constant",
    "schedule=constant * plateau(fires=at, cooldown_counts=less_one)",
    "schedule=constant * greedy(0.9, patience=3, cooldown=1, warmup=2, floor=0.1, ceiling=4, window=5, reset=20)",
    "schedule=repeat(warmup(5) then cosine(0.4), every=1ep, stretch=1.5, scale=0.7, cycles=4)",
    "convention=keras schedule=constant * plateau(cooldown_counts=all)",
    "schedule=compound",
    "schedule=compound(0.1, factor=0.8, during=2ep, every=50%, rounding=tensorflow)",
    "stop=early",
    "stop=early(validation_accuracy, patience=3, min_delta=0.001, restore=false)",
    "stop=updates(3ep)",
    "stop=target(validation_loss, value=0.2)",
    "data=moons schedule=constant stop=updates(200) schedule=cosine stop=target(value=0.9)",
    "data=digits(700) label_noise=0.2 measure=both schedule=cosine",
    "schedule=clamp(lr * exp(-t/200), 0.001, 0.1)",
    "schedule=abs(cos(2 * pi * t/U)) * lr",
    "schedule=mod(t, 10)/10 * lr + 0.01",
    "schedule=cosine schedule=linear lr=0.7 schedule=step batch=16",
    "schedule=constant schedule=constant opt=adam lr=0.001 label=Adam, as it is",
    "data=moons hidden=8-8 act=tanh opt=sgd(0.9) schedule=cosine",
    "data=moons(0.1, samples=300) hidden=none loss=binary_cross_entropy lr=0.1 steps=50",
    "data=blobs hidden=16-16-16 init=glorot_uniform batch=1 seed=0",
    "data=spirals hidden=37 act=sigmoid init=glorot_normal batch=33 last_batch=keep epochs=3",
    "validation=20% split=random evaluate=10",
    "validation=100 split=last steps=20 evaluate=1ep",
    "opt=adam(0.95, beta2=0.98) lr=0.01 schedule=warmup then cosine",
    "opt=sgd(linear(0.95, to=0.85), nesterov=true) schedule=cosine",
    "hidden=128-64 schedule.1=cosine(0.1) schedule.3=0 schedule=cosine",
    "seed=9007199254740991 schedule=linear",
    "steps=1 schedule=cosine",
};

std::string printed(const std::string& text) {
    Problems problems;
    const auto run = read_run(text, {}, problems);
    INFO(text << ": " << (problems.empty() ? "" : sentence(problems[0])));
    REQUIRE(run);
    return run->text;
}

}  // namespace

TEST_CASE("canonical texts print as they stand", "[run]") {
    CHECK(std::size(canonical_texts) >= 60);
    for (const char* text : canonical_texts) CHECK(printed(text) == text);
}

TEST_CASE("other ways to write a run print canonically", "[run]") {
    const std::pair<const char*, const char*> cases[] = {
        {"", "preset=default"},
        {"   ", "preset=default"},
        {"preset=default lr=0.5", "preset=default"},
        {"preset=default epochs=2", "preset=default epochs=2"},
        {"preset=default schedule=constant", "preset=default schedule=constant"},
        {"data=digits", "schedule=constant"},
        {"lr=0.50 batch=8 hidden=32", "schedule=constant"},
        {"hidden=016 schedule=constant", "hidden=16"},
        {"schedule=cosine lr=0.7", "lr=0.7 schedule=cosine"},  // a lone racer's keys are shared
        {"seed=3 schedule=cosine schedule=linear steps=90", "steps=90 seed=3 schedule=cosine schedule=linear"},
        {"lr=0.7 schedule=cosine schedule=linear lr=0.7", "lr=0.7 schedule=cosine schedule=linear"},
        {"lr=0.7 schedule=cosine schedule=linear lr=0.5", "lr=0.7 schedule=cosine schedule=linear lr=0.5"},
        {"schedule=cosine(lr=lr,to=0)", "schedule=cosine"},
        {"schedule=cosine(0.5,0.01)", "schedule=cosine(0.5, to=0.01)"},
        {"schedule=step(every=90, factor=0.3, lr=0.2)", "schedule=step(0.2, factor=0.3, every=90)"},
        {"schedule=points(shape=log,at=0:0.5)", "schedule=points(0:0.5, shape=log)"},
        {"schedule=cosine()", "schedule=cosine"},
        {"schedule=((cosine))", "schedule=cosine"},
        {"schedule=1+2*3", "schedule=1 + 2 * 3"},
        {"schedule = cosine", nullptr},
        {"schedule=\n cosine\tlr=0.1", "lr=0.1 schedule=cosine"},
        {"data=moons(samples=1000)", nullptr},
        {"opt=sgd(momentum=0)", "schedule=constant"},
        {"opt=sgd(momentum=0.9, nesterov=false) schedule=cosine", "opt=sgd(0.9) schedule=cosine"},
        {"label=a  b schedule=cosine", "label=a  b schedule=cosine"},
        {"label= schedule=cosine", "schedule=cosine"},
    };
    for (const auto& [text, canonical] : cases)
        if (canonical) CHECK(printed(text) == canonical);
}
