// This writes a stop rule as lines of a training loop.
#include "eta/export/fill.hpp"
#include "eta/export/script.hpp"
#include "eta/math/number.hpp"

namespace eta {

StopCode stop_code(const Racer& racer) {
    const std::string_view rule = racer.stop->words.key;
    const Values& values = racer.stop_values;
    const auto metric = [&] { return std::string(values[0] == 0 ? "loss" : "accuracy"); };
    if (rule == "updates") return {"", "", "min(UPDATES, " + print(values[0]) + ")"};
    if (rule == "target") {
        const std::string sign = larger_is_better(static_cast<int>(values[0])) ? " >= " : " <= ";
        return {"", "if " + metric() + sign + print(values[1]) + ":\n    break\n"};
    }
    if (rule != "early") return {};
    const bool larger = larger_is_better(static_cast<int>(values[0]));
    return {fill("best, waited, kept = $worst, 0, None\n", {{"worst", larger ? "-math.inf" : "math.inf"}}),
            fill("if $metric $sign best $plus $gain:\n"
                 "    best, waited, kept = $metric, 0, copy_of_weights(model)\n"
                 "else:\n"
                 "    waited += 1\n"
                 "if waited >= $patience:\n"
                 "    $restore\n"
                 "    break\n",
                 {{"metric", metric()},
                  {"sign", larger ? ">" : "<"},
                  {"plus", larger ? "+" : "-"},
                  {"gain", print(values[2])},
                  {"patience", print(values[1])},
                  {"restore", values[3] != 0 ? "put_back(model, kept)" : "pass"}})};
}

}  // namespace eta
