// Numbers to text and back, on top of snprintf and strtod (std::to_chars of a double would add 53 kB to the module).
#include "eta/math/number.hpp"

#include <array>
#include <clocale>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace eta {
namespace {

// A host may have set a locale in which the decimal point is a comma: ours is a dot, the C library's is asked for.

std::string_view local_point() { return std::localeconv()->decimal_point; }

/// `text` with the first `from`, if there is one, written `to`.
std::string with_point(std::string_view text, std::string_view from, std::string_view to) {
    const std::size_t place = text.find(from);
    if (place == std::string_view::npos) return std::string(text);
    std::string result(text.substr(0, place));
    result += to;
    result += text.substr(place + from.size());
    return result;
}

template <class T, class ReadBack>
std::string print_shortest(T x, int fewest_digits, int most_digits, ReadBack read_back) {
    if (x != x) return "nan";
    if (std::isinf(x)) return x > 0 ? "inf" : "-inf";
    std::array<char, 32> text{};
    for (int digits = fewest_digits; digits <= most_digits; ++digits) {
        std::snprintf(text.data(), text.size(), "%.*g", digits, static_cast<double>(x));
        if (read_back(text.data()) == x) break;
    }
    return with_point(text.data(), local_point(), ".");
}

bool is_digit(std::string_view text, std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; }

std::size_t skip_digits(std::string_view text, std::size_t i) {
    while (is_digit(text, i)) ++i;
    return i;
}

}  // namespace

std::string print(double x) {
    return print_shortest(x, 15, 17, [](const char* text) { return std::strtod(text, nullptr); });
}

std::string print(float x) {
    return print_shortest(x, 6, 9, [](const char* text) { return std::strtof(text, nullptr); });
}

std::size_t number_length(std::string_view text) {
    std::size_t end = skip_digits(text, 0);
    if (end == 0) return 0;
    if (end < text.size() && text[end] == '.' && is_digit(text, end + 1)) end = skip_digits(text, end + 1);
    if (end < text.size() && text[end] == 'e') {
        const bool has_sign = end + 1 < text.size() && (text[end + 1] == '+' || text[end + 1] == '-');
        const std::size_t exponent = end + (has_sign ? 2 : 1);
        if (is_digit(text, exponent)) end = skip_digits(text, exponent);
    }
    return end;
}

bool read(std::string_view text, double& x) {
    if (text.empty() || number_length(text) != text.size()) return false;
    const double value = std::strtod(with_point(text, ".", local_point()).c_str(), nullptr);
    if (std::isinf(value)) return false;
    x = value;
    return true;
}

}  // namespace eta
