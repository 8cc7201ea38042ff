// Binding: one function a kind of node.
#include "eta/schedule/bind.hpp"

#include <cmath>
#include <string>

#include "eta/language/arguments.hpp"
#include "eta/math/number.hpp"
#include "eta/schedule/schedules.hpp"

namespace eta {

// Every function adds its part to the curve and returns its index, or nothing after adding a problem.
class Binder {
public:
    Binder(const Tree& tree, const Scope& run, Problems& problems) : tree_(tree), run_(run), problems_(problems) {}
    using Made = std::optional<std::size_t>;

    std::optional<Curve> whole(std::size_t root) {
        if (run_.key.empty() || run_.key == "schedule") find_factor(root, root);
        const Made made = schedule(root, run_, 0);
        if (!made) return {};
        curve_.root_ = *made;
        curve_.updates_ = static_cast<std::int64_t>(run_.updates);
        if (!check_rates(root)) return {};
        return std::move(curve_);
    }

private:
    // `start` is the update of the whole at which this scope's t is 0.
    Made schedule(std::size_t i, const Scope& scope, double start) {
        const Op op = tree_[i].op;
        if (op == Op::then || op == Op::duration || is_combinator(i)) return chain(i, scope, start);
        if (operands_ == 0) curve_.pieces_.push_back({i, start, scope.updates});
        return expression(i, scope, start);
    }

    const Schedule* schedule_at(std::size_t i) const {
        const Node& node = tree_[i];
        return node.op == Op::name || node.op == Op::call ? find(schedules, node.text) : nullptr;
    }
    bool is_combinator(std::size_t i) const { return schedule_at(i) && schedule_at(i)->role == Role::combinator; }

    // The listener that is a factor of the whole, if there is one.
    void find_factor(std::size_t i, std::size_t root) {
        if (factor_) return;
        if (tree_[i].op == Op::multiply)
            for (const std::size_t child : tree_[i].children) find_factor(child, root);
        else if (i != root && schedule_at(i) && schedule_at(i)->role == Role::listener)
            factor_ = i;
    }

    // Its value is 1 here; what it comes to is handed to the curve.
    Made listener(std::size_t i, const Schedule& schedule, const Scope& scope) {
        if (factor_ != i) return fail("listener_is_factor", i, {std::string(schedule.words.key)});
        curve_.plateau_ = bind_values(tree_, i, schedule, scope, problems_);
        return curve_.plateau_ ? add(i, {.kind = Curve::Kind::constant, .number = 1}) : Made{};
    }

    Made expression(std::size_t i, const Scope& scope, double start) {
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

    Made operation(std::size_t i, const Scope& scope, double start) {
        const Operand operand_of(operands_);
        Curve::Part part{.kind = Curve::Kind::operation, .op = tree_[i].op};
        for (const std::size_t child : tree_[i].children) {
            const Made operand = expression(child, scope, start);
            if (!operand) return {};
            part.children.push_back(*operand);
        }
        return add(i, std::move(part));
    }

    Made named(std::size_t i, const Scope& scope, double start) {
        const std::string_view name = tree_[i].text;
        if (const Function* function = find_function(name)) return call(i, *function, scope, start);
        const Schedule* schedule = find(schedules, name);
        if (!schedule) return unknown(i);
        if (schedule->role == Role::combinator) return fail("segment_only", i, {std::string(name)});
        if (schedule->role == Role::listener) return listener(i, *schedule, scope);
        auto values = bind_values(tree_, i, *schedule, scope, problems_);
        if (!values) return {};
        if (schedule->relation)
            if (const std::string_view code = schedule->relation(*values); !code.empty()) return fail(code, i, {});
        Curve::Part part{.kind = Curve::Kind::formula, .number = max(scope.updates, 1), .schedule = schedule};
        if (schedule->tabulate) part.table = schedule->tabulate(part.number, *values);
        part.values = std::move(*values);
        return add(i, std::move(part));
    }

    Made call(std::size_t i, const Function& function, const Scope& scope, double start) {
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
            const Made argument = condition ? comparison(child, scope, start) : expression(child, scope, start);
            if (!argument) return {};
            part.children.push_back(*argument);
        }
        return add(i, std::move(part));
    }

    Made comparison(std::size_t i, const Scope& scope, double start) { return operation(i, scope, start); }

    Made unknown(std::size_t i) {
        std::vector<std::string_view> known(names.begin(), names.end());
        for (const Function& function : functions) known.push_back(function.name);
        for (const Schedule& schedule : schedules) known.push_back(schedule.words.key);
        const std::string_view near = nearest(tree_[i].text, known);
        if (near.empty()) return fail("unknown_name", i, {tree_[i].text});
        return fail("unknown_name_near", i, {tree_[i].text, std::string(near)});
    }

    // A segment's schedule: what a warm-up, a cool-down or a plain segment stands for before its length is known.
    struct Draft {
        std::size_t node;
        const Schedule* combinator = nullptr;
        Values values = {};  // of the combinator
        std::optional<double> length = {};
    };

    Made chain(std::size_t i, const Scope& scope, double start) {
        const Node& node = tree_[i];
        const std::vector<std::size_t> nodes = node.op == Op::then ? node.children : std::vector<std::size_t>{i};
        std::vector<Draft> drafts;
        for (const std::size_t each : nodes) {
            auto made = draft(each, scope);
            if (!made) return {};
            drafts.push_back(std::move(*made));
        }
        if (!neighbours(drafts) || !lengths(drafts, scope)) return {};

        Curve::Part part{.kind = Curve::Kind::chain};
        double at = 0;
        for (const Draft& each : drafts) {
            if (at > 0 && start + at < run_.updates) boundary(start + at);
            part.segments.push_back({at, *each.length, 0});
            if (each.combinator && operands_ == 0) curve_.pieces_.push_back({each.node, start + at, *each.length});
            at += *each.length;
        }
        // A warm-up asks the segment after it, a cool-down the one before: plain ones first, then from the right, then from the left.
        for (std::size_t k = 0; k < drafts.size(); ++k) {
            if (drafts[k].combinator) continue;
            Scope inner = scope;
            inner.updates = *drafts[k].length;
            const Made body = schedule(drafts[k].node, inner, start + part.segments[k].start);
            if (!body) return {};
            part.segments[k].node = *body;
        }
        for (std::size_t k = drafts.size(); k-- > 0;)
            if (drafts[k].combinator == find(schedules, "warmup"))
                part.segments[k].node = ramp(drafts[k], Curve::Kind::warmup, curve_.value(part.segments[k + 1].node, 0));
        for (std::size_t k = 1; k < drafts.size(); ++k)
            if (drafts[k].combinator == find(schedules, "cooldown"))
                part.segments[k].node =
                    ramp(drafts[k], Curve::Kind::cooldown, curve_.value(part.segments[k - 1].node, *drafts[k - 1].length));
        return add(i, std::move(part));
    }

    std::optional<Draft> draft(std::size_t i, const Scope& scope) {
        Draft made{.node = i};
        if (tree_[i].op == Op::duration) {
            const std::size_t length = tree_[i].children[1];
            made.node = tree_[i].children[0];
            const Node& written = tree_[length];
            if (written.measure == Measure::plain && written.number != std::floor(written.number))
                return fail("not_whole", length, {"for", print(written.number)}), std::nullopt;
            made.length = in_updates(written.number, written.measure, scope);
        }
        if (!is_combinator(made.node)) return made;
        const std::string& name = tree_[made.node].text;
        if (made.length) return fail("combinator_with_for", i, {name}), std::nullopt;
        const Schedule* schedule = find(schedules, name);
        auto values = bind_values(tree_, made.node, *schedule, scope, problems_);
        if (!values) return {};
        made.combinator = schedule;
        made.length = (*values)[0];
        made.values = std::move(*values);
        return made;
    }

    bool neighbours(const std::vector<Draft>& drafts) {
        for (std::size_t k = 0; k < drafts.size(); ++k) {
            if (!drafts[k].combinator) continue;
            const bool rises = drafts[k].combinator->words.key == "warmup";
            if (rises && k + 1 == drafts.size()) return fail("warmup_needs_next", drafts[k].node, {}).has_value();
            if (!rises && k == 0) return fail("cooldown_needs_previous", drafts[k].node, {}).has_value();
            const Schedule* before = k > 0 ? drafts[k - 1].combinator : nullptr;
            if (!rises && before && before->words.key == "warmup")
                return fail("warmup_before_cooldown", drafts[k].node, {}).has_value();
        }
        return true;
    }

    // The one segment without a length takes what remains.
    bool lengths(std::vector<Draft>& drafts, const Scope& scope) {
        Draft* open = nullptr;
        double taken = 0;
        for (Draft& each : drafts) {
            if (each.length)
                taken += *each.length;
            else if (open)
                return fail("two_open_segments", each.node, {}).has_value();
            else
                open = &each;
        }
        if (open) open->length = max(scope.updates - taken, 0);
        return true;
    }

    std::size_t ramp(const Draft& draft, Curve::Kind kind, double v) {
        Curve::Part part{.kind = kind, .number = draft.values[0]};
        for (std::size_t p = 1; p < draft.values.size(); ++p) part.values.add(draft.values[p]);
        part.values.add(v);
        return *add(draft.node, std::move(part));
    }

    bool check_rates(std::size_t root) {
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
            if (rate < 0) return fail("rate_negative", root, {std::to_string(t), print(rounded(rate, 6))}).has_value();
        }
        return true;
    }

    void boundary(double t) {
        auto& list = curve_.boundaries_;
        const auto at = static_cast<std::int64_t>(t);
        const auto place = std::lower_bound(list.begin(), list.end(), at);
        if (place == list.end() || *place != at) list.insert(place, at);
    }

    Made add(std::size_t i, Curve::Part part) {
        part.from = tree_[i].from;
        part.to = tree_[i].to;
        curve_.parts_.push_back(std::move(part));
        return curve_.parts_.size() - 1;
    }
    Made fail(std::string_view code, std::size_t i, std::initializer_list<std::string_view> values) {
        problems_.push_back({code, std::string(run_.key), tree_[i].from, tree_[i].to, values});
        return {};
    }

    // While one lives, what is bound is part of a formula: its numbers do not stand on the curve.
    struct Operand {
        explicit Operand(int& count) : count_(count) { ++count_; }
        ~Operand() { --count_; }
        Operand(const Operand&) = delete;
        Operand& operator=(const Operand&) = delete;
        int& count_;
    };

    const Tree& tree_;
    const Scope& run_;
    Problems& problems_;
    Curve curve_;
    int operands_ = 0;
    std::optional<std::size_t> factor_;
};

std::optional<Curve> bind_schedule(const Tree& tree, std::size_t node, const Scope& scope, Problems& problems) {
    return Binder(tree, scope, problems).whole(node);
}
std::optional<Curve> bind_schedule(const Tree& tree, const Scope& scope, Problems& problems) {
    return bind_schedule(tree, tree.root, scope, problems);
}

}  // namespace eta
