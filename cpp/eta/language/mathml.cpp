// These are the marks of MathML.
#include "eta/language/mathml.hpp"

#include "eta/language/notation.hpp"

namespace eta {
namespace {

struct MathMl {
    struct Line {
        std::string value, condition;
    };

    static std::string element(std::string_view tag, std::string_view content) {
        return "<" + std::string(tag) + ">" + std::string(content) + "</" + std::string(tag) + ">";
    }
    static std::string number(const std::string& text) { return element("mn", text); }
    static std::string name(std::string_view text) { return element("mi", text == "pi" ? "π" : text); }
    static std::string sign(std::string_view text) {
        return element("mo", text == "-"    ? "−"
                             : text == "*"  ? "·"
                             : text == "<"  ? "&lt;"
                             : text == "<=" ? "≤"
                             : text == ">"  ? "&gt;"
                             : text == ">=" ? "≥"
                                            : text);
    }
    static std::string row(std::initializer_list<std::string> parts) {
        std::string all;
        for (const std::string& part : parts) all += part;
        return element("mrow", all);
    }
    static std::string fraction(const std::string& above, const std::string& below) {
        return element("mfrac", row({above}) + row({below}));
    }
    static std::string power(const std::string& base, const std::string& exponent) {
        return element("msup", row({base}) + row({exponent}));
    }
    static std::string root(const std::string& inner) { return element("msqrt", inner); }
    static std::string fenced(std::string_view open, const std::string& inner, std::string_view close) {
        return element("mrow", element("mo", open) + inner + element("mo", close));
    }
    static std::string call(std::string_view function, const std::vector<std::string>& arguments) {
        std::string inner;
        for (const std::string& each : arguments) inner += (inner.empty() ? "" : element("mo", ",")) + each;
        // U+2061 is the application of a function: it sets no brackets apart, and is read aloud as “of”.
        return element("mrow", name(function) + element("mo", "\u2061") + fenced("(", inner, ")"));
    }
    static std::string cases(const std::vector<Line>& lines) {
        std::string rows;
        for (const Line& each : lines)
            rows += element("mtr", element("mtd", row({each.value})) + element("mtd", row({each.condition})));
        return element("mrow", element("mo", "{") + element("mtable", rows));
    }
};

}  // namespace

std::string mathml(const Tree& tree, double end) { return Notation<MathMl>(tree, end).whole(); }

}  // namespace eta
