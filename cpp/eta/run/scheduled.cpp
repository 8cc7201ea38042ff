// This finds the numbers that are scheduled, and their curves.
#include "eta/run/scheduled.hpp"

#include "eta/math/number.hpp"

namespace eta {
namespace {

constexpr std::string_view of_optimizer = "opt.", of_layer = "schedule.";

bool differs(const Racer& racer, std::size_t layer) { return racer.layer_rate[layer] || racer.layer_share[layer] != 1; }

// The rate of a layer is the racer's or its own; what it is multiplied by holds from update 0 on.
Stretch stretch_of_layer(const Racer& racer, std::size_t layer, std::span<const double> factors, std::int64_t from,
                         std::int64_t to, std::int64_t points) {
    const auto& own = racer.layer_rate[layer];
    if (own) return stretch(*own, racer.rate->lowers_layers() ? factors : std::span<const double>(), from, to, points);
    const double share = racer.layer_share[layer];
    std::vector<double> shares{0, share};
    for (std::size_t k = 0; k + 1 < factors.size(); k += 2) shares.insert(shares.end(), {factors[k], factors[k + 1] * share});
    return stretch(*racer.rate, shares, from, to, points);
}

}  // namespace

std::vector<std::string> scheduled(const Racer& racer) {
    std::vector<std::string> paths;
    for (std::size_t p = 0; p < racer.numbers.size(); ++p)
        if (!racer.numbers[p].is_constant())
            paths.push_back(std::string(of_optimizer) + std::string(racer.optimizer->params[p].key));
    if (racer.updates_per_epoch == 0) paths.emplace_back("batch");
    for (std::size_t l = 0; l < racer.layer_rate.size(); ++l)
        if (differs(racer, l)) paths.push_back(std::string(of_layer) + std::to_string(l + 1));
    return paths;
}

std::optional<std::size_t> parameter_of(const Racer& racer, std::string_view path) {
    for (std::size_t p = 0; p < racer.numbers.size(); ++p)
        if (path.starts_with(of_optimizer) && path.substr(of_optimizer.size()) == racer.optimizer->params[p].key) return p;
    return {};
}
std::optional<std::size_t> layer_of(const Racer& racer, std::string_view path) {
    double layer = 0;
    const bool numbered = path.starts_with(of_layer) && read(path.substr(of_layer.size()), layer);
    if (!numbered || layer < 1 || layer > static_cast<double>(racer.layer_rate.size())) return {};
    return static_cast<std::size_t>(layer) - 1;
}

Stretch stretch_of(const Racer& racer, std::string_view path, std::span<const double> factors, std::int64_t from, std::int64_t to,
                   std::int64_t points) {
    if (path == "batch") {
        std::vector<Curve::Step> steps;
        for (const BatchSize& each : racer.batches.sizes()) steps.push_back({each.start, static_cast<double>(each.size)});
        return stretch(Curve::steps(steps, racer.updates), {}, from, to, points);
    }
    if (const auto p = parameter_of(racer, path); p && !racer.numbers[*p].is_constant())
        return stretch(racer.numbers[*p], {}, from, to, points);
    if (const auto layer = layer_of(racer, path)) return stretch_of_layer(racer, *layer, factors, from, to, points);
    return {};
}

std::optional<double> value_at(const Racer& racer, std::string_view path, std::int64_t t, double factor) {
    if (path == "schedule") return racer.rate->at(t, factor);
    if (path == "batch") {
        std::int64_t size = 0;
        for (const BatchSize& each : racer.batches.sizes())
            if (each.start <= t) size = each.size;
        return static_cast<double>(size);
    }
    if (const auto p = parameter_of(racer, path)) return racer.numbers[*p].at(t);
    const auto layer = layer_of(racer, path);
    if (!layer) return {};
    const auto& own = racer.layer_rate[*layer];
    if (own) return own->at(t, racer.rate->lowers_layers() ? factor : 1);
    return racer.rate->at(t, factor) * racer.layer_share[*layer];
}

}  // namespace eta
