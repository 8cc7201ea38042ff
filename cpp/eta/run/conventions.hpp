// Frameworks set the numbers that papers leave open. A convention is a table of such defaults and nothing else.
#pragma once

#include <array>

#include "eta/describe/entries.hpp"
#include "eta/language/defaults.hpp"

namespace eta {

// A row without an entry is the default of one of the run's keys; `lr` of an optimizer is that of the key lr under it.
// `given` are differences that are no defaults, because a text that has been published would change its bits by them: whoever
// compares frameworks writes them out.
struct Convention : Entry {
    Defaults rows;
    Defaults given = {};
};

// PyTorch 2.15: torch.optim, torch.nn.utils, torch.optim.lr_scheduler, torch.utils.data.DataLoader; schedule_free
// and prodigy: the packages schedulefree 1.4 and prodigyopt 1.1
inline constexpr std::array torch_rows{
    DefaultOverride{"sgd", "lr", "0.001"},           DefaultOverride{"adam", "lr", "0.001"},
    DefaultOverride{"adamw", "lr", "0.001"},         DefaultOverride{"rmsprop", "lr", "0.01"},
    DefaultOverride{"rmsprop", "smoothing", "0.99"}, DefaultOverride{"adagrad", "lr", "0.01"},
    DefaultOverride{"norm", "epsilon", "1e-6"},      DefaultOverride{"plateau", "eps", "1e-8"},
    DefaultOverride{"warmup", "offset", "0"},        DefaultOverride{"one_cycle", "peak", "before"},
    DefaultOverride{"wsd", "offset", "0"},           DefaultOverride{"", "last_batch", "keep"},
    DefaultOverride{"", "init", "fan_in_uniform"},   DefaultOverride{"nadam", "lr", "0.002"},
    DefaultOverride{"radam", "lr", "0.001"},         DefaultOverride{"adadelta", "lr", "1"},
    DefaultOverride{"adamax", "lr", "0.002"},        DefaultOverride{"muon", "lr", "0.001"},
    DefaultOverride{"schedule_free", "lr", "1"},     DefaultOverride{"prodigy", "lr", "1"},
};

// Keras 3.15: keras.optimizers, keras.layers.Dense, Model.fit
inline constexpr std::array keras_rows{
    DefaultOverride{"sgd", "lr", "0.01"},
    DefaultOverride{"sgd", "rate_in", "velocity"},
    DefaultOverride{"sgd", "coupled", "false"},
    DefaultOverride{"adam", "lr", "0.001"},
    DefaultOverride{"adam", "epsilon", "1e-7"},
    DefaultOverride{"adam", "epsilon_at", "hat"},
    DefaultOverride{"adam", "coupled", "false"},
    DefaultOverride{"adamw", "lr", "0.001"},
    DefaultOverride{"adamw", "epsilon", "1e-7"},
    DefaultOverride{"adamw", "epsilon_at", "hat"},
    DefaultOverride{"adamw", "weight_decay", "0.004"},
    DefaultOverride{"rmsprop", "lr", "0.001"},
    DefaultOverride{"rmsprop", "epsilon", "1e-7"},
    DefaultOverride{"rmsprop", "epsilon_at", "inside"},
    DefaultOverride{"rmsprop", "rate_in", "velocity"},
    DefaultOverride{"rmsprop", "coupled", "false"},
    DefaultOverride{"adagrad", "lr", "0.001"},
    DefaultOverride{"adagrad", "epsilon", "1e-7"},
    DefaultOverride{"adagrad", "epsilon_at", "inside"},
    DefaultOverride{"adagrad", "start", "0.1"},
    DefaultOverride{"adagrad", "coupled", "false"},
    DefaultOverride{"lion", "lr", "0.001"},
    DefaultOverride{"warmup", "offset", "0"},
    DefaultOverride{"multistep", "boundary", "after"},
    DefaultOverride{"wsd", "offset", "0"},
    DefaultOverride{"plateau", "relative", "false"},
    DefaultOverride{"plateau", "fires", "at"},
    DefaultOverride{"plateau", "cooldown_counts", "less_one"},
    DefaultOverride{"", "init", "glorot_uniform"},
    DefaultOverride{"he_normal", "truncated", "true"},
    DefaultOverride{"glorot_normal", "truncated", "true"},
    DefaultOverride{"", "last_batch", "keep"},
    DefaultOverride{"nadam", "lr", "0.001"},
    DefaultOverride{"nadam", "epsilon", "1e-7"},
    DefaultOverride{"nadam", "momentum_decay", "1"},
    DefaultOverride{"nadam", "coupled", "false"},
    DefaultOverride{"adadelta", "lr", "0.001"},
    DefaultOverride{"adadelta", "smoothing", "0.95"},
    DefaultOverride{"adadelta", "epsilon", "1e-7"},
    DefaultOverride{"adadelta", "coupled", "false"},
    DefaultOverride{"adamax", "lr", "0.001"},
    DefaultOverride{"adamax", "epsilon", "1e-7"},
    DefaultOverride{"adamax", "epsilon_at", "outside"},
    DefaultOverride{"adamax", "coupled", "false"},
    DefaultOverride{"lamb", "lr", "0.001"},
    DefaultOverride{"lamb", "epsilon", "1e-7"},
    DefaultOverride{"lamb", "decay_at", "before"},
    DefaultOverride{"muon", "lr", "0.001"},
    DefaultOverride{"muon", "form", "sum"},
    DefaultOverride{"muon", "scale", "match_rms"},
    DefaultOverride{"muon", "epsilon_at", "added"},
    DefaultOverride{"muon", "weight_decay", "0.004"},
    DefaultOverride{"muon", "bias_epsilon", "1e-7"},
    DefaultOverride{"muon", "bias_epsilon_at", "hat"},
    DefaultOverride{"muon", "bias_decay", "0.004"},
    DefaultOverride{"schedule_free", "lr", "0.0025"},
    DefaultOverride{"schedule_free", "base", "adamw"},
    DefaultOverride{"schedule_free", "power", "0"},
    DefaultOverride{"schedule_free", "coupled", "false"},
};

// Keras keeps the left value of PiecewiseConstantDecay at the boundary, and its CosineDecay(warmup_steps) decays over decay_steps
// after the warm-up. Points and warm-ups were there before these parameters.
inline constexpr std::array keras_given{
    DefaultOverride{"points", "boundary", "after"},
    DefaultOverride{"warmup", "counts", "apart"},
};

// optax 0.2.8; it has no default rate and no layers of its own
inline constexpr std::array optax_rows{
    DefaultOverride{"adam", "greatest", "corrected"},   DefaultOverride{"adam", "coupled", "false"},
    DefaultOverride{"adamw", "greatest", "corrected"},  DefaultOverride{"adamw", "weight_decay", "1e-4"},
    DefaultOverride{"adamw", "decay_at", "with"},       DefaultOverride{"rmsprop", "epsilon_at", "inside"},
    DefaultOverride{"rmsprop", "rate_in", "velocity"},  DefaultOverride{"adagrad", "epsilon", "1e-7"},
    DefaultOverride{"adagrad", "epsilon_at", "inside"}, DefaultOverride{"adagrad", "start", "0.1"},
    DefaultOverride{"plateau", "fires", "equal"},       DefaultOverride{"lion", "weight_decay", "0.001"},
    DefaultOverride{"warmup", "offset", "0"},           DefaultOverride{"wsd", "offset", "0"},
    DefaultOverride{"nadam", "lacking", "0"},           DefaultOverride{"nadam", "coupled", "false"},
    DefaultOverride{"radam", "epsilon_at", "outside"},  DefaultOverride{"muon", "corrected", "true"},
    DefaultOverride{"muon", "epsilon", "1e-8"},         DefaultOverride{"muon", "epsilon_at", "added"},
    DefaultOverride{"muon", "weight_decay", "0"},       DefaultOverride{"muon", "bias_decay", "0"},
    DefaultOverride{"prodigy", "corrected", "true"},
};

inline constexpr std::array all_conventions{
    Convention{{{"none", "None", "Every number has the default that is declared beside it.", ""}, no_params}, {}},
    Convention{
        {{"torch", "PyTorch", "Numbers that are not given are those of PyTorch.", "https://pytorch.org/docs/stable/optim.html"},
         no_params},
        torch_rows},
    Convention{
        {{"keras", "Keras", "Numbers that are not given are those of Keras.", "https://keras.io/api/optimizers/"}, no_params},
        keras_rows,
        keras_given},
    Convention{{{"optax", "optax", "Numbers that are not given are those of optax.", "https://optax.readthedocs.io"}, no_params},
               optax_rows},
};

inline constexpr auto conventions = entries_of<all_conventions, "none">();

}  // namespace eta
