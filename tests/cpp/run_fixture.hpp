// What tests of runs begin with: a text that must be good, and the run with what its trainers refer to.
#pragma once

#include <catch_amalgamated.hpp>

#include <string>
#include <utility>

#include "eta/run/run.hpp"
#include "eta/train/trainer.hpp"

inline eta::Run good(const std::string& text) {
    eta::Problems problems;
    auto run = eta::read_run(text, {}, problems);
    INFO(text << ": " << (problems.empty() ? "" : eta::sentence(problems[0])));
    REQUIRE(run);
    return std::move(*run);
}

// The first problem of a text, with the bytes that it is about; empty without one.
inline std::string first_problem(const std::string& text) {
    eta::Problems problems;
    eta::read_run(text, {}, problems);
    if (problems.empty()) return {};
    return std::string(problems[0].code) + " " + text.substr(problems[0].from, problems[0].to - problems[0].from);
}

// Its data need no asset.
struct Bench {
    explicit Bench(const std::string& text) : run(good(text)) {
        auto made = eta::make_samples(run, {});
        REQUIRE(made);
        samples = std::move(*made);
    }
    eta::Trainer trainer(std::size_t racer = 0) const { return eta::Trainer(run, run.racers[racer], samples); }
    eta::Run run;
    eta::Samples samples;
};
