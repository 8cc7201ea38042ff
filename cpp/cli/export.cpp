// eta export prints a racer as code or numbers for elsewhere.
#include "commands.hpp"
#include "eta/export/exporters.hpp"
#include "eta/run/run.hpp"
#include "output.hpp"

namespace eta {

int export_command(const Arguments& arguments) {
    const Exporter* exporter = find_exporter(arguments.to);
    if (!exporter) {
        std::string known;
        for (const Exporter& each : exporters) known += (known.empty() ? "" : ", ") + std::string(each.key);
        std::fprintf(stderr, "One of these is expected after --to: %s.\n", known.c_str());
        return bad_input;
    }
    Problems problems;
    const auto run = read_run(arguments.run, {}, problems);
    if (!run) return print_problems(arguments.run, problems), bad_input;
    if (static_cast<std::size_t>(arguments.racer) > run->racers.size()) {
        std::fprintf(stderr, "There is no racer %d; the run has %d.\n", static_cast<int>(arguments.racer),
                     static_cast<int>(run->racers.size()));
        return bad_input;
    }
    Output output;
    output.write(exporter->write(*run, run->racers[static_cast<std::size_t>(arguments.racer) - 1]));
    return good;
}

}  // namespace eta
