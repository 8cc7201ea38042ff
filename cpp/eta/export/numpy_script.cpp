// This writes the rate for NumPy.
#include "eta/export/numpy_script.hpp"
#include "eta/describe/later_text.hpp"

#include "eta/export/fill.hpp"
#include "eta/export/rates.hpp"
#include "eta/export/script.hpp"
#include "eta/math/number.hpp"

namespace eta::numpy_script {

std::string write(const Run& run, const Racer& racer) {
    const auto curves = rates(racer);
    const ListenerCode listener = listener_code(racer);
    std::string names, values;
    for (const NamedCurve& each : curves) {
        names += "," + each.name;
        values += ", " + each.name + "(t)";
    }
    std::string functions = functions_of(curves, racer, numpy_arrays);
    for (const NamedShare& each : shares(racer)) {
        names += "," + each.name;
        values += ", " + each.name + "(t)";
        functions +=
            fill("\n\ndef $name(t):\n    return $share * eta(t)\n"_later, {{"name", each.name}, {"share", print(each.share)}});
    }
    const std::string main = fill(
        "if __name__ == \"__main__\":\n"_later
        "    t = np.arange($updates)\n"_later
        "    print(\"t$names\")\n"_later
        "    for row in zip(t$values):\n"_later
        "        print(*row, sep=\",\")\n"_later,
        {{"updates"_later, std::to_string(racer.updates)}, {"names", names}, {"values"_later, values}});
    Script script{
        {"", origin(run, racer, "numpy") + (listener.call.empty() ? "" : "import math\n\n"_later) + "import numpy as np\n"_later},
        {"", functions}};
    if (!listener.call.empty())
        script.push_back(
            {"Its `current` is a factor of eta(t); on_evaluation changes it when validation has been measured."_later,
             listener.definition + "\n\nlistener = "_later + listener.call + "\n"});
    script.push_back({"", main});
    return file_of(script);
}

}  // namespace eta::numpy_script
