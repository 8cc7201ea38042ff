// eta curve prints the rate at every update, a column a racer, then what else changes: opt_momentum_1, batch_1, schedule_2_1 (the rate of
// layer 2 of racer 1).
#include <algorithm>
#include <string>
#include <vector>

#include "commands.hpp"
#include "eta/math/number.hpp"
#include "eta/run/run.hpp"
#include "eta/run/scheduled.hpp"
#include "output.hpp"

namespace eta {

namespace {

struct Column {
    const Racer* racer;
    std::string path, name;
};

// The rates come first, whatever else there is.
std::vector<Column> columns_of(const Run& run) {
    std::vector<Column> rates, others;
    for (const Racer& racer : run.racers) {
        const std::string number = "_" + std::to_string(&racer - run.racers.data() + 1);
        rates.push_back({&racer, "schedule", "eta" + number});
        for (const std::string& path : scheduled(racer)) {
            others.push_back({&racer, path, path + number});
            std::replace(others.back().name.begin(), others.back().name.end(), '.', '_');
        }
    }
    rates.insert(rates.end(), others.begin(), others.end());
    return rates;
}

}  // namespace

int curve_command(const Arguments& arguments) {
    Problems problems;
    const auto run = read_run(arguments.run, {}, problems);
    if (!run) return print_problems(arguments.run, problems), bad_input;
    const std::vector<Column> columns = columns_of(*run);
    std::int64_t longest = 0;
    std::string header = "t";
    for (const Column& column : columns) {
        longest = std::max(longest, column.racer->updates);
        header += "," + column.name;
    }
    Output output;
    Progress progress("curve");
    output.write(header + "\n");
    for (std::int64_t t = 0; t < longest; ++t) {
        std::string row = std::to_string(t);
        // A racer that ends earlier leaves its cells empty.
        for (const Column& column : columns)
            row += "," + (t < column.racer->updates ? print(*value_at(*column.racer, column.path, t)) : std::string());
        output.write(row + "\n");
        if (t % 4096 == 0) progress.show(static_cast<double>(t) / static_cast<double>(longest));
    }
    return good;
}

}  // namespace eta
