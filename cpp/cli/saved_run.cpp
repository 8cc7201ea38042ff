// This writes, reads and compares saved runs.
#include "saved_run.hpp"

#include <cstdio>
#include <cstring>
#include <utility>

#include "eta/math/hash.hpp"
#include "eta/math/number.hpp"
#include "files.hpp"

namespace eta {
namespace {

// The number after the name is the version.
constexpr std::string_view file_name = "eta run ", version = "1\n";
constexpr std::size_t checksum_digits = 16;

void add_number(std::string& bytes, std::uint64_t number) {
    for (int i = 0; i < 8; ++i) bytes += static_cast<char>(number >> (8 * i));
}
void add_part(std::string& bytes, std::string_view part) {
    add_number(bytes, part.size());
    bytes += part;
}

std::string checksum(std::string_view bytes) {
    Hash hash;
    hash.add(bytes);
    return hash.hex();
}

// Takes a part from the front; it is nothing if there is no whole one.
std::optional<std::string_view> take_part(std::string_view& bytes) {
    if (bytes.size() < 8) return {};
    std::uint64_t size = 0;
    for (int i = 0; i < 8; ++i) size |= std::uint64_t{static_cast<unsigned char>(bytes[static_cast<std::size_t>(i)])} << (8 * i);
    if (size > bytes.size() - 8) return {};
    const std::string_view part = bytes.substr(8, static_cast<std::size_t>(size));
    bytes.remove_prefix(8 + part.size());
    return part;
}

std::string_view as_text(const std::vector<std::byte>& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::vector<std::byte> as_bytes(std::string_view text) {
    std::vector<std::byte> bytes(text.size());
    if (!text.empty()) std::memcpy(bytes.data(), text.data(), text.size());
    return bytes;
}

std::string print_widths(const Racer& racer) {
    std::string text;
    for (const int width : racer.widths) text += (text.empty() ? "" : "-") + std::to_string(width);
    return text;
}

std::string print_batches(const Racer& racer) {
    const auto sizes = racer.batches.sizes();
    if (sizes.size() == 1) return std::to_string(sizes[0].size);
    std::string text;
    for (const BatchSize& each : sizes)
        text += (text.empty() ? "points(" : ", ") + std::to_string(each.start) + ":" + std::to_string(each.size);
    return text + ", shape=step)";
}

std::string print_call(const Entry& entry, const Values& values) {
    std::string text;
    for (std::size_t p = 0; p < values.size(); ++p) {
        text += (text.empty() ? "" : ", ") + std::string(entry.params[p].key) + "=";
        text += values.list(p).empty() ? "…" : print(values[p]);
    }
    return std::string(entry.words.key) + (text.empty() ? "" : "(" + text + ")");
}

// An optimizer's numbers that follow a schedule may differ, as schedules do.
std::string print_optimizer(const Racer& racer, const Racer& other) {
    Values values;
    const bool alike = racer.optimizer == other.optimizer;
    for (std::size_t p = 0; p < racer.numbers.size(); ++p) {
        const bool scheduled = racer.numbers[p].updates() > 0 || (alike && other.numbers[p].updates() > 0);
        if (scheduled)
            values.add(std::span<const double>());
        else
            values.add(racer.numbers[p].at(0));
    }
    return print_call(*racer.optimizer, values);
}

using Compared = std::vector<std::pair<std::string_view, std::pair<std::string, std::string>>>;

Compared shared_keys(const Run& a, const Run& b) {
    return {{"data", {print_call(*a.data, a.data_values), print_call(*b.data, b.data_values)}},
            {"split", {std::string(a.split->words.key), std::string(b.split->words.key)}},
            {"validation", {std::to_string(a.validation), std::to_string(b.validation)}},
            {"label_noise", {print(a.label_noise), print(b.label_noise)}},
            {"seed", {std::to_string(a.seed), std::to_string(b.seed)}}};
}

Compared racer_keys(const Racer& a, const Racer& b) {
    const auto key = [](const Entry& entry) { return std::string(entry.words.key); };
    const auto last = [](const Racer& racer) { return std::string(racer.keep_last ? "keep" : "drop"); };
    // What hears evaluations must hear the same ones.
    const bool hears = a.rate->listener() || a.stop->words.key != "none";
    return {{"network", {print_widths(a), print_widths(b)}},
            {"act", {key(*a.activation), key(*b.activation)}},
            {"init", {print_call(*a.initialiser, a.initialiser_values), print_call(*b.initialiser, b.initialiser_values)}},
            {"loss", {key(*a.loss), key(*b.loss)}},
            {"batch", {print_batches(a), print_batches(b)}},
            {"last_batch", {last(a), last(b)}},
            {"opt", {print_optimizer(a, b), print_optimizer(b, a)}},
            {"clip", {print_call(*a.clip, a.clip_values), print_call(*b.clip, b.clip_values)}},
            {"evaluate", {hears ? print(a.evaluate) : "", hears ? print(b.evaluate) : ""}}};
}

std::string first_difference(const Compared& keys, const std::string& where) {
    for (const auto& [key, values] : keys)
        if (values.first != values.second)
            return "The file is of a run with " + std::string(key) + "=" + values.first + where + ", and this run has " +
                   values.second + "; write the same, or begin anew without --resume.";
    return {};
}

}  // namespace

bool save(const SavedRun& saved, const std::string& path) {
    std::string body;
    add_part(body, saved.text);
    for (const auto& racer : saved.racers) add_part(body, as_text(racer));
    return write_file(path, std::string(file_name) + std::string(version) + checksum(body) + body);
}

std::optional<SavedRun> load(const std::string& path, std::string& problem) {
    const auto file = read_file(path);
    if (!file) return problem = "The file " + path + " cannot be read.", std::nullopt;
    std::string_view bytes = as_text(*file);
    if (!bytes.starts_with(file_name))
        return problem = "The file " + path + " is none that eta train --save wrote.", std::nullopt;
    bytes.remove_prefix(file_name.size());
    if (!bytes.starts_with(version))
        return problem = "The file " + path + " is of another version of this program; save it anew.", std::nullopt;
    bytes.remove_prefix(version.size());
    problem = "The file " + path + " is cut or damaged; save it anew.";
    if (bytes.size() < checksum_digits || bytes.substr(0, checksum_digits) != checksum(bytes.substr(checksum_digits))) return {};
    bytes.remove_prefix(checksum_digits);
    const auto text = take_part(bytes);
    if (!text) return {};
    SavedRun saved{.text = std::string(*text), .racers = {}};
    while (!bytes.empty()) {
        const auto racer = take_part(bytes);
        if (!racer) return {};
        saved.racers.push_back(as_bytes(*racer));
    }
    return saved;
}

std::string obstacle(const Run& old, const std::vector<std::int64_t>& updates, const Run& run) {
    if (old.racers.size() != run.racers.size())
        return "The file is of a run of " + std::to_string(old.racers.size()) + " racers, and this run has " +
               std::to_string(run.racers.size()) + ".";
    if (std::string found = first_difference(shared_keys(old, run), ""); !found.empty()) return found;
    for (std::size_t k = 0; k < run.racers.size(); ++k) {
        const std::string where = " in racer " + std::to_string(k + 1);
        if (std::string found = first_difference(racer_keys(old.racers[k], run.racers[k]), where); !found.empty()) return found;
        if (updates[k] > run.racers[k].updates)
            return "The file has " + std::to_string(updates[k]) + " updates done" + where + ", and this run has only " +
                   std::to_string(run.racers[k].updates) + "; write more steps.";
    }
    return {};
}

}  // namespace eta
