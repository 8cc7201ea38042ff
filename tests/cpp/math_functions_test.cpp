// The elementary functions at zeros, infinities, nan and limits, and the exact ones.
#include "eta/math/functions.hpp"

#include <bit>
#include <catch_amalgamated.hpp>
#include <cmath>
#include <cstdint>
#include <limits>

namespace eta {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// Equal and of equal sign; any nan is any other.
bool same(double a, double b) {
    if (a != a || b != b) return a != a && b != b;
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

TEST_CASE("exp at its limits", "[math]") {
    CHECK(same(exp(0), 1));
    CHECK(same(exp(-0.0), 1));
    CHECK(same(exp(1), 0x1.5bf0a8b145769p+1));  // e, correctly rounded
    CHECK(same(exp(infinity), infinity));
    CHECK(same(exp(-infinity), 0));
    CHECK(same(exp(nan), nan));
    CHECK(exp(709.782712893384) < infinity);  // the largest with a finite result …
    CHECK(same(exp(std::nextafter(709.782712893384, 710)), infinity));
    CHECK(same(exp(-745.1332191019411), 0x1p-1074));  // … and the smallest with one above 0
    CHECK(same(exp(std::nextafter(-745.1332191019411, -746)), 0));
    CHECK(same(exp(1e308), infinity));
    CHECK(same(exp(-1e308), 0));
    CHECK(same(exp(1e-300), 1));
}

TEST_CASE("log at its limits", "[math]") {
    CHECK(same(log(1), 0));
    CHECK(same(log(0), -infinity));
    CHECK(same(log(-0.0), -infinity));
    CHECK(same(log(-1), nan));
    CHECK(same(log(-infinity), nan));
    CHECK(same(log(infinity), infinity));
    CHECK(same(log(nan), nan));
    CHECK(same(log(2), 0x1.62e42fefa39efp-1));
    CHECK(same(log(0x1p-1074), -744.4400719213812));
    CHECK(same(log(std::numeric_limits<double>::max()), 709.782712893384));
}

TEST_CASE("sine and cosine of special angles", "[math]") {
    CHECK(same(sin(0), 0));
    CHECK(same(sin(-0.0), -0.0));
    CHECK(same(cos(0), 1));
    CHECK(same(sin(pi<double>()), 0x1.1a62633145c07p-53));  // what double π lacks to π
    CHECK(same(cos(pi<double>()), -1));
    CHECK(same(cos(pi<double>() / 2), 0x1.1a62633145c07p-54));
    CHECK(same(sin(pi<double>() / 2), 1));
    CHECK(same(sin(-1.5), -sin(1.5)));
    CHECK(same(cos(-1.5), cos(1.5)));
    CHECK(same(sin(1e-310), 1e-310));
    for (const double x : {infinity, -infinity, nan}) {
        CHECK(same(sin(x), nan));
        CHECK(same(cos(x), nan));
    }
    // A double that is almost a multiple of π/2 (J.-M. Muller, Elementary Functions, 11.1): 6381956970095103·2⁷⁹⁷.
    CHECK(std::abs(cos(std::ldexp(6381956970095103.0, 797)) / -4.6871659242546276e-19 - 1) < 1e-15);
    CHECK(std::abs(sin(1e22) - -0.8522008497671888) < 1e-16);
}

TEST_CASE("tanh at its limits", "[math]") {
    CHECK(same(tanh(0), 0));
    CHECK(same(tanh(-0.0), -0.0));
    CHECK(same(tanh(infinity), 1));
    CHECK(same(tanh(-infinity), -1));
    CHECK(same(tanh(nan), nan));
    CHECK(same(tanh(1e308), 1));
    CHECK(same(tanh(-20), -1));
    CHECK(same(tanh(1e-320), 1e-320));
}

TEST_CASE("pow in the special cases of C99", "[math]") {
    struct Case {
        double x, y, value;
    };
    const Case cases[] = {
        {0, 3, 0},
        {-0.0, 3, -0.0},
        {0, 2, 0},
        {-0.0, 2, 0},
        {0, 0.5, 0},
        {-0.0, 0.5, 0},
        {0, -3, infinity},
        {-0.0, -3, -infinity},
        {-0.0, -2, infinity},
        {0, -0.5, infinity},
        {-0.0, -0.5, infinity},
        {0, -infinity, infinity},
        {-0.0, -infinity, infinity},
        {-0.0, infinity, 0},
        {-1, infinity, 1},
        {-1, -infinity, 1},
        {-1, 3, -1},
        {-1, 0x1p60, 1},
        {-1, 0.5, nan},
        {1, nan, 1},
        {1, infinity, 1},
        {nan, 0, 1},
        {infinity, 0, 1},
        {0, 0, 1},
        {nan, -0.0, 1},
        {nan, 1, nan},
        {2, nan, nan},
        {0, nan, nan},
        {-2, 0.5, nan},
        {-2, -1.5, nan},
        {0.5, infinity, 0},
        {0.5, -infinity, infinity},
        {-0.5, infinity, 0},
        {2, infinity, infinity},
        {2, -infinity, 0},
        {-2, infinity, infinity},
        {-2, -infinity, 0},
        {infinity, 2, infinity},
        {infinity, -2, 0},
        {infinity, 1e-300, infinity},
        {-infinity, 3, -infinity},
        {-infinity, 2, infinity},
        {-infinity, 0.5, infinity},
        {-infinity, -3, -0.0},
        {-infinity, -2, 0},
        {-infinity, -0.5, 0},
        {-infinity, infinity, infinity},
        {-2, 3, -8},
        {-2, 2, 4},
        {-2, -1, -0.5},
        {-3, 0x1.fffffffffffffp+52, -infinity},
        {-3, 0x1p53, infinity},
        {-0.5, 1e308, 0},
        {2, 1023, 0x1p1023},
        {2, 1024, infinity},
        {-2, 1025, -infinity},
        {2, -1074, 0x1p-1074},
        {2, -1075.5, 0},
        {-2, -1077, -0.0},
        {0x1p-1074, -1, infinity},
        {0x1p-1074, 0.5, 0x1p-537},
        {1.0000000000000002, 1e300, infinity},
        {0.9999999999999999, 1e300, 0},
        {1e300, 1e-320, 1},
    };
    for (const Case& c : cases) {
        INFO(c.x << " ^ " << c.y << " = " << pow(c.x, c.y) << ", not " << c.value);
        CHECK(same(pow(c.x, c.y), c.value));
    }
}

TEST_CASE("pow of whole numbers is exact where the result is a double", "[math]") {
    for (int base = 2; base <= 20; ++base) {
        double product = 1;
        for (int exponent = 1; product * base <= 0x1p53; ++exponent) {
            product *= base;
            INFO(base << " ^ " << exponent);
            CHECK(pow(base, exponent) == product);
            CHECK(pow(-base, exponent) == (exponent % 2 == 0 ? product : -product));
        }
    }
    CHECK(pow(6.25, 0.5) == 2.5);
    CHECK(pow(10, 22) == 1e22);
}

TEST_CASE("the exact functions", "[math]") {
    CHECK(min(1, 2) == 1);
    CHECK(max(1, 2) == 2);
    for (const double other : {-1.0, infinity, -infinity}) {
        CHECK(same(min(nan, other), nan));
        CHECK(same(min(other, nan), nan));
        CHECK(same(max(nan, other), nan));
        CHECK(same(max(other, nan), nan));
    }
    CHECK(clamp(5, 0, 3) == 3);
    CHECK(clamp(-5, 0, 3) == 0);
    CHECK(clamp(2, 0, 3) == 2);
    CHECK(clamp(2, 3, 0) == 0);
    CHECK(mod(7, 3) == 1);
    CHECK(mod(-7, 3) == 2);
    CHECK(mod(7, -3) == -2);
    CHECK(mod(5.5, 2) == 1.5);
    CHECK(same(mod(1, 0), nan));
    CHECK(where(1 < 2, 3, 4) == 3);
    CHECK(where(2 < 1, 3, 4) == 4);
    CHECK(floor(-0.5) == -1);
    CHECK(ceil(0.5) == 1);
    CHECK(abs(-2.5) == 2.5);
    CHECK(sqrt(2) == 0x1.6a09e667f3bcdp+0);
    CHECK(pi<double>() == 0x1.921fb54442d18p+1);
}

}  // namespace
}  // namespace eta
