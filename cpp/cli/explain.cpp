// eta explain says why the rate is what it is at an update, or what a schedule's formula and sums are.
#include "eta/schedule/explain.hpp"
#include "commands.hpp"
#include "eta/language/print.hpp"
#include "eta/math/number.hpp"
#include "eta/report/explained.hpp"
#include "eta/schedule/formula.hpp"
#include "eta/schedule/sums.hpp"
#include "output.hpp"

namespace eta {
namespace {

std::string text(double x) { return print(rounded(x, 6)); }

std::string epochs(const Racer& racer, double t) { return text(epochs_at(racer, t)) + " epochs"; }

// One line a step, which begins with the part of the schedule that it is about.
void write_steps(Output& output, const Problems& steps, std::string_view schedule) {
    for (const Problem& step : steps) {
        const std::string part(schedule.substr(step.from, step.to - step.from));
        output.write("  " + (part.empty() ? "" : quoted(part) + ": ") + sentence(step) + "\n");
    }
}

void write_explanation(Output& output, const Racer& racer, const Question& question) {
    const std::string at = "η(" + std::to_string(*question.t) + ") = ";
    output.write(at + print(racer.rate->at(*question.t, question.factor.value_or(1))) + "\n");
    write_steps(output, explain(*racer.rate, *question.t, question.factor), racer.schedule);
    for (const ExplainedNumber& each : explained_numbers(racer, question)) {
        const std::string name = each.layer ? "layer " + std::to_string(*each.layer) + ": " + at
                                            : each.path + "(" + std::to_string(*question.t) + ") = ";
        output.write("  " + name + print(each.value) + "\n");
        write_steps(output, each.steps, racer.schedule);
    }
}

void write_sums(Output& output, const Racer& racer) {
    const Sums found = sums(*racer.rate);
    const auto tree = formula(*racer.rate);
    output.write(racer.schedule + "\n");
    output.write("  formula: " + (tree ? print(*tree) : "none: what is random, rounded or stretched is not one formula of t") +
                 "\n");
    output.write("  sum of η: " + text(found.sum) + "; of η²: " + text(found.squares) + "\n");
    output.write("  constant rate of the same sum: " + text(found.equal) + "\n");
    output.write("  at most half its peak of " + text(found.peak) + ": " +
                 (found.half ? "from update " + std::to_string(*found.half) + " (" +
                                   epochs(racer, static_cast<double>(*found.half)) + ") on"
                             : "never for good") +
                 "\n");
    if (found.half_life)
        output.write("  half-life: " + text(*found.half_life) + " updates (" + epochs(racer, *found.half_life) + ")\n");
    output.write("  largest jump: " +
                 (found.jump ? "at update " + std::to_string(*found.jump) + ", from " + text(found.before_jump) + " to " +
                                   text(found.after_jump)
                             : "none") +
                 "\n");
}

}  // namespace

int explain_command(const Arguments& arguments) {
    Problems problems;
    const auto run = read_run(arguments.run, {}, problems);
    if (!run) return print_problems(arguments.run, problems), bad_input;
    const Question question{arguments.at, arguments.factor};
    Output output;
    if (arguments.json) return output.write(explained(*run, question) + "\n"), good;
    for (const Racer& racer : run->racers) {
        output.write("racer " + std::to_string(&racer - run->racers.data() + 1) + ": ");
        if (question.t)
            write_explanation(output, racer, question);
        else
            write_sums(output, racer);
    }
    return good;
}

}  // namespace eta
