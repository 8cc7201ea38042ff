// These are the rules by which samples are set aside.
#include "eta/data/splits.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>

#include "eta/random/stream.hpp"

namespace eta {

namespace {

constexpr std::uint64_t fixed_seed = 1;  // not the run's: repeats with other seeds are to validate on the same samples

Split divide(const std::vector<bool>& aside) {
    Split split;
    for (std::uint32_t i = 0; i < aside.size(); ++i) (aside[i] ? split.validation : split.training).push_back(i);
    return split;
}

// Of each class, validation · count / n rounded down are set aside, and what that leaves over goes to the classes with the
// largest remainders (the lower class where they are equal). Hamilton's method of largest remainders.
std::vector<std::size_t> shares(const std::vector<std::size_t>& counts, std::size_t n, std::size_t validation) {
    std::vector<std::size_t> share, remainder;
    std::size_t left = validation;
    for (const std::size_t count : counts) {
        share.push_back(validation * count / n);
        remainder.push_back(validation * count % n);
        left -= share.back();
    }
    for (; left > 0; --left) {
        const auto largest = std::max_element(remainder.begin(), remainder.end());  // the first of those
        ++share[static_cast<std::size_t>(largest - remainder.begin())];
        *largest = 0;
    }
    return share;
}

}  // namespace

Split split_stratified(std::span<const std::int32_t> y, int classes, std::size_t validation) {
    assert(validation <= y.size());
    std::vector<std::vector<std::uint32_t>> members(static_cast<std::size_t>(classes));
    for (std::uint32_t i = 0; i < y.size(); ++i) members[static_cast<std::size_t>(y[i])].push_back(i);
    std::vector<std::size_t> counts;
    counts.reserve(members.size());
    for (const auto& of_class : members) counts.push_back(of_class.size());
    const auto share = shares(counts, std::max<std::size_t>(1, y.size()), validation);
    std::vector<bool> aside(y.size());
    for (std::size_t c = 0; c < members.size(); ++c) {
        Random random(fixed_seed, Stream::split, c);
        shuffle(members[c], random);
        for (std::size_t k = 0; k < share[c]; ++k) aside[members[c][k]] = true;
    }
    return divide(aside);
}

Split split_random(std::span<const std::int32_t> y, int, std::size_t validation) {
    assert(validation <= y.size());
    Random random(fixed_seed, Stream::split);
    const auto order = permutation(static_cast<std::uint32_t>(y.size()), random);
    std::vector<bool> aside(y.size());
    for (std::size_t k = 0; k < validation; ++k) aside[order[k]] = true;
    return divide(aside);
}

Split split_last(std::span<const std::int32_t> y, int, std::size_t validation) {
    assert(validation <= y.size());
    std::vector<bool> aside(y.size());
    std::fill(aside.end() - static_cast<std::ptrdiff_t>(validation), aside.end(), true);
    return divide(aside);
}

}  // namespace eta
