// This writes rates as CSV.
#include "eta/export/csv_table.hpp"

#include "eta/export/rates.hpp"
#include "eta/math/number.hpp"

namespace eta::csv_table {

std::string write(const Run&, const Racer& racer) {
    const auto curves = rates(racer);
    std::string text = "t";
    for (const NamedCurve& each : curves) text += "," + each.name;
    const auto layers = shares(racer);
    for (const NamedShare& each : layers) text += "," + each.name;
    text += '\n';
    for (std::int64_t t = 0; t < racer.updates; ++t) {
        text += std::to_string(t);
        for (const NamedCurve& each : curves) text += "," + print(each.curve->at(t));
        for (const NamedShare& each : layers) text += "," + print(racer.rate->at(t) * each.share);
        text += '\n';
    }
    return text;
}

}  // namespace eta::csv_table
