// A run after a handle was dragged.
#include <algorithm>
#include <cmath>

#include "eta/language/print.hpp"
#include "eta/math/number.hpp"
#include "eta/run/handles.hpp"
#include "eta/run/rewrite.hpp"
#include "eta/schedule/schedules.hpp"

namespace eta {
namespace {

// Returns a short number whose part of the whole is just past that length, so that rounding down gives the length.
double part_of(double length, double whole) { return whole > 0 ? std::ceil(length / whole * 1e6) / 1e6 : 0; }

double held_in(const Param& param, double x) { return std::clamp(x, param.min, param.max); }

}  // namespace

std::optional<Run> drag(const Run& run, std::size_t index, double t, double eta, const Limits& limits) {
    const std::vector<Handle> list = handles(run);
    if (index >= list.size() || std::isnan(t) || std::isnan(eta)) return {};
    const Handle& handle = list[index];
    if (handle.path == "lr") {
        const Racer& racer = run.racers[(handle.racer == 0 ? handle.point : handle.racer) - 1];
        const Key& key = *find_key("lr");
        const double lr = rounded(std::clamp(racer.lr * eta / (handle.eta > 0 ? handle.eta : 1), key.min, key.max), 3);
        const double rate = handle.eta > 0 ? lr : rounded(std::clamp(eta, key.min, key.max), 3);
        return rewritten(run, handle.racer, "lr", print(rate), limits);
    }
    Tree tree = run.racers[handle.racer - 1].tree;
    const double end = handle.start + handle.length;
    const double time = std::round(std::clamp(t, handle.start,
                                              handle.along_t && handle.along_t->handle == HandleAt::time
                                                  ? static_cast<double>(run.racers[handle.racer - 1].updates)
                                                  : end));
    if (handle.along_t && is_list(handle.along_t->type)) {
        // An entry stays between its neighbours.
        double low = handle.point > 0 ? 1 : 0, high = handle.length;
        for (const Handle& other : list) {
            if (other.racer != handle.racer || other.node != handle.node || other.along_t != handle.along_t) continue;
            if (other.point + 1 == handle.point) low = other.t - handle.start + 1;
            if (other.point == handle.point + 1) high = other.t - handle.start - 1;
        }
        const double rate = handle.along_eta ? rounded(held_in(*handle.along_eta, eta / handle.share), 3) : 0;
        set_entry(tree, handle.node, handle.point, std::max(low, std::min(high, time - handle.start)), rate);
        return rewritten(run, handle.racer, "schedule", print(tree), limits);
    }
    const Schedule& schedule = *find(schedules, tree[handle.node].text);
    if (handle.along_t) {
        const double length = handle.along_t->handle == HandleAt::back ? end - time : time - handle.start;
        const bool counted = handle.along_t->type == Type::length;
        set_argument(tree, handle.node, schedule, handle.along_t->key,
                     held_in(*handle.along_t, counted ? length : part_of(length, handle.length)));
    }
    if (handle.along_eta && handle.along_eta->handle == HandleAt::ratio) {
        const double first = run.racers[handle.racer - 1].rate->at(static_cast<std::int64_t>(handle.start));
        if (first > 0)
            set_argument(tree, handle.node, schedule, handle.along_eta->key, rounded(held_in(*handle.along_eta, eta / first), 3));
    } else if (handle.along_eta) {
        set_argument(tree, handle.node, schedule, handle.along_eta->key, rounded(held_in(*handle.along_eta, eta), 3));
    }
    return rewritten(run, handle.racer, "schedule", print(tree), limits);
}

}  // namespace eta
