// This writes the class of a listener in Python: the same steps as in its own file in cpp/eta/schedule.
#include <array>

#include "eta/describe/later_text.hpp"
#include "eta/export/own_class.hpp"
#include "eta/export/script.hpp"
#include "eta/schedule/schedules.hpp"

namespace eta {
namespace {

struct Class {
    std::string_view schedule, name, code;
};

constexpr std::string_view common = R"(
    def improves(self, x):
        if not math.isfinite(x):
            return False
        if not math.isfinite(self.best):
            return True
        gain = self.threshold * abs(self.best) if self.relative else self.threshold
        larger = self.mode == "max" or (self.mode == "auto" and self.metric == "validation_accuracy")
        return x > self.best + gain if larger else x < self.best - gain
)"_later;

constexpr std::array classes{
    Class{"plateau"_later, "Plateau"_later, R"(class Plateau:
    """A factor of the rate that falls when a metric has stopped improving."""

    def __init__(self, **numbers):
        self.__dict__.update(numbers)
        self.current, self.best, self.bad, self.cooling = 1.0, math.nan, 0, 0
$common
    def on_evaluation(self, loss, accuracy, rate=math.inf):
        metric = loss if self.metric == "validation_loss" else accuracy
        better = self.improves(metric)
        if self.cooldown_counts == "less_one" and self.cooling > 0:
            self.cooling -= 1
            self.bad = 0
        if better:
            self.best = metric
        self.bad = 0 if better else self.bad + 1
        if self.cooling > 0:
            if self.cooldown_counts == "all":
                self.cooling -= 1
            self.bad = 0
            return
        if self.fires == "beyond":
            fired = self.bad > self.patience
        elif self.fires == "at":
            fired = not better and self.bad >= self.patience
        else:
            fired = self.bad == self.patience
        if fired:
            self.bad, self.cooling = 0, self.cooldown
            lower = min(self.current, max(self.current * self.factor, self.floor))
            if self.eps == 0 or (self.current - lower) * rate > self.eps:
                self.current = lower
)"_later},
    Class{"greedy"_later, "Greedy"_later, R"(class Greedy:
    """A factor of the rate that rises while a metric keeps improving, and falls when it has stopped."""

    def __init__(self, **numbers):
        self.__dict__.update(numbers)
        self.reset_all()

    def reset_all(self):
        self.current, self.best, self.good, self.bad = 1.0, math.nan, 0, 0
        self.cooling, self.warming, self.at_floor, self.last = 0, 0, 0, []
$common
    def on_evaluation(self, loss, accuracy, rate=math.inf):
        x = loss if self.metric == "validation_loss" else accuracy
        if self.window > 1 and math.isfinite(x):
            self.last = (self.last + [x])[-self.window:]
            x = sum(self.last) / len(self.last)
        if self.cooling > 0 or self.warming > 0:
            if self.cooling > 0:
                self.cooling -= 1
            else:
                self.warming -= 1
            self.good = self.bad = 0
            return
        better = self.improves(x)
        if better:
            self.best = x
        self.good = self.good + 1 if better else 0
        self.bad = 0 if better else self.bad + 1
        if self.good > self.patience:
            self.current = max(self.current, min(self.current / self.factor, self.ceiling))
            self.at_floor, self.good, self.warming = 0, 0, self.warmup
        elif self.bad > self.patience:
            self.current = min(self.current, max(self.current * self.factor, self.floor))
            self.at_floor += self.current <= self.floor
            if self.current <= self.floor and self.at_floor >= self.reset:
                self.reset_all()
            self.bad, self.cooling = 0, self.cooldown
)"_later},
};

// Returns the schedule whose listener this is.
const Schedule* schedule_of(const BoundListener& listener) {
    for (const Schedule& each : schedules)
        if (each.listener.on_evaluation == listener.rule->on_evaluation) return &each;
    return nullptr;
}

}  // namespace

ListenerCode listener_code(const Racer& racer) {
    const auto& listener = racer.rate->listener();
    if (!listener) return {};
    const Schedule* schedule = schedule_of(*listener);
    for (const Class& each : classes) {
        if (!schedule || each.schedule != schedule->words.key) continue;
        const Filling values = arguments_of(*schedule, listener->values, 0);
        std::string numbers;
        // Only what is lowered by a least amount asks for the rate of the next update.
        bool asks = false;
        for (std::size_t p = 0; p < schedule->params.size(); ++p)
            asks = asks || (schedule->params[p].key == "eps" && listener->values[p] != 0);
        for (std::size_t k = 1; k < values.size(); ++k)
            numbers += (k > 1 ? ", " : "") + std::string(values[k].first) + "=" + values[k].second;
        return {fill(each.code, {{"common"_later, std::string(common)}}), std::string(each.name) + "(" + numbers + ")",
                "listener.on_evaluation(loss, accuracy"_later + std::string(asks ? ", float(eta(t + 1)))\n" : ")\n")};
    }
    return {};
}

}  // namespace eta
