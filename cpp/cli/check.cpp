// eta check prints the run in canonical form and warns of what it can never come to, or says what is wrong with it.
#include "commands.hpp"
#include "eta/report/checked_run.hpp"
#include "eta/run/run.hpp"
#include "output.hpp"

namespace eta {

int check_command(const Arguments& arguments) {
    Problems problems, warnings;
    const auto run = read_run(arguments.run, {}, problems, &warnings);
    Output output;
    if (arguments.json)
        output.write(check(arguments.run, {}) + "\n");
    else if (run)
        output.write(run->text + "\n");
    if (!arguments.json) print_problems(arguments.run, run ? warnings : problems, run ? "warning: " : "");
    return run ? good : bad_input;
}

}  // namespace eta
