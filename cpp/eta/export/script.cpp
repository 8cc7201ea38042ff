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

std::string constants(const Run& run, const Racer& racer) {
    return fill(
        "UPDATES, BATCH, SEED = $updates, $batch, $seed\n"
        "# Validation is measured after these updates.\n"
        "EVALUATIONS = {max(1, math.floor($every * k + 0.5)) for k in range(1, $count)} | {UPDATES}\n",
        {{"updates", std::to_string(racer.updates)},
         {"batch", std::to_string(racer.batch)},
         {"seed", std::to_string(run.seed)},
         {"every", print(racer.evaluate)},
         {"count", std::to_string(count_evaluations(racer.updates, racer.evaluate, racer.updates) + 1)}});
}

}  // namespace eta
