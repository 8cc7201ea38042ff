// This evaluates a bound schedule.
#include "eta/schedule/curve.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace eta {

Curve Curve::constant(double x) {
    Curve curve;
    curve.parts_.push_back({.kind = Kind::constant, .number = x});
    return curve;
}

Curve Curve::steps(std::span<const Step> steps, std::int64_t updates) {
    Curve curve;
    curve.updates_ = updates;
    Part chain{.kind = Kind::chain};
    for (const Step& step : steps) {
        const auto start = static_cast<double>(step.start);
        chain.segments.push_back({start, static_cast<double>(updates) - start, curve.parts_.size()});
        curve.parts_.push_back({.kind = Kind::constant, .number = step.value});
        if (step.start > 0 && step.start < updates) curve.boundaries_.push_back(step.start);
    }
    curve.root_ = curve.parts_.size();
    curve.parts_.push_back(std::move(chain));
    return curve;
}

double Curve::at(std::int64_t t, double factor) const {
    return value(root_, static_cast<double>(std::min(t, updates_))) * factor;
}

double Curve::value(std::size_t index, double t) const {
    const Part& part = parts_[index];
    switch (part.kind) {
        case Kind::constant:
            return part.number;
        case Kind::time:
            return t;
        case Kind::formula:
            if (part.table.empty()) return part.schedule->at(t, part.number, part.values);
            return static_cast<double>(part.table[static_cast<std::size_t>(
                std::min(part.schedule->row(t, part.values), static_cast<double>(part.table.size() - 1)))]);
        case Kind::chain:
            return chain(part, t);
        case Kind::ramp:
            return part.schedule->ramp.at(t, part.number, part.values, part.neighbour);
        case Kind::repetition:
            return repetition(part, t);
        case Kind::operation: {
            const double a = value(part.children[0], t);
            return operate(part.op, a, part.children.size() > 1 ? value(part.children[1], t) : 0);
        }
        case Kind::function:
            break;
    }
    std::array<double, 3> x{};
    for (std::size_t k = 0; k < part.children.size(); ++k) x[k] = value(part.children[k], t);
    return part.function->apply(x.data());
}

// Finds the last segment that has begun at t: an empty one never holds, unless it is the last.
std::size_t Curve::segment_at(const Part& chain, double t) {
    const auto after = std::upper_bound(chain.segments.begin(), chain.segments.end(), t,
                                        [](double time, const Segment& segment) { return time < segment.start; });
    return static_cast<std::size_t>(after - chain.segments.begin()) - 1;
}

double Curve::chain(const Part& part, double t) const {
    const Segment& segment = part.segments[segment_at(part, t)];
    return value(segment.node, std::min(t - segment.start, segment.length));
}

double Curve::repetition(const Part& part, double t) const {
    const auto [cycle, node] = cycle_at(part, t);
    return cycle.scale * value(node, std::min(t - cycle.start, cycle.length));
}

std::pair<Cycle, std::size_t> Curve::cycle_at(const Part& part, double t) {
    const Repetition& repetition = part.schedule->repetition;
    const Cycle cycle = repetition.cycle(repetition.index(t, part.values), part.values);
    const auto body = std::lower_bound(part.segments.begin(), part.segments.end(), cycle.length,
                                       [](const Segment& segment, double length) { return segment.length < length; });
    return {cycle, body->node};
}

std::optional<Curve::Place> Curve::not_finite(std::int64_t t) const {
    const auto found = culprit(root_, static_cast<double>(std::min(t, updates_)));
    if (!found) return {};
    return Place{parts_[*found].from, parts_[*found].to};
}

std::optional<std::size_t> Curve::culprit(std::size_t index, double t) const {
    if (std::isfinite(value(index, t))) return {};
    const Part& part = parts_[index];
    if (part.kind == Kind::chain) {
        const Segment& segment = part.segments[segment_at(part, t)];
        return culprit(segment.node, std::min(t - segment.start, segment.length));
    }
    if (part.kind == Kind::repetition) {
        const auto [cycle, node] = cycle_at(part, t);
        if (const auto inner = culprit(node, std::min(t - cycle.start, cycle.length))) return inner;
    }
    for (const std::size_t child : part.children)
        if (const auto inner = culprit(child, t)) return inner;
    return index;
}

}  // namespace eta
