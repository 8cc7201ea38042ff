// eta train prints the telemetry of each racer as CSV, then the hash of its weights.
#include <algorithm>
#include <array>
#include <memory>
#include <span>
#include <string>

#include "assets.hpp"
#include "commands.hpp"
#include "eta/math/number.hpp"
#include "eta/train/trainer.hpp"
#include "output.hpp"
#include "saved_run.hpp"

namespace eta {
namespace {

constexpr std::int64_t slice = 1024;  // updates between two reports of progress

// Returns whether the next row of a group, whose index column is `index`, is that of update t.
bool is_next(std::span<const float> index, std::size_t next, std::int64_t t) {
    return next < index.size() && static_cast<std::int64_t>(index[next]) == t + 1;
}

// Returns the listener's factor at update t.
double factor_at(const Trainer& trainer, std::int64_t t) {
    double factor = 1;
    for (const Factor& each : trainer.factors())
        if (each.update <= t) factor = each.factor;
    return factor;
}

// Prints the rows of the last call of advance, whose first update was `first`; each ends with η.
void print_rows(Output& output, std::size_t racer, const Curve& rate, std::int64_t first, const Trainer& trainer,
                std::int64_t every, const Measured& measured) {
    const Telemetry& rows = trainer.telemetry();
    std::size_t evaluation = 0, epoch = 0;
    for (std::size_t i = 0; i < rows[column("batch_loss")].size(); ++i) {
        const std::int64_t t = first + static_cast<std::int64_t>(i);
        const bool evaluated = is_next(rows[column("evaluation")], evaluation, t);
        const bool whole = is_next(rows[column("epoch")], epoch, t);
        const bool last = trainer.ended() != Ended::running && t + 1 == trainer.update();
        if (t % every == 0 || evaluated || whole || last) {
            std::string row = std::to_string(racer) + "," + std::to_string(t);
            const std::array at{i, evaluation, epoch};
            const std::array is_there{true, evaluated, whole};
            for (std::size_t c = 0; c < columns.size(); ++c) {
                if (columns[c].is_index || !measured.has(columns[c])) continue;
                const std::size_t group = columns[c].value.index();
                row += is_there[group] && rows.has(c) ? "," + print(rows[c][at[group]]) : ",";
            }
            output.write(row + "," + print(rate.at(t, factor_at(trainer, t))) + "\n");
        }
        evaluation += evaluated;
        epoch += whole;
    }
}

// Says what any racer measures: the columns of all.
Measured measured_by(const Run& run) {
    Measured measured{.training = run.measures_training};
    for (const Racer& racer : run.racers) measured.average = measured.average || racer.average->part;
    return measured;
}

std::string header(const Measured& measured) {
    std::string line = "racer,update";
    for (const Column& column : columns)
        if (!column.is_index && measured.has(column)) line += "," + std::string(column.key);
    return line + ",eta\n";
}

// Returns false, which is what a caller says then.
bool say(const std::string& problem) {
    std::fprintf(stderr, "%s\n", problem.c_str());
    return false;
}

// Prints lines about a racer that did not simply do all its updates.
std::string how_it_ended(std::size_t racer, const Trainer& trainer) {
    const std::string who = "# racer " + std::to_string(racer);
    const std::string at = " at update " + std::to_string(trainer.update()) + ": " + std::string(name(trainer.ended())) + "\n";
    std::string lines;
    if (trainer.diverged())
        lines = who + " diverged" + at;
    else if (trainer.ended() == Ended::running)
        lines = who + " paused at update " + std::to_string(trainer.update()) + "\n";
    else if (trainer.ended() != Ended::finished)
        lines = who + " stopped" + at;
    if (trainer.restored() >= 0) lines += who + " weights of update " + std::to_string(trainer.restored()) + " put back\n";
    return lines;
}

// Reads the file that the run goes on from; returns false after saying why it cannot.
bool resume(const Arguments& arguments, const Run& run, const Samples& samples, std::vector<std::unique_ptr<Trainer>>& trainers) {
    std::string problem;
    Problems none;
    const auto saved = load(arguments.resume, problem);
    const auto old = saved ? read_run(saved->text, {}, none) : std::nullopt;
    if (!old || old->racers.size() != saved->racers.size()) return say(problem);
    // The samples serve the old run only where they are its own.
    std::vector<std::int64_t> updates(old->racers.size(), 0);
    problem = obstacle(*old, updates, run);
    if (!problem.empty()) return say(problem);
    for (std::size_t k = 0; k < old->racers.size(); ++k) {
        Trainer before(*old, old->racers[k], samples);
        if (!before.resume(saved->racers[k])) return say("The file " + arguments.resume + " is cut or damaged; save it anew.");
        updates[k] = before.update();
        problem = obstacle(*old, updates, run);
        if (!problem.empty()) return say(problem);
        trainers[k]->branch(before);
        if (trainers[k]->ended() == Ended::running && before.restored() >= 0)
            return say("The file has the weights of update " + std::to_string(before.restored()) +
                       ", which were put back at the end of racer " + std::to_string(k + 1) +
                       "; save earlier, with --until, to go on.");
    }
    return true;
}

}  // namespace

int train_command(const Arguments& arguments) {
    Problems problems;
    const auto run = read_run(arguments.run, {}, problems);
    if (!run) return print_problems(arguments.run, problems), bad_input;
    std::vector<std::byte> bytes;
    const std::string asset(run->data->asset_for(run->data_values));
    if (!asset.empty()) {
        auto read = read_asset(arguments.program, asset);
        if (!read) {
            std::fprintf(stderr, "The file assets/%s.bin is not beside the program; build it again.\n", asset.c_str());
            return bad_input;
        }
        bytes = std::move(*read);
    }
    const auto samples = make_samples(*run, bytes);
    if (!samples) {
        std::fprintf(stderr, "The file assets/%s.bin is damaged; build it again.\n", asset.c_str());
        return bad_input;
    }
    std::vector<std::unique_ptr<Trainer>> trainers;
    for (const Racer& racer : run->racers) trainers.push_back(std::make_unique<Trainer>(*run, racer, *samples));
    if (!arguments.resume.empty() && !resume(arguments, *run, *samples, trainers)) return bad_input;
    SavedRun saved{.text = run->text, .racers = {}};
    const Measured measured = measured_by(*run);
    Output output;
    output.write(header(measured));
    std::string ends;
    int status = good;
    for (std::size_t k = 0; k < run->racers.size(); ++k) {
        Trainer& trainer = *trainers[k];
        const std::int64_t until = arguments.until > 0 ? arguments.until : run->racers[k].updates;
        Progress progress("racer " + std::to_string(k + 1) + " of " + std::to_string(run->racers.size()));
        while (trainer.ended() == Ended::running && trainer.update() < until) {
            const std::int64_t first = trainer.update();
            trainer.advance(std::min(slice, until - first));
            print_rows(output, k + 1, *run->racers[k].rate, first, trainer, arguments.every, measured);
            progress.show(static_cast<double>(trainer.update()) / static_cast<double>(run->racers[k].updates));
        }
        if (trainer.diverged()) status = diverged;
        ends += how_it_ended(k + 1, trainer);
        for (const Factor& each : trainer.factors())
            ends += "# racer " + std::to_string(k + 1) + " factor " + print(each.factor) + " from update " +
                    std::to_string(each.update) + "\n";
        ends += "# weights " + trainer.hash() + "\n";
        if (!arguments.save.empty()) saved.racers.push_back(trainer.checkpoint());
    }
    output.write(ends);
    if (!arguments.save.empty() && !save(saved, arguments.save)) {
        say("The file " + arguments.save + " cannot be written.");
        return bad_input;
    }
    return status;
}

}  // namespace eta
