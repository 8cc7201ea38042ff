// The page's module is built without this, so that no reader downloads it twice or for nothing: ETA_FOR_PAGE leaves it out.
#pragma once

#include <string_view>

// A first visit does not call a function that is declared so: it is not put into its callers, and moves to the module's second file.
#ifdef ETA_FOR_PAGE
#define ETA_RARE [[gnu::noinline]]
#else
#define ETA_RARE
#endif

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
