// A training session is one racer that the page trains, known by its number.
#pragma once

#include <emscripten/val.h>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "eta/train/trainer.hpp"

namespace eta::page {

using emscripten::val;

// Arrays are views into memory, valid until the next call. With an invalid text, racer or asset a session has no updates and its
// state is "unready".
class TrainingSession {
public:
    TrainingSession(const std::string& text, int racer);
    int advance(int updates);
    val column(const std::string& key);
    val weights();
    val checkpoint();
    // Lists what the listener's factor became in the last `advance`: update, factor, update, factor, … (Float64Array).
    val factors();
    // Returns the probability of each class (Float32Array) for the rows of inputs, floats, that it consumes.
    val probabilities();
    // These return the training or the validation samples: rows of inputs (Float32Array), and the class of each (Int32Array).
    val inputs(bool validation);
    val classes(bool validation);
    std::string state();  // JSON {update, updates, ended, restored}
    std::string hash();
    bool resume();  // consumes a checkpoint

private:
    std::optional<Run> run_;
    std::optional<Samples> samples_;
    std::unique_ptr<Trainer> trainer_;
    std::int64_t updates_ = 0;
    std::size_t factors_before_ = 0;  // the last `advance`
    std::vector<std::byte> checkpoint_;
    std::vector<float> probabilities_;
    std::vector<double> factors_;
};

// Returns the registry's columns of telemetry (JSON).
std::string columns();
// Starts a session and returns its number, which is valid until it is disposed of.
int start(const std::string& text, int racer);
void dispose(int number);
// Returns the session of that number; an unknown number gives an unready session.
TrainingSession& session(int number);

}  // namespace eta::page
