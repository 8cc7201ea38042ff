// This finds the handles on curves.
#include "eta/run/handles.hpp"

#include <algorithm>
#include <cmath>

#include "eta/language/arguments.hpp"
#include "eta/schedule/schedules.hpp"

namespace eta {
namespace {

// This is one piece of one racer's curve, with its schedule's numbers.
struct HeldPiece {
    const Racer& racer;
    const Curve::Piece& piece;
    const Schedule& schedule;
    Given given;
    Values values;
};

ETA_RARE void add_points(const HeldPiece& held, Handle handle, std::size_t p, std::vector<Handle>& list) {
    const auto points = held.values.list(p);
    const Param& param = held.schedule.params[p];
    handle.moves_t = handle.moves_eta = true;
    handle.along_t = handle.along_eta = &param;
    for (std::size_t i = 0; i < points.size(); i += 2) {
        handle.point = i / 2;
        handle.t = held.piece.start + points[i];
        handle.eta = points[i + 1];
        handle.path = "schedule." + std::string(param.key) + "." + std::to_string(i / 2 + 1);
        list.push_back(handle);
    }
}

// Each length of a list is dragged along t.
ETA_RARE void add_lengths(const HeldPiece& held, Handle handle, std::size_t p, std::vector<Handle>& list) {
    const auto lengths = held.values.list(p);
    handle.moves_t = true;
    handle.along_t = &held.schedule.params[p];
    for (std::size_t i = 0; i < lengths.size(); ++i) {
        handle.point = i;
        handle.t = held.piece.start + lengths[i];
        handle.eta = held.racer.rate->at(static_cast<std::int64_t>(handle.t));
        handle.path = "schedule." + std::string(held.schedule.params[p].key) + "." + std::to_string(i + 1);
        if (handle.t <= static_cast<double>(held.racer.updates)) list.push_back(handle);
    }
}

// Where a `time` parameter stands, counted from the segment's start.
double time_of(const HeldPiece& held, std::size_t p) {
    return held.schedule.params[p].type == Type::length ? held.values[p] : std::floor(held.values[p] * held.piece.length);
}

// Returns the handle of one parameter; its path is empty if it has none.
Handle handle_of(const HeldPiece& held, Handle handle, std::size_t p) {
    const Param& param = held.schedule.params[p];
    const double start = held.piece.start, end = start + held.piece.length;
    handle.path = "schedule." + std::string(param.key);
    if (param.handle == HandleAt::start || param.handle == HandleAt::end) {
        handle.t = param.handle == HandleAt::start ? start : end;
        handle.eta = held.values[p];
        handle.moves_eta = true;
        handle.along_eta = &param;
        handle.scale_eta = param.scale;
        // Without a rate of its own the schedule takes the run's, which all may share.
        if (param.initial == "lr" && held.given[p].empty()) handle.path = "lr";
    } else if (param.handle == HandleAt::time || param.handle == HandleAt::back) {
        handle.t = param.handle == HandleAt::time ? start + time_of(held, p) : end - held.values[p];
        handle.eta = held.racer.rate->at(static_cast<std::int64_t>(std::max(handle.t, 0.0)));
        handle.moves_t = true;
        handle.along_t = &param;
        handle.scale_t = param.scale;
        for (const Param& other : held.schedule.params) {
            if (param.handle != HandleAt::time) continue;
            if (other.handle != HandleAt::ratio && other.handle != HandleAt::peak) continue;
            handle.along_eta = &other;
            handle.moves_eta = true;
            handle.path += " schedule." + std::string(other.key);
        }
    } else {
        handle.path.clear();
    }
    return handle;
}

void add_piece(const Racer& racer, std::size_t number, const Curve::Piece& piece, std::vector<Handle>& list) {
    const Node& node = racer.tree[piece.node];
    const Schedule* schedule = node.op == Op::name || node.op == Op::call ? find(schedules, node.text) : nullptr;
    if (!schedule) return;
    const Scope scope{piece.updates, static_cast<double>(racer.updates_per_epoch), racer.lr};
    Problems none;
    auto given = match(racer.tree, piece.node, *schedule, {}, none);
    auto values = bind_values(racer.tree, piece.node, *schedule, scope, none);
    if (!given || !values) return;
    const HeldPiece held{racer, piece, *schedule, std::move(*given), std::move(*values)};
    const Handle blank{.racer = number, .path = {}, .node = piece.node, .start = piece.start, .length = piece.length};
    for (std::size_t p = 0; p < schedule->params.size(); ++p) {
        if (schedule->params[p].type == Type::points) {
            add_points(held, blank, p, list);
            continue;
        }
        if (schedule->params[p].type == Type::lengths) {
            add_lengths(held, blank, p, list);
            continue;
        }
        Handle handle = handle_of(held, blank, p);
        if (!handle.path.empty() && handle.t <= std::min(piece.until, static_cast<double>(racer.updates)))
            list.push_back(std::move(handle));
    }
}

// The points by which a whole schedule is multiplied stand on its curve; the first one is where the curve begins.
ETA_RARE void add_factors(const Racer& racer, std::size_t number, const Curve::Piece& piece, std::vector<Handle>& list) {
    for (const std::size_t child : racer.tree[piece.node].children) {
        Curve::Piece factor = piece;
        factor.node = child;
        std::vector<Handle> points;
        add_piece(racer, number, factor, points);
        for (Handle& each : points) {
            const double value = each.eta;
            each.eta = racer.rate->at(static_cast<std::int64_t>(each.t));
            each.share = each.eta / value;
            const bool is_point = each.along_t && each.along_t->type == Type::points;
            if (is_point && each.point > 0 && value > 0 && each.eta > 0) list.push_back(std::move(each));
        }
    }
}

// A racer without handles of its own whose formula uses lr is scaled by it: that handle stands at t = 0.
void add_scaled(const Racer& racer, std::size_t number, std::vector<Handle>& list) {
    const double eta = racer.rate->at(0);
    const bool uses_lr = std::any_of(racer.tree.nodes.begin(), racer.tree.nodes.end(), [](const Node& node) {
        const bool is_named = node.op == Op::name || node.op == Op::call;
        return (node.op == Op::name && node.text == "lr") || (is_named && find(schedules, node.text));
    });
    const bool held = std::any_of(list.begin(), list.end(), [&](const Handle& each) { return each.racer == number; });
    if (!uses_lr || held || !(eta > 0) || racer.lr <= 0) return;
    list.push_back({.racer = number, .path = "lr", .t = 0, .eta = eta, .moves_eta = true, .scale_eta = Scale::log});
}

bool own_rate(const Racer& racer) {
    return std::any_of(racer.own.begin(), racer.own.end(), [](const Item& item) { return item.key == "lr"; });
}

}  // namespace

std::vector<Handle> handles(const Run& run) {
    std::vector<Handle> list;
    for (std::size_t k = 1; k <= run.racers.size(); ++k) {
        const Racer& racer = run.racers[k - 1];
        for (const Curve::Piece& piece : racer.rate->pieces()) add_piece(racer, k, piece, list);
        add_scaled(racer, k, list);
        for (const Curve::Piece& piece : racer.rate->pieces())
            if (racer.tree[piece.node].op == Op::multiply) add_factors(racer, k, piece, list);
    }
    // The shared base rate is one handle wherever its ring stands at the same place.
    std::vector<Handle> unique;
    for (Handle& each : list) {
        if (each.path == "lr" && !own_rate(run.racers[each.racer - 1])) {
            const bool twice = std::any_of(unique.begin(), unique.end(), [&](const Handle& other) {
                return other.path == "lr" && other.racer == 0 && other.t == each.t && other.eta == each.eta;
            });
            if (twice) continue;
            each.point = each.racer;  // whose curve says how far it is from lr
            each.racer = 0;
        }
        unique.push_back(std::move(each));
    }
    return unique;
}

}  // namespace eta
