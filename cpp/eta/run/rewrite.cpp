// This writes a run again with another number.
#include "eta/run/rewrite.hpp"

#include <algorithm>
#include <vector>

#include "eta/language/arguments.hpp"
#include "eta/schedule/schedules.hpp"

namespace eta {

std::optional<Run> rewritten(const Run& run, std::size_t racer, std::string_view key, const std::string& value,
                             const Limits& limits) {
    std::string text;
    const auto add = [&](std::string_view name, const std::string& of) {
        text += (text.empty() ? "" : " ") + std::string(name) + "=" + of;
    };
    const bool shared = racer == 0;
    const auto is_replaced = [&](const Item& item) {
        return item.key == key || (key == "steps" && item.key == "epochs") || (key == "epochs" && item.key == "steps");
    };
    for (const Item& item : run.items)
        if (item.racer == 0 && !(shared && is_replaced(item))) add(item.key, item.value);
    if (shared) add(key, value);
    // A preset's racers stay the preset's while only a shared key changes.
    const bool racers_written =
        std::any_of(run.items.begin(), run.items.end(), [](const Item& item) { return item.key == "schedule"; });
    for (std::size_t k = 1; k <= run.racers.size() && (racers_written || !shared); ++k) {
        const Racer& each = run.racers[k - 1];
        const bool own = k == racer && key != "schedule";
        add("schedule", k == racer && key == "schedule" ? value : each.schedule);
        for (const Item& item : each.own)
            if (!own || item.key != key) add(item.key, item.value);
        if (own) add(key, value);
    }
    Problems problems;
    return read_run(text, limits, problems);
}

void set_argument(Tree& tree, std::size_t node, const Entry& entry, std::string_view key, double value) {
    const std::size_t number = tree.add({.op = Op::number, .number = value});
    Problems none;
    const Given given = *match(tree, node, entry, {}, none);
    Node call = tree[node];
    call.op = Op::call;
    for (std::size_t p = 0; p < entry.params.size(); ++p) {
        if (entry.params[p].key != key) continue;
        if (given[p].empty())
            call.children.push_back(tree.add({.op = Op::named, .text = std::string(key), .children = {number}}));
        else
            tree.nodes[given[p][0]] = tree[number];
    }
    tree.nodes[node] = call;
}

void set_entry(Tree& tree, std::size_t node, std::size_t entry, std::optional<double> time, std::optional<double> rate) {
    const Schedule& schedule = *find(schedules, tree[node].text);
    Problems none;
    Given given = *match(tree, node, schedule, {}, none);
    std::size_t list = 0;
    while (!is_list(schedule.params[list].type)) ++list;
    if (given[list].empty()) {  // the default's entries, written out
        const Default usual = initial(schedule.params[list]);
        Node call = tree[node];
        call.op = Op::call;
        std::vector<std::size_t> entries;
        entries.reserve(usual.elements.size());
        for (const std::size_t element : usual.elements) entries.push_back(copy(usual.tree, element, tree));
        call.children.insert(call.children.begin(), entries.begin(), entries.end());
        tree.nodes[node] = call;
        given[list] = entries;
    }
    const std::size_t at = given[list][entry];
    const bool is_pair = tree[at].op == Op::pair;
    const std::size_t first = is_pair ? tree[at].children[0] : at, second = is_pair ? tree[at].children[1] : at;
    if (time) tree.nodes[first] = {.op = Op::number, .number = *time};
    if (rate && is_pair) tree.nodes[second] = {.op = Op::number, .number = *rate};
}

}  // namespace eta
