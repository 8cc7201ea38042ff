// A batch may change at given updates: batch=points(0:8, 50%:16, shape=step).
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "eta/data/batch_plan.hpp"
#include "eta/describe/problem.hpp"
#include "eta/language/scope.hpp"
#include "eta/run/items.hpp"

namespace eta {

// Says whether an item's value is such a list, and not a whole number.
bool is_batch_list(const Item& item);

// Returns the sizes of a list, of which each is at most `samples`; nothing, with a problem added, if it is none.
std::optional<std::vector<BatchSize>> read_batch_sizes(const Item& item, const Scope& scope, std::int64_t samples,
                                                       Problems& problems);

// An epoch then has no fixed number of updates. Returns false, with a problem added, if something in a value counts by epochs.
bool is_free_of_epochs(const Item& item, Defaults defaults, Problems& problems);
// Adds that problem about a place.
void add_epochs_vary(std::string_view key, std::size_t from, std::size_t to, Problems& problems);

}  // namespace eta
