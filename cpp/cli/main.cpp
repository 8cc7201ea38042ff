// The program eta describes, checks, draws and trains runs written as text.
#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "commands.hpp"
#include "eta/describe/param.hpp"
#include "eta/math/number.hpp"
#include "eta/math/width.hpp"
#include "eta/run/items.hpp"
#include "output.hpp"

namespace {

constexpr std::string_view help = R"(eta: learning-rate schedules on a small network that trains.

  eta describe                 all schedules, optimizers, data sets and keys, as JSON
  eta check RUN                RUN in canonical form; --json: all that is known of it. What the run can never come to
                               is a line that begins with "warning: ", and no mistake.
  eta compare RUN              a racer of RUN (the first, or number K: --racer K) under each convention: which numbers
                               differ, at which updates the rates and the steps part, by how much and why. --json.
  eta curve RUN                the rate at every update: CSV t,eta_1,eta_2,…, then what else changes
  eta explain RUN [--at T]     why each rate is what it is at update T, step by step; --factor F is that of a listener.
                               Without --at: the formula, the sums of η and η², when it has fallen by half, its largest
                               jump. --json: the same as data, the formula as MathML and TeX too.
  eta solve RUN PATH --at T --to η
                               RUN with the number at PATH (lr, schedule.factor, 2.schedule.every, schedule.at.2) such
                               that the rate at update T is η, and the η that it gives.
  eta train RUN [--every K]    trains: CSV racer,update,batch_loss,…; then "# weights HASH" a racer.
                               Validation columns are measured after the row's update and filled where it was,
                               training columns, means over an epoch as it went, in its last row.
                               --every K prints every K-th update, every evaluation, every epoch's end and the last.
                               --until K pauses after K updates; --save FILE keeps where the run stands.
  eta train RUN --resume FILE  goes on from there, with the same bits as a run in one go; another schedule or more
                               steps branch off. All else must be the same.
  eta export RUN --to torch|keras|optax|numpy|csv|ipynb [--racer K]
                               a racer of RUN (the first, or number K) as a script of a framework, as functions of
                               NumPy, as numbers or as a notebook.
  eta --version                the version, and the width of the vectors that it computes with. They are as wide as the
                               processor's, or as ETA_WIDTH=128|256|512 says; the results are the same.

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

// Each command is a line here.
struct Command {
    std::string_view name;
    int (*run)(const eta::Arguments&);
};
constexpr std::array commands{
    Command{"describe", eta::describe_command}, Command{"check", eta::check_command},
    Command{"compare", eta::compare_command},   Command{"curve", eta::curve_command},
    Command{"explain", eta::explain_command},   Command{"solve", eta::solve_command},
    Command{"train", eta::train_command},       Command{"export", eta::export_command},
};

// Reads a whole number from `min` to `max`.
template <class Number>
bool read_whole(std::string_view text, double min, double max, Number& number) {
    double x = 0;
    if (!eta::read(text, x) || x < min || x > max || x != static_cast<double>(static_cast<std::int64_t>(x))) return false;
    number = static_cast<std::int64_t>(x);
    return true;
}
bool read_name(std::string_view text, std::string& name) {
    name = text;
    return !text.empty() && !text.starts_with("--");
}

// Each option is a line here. `read` takes the word after it and says whether that is what is expected; an option without takes none.
struct Option {
    std::string_view name, commands, expected;
    bool (*read)(std::string_view word, eta::Arguments& to);
};
constexpr std::array options{
    Option{"--json", "check compare explain", "", [](std::string_view, eta::Arguments& to) { return to.json = true; }},
    Option{"--racer", "compare export", "A whole number from 1 to 6",
           [](std::string_view word, eta::Arguments& to) { return read_whole(word, 1, 6, to.racer); }},
    Option{"--at", "explain solve", "A whole number from 0 to 10000000",
           [](std::string_view word, eta::Arguments& to) { return read_whole(word, 0, 1e7, to.at); }},
    Option{"--factor", "explain", "A number",
           [](std::string_view word, eta::Arguments& to) { return eta::read(word, to.factor.emplace()); }},
    Option{"--to", "export solve", "The name of an exporter, or of solve a rate,",
           [](std::string_view word, eta::Arguments& to) { return read_name(word, to.to); }},
    Option{"--every", "train", "A whole number from 1 to 10000000",
           [](std::string_view word, eta::Arguments& to) { return read_whole(word, 1, 1e7, to.every); }},
    Option{"--until", "train", "A whole number from 1 to 10000000",
           [](std::string_view word, eta::Arguments& to) { return read_whole(word, 1, 1e7, to.until); }},
    Option{"--save", "train", "The name of a file",
           [](std::string_view word, eta::Arguments& to) { return read_name(word, to.save); }},
    Option{"--resume", "train", "The name of a file",
           [](std::string_view word, eta::Arguments& to) { return read_name(word, to.resume); }},
};

template <class Table>
auto find(const Table& table, std::string_view name) -> decltype(table.data()) {
    for (const auto& each : table)
        if (each.name == name) return &each;
    return nullptr;
}

int print_version() {
    std::printf("eta %s, vectors of %d bits; this processor has %d\n", ETA_VERSION, eta::vector_width(), eta::widest_vectors());
    return eta::good;
}

}  // namespace

int main(int count, char** words) {
    const std::vector<std::string_view> given(words + 1, words + count);
    const std::string_view name = given.empty() ? "" : given[0];
    const bool asks = std::find(given.begin(), given.end(), "--help") != given.end() || name == "-h" || name == "help";
    if (asks || name.empty()) {
        std::fwrite(help.data(), 1, help.size(), asks ? stdout : stderr);
        return asks ? eta::good : eta::bad_input;
    }
    if (const std::string problem = eta::width_problem(); !problem.empty()) return eta::complain(problem);
    if (name == "--version") return print_version();
    const Command* const command = find(commands, name);
    if (!command) return eta::complain("There is no command “" + std::string(name) + "”.");
    eta::Arguments arguments{.program = words[0]};
    std::string run;
    for (std::size_t i = 1; i < given.size(); ++i) {
        if (!given[i].starts_with("--")) {
            run += (run.empty() ? "" : " ") + std::string(given[i]);
            continue;
        }
        const Option* const option = find(options, given[i]);
        if (!option || eta::choice_index(option->commands, name) < 0)
            return eta::complain("“" + std::string(given[i]) + "” is no option of “eta " + std::string(name) + "”.");
        const bool takes_word = !option->expected.empty();
        if (takes_word) ++i;
        if (!option->read(i < given.size() ? given[i] : "", arguments))
            return eta::complain(std::string(option->expected) + " is expected after " + std::string(option->name) + ".");
    }
    arguments.run = eta::valid_utf8(run);
    return command->run(arguments);
}
