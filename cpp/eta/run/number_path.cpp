// This finds numbers by their paths.
#include "eta/run/number_path.hpp"

#include <algorithm>
#include <vector>

#include "eta/language/arguments.hpp"
#include "eta/language/parse.hpp"
#include "eta/language/print.hpp"
#include "eta/math/number.hpp"
#include "eta/optimizer/optimizers.hpp"
#include "eta/run/batch_sizes.hpp"
#include "eta/run/lookup.hpp"
#include "eta/run/rewrite.hpp"
#include "eta/schedule/schedules.hpp"

namespace eta {
namespace {

struct Named {
    std::string path;
    RunNumber number;
};

// What holds for one racer under a key, a preset's too.
Item value_of(const Run& run, std::string_view key, std::size_t racer) {
    Problems none;
    const Items items = *read_items(NormalText(run.text), none);
    return item_of(items, key, racer, defaults_of(items, racer));
}

Tree tree_of(const Run& run, std::string_view key, std::size_t racer) {
    Problems none;
    return key == "schedule" ? run.racers[racer - 1].tree : parse(value_of(run, key, racer).value, none);
}

void add_nodes(const Tree& tree, std::size_t i, std::vector<std::size_t>& nodes) {
    nodes.push_back(i);
    for (const std::size_t child : tree[i].children) add_nodes(tree, child, nodes);
}

// Lists the numbers of one run and racer.
class Lister {
public:
    Lister(const Run& run, std::size_t racer) : run_(run), racer_(racer) {}

    std::vector<Named> list() {
        const Racer& racer = run_.racers[racer_ - 1];
        for (const Key& key : run_keys)
            if (key.form == Form::number || key.form == Form::whole) add_key(key);
        add_optimizer();
        add_schedule("schedule");
        for (std::size_t l = 0; l < racer.layer_rate.size(); ++l)
            if (racer.layer_rate[l]) add_schedule("schedule." + std::to_string(l + 1));
        return std::move(list_);
    }

private:
    void add_key(const Key& key) {
        const Racer& racer = run_.racers[racer_ - 1];
        RunNumber number{.racer = racer_, .key = std::string(key.key), .min = key.min, .max = key.max};
        number.is_whole = key.form == Form::whole;
        number.scale = key.scale;
        if (key.key == "batch" && racer.updates_per_epoch == 0) return add_sizes(number);
        // The layers farthest from the end feel it most.
        const auto layer = std::find(racer.layer_rate.begin(), racer.layer_rate.end(), std::nullopt) - racer.layer_rate.begin();
        if (key.key == "layer_decay") number.moves = "schedule." + std::to_string(layer + 1);
        list_.push_back({number.key, number});
    }

    void add_sizes(RunNumber number) {
        const Tree tree = tree_of(run_, number.key, racer_);
        number.moves = number.key;
        number.node = tree.root;
        number.entry = find(schedules, tree[tree.root].text);
        number.param = &number.entry->params[0];
        add_entries(tree, "batch.", number);
    }

    void add_schedule(const std::string& key) {
        const Tree tree = tree_of(run_, key, racer_);
        add_schedules(tree, tree.root, key + ".", {.racer = racer_, .key = key, .moves = key});
    }

    void add_optimizer() {
        const Optimizer& optimizer = *run_.racers[racer_ - 1].optimizer;
        const Tree tree = tree_of(run_, "opt", racer_);
        Problems none;
        const Given given = *match(tree, tree.root, optimizer, {}, none);
        for (std::size_t p = 0; p < optimizer.params.size(); ++p) {
            const std::string path = "opt." + std::string(optimizer.params[p].key);
            const RunNumber number{.racer = racer_, .key = "opt", .moves = path};
            if (!given[p].empty() && !run_.racers[racer_ - 1].numbers[p].is_constant())
                add_schedules(tree, given[p][0], path + ".", number);
            else
                add_param(tree, tree.root, optimizer, p, "opt.", number);
        }
    }

    // The first node in the text that has a number is the one that a path names.
    void add_schedules(const Tree& tree, std::size_t root, const std::string& prefix, const RunNumber& number) {
        std::vector<std::size_t> nodes;
        add_nodes(tree, root, nodes);
        std::stable_sort(nodes.begin(), nodes.end(), [&](std::size_t a, std::size_t b) { return tree[a].from < tree[b].from; });
        for (const std::size_t i : nodes) {
            const bool is_named = tree[i].op == Op::name || tree[i].op == Op::call;
            const Schedule* schedule = is_named ? find(schedules, tree[i].text) : nullptr;
            for (std::size_t p = 0; schedule && p < schedule->params.size(); ++p)
                add_param(tree, i, *schedule, p, prefix, number);
        }
    }

    // Adds a number of one call, or each of a list; what is no number is left out.
    void add_param(const Tree& tree, std::size_t node, const Entry& entry, std::size_t p, const std::string& prefix,
                   RunNumber number) {
        const Param& param = entry.params[p];
        number.entry = &entry;
        number.param = &param;
        number.node = node;
        number.min = param.min;
        number.max = param.max;
        number.is_whole = param.type == Type::integer || param.type == Type::length || param.type == Type::lengths;
        number.scale = param.scale;
        if (is_list(param.type)) return add_entries(tree, prefix, number);
        if (param.type == Type::number || number.is_whole) list_.push_back({prefix + std::string(param.key), number});
    }

    void add_entries(const Tree& tree, const std::string& prefix, RunNumber number) {
        Problems none;
        const auto given = match(tree, number.node, *number.entry, {}, none);
        const auto p = static_cast<std::size_t>(number.param - number.entry->params.data());
        if (!given) return;
        const std::size_t entries = (*given)[p].empty() ? initial(*number.param).elements.size() : (*given)[p].size();
        for (std::size_t k = 0; k < entries; ++k) {
            number.point = k;
            list_.push_back({prefix + std::string(number.param->key) + "." + std::to_string(k + 1), number});
        }
    }

    const Run& run_;
    std::size_t racer_;
    std::vector<Named> list_;
};

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
    for (const Named& each : Lister(run, racer).list()) {
        if (each.path == rest) return each.number;
        if ((", " + known + ",").find(", " + each.path + ",") == std::string::npos)
            known += (known.empty() ? "" : ", ") + each.path;
    }
    return problems.push_back({"no_such_number", "path", 0, 0, {visible(path), known}}), std::nullopt;
}

std::optional<Run> with_number(const Run& run, const RunNumber& number, double x, const Limits& limits) {
    const std::size_t owner = number.key == "schedule" ? number.racer : value_of(run, number.key, number.racer).racer;
    if (!number.param) return rewritten(run, owner, number.key, print(x), limits);
    Tree tree = tree_of(run, number.key, number.racer);
    if (!number.point)
        set_argument(tree, number.node, *number.entry, number.param->key, x);
    else if (number.param->type == Type::points)
        set_entry(tree, number.node, *number.point, {}, x);
    else
        set_entry(tree, number.node, *number.point, x, {});
    return rewritten(run, owner, number.key, print(tree), limits);
}

}  // namespace eta
