// These are the marks of TeX.
#include "eta/language/mathml.hpp"
#include "eta/language/notation.hpp"

namespace eta {
namespace {

struct TeX {
    struct Line {
        std::string value, condition;
    };

    static std::string number(const std::string& text) { return text; }
    static std::string name(std::string_view text) {
        return text == "pi" ? "\\pi" : text.size() == 1 ? std::string(text) : "\\mathrm{" + std::string(text) + "}";
    }
    static std::string sign(std::string_view text) {
        return text == "*"    ? " \\cdot "
               : text == "<=" ? " \\le "
               : text == ">=" ? " \\ge "
               : text == "-"  ? "-"
               : text == ","  ? ",\\ "
                              : " " + std::string(text) + " ";
    }
    static std::string row(std::initializer_list<std::string> parts) {
        std::string all;
        for (const std::string& part : parts) all += part;
        return all;
    }
    static std::string fraction(const std::string& above, const std::string& below) {
        return "\\frac{" + above + "}{" + below + "}";
    }
    static std::string power(const std::string& base, const std::string& exponent) { return "{" + base + "}^{" + exponent + "}"; }
    static std::string root(const std::string& inner) { return "\\sqrt{" + inner + "}"; }
    static std::string fenced(std::string_view open, const std::string& inner, std::string_view close) {
        const auto fence = [](std::string_view sign) {
            return sign == "⌊"   ? "\\lfloor "
                   : sign == "⌋" ? "\\rfloor "
                   : sign == "⌈" ? "\\lceil "
                   : sign == "⌉" ? "\\rceil "
                                 : sign;
        };
        return "\\left" + std::string(fence(open)) + inner + "\\right" + std::string(fence(close));
    }
    static std::string call(std::string_view function, const std::vector<std::string>& arguments) {
        std::string inner;
        for (const std::string& each : arguments) inner += (inner.empty() ? "" : ", ") + each;
        const bool known = function != "mod" && function != "clamp";
        return (known ? "\\" + std::string(function) : "\\operatorname{" + std::string(function) + "}") + fenced("(", inner, ")");
    }
    static std::string cases(const std::vector<Line>& lines) {
        std::string all;
        for (const Line& each : lines) all += (all.empty() ? "" : " \\\\ ") + each.value + " & " + each.condition;
        return "\\begin{cases} " + all + " \\end{cases}";
    }
};

}  // namespace

std::string tex(const Tree& tree, double end) { return Notation<TeX>(tree, end).whole(); }

}  // namespace eta
