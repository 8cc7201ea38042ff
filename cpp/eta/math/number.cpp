// Numbers become text and are read again.
#include "eta/math/number.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "eta/math/binary.hpp"
#include "eta/math/decimal.hpp"
#include "eta/math/shortest.hpp"

namespace eta {
namespace {

// It writes as printf's %g: an exponent below −4 or from `digits` on is written out, and there are no zeros at the end.
std::string written(Shortest x, int digits) {
    while (x.whole % 10 == 0) {
        x.whole /= 10;
        ++x.ten;
    }
    const std::string shown = std::to_string(x.whole);
    const int count = static_cast<int>(shown.size());
    const int point = count + x.ten, exponent = point - 1;
    if (exponent < -4 || exponent >= std::max(digits, count)) {
        std::string text(shown.substr(0, 1));
        if (count > 1) text.append(1, '.').append(shown, 1);
        const int size = std::abs(exponent);
        return text.append(exponent < 0 ? "e-" : "e+").append(size < 10 ? "0" : "").append(std::to_string(size));
    }
    if (point <= 0) return "0." + std::string(static_cast<std::size_t>(-point), '0').append(shown);
    if (point >= count) return shown + std::string(static_cast<std::size_t>(point - count), '0');
    return std::string(shown).insert(static_cast<std::size_t>(point), 1, '.');
}

std::string print_shortest(double x, int digits, Binary type) {
    if (x != x) return "nan";
    const std::string sign = sign_bit(x) ? "-" : "";
    const double size = std::abs(x);
    if (std::isinf(x)) return sign + "inf";
    if (size == 0) return sign + "0";
    return sign + written(shortest(size, type), digits);
}

bool is_digit(std::string_view text, std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; }

std::size_t skip_digits(std::string_view text, std::size_t i) {
    while (is_digit(text, i)) ++i;
    return i;
}

}  // namespace

std::string print(double x) { return print_shortest(x, 15, as_double); }

std::string print(float x) { return print_shortest(static_cast<double>(x), 6, as_float); }

double rounded(double x, int digits) {
    if (x == 0 || !std::isfinite(x)) return x;
    Shortest shown = shortest(std::abs(x), as_double);
    const int dropped = static_cast<int>(std::to_string(shown.whole).size()) - digits;
    if (dropped <= 0) return x;
    for (int i = 1; i < dropped; ++i) shown.whole /= 10;
    const std::string rest = std::to_string((shown.whole + 5) / 10);
    return with_sign_of(x, nearest_number(rest, static_cast<int>(rest.size()) + shown.ten + dropped, as_double));
}

std::size_t number_length(std::string_view text) {
    std::size_t end = skip_digits(text, 0);
    if (end < text.size() && text[end] == '.' && (end > 0 || is_digit(text, end + 1))) end = skip_digits(text, end + 1);
    if (end == 0) return 0;
    if (end < text.size() && (text[end] == 'e' || text[end] == 'E')) {
        const bool has_sign = end + 1 < text.size() && (text[end + 1] == '+' || text[end + 1] == '-');
        const std::size_t exponent = end + (has_sign ? 2 : 1);
        if (is_digit(text, exponent)) end = skip_digits(text, exponent);
    }
    return end;
}

bool read(std::string_view text, double& x) {
    if (text.empty() || number_length(text) != text.size()) return false;
    const std::string_view digits = text.substr(0, text.find_first_of("eE"));
    const std::size_t whole = std::min(digits.find('.'), digits.size());
    int exponent = 0;
    if (digits.size() < text.size()) {
        std::string_view power = text.substr(digits.size() + 1);
        const bool negative = power[0] == '-';
        if (power[0] == '-' || power[0] == '+') power.remove_prefix(1);
        for (const char digit : power) exponent = std::min(10 * exponent + (digit - '0'), 100000);
        if (negative) exponent = -exponent;
    }
    const double value = nearest_number(digits, static_cast<int>(whole) + exponent, as_double);
    if (std::isinf(value)) return false;
    x = value;
    return true;
}

}  // namespace eta
