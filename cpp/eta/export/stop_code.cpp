// This writes a stop rule as lines of a training loop.
#include "eta/describe/later_text.hpp"
#include "eta/export/fill.hpp"
#include "eta/export/script.hpp"
#include "eta/math/number.hpp"

namespace eta {

StopCode stop_code(const Racer& racer) {
    const std::string_view rule = racer.stop->words.key;
    const Values& values = racer.stop_values;
    const auto metric = [&] { return std::string(values[0] == 0 ? "loss" : "accuracy"_later); };
    if (rule == "updates"_later) return {"", "", "min(UPDATES, "_later + print(values[0]) + ")"};
    if (rule == "target"_later) {
        const std::string sign = larger_is_better(static_cast<int>(values[0])) ? " >= " : " <= ";
        return {"", "if " + metric() + sign + print(values[1]) + ":\n    break\n"_later};
    }
    if (rule != "early") return {};
    const bool larger = larger_is_better(static_cast<int>(values[0]));
    return {fill("best, waited, kept = $worst, 0, None\n"_later, {{"worst", larger ? "-math.inf"_later : "math.inf"_later}}),
            fill("if $metric $sign best $plus $gain:\n"_later
                 "    best, waited, kept = $metric, 0, copy_of_weights(model)\n"_later
                 "else:\n"_later
                 "    waited += 1\n"_later
                 "if waited >= $patience:\n"_later
                 "    $restore\n"_later
                 "    break\n"_later,
                 {{"metric"_later, metric()},
                  {"sign", larger ? ">" : "<"},
                  {"plus", larger ? "+" : "-"},
                  {"gain", print(values[2])},
                  {"patience"_later, print(values[1])},
                  {"restore"_later, values[3] != 0 ? "put_back(model, kept)"_later : "pass"}})};
}

}  // namespace eta
