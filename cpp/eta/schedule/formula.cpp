// This joins the formulas of a curve's parts.
#include "eta/schedule/formula.hpp"

#include <array>
#include <string>
#include <utility>

#include "eta/language/shorten.hpp"
#include "eta/schedule/schedules.hpp"

namespace eta {
namespace {

constexpr double max_cycles = 8;  // that are written one by one

using Made = std::optional<std::size_t>;

class FormulaWriter {
public:
    explicit FormulaWriter(const Curve& curve) : curve_(curve) {}

    // `time` is the node of the part's own t, which goes from 0 to T.
    Made part(std::size_t index, std::size_t time, double T) {
        const Curve::Part& part = curve_.parts()[index];
        if (curve_.listener() && curve_.listener()->part == index) return listener(*curve_.listener()->rule);
        switch (part.kind) {
            case Curve::Kind::constant:
                return add_number(tree, part.number);
            case Curve::Kind::time:
                return copy(tree, time, tree);
            case Curve::Kind::operation:
                return children(part, {.op = part.op}, time, T);
            case Curve::Kind::function:
                return children(part, {.op = Op::call, .text = std::string(part.function->name)}, time, T);
            case Curve::Kind::formula:
                if (!part.table.empty()) return {};
                return filled(record(*part.schedule, part.values), time, part.number);
            case Curve::Kind::ramp:
                return ramp(part, time);
            case Curve::Kind::chain:
                return chain(part, time, T);
            case Curve::Kind::repetition:
                return repetition(part, time, T);
            case Curve::Kind::modifier:
                return {};  // noise has no formula
        }
        return {};
    }

    Tree tree;

private:
    std::size_t of(Op op, std::size_t a, std::size_t b) { return tree.add({.op = op, .children = {a, b}}); }
    std::size_t number(double x) { return add_number(tree, x); }
    std::size_t call(std::string_view function, std::vector<std::size_t> arguments) {
        return tree.add({.op = Op::call, .text = std::string(function), .children = std::move(arguments)});
    }
    std::size_t where_before(std::size_t time, double limit, std::size_t yes, std::size_t no) {
        return call("where", {of(Op::less, copy(tree, time, tree), number(limit)), yes, no});
    }

    // Returns t − start, and (t − 40) − 60 as t − 100.
    std::size_t later(std::size_t time, double start) {
        if (start == 0) return time;
        const Node node = tree[time];
        if (node.op == Op::subtract && tree[node.children[1]].op == Op::number)
            return of(Op::subtract, node.children[0], number(tree[node.children[1]].number + start));
        return of(Op::subtract, copy(tree, time, tree), number(start));
    }

    Made listener(const Listener& rule) {
        for (const Schedule& each : schedules)
            if (&each.listener == &rule) return tree.add({.op = Op::name, .text = std::string(each.words.key)});
        return {};
    }

    Made children(const Curve::Part& part, Node node, std::size_t time, double T) {
        for (const std::size_t child : part.children) {
            const Made made = this->part(child, time, T);
            if (!made) return {};
            node.children.push_back(*made);
        }
        return tree.add(std::move(node));
    }

    // Copies a recorded formula with its t and T filled in.
    std::size_t filled(const Tree& recorded, std::size_t time, double T) { return filled(recorded, recorded.root, time, T); }
    std::size_t filled(const Tree& recorded, std::size_t i, std::size_t time, double T) {
        Node node = recorded[i];
        if (node.op == Op::name && node.text == "t") return copy(tree, time, tree);
        if (node.op == Op::name && node.text == "T") return number(T);
        for (std::size_t& child : node.children) child = filled(recorded, child, time, T);
        return tree.add(std::move(node));
    }

    // Before its end a ramp has not arrived: that branch of its formula is left out.
    Made ramp(const Curve::Part& part, std::size_t time) {
        const Tree recorded = record_ramp(*part.schedule, part.values, part.number, part.neighbour);
        const Node& root = recorded[recorded.root];
        const bool ends = root.op == Op::call && root.text == "where";
        return filled(recorded, ends ? root.children[1] : recorded.root, time, part.number);
    }

    // Returns t − start of a part that holds its last value where it ends before T.
    std::size_t held(std::size_t time, double start, double length, double T) {
        const std::size_t own = later(time, start);
        return start + length < T ? call("min", {own, number(length)}) : own;
    }

    Made chain(const Curve::Part& part, std::size_t time, double T) {
        Made joined;
        for (std::size_t k = part.segments.size(); k-- > 0;) {
            const Curve::Segment& segment = part.segments[k];
            if (segment.length == 0 && joined) continue;  // it never holds
            const std::size_t own = joined ? later(time, segment.start) : held(time, segment.start, segment.length, T);
            const Made body = this->part(segment.node, own, segment.length);
            if (!body) return {};
            joined = joined ? where_before(time, segment.start + segment.length, *body, *joined) : *body;
        }
        return joined;
    }

    Made repetition(const Curve::Part& part, std::size_t time, double T) {
        const Repetition& repetition = part.schedule->repetition;
        const double last = repetition.index(max(T - 1, 0), part.values);
        if (last >= 2 && repetition.regular(part.values))
            if (const Made one = regular(part, time, T)) return one;
        if (last >= max_cycles) return {};
        Made joined;
        for (auto i = static_cast<std::int64_t>(last); i >= 0; --i) {
            const Cycle cycle = repetition.cycle(static_cast<double>(i), part.values);
            const std::size_t own = joined ? later(time, cycle.start) : held(time, cycle.start, cycle.length, T);
            const Made body = this->part(Curve::cycle_at(part, cycle.start).second, own, cycle.length);
            if (!body) return {};
            const std::size_t scaled = of(Op::multiply, number(cycle.scale), *body);
            joined = joined ? where_before(time, cycle.start + cycle.length, scaled, *joined) : scaled;
        }
        return joined;
    }

    // Cycles of one length s are i = ⌊t/s⌋, each with its own t mod s.
    Made regular(const Curve::Part& part, std::size_t time, double T) {
        const Repetition& repetition = part.schedule->repetition;
        const double s = repetition.cycle(0, part.values).length, ratio = repetition.cycle(1, part.values).scale;
        const bool ends = repetition.index(T - 1, part.values) < floor((T - 1) / s);
        if (ends || repetition.cycle(2, part.values).scale != pow(ratio, 2)) return {};
        const std::size_t own = call("mod", {copy(tree, time, tree), number(s)});
        const Made body = this->part(Curve::cycle_at(part, 0).second, own, s);
        if (!body || ratio == 1) return body;
        const std::size_t i = call("floor", {of(Op::divide, copy(tree, time, tree), number(s))});
        return of(Op::multiply, of(Op::power, number(ratio), i), *body);
    }

    const Curve& curve_;
};

bool is_schedule(const Curve::Part& part) {
    using enum Curve::Kind;
    return part.kind != constant && part.kind != time && part.kind != operation && part.kind != function;
}

// With t filled in, a `where` is the value that it picks.
double evaluated(const Tree& tree, std::size_t i, double t) {
    const Node& node = tree[i];
    std::array<double, 3> x{};
    for (std::size_t k = 0; k < node.children.size(); ++k) x[k] = evaluated(tree, node.children[k], t);
    if (node.op == Op::number) return node.number;
    if (node.op == Op::name) return node.text == "t" ? t : node.text == "pi" ? pi<double>() : 1;
    return node.op == Op::call ? find_function(node.text)->apply(x.data()) : operate(node.op, x[0], x[1]);
}
std::size_t picked(const Tree& tree, std::size_t i, double t, Tree& to) {
    Node node = tree[i];
    if (node.op == Op::name && node.text == "t") return add_number(to, t);
    if (node.op == Op::call && node.text == "where")
        return picked(tree, node.children[evaluated(tree, node.children[0], t) != 0 ? 1 : 2], t, to);
    for (std::size_t& child : node.children) child = picked(tree, child, t, to);
    return to.add(std::move(node));
}

// Writes an expression of numbers and functions, with the value of each schedule in it.
std::size_t with_values(const Curve& curve, std::size_t index, double t, Tree& tree) {
    const Curve::Part& part = curve.parts()[index];
    if (is_schedule(part) || part.kind == Curve::Kind::constant || part.kind == Curve::Kind::time)
        return add_number(tree, curve.part_at(index, t));
    Node node{.op = part.kind == Curve::Kind::operation ? part.op : Op::call};
    if (part.function) node.text = part.function->name;
    for (const std::size_t child : part.children) node.children.push_back(with_values(curve, child, t, tree));
    return tree.add(std::move(node));
}

}  // namespace

std::optional<Tree> formula(const Curve& curve) {
    FormulaWriter writer(curve);
    const std::size_t time = writer.tree.add({.op = Op::name, .text = "t"});
    const Made root = writer.part(curve.root(), time, static_cast<double>(curve.updates()));
    if (!root) return {};
    writer.tree.root = *root;
    return shorten(writer.tree);
}

std::optional<Tree> numbers_at(const Curve& curve, std::size_t index, double t) {
    FormulaWriter writer(curve);
    const bool recorded = is_schedule(curve.parts()[index]);
    const std::size_t time = writer.tree.add({.op = Op::name, .text = "t"});
    const Made root =
        recorded ? writer.part(index, time, curve.parts()[index].number) : with_values(curve, index, t, writer.tree);
    if (!root) return {};
    writer.tree.root = *root;
    // What no t is in, such as the length of a phase, is one number; what t is in stays to be seen with its number.
    const Tree whole = recorded ? shorten(writer.tree) : writer.tree;
    Tree made;
    made.root = picked(whole, whole.root, t, made);
    return shorten(made, false);
}

bool holds_schedule(const Curve& curve, std::size_t index) {
    const Curve::Part& part = curve.parts()[index];
    if (is_schedule(part)) return true;
    for (const std::size_t child : part.children)
        if (holds_schedule(curve, child)) return true;
    return false;
}

}  // namespace eta
