// The elementary functions are within 2 ulp of long double, and have the same bits in every build.
#include "eta/math/hash.hpp"
#include "math_arguments.hpp"

#include <catch_amalgamated.hpp>
#include <cfloat>
#include <limits>

namespace eta {
namespace {

TEST_CASE("the elementary functions have the committed bits", "[math]") {
    for (const BatchLoss& function : measured_functions()) {
        INFO(function.name);
        Hash hash;
        for_each_argument(function, [&](Arguments a) { hash.add(function.value(a)); });
        CHECK(hash.hex() == function.hash);
    }
}

#if LDBL_MANT_DIG >= 64 && !defined(__EMSCRIPTEN__)

/// The distance from `exact`, in units in the last place of the double nearest to it. Where that is 0, infinite or nan,
/// only the same counts as no distance.
double error_in_ulp(double value, long double exact) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const double nearest = static_cast<double>(exact);
    if (std::isnan(nearest)) return std::isnan(value) ? 0 : infinity;
    if (nearest == 0 || std::isinf(nearest)) return value == nearest ? 0 : infinity;
    const double size = std::abs(nearest);
    const double ulp = size < DBL_MIN ? 0x1p-1074 : std::ldexp(1.0, std::ilogb(size) - 52);
    return static_cast<double>(std::abs(static_cast<long double>(value) - exact) / static_cast<long double>(ulp));
}

double worst_error(const BatchLoss& function, double (*value)(Arguments)) {
    double worst = 0;
    for_each_argument(function, [&](Arguments a) {
        const double error = error_in_ulp(value(a), function.exact(a));
        if (!(error <= worst)) worst = error;
    });
    return worst;
}

TEST_CASE("the elementary functions are within 2 ulp of long double", "[math]") {
    for (const BatchLoss& function : measured_functions()) {
        INFO(function.name);
        const double worst = worst_error(function, function.value);
        CHECK(worst <= 2);
        CHECK(worst > 0.49);  // else nothing was measured
    }
}

TEST_CASE("an error of 3 ulp is seen", "[math]") {
    const BatchLoss& exponential = measured_functions().front();
    CHECK(worst_error(exponential, [](Arguments a) {
              const double value = exp(a.x);
              const double far = std::abs(a.x - 0.25) < 0.001 ? 3 * 0x1p-52 : 0;
              return value + far;
          }) > 2);
}

#endif

}  // namespace
}  // namespace eta
