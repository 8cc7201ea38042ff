// A bound schedule: η as a pure function of the update t.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "eta/language/formula_names.hpp"
#include "eta/schedule/schedule_entry.hpp"

namespace eta {

// What `bind_schedule` makes of a tree. O(size of the text) per call, O(log) in the segments; keeps no state, so any t may be asked in any order.
class Curve {
public:
    // η before update t, t ≥ 0; past its end it holds the value at T. May be negative, infinite or NaN where a formula is.
    // `factor` is what its listener has come to.
    double at(std::int64_t t, double factor = 1) const;

    // The numbers of its plateau, if it has one.
    const std::optional<Values>& plateau() const { return plateau_; }

    // The curve that is x at every update.
    static Curve constant(double x);

    // The updates at which a segment begins, ascending, without 0 and without those at or past T.
    const std::vector<std::int64_t>& boundaries() const { return boundaries_; }
    // The segments, nested ones too, in the order of the text: which node of the bound tree each is, when it begins and how long it lasts.
    // A schedule without segments is one of its own.
    struct Piece {
        std::size_t node;
        double start, length;
    };
    const std::vector<Piece>& pieces() const { return pieces_; }
    // T, the updates that the whole is bound to.
    std::int64_t updates() const { return updates_; }

    // The innermost part that is not finite at t although what it is made of is: its bytes in the text that was bound.
    struct Place {
        std::size_t from, to;
    };
    std::optional<Place> not_finite(std::int64_t t) const;

    enum class Kind { constant, time, operation, function, formula, chain, warmup, cooldown };
    struct Segment {
        double start, length;
        std::size_t node;
    };
    struct Part {
        Kind kind = Kind::constant;
        double number = 0;  // constant's value; T of a formula; w, c of warmup, cooldown
        Op op = Op::add;    // of an operation or comparison
        const Function* function = nullptr;
        const Schedule* schedule = nullptr;  // of a formula
        Values values = {};                  // of a formula; {from, offset, v} of a warmup, {to, v} of a cooldown
        std::vector<float> table = {};       // of a formula with rounding
        std::vector<std::size_t> children = {};
        std::vector<Segment> segments = {};  // of a chain
        std::size_t from = 0, to = 0;
    };

private:
    friend class Binder;
    double value(std::size_t part, double t) const;
    double chain(const Part& part, double t) const;
    std::optional<std::size_t> culprit(std::size_t part, double t) const;
    static std::size_t segment_at(const Part& chain, double t);

    std::vector<Part> parts_;
    std::size_t root_ = 0;
    std::int64_t updates_ = 0;
    std::vector<std::int64_t> boundaries_;
    std::vector<Piece> pieces_;
    std::optional<Values> plateau_;
};

}  // namespace eta
