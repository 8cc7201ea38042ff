// Splits: sizes, strata, independence; batches: permutations, the last one, random access.
#include <algorithm>
#include <catch_amalgamated.hpp>
#include <numeric>
#include <vector>

#include "eta/data/batches.hpp"
#include "eta/data/splits.hpp"

namespace eta {
namespace {

using Indices = std::vector<std::uint32_t>;

// 10 of class 0, 25 of class 1, 65 of class 2, mixed.
std::vector<std::int32_t> labels() {
    std::vector<std::int32_t> y;
    for (std::size_t i = 0; i < 100; ++i) y.push_back(i * 37 % 100 < 10 ? 0 : i * 37 % 100 < 35 ? 1 : 2);
    return y;
}

std::vector<int> counts(const Indices& rows) {
    const auto y = labels();
    std::vector<int> all(3);
    for (const auto row : rows) ++all[static_cast<std::size_t>(y[row])];
    return all;
}

TEST_CASE("every rule divides all samples, in order, into the sizes asked for", "[data]") {
    for (const SplitRule& rule : splits)
        for (const std::size_t validation : {0u, 1u, 17u, 99u, 100u}) {
            CAPTURE(rule.words.key, validation);
            const Split split = rule.make(labels(), 3, validation);
            CHECK(split.validation.size() == validation);
            CHECK(std::is_sorted(split.training.begin(), split.training.end()));
            CHECK(std::is_sorted(split.validation.begin(), split.validation.end()));
            Indices all = split.training, expected(100);
            all.insert(all.end(), split.validation.begin(), split.validation.end());
            std::sort(all.begin(), all.end());
            std::iota(expected.begin(), expected.end(), 0u);
            CHECK(all == expected);
        }
    CHECK(splits.size() == 4);
    CHECK(find(splits, "last")->make({}, 3, 0).training.empty());
    CHECK(find(splits, "stratified")->make({}, 3, 0).training.empty());
}

TEST_CASE("a stratified split has every class's part, by largest remainders", "[data]") {
    const SplitRule& rule = *find(splits, "stratified");
    CHECK(counts(rule.make(labels(), 3, 20).validation) == std::vector<int>{2, 5, 13});
    CHECK(counts(rule.make(labels(), 3, 10).validation) == std::vector<int>{1, 3, 6});  // 1, 2.5, 6.5: of equals the first
    CHECK(counts(rule.make(labels(), 3, 1).validation) == std::vector<int>{0, 0, 1});
    CHECK(counts(rule.make(labels(), 3, 99).validation) == std::vector<int>{10, 25, 64});
}

TEST_CASE("random splits are neither the first nor the last samples; last is", "[data]") {
    Indices last(20);
    std::iota(last.begin(), last.end(), 80u);
    CHECK(find(splits, "last")->make(labels(), 3, 20).validation == last);
    for (const auto key : {"stratified", "random"}) {
        const Indices drawn = find(splits, key)->make(labels(), 3, 20).validation;
        const auto early = std::count_if(drawn.begin(), drawn.end(), [](std::uint32_t i) { return i < 50; });
        CHECK((early > 3 && early < 17));
        CHECK(drawn == find(splits, key)->make(labels(), 3, 20).validation);  // nothing but its arguments decides
    }
    CHECK(find(splits, "random")->make(labels(), 3, 20).validation !=
          find(splits, "stratified")->make(labels(), 3, 20).validation);
}

Indices epoch(Batches& batches, std::int64_t e) {
    Indices all;
    for (std::int64_t k = 0; k < batches.updates_per_epoch(); ++k)
        for (const auto i : batches.at(e * batches.updates_per_epoch() + k)) all.push_back(i);
    return all;
}

TEST_CASE("each epoch is a fresh permutation", "[data]") {
    Batches batches(20, 6, true, 7);
    CHECK(batches.updates_per_epoch() == 4);
    CHECK(batches.at(2).size() == 6);
    CHECK(batches.at(3).size() == 2);
    const Indices first = epoch(batches, 0), second = epoch(batches, 1);
    CHECK(first != second);
    Indices sorted = second, all(20);
    std::sort(sorted.begin(), sorted.end());
    std::iota(all.begin(), all.end(), 0u);
    CHECK(sorted == all);
    CHECK(first != all);
}

TEST_CASE("an incomplete last batch is dropped unless it is kept", "[data]") {
    Batches dropped(20, 6, false, 7), kept(20, 6, true, 7);
    CHECK(dropped.updates_per_epoch() == 3);
    Indices whole = epoch(kept, 5);
    whole.resize(18);
    CHECK(epoch(dropped, 5) == whole);  // the same order, cut short
    CHECK(Batches(20, 5, false, 7).updates_per_epoch() == 4);
    CHECK(Batches(20, 5, true, 7).updates_per_epoch() == 4);
    Batches all(20, 20, false, 7), more(20, 33, true, 7);
    CHECK(all.at(3).size() == 20);
    CHECK(more.updates_per_epoch() == 1);
    CHECK(more.at(3).size() == 20);
}

TEST_CASE("an update's samples are a function of seed and update", "[data]") {
    Batches forward(30, 4, false, 7), backward(30, 4, false, 7), other(30, 4, false, 8);
    std::vector<Indices> seen;
    for (std::int64_t t = 0; t < 30; ++t) seen.emplace_back(forward.at(t).begin(), forward.at(t).end());
    int same = 0;
    for (std::int64_t t = 30; t-- > 0;) {
        const auto expected = seen[static_cast<std::size_t>(t)];
        CHECK(std::ranges::equal(backward.at(t), expected));
        same += std::ranges::equal(other.at(t), expected);
    }
    CHECK(same < 5);
    CHECK(forward.at(9'000'000'000'000).size() == 4);
}

}  // namespace
}  // namespace eta
