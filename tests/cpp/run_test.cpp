// The text of a run: items, keys, presets, limits, and what is wrong with a bad one.
#include <catch_amalgamated.hpp>

#include <algorithm>
#include <set>
#include <string>

#include "eta/data/data_sets.hpp"
#include "eta/describe/json.hpp"
#include "eta/language/arguments.hpp"
#include "eta/network/activations.hpp"
#include "eta/network/initialisers.hpp"
#include "eta/network/losses.hpp"
#include "eta/optimizer/optimizers.hpp"
#include "eta/report/checked_run.hpp"
#include "eta/report/registry.hpp"
#include "eta/run/evaluations.hpp"
#include "eta/run/presets.hpp"
#include "eta/run/run.hpp"
#include "eta/schedule/schedules.hpp"

namespace {

using namespace eta;

Run good(const std::string& text, const Limits& limits = {}) {
    Problems problems;
    auto run = read_run(text, limits, problems);
    INFO(text << ": " << (problems.empty() ? "" : sentence(problems[0])));
    REQUIRE(run);
    return std::move(*run);
}

Problems bad(const std::string& text, const Limits& limits = {}) {
    Problems problems;
    const auto run = read_run(text, limits, problems);
    INFO(text);
    CHECK_FALSE(run);
    REQUIRE_FALSE(problems.empty());
    for (const Problem& each : problems) {
        CHECK(each.from <= each.to);
        CHECK(each.to <= text.size());
        CHECK(sentence(each).find('{') == std::string::npos);
    }
    return problems;
}

}  // namespace

TEST_CASE("the default run is what the product says", "[run]") {
    const Run run = good("");
    CHECK(run.shape.samples == 1797);
    CHECK(run.training == 1297);
    CHECK(run.validation == 500);
    REQUIRE(run.racers.size() == 3);
    const Racer& racer = run.racers[1];
    CHECK(racer.schedule == "step(factor=0.1, every=250)");
    CHECK(racer.widths == std::vector<int>{64, 32, 10});
    CHECK(racer.weights == 2410);
    CHECK(racer.updates == 800);
    CHECK(racer.updates_per_epoch == 162);
    CHECK(racer.evaluate == 8);
    CHECK(run.fair);
}

TEST_CASE("keys before the first schedule are shared, later ones belong to their racer", "[run]") {
    const Run run = good("lr=0.3 schedule=cosine schedule=linear lr=0.7 batch=16 schedule=step steps=100");
    REQUIRE(run.racers.size() == 3);
    CHECK(run.racers[0].lr == 0.3);
    CHECK(run.racers[1].lr == 0.7);
    CHECK(run.racers[1].batch == 16);
    CHECK(run.racers[2].lr == 0.3);
    CHECK(run.racers[0].updates == 100);
    CHECK_FALSE(run.fair);
    CHECK(good("schedule=cosine schedule=linear lr=0.7").fair);
    CHECK_FALSE(good("schedule=cosine schedule=linear hidden=16").fair);
    CHECK_FALSE(good("schedule=cosine schedule=linear last_batch=keep").fair);
    CHECK(good("last_batch=keep schedule=cosine schedule=linear").fair);
    CHECK(good("epochs=2 schedule=cosine schedule=linear batch=16").racers[1].updates == 162);
}

TEST_CASE("a number may be written in every usual way, and prints in one", "[run]") {
    const Run run = good("lr=.25 steps=1E2 batch=5. seed=3E0 label_noise=.1 validation=2.E1% evaluate=.5E1 schedule=cosine(.5)");
    CHECK(run.text == "validation=20% label_noise=0.1 lr=0.25 batch=5 steps=100 evaluate=5 seed=3 schedule=cosine(0.5)");
    CHECK(good("evaluate=.5ep opt=sgd(.9)").text == "opt=sgd(0.9) evaluate=0.5ep");
    CHECK(good("lr=1e-5").text == good("lr=1E-5").text);
}

TEST_CASE("layers and the optimizer's numbers may have schedules of their own", "[run]") {
    const Run run = good("hidden=16-8 opt=sgd(momentum=linear(0.95, to=0.85)) schedule=cosine schedule.2=constant(0.1)");
    const Racer& racer = run.racers[0];
    CHECK(racer.numbers[0].at(0) == 0.95);
    CHECK_THAT(racer.numbers[0].at(800), Catch::Matchers::WithinRel(0.85, 1e-12));
    CHECK_FALSE(racer.layer_rate[0]);
    REQUIRE(racer.layer_rate[1]);
    CHECK(racer.layer_rate[1]->at(400) == 0.1);
    // Its lr is the number's own default: Adam's β₁ is 0.9.
    CHECK(good("opt=adam(beta1=linear(to=0.8)) lr=0.01").racers[0].numbers[0].at(0) == 0.9);
}

TEST_CASE("validation is measured where the architecture says", "[run]") {
    std::vector<std::int64_t> at;
    for (std::int64_t done = 0; done < 7; done = at.back()) at.push_back(next_evaluation(done, 2.5, 7));
    CHECK(at == std::vector<std::int64_t>{3, 5, 7});  // round(2.5), round(5), the last
    CHECK(next_evaluation(0, 1, 5) == 1);
    CHECK(next_evaluation(4, 1, 5) == 5);
    CHECK(next_evaluation(0, 1e7, 5) == 5);
    CHECK(good("evaluate=0.0001%").racers[0].evaluate == 1);
    // Their number is that of the walk from one to the next.
    for (const double every : {1.0, 2.5, 3.7, 8.0, 1e7})
        for (const std::int64_t steps : {1, 7, 40}) {
            std::int64_t next = next_evaluation(0, every, steps), count = 0;
            for (std::int64_t t = 0; t <= steps; ++t) {
                if (t == next) {
                    ++count;
                    next = t < steps ? next_evaluation(t, every, steps) : -1;
                }
                REQUIRE(count_evaluations(t, every, steps) == count);
            }
        }
    std::int64_t done = 0;
    for (int k = 0; k < 100; ++k) done = next_evaluation(done, 8, 800);
    CHECK(done == 800);
}

TEST_CASE("bad input is answered at its place", "[run]") {
    struct Wrong {
        std::string text;
        std::string_view code;
        std::string about;
    };
    std::string deep = "schedule=";
    deep.append(4000, '(');
    std::string long_label(81, 'x');
    const Wrong wrong[] = {
        {"foo=1", "unknown_key", "foo"},
        {"hiden=3", "unknown_key_near", "hiden"},
        {"schedul.2=1", "unknown_key_near", "schedul.2"},
        {"schedule.0=1", "unknown_key_near", "schedule.0"},
        {"cosine", "key_expected", "cosine"},
        {"lr =0.5", "key_expected", "lr"},
        {"<script>alert(1)</script>", "key_expected", "<script>alert(1)</script>"},
        {"label=<b>x</b> lr=x", "number_expected", "x"},
        {"lr=", "value_missing", "lr="},
        {"lr= batch=8", "value_missing", "lr="},
        {"lr=0.1 lr=0.2", "key_twice", "lr=0.2"},
        {"schedule=cosine schedule=linear lr=1 lr=2", "key_twice", "lr=2"},
        {"schedule=cosine schedule=linear seed=1 seed=2", "key_twice", "seed=2"},
        {"lr=nan", "number_expected", "nan"},
        {"lr=inf", "number_expected", "inf"},
        {"lr=-0.1", "key_out_of_range", "-0.1"},
        {"lr=1000.5", "key_out_of_range", "1000.5"},
        {"lr=1e999", "number_expected", "1e999"},
        {"lr=0.5x", "number_expected", "0.5x"},
        {"batch=0", "key_out_of_range", "0"},
        {"batch=2.5", "whole_expected", "2.5"},
        {"batch=1298", "batch_too_large", "1298"},
        {"steps=0", "key_out_of_range", "0"},
        {"steps=1000000000", "key_out_of_range", "1000000000"},
        {"epochs=1000000", "too_many_updates", "1000000"},
        {"steps=5 epochs=5", "steps_and_epochs", "epochs=5"},
        {"seed=-1", "key_out_of_range", "-1"},
        {"seed=1e300", "key_out_of_range", "1e300"},
        {"hidden=0", "widths_expected", "0"},
        {"hidden=8-", "widths_expected", "8-"},
        {"hidden=-8", "widths_expected", "-8"},
        {"hidden=1000000", "too_many_weights", "1000000"},
        {"hidden=99999999999", "widths_expected", "99999999999"},
        {"hidden=1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1", "too_many_layers", "1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1"},
        {"act=rellu", "unknown_value_near", "rellu"},
        {"act=relu(1)", "no_parameters", "1"},
        {"act=3", "call_expected", "3"},
        {"data=letters", "unknown_value", "letters"},
        {"data=moons(noise=2)", "out_of_range", "2"},
        {"data=moons(samples=2.5)", "not_whole", "2.5"},
        {"act=relu(3)", "no_parameters", "3"},
        {"loss=binary_cross_entropy", "loss_wrong_classes", "binary_cross_entropy"},
        {"opt=adam(beta1=1.5)", "out_of_range", "1.5"},
        {"opt=sgd(momentum=linear(2, to=0))", "number_out_of_range_at", "linear(2, to=0)"},
        {"opt=sgd(momentum=where(t < T - 1, 0.5, 2))", "number_out_of_range_at", "where(t < T - 1, 0.5, 2)"},
        {"opt=sgd(0<1)", "not_a_rate", "0<1"},
        {"opt=sgd(momentum=0.5^(T^1000))", "not_finite", "(T^1000)"},
        {"data=moons(0<1)", "not_a_rate", "0<1"},
        {"clip=norm(1<2)", "not_a_rate", "1<2"},
        {"stop=target(value=1<2)", "not_a_rate", "1<2"},
        {"schedule.1=1<2 schedule=cosine", "unexpected", "<"},
        {"schedule=cosine) batch=x", "whole_expected", "x"},
        {"schedule=cosine)) lr=0.5) lr=x", "key_twice", "lr=x"},
        {"lr=.", "number_expected", "."},
        {"lr=1e", "number_expected", "1e"},
        {"lr=0..5", "number_expected", "0..5"},
        {"batch=.5", "whole_expected", ".5"},
        {"opt=sgd(nesterov=cosine)", "not_a_choice", "cosine"},
        {"validation=1797", "validation_too_large", "1797"},
        {"validation=0%", "validation_expected", "0%"},
        {"validation=100%", "validation_too_large", "100%"},
        {"validation=2ep", "validation_expected", "2ep"},
        {"evaluate=0", "length_value_expected", "0"},
        {"evaluate=often", "length_value_expected", "often"},
        {"last_batch=throw", "not_a_choice", "throw"},
        {"split=odd", "unknown_value", "odd"},
        {"preset=nothing", "unknown_value", "nothing"},
        {"lr=0.5 preset=default", "preset_first", "preset=default"},
        {"schedule=cosine(", "bracket_open", "("},
        {"schedule=step(factor=0.1 schedule=cosine", "bracket_open", "("},
        {"schedule=1/t", "rate_not_finite", "1/t"},
        {"schedule=1/0", "not_finite", "1/0"},
        {"schedule=warmup(50)", "warmup_needs_next", "warmup(50)"},
        {"schedule=step(every=nan)", "not_constant", "nan"},
        {"schedule=cosine schedule.3=0.1", "no_such_layer", "schedule.3=0.1"},
        {"replicas=4", "key_reserved", "replicas"},
        {deep, "too_deep", "("},
        {"schedule=é", "bad_character", "é"},
        {"label=" + long_label, "label_too_long", long_label},
    };
    for (const Wrong& each : wrong) {
        const Problems problems = bad(each.text);
        INFO(each.text.substr(0, 80));
        CHECK(problems[0].code == each.code);
        CHECK(each.text.substr(problems[0].from, problems[0].to - problems[0].from) == each.about);
    }
}

TEST_CASE("several problems are all said, each once", "[run]") {
    const Problems problems = bad("lr=x batch=y hidden=z schedule=cosine schedule=linear");
    CHECK(problems.size() == 3);
}

TEST_CASE("limits hold at the limit and not one past it", "[run]") {
    CHECK(good("steps=10000000").racers[0].updates == 10'000'000);
    CHECK(bad("steps=10000001")[0].code == "key_out_of_range");
    const Limits page{.updates = 1e6, .weights = 1e6};
    CHECK(good("steps=1000000", page).racers[0].updates == 1'000'000);
    CHECK(bad("steps=1000001", page)[0].code == "too_many_updates");
    // 64·h + h + 10·h + 10 = 75·h + 10 weights
    CHECK(good("hidden=13333").racers[0].weights == 999'985);
    CHECK(bad("hidden=13334")[0].code == "too_many_weights");
    std::string six = "schedule=cosine";
    for (int i = 0; i < 5; ++i) six += " schedule=linear";
    CHECK(good(six).racers.size() == 6);
    CHECK(bad(six + " schedule=step")[0].code == "too_many_racers");
    CHECK(good("label=" + std::string(80, 'x')).racers[0].label.size() == 80);
    const std::string filled = "schedule=cosine" + std::string(max_run_bytes - 15, ' ');
    CHECK(good(filled).text == "schedule=cosine");
    CHECK(bad(filled + " ")[0].code == "text_too_long");
    CHECK(good("hidden=1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1").racers[0].widths.size() == 18);
}

TEST_CASE("invalid UTF-8 becomes the replacement character", "[run]") {
    CHECK(valid_utf8("aé€😀") == "aé€😀");
    const std::string r = "\xEF\xBF\xBD";
    CHECK(valid_utf8("a\xFFz") == "a" + r + "z");
    CHECK(valid_utf8("\xC0\x80") == r + r);                  // overlong
    CHECK(valid_utf8("\xED\xA0\x80") == r + r + r);          // a surrogate
    CHECK(valid_utf8("\xF4\x90\x80\x80") == r + r + r + r);  // beyond U+10FFFF
    for (const char* lead : {"\xF5", "\xF6", "\xF7"})        // would be beyond U+13FFFF
        CHECK(valid_utf8(std::string(lead) + "\x80\x80\x80z") == r + r + r + r + "z");
    CHECK(valid_utf8("\xF4\x8F\xBF\xBF") == "\xF4\x8F\xBF\xBF");  // U+10FFFF, the last
    CHECK(valid_utf8("\xE2\x82") == r);                           // cut short
    CHECK(valid_utf8("\xE2\x82z") == r + "z");
}

TEST_CASE("reports are JSON with what the page needs", "[run]") {
    const std::string report = check("schedule=warmup(50) then cosine", {});
    CHECK(report.starts_with(R"({"problems":[],"text":"schedule=warmup(50) then cosine")"));
    CHECK(report.find(R"("boundaries":[50])") != std::string::npos);
    const std::string problem = check("lr=\"\\\x01", {});
    CHECK(problem.find(R"("from":3,"to":6,"values":["lr","0","1000"])") != std::string::npos);
    const std::string registry = describe({});
    for (const char* part : {R"("kinds":{"schedule":[{"key":")", R"({"key":"constant","name":)",
                             R"("limits":{"updates":10000000)", R"("code":"unknown_key")"})
        CHECK(registry.find(part) != std::string::npos);
}

namespace {

// Words are there, keys are unique, defaults are within their own range.
template <class Table>
void check_table(const Table& table) {
    std::set<std::string_view> keys;
    for (const auto& entry : table) {
        INFO(entry.words.key);
        CHECK(keys.insert(entry.words.key).second);
        CHECK_FALSE(entry.words.name.empty());
        CHECK(entry.words.summary.ends_with("."));
        std::set<std::string_view> params;
        for (const Param& param : entry.params) {
            INFO(param.key);
            CHECK(params.insert(param.key).second);
            CHECK_FALSE(param.help.empty());
            CHECK(initial(param).elements.empty() == (param.type == Type::schedule));  // a schedule must be given
            CHECK((param.scale == Scale::linear || param.max > 0));
        }
        Problems problems;
        Tree tree;
        tree.root = tree.add({.op = Op::name, .text = std::string(entry.words.key)});
        CHECK(bind_values(tree, tree.root, entry, {.updates = 800, .updates_per_epoch = 162, .lr = 0.5}, problems));
    }
}

}  // namespace

TEST_CASE("everything registered has its words and a sensible default", "[run]") {
    check_table(schedules);
    check_table(optimizers);
    check_table(data_sets);
    check_table(activations);
    check_table(losses);
    check_table(initialisers);
    check_table(splits);
    check_table(presets);
    for (const Key& key : run_keys) CHECK_FALSE(key.help.empty());
    std::set<std::string_view> codes;
    for (const ProblemText& each : problem_texts()) CHECK(codes.insert(each.code).second);
    for (const Preset& preset : presets)
        CHECK(good("preset=" + std::string(preset.words.key)).text == "preset=" + std::string(preset.words.key));
}
