// What optax has for what is registered here.
#pragma once

#include <array>

#include "eta/export/later_rows.hpp"

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

// Muon has one ε for matrices and biases.
inline constexpr auto one_epsilon = [](const Entry& entry, const Values& values) {
    return value_of(entry, values, "bias_epsilon") == value_of(entry, values, "epsilon");
};

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
    OwnClass{"nadam", "beta1 beta2 epsilon weight_decay", "lacking=0",
             "optax.chain(optax.add_decayed_weights($weight_decay), ${open}optax.nadam${close}(learning_rate=rate, b1=$beta1, "
             "b2=$beta2, eps=$epsilon))"},
    OwnClass{"nadam", "beta1 beta2 epsilon weight_decay", "lacking=0 coupled=false",
             "${open}optax.nadamw${close}(learning_rate=rate, b1=$beta1, b2=$beta2, eps=$epsilon, weight_decay=$weight_decay)"},
    OwnClass{"radam", "beta1 beta2 epsilon threshold weight_decay", "epsilon_at=outside",
             "optax.chain(optax.add_decayed_weights($weight_decay), ${open}optax.radam${close}(learning_rate=rate, b1=$beta1, "
             "b2=$beta2, eps=$epsilon, threshold=$threshold))"},
    OwnClass{"adadelta", "smoothing epsilon weight_decay", "",
             "${open}optax.adadelta${close}(learning_rate=rate, rho=$smoothing, eps=$epsilon, weight_decay=$weight_decay)"},
    OwnClass{"adamax", "beta1 beta2 epsilon weight_decay", "",
             "optax.chain(optax.add_decayed_weights($weight_decay), ${open}optax.adamax${close}(learning_rate=rate, b1=$beta1, "
             "b2=$beta2, eps=$epsilon))"},
    OwnClass{"lamb", "beta1 beta2 epsilon weight_decay", "",
             "${open}optax.lamb${close}(learning_rate=rate, b1=$beta1, b2=$beta2, eps=$epsilon, weight_decay=$weight_decay)"},
    OwnClass{"prodigy", "beta1 beta2 epsilon d0 coef safeguard_warmup weight_decay", "corrected=true",
             "optax.contrib.prodigy(rate, betas=($beta1, $beta2), eps=$epsilon, estim_lr0=$d0, estim_lr_coef=$coef, "
             "safeguard_warmup=$safeguard_warmup, weight_decay=$weight_decay)"},
    // It counts updates from 1 where it asks for the rate.
    OwnClass{"schedule_free", "beta power weight_decay", "",
             "optax.contrib.schedule_free(optax.chain(optax.add_decayed_weights($weight_decay), optax.sgd(rate)), "
             "lambda count: rate(count - 1), b1=$beta, weight_lr_power=$power)"},
    OwnClass{"schedule_free", "beta beta2 epsilon power weight_decay", "base=adamw",
             "optax.contrib.schedule_free(optax.chain(optax.scale_by_rms(decay=$beta2, eps=$epsilon, eps_in_sqrt=False, "
             "bias_correction=True), optax.add_decayed_weights($weight_decay), optax.scale_by_learning_rate(rate)), "
             "lambda count: rate(count - 1), b1=$beta, weight_lr_power=$power)"},
    OwnClass{"muon", "momentum nesterov rms steps a b c epsilon weight_decay bias_beta1 bias_beta2 bias_epsilon bias_decay",
             "corrected=true epsilon_at=added",
             "optax.contrib.muon(rate, ns_coeffs=($a, $b, $c), ns_steps=$steps, beta=$momentum, eps=$epsilon, "
             "weight_decay=$weight_decay, nesterov=$nesterov, adam_b1=$bias_beta1, adam_b2=$bias_beta2, "
             "adam_weight_decay=$bias_decay)",
             one_epsilon},
    OwnClass{"muon", "momentum nesterov rms steps a b c epsilon weight_decay bias_beta1 bias_beta2 bias_epsilon bias_decay",
             "corrected=true epsilon_at=added scale=match_rms",
             "optax.contrib.muon(rate, ns_coeffs=($a, $b, $c), ns_steps=$steps, beta=$momentum, eps=$epsilon, "
             "weight_decay=$weight_decay, nesterov=$nesterov, adam_b1=$bias_beta1, adam_b2=$bias_beta2, "
             "adam_weight_decay=$bias_decay, consistent_rms=$rms)",
             one_epsilon},
};

// What must not change from update to update, of an optimizer some of whose numbers do.
struct Fixed {
    std::string_view optimizer, names;
};
inline constexpr std::array fixed{Fixed{"sgd", "\"nesterov\","},
                                  Fixed{"rmsprop", "\"nesterov\", \"centered\", \"initial_scale\""}};

}  // namespace eta::optax_script
