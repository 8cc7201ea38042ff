// This reads a batch that changes, and looks for what it rules out.
#include "eta/run/batch_sizes.hpp"

#include <algorithm>
#include <cmath>

#include "eta/language/arguments.hpp"
#include "eta/language/parse.hpp"
#include "eta/math/number.hpp"
#include "eta/schedule/schedules.hpp"

namespace eta {
namespace {

constexpr Param batch_param{.key = "batch", .type = Type::points, .min = 1, .max = 1e6, .initial = "0:8", .help = {}};

bool counts_epochs(const Node& node) { return node.measure == Measure::epochs || (node.op == Op::name && node.text == "U"); }

// Says whether a parameter that is not given goes by epochs.
bool has_default_in_epochs(const Tree& tree, std::size_t i, Defaults defaults) {
    const bool named = tree[i].op == Op::name || tree[i].op == Op::call;
    const Schedule* schedule = named ? find(schedules, tree[i].text) : nullptr;
    Problems none;
    const auto given = schedule ? match(tree, i, *schedule, {}, none) : std::nullopt;
    for (std::size_t p = 0; given && p < given->size(); ++p) {
        if (!(*given)[p].empty()) continue;
        const Tree usual = initial(with_default(*schedule, schedule->params[p], defaults)).tree;
        if (std::any_of(usual.nodes.begin(), usual.nodes.end(), counts_epochs)) return true;
    }
    return false;
}

}  // namespace

bool is_batch_list(const Item& item) { return item.value.find('(') != std::string::npos; }

std::optional<std::vector<BatchSize>> read_batch_sizes(const Item& item, const Scope& scope, std::int64_t samples,
                                                       Problems& problems) {
    const Tree tree = parse(item.value, problems, item.value_from, item.key);
    if (tree.empty()) return {};
    const auto fail = [&](std::string_view code, std::size_t i, std::initializer_list<std::string_view> values) {
        problems.push_back({code, item.key, tree[i].from, tree[i].to, values});
        return std::nullopt;
    };
    const Schedule& points = *find(schedules, "points");
    if (tree[tree.root].op != Op::call || tree[tree.root].text != points.words.key) return fail("batch_expected", tree.root, {});
    const auto given = match(tree, tree.root, points, item.key, problems);
    if (!given) return {};
    const auto& list = (*given)[0];
    const auto& shape = (*given)[1];
    if (shape.empty() || tree[shape[0]].op != Op::name || tree[shape[0]].text != "step")
        return fail("batch_steps", shape.empty() ? tree.root : shape[0], {});
    if (list.empty()) return fail("batch_expected", tree.root, {});
    Values values;
    if (!add_value(tree, list, batch_param, scope, values, problems)) return {};
    const auto numbers = values.list(0);
    std::vector<BatchSize> sizes;
    for (std::size_t k = 0; k < list.size(); ++k) {
        const double start = numbers[2 * k], size = numbers[2 * k + 1];
        const std::size_t written = tree[list[k]].children[1];
        if (size != std::floor(size)) return fail("not_whole", written, {"batch", print(size)});
        if (size > static_cast<double>(samples)) return fail("batch_too_large", written, {print(size), std::to_string(samples)});
        // The first size holds before its own place too.
        sizes.push_back({k == 0 ? 0 : static_cast<std::int64_t>(start), static_cast<std::int64_t>(size)});
    }
    return sizes;
}

bool is_free_of_epochs(const Item& item, Defaults defaults, Problems& problems) {
    Problems none;
    const Tree tree = parse(item.value, none, item.value_from, item.key);
    for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
        if (!counts_epochs(tree[i]) && !has_default_in_epochs(tree, i, defaults)) continue;
        add_epochs_vary(item.key, item.to > 0 ? tree[i].from : 0, item.to > 0 ? tree[i].to : 0, problems);
        return false;
    }
    return true;
}

void add_epochs_vary(std::string_view key, std::size_t from, std::size_t to, Problems& problems) {
    problems.push_back({"epochs_vary", key, from, to, {}});
}

}  // namespace eta
