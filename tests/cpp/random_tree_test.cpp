// Random trees of all that schedules are made of: finite everywhere, the same in any order, printed as what they are, and lowered by
// a listener's factor.
#include <catch_amalgamated.hpp>

#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "eta/language/parse.hpp"
#include "eta/language/print.hpp"
#include "eta/random/stream.hpp"
#include "eta/schedule/bind.hpp"

namespace {

using namespace eta;

class Maker {
public:
    explicit Maker(std::uint64_t seed) : random_(seed, Stream::data) {}

    std::string schedule(int depth) {
        if (depth == 0) return leaf();
        const std::string x = "(" + schedule(depth - 1) + ")", y = "(" + schedule(static_cast<int>(random_.below(2))) + ")";
        switch (random_.below(9)) {
            case 0:
                return "warmup(" + percent() + ") then " + x;
            case 1:
                return x + " for " + percent() + " then " + y;
            case 2:
                return x + " then cooldown(" + percent() + ", shape=" + shape() + ")";
            case 3:
                return "repeat(" + x + ", every=" + percent() + ", stretch=1.5, scale=0.8)";
            case 4:
                return "within(" + x + ", " + std::to_string(1 + random_.below(200)) + ", past=" + pick({"hold", "cycle"}) + ")";
            case 5:
                return "noise(" + x + ", spread=0.3)";
            case 6:
                return "0.5 * " + x + " + 0.1";
            case 7:
                return "max(" + x + ", " + y + ")";
            default:
                return "where(t < " + percent() + ", " + x + ", " + y + ")";
        }
    }
    std::int64_t below(std::int64_t n) { return static_cast<std::int64_t>(random_.below(static_cast<std::uint64_t>(n))); }

private:
    std::string pick(std::vector<std::string> words) { return words[static_cast<std::size_t>(random_.below(words.size()))]; }
    std::string percent() { return std::to_string(random_.below(101)) + "%"; }
    std::string shape() { return pick({"linear", "cosine", "sqrt", "exponential", "square"}); }
    std::string leaf() {
        return pick({"constant(0.3)", "cosine(0.4, to=0.1)", "linear", "step(every=20%)", "wsd(decay=50%, shape=" + shape() + ")",
                     "exponential(every=10%)", "d2z", "sgdr", "trapezoid", "superconvergence", "transformer", "lr * (1 - t/T)",
                     "points(0%:0.3, 40%:0.1)", "0.2 + 0.1 * sin(t)", "polynomial(power=2)"});
    }

    Random random_;
};

std::optional<Curve> bound(const std::string& text, double T, Problems& problems) {
    const Tree tree = parse(text, problems);
    if (tree.empty()) return {};
    return bind_schedule(tree, {.updates = T, .updates_per_epoch = 10, .lr = 0.5, .seed = 3}, problems);
}

}  // namespace

TEST_CASE("random trees are finite rates, the same in any order, and are printed as what they are", "[tree]") {
    Maker maker(20);
    for (int k = 0; k < 400; ++k) {
        const std::string text = maker.schedule(1 + k % 4);
        for (const double T : {1.0, 2.0, 7.0, 150.0}) {
            Problems problems;
            INFO(text << " T=" << T);
            const auto curve = bound(text, T, problems);
            REQUIRE(curve);
            const Tree tree = canonical(parse(text, problems));
            const std::string printed = print(tree);
            CHECK(same(parse(printed, problems), tree));
            CHECK(print(canonical(parse(printed, problems))) == printed);
            const auto again = bound(printed, T, problems), lowered = bound("(" + text + ") * plateau(0.5)", T, problems);
            REQUIRE(again);
            REQUIRE(lowered);
            CHECK(lowered->listener());
            std::vector<double> rates;
            for (std::int64_t t = 0; t <= static_cast<std::int64_t>(T); ++t) {
                rates.push_back(curve->at(t));
                REQUIRE((std::isfinite(rates.back()) && rates.back() >= 0 && rates.back() <= 2));
                REQUIRE(again->at(t) == rates.back());
                REQUIRE(lowered->at(t, 0.125) == rates.back() * 0.125);
            }
            for (int i = 0; i < 40; ++i) {
                const std::int64_t t = maker.below(static_cast<std::int64_t>(T) + 1);
                REQUIRE(curve->at(t) == rates[static_cast<std::size_t>(t)]);
            }
            for (std::size_t i = 1; i < curve->boundaries().size(); ++i)
                REQUIRE(curve->boundaries()[i - 1] < curve->boundaries()[i]);
        }
    }
}
