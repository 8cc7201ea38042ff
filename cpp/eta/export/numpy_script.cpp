// This writes the rate for NumPy.
#include "eta/export/numpy_script.hpp"

#include "eta/export/fill.hpp"
#include "eta/export/rates.hpp"
#include "eta/export/script.hpp"

namespace eta::numpy_script {

std::string write(const Run& run, const Racer& racer) {
    const auto curves = rates(racer);
    const ListenerCode listener = listener_code(racer);
    std::string names, values;
    for (const NamedCurve& each : curves) {
        names += "," + each.name;
        values += ", " + each.name + "(t)";
    }
    const std::string main = fill(
        "if __name__ == \"__main__\":\n"
        "    t = np.arange($updates)\n"
        "    print(\"t$names\")\n"
        "    for row in zip(t$values):\n"
        "        print(*row, sep=\",\")\n",
        {{"updates", std::to_string(racer.updates)}, {"names", names}, {"values", values}});
    Script script{{"", origin(run, racer, "numpy") + (listener.call.empty() ? "" : "import math\n\n") + "import numpy as np\n"},
                  {"", functions_of(curves, racer, numpy_arrays)}};
    if (!listener.call.empty())
        script.push_back({"Its `current` is a factor of eta(t); on_evaluation changes it when validation has been measured.",
                          listener.definition + "\n\nlistener = " + listener.call + "\n"});
    script.push_back({"", main});
    return file_of(script);
}

}  // namespace eta::numpy_script
