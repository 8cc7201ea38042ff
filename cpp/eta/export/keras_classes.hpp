// What Keras has for what is registered here.
#pragma once

#include <array>

#include "eta/export/later_rows.hpp"

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
             "SGD($eta, momentum=$momentum, nesterov=$nesterov, weight_decay=$weight_decay$clip)"},
    OwnClass{"adam", "beta1 beta2 epsilon amsgrad weight_decay powers", "epsilon_at=hat coupled=false",
             "Adam($eta, beta_1=$beta1, beta_2=$beta2, epsilon=$epsilon, amsgrad=$amsgrad, weight_decay=$weight_decay$clip)"},
    OwnClass{"adamw", "beta1 beta2 epsilon amsgrad weight_decay", "epsilon_at=hat",
             "AdamW($eta, beta_1=$beta1, beta_2=$beta2, epsilon=$epsilon, amsgrad=$amsgrad, weight_decay=$weight_decay$clip)"},
    OwnClass{"rmsprop", "smoothing epsilon centred momentum weight_decay", "epsilon_at=inside rate_in=velocity coupled=false",
             "RMSprop($eta, rho=$smoothing, epsilon=$epsilon, centered=$centred, momentum=$momentum, "
             "weight_decay=$weight_decay$clip)"},
    OwnClass{"adagrad", "epsilon start weight_decay", "epsilon_at=inside coupled=false",
             "Adagrad($eta, initial_accumulator_value=$start, epsilon=$epsilon, weight_decay=$weight_decay$clip)"},
    OwnClass{"lion", "beta1 beta2 weight_decay", "", "Lion($eta, beta_1=$beta1, beta_2=$beta2, weight_decay=$weight_decay$clip)"},
    OwnClass{"nadam", "beta1 beta2 epsilon weight_decay", "momentum_decay=1 coupled=false",
             "Nadam($eta, beta_1=$beta1, beta_2=$beta2, epsilon=$epsilon, weight_decay=$weight_decay$clip)"},
    OwnClass{"adadelta", "smoothing epsilon weight_decay", "coupled=false",
             "Adadelta($eta, rho=$smoothing, epsilon=$epsilon, weight_decay=$weight_decay$clip)"},
    OwnClass{"adamax", "beta1 beta2 epsilon weight_decay", "epsilon_at=outside coupled=false",
             "Adamax($eta, beta_1=$beta1, beta_2=$beta2, epsilon=$epsilon, weight_decay=$weight_decay$clip)"},
    OwnClass{"lamb", "beta1 beta2 epsilon weight_decay", "decay_at=before",
             "Lamb($eta, beta_1=$beta1, beta_2=$beta2, epsilon=$epsilon, weight_decay=$weight_decay$clip)"},
    OwnClass{"schedule_free", "beta beta2 epsilon warmup weight_decay", "base=adamw power=0 coupled=false",
             "ScheduleFreeAdamW($eta, beta_1=$beta, beta_2=$beta2, epsilon=$epsilon, warmup_steps=$warmup, "
             "weight_decay=$weight_decay$clip)"},
    OwnClass{"muon",
             "momentum nesterov rms steps a b c epsilon weight_decay bias_beta1 bias_beta2 bias_epsilon bias_decay bias_rate",
             "form=sum scale=match_rms epsilon_at=added bias_epsilon_at=hat",
             "Muon($eta, momentum=$momentum, nesterov=$nesterov, rms_rate=$rms, ns_steps=$steps, muon_a=$a, muon_b=$b, "
             "muon_c=$c, epsilon=$epsilon, weight_decay=$weight_decay, adam_beta_1=$bias_beta1, adam_beta_2=$bias_beta2, "
             "adam_weight_decay=$bias_decay, adam_lr_ratio=$bias_rate$clip)",
             [](const Entry& entry, const Values& values) {
                 return value_of(entry, values, "bias_epsilon") == value_of(entry, values, "epsilon");
             }},
};

// What a class does otherwise whatever its numbers are.
inline constexpr std::array differences{
    WhyNot{"schedule_free", "on TensorFlow ScheduleFreeAdamW reads its momentum after it was changed, so that z is another"},
};

// What a number is called as a member of an optimizer.
struct Member {
    std::string_view param, name;
};
inline constexpr std::array members{Member{"beta1", "beta_1"}, Member{"beta2", "beta_2"}, Member{"smoothing", "rho"},
                                    Member{"beta", "beta_1"}};

}  // namespace eta::keras_script
