// Conventions: defaults of a framework, given arguments before them, printed so that the text means the same.
#include <catch_amalgamated.hpp>

#include <string>

#include "eta/network/initialisers.hpp"
#include "eta/optimizer/clips.hpp"
#include "eta/optimizer/optimizers.hpp"
#include "eta/report/checked_run.hpp"
#include "eta/report/comparison.hpp"
#include "eta/run/conventions.hpp"
#include "eta/run/run.hpp"
#include "eta/run/under_conventions.hpp"
#include "eta/schedule/aliases.hpp"
#include "eta/schedule/schedules.hpp"
#include "run_fixture.hpp"

namespace {

using namespace eta;

double number(const Racer& racer, std::string_view key) {
    for (std::size_t p = 0; p < racer.optimizer->params.size(); ++p)
        if (racer.optimizer->params[p].key == key) return racer.numbers[p].at(0);
    FAIL("no parameter " << key);
    return 0;
}

}  // namespace

TEST_CASE("every row of a convention names something that exists and changes it", "[convention]") {
    const auto declared = [](const DefaultOverride& row) -> const Param* {
        const auto in = [&](const auto& table) -> const Param* {
            const auto* entry = find(table, row.entry);
            if (!entry) return nullptr;
            for (const Param& param : entry->params)
                if (param.key == row.param) return &param;
            return nullptr;
        };
        const Param* found = in(optimizers);
        if (!found) found = in(clips);
        if (!found) found = in(initialisers);
        return found ? found : in(schedules);
    };
    for (const Convention& convention : conventions)
        for (const DefaultOverride& row : convention.rows) {
            CAPTURE(convention.words.key, row.entry, row.param);
            if (row.entry.empty() || row.param == "lr") {
                REQUIRE(find_key(row.param));
                CHECK(find_key(row.param)->initial != row.initial);
                CHECK((row.entry.empty() || find(optimizers, row.entry)));
            } else {
                REQUIRE(declared(row));
                CHECK(declared(row)->initial != row.initial);
            }
        }
}

TEST_CASE("what a framework has otherwise and no default may be is a parameter that a comparison writes", "[convention]") {
    std::size_t found = 0;
    for (const Convention& convention : conventions)
        for (const DefaultOverride& row : convention.given) {
            CAPTURE(convention.words.key, row.entry, row.param);
            const Schedule* schedule = find(schedules, row.entry);
            REQUIRE(schedule);
            ++found;
            for (const Param& param : schedule->params)
                if (param.key == row.param) CHECK(choice_index(param.choices, row.initial) > 0);
        }
    CHECK(found == 2);
    // A published text keeps its bits.
    CHECK(good("convention=keras schedule=points(0:0.5, 60:0.1, shape=step)").racers[0].rate->at(60) == 0.1);
    CHECK(good("convention=keras lr=0.5 steps=200 schedule=warmup(50) then cosine").racers[0].rate->at(199) < 1e-3);
    CHECK(good("convention=keras lr=0.5 schedule=multistep(60)").racers[0].rate->at(60) == 0.5);
    CHECK(good("convention=torch lr=0.5 steps=40 schedule=one_cycle").racers[0].rate->at(11) == 0.5);
    CHECK(good("convention=optax lr=0.5 steps=40 schedule=one_cycle").racers[0].rate->at(12) == 0.5);
}

TEST_CASE("racers of a race are compared with the first: every update, the most, and the numbers", "[convention]") {
    const Run run = good("lr=0.5 steps=200 schedule=multistep(60, 120) schedule=multistep(60, 120) convention=keras lr=0.5");
    const RateDifference found = compare_rates(run.racers[0], run.racers[1]);
    CHECK(found.updates == 2);
    CHECK(found.count == 2);
    CHECK(found.parts == std::vector<std::pair<std::int64_t, std::int64_t>>{{60, 60}, {120, 120}});
    CHECK(found.t == 60);
    CHECK(found.here == 0.5);
    CHECK(found.first == run.racers[0].rate->at(60));
    const std::string report = comparison(run);
    CHECK(
        report.find(R"({"key":"schedule","entry":"multistep","param":"boundary","here":"after","plain":"at","written":false})") !=
        std::string::npos);
    CHECK(report.find("steps") == report.find("steps=200"));
    // A rate is apart from another one at more places than are listed.
    const Run many = good("lr=0.5 steps=200 schedule=constant schedule=where(mod(t, 2) < 1, lr, 0.1)");
    const RateDifference all = compare_rates(many.racers[0], many.racers[1]);
    CHECK(all.updates == 100);
    CHECK(all.count == 100);
    CHECK(all.parts.size() == max_parts);
    CHECK(all.parts.back() == std::pair<std::int64_t, std::int64_t>{31, 31});
    CHECK(compare_rates(many.racers[0], many.racers[0]).updates == 0);
}

TEST_CASE("an alias is under each convention what its text is, and is compared like it", "[convention]") {
    const auto numbers = [](const Racer& racer) {
        std::vector<std::string> all;
        for (const FrameworkNumber& each : framework_numbers(racer))
            all.push_back(std::string(each.difference.entry) + "." + std::string(each.difference.param) + "=" +
                          std::string(each.difference.here) + (each.written ? ", written" : ""));
        return all;
    };
    std::size_t apart = 0;
    for (const Alias& alias : aliases) {
        Problems problems;
        const auto named = under_conventions("lr=0.5 schedule=" + std::string(alias.words.key), 1, true, problems);
        const auto written = under_conventions("lr=0.5 schedule=" + std::string(alias.text), 1, true, problems);
        INFO(alias.words.key);
        REQUIRE(named);
        REQUIRE(written);
        CHECK(named->text == written->text);
        for (std::size_t k = 0; k < named->racers.size(); ++k) {
            CHECK(numbers(named->racers[k]) == numbers(written->racers[k]));
            CHECK(compare_rates(named->racers[k], written->racers[k]).updates == 0);
            if (named->racers[k].schedule.find("counts=apart") != std::string::npos) ++apart;
        }
    }
    CHECK(apart > 0);
}

TEST_CASE("a convention replaces defaults, and what is given wins", "[convention]") {
    const Racer keras = good("convention=keras opt=adam schedule=warmup(10) then constant").racers[0];
    CHECK(keras.lr == 0.001);
    CHECK(number(keras, "epsilon") == 1e-7);
    CHECK(number(keras, "epsilon_at") == 2);
    CHECK(keras.initialiser->words.key == "glorot_uniform");
    CHECK(keras.keep_last);
    CHECK(keras.rate->at(0) == 0);  // Keras' warm-up begins with an update that does nothing
    const Racer given = good("convention=keras opt=adam(epsilon=1e-8) lr=0.5 init=he_normal last_batch=drop").racers[0];
    CHECK(given.lr == 0.5);
    CHECK(number(given, "epsilon") == 1e-8);
    CHECK(number(given, "epsilon_at") == 2);
    CHECK(given.initialiser->words.key == "he_normal");
    CHECK_FALSE(given.keep_last);
    CHECK(good("convention=torch opt=rmsprop").racers[0].lr == 0.01);
    CHECK(good("convention=torch").racers[0].lr == 0.001);
    CHECK(good("convention=optax opt=rmsprop").racers[0].lr == 0.5);
    CHECK(good("convention=keras clip=norm").racers[0].clip_values[1] == 0);
    CHECK(good("convention=torch clip=norm").racers[0].clip_values[1] == 1e-6);
    // A number's schedule begins from the convention's default.
    CHECK(number(good("convention=torch opt=rmsprop(linear(to=0.5))").racers[0], "smoothing") == 0.99);
    CHECK(good("opt=adam").racers[0].differences.empty());
}

TEST_CASE("a text under a convention prints as what means the same", "[convention]") {
    const std::pair<const char*, const char*> texts[] = {
        {"convention=none", "schedule=constant"},
        {"opt=sgd convention=keras lr=0.01", "convention=keras"},
        {"convention=keras lr=0.5", "convention=keras lr=0.5"},
        {"convention=keras opt=adam(epsilon=1e-7, amsgrad=false)", "convention=keras opt=adam"},
        {"convention=keras opt=adam(epsilon=1e-8)", "convention=keras opt=adam(epsilon=1e-08)"},
        {"convention=keras init=glorot_uniform last_batch=keep", "convention=keras"},
        {"convention=keras init=he_normal", "convention=keras init=he_normal"},
        {"convention=torch schedule=warmup(5, offset=0) then cosine", "convention=torch schedule=warmup(5) then cosine"},
        {"convention=torch schedule=warmup(5, offset=1) then cosine",
         "convention=torch schedule=warmup(5, offset=1) then cosine"},
        {"convention=torch clip=norm(2, epsilon=1e-6)", "convention=torch clip=norm(2)"},
        // What one racer's default is may not be left out for the other's sake.
        {"lr=0.5 schedule=cosine schedule=linear convention=torch", "lr=0.5 schedule=cosine schedule=linear convention=torch"},
        {"opt=adam(epsilon=1e-8) schedule=cosine schedule=linear convention=keras",
         "opt=adam(epsilon=1e-08) schedule=cosine schedule=linear convention=keras"},
        {"convention=keras schedule=cosine schedule=linear convention=none",
         "convention=keras schedule=cosine schedule=linear convention=none"},
        {"convention=keras schedule=cosine schedule=linear convention=keras", "convention=keras schedule=cosine schedule=linear"},
    };
    for (const auto& [text, printed] : texts) {
        INFO(text);
        const Run run = good(text), again = good(run.text);
        CHECK(run.text == printed);
        CHECK(again.text == run.text);
        for (std::size_t k = 0; k < run.racers.size(); ++k) {
            CHECK(again.racers[k].lr == run.racers[k].lr);
            CHECK(again.racers[k].initialiser == run.racers[k].initialiser);
            for (std::size_t p = 0; p < run.racers[k].numbers.size(); ++p)
                CHECK(again.racers[k].numbers[p].at(0) == run.racers[k].numbers[p].at(0));
            for (std::int64_t t = 0; t < 20; ++t) CHECK(again.racers[k].rate->at(t) == run.racers[k].rate->at(t));
        }
    }
}

TEST_CASE("the report says which defaults a convention replaces", "[convention]") {
    const std::string report = check("convention=keras opt=adam(epsilon=1e-5) lr=0.1 schedule=warmup(5) then cosine", {});
    for (const char* part :
         {R"("convention":"keras")", R"({"key":"opt","entry":"adam","param":"epsilon_at","here":"hat","plain":"outside"})",
          R"({"key":"schedule","entry":"warmup","param":"offset","here":"0","plain":"1"})",
          R"({"key":"init","entry":"","param":"init","here":"glorot_uniform","plain":"he_normal"})"}) {
        INFO(part);
        CHECK(report.find(part) != std::string::npos);
    }
    CHECK(report.find(R"("param":"epsilon","here")") == std::string::npos);
    CHECK(report.find(R"("param":"lr")") == std::string::npos);
    Problems problems;
    CHECK_FALSE(read_run("convention=pytorch", {}, problems));
    REQUIRE_FALSE(problems.empty());
    CHECK(problems[0].code == "unknown_value_near");
}
