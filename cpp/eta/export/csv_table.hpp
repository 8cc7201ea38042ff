// η of every update as CSV, and what else changes from one to the next.
#pragma once

#include "eta/describe/later_text.hpp"
#include "eta/export/exporter.hpp"

namespace eta::csv_table {

std::string write(const Run& run, const Racer& racer);

inline constexpr Exporter exporter{"csv", "CSV", "rates.csv"_later, write};

}  // namespace eta::csv_table
