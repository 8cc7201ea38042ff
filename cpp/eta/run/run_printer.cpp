// This writes a checked run canonically: what differs from the defaults, and from its preset if it names one.
#include "eta/run/run_printer.hpp"

#include <algorithm>

#include "eta/language/print.hpp"
#include "eta/math/number.hpp"
#include "eta/run/batch_sizes.hpp"
#include "eta/run/kinds.hpp"
#include "eta/run/label.hpp"
#include "eta/run/lookup.hpp"
#include "eta/run/values.hpp"
#include "eta/schedule/aliases.hpp"
#include "eta/schedule/bind.hpp"

namespace eta {
namespace {

// The defaults of all racers that a text is for: what is left out must be the default of each.
using Held = std::span<const Defaults>;

std::string print_widths(const std::vector<int>& widths) {
    std::string text;
    for (const int width : widths) text += (text.empty() ? "" : "-") + std::to_string(width);
    return text.empty() ? "none" : text;
}

// Returns a call with its arguments in canonical form; an argument may be a schedule.
std::string print_call(std::string_view value, Entries table, Held held) {
    Problems none;
    Tree tree = parse(value, none);
    // A bare name is no schedule, and so no alias.
    if (!tree.empty() && tree[tree.root].op != Op::name) tree = expand_aliases(tree, {}, none).value_or(Tree{});
    const Entry* entry = tree.empty() ? nullptr : table.find(tree[tree.root].text);
    const auto given = entry ? match(tree, tree.root, *entry, {}, none) : std::nullopt;
    if (!given) return std::string(value);
    Tree made;
    made.root = canonical_call(
        tree, tree.root, *entry, *given, made, [&](std::size_t i) { return canonical(tree, i, made, held); }, held);
    return print(made);
}

// Returns the canonical text of a value that has been read without a problem.
std::string print_value(const Item& item, Held held) {
    const Key& key = *find_key(item.key);
    Problems none;
    switch (key.form) {
        case Form::number:
        case Form::whole: {
            if (item.key == "batch" && is_batch_list(item)) return print(canonical(parse(item.value, none), held));
            const auto x = item.value.empty() ? std::nullopt : read_number(item, key, none);
            return x ? print(*x) : item.value;
        }
        case Form::validation:
        case Form::interval: {
            const auto amount = read_amount(item, key, none);
            return amount ? print(*amount) : item.value;
        }
        case Form::widths:
            return print_widths(read_widths(item, none).value_or(std::vector<int>{}));
        case Form::schedule:
            return print(canonical(parse(item.value, none), held));
        case Form::call:
            return print_call(item.value, table_of(key.kind), held);
        case Form::text:
            return print_label(item.value);
        case Form::choice:
            break;
    }
    return item.value;
}

bool is_layer(const Item& item) { return item.key.starts_with("schedule."); }

class RunPrinter {
public:
    RunPrinter(const Items& items, Run& run) : items_(items), run_(run) {
        Problems none;
        if (!items.preset.empty()) base_ = *read_items(NormalText("preset=" + items.preset), none);
        for (std::size_t k = 1; k <= run.racers.size(); ++k) defaults_.push_back(defaults_of(items, k));
    }

    void print_all() {
        for (std::size_t k = 1; k <= run_.racers.size(); ++k) print_schedule(k, run_.racers[k - 1]);
        if (!items_.preset.empty()) run_.items.push_back({.key = "preset", .value = items_.preset});
        add(printed_items(0));
        const bool own_racers = items_.preset.empty() || std::any_of(items_.given.begin(), items_.given.end(),
                                                                     [](const Item& item) { return item.key == "schedule"; });
        for (std::size_t k = 1; k <= run_.racers.size(); ++k) {
            Racer& racer = run_.racers[k - 1];
            racer.own = printed_items(k);
            // A lone constant schedule is what an absent one means.
            const bool silent =
                items_.preset.empty() && run_.racers.size() == 1 && racer.schedule == "constant" && !run_.items.empty();
            if (!own_racers || silent) continue;
            run_.items.push_back({.key = "schedule", .value = racer.schedule, .racer = k});
            add(racer.own);
        }
        for (const Item& item : run_.items) run_.text += (run_.text.empty() ? "" : " ") + item.key + "=" + item.value;
    }

private:
    // The curve stays the same; its places and pieces are those of the canonical text from now on.
    void print_schedule(std::size_t k, Racer& racer) const {
        Problems none;
        const Defaults defaults = defaults_[k - 1];
        racer.tree = canonical(parse(item_of(items_, "schedule", k, defaults).value, none), std::array{defaults});
        racer.schedule = print_with_places(racer.tree);
        racer.rate = bind_schedule(racer.tree,
                                   {static_cast<double>(racer.updates), static_cast<double>(racer.updates_per_epoch), racer.lr,
                                    "schedule", defaults, run_.seed},
                                   none);
    }
    void add(const std::vector<Item>& items) { run_.items.insert(run_.items.end(), items.begin(), items.end()); }

    // Returns the items of racer `racer` (0: the shared ones) that differ from what holds without them, in the order of the keys.
    std::vector<Item> printed_items(std::size_t racer) const {
        std::vector<Item> printed;
        const auto add_unusual = [&](const Item& item) {
            const std::string value = print_value(item, held_of(racer));
            if (!is_usual(item.key, value, racer)) printed.push_back({.key = item.key, .value = value, .racer = racer});
        };
        for (const Key& key : run_keys)
            for (const Item& item : items_.whole)
                if (item.key == key.key && item.racer == racer && key.key != "schedule") add_unusual(item);
        for (const Item* each : layers_of(racer)) add_unusual(*each);
        return printed;
    }

    // A racer's own key is left out where the shared one says the same; a shared key where the default does, for every racer.
    bool is_usual(const std::string& key, const std::string& value, std::size_t racer) const {
        const Items& without = racer == 0 ? base_ : items_;
        for (std::size_t k = 1; k <= defaults_.size(); ++k)
            if ((racer == 0 || k == racer) && value != value_without(without, key, racer, k)) return false;
        return key != "schedule";
    }

    // Returns what holds for racer k without the items of `racer`: the shared item of `without`, then the defaults.
    std::string value_without(const Items& without, const std::string& key, std::size_t racer, std::size_t k) const {
        // A layer has no schedule of its own unless one is given.
        if (key.starts_with("schedule.")) return {};
        Item item = key == "validation" ? validation_of(without, run_.data->validation) : item_of(without, key, 0);
        const bool absent = std::none_of(without.whole.begin(), without.whole.end(),
                                         [&](const Item& each) { return each.key == key && each.racer == 0; });
        if (absent && key != "validation") item.value = default_of(items_, key, k, defaults_[k - 1]);
        return item.value.empty() ? std::string() : print_value(item, held_of(racer));
    }

    // Returns the racer's schedules of layers, in the order of the layers.
    std::vector<const Item*> layers_of(std::size_t racer) const {
        std::vector<const Item*> layers;
        const auto before = [](const Item* a, const Item* b) {
            return a->key.size() != b->key.size() ? a->key.size() < b->key.size() : a->key < b->key;
        };
        for (const Item& item : items_.whole)
            if (is_layer(item) && item.racer == racer)
                layers.insert(std::upper_bound(layers.begin(), layers.end(), &item, before), &item);
        return layers;
    }

    Held held_of(std::size_t racer) const { return racer == 0 ? Held(defaults_) : Held(defaults_).subspan(racer - 1, 1); }

    const Items& items_;
    Run& run_;
    Items base_;                      // of the preset, if there is one
    std::vector<Defaults> defaults_;  // of each racer
};

}  // namespace

void print_run(const Items& items, Run& run) { RunPrinter(items, run).print_all(); }

}  // namespace eta
