// The program eta describes, checks, draws and trains runs written as text.
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "commands.hpp"
#include "eta/math/number.hpp"
#include "eta/run/items.hpp"

namespace {

constexpr std::string_view help = R"(eta: learning-rate schedules on a small network that trains.

  eta describe                 all schedules, optimizers, data sets and keys, as JSON
  eta check RUN                RUN in canonical form; --json: all that is known of it. What the run can never come to
                               is a line that begins with "warning: ", and no mistake.
  eta curve RUN                the rate at every update: CSV t,eta_1,eta_2,…
  eta train RUN [--every K]    trains: CSV racer,update,batch_loss,…; then "# weights HASH" a racer.
                               Validation columns are measured after the row's update and filled where it was,
                               training columns, means over an epoch as it went, in its last row.
                               --every K prints every K-th update, every evaluation, every epoch's end and the last.
  eta export RUN --to torch|keras|optax|numpy|csv|ipynb [--racer K]
                               a racer of RUN (the first, or number K) as a script of a framework, as functions of
                               NumPy, as numbers or as a notebook.

RUN is key=value items; several arguments are joined by a space. An empty RUN is preset=default.
A label is plain words or a JSON string: label="lr=0.1, hot".
  data=digits hidden=32 batch=8 steps=800 lr=0.5 schedule=constant schedule=cosine
  data=moons(noise=0.2) hidden=8-8 act=tanh opt=adam lr=0.01 schedule=warmup(5%) then cosine
A schedule is a name with arguments, segments joined by "then", or a formula of t, T, U, pi and lr:
  step(factor=0.1, every=250)    constant for 60% then linear(to=0)    0.1 * 0.9^floor(t/100)
Lengths are updates (250), epochs (3ep) or parts (10%). "eta describe" lists every name, range and default.
Quote RUN for the shell: brackets, < and * have a meaning there.

Exit status: 0 good; 1 a racer diverged; 2 bad input, each problem on a line of its own.
)";

int complain(const std::string& what) {
    std::fprintf(stderr, "%s “eta --help” says what there is.\n", what.c_str());
    return eta::bad_input;
}

// Reads a whole number from 1 to `max`.
bool read_whole(std::string_view text, double max, std::int64_t& number) {
    double x = 0;
    if (!eta::read(text, x) || x < 1 || x > max || x != static_cast<double>(static_cast<std::int64_t>(x))) return false;
    number = static_cast<std::int64_t>(x);
    return true;
}

}  // namespace

int main(int count, char** words) {
    const std::vector<std::string_view> given(words + 1, words + count);
    const std::string_view command = given.empty() ? "" : given[0];
    if (command.empty() || command == "--help" || command == "-h" || command == "help") {
        std::fwrite(help.data(), 1, help.size(), command.empty() ? stderr : stdout);
        return command.empty() ? eta::bad_input : eta::good;
    }
    eta::Arguments arguments{.program = words[0], .run = {}, .every = 1, .json = false, .to = {}, .racer = 1};
    std::string run;
    for (std::size_t i = 1; i < given.size(); ++i) {
        if (given[i] == "--help") {
            std::fwrite(help.data(), 1, help.size(), stdout);
            return eta::good;
        }
        if (given[i] == "--json" && command == "check") {
            arguments.json = true;
        } else if (given[i] == "--every" && command == "train") {
            if (!read_whole(i + 1 < given.size() ? given[i + 1] : "", 1e7, arguments.every))
                return complain("A whole number from 1 to 10000000 is expected after --every.");
            ++i;
        } else if (given[i] == "--racer" && command == "export") {
            if (!read_whole(i + 1 < given.size() ? given[i + 1] : "", 6, arguments.racer))
                return complain("A whole number from 1 to 6 is expected after --racer.");
            ++i;
        } else if (given[i] == "--to" && command == "export") {
            if (i + 1 < given.size()) arguments.to = given[++i];
        } else if (given[i].starts_with("--")) {
            return complain("“" + std::string(given[i]) + "” is no option of “eta " + std::string(command) + "”.");
        } else {
            run += (run.empty() ? "" : " ") + std::string(given[i]);
        }
    }
    arguments.run = eta::valid_utf8(run);
    if (command == "describe")
        return run.empty() ? eta::describe_command(arguments) : complain("“eta describe” takes no arguments.");
    if (command == "check") return eta::check_command(arguments);
    if (command == "curve") return eta::curve_command(arguments);
    if (command == "export") return eta::export_command(arguments);
    if (command == "train") return eta::train_command(arguments);
    return complain("There is no command “" + std::string(command) + "”.");
}
