// Each command of the program is one function, in a file of its own. Each returns the exit status.
#pragma once

#include <cstdint>
#include <string>

namespace eta {

enum Status { good = 0, diverged = 1, bad_input = 2 };

struct Arguments {
    std::string program;     // how it was called: its data lie beside it
    std::string run;         // the run's text, valid UTF-8
    std::int64_t every = 1;  // of train
    bool json = false;       // of check
    std::string to;          // of export: the name of an exporter
    std::int64_t racer = 1;  // of export
};

int describe_command(const Arguments& arguments);
int check_command(const Arguments& arguments);
int curve_command(const Arguments& arguments);
int export_command(const Arguments& arguments);
int train_command(const Arguments& arguments);

}  // namespace eta
