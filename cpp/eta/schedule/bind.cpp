// This binds the whole, formulas and names.
#include <algorithm>
#include <string>

#include "eta/language/arguments.hpp"
#include "eta/math/number.hpp"
#include "eta/schedule/aliases.hpp"
#include "eta/schedule/binder.hpp"
#include "eta/schedule/other_names.hpp"
#include "eta/schedule/schedules.hpp"

namespace eta {

std::optional<Curve> Binder::whole(std::size_t root) {
    if (is_of_run()) find_factor(root, root);
    const Made made = schedule(root, run_, 0);
    if (!made) return {};
    curve_.root_ = *made;
    curve_.updates_ = static_cast<std::int64_t>(run_.updates);
    if (!check_rates(root)) return {};
    return std::move(curve_);
}

Binder::Made Binder::schedule(std::size_t i, const Scope& scope, double start) {
    const Op op = tree_[i].op;
    if (op == Op::then || op == Op::duration || is_ramp(i)) return chain(i, scope, start);
    if (operands_ == 0) curve_.pieces_.push_back({i, start, scope.updates, scope.updates, end_});
    return expression(i, scope, start);
}

const Schedule* Binder::schedule_at(std::size_t i) const {
    const Node& node = tree_[i];
    return node.op == Op::name || node.op == Op::call ? find(schedules, node.text) : nullptr;
}
bool Binder::is_ramp(std::size_t i) const { return schedule_at(i) && schedule_at(i)->is_ramp(); }

void Binder::find_factor(std::size_t i, std::size_t root) {
    if (factor_) return;
    if (tree_[i].op == Op::multiply)
        for (const std::size_t child : tree_[i].children) find_factor(child, root);
    else if (i != root && schedule_at(i) && schedule_at(i)->role == Role::listener)
        factor_ = i;
}

Binder::Made Binder::listener(std::size_t i, const Schedule& schedule, const Scope& scope) {
    if (!is_of_run()) return fail("listener_of_rate", i, {std::string(schedule.words.key), std::string(run_.key)});
    if (factor_ != i) return fail("listener_is_factor", i, {std::string(schedule.words.key)});
    auto values = bind_values(tree_, i, schedule, scope, problems_);
    if (!values) return {};
    const Made part = add(i, {.kind = Curve::Kind::constant, .number = 1});
    curve_.listener_ = BoundListener{&schedule.listener, std::move(*values), *part};
    return part;
}

Binder::Made Binder::expression(std::size_t i, const Scope& scope, double start) {
    const Node& node = tree_[i];
    if (is_constant(tree_, i)) {
        // 1/0 is found here, at its own place.
        const auto x = constant(tree_, i, scope, problems_);
        return x ? add(i, {.kind = Curve::Kind::constant, .number = *x}) : Made{};
    }
    if (node.op == Op::then || node.op == Op::duration) return chain(i, scope, start);
    if (node.op == Op::name && node.text == "t") return add(i, {.kind = Curve::Kind::time});
    if (node.op == Op::name || node.op == Op::call) return named(i, scope, start);
    if (is_operation(node.op)) return operation(i, scope, start);
    return fail("not_a_rate", i, {});
}

Binder::Made Binder::operation(std::size_t i, const Scope& scope, double start) {
    const Operand operand_of(operands_);
    Curve::Part part{.kind = Curve::Kind::operation, .op = tree_[i].op};
    for (const std::size_t child : tree_[i].children) {
        const Made operand = expression(child, scope, start);
        if (!operand) return {};
        part.children.push_back(*operand);
    }
    return add(i, std::move(part));
}

Binder::Made Binder::named(std::size_t i, const Scope& scope, double start) {
    const std::string_view name = tree_[i].text;
    if (const Function* function = find_function(name)) return function_call(i, *function, scope, start);
    const Schedule* schedule = find(schedules, name);
    if (!schedule) return unknown(i);
    if (schedule->is_ramp()) return fail("segment_only", i, {std::string(name)});
    if (schedule->is_repetition()) return repetition(i, *schedule, scope, start);
    if (schedule->is_modifier()) return modifier(i, *schedule, scope, start);
    if (schedule->role == Role::listener) return listener(i, *schedule, scope);
    return formula(i, *schedule, scope);
}

Binder::Made Binder::formula(std::size_t i, const Schedule& schedule, const Scope& scope) {
    auto values = bind_values(tree_, i, schedule, scope, problems_);
    if (!values) return {};
    if (schedule.relation)
        if (const std::string_view code = schedule.relation(*values); !code.empty()) return fail(code, i, {});
    Curve::Part part{.kind = Curve::Kind::formula, .number = max(scope.updates, 1), .schedule = &schedule};
    if (schedule.tabulate) part.table = schedule.tabulate(part.number, *values);
    part.values = std::move(*values);
    return add(i, std::move(part));
}

Binder::Made Binder::function_call(std::size_t i, const Function& function, const Scope& scope, double start) {
    const Operand operand_of(operands_);
    const Node& node = tree_[i];
    if (node.children.size() != function.arity)
        return fail("wrong_arity", i,
                    {std::string(function.name), std::to_string(function.arity), std::to_string(node.children.size())});
    Curve::Part part{.kind = Curve::Kind::function, .function = &function};
    for (std::size_t k = 0; k < node.children.size(); ++k) {
        const std::size_t child = node.children[k];
        const bool condition = function.name == "where" && k == 0;
        if (condition && !is_comparison(tree_[child].op)) return fail("comparison_expected", child, {});
        const Made argument = condition ? operation(child, scope, start) : expression(child, scope, start);
        if (!argument) return {};
        part.children.push_back(*argument);
    }
    return add(i, std::move(part));
}

Binder::Made Binder::child_of(std::size_t i, const Schedule& schedule, const Scope& scope) {
    const auto given = match(tree_, i, schedule, scope.key, problems_);
    if (!given) return {};
    if ((*given)[0].empty()) return fail("argument_missing", i, {schedule.words.key, schedule.params[0].key});
    return (*given)[0][0];
}

Binder::Made Binder::modifier(std::size_t i, const Schedule& schedule, const Scope& scope, double start) {
    const Made child = child_of(i, schedule, scope);
    if (!child) return {};
    auto values = bind_values(tree_, i, schedule, scope, problems_);
    if (!values) return {};
    const Operand operand_of(operands_);
    const Made changed = this->schedule(*child, scope, start);
    if (!changed) return {};
    return add(i, {.kind = Curve::Kind::modifier,
                   .seed = scope.seed,
                   .schedule = &schedule,
                   .values = std::move(*values),
                   .children = {*changed}});
}

Binder::Made Binder::unknown(std::size_t i) {
    std::vector<std::string_view> known(names.begin(), names.end());
    for (const Function& function : functions) known.push_back(function.name);
    for (const Schedule& schedule : schedules) known.push_back(schedule.words.key);
    for (const Alias& alias : aliases) known.push_back(alias.words.key);
    if (is_variable(tree_[i].text)) return fail("no_parameters", i, {tree_[i].text});  // t(3)
    const std::string_view meant = meant_by(tree_[i].text);
    const std::string_view near = meant.empty() ? nearest(tree_[i].text, known) : meant;
    if (near.empty()) return fail("unknown_name", i, {tree_[i].text});
    return fail("unknown_name_near", i, {tree_[i].text, std::string(near)});
}

bool Binder::check_rates(std::size_t root) {
    std::vector<std::int64_t> times = curve_.boundaries_;
    times.push_back(0);
    times.push_back(std::max<std::int64_t>(curve_.updates_ - 1, 0));
    for (const std::int64_t t : times) {
        const double rate = curve_.at(t);
        if (const auto place = curve_.not_finite(t)) {
            problems_.push_back(
                {"rate_not_finite", std::string(run_.key), place->from, place->to, {std::to_string(t), print(rate)}});
            return false;
        }
        // A number of an optimizer has a range of its own, which its reader checks.
        if (rate < 0 && run_.key != "opt")
            return fail("rate_negative", root, {std::to_string(t), print(rounded(rate, 6))}).has_value();
    }
    return true;
}

bool Binder::add_boundary(double t) {
    auto& list = curve_.boundaries_;
    if (list.size() >= Curve::max_boundaries) return false;
    const auto at = static_cast<std::int64_t>(t);
    const auto place = std::lower_bound(list.begin(), list.end(), at);
    if (place == list.end() || *place != at) list.insert(place, at);
    return true;
}

Binder::Made Binder::add(std::size_t i, Curve::Part part) {
    part.from = tree_[i].from;
    part.to = tree_[i].to;
    curve_.parts_.push_back(std::move(part));
    return curve_.parts_.size() - 1;
}
Binder::Made Binder::fail(std::string_view code, std::size_t i, std::initializer_list<std::string_view> values) {
    problems_.push_back({code, std::string(run_.key), tree_[i].from, tree_[i].to, values});
    return {};
}

ETA_RARE std::optional<Curve> bind_aliases(const Tree& tree, std::size_t node, const Scope& scope, Problems& problems) {
    const auto expanded = expand_aliases(tree, scope.key, problems);
    if (!expanded) return {};
    return Binder(*expanded, scope, problems).whole(node);
}

std::optional<Curve> bind_schedule(const Tree& tree, std::size_t node, const Scope& scope, Problems& problems) {
    return has_alias(tree) ? bind_aliases(tree, node, scope, problems) : Binder(tree, scope, problems).whole(node);
}
std::optional<Curve> bind_schedule(const Tree& tree, const Scope& scope, Problems& problems) {
    return bind_schedule(tree, tree.root, scope, problems);
}

}  // namespace eta
