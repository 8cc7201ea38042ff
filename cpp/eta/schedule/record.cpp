// This records a schedule's formula with its numbers in it.
#include "eta/schedule/schedule_entry.hpp"

namespace eta {

Tree record(const Schedule& schedule, const Values& values) {
    Recorder recorder;
    ValuesOf<Symbol> symbols;
    for (std::size_t p = 0; p < values.size(); ++p) {
        const std::vector<Symbol> list(values.list(p).begin(), values.list(p).end());
        symbols.add(std::span<const Symbol>(list));
    }
    return recorder.finish(schedule.record(values, symbols));
}

}  // namespace eta
