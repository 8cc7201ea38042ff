// Answering what the page asks about a text.
#include "queries.hpp"

#include <vector>

#include "eta/report/checked_run.hpp"
#include "eta/run/handles.hpp"

namespace eta::page {
namespace {

std::vector<double> rates;  // of the last curve

}  // namespace

std::string check(const std::string& text) { return eta::check(text, limits); }

emscripten::val curve(const std::string& text, int racer, double first, int count, double stride) {
    Problems problems;
    const auto run = read_run(valid_utf8(text), limits, problems);
    rates.clear();
    if (run && racer >= 1 && static_cast<std::size_t>(racer) <= run->racers.size() && first >= 0 && stride >= 1) {
        const Curve& rate = *run->racers[static_cast<std::size_t>(racer) - 1].rate;
        for (int i = 0; i < count; ++i) rates.push_back(rate.at(static_cast<std::int64_t>(first + i * stride)));
    }
    return emscripten::val(emscripten::typed_memory_view(rates.size(), rates.data()));
}

std::string drag(const std::string& text, int handle, double t, double eta) {
    Problems problems;
    const auto run = read_run(valid_utf8(text), limits, problems);
    return run && handle >= 0 ? eta::drag(*run, static_cast<std::size_t>(handle), t, eta, limits) : std::string();
}

}  // namespace eta::page
