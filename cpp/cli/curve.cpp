// eta curve prints the rate at every update, a column a racer.
#include <algorithm>

#include "commands.hpp"
#include "eta/math/number.hpp"
#include "eta/run/run.hpp"
#include "output.hpp"

namespace eta {

int curve_command(const Arguments& arguments) {
    Problems problems;
    const auto run = read_run(arguments.run, {}, problems);
    if (!run) return print_problems(arguments.run, problems), bad_input;
    std::int64_t longest = 0;
    std::string header = "t";
    for (const Racer& racer : run->racers) {
        longest = std::max(longest, racer.updates);
        header += ",eta_" + std::to_string(&racer - run->racers.data() + 1);
    }
    Output output;
    Progress progress("curve");
    output.write(header + "\n");
    for (std::int64_t t = 0; t < longest; ++t) {
        std::string row = std::to_string(t);
        // A racer that ends earlier leaves its cells empty.
        for (const Racer& racer : run->racers) row += "," + (t < racer.updates ? print(racer.rate->at(t)) : std::string());
        output.write(row + "\n");
        if (t % 4096 == 0) progress.show(static_cast<double>(t) / static_cast<double>(longest));
    }
    return good;
}

}  // namespace eta
