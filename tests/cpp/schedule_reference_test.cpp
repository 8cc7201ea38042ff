// The rate of every schedule that a framework has, at every update of whole runs and past their end, against the framework's own.
#include <catch_amalgamated.hpp>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "reference_file.hpp"

namespace {

using namespace eta;

// Everything behind the third blank.
std::string text_of(const std::string& line) {
    std::size_t at = 0;
    for (int k = 0; k < 3; ++k) at = line.find(' ', at) + 1;
    return line.substr(at);
}

// In double within 1e-14 of the peak, and t·2⁻⁵² more where the framework makes each rate from the last one; in float32 within
// four of its steps at the peak. Returns how many cases there were.
int compare(const std::string& framework) {
    int cases = 0;
    double largest = 0;
    std::string head;
    for (const std::string& line : reference_lines("schedules-" + framework + ".txt")) {
        if (line.starts_with("f8") || line.starts_with("f4")) {
            head = line;
            continue;
        }
        const std::string text = text_of(head);
        const auto words = words_of(head);
        const bool single = head.starts_with("f4"), made_from_last = words[0].ends_with("x");
        const double peak = std::strtod(words[2].c_str(), nullptr);
        Problems problems;
        const auto run = read_run(text, {}, problems);
        INFO(text << ": " << (problems.empty() ? "" : sentence(problems[0])));
        REQUIRE(run);
        std::vector<double> rates = doubles_of(line);
        if (single) {
            const std::vector<float> narrow = floats_of(line);
            rates.assign(narrow.begin(), narrow.end());
        }
        REQUIRE(rates.size() == static_cast<std::size_t>(std::atoi(words[1].c_str())));
        // The step of float32 at the peak.
        const double step = std::ldexp(1, std::ilogb(peak) - 23);
        for (std::size_t t = 0; t < rates.size(); ++t) {
            const double eta = run->racers[0].rate->at(static_cast<std::int64_t>(t)), error = std::abs(eta - rates[t]);
            const double allowed =
                single ? 4 * step : (1e-14 + (made_from_last ? std::ldexp(static_cast<double>(t), -52) : 0)) * peak;
            INFO("update " << t << ": " << eta << ", there " << rates[t]);
            CHECK(error <= allowed);
            largest = std::max(largest, error / allowed);
        }
        ++cases;
    }
    if (std::getenv("ETA_SHOW_DEVIATIONS"))
        std::printf("%s schedules: error / allowed %.2g in %d cases\n", framework.c_str(), largest, cases);
    return cases;
}

}  // namespace

TEST_CASE("schedules give PyTorch's rates", "[schedule][reference]") { CHECK(compare("torch") == 24 * 20 + 9); }
TEST_CASE("schedules give Keras' rates", "[schedule][reference]") { CHECK(compare("keras") == 9 * 20 + 6); }
TEST_CASE("schedules give optax' rates", "[schedule][reference]") { CHECK(compare("optax") == 17 * 20 + 4); }
TEST_CASE("schedules give Transformers' rates", "[schedule][reference]") { CHECK(compare("transformers") == 10 * 20 + 9 * 8); }
TEST_CASE("schedules give timm's rates", "[schedule][reference]") { CHECK(compare("timm") == 8 * 20); }
