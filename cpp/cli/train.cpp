// eta train: the telemetry of each racer as CSV, then the hash of its weights.
#include <string>

#include "assets.hpp"
#include "commands.hpp"
#include "eta/math/number.hpp"
#include "eta/train/trainer.hpp"
#include "output.hpp"

namespace eta {
namespace {

constexpr std::int64_t slice = 1024;  // updates between two looks at the progress

// The rows of the last call of advance, whose first update was `first`.
void print_rows(Output& output, std::size_t racer, std::int64_t first, const Trainer& trainer, std::int64_t every) {
    const Telemetry& rows = trainer.telemetry();
    std::size_t evaluation = 0, epoch = 0;
    for (std::size_t i = 0; i < rows.updates[0].size(); ++i) {
        const std::int64_t t = first + static_cast<std::int64_t>(i);
        const bool evaluated =
            evaluation < rows.evaluations[0].size() && static_cast<std::int64_t>(rows.evaluations[0][evaluation]) == t + 1;
        const bool last = trainer.ended() != Ended::running && t + 1 == trainer.update();
        const bool whole = epoch < rows.epochs[0].size() && static_cast<std::int64_t>(rows.epochs[0][epoch]) == t + 1;
        if (t % every == 0 || evaluated || whole || last) {
            std::string row = std::to_string(racer) + "," + std::to_string(t);
            for (const auto& column : rows.updates) row += "," + print(column[i]);
            if (evaluated)
                row += "," + print(rows.evaluations[1][evaluation]) + "," + print(rows.evaluations[2][evaluation]);
            else
                row += ",,";
            if (whole)
                row += "," + print(rows.epochs[1][epoch]) + "," + print(rows.epochs[2][epoch]);
            else
                row += ",,";
            output.write(row + "\n");
        }
        evaluation += evaluated;
        epoch += whole;
    }
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
    Output output;
    output.write(
        "racer,update,batch_loss,gradient_norm,update_norm,validation_loss,validation_accuracy,training_loss,training_"
        "accuracy\n");
    std::string ends;
    int status = good;
    for (std::size_t k = 0; k < run->racers.size(); ++k) {
        Trainer trainer(*run, run->racers[k], *samples);
        Progress progress("racer " + std::to_string(k + 1) + " of " + std::to_string(run->racers.size()));
        while (trainer.ended() == Ended::running) {
            const std::int64_t first = trainer.update();
            trainer.advance(slice);
            print_rows(output, k + 1, first, trainer, arguments.every);
            progress.show(static_cast<double>(trainer.update()) / static_cast<double>(run->racers[k].updates));
        }
        if (trainer.diverged()) {
            status = diverged;
            ends += "# racer " + std::to_string(k + 1) + " diverged at update " + std::to_string(trainer.update()) + ": " +
                    std::string(name(trainer.ended())) + "\n";
        }
        const Ended ended = trainer.ended();
        if (ended == Ended::updates || ended == Ended::early || ended == Ended::target)
            ends += "# racer " + std::to_string(k + 1) + " stopped at update " + std::to_string(trainer.update()) + ": " +
                    std::string(name(ended)) + "\n";
        for (const Factor& each : trainer.factors())
            ends += "# racer " + std::to_string(k + 1) + " factor " + print(each.factor) + " from update " +
                    std::to_string(each.update) + "\n";
        ends += "# weights " + trainer.hash() + "\n";
    }
    output.write(ends);
    return status;
}

}  // namespace eta
