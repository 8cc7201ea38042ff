// The text becomes a checked run.
#include "eta/run/run.hpp"

#include <algorithm>
#include <cmath>

#include "eta/data/data_sets.hpp"
#include "eta/math/number.hpp"
#include "eta/run/lookup.hpp"
#include "eta/run/run_printer.hpp"
#include "eta/run/values.hpp"
#include "eta/run/warnings.hpp"

namespace eta {
namespace {

bool read_data(const Items& items, Run& run, Problems& problems) {
    const Item written = item_of(items, "data", 0);
    const auto call = read_call(written, *find_key("data"), data_sets, problems);
    if (!call) return false;
    auto values = bind_values(call->tree, call->tree.root, *call->entry, {.key = "data"}, problems);
    if (!values) return false;
    run.data = call->entry;
    run.data_values = std::move(*values);
    run.shape = run.data->shape(run.data_values);

    const Item item = validation_of(items, run.data->validation);
    const auto amount = read_amount(item, *find_key("validation"), problems);
    if (!amount) return false;
    const double n = run.shape.samples;
    const bool part = amount->measure == Measure::percent, down = run.split && run.split->training_down;
    // In Keras floor(n (1 − s)) samples train.
    const double count = !part  ? amount->number
                         : down ? n - std::floor(n * (1 - amount->number / 100))
                                : std::floor(amount->number * n / 100 + 0.5);
    if (count < 1 || count > n - 1) {
        problems.push_back({"validation_too_large", "validation", item.value_from, item.to, {print(n), print(count)}});
        return false;
    }
    run.validation = static_cast<std::size_t>(count);
    run.training = static_cast<std::size_t>(run.shape.samples) - run.validation;
    return true;
}

bool read_split(const Items& items, Run& run, Problems& problems) {
    const auto call = read_call(item_of(items, "split", 0), *find_key("split"), splits, problems);
    if (!call || !bind_values(call->tree, call->tree.root, *call->entry, {.key = "split"}, problems)) return false;
    run.split = call->entry;
    return true;
}

bool read_noise(const Items& items, Run& run, Problems& problems) {
    const auto noise = read_number(item_of(items, "label_noise", 0), *find_key("label_noise"), problems);
    const auto measure = read_choice(item_of(items, "measure", 0), *find_key("measure"), problems);
    if (noise) run.label_noise = *noise;
    run.measures_training = measure == 1;
    return noise && measure;
}

bool read_seed(const Items& items, Run& run, Problems& problems) {
    const auto seed = read_number(item_of(items, "seed", 0), *find_key("seed"), problems);
    if (seed) run.seed = static_cast<std::uint64_t>(*seed);
    return seed.has_value();
}

bool alike(const Racer& a, const Racer& b) {
    return a.widths == b.widths && a.activation == b.activation && a.initialiser == b.initialiser &&
           a.initialiser_values.numbers == b.initialiser_values.numbers && a.batches == b.batches;
}

// A shared key's problem is the same for every racer: it is said once.
void leave_once(Problems& problems) {
    for (std::size_t i = 0; i < problems.size(); ++i)
        for (std::size_t j = problems.size(); j-- > i + 1;)
            if (problems[i].code == problems[j].code && problems[i].from == problems[j].from &&
                problems[i].key == problems[j].key)
                problems.erase(problems.begin() + static_cast<std::ptrdiff_t>(j));
}

// Places become those of the text as it was written.
void place(Problems& problems, const NormalText& text) {
    for (Problem& problem : problems) {
        const bool empty = problem.from == problem.to;
        problem.to = text.end(problem.to);
        problem.from = empty ? problem.to : text.begin(problem.from);
    }
}

// The printed text must be read again and fit into an address. The item that was written longest can best be made shorter.
ETA_RARE void add_too_long(const Items& items, const Run& run, Problems& problems) {
    const Item& longest = *std::max_element(items.given.begin(), items.given.end(),
                                            [](const Item& a, const Item& b) { return a.value.size() < b.value.size(); });
    problems.push_back({"printed_too_long",
                        longest.key,
                        longest.value_from,
                        longest.to,
                        {std::to_string(run.text.size()), std::to_string(max_run_bytes)}});
}

// A shared value that every racer replaces is read by none. Where separators kept it together, it must stay so without them.
ETA_RARE bool stays_together(const Items& items, const Run& run, Problems& problems) {
    for (const Item& printed : run.items) {
        if (printed.racer > 0 || printed.key == "label") continue;
        const std::string text = printed.key + "=" + printed.value + " k=";
        Problems none;
        const auto again = split_items(NormalText(text), none);
        if (again.size() == 2 && again[0].value == printed.value) continue;
        const Item given = item_of(items, printed.key, 0);
        problems.push_back({"unexpected", given.key, given.value_from, given.to, {visible(given.value)}});
    }
    return problems.empty();
}

std::optional<Run> read_racers(const Items& items, const Limits& limits, Problems& problems) {
    Run run;
    // Each of these says its own problems, whatever the others found.
    const bool has_split = read_split(items, run, problems);
    const bool has_data = read_data(items, run, problems);
    const bool has_seed = read_seed(items, run, problems);
    const bool has_noise = read_noise(items, run, problems);
    if (!has_data || !has_split || !has_seed || !has_noise) return {};
    const DataShape data{static_cast<int>(run.training), run.shape.inputs, run.shape.classes};
    for (std::size_t k = 1; k <= items.racers; ++k) {
        auto racer = read_racer(items, k, data, limits, problems);
        if (racer) run.racers.push_back(std::move(*racer));
    }
    leave_once(problems);
    if (!problems.empty()) return {};
    for (const Racer& racer : run.racers) run.fair = run.fair && alike(racer, run.racers[0]);
    return run;
}

}  // namespace

std::optional<Run> bind_run(std::string_view text, const Limits& limits, Problems& problems) {
    const NormalText normal(text);
    const auto items = read_items(normal, problems);
    std::optional<Run> run;
    if (items) run = read_racers(*items, limits, problems);
    place(problems, normal);
    return run;
}

std::optional<Run> read_run(std::string_view text, const Limits& limits, Problems& problems, Problems* warnings) {
    const NormalText normal(text);
    const auto items = read_items(normal, problems);
    std::optional<Run> run;
    if (items) run = read_racers(*items, limits, problems);
    if (run) print_run(*items, *run);
    if (run && run->text.size() > max_run_bytes) {
        add_too_long(*items, *run, problems);
        run.reset();
    }
    const bool separated = normal.read().find(item_separator) != std::string::npos;
    if (run && separated && !stays_together(*items, *run, problems)) run.reset();
    place(problems, normal);
    if (run && warnings) {
        *warnings = find_warnings(*items, *run);
        leave_once(*warnings);
        place(*warnings, normal);
    }
    return run;
}

}  // namespace eta
