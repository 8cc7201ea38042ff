// This walks through a value as binding does, and compares each length with what remains of the run.
#include "eta/run/lengths.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "eta/language/arguments.hpp"
#include "eta/language/parse.hpp"
#include "eta/math/number.hpp"
#include "eta/optimizer/averages.hpp"
#include "eta/optimizer/optimizers.hpp"
#include "eta/schedule/aliases.hpp"
#include "eta/schedule/schedules.hpp"
#include "eta/stop/stops.hpp"

namespace eta {
namespace {

// The number of a parameter is compared with this: it must be less, or a time at most.
enum class Until { end, time, evaluations };

struct Bound {
    std::string_view entry, param, code;
    Until until = Until::end;
    std::string_view flag = {};  // this parameter must be true
};

// One line each.
constexpr std::array bounds{
    Bound{"step", "every", "drop_after_end"},
    Bound{"exponential", "every", "drop_after_end", Until::end, "staircase"},
    Bound{"exponential", "delay", "decay_after_end"},
    Bound{"points", "at", "point_after_end", Until::time},
    Bound{"repeat", "every", "cycle_after_end"},
    Bound{"plateau", "patience", "patience_after_end", Until::evaluations},
    Bound{"greedy", "patience", "patience_after_end", Until::evaluations},
    Bound{"early", "patience", "patience_after_end", Until::evaluations},
    Bound{"updates", "after", "stop_after_end"},
    Bound{"wsd", "warmup", "warmup_after_end"},
    Bound{"swa", "from", "mean_after_end"},
};

class Walker {
public:
    Walker(const Item& item, const Racer& racer, Defaults defaults, Problems& found)
        : key_(item.key), racer_(racer), defaults_(defaults), found_(found) {
        Problems none;
        tree_ = expand_aliases(parse(item.value, none, item.value_from, item.key), item.key, none).value_or(Tree{});
        if (item.to == 0)
            for (Node& node : tree_.nodes) node.from = node.to = 0;  // it stands nowhere in the text
    }

    void all() {
        if (!tree_.empty()) walk(tree_.root, {0, static_cast<double>(racer_.updates)});
    }

private:
    // A schedule runs from `start` on for `length` updates, which is its T; the run may end before, as it does on purpose where
    // `cut` is true.
    struct Span {
        double start, length;
        bool cut = false;
    };
    double left(const Span& span) const {
        return span.cut ? span.length : std::min(span.length, static_cast<double>(racer_.updates) - span.start);
    }
    Scope scope(const Span& span) const {
        return {span.length, static_cast<double>(racer_.updates_per_epoch), racer_.lr, key_, defaults_};
    }

    void walk(std::size_t i, const Span& span) {
        const Node& node = tree_[i];
        if (node.op == Op::then || node.op == Op::duration) return chain(i, span);
        if (node.op == Op::name || node.op == Op::call)
            if (const Entry* entry = entry_of(i)) return call(i, *entry, span);
        for (const std::size_t child : node.children) walk(child, span);
    }

    const Entry* entry_of(std::size_t i) const {
        const std::string_view name = tree_[i].text;
        if (i == tree_.root && key_ == "stop") return find(stops, name);
        if (i == tree_.root && key_ == "opt") return find(optimizers, name);
        if (i == tree_.root && key_ == "average") return find(averages, name);
        return find(schedules, name);
    }

    void call(std::size_t i, const Entry& entry, const Span& span) {
        Problems none;
        const auto given = match(tree_, i, entry, key_, none);
        const auto values = given ? bind_values(tree_, i, entry, scope(span), none) : std::nullopt;
        if (values)
            for (std::size_t p = 0; p < entry.params.size(); ++p) number(i, entry, *given, *values, p, span);
        const Schedule* schedule = find(schedules, entry.words.key);
        const Span inner = values && schedule && schedule->is_repetition() ? cycle(schedule->repetition, *values, span) : span;
        for (std::size_t p = 0; given && p < entry.params.size(); ++p)
            for (const std::size_t child : (*given)[p])
                if (tree_[child].op != Op::number && tree_[child].op != Op::pair) walk(child, inner);
    }

    static Span cycle(const Repetition& repetition, const Values& values, const Span& span) {
        return {span.start, repetition.cycle(0, values).length, span.cut || repetition.limit};
    }

    void number(std::size_t i, const Entry& entry, const Given& given, const Values& values, std::size_t p, const Span& span) {
        const Param& param = entry.params[p];
        for (const Bound& bound : bounds) {
            if (bound.entry != entry.words.key || bound.param != param.key || !is_true(entry, values, bound.flag)) continue;
            if (bound.until == Until::time) return points(given[p], values.list(p), param, bound, span);
            const double most =
                bound.until == Until::evaluations ? std::ceil(static_cast<double>(racer_.updates) / racer_.evaluate) : left(span);
            if (values[p] >= most) warn(bound.code, given[p].empty() ? i : given[p][0], param.key, values[p], most);
        }
    }

    static bool is_true(const Entry& entry, const Values& values, std::string_view flag) {
        for (std::size_t p = 0; p < entry.params.size(); ++p)
            if (entry.params[p].key == flag) return values[p] != 0;
        return true;
    }

    // What is left of a part of the run that was rounded may be one update less.
    void points(const std::vector<std::size_t>& given, std::span<const double> list, const Param& param, const Bound& bound,
                const Span& span) {
        for (std::size_t k = 0; k < given.size(); ++k) {
            const Node& time = tree_[tree_[given[k]].children[0]];
            const bool counted = counts_updates(tree_, tree_[given[k]].children[0]);
            Problems none;
            const auto written = constant(tree_, tree_[given[k]].children[0], scope(span), none);
            if (counted && written && *written != std::floor(*written))
                found_.push_back(wrong_length(key_, param.key, *written, time.from, time.to));
            else if (list[2 * k] > left(span) + (counted ? 0 : 1))
                warn(bound.code, given[k], param.key, list[2 * k], left(span));
        }
    }

    // The lengths are those of bind_chain.cpp. Of what is not reached the first is said.
    void chain(std::size_t i, const Span& span) {
        const std::vector<std::size_t> nodes = tree_[i].op == Op::then ? tree_[i].children : std::vector<std::size_t>{i};
        std::vector<double> lengths;
        double taken = 0;
        for (const std::size_t node : nodes) {
            lengths.push_back(length_of(node, span));
            taken += std::max(lengths.back(), 0.0);
        }
        const double end = left(span);
        double at = 0;
        bool said = false;
        for (std::size_t k = 0; k < nodes.size(); ++k) {
            const bool ramp = ramp_of(nodes[k]) != nullptr;
            const double length = lengths[k] < 0 ? std::max(span.length - taken, 0.0) : lengths[k];
            const bool rises = ramp && ramp_of(nodes[k])->ramp.neighbour == Ramp::Neighbour::next;
            const std::size_t body = tree_[nodes[k]].op == Op::duration ? tree_[nodes[k]].children[0] : nodes[k];
            // Parts of a run may each be rounded up.
            const bool is_cut = k + 1 == nodes.size() && at + length > end + static_cast<double>(nodes.size());
            if (!said && rises && at + length >= end)
                said = warn("warmup_after_end", nodes[k], tree_[nodes[k]].text, length, end);
            else if (!said && (at >= end || (length == 0 && lengths[k] < 0)))
                said = warn("segment_after_end", nodes[k], "", at, end);
            else if (!said && is_cut && span.start + span.length >= static_cast<double>(racer_.updates))
                said = warn("segment_cut", nodes[k], "", length, end - at);
            if (!ramp && at < end && length > 0) walk(body, {span.start + at, length, span.cut});
            at += length;
        }
    }

    const Schedule* ramp_of(std::size_t i) const {
        const bool named = tree_[i].op == Op::name || tree_[i].op == Op::call;
        const Schedule* schedule = named ? find(schedules, tree_[i].text) : nullptr;
        return schedule && schedule->is_ramp() ? schedule : nullptr;
    }

    // Returns the length of a segment of a chain; −1 if it takes what remains.
    double length_of(std::size_t i, const Span& span) const {
        if (tree_[i].op == Op::duration) {
            const Node& written = tree_[tree_[i].children[1]];
            return in_updates(written.number, written.measure, scope(span));
        }
        const Schedule* ramp = ramp_of(i);
        Problems none;
        const auto values = ramp ? bind_values(tree_, i, *ramp, scope(span), none) : std::nullopt;
        return values ? (*values)[ramp->ramp.length] : -1;
    }

    bool warn(std::string_view code, std::size_t i, std::string_view name, double x, double most) {
        found_.push_back({code, key_, tree_[i].from, tree_[i].to, {name, print(x), print(most)}});
        return true;
    }

    std::string key_;
    const Racer& racer_;
    Defaults defaults_;
    Problems& found_;
    Tree tree_;
};

}  // namespace

void find_long_lengths(const Item& item, const Racer& racer, Defaults defaults, Problems& found) {
    Walker(item, racer, defaults, found).all();
}

}  // namespace eta
