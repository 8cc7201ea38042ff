// A run after a handle was dragged.
#include <algorithm>
#include <cmath>

#include "eta/language/arguments.hpp"
#include "eta/language/print.hpp"
#include "eta/math/number.hpp"
#include "eta/run/handles.hpp"
#include "eta/schedule/schedules.hpp"

namespace eta {
namespace {

// Returns a short number whose part of the whole is just past that length, so that rounding down gives the length.
double part_of(double length, double whole) { return whole > 0 ? std::ceil(length / whole * 1e6) / 1e6 : 0; }

double held_in(const Param& param, double x) { return std::clamp(x, param.min, param.max); }

// Sets argument `key` of the call at `node` to `value`.
void set_argument(Tree& tree, std::size_t node, std::string_view key, double value) {
    const std::size_t number = tree.add({.op = Op::number, .number = value});
    const Schedule& schedule = *find(schedules, tree[node].text);
    Problems none;
    const Given given = *match(tree, node, schedule, {}, none);
    Node call = tree[node];
    call.op = Op::call;
    for (std::size_t p = 0; p < schedule.params.size(); ++p) {
        if (schedule.params[p].key != key) continue;
        if (given[p].empty())
            call.children.push_back(tree.add({.op = Op::named, .text = std::string(key), .children = {number}}));
        else
            tree.nodes[given[p][0]] = tree[number];
    }
    tree.nodes[node] = call;
}

// A point and a length of a list go no further than their neighbours.
void move_entry(Tree& tree, const Handle& handle, double t, double eta) {
    const Schedule& schedule = *find(schedules, tree[handle.node].text);
    Problems none;
    Given given = *match(tree, handle.node, schedule, {}, none);
    std::size_t list = 0;
    while (!is_list(schedule.params[list].type)) ++list;
    if (given[list].empty()) {  // the default's entries, written out
        const Default usual = initial(schedule.params[list]);
        Node call = tree[handle.node];
        call.op = Op::call;
        std::vector<std::size_t> entries;
        entries.reserve(usual.elements.size());
        for (const std::size_t element : usual.elements) entries.push_back(copy(usual.tree, element, tree));
        call.children.insert(call.children.begin(), entries.begin(), entries.end());
        tree.nodes[handle.node] = call;
        given[list] = entries;
    }
    const std::size_t pair = given[list][handle.point];
    if (tree[pair].op != Op::pair) {
        tree.nodes[pair] = {.op = Op::number, .number = t};
        return;
    }
    tree.nodes[tree[pair].children[0]] = {.op = Op::number, .number = t};
    tree.nodes[tree[pair].children[1]] = {.op = Op::number, .number = eta};
}

// The run with one racer's schedule or rate replaced.
std::optional<Run> rewritten(const Run& run, const Handle& handle, const Tree* tree, const std::string& lr,
                             const Limits& limits) {
    std::string text;
    const auto add = [&](const std::string& key, const std::string& value) {
        text += (text.empty() ? "" : " ") + key + "=" + value;
    };
    const bool shared_rate = !lr.empty() && handle.racer == 0;
    for (const Item& item : run.items)
        if (item.racer == 0 && !(shared_rate && item.key == "lr")) add(item.key, item.value);
    if (shared_rate) add("lr", lr);
    // A preset's racers stay the preset's while only a shared key changes.
    const bool racers_written =
        std::any_of(run.items.begin(), run.items.end(), [](const Item& item) { return item.key == "schedule"; });
    for (std::size_t k = 1; k <= run.racers.size() && (racers_written || !shared_rate); ++k) {
        const Racer& racer = run.racers[k - 1];
        add("schedule", tree && k == handle.racer ? print(*tree) : racer.schedule);
        for (const Item& item : racer.own)
            if (item.key != "lr" || lr.empty() || k != handle.racer) add(item.key, item.value);
        if (!lr.empty() && k == handle.racer) add("lr", lr);
    }
    Problems problems;
    return read_run(text, limits, problems);
}

}  // namespace

std::optional<Run> drag(const Run& run, std::size_t index, double t, double eta, const Limits& limits) {
    const std::vector<Handle> list = handles(run);
    if (index >= list.size() || std::isnan(t) || std::isnan(eta)) return {};
    const Handle& handle = list[index];
    if (handle.path == "lr") {
        const Racer& racer = run.racers[(handle.racer == 0 ? handle.point : handle.racer) - 1];
        const Key& key = *find_key("lr");
        const double lr = rounded(std::clamp(racer.lr * eta / (handle.eta > 0 ? handle.eta : 1), key.min, key.max), 3);
        return rewritten(run, handle, nullptr, print(handle.eta > 0 ? lr : rounded(std::clamp(eta, key.min, key.max), 3)),
                         limits);
    }
    Tree tree = run.racers[handle.racer - 1].tree;
    const double end = handle.start + handle.length;
    const double time = std::round(std::clamp(t, handle.start,
                                              handle.along_t && handle.along_t->handle == HandleAt::time
                                                  ? static_cast<double>(run.racers[handle.racer - 1].updates)
                                                  : end));
    if (handle.along_t && is_list(handle.along_t->type)) {
        // An entry stays between its neighbours.
        double low = handle.point > 0 ? 1 : 0, high = handle.length;
        for (const Handle& other : list) {
            if (other.racer != handle.racer || other.node != handle.node || other.along_t != handle.along_t) continue;
            if (other.point + 1 == handle.point) low = other.t - handle.start + 1;
            if (other.point == handle.point + 1) high = other.t - handle.start - 1;
        }
        const double rate = handle.along_eta ? rounded(held_in(*handle.along_eta, eta / handle.share), 3) : 0;
        move_entry(tree, handle, std::max(low, std::min(high, time - handle.start)), rate);
        return rewritten(run, handle, &tree, {}, limits);
    }
    if (handle.along_t) {
        const double length = handle.along_t->handle == HandleAt::back ? end - time : time - handle.start;
        const bool counted = handle.along_t->type == Type::length;
        set_argument(tree, handle.node, handle.along_t->key,
                     held_in(*handle.along_t, counted ? length : part_of(length, handle.length)));
    }
    if (handle.along_eta && handle.along_eta->handle == HandleAt::ratio) {
        const double first = run.racers[handle.racer - 1].rate->at(static_cast<std::int64_t>(handle.start));
        if (first > 0)
            set_argument(tree, handle.node, handle.along_eta->key, rounded(held_in(*handle.along_eta, eta / first), 3));
    } else if (handle.along_eta) {
        set_argument(tree, handle.node, handle.along_eta->key, rounded(held_in(*handle.along_eta, eta), 3));
    }
    return rewritten(run, handle, &tree, {}, limits);
}

}  // namespace eta
