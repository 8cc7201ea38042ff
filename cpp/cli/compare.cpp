// eta compare prints where a racer's text means another thing under the conventions of the frameworks.
#include <cmath>

#include "assets.hpp"
#include "commands.hpp"
#include "eta/math/number.hpp"
#include "eta/report/comparison.hpp"
#include "eta/run/keys.hpp"
#include "eta/run/kinds.hpp"
#include "eta/schedule/schedules.hpp"
#include "output.hpp"

namespace eta {
namespace {

// Returns what the number is, in words.
std::string help_of(const Difference& difference) {
    const Key& key = *find_key(difference.key);
    if (difference.entry.empty()) return std::string(key.help);
    const Entry* entry = table_of(key.kind).find(difference.entry);
    if (!entry) entry = find(schedules, difference.entry);
    for (const Param& param : entry->params)
        if (param.key == difference.param) return std::string(param.help);
    return {};
}

std::string of_number(const FrameworkNumber& number) {
    const auto& [difference, written] = number;
    const std::string name =
        difference.entry.empty() ? difference.key : std::string(difference.entry) + "." + std::string(difference.param);
    return "  " + name + " = " + std::string(difference.here) + ", by default " + std::string(difference.plain) +
           (written ? " and written in the text" : "") + " (" + help_of(difference) + ")\n";
}

std::string of_rate(const RateDifference& found, std::int64_t updates) {
    if (found.updates == 0) return "  η is the same at every update\n";
    std::string text = "  η parts at " + std::to_string(found.updates) + " of " + std::to_string(updates) + " updates: ";
    for (const auto& [from, to] : found.parts)
        text += (&from == &found.parts[0].first ? "" : ", ") + std::to_string(from) + (to > from ? "–" + std::to_string(to) : "");
    if (found.count > static_cast<std::int64_t>(found.parts.size())) text += ", …";
    return text + "\n  most at " + std::to_string(found.t) + ": " + print(rounded(found.here, 6)) + ", and " +
           print(rounded(found.first, 6)) + " without a convention\n";
}

std::string of_steps(const StepDifference& found) {
    const auto pair = [](double here, double first) { return print(rounded(here, 6)) + " and " + print(rounded(first, 6)); };
    std::string text = "  ‖Δw‖ of the first update: " + pair(found.here, found.first) + "\n";
    if (found.t > 0) text += "  ‖Δw‖ parts at " + std::to_string(found.t) + ": " + pair(found.here_at, found.first_at) + "\n";
    return text;
}

}  // namespace

int compare_command(const Arguments& arguments) {
    Problems problems;
    const auto given = read_run(arguments.run, {}, problems);
    if (!given) return print_problems(arguments.run, problems), bad_input;
    const auto racer = static_cast<std::size_t>(arguments.racer);
    if (racer > given->racers.size()) {
        std::fprintf(stderr, "There is no racer %d; the run has %d.\n", static_cast<int>(racer),
                     static_cast<int>(given->racers.size()));
        return bad_input;
    }
    // Their steps are compared from the same weights through the same batches.
    const auto run = under_conventions(arguments.run, racer, false, problems);
    const auto same_start = run ? under_conventions(arguments.run, racer, true, problems) : std::nullopt;
    if (!same_start) return print_problems(arguments.run, problems), bad_input;
    const auto bytes = read_asset(arguments.program, run->data->asset_for(run->data_values));
    const auto samples = make_samples(*same_start, bytes ? *bytes : std::vector<std::byte>());
    if (!samples) {
        std::fprintf(stderr, "The file assets/%s.bin is not beside the program, or damaged; build it again.\n",
                     std::string(run->data->asset_for(run->data_values)).c_str());
        return bad_input;
    }
    const Trained trained = compare_steps(*same_start, *samples);
    Output output;
    if (arguments.json) {
        output.write(comparison(*run, &trained) + "\n");
        return good;
    }
    output.write(run->text + "\n");
    for (std::size_t k = 1; k < run->racers.size(); ++k) {
        const Racer &first = run->racers[0], &other = run->racers[k];
        output.write(std::string(other.convention) + "\n");
        for (const FrameworkNumber& number : framework_numbers(other)) output.write(of_number(number));
        output.write(
            of_rate(compare_rates(first, other, trained.factors[0], trained.factors[k]), std::min(first.updates, other.updates)));
        output.write(of_steps(trained.steps[k]));
    }
    return good;
}

}  // namespace eta
