// A racer as a training script of Keras.
#pragma once

#include "eta/describe/later_text.hpp"
#include "eta/export/exporter.hpp"

namespace eta::keras_script {

std::string write(const Run& run, const Racer& racer);

inline constexpr Exporter exporter{"keras", "Keras", "train_keras.py"_later, write};

}  // namespace eta::keras_script
