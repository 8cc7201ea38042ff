// The text of a run: labels, white space and signs of other keyboards, items that nothing typed can end, the printed length.
#include <catch_amalgamated.hpp>

#include <string>
#include <utility>

#include "eta/run/label.hpp"
#include "eta/run/run.hpp"
#include "run_fixture.hpp"

namespace {

using namespace eta;

Problem bad(const std::string& text) {
    Problems problems;
    INFO(text);
    CHECK_FALSE(read_run(text, {}, problems));
    REQUIRE_FALSE(problems.empty());
    return problems[0];
}

std::string about(const std::string& text, const Problem& problem) {
    return text.substr(problem.from, problem.to - problem.from);
}

}  // namespace

TEST_CASE("plain words are printed as they stand, every other label as a JSON string", "[label]") {
    using Pair = std::pair<std::string, std::string>;
    for (const auto& [label, printed] : {Pair{"warm up", "warm up"},
                                         {"a (b)", "a (b)"},
                                         {"学习率", "学习率"},
                                         {"👩‍💻 运行", "👩‍💻 运行"},
                                         {"a=b", R"("a=b")"},
                                         {"5=5", "5=5"},
                                         {":(", R"(":(")"},
                                         {":)", ":)"},
                                         {"lr=0.1 (hot)", R"x("lr=0.1 (hot)")x"},
                                         {"x schedule=linear", R"("x schedule=linear")"},
                                         {"say \"hi\"", "say \"hi\""},
                                         {"\"hi\"", R"("\"hi\"")"},
                                         {"\"hi", R"("\"hi")"},
                                         {"a\\", "a\\"},
                                         {" edge", R"(" edge")"},
                                         {"a\u200Bb", R"("a\u200bb")"},
                                         {"a x＝3", R"("a x＝3")"}}) {
        INFO(label);
        CHECK(print_label(label) == printed);
        CHECK(read_label(print_label(label)) == label);
    }
}

TEST_CASE("a label that begins and ends with a quotation mark is a JSON string", "[label]") {
    CHECK(good(R"(label="lr=0.1 schedule=linear" lr=0.2)").racers[0].label == "lr=0.1 schedule=linear");
    CHECK(good(R"(label="lr=0.1 schedule=linear" lr=0.2)").racers[0].lr == 0.2);
    CHECK(good(R"(label="\u5b66\ud83d\ude00\"\\\/")").racers[0].label == "学😀\"\\/");
    CHECK(good(R"(label="\ud83d")").racers[0].label == "\uFFFD");
    CHECK(good(R"(label="")").text == "schedule=constant");
    CHECK(good(R"(label=")").racers[0].label == "\"");
    CHECK(good(R"(label="a" b)").racers[0].label == "\"a\" b");
    CHECK(good(R"(label="a lr=0.1)").racers[0].lr == 0.1);
    for (const char* text : {R"(label="a\q")", R"(label="a"b")", R"(label="\u12")", R"(label="a\")"}) {
        const Problem problem = bad(text);
        CHECK(problem.code == "label_string");
        CHECK(about(text, problem) == std::string(text).substr(6));
    }
}

TEST_CASE("a label is one line of at most 80 characters", "[label]") {
    std::string label;
    for (int i = 0; i < 80; ++i) label += "学";
    CHECK(good("label=" + label).racers[0].label == label);
    CHECK(bad("label=" + label + "a").code == "label_too_long");
    for (const std::string wrong : {"a\tb", "a\nb", R"("a\nb")", R"("a\u0000b")", "a\u2028b", "a\u0085b"}) {
        const Problem problem = bad("lr=0.1 label=" + wrong);
        CHECK(problem.code == "label_line");
        CHECK(about("lr=0.1 label=" + wrong, problem) == wrong);
    }
}

TEST_CASE("Unicode's white space separates, and what cannot be seen is left out", "[text]") {
    for (const std::string space : {"\u00A0", "\u3000", "\u2009", "\u202F", "\u1680", "\u2028", "\u0085"})
        CHECK(good("lr=0.1" + space + "schedule=warmup(5)" + space + "then" + space + "cosine" + space).text ==
              "lr=0.1 schedule=warmup(5) then cosine");
    for (const std::string hidden : {"\uFEFF", "\u200B", "\u00AD", "\u200E", "\u202E", "\u2060", "\uFE0F"})
        CHECK(good(hidden + "lr" + hidden + "=0" + hidden + ".1 schedule=cos" + hidden + "ine" + hidden).text ==
              "lr=0.1 schedule=cosine");
    // In a label they are characters like others.
    CHECK(good("label=\"a\u00A0\u200B\"").racers[0].label == "a\u00A0\u200B");
    CHECK(good("label=a\u3000b").racers[0].label == "a\u3000b");
    const Problem problem = bad("lr=0.1 schedule=\u0001");
    CHECK(problem.code == "bad_character");
    CHECK(problem.values[0] == "U+0001");
}

TEST_CASE("full-width signs and those of mathematics are the signs that they stand for", "[text]") {
    CHECK(good("schedule＝step（factor＝０．１，every＝５０）").text == "schedule=step(factor=0.1, every=50)");
    CHECK(good("ｌｒ＝0。3　schedule=warmup（５％） then ｃｏｓｉｎｅ").text == "lr=0.3 schedule=warmup then cosine");
    CHECK(good("schedule=lr×（1−t÷T）＋0.001").text == "schedule=lr * (1 - t/T) + 0.001");
    CHECK(good("schedule=where(t ≤ 30%、 lr, lr／10)").text == "schedule=where(t <= 30%, lr, lr/10)");
    CHECK(good("schedule=points（0：0.5，50％：0.1）").text == "schedule=points(0:0.5, 50%:0.1)");
    CHECK(good("label=\"（lr＝1）\"").racers[0].label == "（lr＝1）");
    const std::string text = "label=学　lr＝ｘ１ steps=5";
    CHECK(about(text, bad(text)) == "ｘ１");
}

TEST_CASE("where the separator stands, nothing else ends a value", "[text]") {
    const std::string s(1, item_separator);
    CHECK(good(s + "lr=0.1" + s + "schedule=cosine" + s + "schedule=linear" + s + "label=a lr=3 ( b" + s).text ==
          "lr=0.1 schedule=cosine schedule=linear label=\"a lr=3 ( b\"");
    for (const std::string value : {"x schedule=linear", "cosine lr=3", "cosine(", "cosine)", "0.1 label=a", ""}) {
        const std::string text = s + "lr=0.1" + s + "schedule=" + value + s + "schedule=linear" + s + "batch=4";
        const Problem problem = bad(text);
        CHECK(problem.key == "schedule");
        CHECK(problem.from >= text.find("schedule=") + 9);
        CHECK(problem.to <= text.find("schedule=") + 9 + value.size());
    }
    CHECK(bad(s + "lr=0.1 batch=4" + s + "schedule=cosine").key == "lr");
    // Also where no racer reads the shared value.
    CHECK(bad(s + "lr=x schedule=linear" + s + "schedule=cosine" + s + "lr=0.1" + s + "schedule=step" + s + "lr=0.2").key ==
          "lr");
    CHECK(bad(s).code == "key_expected");
}

TEST_CASE("what is accepted is no longer when it is printed than what can be read", "[text]") {
    std::string sum = "t";
    for (int i = 0; i < 511; ++i) sum += "+t";
    std::string text = "lr=0.5";
    for (int i = 0; i < 6; ++i) text += " schedule=" + sum;
    CHECK(text.size() < max_run_bytes);
    const Problem problem = bad(text);
    CHECK(problem.code == "printed_too_long");
    CHECK(about(text, problem) == sum);
    text = "schedule=" + sum;
    CHECK(good(good(text).text).text == good(text).text);
}

TEST_CASE("one rule for all lengths names the per cent that was likely meant", "[text]") {
    for (const auto& [text, percent] : {std::pair<std::string, std::string>{"schedule=warmup(0.1) then linear", "10%"},
                                        {"schedule=step(every=0.25)", "25%"},
                                        {"schedule=constant for 0.07 then linear", "7%"},
                                        {"stop=updates(0.5)", "50%"},
                                        {"validation=0.2", "20%"}}) {
        const Problem problem = bad(text);
        CHECK(problem.code == "part_meant");
        CHECK(problem.values[2] == percent);
    }
    CHECK(bad("schedule=warmup(1.5) then linear").code == "length_not_whole");
    CHECK(good("schedule=warmup(1.5ep) then linear").text == "schedule=warmup(1.5ep) then linear");
}
