// This writes what the scripts of all frameworks share.
#include "eta/export/script.hpp"

#include "eta/export/fill.hpp"
#include "eta/math/number.hpp"

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
        text += "# Racer " + std::to_string(&racer - run.racers.data() + 1) + " of " + std::to_string(run.racers.size()) + ": " +
                racer.schedule + "\n";
    return text + "# Written by EtaLab. pip install " + std::string(needs) + "\n";
}

namespace {

// Returns the size of the batch, or the sizes by the updates from which they hold.
std::string batch_text(const Racer& racer) {
    const auto sizes = racer.batches.sizes();
    if (sizes.size() == 1) return std::to_string(racer.batch);
    std::string text;
    for (const BatchSize& each : sizes)
        text += (text.empty() ? "{" : ", ") + std::to_string(each.start) + ": " + std::to_string(each.size);
    return text + "}";
}

}  // namespace

bool has_layer_rates(const Racer& racer) {
    for (std::size_t l = 0; l < racer.layer_rate.size(); ++l)
        if (racer.layer_rate[l] || racer.layer_share[l] != 1) return true;
    return false;
}

std::string constants(const Run& run, const Racer& racer) {
    return fill(
        "UPDATES, BATCH, SEED = $updates, $batch, $seed\n"
        "# Validation is measured after these updates.\n"
        "EVALUATIONS = {max(1, math.floor($every * k + 0.5)) for k in range(1, $count)} | {UPDATES}\n",
        {{"updates", std::to_string(racer.updates)},
         {"batch", batch_text(racer)},
         {"seed", std::to_string(run.seed)},
         {"every", print(racer.evaluate)},
         {"count", std::to_string(count_evaluations(racer.updates, racer.evaluate, racer.updates) + 1)}});
}

}  // namespace eta
