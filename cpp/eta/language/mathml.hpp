// A formula becomes MathML (presentation markup, MathML Core) or TeX.
#pragma once

#include <limits>
#include <string>

#include "eta/language/tree.hpp"

namespace eta {

// Returns what stands inside <math>. The tree is a formula: recorded, or parsed from one without registered names;
// its t is from 0 to before `end`.
std::string mathml(const Tree& tree, double end = std::numeric_limits<double>::infinity());
// Returns the same for TeX's mathematical mode; cases need amsmath.
std::string tex(const Tree& tree, double end = std::numeric_limits<double>::infinity());

}  // namespace eta
