// A file keeps where a run stands: a version, a checksum, the run's text, and a checkpoint of each racer.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "eta/run/run.hpp"

namespace eta {

struct SavedRun {
    std::string text;  // of the run, canonical
    std::vector<std::vector<std::byte>> racers;
};

// Returns false if the file cannot be written.
bool save(const SavedRun& saved, const std::string& path);

// Returns nothing, with a sentence in `problem`, if the file cannot be read or is no such file, of another version, cut or damaged.
std::optional<SavedRun> load(const std::string& path, std::string& problem);

// Says in a sentence why `run` cannot go on from where `old` stands, which has `updates` done a racer; empty if it can. Schedules,
// rates, lengths, stop rules and labels may differ.
std::string obstacle(const Run& old, const std::vector<std::int64_t>& updates, const Run& run);

}  // namespace eta
