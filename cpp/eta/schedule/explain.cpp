// This walks through a curve's parts as its evaluation does.
#include "eta/schedule/explain.hpp"

#include <algorithm>
#include <cmath>

#include "eta/language/print.hpp"
#include "eta/math/number.hpp"
#include "eta/schedule/formula.hpp"

namespace eta {
namespace {

// A count stands as it is.
std::string text(double x) { return print(x == std::floor(x) ? x : rounded(x, 6)); }

class Explainer {
public:
    Explainer(const Curve& curve, double t) : curve_(curve), t_(t) {}

    // `t` is the part's own.
    void walk(std::size_t index, double t) {
        const Curve::Part& part = curve_.parts()[index];
        switch (part.kind) {
            case Curve::Kind::constant:
                return say(part, "at_constant", {text(part.number)});
            case Curve::Kind::formula:
                return formula(index, t);
            case Curve::Kind::ramp:
                return ramp(index, t);
            case Curve::Kind::chain:
                return chain(part, t);
            case Curve::Kind::repetition:
                return repetition(part, t);
            case Curve::Kind::modifier:
                walk(part.children[0], t);
                return say(part, "at_modified", {text(curve_.part_at(part.children[0], t)), text(curve_.part_at(index, t))});
            default:
                return expression(index, t);
        }
    }

    void say(const Curve::Part& part, std::string_view code, std::vector<std::string> values) {
        steps.push_back({code, "", part.from, part.to, {}});
        steps.back().values = std::move(values);
    }

    Problems steps;

private:
    // Says the formula with its numbers; it may come to one number.
    void numbers(std::size_t index, double t) {
        const auto tree = numbers_at(curve_, index, t);
        if (!tree) return;
        if ((*tree)[tree->root].op == Op::number)
            return say(curve_.parts()[index], "at_constant", {text((*tree)[tree->root].number)});
        say(curve_.parts()[index], "at_formula", {shown(*tree), text(curve_.part_at(index, t))});
    }
    // The values of schedules in it have more digits than are said.
    static std::string shown(Tree tree) {
        for (Node& node : tree.nodes)
            if (node.op == Op::number) node.number = rounded(node.number, 6);
        return print(tree);
    }

    void formula(std::size_t index, double t) {
        const Curve::Part& part = curve_.parts()[index];
        if (part.schedule->say)
            if (Said said = part.schedule->say(t, part.number, part.values); !said.code.empty())
                say(part, said.code, std::move(said.values));
        if (part.table.empty())
            numbers(index, t);
        else
            say(part, "at_rounded", {text(curve_.part_at(index, t))});
    }

    void ramp(std::size_t index, double t) {
        const Curve::Part& part = curve_.parts()[index];
        const bool rises = part.schedule->ramp.neighbour == Ramp::Neighbour::next;
        // At its end a ramp has arrived; it is asked for there only past the end of the whole.
        const double update = std::min(t + 1, part.number);
        say(part, rises ? "at_warmup" : "at_cooldown", {text(update), text(part.number), text(part.neighbour)});
        if (t < part.number) numbers(index, t);
    }

    void chain(const Curve::Part& part, double t) {
        const std::size_t k = Curve::segment_at(part, t);
        const Curve::Segment& segment = part.segments[k];
        const double own = std::min(t - segment.start, segment.length);
        const Curve::Part& body = curve_.parts()[segment.node];
        if (part.segments.size() > 1)
            say(body, "at_segment",
                {std::to_string(k + 1), std::to_string(part.segments.size()), text(t_ - t + segment.start), text(segment.length),
                 text(own)});
        walk(segment.node, own);
    }

    void repetition(const Curve::Part& part, double t) {
        const auto [cycle, node] = Curve::cycle_at(part, t);
        const double number = part.schedule->repetition.index(t, part.values) + 1, own = std::min(t - cycle.start, cycle.length);
        say(part, "at_cycle", {text(number), text(t_ - t + cycle.start), text(cycle.length), text(own)});
        walk(node, own);
        if (cycle.scale == 1) return;
        const double value = curve_.part_at(node, own);
        say(part, "at_scaled", {text(cycle.scale), text(value), text(cycle.scale * value)});
    }

    void expression(std::size_t index, double t) {
        const Curve::Part& part = curve_.parts()[index];
        const bool branches = part.function && part.function->name == "where";
        if (branches) {
            const bool holds = curve_.part_at(part.children[0], t) != 0;
            say(curve_.parts()[part.children[0]], holds ? "at_holds" : "at_holds_not", {});
            return walk(part.children[holds ? 1 : 2], t);
        }
        bool has_listener = false;
        for (const std::size_t child : part.children) {
            if (holds_schedule(curve_, child)) walk(child, t);
            has_listener = has_listener || (curve_.listener() && curve_.listener()->part == child);
        }
        // The product with a listener is said at the end.
        if (!has_listener || !holds_schedule(curve_, index)) numbers(index, t);
    }

    const Curve& curve_;
    double t_;  // of the whole
};

}  // namespace

Problems explain(const Curve& curve, std::int64_t t, std::optional<double> factor) {
    const auto held = static_cast<double>(std::min(t, curve.updates()));
    Explainer explainer(curve, held);
    const Curve::Part& whole = curve.parts()[curve.root()];
    if (t >= curve.updates()) explainer.say(whole, "at_past_end", {std::to_string(curve.updates())});
    explainer.walk(curve.root(), held);
    if (curve.listener()) explainer.steps.push_back(listener_step(curve, curve.at(t), factor));
    return std::move(explainer.steps);
}

Problem listener_step(const Curve& curve, double rate, std::optional<double> factor) {
    const Curve::Part& part = curve.parts()[curve.listener()->part];
    Problem step(factor ? "at_factor" : "at_any_factor", "", part.from, part.to, {});
    if (factor) step.values = {text(*factor), text(rate), text(rate * *factor)};
    return step;
}

}  // namespace eta
