// What the page's module offers: the core's functions on plain values.
#pragma once

#include <emscripten/val.h>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "eta/train/trainer.hpp"

namespace eta::host {

using emscripten::val;

// What the page allows.
inline constexpr Limits limits{.updates = 1e6, .weights = 1e6};

std::string check(const std::string& text);
// Views into memory (typed arrays) are valid until the next call: to be copied at once.

// Room for the bytes that the next `provide`, `probabilities` or `resume` takes: a Uint8Array, to be filled at once.
val room(int bytes);
// η of racer number `racer` (from 1) at first, first + stride, … (Float64Array); empty if the text or the racer is not good.
val curve(const std::string& text, int racer, double first, int count, double stride);
// The canonical text after handle number `handle` of check's `handles` has been dragged to (t, eta); empty if there is none.
std::string drag(const std::string& text, int handle, double t, double eta);
// Takes the file of a data set.
void provide(const std::string& asset);
bool has(const std::string& asset);

// A racer that trains. Without a good text, racer or asset it has no updates and its state says "unready".
class Racing {
public:
    Racing(const std::string& text, int racer);
    int advance(int updates);
    val column(const std::string& key);
    val weights();
    val checkpoint();
    // What the plateau came to in the last `advance`: update, factor, update, factor, … (Float64Array).
    val factors();
    // The probability of each class (Float32Array) for the rows of inputs, floats, that it takes.
    val probabilities();
    // The training or the validation samples: rows of inputs (Float32Array), and the class of each (Int32Array).
    val inputs(bool validation);
    val classes(bool validation);
    std::string state();  // JSON {update, updates, ended, restored}
    std::string hash();
    bool resume();  // takes a checkpoint

private:
    std::optional<Run> run_;
    std::optional<Samples> samples_;
    std::unique_ptr<Trainer> trainer_;
    std::int64_t updates_ = 0;
    std::size_t heard_ = 0;  // factors that were there before the last `advance`
    std::vector<std::byte> checkpoint_;
    std::vector<float> probabilities_;
    std::vector<double> factors_;
};

// Starts one and gives its number, until it is dropped.
int start(const std::string& text, int racer);
void drop(int number);
// The trainer of that number; without one, one that is unready.
Racing& racing(int number);

}  // namespace eta::host
