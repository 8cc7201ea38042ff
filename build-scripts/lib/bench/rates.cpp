// eta_rates COUNT RUN: asks each racer of a run for COUNT rates at random updates, and prints "NANOSECONDS SUM" a racer.
//
// The nanoseconds are those of one rate; reading the run is not counted.
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "eta/random/stream.hpp"
#include "eta/run/run.hpp"

int main(int count, char** words) {
    eta::Problems problems;
    const auto run = count == 3 ? eta::read_run(words[2], {}, problems) : std::nullopt;
    if (!run) {
        std::fprintf(stderr, "%s\n", problems.empty() ? "usage: eta_rates COUNT RUN" : eta::sentence(problems.front()).c_str());
        return 2;
    }
    const long rates = std::atol(words[1]);
    for (const eta::Racer& racer : run->racers) {
        eta::Random random(1, eta::Stream::data);
        std::array<std::int64_t, 1 << 14> updates{};
        for (std::int64_t& t : updates) t = static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(racer.updates)));

        double sum = 0;
        const auto start = std::chrono::steady_clock::now();
        for (long i = 0; i < rates; ++i) sum += racer.rate->at(updates[static_cast<std::size_t>(i) % updates.size()]);
        const std::chrono::duration<double, std::nano> time = std::chrono::steady_clock::now() - start;
        // The sum is printed so that no compiler leaves the rates out.
        std::printf("%.3f %.17g\n", time.count() / static_cast<double>(rates), sum);
    }
    return 0;
}
