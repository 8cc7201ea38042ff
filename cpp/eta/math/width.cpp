// This asks the processor how wide its vectors are.
#include "eta/math/width.hpp"

#include <cstdlib>
#include <string_view>

namespace eta {
namespace {

std::string_view asked() {
    const char* text = std::getenv("ETA_WIDTH");
    return text ? text : "";
}

// Returns the width of that name, or 0.
int named(std::string_view text) { return text == "128" ? 128 : text == "256" ? 256 : text == "512" ? 512 : 0; }

}  // namespace

int widest_vectors() {
#ifdef ETA_HAS_WIDTHS
    return __builtin_cpu_supports("avx512f") ? 512 : __builtin_cpu_supports("avx2") ? 256 : 128;
#else
    return 128;
#endif
}

#ifdef ETA_HAS_WIDTHS
int vector_width() {
    static const int width = width_problem().empty() && named(asked()) > 0 ? named(asked()) : widest_vectors();
    return width;
}
#endif

std::string width_problem() {
    const std::string text(asked());
    if (text.empty()) return {};
    if (named(text) == 0) return "ETA_WIDTH is “" + text + "”; 128, 256 or 512 is expected.";
    if (named(text) <= widest_vectors()) return {};
    return "ETA_WIDTH is " + text + "; this processor's vectors have " + std::to_string(widest_vectors()) + " bits at most.";
}

}  // namespace eta
