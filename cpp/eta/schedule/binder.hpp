// bind.cpp, bind_chain.cpp and bind_repetition.cpp share this class, which has one function a kind of node.
#pragma once

#include <optional>
#include <vector>

#include "eta/schedule/bind.hpp"

namespace eta {

// Every function adds its part to the curve and returns its index, or nothing after adding a problem.
class Binder {
public:
    Binder(const Tree& tree, const Scope& run, Problems& problems) : tree_(tree), run_(run), problems_(problems) {}

    std::optional<Curve> whole(std::size_t root);

private:
    using Made = std::optional<std::size_t>;

    // `start` is the update of the whole at which this scope's t is 0.
    Made schedule(std::size_t i, const Scope& scope, double start);
    Made expression(std::size_t i, const Scope& scope, double start);
    ETA_RARE Made operation(std::size_t i, const Scope& scope, double start);
    Made named(std::size_t i, const Scope& scope, double start);
    ETA_RARE Made function_call(std::size_t i, const Function& function, const Scope& scope, double start);
    Made formula(std::size_t i, const Schedule& schedule, const Scope& scope);
    ETA_RARE Made unknown(std::size_t i);

    // Says whether this is the racer's schedule, and not a number's or a layer's.
    bool is_of_run() const { return run_.key.empty() || run_.key == "schedule"; }
    // This is the listener that is a factor of the whole, if there is one.
    void find_factor(std::size_t i, std::size_t root);
    // Its value is 1 here; the trainer gives its factor to the curve.
    ETA_RARE Made listener(std::size_t i, const Schedule& schedule, const Scope& scope);

    // This is a segment of a chain before its length is known.
    struct Draft {
        std::size_t node;
        const Schedule* ramp = nullptr;  // null: a plain schedule
        Values values = {};              // of the ramp
        std::optional<double> length = {};
    };
    ETA_RARE Made chain(std::size_t i, const Scope& scope, double start);
    ETA_RARE std::optional<Draft> draft(std::size_t i, const Scope& scope);
    ETA_RARE bool has_neighbours(const std::vector<Draft>& drafts);
    ETA_RARE bool fill_length(std::vector<Draft>& drafts, const Scope& scope);
    ETA_RARE std::size_t add_ramp(const Draft& draft, double v);

    // This is the schedule that a repetition repeats, bound for cycles of one length.
    struct Body {
        std::size_t part;
        std::vector<std::int64_t> boundaries;  // counted from the start of its cycle
    };
    ETA_RARE Made repetition(std::size_t i, const Schedule& schedule, const Scope& scope, double start);
    ETA_RARE Made modifier(std::size_t i, const Schedule& schedule, const Scope& scope, double start);
    // Returns the schedule that is the first argument.
    ETA_RARE Made child_of(std::size_t i, const Schedule& schedule, const Scope& scope);
    ETA_RARE std::optional<Body> body(std::size_t child, const Scope& scope, double start, bool first);

    const Schedule* schedule_at(std::size_t i) const;
    bool is_ramp(std::size_t i) const;
    bool check_rates(std::size_t root);
    ETA_RARE bool add_boundary(double t);  // false: the list is full
    Made add(std::size_t i, Curve::Part part);
    ETA_RARE Made fail(std::string_view code, std::size_t i, std::initializer_list<std::string_view> values);

    // While one lives, what is bound is part of a formula: its numbers do not stand on the curve.
    struct Operand {
        explicit Operand(int& count) : count_(count) { ++count_; }
        ~Operand() { --count_; }
        Operand(const Operand&) = delete;
        Operand& operator=(const Operand&) = delete;
        int& count_;
    };

    const Tree& tree_;
    const Scope& run_;
    Problems& problems_;
    Curve curve_;
    int operands_ = 0;
    double end_ = run_.updates;  // what is being bound is cut off here, counted as its `start` is
    std::int64_t cycles_ = 0;    // of repetitions whose cycles differ in length, counted in all
    std::optional<std::size_t> factor_;
};

}  // namespace eta
