// The page's module is built without this, so that no reader downloads it twice or for nothing: ETA_FOR_PAGE leaves it out.
#pragma once

#include <string_view>

namespace eta {

#ifdef ETA_FOR_PAGE

// The page has the English from what the native program's `describe` printed when it was built.
struct English : std::string_view {
    constexpr English() = default;
    constexpr English(const char*) {}
};

// Only the tests call functions of double.
template <class Functions>
struct ForTests {
    constexpr ForTests(auto...) {}
    constexpr operator const Functions&() const { return none; }
    static constexpr Functions none{};
};

#else

using English = std::string_view;
template <class Functions>
using ForTests = Functions;

#endif

}  // namespace eta
