// This binds repetitions: what is repeated is bound once for each length that a cycle has.
#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "eta/language/arguments.hpp"
#include "eta/math/number.hpp"
#include "eta/schedule/binder.hpp"

namespace eta {
namespace {

constexpr std::size_t max_parts = 100'000;       // of a curve
constexpr std::int64_t max_cycles = 10'000'000;  // that are walked through to find their lengths

}  // namespace

Binder::Made Binder::repetition(std::size_t i, const Schedule& schedule, const Scope& scope, double start) {
    const Made child = child_of(i, schedule, scope);
    if (!child) return {};
    auto values = bind_values(tree_, i, schedule, scope, problems_);
    if (!values) return {};

    const Repetition& repetition = schedule.repetition;
    const double reached = std::min(scope.updates, end_ - start);
    if (repetition.limit && reached > repetition.limit(*values))
        return fail("past_end", i, {print(repetition.limit(*values)), print(reached)});
    const bool regular = repetition.regular(*values);
    const double last = repetition.index(scope.updates, *values);
    std::map<double, Body> bodies;  // by the length of their cycles
    bool listed = true;             // whether the list of boundaries has a place left
    for (double k = 0; k <= last && (listed || !regular); ++k) {
        const Cycle cycle = repetition.cycle(k, *values);
        auto found = bodies.find(cycle.length);
        if (found == bodies.end()) {
            Scope inner = scope;
            inner.updates = cycle.length;
            auto made = body(*child, inner, start + cycle.start, k == 0);
            if (!made) return {};
            found = bodies.emplace(cycle.length, std::move(*made)).first;
        }
        cycles_ += regular ? 0 : 1;
        if (curve_.parts_.size() > max_parts || cycles_ > max_cycles)
            return fail("too_many_parts", i, {std::to_string(max_parts)});
        const double from = start + cycle.start, to = std::min(from + cycle.length, end_);
        if (from > 0 && from < to) listed = listed && add_boundary(from);
        for (const std::int64_t each : found->second.boundaries)
            if (listed && from + static_cast<double>(each) < to) listed = add_boundary(from + static_cast<double>(each));
    }
    Curve::Part part{.kind = Curve::Kind::repetition, .schedule = &schedule, .values = std::move(*values)};
    for (const auto& [length, made] : bodies) part.segments.push_back({0, length, made.part});
    return add(i, std::move(part));
}

// The first cycle stands on the curve as it is, so that its numbers can be dragged there.
std::optional<Binder::Body> Binder::body(std::size_t child, const Scope& scope, double start, bool first) {
    std::vector<std::int64_t> outer = std::exchange(curve_.boundaries_, {});
    const std::size_t pieces = curve_.pieces_.size();
    std::optional<Operand> hidden;
    if (!first) hidden.emplace(operands_);
    const double end = std::exchange(end_, std::min(end_ - start, scope.updates));
    const Made made = schedule(child, scope, 0);
    end_ = end;
    for (std::size_t p = pieces; p < curve_.pieces_.size(); ++p) {
        curve_.pieces_[p].start += start;
        curve_.pieces_[p].until += start;
    }
    std::vector<std::int64_t> own = std::exchange(curve_.boundaries_, std::move(outer));
    if (!made) return {};
    return Body{*made, std::move(own)};
}

}  // namespace eta
