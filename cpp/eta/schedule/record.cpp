// This records a schedule's formula with its numbers in it.
#include "eta/schedule/schedule_entry.hpp"

namespace eta {
namespace {

ValuesOf<Symbol> as_symbols(const Values& values) {
    ValuesOf<Symbol> symbols;
    for (std::size_t p = 0; p < values.size(); ++p) {
        const std::vector<Symbol> list(values.list(p).begin(), values.list(p).end());
        symbols.add(std::span<const Symbol>(list));
    }
    return symbols;
}

}  // namespace

Tree record(const Schedule& schedule, const Values& values) {
    Recorder recorder;
    return recorder.finish(schedule.record(values, as_symbols(values)));
}

Tree record_ramp(const Schedule& schedule, const Values& values, double length, double v) {
    Recorder recorder;
    return recorder.finish(schedule.ramp.record(length, values, as_symbols(values), v));
}

}  // namespace eta
