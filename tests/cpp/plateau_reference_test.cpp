// The plateau's factor after every evaluation, against the frameworks' own reductions of the same metrics.
#include <catch_amalgamated.hpp>

#include <cmath>
#include <cstdlib>

#include "eta/schedule/plateau.hpp"
#include "reference_file.hpp"

namespace {

using namespace eta;

bool changes(const Values& values, plateau_schedule::PlateauState& state, double metric, double rate = 1) {
    const double before = state.factor;
    return plateau_schedule::on_evaluation(values, state, metric, rate) != before;
}

struct Compared {
    int cases = 0, reductions = 0;
};

Compared compare(const std::string& framework, double tolerance) {
    Compared compared;
    const auto lines = reference_lines("plateau-" + framework + ".txt");
    for (std::size_t i = 0; i + 2 < lines.size(); i += 3) {
        Problems problems;
        const auto run = read_run(lines[i], {}, problems);
        INFO(lines[i] << ": " << (problems.empty() ? "" : sentence(problems[0])));
        REQUIRE(run);
        const auto metrics = floats_of(lines[i + 1]);
        const auto words = words_of(lines[i + 2]);
        plateau_schedule::PlateauState state;
        std::vector<std::string> fell{words[0]};
        for (std::size_t k = 0; k < metrics.size(); ++k)
            if (changes(run->racers[0].rate->listener()->values, state, static_cast<double>(metrics[k]),
                        run->racers[0].rate->at(0)))
                fell.push_back(std::to_string(k));
        CHECK(fell == words);
        CHECK(std::abs(state.factor - std::strtod(words[0].c_str(), nullptr)) <= tolerance);
        compared.reductions += static_cast<int>(fell.size()) - 1;
        ++compared.cases;
    }
    return compared;
}

}  // namespace

TEST_CASE("plateau lowers the rate where the frameworks do", "[plateau][reference]") {
    const Compared torch = compare("torch", 1e-15), keras = compare("keras", 3e-7), optax = compare("optax", 3e-7);
    CHECK(torch.cases == 160);
    CHECK(keras.cases == 40);
    CHECK(optax.cases == 40);
    CHECK(torch.reductions > 200);
    CHECK(keras.reductions > 100);
    CHECK(optax.reductions > 100);
}

TEST_CASE("a relative threshold is right for negative metrics", "[plateau]") {
    Problems problems;
    const auto run = read_run("schedule=constant * plateau(0.5, patience=0, threshold=0.1)", {}, problems);
    REQUIRE(run);
    const Values& numbers = run->racers[0].rate->listener()->values;
    plateau_schedule::PlateauState state;
    CHECK_FALSE(changes(numbers, state, -1));
    CHECK(changes(numbers, state, -0.95));  // worse; PyTorch takes it for better
    CHECK(changes(numbers, state, -1.05));  // better, but by less than a tenth
    CHECK_FALSE(changes(numbers, state, -1.2));
    CHECK(state.best == -1.2);
    // The first numbers may be none, and infinity is no gain on either side.
    plateau_schedule::PlateauState late;
    CHECK(changes(numbers, late, std::nan("")));
    CHECK_FALSE(changes(numbers, late, 3));
    CHECK(changes(numbers, late, -INFINITY));
    CHECK(late.best == 3);
}

TEST_CASE("a listener stands once, as a factor of the whole text", "[plateau]") {
    for (const char* text : {"schedule=cosine * plateau", "schedule=plateau(0.5) * (warmup(5) then cosine)",
                             "schedule=0.5 * plateau * linear", "schedule=2 * (plateau * cosine)"}) {
        Problems problems;
        const auto run = read_run(text, {}, problems);
        INFO(text << ": " << (problems.empty() ? "" : sentence(problems[0])));
        REQUIRE(run);
        const Curve& rate = *run->racers[0].rate;
        CHECK(rate.listener());
        CHECK(rate.at(20, 0.25) == rate.at(20) * 0.25);
        CHECK(rate.at(20) > 0);
    }
    for (const char* text :
         {"schedule=plateau", "schedule=cosine * plateau * plateau", "schedule=cosine + plateau", "schedule=cosine / plateau",
          "schedule=cosine * plateau for 50% then linear", "schedule=max(cosine, plateau)"}) {
        Problems problems;
        INFO(text);
        CHECK_FALSE(read_run(text, {}, problems));
        REQUIRE_FALSE(problems.empty());
        CHECK(problems[0].code == "listener_is_factor");
    }
}
