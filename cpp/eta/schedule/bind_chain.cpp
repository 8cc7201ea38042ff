// This binds chains: the lengths of their segments, and the ramps that need the value beside them.
#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "eta/language/arguments.hpp"
#include "eta/language/print.hpp"
#include "eta/schedule/binder.hpp"
#include "eta/schedule/schedules.hpp"

namespace eta {
namespace {

bool leads_to(const Schedule* ramp, Ramp::Neighbour neighbour) { return ramp && ramp->ramp.neighbour == neighbour; }

}  // namespace

Binder::Made Binder::chain(std::size_t i, const Scope& scope, double start) {
    const Node& node = tree_[i];
    const std::vector<std::size_t> nodes = node.op == Op::then ? node.children : std::vector<std::size_t>{i};
    std::vector<Draft> drafts;
    for (const std::size_t each : nodes) {
        auto made = draft(each, scope);
        if (!made) return {};
        drafts.push_back(std::move(*made));
    }
    if (!has_neighbours(drafts) || !fill_length(drafts, scope)) return {};

    Curve::Part part{.kind = Curve::Kind::chain};
    double at = 0;
    for (const Draft& each : drafts) {
        if (at > 0 && start + at < end_) add_boundary(start + at);
        part.segments.push_back({at, *each.length, 0});
        if (each.ramp && operands_ == 0) curve_.pieces_.push_back({each.node, start + at, *each.length, scope.updates, end_});
        at += *each.length;
    }
    // Plain segments come first; then the ramps that lead to the next segment, from the right; then those that lead away, from
    // the left.
    for (std::size_t k = 0; k < drafts.size(); ++k) {
        if (drafts[k].ramp) continue;
        Scope inner = scope;
        inner.updates = *drafts[k].length;
        const double from = start + part.segments[k].start, end = std::exchange(end_, std::min(end_, from + inner.updates));
        const Made body = schedule(drafts[k].node, inner, from);
        end_ = end;
        if (!body) return {};
        part.segments[k].node = *body;
    }
    for (std::size_t k = drafts.size(); k-- > 0;)
        if (leads_to(drafts[k].ramp, Ramp::Neighbour::next))
            part.segments[k].node = add_ramp(drafts[k], curve_.value(part.segments[k + 1].node, 0));
    for (std::size_t k = 0; k < drafts.size(); ++k)
        if (leads_to(drafts[k].ramp, Ramp::Neighbour::previous))
            part.segments[k].node = add_ramp(drafts[k], curve_.value(part.segments[k - 1].node, *drafts[k - 1].length));
    return add(i, std::move(part));
}

std::optional<Binder::Draft> Binder::draft(std::size_t i, const Scope& scope) {
    Draft made{.node = i};
    if (tree_[i].op == Op::duration) {
        const std::size_t length = tree_[i].children[1];
        made.node = tree_[i].children[0];
        const Node& written = tree_[length];
        if (written.measure == Measure::plain && written.number != std::floor(written.number))
            return problems_.push_back(wrong_length(run_.key, "for", written.number, written.from, written.to)), std::nullopt;
        made.length = in_updates(written.number, written.measure, scope);
        if (!std::isfinite(*made.length)) return fail("not_finite", length, {}), std::nullopt;
    }
    if (!is_ramp(made.node)) return made;
    if (made.length) return fail("combinator_with_for", i, {tree_[made.node].text}), std::nullopt;
    made.ramp = schedule_at(made.node);
    auto values = bind_values(tree_, made.node, *made.ramp, scope, problems_);
    if (!values) return {};
    made.length = (*values)[made.ramp->ramp.length];
    made.values = std::move(*values);
    return made;
}

bool Binder::has_neighbours(const std::vector<Draft>& drafts) {
    using enum Ramp::Neighbour;
    for (std::size_t k = 0; k < drafts.size(); ++k) {
        const Schedule* ramp = drafts[k].ramp;
        const bool missing = (leads_to(ramp, next) && k + 1 == drafts.size()) || (leads_to(ramp, previous) && k == 0);
        if (missing) return fail(ramp->ramp.missing, drafts[k].node, {}).has_value();
        if (leads_to(ramp, previous) && leads_to(drafts[k - 1].ramp, next))
            return fail("warmup_before_cooldown", drafts[k].node, {}).has_value();
    }
    return true;
}

// The one segment without a length takes what remains.
bool Binder::fill_length(std::vector<Draft>& drafts, const Scope& scope) {
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

std::size_t Binder::add_ramp(const Draft& draft, double v) {
    return *add(
        draft.node,
        {.kind = Curve::Kind::ramp, .number = *draft.length, .neighbour = v, .schedule = draft.ramp, .values = draft.values});
}

}  // namespace eta
