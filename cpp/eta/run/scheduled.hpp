// Other numbers of a racer than its rate may change from update to update; each has a path.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "eta/run/racer.hpp"
#include "eta/schedule/stretch.hpp"

namespace eta {

// Lists the paths of those of a racer that are scheduled: numbers of its optimizer ("opt.momentum"), "batch", and the rates of
// layers that differ from the racer's ("schedule.2").
std::vector<std::string> scheduled(const Racer& racer);

// These return which of the optimizer's parameters, or which layer (from 0), a path names.
ETA_RARE std::optional<std::size_t> parameter_of(const Racer& racer, std::string_view path);
ETA_RARE std::optional<std::size_t> layer_of(const Racer& racer, std::string_view path);

// Returns such a number over a range of updates, as `stretch` does of η (eta/schedule/stretch.hpp); a layer's rate under the
// listener's factors. It is empty if there is no such path.
ETA_RARE Stretch stretch_of(const Racer& racer, std::string_view path, std::span<const double> factors, std::int64_t from,
                            std::int64_t to, std::int64_t points);

// Returns the number of a path at an update t ≥ 0, a constant one too, and the rate itself of "schedule"; rates under the listener's
// factor. Returns nothing if there is no such path.
ETA_RARE std::optional<double> value_at(const Racer& racer, std::string_view path, std::int64_t t, double factor = 1);

}  // namespace eta
