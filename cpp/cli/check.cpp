// eta check prints the run in canonical form, or what is wrong with it.
#include "commands.hpp"
#include "eta/report/checked_run.hpp"
#include "eta/run/run.hpp"
#include "output.hpp"

namespace eta {

int check_command(const Arguments& arguments) {
    Problems problems;
    const auto run = read_run(arguments.run, {}, problems);
    Output output;
    if (arguments.json)
        output.write(check(arguments.run, {}) + "\n");
    else if (run)
        output.write(run->text + "\n");
    else
        print_problems(arguments.run, problems);
    return run ? good : bad_input;
}

}  // namespace eta
