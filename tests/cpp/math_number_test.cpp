// Numbers to text and back.
#include "eta/math/number.hpp"

#include "eta/math/hash.hpp"
#include "eta/random/stream.hpp"

#include <array>
#include <bit>
#include <catch_amalgamated.hpp>
#include <charconv>
#include <clocale>
#include <cmath>
#include <cstdlib>
#include <limits>

namespace eta {
namespace {

TEST_CASE("numbers print as the shortest text that reads back", "[math]") {
    CHECK(print(0.1) == "0.1");
    CHECK(print(0.1 + 0.2) == "0.30000000000000004");
    CHECK(print(1.0 / 3) == "0.3333333333333333");
    CHECK(print(1e-7) == "1e-07");
    CHECK(print(123456.0) == "123456");
    CHECK(print(1e15) == "1e+15");
    CHECK(print(-2.5) == "-2.5");
    CHECK(print(0.0) == "0");
    CHECK(print(-0.0) == "-0");
    CHECK(print(5e-324) == "5e-324");
    CHECK(print(0x1p-24) == "5.960464477539063e-08");  // the nearest of 16 digits, although …062 is even
    CHECK(print(9007199254740993.0) == "9007199254740992");
    CHECK(print(2e-323) == "2e-323");
    CHECK(print(0x1p-1022) == "2.2250738585072014e-308");
    CHECK(print(9.5367431640625e-07) == "9.5367431640625e-07");
    CHECK(print(1e-45f) == "1e-45");
    CHECK(print(0x1p-24f) == "5.9604645e-08");
    CHECK(print(std::numeric_limits<double>::max()) == "1.7976931348623157e+308");  // with 16 digits: too large
    CHECK(print(std::numeric_limits<double>::infinity()) == "inf");
    CHECK(print(-std::numeric_limits<double>::infinity()) == "-inf");
    CHECK(print(std::numeric_limits<double>::quiet_NaN()) == "nan");
    CHECK(print(-std::numeric_limits<double>::quiet_NaN()) == "nan");
    CHECK(print(0.1f) == "0.1");
    CHECK(print(1.0f / 3) == "0.33333334");
    CHECK(print(16777217.0f) == "16777216");
    CHECK(print(-std::numeric_limits<float>::infinity()) == "-inf");
}

TEST_CASE("a hundred thousand numbers read back as they were, with the committed texts", "[math]") {
    Random random(5, Stream::data);
    Hash hash;
    int wrong = 0, longer = 0;
    for (int i = 0; i < 100000; ++i) {
        const double x = std::bit_cast<double>(random.bits64() & 0x7fffffffffffffff);  // any but the negative
        if (!(x < std::numeric_limits<double>::infinity())) continue;
        const std::string text = print(x);
        hash.add(text);
        double back = -1;
        wrong += !read(text, back) || back != x;
        const float single = std::bit_cast<float>(random.bits());
        const std::string single_text = print(single);
        hash.add(single_text);
        wrong += single == single && std::strtof(single_text.c_str(), nullptr) != single;
        const double decimal = static_cast<double>(random.below(1000000)) / 1e4;  // has at most six digits
        longer += print(decimal).size() > 7;
    }
    CHECK(wrong == 0);
    CHECK(longer == 0);
    CHECK(hash.hex() == "79010e040d4b70ba");
}

// Returns the digits and the exponent of a text that `print` wrote, as std::to_chars lays them out.
std::string scientific(const std::string& text) {
    const std::size_t mark = std::min(text.find('e'), text.size());
    int exponent = mark < text.size() ? std::atoi(text.c_str() + mark + 1) : 0;
    std::string digits = text.substr(0, mark);
    const std::size_t point = std::min(digits.find('.'), digits.size());
    if (point < digits.size()) digits.erase(point, 1);
    const std::size_t zeros = std::min(digits.find_first_not_of('0'), digits.size() - 1);
    exponent += static_cast<int>(point) - static_cast<int>(zeros) - 1;
    digits.erase(0, zeros);
    while (digits.size() > 1 && digits.back() == '0') digits.pop_back();
    if (digits.size() > 1) digits.insert(1, ".");
    const std::string size = std::to_string(std::abs(exponent));
    return digits + (exponent < 0 ? "e-" : "e+") + (size.size() < 2 ? "0" : "") + size;
}

// The library's own conversion is the reference: fewest digits, of these the nearest.
template <class Real>
bool has_fewest_digits(Real x) {
    std::array<char, 64> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), x, std::chars_format::scientific).ptr;
    return scientific(print(x)) == std::string(buffer.data(), end);
}

TEST_CASE("a million numbers have the fewest digits that read back, and of these the nearest", "[math]") {
    int wrong = 0;
    const auto look = [&](double x) {
        double back = -1;
        wrong += !has_fewest_digits(x) || !read(print(x), back) || back != x;
    };
    const auto neighbours = [&](double x) {
        for (int step = -2; step <= 2; ++step) {
            const double y = std::bit_cast<double>(std::bit_cast<std::int64_t>(x) + step);
            if (y > 0 && y <= std::numeric_limits<double>::max()) look(y);
        }
    };
    for (int k = -1074; k < 1024; ++k) neighbours(std::ldexp(1.0, k));
    for (int k = -323; k <= 308; ++k)
        for (const int m : {1, 2, 5, 9}) neighbours(std::strtod((std::to_string(m) + "e" + std::to_string(k)).c_str(), nullptr));
    Random random(9, Stream::data);
    for (int i = 0; i < 500000; ++i) {
        const double any = std::bit_cast<double>(random.bits64() & 0x7fffffffffffffff);
        if (any > 0 && any < std::numeric_limits<double>::infinity()) look(any);
        const float single = std::bit_cast<float>(random.bits() & 0x7fffffffU);
        if (single > 0 && single < std::numeric_limits<float>::infinity()) wrong += !has_fewest_digits(single);
    }
    for (int i = 0; i < 50000; ++i) {
        const std::uint64_t bits = random.bits64();
        look(std::bit_cast<double>((bits >> 12) + 1));          // subnormal
        look(static_cast<double>(bits % 1000000 + 1) / 2);      // halves
        look(static_cast<double>((bits >> 11) + 1));            // whole
        look(static_cast<double>((bits >> 11) + 1) * 0x1p-53);  // below 1, as rates are
        wrong += !has_fewest_digits(std::bit_cast<float>(static_cast<std::uint32_t>(bits % 0x7fffff + 1)));
    }
    CHECK(wrong == 0);
}

TEST_CASE("reading takes a whole number of the grammar and nothing else", "[math]") {
    struct Case {
        const char* text;
        double value;
    };
    const Case good[] = {
        {"0", 0},        {"007", 7},      {"0.1", 0.1},   {"12.50", 12.5},      {"1e5", 1e5}, {"1e+05", 1e5},
        {"1e-07", 1e-7}, {"2.5e3", 2500}, {"1e-999", 0},  {"4.9e-324", 5e-324}, {"0e999", 0}, {"9007199254740993", 0x1p53},
        {".5", 0.5},     {"5.", 5},       {"1E-3", 1e-3}, {"1.E5", 1e5},        {".5e+1", 5}, {"00.", 0},
        {"1E5", 1e5},    {".0", 0}};
    for (const Case& c : good) {
        INFO(c.text);
        double x = -1;
        CHECK(read(c.text, x));
        CHECK(x == c.value);
    }
    for (const char* text : {"",   " ",    "1 ",  " 1",  "+1",  "-1",    ".",     ".e5",   "..5", "1..", "1e",    "1e+",
                             "e5", "0x10", "inf", "nan", "1,5", "1.2.3", "1_000", "1e5.5", "3ep", "10%", "1e999", "１"}) {
        INFO(text);
        double x = -1;
        CHECK_FALSE(read(text, x));
        CHECK(x == -1);  // left alone
    }
    double x = -1;
    CHECK_FALSE(read(std::string_view("1\0", 2), x));
    CHECK(read(std::string(8000, '0') + "1", x));
    CHECK(x == 1);
    CHECK(read("0." + std::string(8000, '3'), x));
    CHECK(x == 1.0 / 3);
    CHECK_FALSE(read(std::string(8000, '9'), x));
}

TEST_CASE("the number at the start of a text ends where the grammar says", "[math]") {
    CHECK(number_length("3ep") == 1);
    CHECK(number_length("3e5p") == 3);
    CHECK(number_length("10%") == 2);
    CHECK(number_length("1.x") == 2);
    CHECK(number_length("1..2") == 2);
    CHECK(number_length("1.5.2") == 3);
    CHECK(number_length("2e+") == 1);
    CHECK(number_length("2e-3-4") == 4);
    CHECK(number_length(".5") == 2);
    CHECK(number_length("2E3ep") == 3);
    CHECK(number_length("5.ep") == 2);
    CHECK(number_length(".") == 0);
    CHECK(number_length("..5") == 0);
    CHECK(number_length("-5") == 0);
    CHECK(number_length("") == 0);
    CHECK(number_length(std::string_view("123").substr(0, 2)) == 2);  // looks at nothing behind the view
}

TEST_CASE("a locale with a decimal comma changes nothing", "[math]") {
    const std::string before = std::setlocale(LC_NUMERIC, nullptr);
    const char* set = nullptr;
    for (const char* name : {"de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8", "de_DE"}) {
        if (set == nullptr) set = std::setlocale(LC_NUMERIC, name);
    }
    if (set == nullptr || std::string_view(std::localeconv()->decimal_point) == ".") {
        SKIP("no locale with a decimal comma is installed");
    }
    double x = 0;
    const bool good = read("2.5e1", x);
    const std::string text = print(0.25), single = print(0.25f);
    double none = -1;
    const bool comma = read("2,5", none);
    std::setlocale(LC_NUMERIC, before.c_str());
    CHECK(good);
    CHECK(x == 25);
    CHECK(text == "0.25");
    CHECK(single == "0.25");
    CHECK_FALSE(comma);
}

}  // namespace
}  // namespace eta
