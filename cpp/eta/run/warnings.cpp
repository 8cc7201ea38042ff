// This looks at a whole run, racer by racer.
#include "eta/run/warnings.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "eta/math/number.hpp"
#include "eta/run/lengths.hpp"
#include "eta/run/lookup.hpp"
#include "eta/run/rate_warnings.hpp"
#include "eta/run/values.hpp"

namespace eta {
namespace {

// This is one racer of a run.
struct Watched {
    const Items& items;
    const Run& run;
    std::size_t number;  // from 1
    const Racer& racer() const { return run.racers[number - 1]; }
    Item item(std::string_view key) const { return item_of(items, key, number, defaults_of(items, number)); }
};

void add(Problems& found, std::string_view code, const Item& item, std::initializer_list<std::string_view> values) {
    found.push_back({code, item.key, item.value_from, item.to, values});
}

// A number below 1 is likely a part of the run.
void evaluations_below_one(const Watched& watched, Problems& found) {
    const Item item = watched.item("evaluate");
    Problems none;
    const auto amount = read_amount(item, *find_key("evaluate"), none);
    if (amount && amount->measure == Measure::plain && is_likely_part(amount->number))
        found.push_back(wrong_length("evaluate", "evaluate", amount->number, item.value_from, item.to));
}

void no_evaluation_before_the_end(const Watched& watched, Problems& found) {
    const Racer& racer = watched.racer();
    if (racer.evaluate > static_cast<double>(racer.updates))
        add(found, "evaluate_after_end", watched.item("evaluate"),
            {print(rounded(racer.evaluate, 6)), print(static_cast<double>(racer.updates))});
}

// The schedule, those of layers, those of the optimizer's numbers, and the stop rule have lengths and counts.
void lengths_past_the_end(const Watched& watched, Problems& found) {
    std::vector<Item> items{watched.item("schedule"), watched.item("opt"), watched.item("average"), watched.item("stop"),
                            watched.item("batch")};
    for (const Item& item : watched.items.whole)
        if (item.key.starts_with("schedule.") && (item.racer == 0 || item.racer == watched.number))
            items.push_back(watched.item(item.key));
    for (const Item& item : items) find_long_lengths(item, watched.racer(), defaults_of(watched.items, watched.number), found);
}

// A key after the last schedule= alone was likely meant for all, unless it is what tells this racer from another.
void key_of_the_last_alone(const Watched& watched, Problems& found) {
    const std::size_t last = watched.run.racers.size();
    if (last < 2 || watched.number != last) return;
    const auto own = [](const Item& item) { return item.racer > 0 && item.key != "schedule" && item.key != "label"; };
    const auto& given = watched.items.given;
    if (std::any_of(given.begin(), given.end(), [&](const Item& item) { return own(item) && item.racer < last; })) return;
    for (std::size_t k = 0; k + 1 < last; ++k)
        if (watched.run.racers[k].schedule == watched.racer().schedule) return;
    for (const Item& item : given) {
        const bool shared_too =
            std::any_of(given.begin(), given.end(), [&](const Item& other) { return other.key == item.key && other.racer == 0; });
        if (!own(item) || shared_too || item.key.starts_with("schedule.")) continue;
        found.push_back({"key_of_last", item.key, item.from, item.to, {item.key}});
    }
}

void rates_that_nobody_wants(const Watched& watched, Problems& found) {
    const Item item = watched.item("schedule");
    for (RateWarning& each : find_rate_warnings(watched.racer())) {
        add(found, each.code, item, {});
        found.back().values = std::move(each.values);
    }
}

// A batch of one sample has the noisiest gradient of all, once an epoch.
void last_batch_of_one(const Watched& watched, Problems& found) {
    const Racer& racer = watched.racer();
    const auto n = static_cast<std::int64_t>(watched.run.training);
    if (racer.keep_last && racer.batch > 1 && n % racer.batch == 1)
        add(found, "last_batch_of_one", watched.item("batch"),
            {print(static_cast<double>(n)), print(static_cast<double>(racer.batch))});
}

// A new kind of warning is a function and a line here; one about the rates themselves is one in rate_warnings.cpp; a length that must not reach past the end is a line in lengths.cpp.
constexpr std::array checks{evaluations_below_one, no_evaluation_before_the_end, lengths_past_the_end,
                            key_of_the_last_alone, rates_that_nobody_wants,      last_batch_of_one};

}  // namespace

Problems find_warnings(const Items& items, const Run& run) {
    Problems found;
    for (std::size_t k = 1; k <= run.racers.size(); ++k)
        for (const auto& check : checks) check({items, run, k}, found);
    return found;
}

}  // namespace eta
