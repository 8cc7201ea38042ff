// The script of PyTorch as a Jupyter notebook, with a chart of the rate.
#pragma once

#include "eta/describe/later_text.hpp"
#include "eta/export/exporter.hpp"

namespace eta::notebook {

std::string write(const Run& run, const Racer& racer);

inline constexpr Exporter exporter{"ipynb", "Jupyter"_later, "train_torch.ipynb"_later, write};

}  // namespace eta::notebook
