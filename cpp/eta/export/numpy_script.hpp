// The rate as functions of NumPy's arrays.
#pragma once

#include "eta/describe/later_text.hpp"
#include "eta/export/exporter.hpp"

namespace eta::numpy_script {

std::string write(const Run& run, const Racer& racer);

inline constexpr Exporter exporter{"numpy", "NumPy", "rate.py"_later, write};

}  // namespace eta::numpy_script
