// eta solve finds the number that makes the rate at an update what it shall be.
#include "eta/run/solve.hpp"
#include "commands.hpp"
#include "eta/math/number.hpp"
#include "eta/run/items.hpp"
#include "output.hpp"

namespace eta {

int solve_command(const Arguments& arguments) {
    // The path is the last word of what was given.
    const std::size_t space = arguments.run.find_last_of(" \t\n");
    const std::string text = space == std::string::npos ? "" : arguments.run.substr(0, space);
    const std::string path = arguments.run.substr(space == std::string::npos ? 0 : space + 1);
    double rate = 0;
    if (path.empty() || !arguments.at) return complain("“eta solve” needs RUN, PATH, --at and --to.");
    if (!eta::read(arguments.to, rate)) return complain("A rate is expected after --to.");
    Problems problems;
    const auto run = read_run(text, {}, problems);
    const auto found = run ? solve(*run, path, *arguments.at, rate, {}, problems) : std::nullopt;
    if (!found) return print_problems(text, problems), bad_input;
    Output output;
    output.write(found->run.text + "\n");
    const std::string name = found->moves == "schedule" ? "η" : found->moves;
    output.write("# " + path + "=" + print(found->x) + ": " + name + "(" + std::to_string(*arguments.at) +
                 ") = " + print(found->eta) + (found->is_exact ? "" : ", the nearest that it gives") + "\n");
    return good;
}

}  // namespace eta
