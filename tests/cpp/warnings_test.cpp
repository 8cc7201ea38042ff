// A good run is warned of what it can never come to; a run that is as it should be is not.
#include <catch_amalgamated.hpp>

#include <string>

#include "eta/run/run.hpp"

namespace {

using namespace eta;

Problems warnings_of(const std::string& text) {
    Problems problems, warnings;
    const auto run = read_run(text, {}, problems, &warnings);
    INFO(text << ": " << (problems.empty() ? "" : sentence(problems[0])));
    REQUIRE(run);
    return warnings;
}

}  // namespace

TEST_CASE("what can never come is said once, at its place", "[warnings]") {
    struct Doubtful {
        std::string text;
        std::string_view code;
        std::string about;
    };
    const Doubtful doubtful[] = {
        {"steps=800 schedule=step(every=5000)", "drop_after_end", "5000"},
        {"steps=800 schedule=step(every=800)", "drop_after_end", "800"},
        {"steps=800 schedule=constant for 50% then step(every=400)", "drop_after_end", "400"},
        {"steps=800 schedule=max(0.01, step(every=5000)) * plateau", "drop_after_end", "5000"},
        {"schedule=exponential(every=900, staircase=true)", "drop_after_end", "900"},
        {"schedule=exponential(delay=100%)", "decay_after_end", "100%"},
        {"schedule=warmup(2000) then cosine", "warmup_after_end", "warmup(2000)"},
        {"schedule=warmup(800) then cosine", "warmup_after_end", "warmup(800)"},
        {"schedule=(warmup(2000) then cosine) * plateau", "warmup_after_end", "warmup(2000)"},
        {"steps=20 schedule=warmup(1ep) then cosine", "warmup_after_end", "warmup(1ep)"},
        {"schedule=constant for 900 then linear", "segment_after_end", "linear"},
        {"schedule=constant for 500 then cosine for 300 then linear", "segment_after_end", "linear"},
        {"schedule=constant then cooldown(900)", "segment_after_end", "constant"},
        {"schedule=constant for 500 then cooldown(400)", "segment_cut", "cooldown(400)"},
        {"schedule=points(0:0.5, 900:0.1)", "point_after_end", "900:0.1"},
        {"schedule=points(0:0.5, 0.5:0.1)", "part_meant", "0.5"},
        {"schedule=repeat(cosine, every=800)", "cycle_after_end", "800"},
        {"schedule=repeat(step(every=200), every=100)", "drop_after_end", "200"},
        {"schedule=cosine * plateau(patience=100)", "patience_after_end", "100"},
        {"evaluate=20% stop=early", "patience_after_end", "early"},
        {"stop=updates(800)", "stop_after_end", "800"},
        {"average=swa(from=800)", "mean_after_end", "800"},
        {"evaluate=801", "evaluate_after_end", "801"},
        {"evaluate=0.2", "part_meant", "0.2"},
        {"opt=sgd(momentum=warmup(900) then constant(0.9))", "warmup_after_end", "warmup(900)"},
        {"schedule=cosine schedule.1=step(every=900)", "drop_after_end", "900"},
        {"schedule=constant schedule=cosine lr=0.5", "key_of_last", "lr=0.5"},
        {"stop=updates(900) schedule=constant schedule=cosine", "stop_after_end", "900"},
    };
    for (const Doubtful& each : doubtful) {
        const Problems warnings = warnings_of(each.text);
        INFO(each.text);
        REQUIRE(warnings.size() == 1);
        CHECK(warnings[0].code == each.code);
        CHECK(each.text.substr(warnings[0].from, warnings[0].to - warnings[0].from) == each.about);
        CHECK(sentence(warnings[0]).find('{') == std::string::npos);
    }
}

TEST_CASE("a warning names the per cent that was likely meant", "[warnings]") {
    CHECK(warnings_of("evaluate=0.2")[0].values == std::vector<std::string>{"evaluate", "0.2", "20%"});
    CHECK(warnings_of("schedule=points(0:0.5, 0.5:0.1)")[0].values == std::vector<std::string>{"at", "0.5", "50%"});
}

TEST_CASE("nothing is said of what is as it should be", "[warnings]") {
    for (const char* text : {"",
                             "schedule=step(every=799)",
                             "schedule=warmup(799) then cosine",
                             "schedule=points(0:0.5, 800:0.1)",
                             "schedule=points",
                             "evaluate=100%",
                             "evaluate=2.5",
                             "evaluate=5e-324",
                             "stop=updates",
                             "stop=early",
                             "schedule=cosine * plateau",
                             "schedule=warmup then constant then cooldown",
                             "schedule=warmup(0) then cosine",
                             "schedule=constant for 33.4% then linear for 33.4% then cosine for 33.4%",
                             "schedule=repeat(cosine, every=799)",
                             "schedule=exponential(every=900)",
                             "lr=0.1 schedule=constant schedule=cosine lr=0.5",
                             "schedule=constant schedule=constant opt=adam",
                             "schedule=constant lr=0.1 schedule=cosine lr=0.5",
                             "schedule=constant schedule=cosine label=a",
                             "lr=0.5 schedule=constant schedule=cosine",
                             "preset=article_b epochs=200"}) {
        INFO(text);
        CHECK(warnings_of(text).empty());
    }
}

// Each with what is nearly it, of which nothing is said.
TEST_CASE("rates that nobody wants are said, and what only looks like them is not", "[warnings]") {
    struct Doubtful {
        std::string text;
        std::string_view code;
        std::vector<std::string> values;
        std::vector<std::string> good;
    };
    const Doubtful doubtful[] = {
        {"schedule=0.5*min(1, (t + 1)/1000)",
         "peak_after_end",
         {"0.5", "999", "800", "0.4"},
         {"schedule=0.5*min(1, (t + 1)/800)", "schedule=cosine(0.1, to=0.5)", "schedule=polynomial(0.1, to=0.5)",
          "schedule=0.5*(t + 1)/1000", "schedule=linear(0.1, to=0.5)", "schedule=0.5*min(1, (t + 1)/T)", "schedule=0.5"}},
        {"schedule=0.5*(1.1 + cos(pi*t/400))/2",
         "rises_again",
         {"400", "0.025", "0.525", "800"},
         {"schedule=0.5*(1.1 + cos(pi*t/800))/2", "schedule=0.5*(1.1 + cos(pi*t/100))/2", "schedule=0.5*(1.1 + cos(pi*t/T))/2",
          "schedule=0.5*(1.1 + cos(pi*mod(t, 400)/400))/2", "schedule=repeat(cosine, every=400)",
          "schedule=0.5*(1.1 + cos(pi*t/790))/2", "schedule=0.1 + 0.1*abs(t/400 - 1)"}},
        {"schedule=warmup(50, offset=0) then cosine",
         "first_rate_zero",
         {},
         {"schedule=warmup(50) then cosine", "schedule=warmup(50, from=0.01, offset=0) then cosine"}},
        {"schedule=constant for 500 then 0 for 100 then 0.5",
         "zero_rates",
         {"500", "599", "100"},
         {"schedule=linear", "schedule=constant for 799 then 0", "schedule=0", "schedule=linear for 799 then 0"}},
        {"schedule=step(factor=0.05, every=400)",
         "rate_jumps",
         {"400", "0.5", "0.025"},
         {"schedule=step(factor=0.1, every=400)", "schedule=polynomial(power=9)", "schedule=repeat(cosine, every=200)",
          "schedule=step(0.3, factor=0.1, every=300)"}},
        {"schedule=constant(0.01) for 100 then constant",
         "rate_jumps",
         {"100", "0.01", "0.5"},
         {"schedule=constant(0.05) for 100 then constant", "schedule=cosine for 400 then cosine"}},
        {"opt=adam schedule=exponential(rate=0.98, every=1)",
         "decays_to_nothing",
         {"684", "800"},
         {"schedule=exponential(rate=0.99, every=1)", "schedule=cosine steps=3000", "schedule=polynomial(power=6)"}},
        {"schedule=step(factor=0.1, every=100)",
         "frozen",
         {"200", "800"},
         {"schedule=step(factor=0.1, every=250)", "schedule=exponential(rate=0.99, every=1)",
          "schedule=0.5*where(t < 1, 1, 0.001) steps=9"}},
        {"data=moons(samples=101) validation=20 batch=8 last_batch=keep",
         "last_batch_of_one",
         {"81", "8"},
         {"data=moons(samples=101) validation=20 batch=8", "data=moons(samples=101) validation=20 batch=9 last_batch=keep",
          "batch=7 last_batch=keep", "batch=1 last_batch=keep"}},
    };
    const auto find = [](const Problems& all, std::string_view code) {
        const Problem* found = nullptr;
        for (const Problem& each : all)
            if (each.code == code) found = &each;
        return found;
    };
    for (const Doubtful& each : doubtful) {
        const Problems warnings = warnings_of(each.text);
        INFO(each.text << " " << each.code);
        const Problem* found = find(warnings, each.code);
        REQUIRE(found);
        CHECK(found->values == each.values);
        for (const std::string& good : each.good) {
            INFO(good);
            CHECK(!find(warnings_of(good), each.code));
        }
    }
}

TEST_CASE("a decay by 0.9 at every update is said to come to nothing, as one article had it", "[warnings]") {
    const Problems warnings = warnings_of("preset=article_a");
    REQUIRE(warnings.size() == 2);
    CHECK((warnings[0].code == "decays_to_nothing" && warnings[0].values[0] == "132"));
    CHECK((warnings[1].code == "frozen" && warnings[1].values[0] == "44"));
}
