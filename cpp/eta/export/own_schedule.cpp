// This finds the class for a rate.
#include "eta/export/own_schedule.hpp"
#include "eta/describe/later_text.hpp"

#include "eta/export/rates.hpp"

namespace eta {
namespace {

std::string_view reason_for(std::span<const WhyNot> reasons, const Curve& curve) {
    for (const Curve::Part& part : curve.parts())
        for (const WhyNot& each : reasons)
            if (part.schedule && part.schedule->words.key == each.key) return each.reason;
    return {};
}

}  // namespace

OwnSchedule own_schedule(std::span<const OwnClass> rows, std::span<const WhyNot> reasons, const Racer& racer,
                         std::string_view framework) {
    const Curve& curve = *racer.rate;
    const Curve::Part& whole = curve.parts()[curve.root()];
    const auto T = static_cast<double>(racer.updates);
    if (whole.kind == Curve::Kind::formula && !curve.listener()) {
        const Scope scope{T, static_cast<double>(racer.updates_per_epoch), racer.lr};
        if (auto text = exact_class(rows, *whole.schedule, whole.values, scope))
            return {std::move(*text), fill("$lr", arguments_of(*whole.schedule, whole.values, T)), {}};
    }
    const std::string_view reason = reason_for(reasons, curve);
    if (!reason.empty()) return {{}, {}, std::string(reason)};
    return {{}, {}, std::string(framework) + " has no class that gives just these rates, so this is a function."_later};
}

Values first_numbers(const Racer& racer) {
    Values values;
    for (const Curve& each : racer.numbers) values.add(each.at(0));
    return values;
}

}  // namespace eta
