// A racer as a training script of PyTorch.
#pragma once

#include "eta/describe/later_text.hpp"
#include "eta/export/exporter.hpp"
#include "eta/export/script.hpp"

namespace eta::torch_script {

Script script(const Run& run, const Racer& racer);
std::string write(const Run& run, const Racer& racer);

inline constexpr Exporter exporter{"torch", "PyTorch"_later, "train_torch.py"_later, write};

}  // namespace eta::torch_script
