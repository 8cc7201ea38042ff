// What Keras has for what is registered here.
#pragma once

#include <array>

#include "eta/describe/later_text.hpp"
#include "eta/export/own_schedule.hpp"

namespace eta::keras_script {

inline constexpr auto positive_rate = [](const Entry& entry, const Values& values) { return value_of(entry, values, "lr") > 0; };

ETA_LATER inline constexpr std::array schedules{
    OwnClass{"constant"_later, "lr", "", "$lr"},
    OwnClass{"step", "lr factor every"_later, "",
             "keras.optimizers.schedules.ExponentialDecay($lr, decay_steps=$every, decay_rate=$factor, staircase=True)"_later},
    OwnClass{
        "exponential"_later, "lr rate every staircase"_later, "",
        "keras.optimizers.schedules.ExponentialDecay($lr, decay_steps=$every, decay_rate=$rate, staircase=$staircase)"_later},
    OwnClass{
        "inverse_time"_later, "lr rate every staircase"_later, "",
        "keras.optimizers.schedules.InverseTimeDecay($lr, decay_steps=$every, decay_rate=$rate, staircase=$staircase)"_later},
    OwnClass{"linear"_later, "lr to", "",
             "keras.optimizers.schedules.PolynomialDecay($lr, decay_steps=$T, end_learning_rate=$to, power=1.0)"_later},
    OwnClass{"polynomial"_later, "lr to power over cycle"_later, "",
             "keras.optimizers.schedules.PolynomialDecay($lr, decay_steps=$over, end_learning_rate=$to, power=$power, "_later
             "cycle=$cycle)"_later},
    OwnClass{"cosine"_later, "lr to", "", "keras.optimizers.schedules.CosineDecay($lr, decay_steps=$T, alpha=$to / $lr)"_later,
             positive_rate},
};

ETA_LATER inline constexpr std::array reasons{
    WhyNot{"repeat"_later, "Keras's CosineDecayRestarts slips by an update where float32 rounds, so this is a function."_later},
    WhyNot{"warmup"_later,
           "Keras knows a warm-up only in CosineDecay, and there its first update does nothing, so this is a function."_later},
};

ETA_LATER inline constexpr std::array optimizers{
    OwnClass{"sgd", "momentum nesterov weight_decay"_later, "rate_in=velocity coupled=false"_later,
             "SGD($eta, momentum=$momentum, nesterov=$nesterov, weight_decay=$weight_decay$clip)"_later},
    OwnClass{
        "adam", "beta1 beta2 epsilon amsgrad weight_decay powers"_later, "epsilon_at=hat coupled=false"_later,
        "Adam($eta, beta_1=$beta1, beta_2=$beta2, epsilon=$epsilon, amsgrad=$amsgrad, weight_decay=$weight_decay$clip)"_later},
    OwnClass{
        "adamw", "beta1 beta2 epsilon amsgrad weight_decay"_later, "epsilon_at=hat"_later,
        "AdamW($eta, beta_1=$beta1, beta_2=$beta2, epsilon=$epsilon, amsgrad=$amsgrad, weight_decay=$weight_decay$clip)"_later},
    OwnClass{"rmsprop"_later, "smoothing epsilon centred momentum weight_decay"_later,
             "epsilon_at=inside rate_in=velocity coupled=false"_later,
             "RMSprop($eta, rho=$smoothing, epsilon=$epsilon, centered=$centred, momentum=$momentum, "_later
             "weight_decay=$weight_decay$clip)"_later},
    OwnClass{"adagrad"_later, "epsilon start weight_decay"_later, "epsilon_at=inside coupled=false"_later,
             "Adagrad($eta, initial_accumulator_value=$start, epsilon=$epsilon, weight_decay=$weight_decay$clip)"_later},
    OwnClass{"lion", "beta1 beta2 weight_decay"_later, "",
             "Lion($eta, beta_1=$beta1, beta_2=$beta2, weight_decay=$weight_decay$clip)"_later},
    OwnClass{"nadam", "beta1 beta2 epsilon weight_decay"_later, "momentum_decay=1 coupled=false"_later,
             "Nadam($eta, beta_1=$beta1, beta_2=$beta2, epsilon=$epsilon, weight_decay=$weight_decay$clip)"_later},
    OwnClass{"adadelta"_later, "smoothing epsilon weight_decay"_later, "coupled=false"_later,
             "Adadelta($eta, rho=$smoothing, epsilon=$epsilon, weight_decay=$weight_decay$clip)"_later},
    OwnClass{"adamax"_later, "beta1 beta2 epsilon weight_decay"_later, "epsilon_at=outside coupled=false"_later,
             "Adamax($eta, beta_1=$beta1, beta_2=$beta2, epsilon=$epsilon, weight_decay=$weight_decay$clip)"_later},
    OwnClass{"lamb", "beta1 beta2 epsilon weight_decay"_later, "decay_at=before"_later,
             "Lamb($eta, beta_1=$beta1, beta_2=$beta2, epsilon=$epsilon, weight_decay=$weight_decay$clip)"_later},
    OwnClass{"schedule_free"_later, "beta beta2 epsilon warmup weight_decay"_later, "base=adamw power=0 coupled=false"_later,
             "ScheduleFreeAdamW($eta, beta_1=$beta, beta_2=$beta2, epsilon=$epsilon, warmup_steps=$warmup, "_later
             "weight_decay=$weight_decay$clip)"_later},
    OwnClass{
        "muon",
        "momentum nesterov rms steps a b c epsilon weight_decay bias_beta1 bias_beta2 bias_epsilon bias_decay bias_rate"_later,
        "form=sum scale=match_rms epsilon_at=added bias_epsilon_at=hat"_later,
        "Muon($eta, momentum=$momentum, nesterov=$nesterov, rms_rate=$rms, ns_steps=$steps, muon_a=$a, muon_b=$b, "_later
        "muon_c=$c, epsilon=$epsilon, weight_decay=$weight_decay, adam_beta_1=$bias_beta1, adam_beta_2=$bias_beta2, "_later
        "adam_weight_decay=$bias_decay, adam_lr_ratio=$bias_rate$clip)"_later,
        [](const Entry& entry, const Values& values) {
            return value_of(entry, values, "bias_epsilon"_later) == value_of(entry, values, "epsilon"_later);
        }},
};

// What a class does otherwise whatever its numbers are.
ETA_LATER inline constexpr std::array differences{
    WhyNot{"schedule_free"_later,
           "on TensorFlow ScheduleFreeAdamW reads its momentum after it was changed, so that z is another"_later},
};

// What a number is called as a member of an optimizer.
struct Member {
    std::string_view param, name;
};
ETA_LATER inline constexpr std::array members{Member{"beta1", "beta_1"_later}, Member{"beta2", "beta_2"_later},
                                              Member{"smoothing"_later, "rho"}, Member{"beta", "beta_1"_later}};

}  // namespace eta::keras_script
