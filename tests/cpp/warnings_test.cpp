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
                             "preset=article_a",
                             "preset=article_b epochs=200"}) {
        INFO(text);
        CHECK(warnings_of(text).empty());
    }
}
