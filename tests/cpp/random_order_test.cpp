// Shuffles and permutations: every order, each as likely.
#include "eta/random/stream.hpp"
#include "random_statistics.hpp"

#include <algorithm>
#include <catch_amalgamated.hpp>
#include <map>
#include <set>

namespace eta {
namespace {

TEST_CASE("a permutation holds each number once", "[random]") {
    Random random(1, Stream::batches);
    for (const std::uint32_t n : {0u, 1u, 2u, 3u, 61u, 1297u}) {
        const std::vector<std::uint32_t> order = permutation(n, random);
        std::vector<std::uint32_t> sorted = order;
        std::ranges::sort(sorted);
        REQUIRE(sorted.size() == n);
        for (std::uint32_t i = 0; i < n; ++i) CHECK(sorted[i] == i);
        if (n > 60) CHECK(sorted != order);
    }
}

TEST_CASE("epochs have different orders, each reached on its own", "[random]") {
    std::set<std::vector<std::uint32_t>> orders;
    for (std::uint64_t epoch = 0; epoch < 100; ++epoch) {
        Random random(8, Stream::batches, epoch);
        orders.insert(permutation(20, random));
    }
    CHECK(orders.size() == 100);
    Random random(8, Stream::batches, 57);
    CHECK(orders.contains(permutation(20, random)));
}

TEST_CASE("all 120 orders of five are as likely", "[random]") {
    Random random(9, Stream::batches);
    std::map<std::vector<std::uint32_t>, double> seen;
    for (int i = 0; i < 120000; ++i) seen[permutation(5, random)] += 1;
    REQUIRE(seen.size() == 120);
    std::vector<double> counts;
    for (const auto& [order, count] : seen) counts.push_back(count);
    CHECK(std::abs(chi_square_deviation(counts, std::vector<double>(120, 1.0 / 120))) < 5);
}

TEST_CASE("in a long order every number is as likely at every place", "[random]") {
    Random random(10, Stream::split);
    std::vector<double> counts(1600);
    for (int i = 0; i < 20000; ++i) {
        const std::vector<std::uint32_t> order = permutation(40, random);
        for (std::size_t place = 0; place < 40; ++place) counts[place * 40 + order[place]] += 1;
    }
    // Rows and columns have fixed sums, so that χ² has 39² degrees of freedom instead of 1599: a little below 0.
    CHECK(std::abs(chi_square_deviation(counts, std::vector<double>(1600, 1.0 / 1600))) < 5);
}

TEST_CASE("shuffle moves the values it is given", "[random]") {
    Random random(11, Stream::split), again(11, Stream::split);
    std::vector<std::uint32_t> values = {5, 5, 7, 9};
    shuffle(values, random);
    std::vector<std::uint32_t> sorted = values;
    std::ranges::sort(sorted);
    CHECK(sorted == std::vector<std::uint32_t>{5, 5, 7, 9});
    std::vector<std::uint32_t> same = {5, 5, 7, 9};
    shuffle(same, again);
    CHECK(same == values);
    CHECK(permutation(10, random) == permutation(10, again));
}

}  // namespace
}  // namespace eta
