// These are the keys of a run, in the order in which they are printed.
#pragma once

#include <array>
#include <string_view>

#include "eta/describe/entry.hpp"

namespace eta {

// A key's value is written in one of these forms.
enum class Form {
    call,        // a registered thing of kind `kind`, with its arguments
    schedule,    // a schedule
    number,      // a number in [min, max]
    whole,       // a whole number in [min, max]
    widths,      // 128-64, or none
    validation,  // a number of samples, or a part of them in %
    interval,    // a length above 0, not rounded
    choice,      // one of the words of `kind`
    text         // anything
};

// This says whose a key may be: `everywhere` is one for all racers; `racer` may differ from one to the next.
enum class Reach { everywhere, racer };

struct Key {
    std::string_view key;
    English name;
    Form form;
    Reach reach;
    std::string_view kind;  // the registry a call's value comes from, or the words of a choice
    double min, max;
    std::string_view initial;  // empty: none, or declared elsewhere (validation: by the data set)
    Scale scale;
    English help;
};

inline constexpr double max_seed = 9007199254740991;  // 2⁵³ − 1: exact in a double

inline constexpr std::array run_keys{
    Key{"convention", "Convention", Form::call, Reach::racer, "convention", 0, 0, "none", Scale::linear,
        "whose defaults hold where the text gives none: a framework's, or those declared here"},
    Key{"data", "Data", Form::call, Reach::everywhere, "data", 0, 0, "digits", Scale::linear, "what is learned"},
    Key{"validation", "Validation", Form::validation, Reach::everywhere, "", 1, 1e7, "", Scale::linear,
        "samples set aside to measure on: a number such as 500, or a part such as 20%"},
    Key{"split", "Split", Form::call, Reach::everywhere, "split", 0, 0, "stratified", Scale::linear,
        "how the validation samples are chosen"},
    Key{"label_noise", "Label noise", Form::number, Reach::everywhere, "", 0, 1, "0", Scale::linear,
        "the part of the training samples that are given another, wrong class; those that validate keep theirs"},
    Key{"hidden", "Hidden widths", Form::widths, Reach::racer, "", 1, 1e6, "32", Scale::linear,
        "units of each hidden layer, such as 128-64; none is a linear model"},
    Key{"act", "Activation", Form::call, Reach::racer, "activation", 0, 0, "relu", Scale::linear,
        "the function after each hidden layer"},
    Key{"init", "Initial weights", Form::call, Reach::racer, "initialiser", 0, 0, "he_normal", Scale::linear,
        "how the first weights are drawn"},
    Key{"loss", "Loss", Form::call, Reach::racer, "loss", 0, 0, "cross_entropy", Scale::linear, "what training makes small"},
    Key{"opt", "Optimizer", Form::call, Reach::racer, "optimizer", 0, 0, "sgd", Scale::linear,
        "how a gradient becomes an update"},
    Key{"clip", "Clipping", Form::call, Reach::racer, "clip", 0, 0, "none", Scale::linear,
        "a limit that the gradient is brought to before the optimizer sees it"},
    Key{"lr", "η₀", Form::number, Reach::racer, "", 0, 1000, "0.5", Scale::log,
        "the base rate: every schedule's lr unless it says otherwise"},
    Key{"layer_decay", "Layer decay", Form::number, Reach::racer, "", 0, 1, "1", Scale::linear,
        "layer l of L has the rate multiplied by this to the power L − l; a layer with its own schedule does not"},
    Key{"batch", "Batch", Form::whole, Reach::racer, "", 1, 1e6, "8", Scale::log,
        "samples in an update: a whole number, or sizes with their places, such as points(0:8, 50%:16, shape=step)"},
    Key{"last_batch", "Last batch", Form::choice, Reach::racer, "drop keep", 0, 0, "drop", Scale::linear,
        "what becomes of an epoch's incomplete last batch"},
    Key{"steps", "Updates", Form::whole, Reach::everywhere, "", 1, 1e7, "800", Scale::log, "updates in the run"},
    Key{"epochs", "Epochs", Form::whole, Reach::everywhere, "", 1, 1e7, "", Scale::log,
        "passes through the training samples, instead of updates"},
    Key{"stop", "Stop", Form::call, Reach::racer, "stop", 0, 0, "none", Scale::linear,
        "what ends the run before its last update"},
    Key{"average", "Average", Form::call, Reach::racer, "average", 0, 0, "none", Scale::linear,
        "a mean of the weights that is measured beside them"},
    Key{"evaluate", "Evaluate every", Form::interval, Reach::everywhere, "", 0, 1e7, "1%", Scale::linear,
        "updates between two measurements on the validation samples"},
    Key{"measure", "Measure on", Form::choice, Reach::everywhere, "validation both", 0, 0, "validation", Scale::linear,
        "validation: the validation samples; both: all training samples too"},
    Key{"seed", "Seed", Form::whole, Reach::everywhere, "", 0, max_seed, "1", Scale::linear,
        "picks the first weights and the order of the batches"},
    Key{"label", "Label", Form::text, Reach::racer, "", 0, 0, "", Scale::linear, "a racer's name in your own words"},
    Key{"schedule", "Schedule", Form::schedule, Reach::racer, "schedule", 0, 0, "constant", Scale::linear,
        "the rate at every update"},
};

// Later versions may give these names a meaning.
inline constexpr std::array<std::string_view, 2> reserved_keys{"accumulate", "replicas"};

inline constexpr std::size_t max_racers = 6;
inline constexpr std::size_t max_hidden_layers = 16;
inline constexpr std::size_t max_label_characters = 80;
inline constexpr std::size_t max_run_bytes = 8192;  // bytes

// A program allows at most this: the page less than the native one.
struct Limits {
    double updates = 1e7;
    double weights = 1e6;
};

// Returns the key of that name, or null. `schedule.2` is found as schedule.
constexpr const Key* find_key(std::string_view name) {
    if (name.starts_with("schedule.")) name = "schedule";
    for (const Key& each : run_keys)
        if (each.key == name) return &each;
    return nullptr;
}

}  // namespace eta
