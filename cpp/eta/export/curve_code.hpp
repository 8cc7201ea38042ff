// A bound schedule becomes functions of t in Python: one for the whole, one for each part that has a time of its own.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "eta/export/dialect.hpp"
#include "eta/schedule/curve.hpp"

namespace eta {

// Several curves of one script share it, so that no two of their functions have one name.
class CurveCode {
public:
    explicit CurveCode(const Dialect& dialect) : dialect_(dialect) {}

    // Adds the curve as the function `name`; what it says of itself stands under its first line.
    void add(const Curve& curve, std::string_view name, std::string_view about);
    // Returns all functions in an order in which they can be read.
    std::string text() const;

private:
    // A run of one part, from `start` on; `scale` is what its value is multiplied by.
    struct Span {
        double start, length, scale;
        std::size_t part;
    };

    std::string fresh(std::string_view name);
    void define(std::string_view name, const std::string& body, std::string_view about = "");
    // Returns the name of the function of a part that is asked for t < end.
    std::string function_of(std::size_t part, double end);
    std::string body(std::size_t part, double end);
    std::string spans(const std::vector<Span>& all, double end);
    std::string value_of(const Span& span, double end);
    std::string repetition(std::size_t part, double end);
    std::string table(std::size_t part, double end);
    std::string numbers(const std::string& name, const std::vector<double>& list);
    std::string extreme(std::string_view which) const;
    // Appends the part as a formula of t; what is none becomes a call of its function.
    std::size_t formula(std::size_t part, double end, Tree& to);

    const Dialect& dialect_;
    const Curve* curve_ = nullptr;
    std::set<std::string, std::less<>> names_;
    std::map<std::size_t, std::string> functions_;  // of this curve's parts
    std::string text_;
};

}  // namespace eta
