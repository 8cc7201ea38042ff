// What Keras has for what is registered here.
#pragma once

#include <array>

#include "eta/export/own_schedule.hpp"

namespace eta::keras_script {

inline constexpr auto positive_rate = [](const Entry& entry, const Values& values) { return value_of(entry, values, "lr") > 0; };

inline constexpr std::array schedules{
    OwnClass{"constant", "lr", "", "$lr"},
    OwnClass{"step", "lr factor every", "",
             "keras.optimizers.schedules.ExponentialDecay($lr, decay_steps=$every, decay_rate=$factor, staircase=True)"},
    OwnClass{"exponential", "lr rate every staircase", "",
             "keras.optimizers.schedules.ExponentialDecay($lr, decay_steps=$every, decay_rate=$rate, staircase=$staircase)"},
    OwnClass{"inverse_time", "lr rate every staircase", "",
             "keras.optimizers.schedules.InverseTimeDecay($lr, decay_steps=$every, decay_rate=$rate, staircase=$staircase)"},
    OwnClass{"linear", "lr to", "",
             "keras.optimizers.schedules.PolynomialDecay($lr, decay_steps=$T, end_learning_rate=$to, power=1.0)"},
    OwnClass{"polynomial", "lr to power over cycle", "",
             "keras.optimizers.schedules.PolynomialDecay($lr, decay_steps=$over, end_learning_rate=$to, power=$power, "
             "cycle=$cycle)"},
    OwnClass{"cosine", "lr to", "", "keras.optimizers.schedules.CosineDecay($lr, decay_steps=$T, alpha=$to / $lr)",
             positive_rate},
};

inline constexpr std::array reasons{
    WhyNot{"repeat", "Keras's CosineDecayRestarts slips by an update where float32 rounds, so this is a function."},
    WhyNot{"warmup",
           "Keras knows a warm-up only in CosineDecay, and there its first update does nothing, so this is a function."},
};

inline constexpr std::array optimizers{
    OwnClass{"sgd", "momentum nesterov weight_decay", "rate_in=velocity coupled=false",
             "SGD($base, momentum=$momentum, nesterov=$nesterov, weight_decay=$weight_decay$clip)"},
    OwnClass{"adam", "beta1 beta2 epsilon amsgrad weight_decay powers", "epsilon_at=hat coupled=false",
             "Adam($base, beta_1=$beta1, beta_2=$beta2, epsilon=$epsilon, amsgrad=$amsgrad, weight_decay=$weight_decay$clip)"},
    OwnClass{"adamw", "beta1 beta2 epsilon amsgrad weight_decay", "epsilon_at=hat",
             "AdamW($base, beta_1=$beta1, beta_2=$beta2, epsilon=$epsilon, amsgrad=$amsgrad, weight_decay=$weight_decay$clip)"},
    OwnClass{"rmsprop", "smoothing epsilon centred momentum weight_decay", "epsilon_at=inside rate_in=velocity coupled=false",
             "RMSprop($base, rho=$smoothing, epsilon=$epsilon, centered=$centred, momentum=$momentum, "
             "weight_decay=$weight_decay$clip)"},
    OwnClass{"adagrad", "epsilon start weight_decay", "epsilon_at=inside coupled=false",
             "Adagrad($base, initial_accumulator_value=$start, epsilon=$epsilon, weight_decay=$weight_decay$clip)"},
    OwnClass{"lion", "beta1 beta2 weight_decay", "",
             "Lion($base, beta_1=$beta1, beta_2=$beta2, weight_decay=$weight_decay$clip)"},
};

// What a number is called as a member of an optimizer.
struct Member {
    std::string_view param, name;
};
inline constexpr std::array members{Member{"beta1", "beta_1"}, Member{"beta2", "beta_2"}, Member{"smoothing", "rho"}};

}  // namespace eta::keras_script
