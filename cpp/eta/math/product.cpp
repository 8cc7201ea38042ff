// These are the products at each width (vector_width() says which is used).
#include "eta/math/product.hpp"

#include "eta/math/product_body.hpp"

namespace eta {
namespace {

#define ETA_MULTIPLY(name, bytes, ...)                                           \
    __VA_ARGS__ void name(const Product<float>& p) { product::whole<bytes>(p); } \
    __VA_ARGS__ void name(const SparseProduct<float>& p) { product::whole<bytes>(p); }

ETA_MULTIPLY(multiply_128, 16)
#ifdef ETA_HAS_WIDTHS
ETA_MULTIPLY(multiply_256, 32, ETA_FOR_256)
ETA_MULTIPLY(multiply_512, 64, ETA_FOR_512)
#endif

template <class P>
void multiply_at_width(const P& p) {
#ifdef ETA_HAS_WIDTHS
    if (vector_width() == 512) return multiply_512(p);
    if (vector_width() == 256) return multiply_256(p);
#endif
    multiply_128(p);
}

}  // namespace

void multiply(const Product<float>& p) { multiply_at_width(p); }
void multiply(const SparseProduct<float>& p) { multiply_at_width(p); }

// Gradients are checked in double, where nobody waits.
void multiply(const Product<double>& p) { product::whole<16>(p); }
void multiply(const SparseProduct<double>& p) { product::whole<16>(p); }

}  // namespace eta
