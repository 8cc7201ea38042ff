// Text to checked run, and back to canonical text.
#include "eta/train/run.hpp"

#include <algorithm>
#include <cmath>

#include "eta/data/table.hpp"
#include "eta/language/print.hpp"
#include "eta/math/number.hpp"
#include "eta/network/activations.hpp"
#include "eta/network/initialisers.hpp"
#include "eta/network/losses.hpp"
#include "eta/optimizer/clips.hpp"
#include "eta/optimizer/table.hpp"
#include "eta/schedule/bind.hpp"
#include "eta/train/conventions.hpp"
#include "eta/train/presets.hpp"
#include "eta/train/racer.hpp"
#include "eta/train/stops.hpp"
#include "eta/train/values.hpp"

namespace eta {
namespace {

// The value of validation that holds where the text gives none.
Item validation_item(const Items& items, const DataSet& data) {
    Item item = item_of(items, "validation", 0);
    if (item.value.empty()) item.value = std::string(data.validation);
    return item;
}

bool read_data(const Items& items, Run& run, Problems& problems) {
    const Item written = item_of(items, "data", 0);
    const auto call = read_call(written, *find_key("data"), data_sets, problems);
    if (!call) return false;
    auto values = bind_values(call->tree, call->tree.root, *call->entry, {.key = "data"}, problems);
    if (!values) return false;
    run.data = call->entry;
    run.data_values = std::move(*values);
    run.shape = run.data->shape(run.data_values);

    const Item item = validation_item(items, *run.data);
    const auto amount = read_amount(item, *find_key("validation"), problems);
    if (!amount) return false;
    const double n = run.shape.samples;
    const bool part = amount->measure == Measure::percent, down = run.split && run.split->training_down;
    // Keras: floor(n (1 − s)) samples train.
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

// The defaults of all racers that a text holds for: what is left out must be the default of each.
using Held = std::span<const Defaults>;

// A call with its arguments in canonical form; an argument may be a schedule.
std::string canonical_value(std::string_view value, Entries table, Held held) {
    Problems none;
    const Tree tree = parse(value, none);
    const Entry* entry = tree.empty() ? nullptr : table.find(tree[tree.root].text);
    const auto given = entry ? match(tree, tree.root, *entry, {}, none) : std::nullopt;
    if (!given) return std::string(value);
    Tree made;
    made.root = canonical_call(
        tree, tree.root, *entry, *given, made, [&](std::size_t i) { return canonical(tree, i, made, held); }, held);
    return print(made);
}

// The canonical text of a value that has been read without a problem.
std::string canonical_value(const Item& item, Held held) {
    const Key& key = *find_key(item.key);
    Problems none;
    switch (key.form) {
        case Form::number:
        case Form::whole: {
            const auto x = item.value.empty() ? std::nullopt : read_number(item, key, none);
            return x ? print(*x) : item.value;
        }
        case Form::validation:
        case Form::interval: {
            const auto amount = read_amount(item, key, none);
            return amount ? print(*amount) : item.value;
        }
        case Form::widths: {
            std::string text;
            const auto widths = read_widths(item, none);
            for (const int width : widths.value_or(std::vector<int>{})) {
                if (!text.empty()) text += '-';
                text += std::to_string(width);
            }
            return text.empty() ? "none" : text;
        }
        case Form::schedule:
            return print(canonical(parse(item.value, none), held));
        case Form::call:
            break;
        case Form::choice:
        case Form::text:
            return item.value;
    }
    if (key.kind == "data") return canonical_value(item.value, data_sets, held);
    if (key.kind == "split") return canonical_value(item.value, splits, held);
    if (key.kind == "activation") return canonical_value(item.value, activations, held);
    if (key.kind == "initialiser") return canonical_value(item.value, initialisers, held);
    if (key.kind == "loss") return canonical_value(item.value, losses, held);
    if (key.kind == "convention") return canonical_value(item.value, conventions, held);
    if (key.kind == "stop") return canonical_value(item.value, stops, held);
    if (key.kind == "clip") return canonical_value(item.value, clips, held);
    return canonical_value(item.value, optimizers, held);
}

// What holds for a racer without the given items: `base`'s shared item, then the defaults.
std::string base_value(const Items& base, const std::string& key, const Run& run, const Items& items, std::size_t racer,
                       Held held) {
    // A layer has no schedule of its own unless one is given.
    if (key.starts_with("schedule.")) return {};
    Item item = key == "validation" ? validation_item(base, *run.data) : item_of(base, key, 0);
    const bool absent =
        std::none_of(base.whole.begin(), base.whole.end(), [&](const Item& each) { return each.key == key && each.racer == 0; });
    if (absent && key != "validation") item.value = default_of(items, key, racer, defaults_of(items, racer));
    return item.value.empty() ? std::string() : canonical_value(item, held);
}

// The items of racer `racer` (0: shared) that differ from what holds anyway, in the order of the keys.
std::vector<Item> printed_items(const Items& items, std::size_t racer, const Items& base, const Run& run) {
    std::vector<Item> printed;
    const std::size_t first = racer == 0 ? 1 : racer, last = racer == 0 ? run.racers.size() : racer;
    std::vector<Defaults> held;
    for (std::size_t k = first; k <= last; ++k) held.push_back(defaults_of(items, k));
    const auto add = [&](const Item& item) {
        const std::string value = canonical_value(item, held);
        // A racer's own key is left out where the shared one says the same; a shared key where the default does, for every racer.
        bool usual = item.key != "schedule";
        for (std::size_t k = first; k <= last; ++k)
            usual = usual && value == base_value(racer == 0 ? base : items, item.key, run, items, k, held);
        if (!usual) printed.push_back({.key = item.key, .value = value, .racer = racer});
    };
    for (const Key& key : run_keys)
        for (const Item& item : items.whole)
            if (item.key == key.key && item.racer == racer && key.key != "schedule") add(item);
    std::vector<const Item*> layers;
    const auto before = [](const Item* a, const Item* b) {
        return a->key.size() != b->key.size() ? a->key.size() < b->key.size() : a->key < b->key;
    };
    for (const Item& item : items.whole)
        if (item.key.starts_with("schedule.") && item.racer == racer)
            layers.insert(std::upper_bound(layers.begin(), layers.end(), &item, before), &item);
    for (const Item* each : layers) add(*each);
    return printed;
}

void print_run(const Items& items, Run& run) {
    Items base;
    if (!items.preset.empty()) {
        Problems none;
        base = *read_items("preset=" + items.preset, none);
        run.items.push_back({.key = "preset", .value = items.preset});
    }
    const bool own_racers = items.preset.empty() || std::any_of(items.given.begin(), items.given.end(),
                                                                [](const Item& item) { return item.key == "schedule"; });
    const std::vector<Item> shared = printed_items(items, 0, base, run);
    run.items.insert(run.items.end(), shared.begin(), shared.end());
    for (std::size_t k = 1; k <= run.racers.size(); ++k) {
        Racer& racer = run.racers[k - 1];
        racer.own = printed_items(items, k, base, run);
        // A lone constant schedule is what an absent one means.
        const bool silent = items.preset.empty() && run.racers.size() == 1 && racer.schedule == "constant" && !run.items.empty();
        if (!own_racers || silent) continue;
        run.items.push_back({.key = "schedule", .value = racer.schedule, .racer = k});
        run.items.insert(run.items.end(), racer.own.begin(), racer.own.end());
    }
    for (const Item& item : run.items) run.text += (run.text.empty() ? "" : " ") + item.key + "=" + item.value;
}

bool alike(const Racer& a, const Racer& b) {
    return a.widths == b.widths && a.activation == b.activation && a.initialiser == b.initialiser &&
           a.initialiser_values.numbers == b.initialiser_values.numbers && a.batch == b.batch && a.keep_last == b.keep_last;
}

}  // namespace

std::optional<Run> read_run(std::string_view text, const Limits& limits, Problems& problems) {
    const auto items = read_items(text, problems);
    if (!items) return {};
    Run run;
    // Each says its own problems, whatever the others found.
    const bool has_split = read_split(*items, run, problems);
    const bool has_data = read_data(*items, run, problems);
    const bool has_seed = read_seed(*items, run, problems);
    const bool has_noise = read_noise(*items, run, problems);
    if (!has_data || !has_split || !has_seed || !has_noise) return {};
    for (std::size_t k = 1; k <= items->racers; ++k) {
        auto racer = read_racer(*items, k, run, limits, problems);
        if (racer) run.racers.push_back(std::move(*racer));
    }
    // A shared key's problem is the same for every racer: say it once.
    for (std::size_t i = 0; i < problems.size(); ++i)
        for (std::size_t j = problems.size(); j-- > i + 1;)
            if (problems[i].code == problems[j].code && problems[i].from == problems[j].from &&
                problems[i].key == problems[j].key)
                problems.erase(problems.begin() + static_cast<std::ptrdiff_t>(j));
    if (!problems.empty()) return {};
    for (const Racer& racer : run.racers) run.fair = run.fair && alike(racer, run.racers[0]);
    print_run(*items, run);
    return run;
}

std::int64_t next_evaluation(std::int64_t done, double evaluate, std::int64_t updates) {
    double k = std::max(std::floor(static_cast<double>(done) / evaluate) - 1, 1.0);
    double at = 0;
    do at = std::max(1.0, std::floor(k++ * evaluate + 0.5));
    while (at <= static_cast<double>(done));
    return at < static_cast<double>(updates) ? static_cast<std::int64_t>(at) : updates;
}

}  // namespace eta
