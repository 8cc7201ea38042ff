// This answers what the page asks about a text.
#include "queries.hpp"

#include <algorithm>
#include <cstring>
#include <list>
#include <utility>
#include <vector>

#include "eta/export/exporters.hpp"
#include "eta/report/checked_run.hpp"
#include "eta/report/comparison.hpp"
#include "eta/report/explained.hpp"
#include "eta/run/handles.hpp"
#include "eta/run/scheduled.hpp"
#include "eta/schedule/stretch.hpp"
#include "input_buffer.hpp"

namespace eta::page {
namespace {

struct KeptRun {
    std::string text;  // as it was requested
    Run run;
};

// The elements of a page share one query worker, and a drag requests one text after the other.
constexpr std::size_t max_kept = 16;

std::list<KeptRun> kept;  // the last requested one is first
int bound = 0;
std::vector<double> packed;  // of the last stretch

// `text` is the requested text, which may differ from the run's own.
const Run* keep(std::optional<Run> run, const std::string* text = nullptr) {
    if (!run) return nullptr;
    kept.push_front({text ? *text : run->text, std::move(*run)});
    if (kept.size() > max_kept) kept.pop_back();
    return &kept.front().run;
}

// Finds a run that was requested by this text, or whose own text this is.
const Run* find_kept(const std::string& text, bool printed) {
    const auto found = std::find_if(kept.begin(), kept.end(), [&](const KeptRun& each) {
        const std::string& own = each.run.text;
        return own.empty() ? !printed && each.text == text : each.text == text || own == text;
    });
    if (found == kept.end()) return nullptr;
    kept.splice(kept.begin(), kept, found);
    return &found->run;
}

const Run* run_of(const std::string& text, Problems& problems) {
    const std::string valid = valid_utf8(text);
    if (const Run* found = find_kept(valid, true)) return found;
    ++bound;
    return keep(read_run(valid, limits, problems), &valid);
}

// The same without what is only printed.
const Run* bound_run_of(const std::string& text) {
    const std::string valid = valid_utf8(text);
    if (const Run* found = find_kept(valid, false)) return found;
    Problems none;
    return keep(bind_text(valid, none), &valid);
}

void pack(const Stretch& found) {
    packed = {found.min, found.max, found.has_zero ? 1.0 : 0.0, static_cast<double>(found.drop_count),
              static_cast<double>(found.drops.size())};
    for (const std::vector<double>* each : {&found.drops, &found.t, &found.eta})
        packed.insert(packed.end(), each->begin(), each->end());
}

}  // namespace

std::optional<Run> bind_text(const std::string& text, Problems& problems) {
    ++bound;
    return bind_run(text, limits, problems);
}

int readings() { return bound; }

std::string read(const std::string& text) {
    Problems problems;
    const Run* run = run_of(text, problems);
    return checked(run, problems);
}

std::string warnings(const std::string& text) {
    Problems problems, found;
    ++bound;
    read_run(valid_utf8(text), limits, problems, &found);
    return listed(found);
}

std::string compare(const std::string& text) {
    Problems none;
    const Run* run = run_of(text, none);
    return run ? comparison(*run) : std::string();
}

std::string drag(const std::string& text, int handle, double t, double eta) {
    Problems none;
    const Run* run = run_of(text, none);
    if (!run || handle < 0) return {};
    ++bound;
    const Run* made = keep(eta::drag(*run, static_cast<std::size_t>(handle), t, eta, limits));
    return made ? checked(made, none) : std::string();
}

std::string explain(const std::string& text, int racer, double t, double factor) {
    Problems none;
    const Run* run = run_of(text, none);
    if (!run || racer < 1 || static_cast<std::size_t>(racer) > run->racers.size()) return {};
    Question question;
    if (t >= 0) question.t = static_cast<std::int64_t>(t);
    if (factor >= 0) question.factor = factor;
    return explained(run->racers[static_cast<std::size_t>(racer) - 1], question);
}

std::string exported(const std::string& text, int racer, const std::string& to) {
    Problems none;
    const Run* run = run_of(text, none);
    const Exporter* exporter = find_exporter(to);
    if (!run || !exporter || racer < 1 || static_cast<std::size_t>(racer) > run->racers.size()) return {};
    return exporter->write(*run, run->racers[static_cast<std::size_t>(racer) - 1]);
}

emscripten::val stretch(const std::string& text, int racer, const std::string& path, double from, double to, int points) {
    const auto bytes = consume_input();
    std::vector<double> factors(bytes.size() / sizeof(double));
    std::memcpy(factors.data(), bytes.data(), factors.size() * sizeof(double));
    packed.clear();
    const Run* run = bound_run_of(text);
    const bool there = run && racer >= 1 && static_cast<std::size_t>(racer) <= run->racers.size();
    const Racer* chosen = there ? &run->racers[static_cast<std::size_t>(racer) - 1] : nullptr;
    if (chosen && from >= 0 && from <= to && to <= static_cast<double>(chosen->updates))
        pack(path.empty()
                 ? eta::stretch(*chosen->rate, factors, static_cast<std::int64_t>(from), static_cast<std::int64_t>(to), points)
                 : stretch_of(*chosen, path, factors, static_cast<std::int64_t>(from), static_cast<std::int64_t>(to), points));
    return emscripten::val(emscripten::typed_memory_view(packed.size(), packed.data()));
}

}  // namespace eta::page
