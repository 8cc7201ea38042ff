// These are the curves of a racer that a script needs: its rate, the rates of layers and the optimizer's numbers that change.
#pragma once

#include <string>
#include <vector>

#include "eta/export/dialect.hpp"
#include "eta/run/racer.hpp"

namespace eta {

struct NamedCurve {
    std::string name;  // of its function: eta, eta_2 (of layer 2), momentum
    const Curve* curve;
};

// Returns the rate first.
std::vector<NamedCurve> rates(const Racer& racer);

// These are the layers whose rate is a part of the racer's: `name` is that of its function.
struct NamedShare {
    std::string name;
    double share;
};
std::vector<NamedShare> shares(const Racer& racer);

// Returns the functions of these curves.
std::string functions_of(const std::vector<NamedCurve>& curves, const Racer& racer, const Dialect& dialect);

}  // namespace eta
