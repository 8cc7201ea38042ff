// This writes one racer's text under each convention.
#include "eta/run/under_conventions.hpp"

#include <algorithm>
#include <array>

#include "eta/language/arguments.hpp"
#include "eta/language/parse.hpp"
#include "eta/language/print.hpp"
#include "eta/network/initialisers.hpp"
#include "eta/run/conventions.hpp"
#include "eta/run/lookup.hpp"
#include "eta/schedule/aliases.hpp"
#include "eta/schedule/schedules.hpp"

namespace eta {
namespace {

// Returns the index of a row's parameter in its schedule.
std::size_t index_of(const DefaultOverride& row, const Entry& entry) {
    std::size_t p = 0;
    while (entry.params[p].key != row.param) ++p;
    return p;
}

// Calls `found(i, given)` for each place in the tree where the row's entry stands: its node, and the nodes of the parameter.
template <class Found>
void each_place(const Tree& tree, const DefaultOverride& row, const Entry& entry, Found found) {
    for (std::size_t i = 0, count = tree.nodes.size(); i < count; ++i) {
        if ((tree[i].op != Op::name && tree[i].op != Op::call) || tree[i].text != row.entry) continue;
        Problems none;
        const auto given = match(tree, i, entry, {}, none);
        if (given) found(i, (*given)[index_of(row, entry)]);
    }
}

// Writes the row's number wherever its entry stands without it.
std::string with(const std::string& text, const DefaultOverride& row, const Entry& entry) {
    Problems none;
    Tree tree = expand_aliases(parse(text, none), {}, none).value_or(Tree{});
    if (tree.empty()) return text;
    std::vector<std::size_t> places;
    each_place(tree, row, entry, [&](std::size_t i, const std::vector<std::size_t>& given) {
        if (given.empty()) places.push_back(i);
    });
    for (const std::size_t i : places) {
        const std::size_t value = tree.add({.op = Op::name, .text = std::string(row.initial)});
        const std::size_t named = tree.add({.op = Op::named, .text = std::string(row.param), .children = {value}});
        tree.nodes[i].op = Op::call;
        tree.nodes[i].children.push_back(named);
    }
    return places.empty() ? text : print(tree);
}

bool same_rates(const Racer& a, const Racer& b) {
    for (std::int64_t t = 0; t < std::min(a.updates, b.updates); ++t)
        if (a.rate->at(t) != b.rate->at(t)) return false;
    return true;
}

// An item whose value may have anything in it ends at this sign.
std::string written(std::string_view key, std::string_view value) {
    return std::string(key) + "=" + std::string(value) + item_separator;
}

class Writer {
public:
    Writer(const Items& items, std::size_t racer, bool same_start) : items_(items), racer_(racer) {
        for (const Item& item : items.whole) {
            const bool is_other = item.racer != 0 && item.racer != racer;
            const bool is_replaced = item.racer == 0 && racer != 0 && has_own(item.key);
            if (is_other || is_replaced || item.key == "schedule" || item.key == "convention" || item.key == "label") continue;
            if (same_start && (item.key == "init" || item.key == "last_batch")) continue;
            if (item.key != "preset") shared_ += written(item.key, item.value);
        }
        if (!same_start) return;
        std::string init = item_of(items, "init", racer).value;
        for (const Initialiser& each : initialisers)
            for (const Param& param : each.params) init = with(init, {each.words.key, param.key, param.initial}, each);
        shared_ += written("init", init) + written("last_batch", item_of(items, "last_batch", racer).value);
    }

    std::string run() const {
        std::string text = shared_;
        for (const Convention& convention : conventions) text += racer(convention);
        return text;
    }

private:
    bool has_own(std::string_view key) const {
        return std::any_of(items_.whole.begin(), items_.whole.end(),
                           [&](const Item& item) { return item.racer == racer_ && item.key == key; });
    }

    std::string racer(const Convention& convention) const {
        std::string schedule = item_of(items_, "schedule", racer_).value;
        const std::string under = written("convention", convention.words.key);
        // What changes no rate is not written.
        for (const DefaultOverride& row : convention.given) {
            const std::string more = with(schedule, row, *find(schedules, row.entry));
            Problems none;
            const auto plain = read_run(shared_ + written("schedule", schedule) + under, {}, none);
            const auto other = read_run(shared_ + written("schedule", more) + under, {}, none);
            if (plain && other && !same_rates(plain->racers[0], other->racers[0])) schedule = more;
        }
        return written("schedule", schedule) + under;
    }

    const Items& items_;
    std::size_t racer_;
    std::string shared_;
};

}  // namespace

std::optional<Run> under_conventions(std::string_view text, std::size_t racer, bool same_start, Problems& problems) {
    const NormalText normal(text);
    const auto items = read_items(normal, problems);
    if (!items) return {};
    return read_run(Writer(*items, racer, same_start).run(), {}, problems);
}

std::vector<FrameworkNumber> framework_numbers(const Racer& racer) {
    std::vector<FrameworkNumber> found;
    found.reserve(racer.differences.size());
    for (const Difference& each : racer.differences) found.push_back({each, false});
    const Convention* convention = find(conventions, racer.convention);
    for (const DefaultOverride& row : convention->given) {
        const Schedule& schedule = *find(schedules, row.entry);
        bool there = false;
        each_place(racer.tree, row, schedule, [&](std::size_t, const std::vector<std::size_t>& given) {
            there = there || (!given.empty() && racer.tree[given[0]].text == row.initial);
        });
        const Param& param = schedule.params[index_of(row, schedule)];
        if (there) found.push_back({{"schedule", row.entry, row.param, row.initial, param.initial}, true});
    }
    return found;
}

}  // namespace eta
