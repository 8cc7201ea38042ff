// How frameworks set the numbers that papers leave open. A convention is a table of defaults and nothing else.
#pragma once

#include <array>

#include "eta/language/defaults.hpp"

namespace eta {

// A row without an entry is the default of one of the run's keys; `lr` of an optimizer is that of the key lr under it.
struct Convention : Entry {
    Defaults rows;
};

// PyTorch 2.15: torch.optim, torch.nn.utils, torch.optim.lr_scheduler, torch.utils.data.DataLoader
inline constexpr std::array torch_rows{
    Replaced{"sgd", "lr", "0.001"},         Replaced{"adam", "lr", "0.001"},          Replaced{"adamw", "lr", "0.001"},
    Replaced{"rmsprop", "lr", "0.01"},      Replaced{"rmsprop", "smoothing", "0.99"}, Replaced{"adagrad", "lr", "0.01"},
    Replaced{"norm", "epsilon", "1e-6"},    Replaced{"warmup", "offset", "0"},        Replaced{"", "last_batch", "keep"},
    Replaced{"", "init", "fan_in_uniform"},
};

// Keras 3.15: keras.optimizers, keras.layers.Dense, Model.fit
inline constexpr std::array keras_rows{
    Replaced{"sgd", "lr", "0.01"},
    Replaced{"sgd", "rate_in", "velocity"},
    Replaced{"sgd", "coupled", "false"},
    Replaced{"adam", "lr", "0.001"},
    Replaced{"adam", "epsilon", "1e-7"},
    Replaced{"adam", "epsilon_at", "hat"},
    Replaced{"adam", "coupled", "false"},
    Replaced{"adamw", "lr", "0.001"},
    Replaced{"adamw", "epsilon", "1e-7"},
    Replaced{"adamw", "epsilon_at", "hat"},
    Replaced{"adamw", "weight_decay", "0.004"},
    Replaced{"rmsprop", "lr", "0.001"},
    Replaced{"rmsprop", "epsilon", "1e-7"},
    Replaced{"rmsprop", "epsilon_at", "inside"},
    Replaced{"rmsprop", "rate_in", "velocity"},
    Replaced{"rmsprop", "coupled", "false"},
    Replaced{"adagrad", "lr", "0.001"},
    Replaced{"adagrad", "epsilon", "1e-7"},
    Replaced{"adagrad", "epsilon_at", "inside"},
    Replaced{"adagrad", "start", "0.1"},
    Replaced{"adagrad", "coupled", "false"},
    Replaced{"lion", "lr", "0.001"},
    Replaced{"warmup", "offset", "0"},
    Replaced{"plateau", "relative", "false"},
    Replaced{"plateau", "fires", "at"},
    Replaced{"plateau", "cooldown_counts", "less_one"},
    Replaced{"", "init", "glorot_uniform"},
    Replaced{"he_normal", "truncated", "true"},
    Replaced{"glorot_normal", "truncated", "true"},
    Replaced{"", "last_batch", "keep"},
};

// optax 0.2.8; it has no default rate and no layers of its own
inline constexpr std::array optax_rows{
    Replaced{"adam", "greatest", "corrected"},   Replaced{"adam", "coupled", "false"},
    Replaced{"adamw", "greatest", "corrected"},  Replaced{"adamw", "weight_decay", "1e-4"},
    Replaced{"adamw", "decay_at", "with"},       Replaced{"rmsprop", "epsilon_at", "inside"},
    Replaced{"rmsprop", "rate_in", "velocity"},  Replaced{"adagrad", "epsilon", "1e-7"},
    Replaced{"adagrad", "epsilon_at", "inside"}, Replaced{"adagrad", "start", "0.1"},
    Replaced{"plateau", "fires", "equal"},       Replaced{"lion", "weight_decay", "0.001"},
    Replaced{"warmup", "offset", "0"},
};

inline constexpr std::array conventions{
    Convention{{{"none", "None", "Every number has the default that is declared beside it.", ""}, no_params}, {}},
    Convention{
        {{"torch", "PyTorch", "Numbers that are not given are those of PyTorch.", "https://pytorch.org/docs/stable/optim.html"},
         no_params},
        torch_rows},
    Convention{
        {{"keras", "Keras", "Numbers that are not given are those of Keras.", "https://keras.io/api/optimizers/"}, no_params},
        keras_rows},
    Convention{{{"optax", "optax", "Numbers that are not given are those of optax.", "https://optax.readthedocs.io"}, no_params},
               optax_rows},
};

}  // namespace eta
