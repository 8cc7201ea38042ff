// This finds numbers by their paths.
#include "eta/run/number_path.hpp"

#include <algorithm>
#include <vector>

#include "eta/language/arguments.hpp"
#include "eta/language/print.hpp"
#include "eta/math/number.hpp"
#include "eta/run/rewrite.hpp"
#include "eta/schedule/schedules.hpp"

namespace eta {
namespace {

struct Named {
    std::string path;
    RunNumber number;
};

void add_keys(std::size_t racer, std::vector<Named>& list) {
    for (const Key& key : run_keys)
        if (key.form == Form::number || key.form == Form::whole)
            list.push_back({std::string(key.key),
                            {.racer = racer,
                             .key = std::string(key.key),
                             .min = key.min,
                             .max = key.max,
                             .is_whole = key.form == Form::whole,
                             .scale = key.scale}});
}

// Lists the numbers of one registered schedule of the tree.
void add_call(const Tree& tree, std::size_t i, const Schedule& schedule, std::size_t racer, std::vector<Named>& list) {
    Problems none;
    const auto given = match(tree, i, schedule, {}, none);
    for (std::size_t p = 0; given && p < schedule.params.size(); ++p) {
        const Param& param = schedule.params[p];
        RunNumber number{.racer = racer, .key = "schedule", .param = &param, .node = i, .min = param.min, .max = param.max};
        number.is_whole = param.type == Type::integer || param.type == Type::length;
        number.scale = param.scale;
        const std::string path = "schedule." + std::string(param.key);
        const bool one = param.type == Type::number || number.is_whole;
        if (one) list.push_back({path, number});
        if (param.type != Type::points) continue;
        const std::size_t points = (*given)[p].empty() ? initial(param).elements.size() : (*given)[p].size();
        for (number.point = 0; number.point < points; ++number.point)
            list.push_back({path + "." + std::to_string(number.point + 1), number});
    }
}

// The first node in the text that has a number is the one that a path names.
std::vector<Named> numbers_of(const Run& run, std::size_t racer) {
    std::vector<Named> list;
    add_keys(racer, list);
    const Tree& tree = run.racers[racer - 1].tree;
    std::vector<std::size_t> nodes;
    for (std::size_t i = 0; i < tree.nodes.size(); ++i)
        if (tree[i].op == Op::name || tree[i].op == Op::call) nodes.push_back(i);
    std::stable_sort(nodes.begin(), nodes.end(), [&](std::size_t a, std::size_t b) { return tree[a].from < tree[b].from; });
    for (const std::size_t i : nodes)
        if (const Schedule* schedule = find(schedules, tree[i].text)) add_call(tree, i, *schedule, racer, list);
    return list;
}

}  // namespace

std::optional<RunNumber> find_number(const Run& run, std::string_view path, Problems& problems) {
    std::size_t racer = 1;
    std::string_view rest = path;
    double before = 0;
    const std::size_t dot = path.find('.');
    if (dot != std::string_view::npos && read(path.substr(0, dot), before)) {
        const auto last = static_cast<double>(run.racers.size());
        if (before < 1 || before > last || before != static_cast<double>(static_cast<std::size_t>(before)))
            return problems.push_back({"no_such_racer", "path", 0, 0, {path.substr(0, dot), print(last)}}), std::nullopt;
        racer = static_cast<std::size_t>(before);
        rest = path.substr(dot + 1);
    }
    std::string known;
    for (const Named& each : numbers_of(run, racer)) {
        if (each.path == rest) return each.number;
        if ((", " + known + ",").find(", " + each.path + ",") == std::string::npos)
            known += (known.empty() ? "" : ", ") + each.path;
    }
    return problems.push_back({"no_such_number", "path", 0, 0, {visible(path), known}}), std::nullopt;
}

std::optional<Run> with_number(const Run& run, const RunNumber& number, double x, const Limits& limits) {
    const Racer& racer = run.racers[number.racer - 1];
    if (!number.param) {
        const bool own =
            std::any_of(racer.own.begin(), racer.own.end(), [&](const Item& item) { return item.key == number.key; });
        return rewritten(run, own ? number.racer : 0, number.key, print(x), limits);
    }
    Tree tree = racer.tree;
    if (number.param->type == Type::points)
        set_entry(tree, number.node, number.point, {}, x);
    else
        set_argument(tree, number.node, number.param->key, x);
    return rewritten(run, number.racer, "schedule", print(tree), limits);
}

}  // namespace eta
