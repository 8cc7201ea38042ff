// eta describe prints the registry as JSON.
#include "commands.hpp"
#include "eta/report/registry.hpp"
#include "output.hpp"

namespace eta {

int describe_command(const Arguments& arguments) {
    if (!arguments.run.empty()) return complain("“eta describe” takes no arguments.");
    Output output;
    output.write(describe({}) + "\n");
    return good;
}

}  // namespace eta
