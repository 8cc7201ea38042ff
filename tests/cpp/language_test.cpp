// The language of schedules: text to tree and back, problems at their places.
#include <catch_amalgamated.hpp>

#include <string>

#include "eta/language/parse.hpp"
#include "eta/language/print.hpp"
#include "eta/random/stream.hpp"
#include "eta/schedule/bind.hpp"

namespace {

using namespace eta;

Tree parsed(const std::string& text) {
    Problems problems;
    Tree tree = parse(text, problems);
    INFO(text << ": " << (problems.empty() ? "" : sentence(problems[0])));
    REQUIRE(problems.empty());
    return tree;
}

Problem problem_of(const std::string& text) {
    Problems problems;
    const Tree tree = parse(text, problems);
    INFO(text);
    REQUIRE(tree.empty());
    REQUIRE(problems.size() == 1);
    return problems[0];
}

double value(const std::string& text, std::int64_t t = 0) {
    Problems problems;
    const auto curve = bind_schedule(parsed(text), {.updates = 800, .updates_per_epoch = 162, .lr = 0.5}, problems);
    INFO(text << ": " << (problems.empty() ? "" : sentence(problems[0])));
    REQUIRE(curve);
    return curve->at(t);
}

// A random expression; `depth` bounds how deep it nests. Numbers are such that most rates stay finite.
std::size_t random_tree(Tree& tree, Random& random, int depth) {
    static const char* const variables[] = {"t", "T", "U", "pi", "lr"};
    static const std::pair<const char*, std::size_t> calls[] = {{"floor", 1}, {"ceil", 1}, {"sqrt", 1}, {"exp", 1},
                                                                {"cos", 1},   {"tanh", 1}, {"abs", 1},  {"mod", 2},
                                                                {"min", 2},   {"max", 2},  {"clamp", 3}};
    static constexpr Op operations[] = {Op::add, Op::subtract, Op::multiply, Op::divide, Op::power};
    static constexpr Op comparisons[] = {Op::less, Op::less_equal, Op::greater, Op::greater_equal};
    const auto child = [&] { return random_tree(tree, random, depth - 1); };
    const std::uint64_t kind = depth <= 0 ? random.below(3) : random.below(10);
    if (kind == 0) return tree.add({.op = Op::number, .number = random.uniform(0, 3)});
    if (kind == 1) {
        const auto measure = static_cast<Measure>(random.below(3));
        return tree.add({.op = Op::number, .number = static_cast<double>(random.below(100)), .measure = measure});
    }
    if (kind == 2) return tree.add({.op = Op::name, .text = variables[random.below(5)]});
    if (kind == 3) {
        const std::size_t inside = child();
        return tree.add({.op = Op::negate, .children = {inside}});
    }
    if (kind == 4) {
        const auto& [name, arity] = calls[random.below(std::size(calls))];
        Node call{.op = Op::call, .text = name};
        for (std::size_t k = 0; k < arity; ++k) call.children.push_back(child());
        return tree.add(std::move(call));
    }
    if (kind == 5) {
        const std::size_t a = child();
        const std::size_t b = child();
        const std::size_t condition = tree.add({.op = comparisons[random.below(4)], .children = {a, b}});
        const std::size_t yes = child();
        const std::size_t no = child();
        return tree.add({.op = Op::call, .text = "where", .children = {condition, yes, no}});
    }
    if (kind == 6) {
        Node chain{.op = Op::then};
        const std::uint64_t segments = 2 + random.below(3);
        for (std::uint64_t k = 0; k < segments; ++k) {
            const std::size_t body = child();
            const std::size_t length = tree.add({.op = Op::number, .number = static_cast<double>(1 + random.below(300))});
            chain.children.push_back(k == 0 ? body : tree.add({.op = Op::duration, .children = {body, length}}));
        }
        return tree.add(std::move(chain));
    }
    const std::size_t a = child();
    const std::size_t b = child();
    return tree.add({.op = operations[random.below(5)], .children = {a, b}});
}

bool same_number(double a, double b) { return a == b || (a != a && b != b); }

}  // namespace

TEST_CASE("operators bind as in mathematics", "[language]") {
    CHECK(value("1 + 2 * 3") == 7);
    CHECK(value("10 - -2^2") == 14);  // -2^2 is -(2^2)
    CHECK(value("2^3^2") == 512);     // right associative
    CHECK(value("2^-1") == 0.5);
    CHECK(value("7 - 2 - 1") == 4);  // left associative
    CHECK(value("8/4/2") == 1);
    CHECK(value("(1 + 2) * 3") == 9);
    CHECK(value("6 - -4") == 10);
    CHECK(value("1e2 + 1e-1") == 100.1);
}

TEST_CASE("a number may carry a measure", "[language]") {
    CHECK(value("3ep") == 486);
    CHECK(value("10%") == 80);
    CHECK(value("0.5ep") == 81);
    CHECK(parsed("2e3")[0].number == 2000);
    CHECK(parsed("2ep")[0].measure == Measure::epochs);
    CHECK(problem_of("2epoch").code == "unexpected");
    CHECK(problem_of("2epoch").from == 1);  // "ep" before a letter is no measure
    CHECK(problem_of("3ep_").from == 1);
    CHECK(problem_of("3ep2").from == 1);
    CHECK(problem_of("2e").code == "unexpected");
    CHECK(problem_of("5.epx").from == 2);
}

TEST_CASE("numbers may begin or end with their point, and have a capital E", "[language]") {
    CHECK(value(".5") == 0.5);
    CHECK(value("5.") == 5);
    CHECK(value("1E-3") == 0.001);
    CHECK(value(".5E+1") == 5);
    CHECK(value("1.e2") == 100);
    CHECK(value("10.%") == 80);
    CHECK(value(".5ep") == 81);
    CHECK(value("2.ep") == 324);
    CHECK(value("-.5+1.-.25") == 0.25);
    CHECK(print(parsed("cosine(.5,to=1E-3) for 5.% then 0.*2.")) == "cosine(0.5, to=0.001) for 5% then 0 * 2");
    for (const char* text : {".", "..5", "1..", "1..2", ".e5", "1.2.3", ". 5", "1E", "1E+"}) {
        INFO(text);
        CHECK_FALSE(problem_of(text).code.empty());
    }
    CHECK(problem_of(".").code == "bad_character");
    CHECK(problem_of(".5E999").code == "bad_number");
}

TEST_CASE("printing and parsing give the same tree and the same rates", "[language]") {
    Random random(7, Stream::noise);
    int finite = 0;
    for (int i = 0; i < 2000; ++i) {
        Tree tree;
        tree.root = random_tree(tree, random, 4);
        const std::string text = print(tree);
        const Tree again = parsed(text);
        INFO(text);
        REQUIRE(same(tree, again));
        REQUIRE(print(again) == text);
        Problems problems;
        const Scope scope{.updates = 400, .updates_per_epoch = 50, .lr = 0.5};
        const auto one = bind_schedule(tree, scope, problems), two = bind_schedule(again, scope, problems);
        REQUIRE(one.has_value() == two.has_value());
        if (!one) continue;
        ++finite;
        for (const std::int64_t t : {0, 1, 17, 133, 200, 399, 400, 1000}) REQUIRE(same_number(one->at(t), two->at(t)));
    }
    CHECK(finite > 500);  // most of them are rates, so the comparison means something
}

TEST_CASE("places are those of the text", "[language]") {
    const Tree tree = parsed("1 + (cosine(0.5, to=t))");
    const Node& call = tree[tree[tree.root].children[1]];
    CHECK(call.from == 4);
    CHECK(call.to == 23);
    const Node& named = tree[call.children[1]];
    CHECK(named.from == 17);
    CHECK(named.to == 21);
    Tree copy = tree;
    const std::string text = print_with_places(copy);
    CHECK(text == "1 + cosine(0.5, to=t)");
    const Node& printed = copy[copy[copy.root].children[1]];
    CHECK(text.substr(printed.from, printed.to - printed.from) == "cosine(0.5, to=t)");
}

TEST_CASE("what cannot be read is said at its place", "[language]") {
    struct Case {
        std::string text;
        std::string_view code;
        std::size_t from, to;
    };
    const Case cases[] = {
        {"", "unfinished", 0, 0},
        {"   ", "unfinished", 3, 3},
        {"1 +", "unfinished", 3, 3},
        {"(1 + 2", "bracket_open", 0, 1},
        {"cosine(0.5", "bracket_open", 6, 7},
        {"cosine(", "bracket_open", 6, 7},
        {"cosine(1,", "bracket_open", 6, 7},
        {"cosine(1, step(2 x=3", "bracket_open", 14, 15},
        {"cosine(1 x=3)", "unexpected", 9, 10},
        {"1 2", "unexpected", 2, 3},
        {"cosine(,)", "unexpected", 7, 8},
        {"cosine(1,)", "unexpected", 9, 10},
        {"a = 1", "unexpected", 2, 3},
        {"1 $ 2", "bad_character", 2, 3},
        {"η", "bad_character", 0, 2},
        {"<b>", "unexpected", 0, 1},
        {"1e999", "bad_number", 0, 5},
        {"cosine for x", "length_expected", 11, 12},
        {"then", "unexpected", 0, 4},
        {"a then", "unfinished", 6, 6},
        {"1 < 2", "unexpected", 2, 3},
        {"1:2", "unexpected", 1, 2},
        {"1 + (2 < 3)", "not_a_rate", 5, 10},
        {"((2 >= t))", "not_a_rate", 2, 8},
        {"where((t < 5), 1, 2)", "not_a_rate", 7, 12},
        {"points(0:1, (50%:0.1))", "not_a_rate", 13, 20},
        {"1 + (2 < 3", "bracket_open", 4, 5},
        {"(1 2) + 3", "unexpected", 3, 4},
        {"(1, 2)", "unexpected", 2, 3},
        {"(x=3)", "unexpected", 2, 3},
        {"(1 < 2 < 3)", "unexpected", 7, 8},
        {"(1 + 2 x=cosine(3)", "bracket_open", 0, 1},
    };
    for (const Case& each : cases) {
        const Problem problem = problem_of(each.text);
        INFO(each.text);
        CHECK(problem.code == each.code);
        CHECK(problem.from == each.from);
        CHECK(problem.to == each.to);
    }
}

TEST_CASE("nesting is limited, at the limit and one past it", "[language]") {
    const auto nested = [](std::size_t depth) { return std::string(depth, '(') + "1" + std::string(depth, ')'); };
    CHECK_FALSE(parsed(nested(max_nesting)).empty());
    CHECK(problem_of(nested(max_nesting + 1)).code == "too_deep");
    CHECK(problem_of(nested(4000)).code == "too_deep");
    CHECK(problem_of(std::string(5000, '-') + "1").code == "too_deep");
    std::string powers = "2";
    for (int i = 0; i < 1000; ++i) powers += "^1";
    CHECK(problem_of(powers).code == "too_deep");
    std::string sum = "1";
    for (int i = 0; i < 500; ++i) sum += "+1";
    CHECK(value(sum) == 501);
    for (int i = 0; i < 3000; ++i) sum += "+1";
    CHECK(problem_of(sum).code == "too_long");
    const auto terms = [](int count, const std::string& sign) {
        std::string text = "1";
        for (int i = 1; i < count; ++i) text += sign + "1";
        return text;
    };
    for (const char* sign : {"+", "-", "*", "/"}) {
        CHECK_FALSE(parsed(terms(512, sign)).empty());
        CHECK(problem_of(terms(513, sign)).code == "too_long");
        CHECK(problem_of(terms(513, sign)).from == 512 * 2 - 1);  // the sign before the first that is too many
    }
    CHECK(parsed(std::string(max_expression_bytes - 1, ' ') + "1")[0].number == 1);
    CHECK(problem_of(std::string(max_expression_bytes, ' ') + "1").code == "text_too_long");
}
