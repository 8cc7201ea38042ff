// The rate as functions of NumPy's arrays.
#pragma once

#include "eta/export/exporter.hpp"

namespace eta::numpy_script {

std::string write(const Run& run, const Racer& racer);

inline constexpr Exporter exporter{"numpy", "NumPy", "rate.py", write};

}  // namespace eta::numpy_script
