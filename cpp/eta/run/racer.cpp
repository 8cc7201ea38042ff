// This binds one racer: its network, its batches, its length, then the schedules that need them.
#include "eta/run/racer.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "eta/language/print.hpp"
#include "eta/math/number.hpp"
#include "eta/network/activations.hpp"
#include "eta/network/initialisers.hpp"
#include "eta/network/losses.hpp"
#include "eta/optimizer/averages.hpp"
#include "eta/optimizer/clips.hpp"
#include "eta/optimizer/optimizers.hpp"
#include "eta/run/batch_sizes.hpp"
#include "eta/run/conventions.hpp"
#include "eta/run/label.hpp"
#include "eta/run/lookup.hpp"
#include "eta/run/values.hpp"
#include "eta/schedule/bind.hpp"
#include "eta/stop/stops.hpp"

namespace eta {
namespace {

class RacerReader {
public:
    RacerReader(const Items& items, std::size_t number, DataShape data, const Limits& limits, Problems& problems)
        : items_(items),
          number_(number),
          data_(data),
          limits_(limits),
          problems_(problems),
          defaults_(defaults_of(items, number)) {}

    std::optional<Racer> read() {
        // Each of these says its own problems, whatever the others found.
        const bool has_convention = convention(), has_network = network(), has_batches = batches(), has_rate = rate();
        if (!has_convention || !has_network || !has_batches || !has_rate || !length()) return {};
        if (racer_.updates_per_epoch == 0 && !changing_batch()) return {};
        if (!with_values("clip", clips, racer_.clip, racer_.clip_values)) return {};
        if (!with_values("average", averages, racer_.average, racer_.average_values)) return {};
        if (!with_values("stop", stops, racer_.stop, racer_.stop_values)) return {};
        if (!optimizer() || !schedules_of_layers()) return {};
        racer_.differences = differences(items_, number_, defaults_);
        racer_.label = item("label").value;
        if (const auto code = label_problem(racer_.label); !code.empty())
            return fail(code, item("label"), {std::to_string(max_label_characters)}), std::nullopt;
        return std::move(racer_);
    }

private:
    Item item(std::string_view key) const { return item_of(items_, key, number_, defaults_); }
    static const Key& key(std::string_view name) { return *find_key(name); }

    // Reads a registered thing without numbers of its own that reach the network.
    const Entry* plain(std::string_view name, Entries table) {
        const auto call = read_call(item(name), key(name), table, problems_);
        const bool good =
            call && bind_values(call->tree, call->tree.root, *call->entry, {.key = name, .defaults = defaults_}, problems_);
        return good ? call->entry : nullptr;
    }
    template <class T>
    bool plain(std::string_view name, const EntriesOf<T>& table, const T*& entry) {
        entry = static_cast<const T*>(plain(name, static_cast<const Entries&>(table)));
        return entry != nullptr;
    }

    bool network() {
        const bool has_activation = plain("act", activations, racer_.activation);
        const bool has_initialiser = with_values("init", initialisers, racer_.initialiser, racer_.initialiser_values);
        const bool has_loss = plain("loss", losses, racer_.loss);
        const auto hidden = read_widths(item("hidden"), problems_);
        if (!has_activation || !has_initialiser || !has_loss || !hidden) return false;
        const int outputs = racer_.loss->outputs(data_.classes);
        if (outputs == 0)
            return fail("loss_wrong_classes", item("loss"), {std::string(racer_.loss->words.key), std::to_string(data_.classes)});
        racer_.widths = {data_.inputs};
        racer_.widths.insert(racer_.widths.end(), hidden->begin(), hidden->end());
        racer_.widths.push_back(outputs);
        double weights = 0;
        for (std::size_t i = 1; i < racer_.widths.size(); ++i) weights += (racer_.widths[i - 1] + 1.0) * racer_.widths[i];
        if (weights > limits_.weights) return fail("too_many_weights", item("hidden"), {print(weights), print(limits_.weights)});
        racer_.weights = static_cast<std::size_t>(weights);
        return true;
    }

    bool batches() {
        const auto last = read_choice(item("last_batch"), key("last_batch"), problems_);
        racer_.keep_last = last == 1;
        if (is_batch_list(item("batch"))) return racer_.updates_per_epoch = 0, last.has_value();
        const auto batch = read_number(item("batch"), key("batch"), problems_);
        if (!batch || !last) return false;
        const auto n = static_cast<std::int64_t>(data_.samples);
        racer_.batch = static_cast<std::int64_t>(*batch);
        if (racer_.batch > n) return fail("batch_too_large", item("batch"), {print(*batch), std::to_string(n)});
        racer_.batches = BatchPlan(n, racer_.keep_last, std::array{BatchSize{0, racer_.batch}});
        racer_.updates_per_epoch = racer_.batches.updates_per_epoch();
        return true;
    }

    // The places of sizes are parts of a length that must be known first. Nothing may go by epochs then.
    ETA_RARE bool changing_batch() {
        for (const Key& each : run_keys)
            if (each.reach == Reach::racer && (each.form == Form::call || each.form == Form::schedule || each.key == "batch"))
                if (!is_free_of_epochs(item(each.key), defaults_, problems_)) return false;
        for (const Item& each : items_.whole) {
            const bool ours = each.key.starts_with("schedule.") && (each.racer == 0 || each.racer == number_);
            if (ours && !is_free_of_epochs(item(each.key), defaults_, problems_)) return false;
        }
        const auto n = static_cast<std::int64_t>(data_.samples);
        const auto sizes = read_batch_sizes(item("batch"), scope("batch", racer_.lr), n, problems_);
        if (!sizes) return false;
        for (const BatchSize& each : *sizes) racer_.batch = std::max(racer_.batch, each.size);
        racer_.batches = BatchPlan(n, racer_.keep_last, *sizes);
        return true;
    }

    bool rate() {
        const auto lr = read_number(item("lr"), key("lr"), problems_);
        const auto decay = read_number(item("layer_decay"), key("layer_decay"), problems_);
        if (lr) racer_.lr = *lr;
        if (decay) layer_decay_ = *decay;
        return lr && decay;
    }

    bool length() {
        const Item epochs = item("epochs");
        const bool by_epochs = !epochs.value.empty();
        const auto count =
            by_epochs ? read_number(epochs, key("epochs"), problems_) : read_number(item("steps"), key("steps"), problems_);
        const auto evaluate = read_amount(item("evaluate"), key("evaluate"), problems_);
        if (!count || !evaluate) return false;
        const bool changes = racer_.updates_per_epoch == 0;
        if (changes && (by_epochs || evaluate->measure == Measure::epochs))
            return epochs_vary(by_epochs ? epochs : item("evaluate"));
        const double updates = by_epochs ? *count * static_cast<double>(racer_.updates_per_epoch) : *count;
        if (updates > limits_.updates)
            return fail("too_many_updates", by_epochs ? epochs : item("steps"), {print(updates), print(limits_.updates)});
        racer_.updates = static_cast<std::int64_t>(updates);
        const double unit = evaluate->measure == Measure::percent  ? updates / 100
                            : evaluate->measure == Measure::epochs ? static_cast<double>(racer_.updates_per_epoch)
                                                                   : 1;
        // Below 1 every update is reached anyway.
        racer_.evaluate = std::max(evaluate->number * unit, 1.0);
        return true;
    }

    // What stands nowhere in the text, a preset's, is said about the batch.
    ETA_RARE bool epochs_vary(const Item& at) {
        const Item& place = at.to > 0 ? at : item("batch");
        add_epochs_vary(at.key, place.value_from, place.to, problems_);
        return false;
    }

    Scope scope(std::string_view name, double lr) const {
        return {static_cast<double>(racer_.updates), static_cast<double>(racer_.updates_per_epoch), lr, name, defaults_, seed()};
    }

    // A wrong seed is said where the run is read.
    std::uint64_t seed() const {
        Problems none;
        return static_cast<std::uint64_t>(read_number(item("seed"), key("seed"), none).value_or(0));
    }

    bool optimizer() {
        const Item written = item("opt");
        const auto call = read_call(written, key("opt"), optimizers, problems_);
        if (!call) return false;
        racer_.optimizer = call->entry;
        const auto given = match(call->tree, call->tree.root, *call->entry, "opt", problems_);
        if (!given) return false;
        for (std::size_t p = 0; p < given->size(); ++p)
            if (!number(call->tree, (*given)[p], with_default(*call->entry, call->entry->params[p], defaults_))) return false;
        return true;
    }

    // Reads a registered thing with constant numbers.
    template <class Table, class T>
    bool with_values(std::string_view name, const Table& table, const T*& entry, Values& numbers) {
        entry = static_cast<const T*>(entry_with_values(name, table, numbers));
        return entry != nullptr;
    }
    const Entry* entry_with_values(std::string_view name, Entries table, Values& numbers) {
        const auto call = read_call(item(name), key(name), table, problems_);
        auto values = call ? bind_values(call->tree, call->tree.root, *call->entry, scope(name, 0), problems_) : std::nullopt;
        if (!values) return nullptr;
        numbers = std::move(*values);
        return call->entry;
    }

    bool convention() {
        const Convention* convention = nullptr;
        if (!plain("convention", conventions, convention)) return false;
        racer_.convention = convention->words.key;
        return true;
    }

    // Reads one of the optimizer's numbers: a constant, or a schedule whose lr is the number's own default.
    bool number(const Tree& tree, const std::vector<std::size_t>& given, const Param& param) {
        const bool scheduled = param.type == Type::number && !given.empty() && !is_constant(tree, given[0]);
        Scope own = scope("opt", 0);
        if (!scheduled) {
            Values values;
            if (!add_value(tree, given, param, own, values, problems_)) return false;
            racer_.numbers.push_back(Curve::constant(values[0]));
            return true;
        }
        return scheduled_number(tree, given, param, own);
    }
    ETA_RARE bool scheduled_number(const Tree& tree, const std::vector<std::size_t>& given, const Param& param, Scope& own) {
        const Default usual = initial(param);
        own.lr = *constant(usual.tree, usual.elements[0], own, problems_);
        auto curve = bind_schedule(tree, given[0], own, problems_);
        if (!curve) return false;
        // A segment is farthest from its begin just before the next one.
        std::vector<std::int64_t> times{0};
        for (const std::int64_t boundary : curve->boundaries()) times.insert(times.end(), {boundary - 1, boundary});
        times.push_back(racer_.updates - 1);
        for (const std::int64_t t : times) {
            const double x = curve->at(t);
            if (x >= param.min && x <= param.max) continue;
            const Node& node = tree[given[0]];
            problems_.push_back(
                {"number_out_of_range_at",
                 "opt",
                 node.from,
                 node.to,
                 {std::string(param.key), print(param.min), print(param.max), std::to_string(t), print(rounded(x, 6))}});
            return false;
        }
        racer_.numbers.push_back(std::move(*curve));
        return true;
    }

    bool schedules_of_layers() {
        const Item written = item("schedule");
        const Tree tree = parse(written.value, problems_, written.value_from, written.key);
        if (tree.empty()) return false;
        racer_.rate = bind_schedule(tree, scope("schedule", racer_.lr), problems_);
        if (!racer_.rate) return false;
        const std::size_t layers = racer_.widths.size() - 1;
        racer_.layer_rate.resize(layers);
        racer_.layer_share.assign(layers, 1);
        for (std::size_t l = layers - 1; l-- > 0;) racer_.layer_share[l] = racer_.layer_share[l + 1] * layer_decay_;
        for (const Item& each : items_.whole) {
            if (!each.key.starts_with("schedule.") || (each.racer != 0 && each.racer != number_)) continue;
            if (!schedule_of_layer(each)) return false;
        }
        return true;
    }
    ETA_RARE bool schedule_of_layer(const Item& each) {
        const std::size_t layers = racer_.layer_rate.size();
        double layer = 0;
        eta::read(std::string_view(each.key).substr(9), layer);
        if (layer < 1 || layer > static_cast<double>(layers)) {
            problems_.push_back({"no_such_layer", each.key, each.from, each.to, {each.key.substr(9), std::to_string(layers)}});
            return false;
        }
        const Item own = item(each.key);
        const Tree of_layer = parse(own.value, problems_, own.value_from, own.key);
        if (of_layer.empty()) return false;
        auto curve = bind_schedule(of_layer, scope(each.key, racer_.lr), problems_);
        if (!curve) return false;
        racer_.layer_rate[static_cast<std::size_t>(layer) - 1] = std::move(curve);
        return true;
    }

    ETA_RARE bool fail(std::string_view code, const Item& at, std::initializer_list<std::string_view> values) {
        problems_.push_back({code, at.key, at.value_from, at.to, values});
        return false;
    }

    const Items& items_;
    std::size_t number_;
    DataShape data_;
    const Limits& limits_;
    Problems& problems_;
    Defaults defaults_;
    double layer_decay_ = 1;
    Racer racer_;
};

}  // namespace

std::optional<Racer> read_racer(const Items& items, std::size_t racer, DataShape data, const Limits& limits, Problems& problems) {
    return RacerReader(items, racer, data, limits, problems).read();
}

}  // namespace eta
