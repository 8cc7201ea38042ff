// The script of PyTorch as a Jupyter notebook, with a chart of the rate.
#pragma once

#include "eta/export/exporter.hpp"

namespace eta::notebook {

std::string write(const Run& run, const Racer& racer);

inline constexpr Exporter exporter{"ipynb", "Jupyter", "train_torch.ipynb", write};

}  // namespace eta::notebook
