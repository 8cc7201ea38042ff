// This records a schedule's formula with its numbers in it.
#include <array>

#include "eta/math/number.hpp"
#include "eta/schedule/schedule_entry.hpp"

namespace eta {
namespace {

ValuesOf<Symbol> as_symbols(const Values& values) {
    ValuesOf<Symbol> symbols;
    for (std::size_t p = 0; p < values.size(); ++p) {
        const std::vector<Symbol> list(values.list(p).begin(), values.list(p).end());
        symbols.add(std::span<const Symbol>(list));
    }
    return symbols;
}

}  // namespace

Tree record(const Schedule& schedule, const Values& values) {
    Recorder recorder;
    return recorder.finish(schedule.record(values, as_symbols(values)));
}

Tree record_ramp(const Schedule& schedule, const Values& values, double length, double v) {
    Recorder recorder;
    return recorder.finish(schedule.ramp.record(length, values, as_symbols(values), v));
}

std::string raised(double base, double exponent) {
    static constexpr std::array<std::string_view, 10> digits{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    std::string text = print(rounded(base, 6));
    for (const char c : print(rounded(exponent, 6)))
        if (c >= '0' && c <= '9')
            text += digits[static_cast<std::size_t>(c - '0')];
        else
            text += c == '-' ? "⁻" : c == '.' ? "·" : std::string(1, c);
    return text;
}

}  // namespace eta
