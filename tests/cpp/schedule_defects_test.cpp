// Where a framework's schedule is not what it says of itself: theirs as the framework gave it, and what is right, which is ours.
#include <catch_amalgamated.hpp>

#include <cmath>
#include <cstdlib>

#include "reference_file.hpp"

namespace {

using namespace eta;

// Returns how many updates were compared.
int compare(const std::string& framework) {
    int updates = 0;
    std::optional<Run> run;
    for (const std::string& line : reference_lines("defects-" + framework + ".txt")) {
        if (line.starts_with("defect ")) {
            Problems problems;
            run = read_run(line.substr(7), {}, problems);
            INFO(line << ": " << (problems.empty() ? "" : sentence(problems[0])));
            REQUIRE(run);
            continue;
        }
        const auto words = words_of(line);
        REQUIRE(words.size() == 3);
        REQUIRE(run);
        const double right = std::strtod(words[2].c_str(), nullptr);
        const double ours = run->racers[0].rate->at(std::atoll(words[0].c_str()));
        INFO(run->text << ", update " << words[0] << ": ours " << ours << ", theirs " << words[1]);
        CHECK(std::abs(ours - right) <= 1e-14);
        // Theirs is an error, or another rate than it says.
        char* end = nullptr;
        const double theirs = std::strtod(words[1].c_str(), &end);
        CHECK((*end != '\0' || std::abs(theirs - right) > 1e-3));
        ++updates;
    }
    return updates;
}

}  // namespace

TEST_CASE("where PyTorch's schedules are wrong ours are right", "[schedule][reference]") { CHECK(compare("torch") >= 18); }
TEST_CASE("where Keras' schedules are wrong ours are right", "[schedule][reference]") { CHECK(compare("keras") >= 6); }
TEST_CASE("where optax' schedules are wrong ours are right", "[schedule][reference]") { CHECK(compare("optax") >= 7); }
TEST_CASE("where Transformers' schedules are wrong ours are right", "[schedule][reference]") {
    CHECK(compare("transformers") >= 9);
}
TEST_CASE("where timm's schedules are wrong ours are right", "[schedule][reference]") { CHECK(compare("timm") >= 7); }
