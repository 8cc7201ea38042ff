// What optax has for what is registered here.
#pragma once

#include <array>

#include "eta/export/own_schedule.hpp"

namespace eta::optax_script {

inline constexpr std::array schedules{
    OwnClass{"constant", "lr", "", "optax.constant_schedule($lr)"},
    OwnClass{"step", "lr factor every", "",
             "optax.exponential_decay($lr, transition_steps=$every, decay_rate=$factor, staircase=True)",
             [](const Entry& entry, const Values& values) { return value_of(entry, values, "factor") > 0; }},
    OwnClass{"exponential", "lr rate every staircase delay", "",
             "optax.exponential_decay($lr, transition_steps=$every, decay_rate=$rate, transition_begin=$delay, "
             "staircase=$staircase)",
             [](const Entry& entry, const Values& values) { return value_of(entry, values, "rate") > 0; }},
    OwnClass{"exponential", "lr rate every staircase delay floor", "",
             "optax.exponential_decay($lr, transition_steps=$every, decay_rate=$rate, transition_begin=$delay, "
             "staircase=$staircase, end_value=$floor)",
             [](const Entry& entry, const Values& values) {
                 const double rate = value_of(entry, values, "rate");
                 return rate > 0 && rate < 1;
             }},
    OwnClass{"linear", "lr to", "", "optax.linear_schedule($lr, $to, transition_steps=$T)"},
    OwnClass{"polynomial", "lr to power over", "", "optax.polynomial_schedule($lr, $to, power=$power, transition_steps=$over)"},
    OwnClass{"cosine", "lr to power", "", "optax.cosine_decay_schedule($lr, decay_steps=$T, alpha=$to / $lr, exponent=$power)",
             [](const Entry& entry, const Values& values) { return value_of(entry, values, "lr") > 0; }},
};

inline constexpr std::array<WhyNot, 0> reasons{};

// The pull that is part of the gradient stands before the rest. ${open} and ${close} stand around what takes numbers that change.
inline constexpr std::array optimizers{
    OwnClass{"sgd", "momentum nesterov weight_decay", "",
             "optax.chain(optax.add_decayed_weights($weight_decay), ${open}optax.sgd${close}(learning_rate=rate, "
             "momentum=$momentum, nesterov=$nesterov))"},
    OwnClass{"adam", "beta1 beta2 epsilon weight_decay", "",
             "optax.chain(optax.add_decayed_weights($weight_decay), ${open}optax.adam${close}(learning_rate=rate, b1=$beta1, "
             "b2=$beta2, eps=$epsilon))"},
    OwnClass{"adam", "beta1 beta2 epsilon weight_decay", "epsilon_at=inside",
             "optax.chain(optax.add_decayed_weights($weight_decay), ${open}optax.adam${close}(learning_rate=rate, b1=$beta1, "
             "b2=$beta2, eps=0.0, eps_root=$epsilon))"},
    OwnClass{"adam", "beta1 beta2 epsilon weight_decay", "amsgrad=true greatest=corrected",
             "optax.chain(optax.add_decayed_weights($weight_decay), ${open}optax.amsgrad${close}(learning_rate=rate, b1=$beta1, "
             "b2=$beta2, eps=$epsilon))"},
    OwnClass{"adam", "beta1 beta2 epsilon weight_decay", "coupled=false",
             "${open}optax.adamw${close}(learning_rate=rate, b1=$beta1, b2=$beta2, eps=$epsilon, weight_decay=$weight_decay)"},
    OwnClass{"adamw", "beta1 beta2 epsilon weight_decay", "decay_at=with",
             "${open}optax.adamw${close}(learning_rate=rate, b1=$beta1, b2=$beta2, eps=$epsilon, weight_decay=$weight_decay)"},
    OwnClass{"rmsprop", "smoothing epsilon centred momentum nesterov start weight_decay", "epsilon_at=inside rate_in=velocity",
             "optax.chain(optax.add_decayed_weights($weight_decay), ${open}optax.rmsprop${close}(learning_rate=rate, "
             "decay=$smoothing, eps=$epsilon, initial_scale=$start, centered=$centred, momentum=$momentum, nesterov=$nesterov))"},
    OwnClass{"rmsprop", "smoothing epsilon centred momentum nesterov start weight_decay", "rate_in=velocity",
             "optax.chain(optax.add_decayed_weights($weight_decay), ${open}optax.rmsprop${close}(learning_rate=rate, "
             "decay=$smoothing, eps=$epsilon, initial_scale=$start, centered=$centred, momentum=$momentum, nesterov=$nesterov, "
             "eps_in_sqrt=False))"},
    OwnClass{"adagrad", "epsilon start weight_decay", "epsilon_at=inside",
             "optax.chain(optax.add_decayed_weights($weight_decay), ${open}optax.adagrad${close}(learning_rate=rate, "
             "initial_accumulator_value=$start, eps=$epsilon))"},
    OwnClass{"lion", "beta1 beta2 weight_decay", "",
             "${open}optax.lion${close}(learning_rate=rate, b1=$beta1, b2=$beta2, weight_decay=$weight_decay)"},
};

// What must not change from update to update, of an optimizer some of whose numbers do.
struct Fixed {
    std::string_view optimizer, names;
};
inline constexpr std::array fixed{Fixed{"sgd", "\"nesterov\","},
                                  Fixed{"rmsprop", "\"nesterov\", \"centered\", \"initial_scale\""}};

}  // namespace eta::optax_script
