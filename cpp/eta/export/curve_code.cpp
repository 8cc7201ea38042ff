// This writes a bound schedule as functions.
#include "eta/export/curve_code.hpp"
#include "eta/describe/later_text.hpp"

#include <algorithm>
#include <cmath>

#include "eta/export/fill.hpp"
#include "eta/export/simplify.hpp"
#include "eta/language/shorten.hpp"
#include "eta/math/number.hpp"

namespace eta {
namespace {

constexpr std::size_t max_spans = 60;       // that are written one after the other
constexpr std::size_t numbers_in_line = 8;  // of a table

bool has_time(const Tree& tree, std::size_t i) {
    if (tree[i].op == Op::name && tree[i].text == "t") return true;
    for (const std::size_t child : tree[i].children)
        if (has_time(tree, child)) return true;
    return false;
}

// A formula of more nodes is not read, and a table of more numbers is not either.
constexpr std::size_t max_nodes = 150;
constexpr double max_table = 20000;

// Divides by a small difference, which float32 does not know to its last digits.
constexpr std::string_view rough = "chebyshev"_later;

bool is_read(const Curve::Part& part, double end, const Dialect& dialect) {
    if (end > max_table) return true;
    return !(is_single(dialect) && part.schedule->words.key == rough) &&
           record(*part.schedule, part.values).nodes.size() < max_nodes;
}

// Says whether a part, asked for t < end, is written as a formula.
bool is_formula(const Curve::Part& part, double end, const Dialect& dialect) {
    using enum Curve::Kind;
    const bool plain = part.kind == constant || part.kind == time || part.kind == operation || part.kind == function;
    return plain || part.kind == ramp || (part.kind == formula && part.table.empty() && is_read(part, end, dialect));
}

// Says whether a script calls a helper of this name, which stands before its functions.
bool calls(const std::string& text, const std::string& call) {
    for (std::size_t at = text.find(call); at != std::string::npos; at = text.find(call, at + 1)) {
        const char before = at > 0 ? text[at - 1] : ' ';
        if (before != '.' && before != '_' && !(before >= 'a' && before <= 'z')) return true;
    }
    return false;
}

}  // namespace

void CurveCode::add(const Curve& curve, std::string_view name, std::string_view about) {
    curve_ = &curve;
    functions_.clear();
    names_.insert(std::string(name));
    const std::string whole = body(curve.root(), static_cast<double>(curve.updates()));
    define(name, whole, about);
}

std::string CurveCode::text() const {
    std::string helpers;
    if (calls(text_, "mod("))
        helpers += fill("def mod(a, b):\n    return a - b * $module.floor(a / b)\n\n\n"_later,
                        {{"module"_later, std::string(dialect_.module)}});
    if (!dialect_.arrays && calls(text_, "exp("))
        helpers +=
            "def exp(x):  # math.exp of more than 709 is an error\n    return math.exp(x) if x < 709 else math.inf\n\n\n"_later;
    return helpers + text_.substr(0, text_.size() - std::min<std::size_t>(text_.size(), 2));
}

std::string CurveCode::fresh(std::string_view name) {
    std::string made(name);
    for (int k = 2; names_.contains(made); ++k) made = std::string(name) + "_" + std::to_string(k);
    names_.insert(made);
    return made;
}

void CurveCode::define(std::string_view name, const std::string& body, std::string_view about) {
    text_ += "def " + std::string(name) + "(t):\n"_later +
             (about.empty() ? "" : "    \"\"\""_later + std::string(about) + "\"\"\"\n"_later) + indented(body) + "\n\n\n"_later;
}

std::string CurveCode::function_of(std::size_t part, double end) {
    if (const auto found = functions_.find(part); found != functions_.end()) return found->second;
    const Curve::Part& made = curve_->parts()[part];
    const std::string name = fresh(made.schedule                     ? made.schedule->words.key
                                   : made.kind == Curve::Kind::chain ? "chain"
                                                                     : "formula"_later);
    functions_[part] = name;
    define(name, body(part, end));
    return name;
}

std::string CurveCode::body(std::size_t part, double end) {
    const Curve::Part& made = curve_->parts()[part];
    if (made.kind == Curve::Kind::repetition) return repetition(part, end);
    if (made.kind == Curve::Kind::chain) {
        std::vector<Span> all;
        for (const Curve::Segment& each : made.segments) {
            while (!all.empty() && all.back().start == each.start) all.pop_back();  // an empty segment never holds
            all.push_back({each.start, each.length, 1, each.node});
        }
        return spans(all, end);
    }
    if (!is_formula(made, end, dialect_)) return table(part, end);
    Tree tree;
    const std::size_t root = formula(part, end, tree);
    const std::string text = expression(tree, root, dialect_);
    return "return "_later + text + (dialect_.arrays && !has_time(tree, root) ? " + 0 * t"_later : "");
}

std::string CurveCode::spans(const std::vector<Span>& all, double end) {
    std::string made;
    for (std::size_t k = 0; k < all.size(); ++k) {
        const bool last = k + 1 == all.size();
        const std::string value = value_of(all[k], last ? end : all[k + 1].start), from = print(all[k].start);
        if (dialect_.arrays)
            made += k == 0 ? "rate = "_later + value + "\n"
                           : fill("rate = $module.where(t < $from, rate, $value)\n"_later,
                                  {{"module"_later, std::string(dialect_.module)}, {"from", from}, {"value", value}});
        else
            made += last
                        ? "return "_later + value
                        : fill("if t < $next:\n    return $value\n"_later, {{"next", print(all[k + 1].start)}, {"value", value}});
    }
    return made + (dialect_.arrays ? (all.size() > 1 ? "return rate"_later : "return rate + 0 * t"_later) : "");
}

std::string CurveCode::value_of(const Span& span, double end) {
    // Past its length its last value holds.
    const bool outlives = end > span.start + span.length;
    const double own_end = outlives ? span.length + 1 : end - span.start;
    Tree tree;
    std::size_t root = 0;
    if (span.length > 0)
        root = formula(span.part, own_end, tree);
    else
        root = add_number(tree, curve_->part_at(span.part, 0));
    std::string value = expression(tree, root, dialect_);
    if (has_time(tree, root)) {
        // A function has a time of its own. Of arrays all of it is computed, so that time is held to where its formula is good.
        std::string time = span.start > 0 ? "t - " + print(span.start) : "t";
        const std::string length = print(span.length);
        if (dialect_.arrays)
            time = std::string(dialect_.module) + ".clip("_later + time + ", 0, " + length + ")";
        else if (outlives)
            time = "min(" + time + ", " + length + ")";
        if (time != "t") value = function_of(span.part, own_end) + "(" + time + ")";
    } else if (span.scale != 1) {
        value = "(" + value + ")";
    }
    return (span.scale == 1 ? "" : print(span.scale) + " * ") + value;
}

std::string CurveCode::repetition(std::size_t index, double end) {
    const Curve::Part& part = curve_->parts()[index];
    const Repetition& rule = part.schedule->repetition;
    const double last = rule.index(end - 1, part.values);
    std::vector<Span> all;
    bool geometric = true;
    const double ratio = rule.cycle(1, part.values).scale / rule.cycle(0, part.values).scale;
    for (std::int64_t i = 0; static_cast<double>(i) <= last; ++i) {
        const Cycle cycle = rule.cycle(static_cast<double>(i), part.values);
        std::size_t node = 0;
        for (const Curve::Segment& each : part.segments)
            if (each.length == cycle.length) node = each.node;
        all.push_back({cycle.start, cycle.length, cycle.scale, node});
        geometric = geometric && cycle.scale == pow(ratio, static_cast<double>(i)) && cycle.length == all[0].length;
    }
    if (all.size() == 1 || !geometric) return all.size() > max_spans ? table(index, end) : spans(all, end);
    const std::string length = print(all[0].length), floor = std::string(dialect_.module) + ".floor(t / "_later + length + ")";
    const bool ends = all.back().start + all.back().length < end;
    const std::string cycle = ends ? extreme("min") + "(" + floor + ", " + print(last) + ")" : floor;
    const std::string time = "t - " + length + " * cycle"_later;
    return fill("cycle = $cycle\nreturn $scale$name($time)"_later,
                {{"cycle", cycle},
                 {"scale", ratio == 1 ? "" : print(ratio) + "**cycle * "_later},
                 {"name", function_of(all[0].part, all[0].length + (ends ? 1 : 0))},
                 {"time", ends ? extreme("min") + "(" + time + ", " + length + ")" : time}});
}

std::string CurveCode::extreme(std::string_view which) const {
    return dialect_.arrays ? std::string(dialect_.module) + "." + std::string(which) + "imum" : std::string(which);
}

// What has no formula is a list of numbers, or of those at which it changes.
std::string CurveCode::table(std::size_t part, double end) {
    std::vector<double> rates, starts, all;
    for (std::int64_t update = 0; static_cast<double>(update) < end; ++update) {
        const auto t = static_cast<double>(update);
        all.push_back(curve_->part_at(part, t));
        if (!rates.empty() && rates.back() == all.back()) continue;
        rates.push_back(all.back());
        starts.push_back(t);
    }
    const bool sparse = 2 * rates.size() < all.size();
    const std::string name = fresh("RATES");
    std::string index = fill(dialect_.whole, {{"x", extreme("min") + "(t, " + std::to_string(all.size() - 1) + ")"}});
    if (sparse) {
        const std::string places = fresh("FROM");
        text_ += "# From these updates on, the rates below.\n"_later + numbers(places, starts);
        index = fill(dialect_.search, {{"starts"_later, places}});
    }
    text_ += (sparse ? "" : "# No short formula gives these rates to their last digits.\n"_later) +
             numbers(name, sparse ? rates : all) + "\n\n";
    return "return "_later + fill(dialect_.take, {{"table", name}, {"index", index}});
}

std::string CurveCode::numbers(const std::string& name, const std::vector<double>& list) {
    std::string made;
    for (std::size_t k = 0; k < list.size(); ++k)
        made += (k % numbers_in_line == 0 ? "\n    "_later : " ") + print(list[k]) + ",";
    return fill(dialect_.list, {{"name", name}, {"numbers"_later, made + "\n"}}) + "\n";
}

std::size_t CurveCode::formula(std::size_t index, double end, Tree& to) {
    const Curve::Part& part = curve_->parts()[index];
    Tree raw;
    if (!is_formula(part, end, dialect_)) {
        const std::size_t t = to.add({.op = Op::name, .text = "t"});
        const std::string name = function_of(index, end);
        return to.add({.op = Op::call, .text = name, .children = {t}});
    }
    switch (part.kind) {
        case Curve::Kind::constant:
            raw.root = add_number(raw, part.number);
            break;
        case Curve::Kind::time:
            raw.root = raw.add({.op = Op::name, .text = "t"});
            break;
        case Curve::Kind::formula:
            raw = record(*part.schedule, part.values);
            break;
        case Curve::Kind::ramp:
            raw = record_ramp(*part.schedule, part.values, part.number, part.neighbour);
            break;
        default: {
            Node node{.op = part.function ? Op::call : part.op};
            if (part.function) node.text = part.function->name;
            for (const std::size_t child : part.children) node.children.push_back(formula(child, end, raw));
            raw.root = raw.add(std::move(node));
        }
    }
    return simplify(raw, raw.root, {part.number, end}, to);
}

}  // namespace eta
