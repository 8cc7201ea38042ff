// A racer as a training script of optax, on JAX.
#pragma once

#include "eta/describe/later_text.hpp"
#include "eta/export/exporter.hpp"

namespace eta::optax_script {

std::string write(const Run& run, const Racer& racer);

inline constexpr Exporter exporter{"optax", "optax", "train_optax.py"_later, write};

}  // namespace eta::optax_script
