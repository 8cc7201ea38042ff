// A formula becomes MathML (presentation markup, MathML Core) or TeX.
#pragma once

#include <string>

#include "eta/language/tree.hpp"

namespace eta {

// Returns what stands inside <math>. The tree is a formula: recorded, or parsed from one without registered names.
std::string mathml(const Tree& tree);
// Returns the same for TeX's mathematical mode; cases need amsmath.
std::string tex(const Tree& tree);

}  // namespace eta
