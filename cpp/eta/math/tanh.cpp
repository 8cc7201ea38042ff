// This computes the hyperbolic tangent of a double.
#include "eta/math/binary.hpp"
#include "eta/math/functions.hpp"
#include "eta/math/horner.hpp"

namespace eta {

// With a = |x| and z = a²: from 0.55 on, tanh a = 1 − 2/(e²ᵃ + 1). Below, Lambert's continued fraction
// tanh a = a/(1 + z/(3 + z/(5 + …))) cut off after 15, relative error under 2⁻⁵⁹, as one fraction that is taken from a:
//
//     tanh a = a − a·z·(675675 + 45045z + 594z² + z³) / (2027025 + 945945z + 51975z² + 630z³ + z⁴)
//
// (Abramowitz and Stegun, Handbook of Mathematical Functions, 4.5.70.) Each subtracts something smaller than what it
// starts from, so the last operation's rounding is most of the error.
double tanh(double x) {
    const double a = abs(x);
    if (a < 0.55) {
        const double z = a * a;
        const double above = polynomial(z, 675675.0, 45045.0, 594.0, 1.0);
        const double below = polynomial(z, 2027025.0, 945945.0, 51975.0, 630.0, 1.0);
        return with_sign_of(x, a - a * z * above / below);
    }
    return with_sign_of(x, 1 - 2 / (exp(2 * a) + 1));
}

}  // namespace eta
