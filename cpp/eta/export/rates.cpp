// This collects what changes from update to update.
#include "eta/export/rates.hpp"
#include "eta/describe/later_text.hpp"

#include "eta/export/curve_code.hpp"
#include "eta/export/fill.hpp"

namespace eta {

std::vector<NamedCurve> rates(const Racer& racer) {
    std::vector<NamedCurve> all{{"eta", &*racer.rate}};
    for (std::size_t l = 0; l < racer.layer_rate.size(); ++l)
        if (racer.layer_rate[l]) all.push_back({"eta_" + std::to_string(l + 1), &*racer.layer_rate[l]});
    for (std::size_t p = 0; p < racer.numbers.size(); ++p)
        if (!racer.numbers[p].is_constant()) all.push_back({std::string(racer.optimizer->params[p].key), &racer.numbers[p]});
    return all;
}

std::vector<NamedShare> shares(const Racer& racer) {
    std::vector<NamedShare> all;
    for (std::size_t l = 0; l < racer.layer_rate.size(); ++l)
        if (!racer.layer_rate[l] && racer.layer_share[l] != 1)
            all.push_back({"eta_" + std::to_string(l + 1), racer.layer_share[l]});
    return all;
}

std::string functions_of(const std::vector<NamedCurve>& curves, const Racer& racer, const Dialect& dialect) {
    CurveCode code(dialect);
    for (const NamedCurve& each : curves) {
        const bool is_rate = each.name.starts_with("eta");
        const std::string about = is_rate ? "Returns the learning rate of update t = 0, 1, …, $last."_later
                                          : "Returns "_later + each.name + " of update t = 0, 1, …, $last."_later;
        code.add(*each.curve, each.name, fill(about, {{"last", std::to_string(racer.updates - 1)}}));
    }
    return code.text();
}

}  // namespace eta
