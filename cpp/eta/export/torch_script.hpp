// A racer as a training script of PyTorch.
#pragma once

#include "eta/export/exporter.hpp"
#include "eta/export/script.hpp"

namespace eta::torch_script {

Script script(const Run& run, const Racer& racer);
std::string write(const Run& run, const Racer& racer);

inline constexpr Exporter exporter{"torch", "PyTorch", "train_torch.py", write};

}  // namespace eta::torch_script
