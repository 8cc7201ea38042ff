// This writes what the scripts of all frameworks share.
#include "eta/export/script.hpp"
#include "eta/describe/later_text.hpp"

#include "eta/export/fill.hpp"
#include "eta/math/number.hpp"
#include "eta/run/evaluations.hpp"

namespace eta {

std::string file_of(const Script& script) {
    std::string text;
    for (const Section& each : script) {
        if (!text.empty()) text += "\n\n";
        text += (each.title.empty() ? "" : "# " + each.title + "\n") + each.code;
    }
    return text;
}

std::string origin(const Run& run, const Racer& racer, std::string_view needs) {
    std::string text = "# " + run.text + "\n";
    if (run.racers.size() > 1)
        text += "# Racer "_later + std::to_string(&racer - run.racers.data() + 1) + " of " + std::to_string(run.racers.size()) +
                ": " + racer.schedule + "\n";
    return text + "# Written by EtaLab. pip install "_later + std::string(needs) + "\n";
}

bool has_layer_rates(const Racer& racer) {
    for (std::size_t l = 0; l < racer.layer_rate.size(); ++l)
        if (racer.layer_rate[l] || racer.layer_share[l] != 1) return true;
    return false;
}

std::vector<std::string> layer_rates(const Racer& racer, const std::string& eta, const std::string& factor) {
    const auto product = [](double share, const std::string& rate) {
        return share == 1 ? rate + "(t)" : print(share) + " * " + rate + "(t)";
    };
    std::vector<std::string> all;
    for (std::size_t l = 0; l < racer.layer_rate.size(); ++l) {
        const bool own = racer.layer_rate[l].has_value(), listens = !own || racer.rate->lowers_layers();
        const std::string rate = own ? product(1, "eta_" + std::to_string(l + 1)) : product(racer.layer_share[l], eta);
        all.push_back("lambda t: "_later + rate + (listens ? factor : ""));
    }
    return all;
}

std::string constants(const Run& run, const Racer& racer) {
    std::string batch = "BATCH = "_later + std::to_string(racer.batch) + "\n";
    if (const auto sizes = racer.batches.sizes(); sizes.size() > 1) {
        batch = "# Samples in an update, from the first number on.\nBATCHES = ["_later;
        for (const BatchSize& each : sizes)
            batch += (each.start > 0 ? ", (" : "(") + std::to_string(each.start) + ", " + std::to_string(each.size) + ")";
        batch += "]\n";
    }
    return fill(
        "UPDATES, SEED = $updates, $seed\n"_later
        "$batch"_later
        "# Validation is measured after these updates.\n"_later
        "EVALUATIONS = {max(1, math.floor($every * k + 0.5)) for k in range(1, $count)} | {UPDATES}\n"_later,
        {{"updates"_later, std::to_string(racer.updates)},
         {"batch", batch},
         {"seed", std::to_string(run.seed)},
         {"every", print(racer.evaluate)},
         {"count", std::to_string(count_evaluations(racer.updates, racer.evaluate, racer.updates) + 1)}});
}

}  // namespace eta
