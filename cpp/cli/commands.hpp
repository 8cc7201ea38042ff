// Each command of the program is one function, in a file of its own. Each returns the exit status.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace eta {

enum Status { good = 0, diverged = 1, bad_input = 2 };

struct Arguments {
    std::string program = {};             // how it was called: its data lie beside it
    std::string run = {};                 // the run's text, valid UTF-8
    bool json = false;                    // of check, compare and explain
    std::int64_t racer = 1;               // of compare and export
    std::optional<std::int64_t> at = {};  // of explain and solve: the update
    std::optional<double> factor = {};    // of explain: a listener's
    std::string to = {};                  // of export: the name of an exporter; of solve: what η shall be
    std::int64_t every = 1;               // of train
    std::int64_t until = 0;               // of train: where it pauses; 0: at its end
    std::string save = {};                // of train: the file that it writes
    std::string resume = {};              // of train: the file that it goes on from
};

int describe_command(const Arguments& arguments);
int check_command(const Arguments& arguments);
int compare_command(const Arguments& arguments);
int curve_command(const Arguments& arguments);
int explain_command(const Arguments& arguments);
int solve_command(const Arguments& arguments);
int train_command(const Arguments& arguments);
int export_command(const Arguments& arguments);

}  // namespace eta
