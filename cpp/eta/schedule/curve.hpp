// A bound schedule is η as a pure function of the update t.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "eta/language/formula_names.hpp"
#include "eta/schedule/schedule_entry.hpp"

namespace eta {

// This is a listener with its numbers.
struct BoundListener {
    const Listener* rule;
    Values values;
    std::size_t part = 0;  // where it stands in the curve; its value is 1 there
};

// `bind_schedule` makes it of a tree. A call takes O(size of the text), O(log) in the segments; it keeps no state, so any t may
// be asked in any order.
class Curve {
public:
    // Returns η before update t, t ≥ 0; past its end it holds the value at T. It may be negative, infinite or NaN where a formula
    // is. `factor` is that of its listener.
    double at(std::int64_t t, double factor = 1) const;

    // This is the listener that is a factor of the whole, if there is one.
    const std::optional<BoundListener>& listener() const { return listener_; }
    // Says whether its factor multiplies the schedules of layers too.
    bool lowers_layers() const { return listener_ && listener_->rule->lowers_layers(listener_->values); }

    // Returns the curve that is x at every update.
    static Curve constant(double x);
    bool is_constant() const { return parts_[root_].kind == Kind::constant; }
    // Returns the curve over so many updates that has each value from its start on; the first starts at 0.
    struct Step {
        std::int64_t start;
        double value;
    };
    static Curve steps(std::span<const Step> steps, std::int64_t updates);

    // Lists the updates at which a segment or a cycle begins, ascending, without 0 and without those at or past T; at most the
    // first max_boundaries that are found.
    static constexpr std::size_t max_boundaries = 100'000;
    const std::vector<std::int64_t>& boundaries() const { return boundaries_; }
    // Lists the segments, nested ones too, in the order of the text: which node of the bound tree each is, when it begins, how
    // long it lasts, the T that its arguments go by, and the update at which what holds it cuts it off. A schedule without
    // segments is one of its own. Of what is repeated only the first cycle is listed.
    struct Piece {
        std::size_t node;
        double start, length, updates, until;
    };
    const std::vector<Piece>& pieces() const { return pieces_; }
    // Returns T, the updates that the whole is bound to.
    std::int64_t updates() const { return updates_; }

    // Finds the innermost part that is not finite at t although what it is made of is: its bytes in the text that was bound.
    struct Place {
        std::size_t from, to;
    };
    std::optional<Place> not_finite(std::int64_t t) const;

    enum class Kind { constant, time, operation, function, formula, chain, ramp, repetition, modifier };
    struct Segment {
        double start, length;
        std::size_t node;
    };
    struct Part {
        Kind kind = Kind::constant;
        double number = 0;       // the value of a constant, T of a formula, the length of a ramp
        std::uint64_t seed = 0;  // of a modifier
        double neighbour = 0;    // the value that a ramp leads to or away from
        Op op = Op::add;         // of an operation or comparison
        const Function* function = nullptr;
        const Schedule* schedule = nullptr;  // of a formula, a ramp, a repetition and a modifier
        Values values = {};                  // of the schedule
        std::vector<float> table = {};       // of a formula with rounding
        std::vector<std::size_t> children = {};
        std::vector<Segment> segments = {};  // of a chain; of a repetition what is repeated, by the length of the cycle
        std::size_t from = 0, to = 0;
    };

    // These are what it consists of, for those that print it: the parts, which of them is the whole, and the value of one at its
    // own t.
    const std::vector<Part>& parts() const { return parts_; }
    std::size_t root() const { return root_; }
    double part_at(std::size_t part, double t) const { return value(part, t); }
    // Finds the segment of a chain that holds at t.
    static std::size_t segment_at(const Part& chain, double t);
    // Finds the cycle of a repetition at t, and the part that it is a run of.
    static std::pair<Cycle, std::size_t> cycle_at(const Part& repetition, double t);

private:
    friend class Binder;
    double value(std::size_t part, double t) const;
    double chain(const Part& part, double t) const;
    double repetition(const Part& part, double t) const;
    std::optional<std::size_t> culprit(std::size_t part, double t) const;

    std::vector<Part> parts_;
    std::size_t root_ = 0;
    std::int64_t updates_ = 0;
    std::vector<std::int64_t> boundaries_;
    std::vector<Piece> pieces_;
    std::optional<BoundListener> listener_;
};

}  // namespace eta
