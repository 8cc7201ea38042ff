// Products and sums are taken in vectors as wide as the processor's; no result depends on it.
#pragma once

#include <cstddef>
#include <string>

// A function for a width must say so by itself: a file that is compiled for a wider processor would leave instructions in functions
// that others share, of which the linker keeps one. Its body is inlined always, as are the lambdas in it, and takes vectors by reference.
#define ETA_INLINE [[gnu::always_inline]] inline
#define ETA_INLINE_LAMBDA __attribute__((always_inline))
#ifdef __x86_64__
#define ETA_HAS_WIDTHS
#define ETA_FOR_256 [[gnu::target("avx2")]]
#define ETA_FOR_512 [[gnu::target("avx512f")]]
#endif

namespace eta {

// A vector of as many numbers as fill these bytes.
template <class Real, std::size_t bytes>
struct VectorOf {
    typedef Real Type __attribute__((vector_size(bytes)));
};
template <class Real, std::size_t bytes>
using Vector = typename VectorOf<Real, bytes>::Type;

// Returns the bits of the widest vectors that this processor has and that this is compiled for: 128, 256 or 512.
int widest_vectors();

// Returns the bits of the vectors that are used: the widest, or what the environment's ETA_WIDTH says. It is chosen once.
#ifdef ETA_HAS_WIDTHS
int vector_width();
#else
constexpr int vector_width() { return 128; }  // the environment is not even looked at: the page's module has none
#endif

// Says what is wrong with ETA_WIDTH, or nothing.
std::string width_problem();

}  // namespace eta
