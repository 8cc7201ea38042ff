// This matches and checks arguments.
#include "eta/language/arguments.hpp"

#include <cmath>
#include <string>

#include "eta/language/parse.hpp"
#include "eta/math/number.hpp"

namespace eta {
namespace {

void add_problem(Problems& problems, std::string_view code, std::string_view key, const Node& at,
                 std::initializer_list<std::string_view> values) {
    problems.push_back({code, std::string(key), at.from, at.to, values});
}

std::string known_parameters(const Entry& entry) {
    std::string list;
    for (const Param& param : entry.params) list += (list.empty() ? "" : ", ") + std::string(param.key);
    return list;
}

std::optional<std::size_t> list_parameter(const Entry& entry) {
    for (std::size_t p = 0; p < entry.params.size(); ++p)
        if (is_list(entry.params[p].type)) return p;
    return {};
}

std::optional<std::size_t> named_parameter(const Entry& entry, std::string_view name) {
    for (std::size_t p = 0; p < entry.params.size(); ++p)
        if (entry.params[p].key == name) return p;
    return {};
}

// This reads one number of a parameter that is not a list, or one of a list's.
class Reader {
public:
    Reader(const Tree& tree, const Param& param, const Scope& scope, Problems& problems)
        : tree_(tree), param_(param), scope_(scope), problems_(problems) {}

    std::optional<double> word(std::size_t i) {
        const Node& node = tree_[i];
        const std::string_view choices = param_.type == Type::flag ? "false true" : param_.choices;
        const int index = node.op == Op::name ? choice_index(choices, node.text) : -1;
        if (index >= 0) return index;
        std::string listed(choices);
        for (std::size_t at = 0; (at = listed.find(' ', at)) != std::string::npos; at += 2) listed.replace(at, 1, ", ");
        fail("not_a_choice", node, {std::string(param_.key), listed});
        return {};
    }

    std::optional<double> length(std::size_t i) {
        const Node& node = tree_[i];
        auto x = constant(tree_, i, scope_, problems_);
        if (!x) return {};
        const bool counted = counts_updates(tree_, i);
        if (counted && *x != std::floor(*x)) {
            problems_.push_back(wrong_length(scope_.key, param_.key, *x, node.from, node.to));
            return {};
        }
        // A part of the run or of an epoch that rounds below the least length is that least length.
        *x = counted ? *x : std::floor(*x + 0.5);
        if (!counted && *x >= 0 && *x < param_.min) *x = param_.min;
        return in_range(*x, node);
    }

    std::optional<double> number(std::size_t i) {
        const auto x = constant(tree_, i, scope_, problems_);
        if (!x) return {};
        if (param_.type == Type::integer && *x != std::floor(*x)) {
            fail("not_whole", tree_[i], {std::string(param_.key), print(*x)});
            return {};
        }
        return in_range(*x, tree_[i]);
    }

    bool list(const std::vector<std::size_t>& nodes, std::vector<double>& numbers) {
        if (nodes.size() > max_list_entries) {
            fail("list_too_long", tree_[nodes[max_list_entries]], {std::string(param_.key), std::to_string(max_list_entries)});
            return false;
        }
        double before = -1;
        bool exact_before = true;
        for (const std::size_t i : nodes) {
            const Node& node = tree_[i];
            if (param_.type == Type::numbers) {
                const auto x = number(i);
                if (!x) return false;
                numbers.push_back(*x);
                continue;
            }
            if ((param_.type == Type::points) != (node.op == Op::pair)) {
                fail(param_.type == Type::points ? "point_expected" : "point_unexpected", node, {std::string(param_.key)});
                return false;
            }
            const auto t = param_.type == Type::points ? time(node.children[0]) : length(i);
            if (!t) return false;
            // Parts of a short run may round to the same update; what is written as updates may not be the same.
            const bool exact = counts_updates(tree_, param_.type == Type::points ? node.children[0] : i);
            if (*t < before || (*t == before && exact && exact_before)) {
                fail("not_ascending", node, {std::string(param_.key)});
                return false;
            }
            before = *t;
            exact_before = exact;
            numbers.push_back(*t);
            if (param_.type != Type::points) continue;
            const auto rate = number(node.children[1]);
            if (!rate) return false;
            numbers.push_back(*rate);
        }
        return true;
    }

private:
    // A point stands at a length from 0 on, whatever the range of its rates.
    std::optional<double> time(std::size_t i) {
        const auto x = constant(tree_, i, scope_, problems_);
        if (!x) return {};
        if (*x >= 0) return std::floor(*x + 0.5);
        fail("out_of_range", tree_[i], {std::string(param_.key), "0", "10000000", print(*x)});
        return {};
    }

    std::optional<double> in_range(double x, const Node& node) {
        if (x >= param_.min && x <= param_.max) return x;
        fail("out_of_range", node, {std::string(param_.key), print(param_.min), print(param_.max), print(x)});
        return {};
    }
    void fail(std::string_view code, const Node& node, std::initializer_list<std::string_view> values) {
        add_problem(problems_, code, scope_.key, node, values);
    }

    const Tree& tree_;
    const Param& param_;
    const Scope& scope_;
    Problems& problems_;
};

}  // namespace

std::optional<Given> match(const Tree& tree, std::size_t i, const Entry& entry, std::string_view key, Problems& problems) {
    const Node& call = tree[i];
    Given given(entry.params.size());
    if (call.op != Op::call) return given;
    const std::optional<std::size_t> list = list_parameter(entry);
    std::size_t place = 0;
    bool named = false;
    for (const std::size_t child : call.children) {
        const Node& node = tree[child];
        if (node.op != Op::named) {
            if (named) return add_problem(problems, "place_after_name", key, node, {}), std::nullopt;
            if (entry.params.empty())
                return add_problem(problems, "no_parameters", key, node, {std::string(entry.words.key)}), std::nullopt;
            if (!list && place >= given.size()) {
                add_problem(problems, "too_many_arguments", key, node, {std::string(entry.words.key), known_parameters(entry)});
                return {};
            }
            given[list ? *list : place++].push_back(child);
            continue;
        }
        named = true;
        const auto p = named_parameter(entry, node.text);
        if (!p && entry.params.empty())
            return add_problem(problems, "no_parameters", key, node, {std::string(entry.words.key)}), std::nullopt;
        if (!p) {
            add_problem(problems, "unknown_parameter", key, node,
                        {std::string(entry.words.key), node.text, known_parameters(entry)});
            return {};
        }
        if (!given[*p].empty()) return add_problem(problems, "argument_twice", key, node, {node.text}), std::nullopt;
        given[*p].push_back(node.children[0]);
    }
    return given;
}

Default initial(const Param& param) {
    Problems none;
    Default made;
    // A list is written as arguments are.
    made.tree = parse("x(" + std::string(param.initial) + ")", none);
    if (!made.tree.empty()) made.elements = made.tree[made.tree.root].children;
    return made;
}

bool is_default(const Tree& tree, const std::vector<std::size_t>& given, const Param& param) {
    const Default usual = initial(param);
    if (given.size() != usual.elements.size()) return false;
    for (std::size_t k = 0; k < given.size(); ++k)
        if (!same(tree, given[k], usual.tree, usual.elements[k])) return false;
    return true;
}

bool is_default(const Tree& tree, const std::vector<std::size_t>& given, const Entry& entry, const Param& param,
                std::span<const Defaults> held) {
    if (held.empty()) return is_default(tree, given, param);
    for (const Defaults each : held)
        if (!is_default(tree, given, with_default(entry, param, each))) return false;
    return true;
}

bool add_value(const Tree& tree, const std::vector<std::size_t>& given, const Param& param, const Scope& scope, Values& values,
               Problems& problems) {
    if (param.type == Type::schedule) return values.add(std::span<const double>()), true;
    if (given.empty()) {
        const Default usual = initial(param);
        return add_value(usual.tree, usual.elements, param, scope, values, problems);
    }
    Reader reader(tree, param, scope, problems);
    if (is_list(param.type)) {
        std::vector<double> numbers;
        if (!reader.list(given, numbers)) return false;
        values.add(std::span<const double>(numbers));
        return true;
    }
    std::optional<double> number;
    if (param.type == Type::flag || param.type == Type::choice) number = reader.word(given[0]);
    if (param.type == Type::length) number = reader.length(given[0]);
    if (param.type == Type::number || param.type == Type::integer) number = reader.number(given[0]);
    if (number) values.add(*number);
    return number.has_value();
}

std::optional<Values> bind_values(const Tree& tree, std::size_t i, const Entry& entry, const Scope& scope, Problems& problems) {
    const auto given = match(tree, i, entry, scope.key, problems);
    if (!given) return {};
    Values values;
    bool good = true;
    for (std::size_t p = 0; p < entry.params.size(); ++p)
        good =
            add_value(tree, (*given)[p], with_default(entry, entry.params[p], scope.defaults), scope, values, problems) && good;
    if (!good) return {};
    return values;
}

}  // namespace eta
