// What optax has for what is registered here.
#pragma once

#include <array>

#include "eta/describe/later_text.hpp"
#include "eta/export/own_schedule.hpp"

namespace eta::optax_script {

ETA_LATER inline constexpr std::array schedules{
    OwnClass{"constant"_later, "lr", "", "optax.constant_schedule($lr)"_later},
    OwnClass{"step", "lr factor every"_later, "",
             "optax.exponential_decay($lr, transition_steps=$every, decay_rate=$factor, staircase=True)"_later,
             [](const Entry& entry, const Values& values) { return value_of(entry, values, "factor"_later) > 0; }},
    OwnClass{"exponential"_later, "lr rate every staircase delay"_later, "",
             "optax.exponential_decay($lr, transition_steps=$every, decay_rate=$rate, transition_begin=$delay, "_later
             "staircase=$staircase)"_later,
             [](const Entry& entry, const Values& values) { return value_of(entry, values, "rate") > 0; }},
    OwnClass{"exponential"_later, "lr rate every staircase delay floor"_later, "",
             "optax.exponential_decay($lr, transition_steps=$every, decay_rate=$rate, transition_begin=$delay, "_later
             "staircase=$staircase, end_value=$floor)"_later,
             [](const Entry& entry, const Values& values) {
                 const double rate = value_of(entry, values, "rate");
                 return rate > 0 && rate < 1;
             }},
    OwnClass{"linear"_later, "lr to", "", "optax.linear_schedule($lr, $to, transition_steps=$T)"_later},
    OwnClass{"polynomial"_later, "lr to power over"_later, "",
             "optax.polynomial_schedule($lr, $to, power=$power, transition_steps=$over)"_later},
    OwnClass{"cosine"_later, "lr to power"_later, "",
             "optax.cosine_decay_schedule($lr, decay_steps=$T, alpha=$to / $lr, exponent=$power)"_later,
             [](const Entry& entry, const Values& values) { return value_of(entry, values, "lr") > 0; }},
};

inline constexpr std::array<WhyNot, 0> reasons{};

// Muon has one ε for matrices and biases.
inline constexpr auto one_epsilon = [](const Entry& entry, const Values& values) {
    return value_of(entry, values, "bias_epsilon"_later) == value_of(entry, values, "epsilon"_later);
};

// The pull that is part of the gradient stands before the rest. ${open} and ${close} stand around what takes numbers that change.
ETA_LATER inline constexpr std::array optimizers{
    OwnClass{"sgd", "momentum nesterov weight_decay"_later, "",
             "optax.chain(optax.add_decayed_weights($weight_decay), ${open}optax.sgd${close}(learning_rate=rate, "_later
             "momentum=$momentum, nesterov=$nesterov))"_later},
    OwnClass{
        "adam", "beta1 beta2 epsilon weight_decay"_later, "",
        "optax.chain(optax.add_decayed_weights($weight_decay), ${open}optax.adam${close}(learning_rate=rate, b1=$beta1, "_later
        "b2=$beta2, eps=$epsilon))"_later},
    OwnClass{
        "adam", "beta1 beta2 epsilon weight_decay"_later, "epsilon_at=inside"_later,
        "optax.chain(optax.add_decayed_weights($weight_decay), ${open}optax.adam${close}(learning_rate=rate, b1=$beta1, "_later
        "b2=$beta2, eps=0.0, eps_root=$epsilon))"_later},
    OwnClass{
        "adam", "beta1 beta2 epsilon weight_decay"_later, "amsgrad=true greatest=corrected"_later,
        "optax.chain(optax.add_decayed_weights($weight_decay), ${open}optax.amsgrad${close}(learning_rate=rate, b1=$beta1, "_later
        "b2=$beta2, eps=$epsilon))"_later},
    OwnClass{
        "adam", "beta1 beta2 epsilon weight_decay"_later, "coupled=false"_later,
        "${open}optax.adamw${close}(learning_rate=rate, b1=$beta1, b2=$beta2, eps=$epsilon, weight_decay=$weight_decay)"_later},
    OwnClass{
        "adamw", "beta1 beta2 epsilon weight_decay"_later, "decay_at=with"_later,
        "${open}optax.adamw${close}(learning_rate=rate, b1=$beta1, b2=$beta2, eps=$epsilon, weight_decay=$weight_decay)"_later},
    OwnClass{
        "rmsprop"_later, "smoothing epsilon centred momentum nesterov start weight_decay"_later,
        "epsilon_at=inside rate_in=velocity"_later,
        "optax.chain(optax.add_decayed_weights($weight_decay), ${open}optax.rmsprop${close}(learning_rate=rate, "_later
        "decay=$smoothing, eps=$epsilon, initial_scale=$start, centered=$centred, momentum=$momentum, nesterov=$nesterov))"_later},
    OwnClass{
        "rmsprop"_later, "smoothing epsilon centred momentum nesterov start weight_decay"_later, "rate_in=velocity"_later,
        "optax.chain(optax.add_decayed_weights($weight_decay), ${open}optax.rmsprop${close}(learning_rate=rate, "_later
        "decay=$smoothing, eps=$epsilon, initial_scale=$start, centered=$centred, momentum=$momentum, nesterov=$nesterov, "_later
        "eps_in_sqrt=False))"_later},
    OwnClass{"adagrad"_later, "epsilon start weight_decay"_later, "epsilon_at=inside"_later,
             "optax.chain(optax.add_decayed_weights($weight_decay), ${open}optax.adagrad${close}(learning_rate=rate, "_later
             "initial_accumulator_value=$start, eps=$epsilon))"_later},
    OwnClass{"lion", "beta1 beta2 weight_decay"_later, "",
             "${open}optax.lion${close}(learning_rate=rate, b1=$beta1, b2=$beta2, weight_decay=$weight_decay)"_later},
    OwnClass{
        "nadam", "beta1 beta2 epsilon weight_decay"_later, "lacking=0"_later,
        "optax.chain(optax.add_decayed_weights($weight_decay), ${open}optax.nadam${close}(learning_rate=rate, b1=$beta1, "_later
        "b2=$beta2, eps=$epsilon))"_later},
    OwnClass{
        "nadam", "beta1 beta2 epsilon weight_decay"_later, "lacking=0 coupled=false"_later,
        "${open}optax.nadamw${close}(learning_rate=rate, b1=$beta1, b2=$beta2, eps=$epsilon, weight_decay=$weight_decay)"_later},
    OwnClass{
        "radam", "beta1 beta2 epsilon threshold weight_decay"_later, "epsilon_at=outside"_later,
        "optax.chain(optax.add_decayed_weights($weight_decay), ${open}optax.radam${close}(learning_rate=rate, b1=$beta1, "_later
        "b2=$beta2, eps=$epsilon, threshold=$threshold))"_later},
    OwnClass{"adadelta"_later, "smoothing epsilon weight_decay"_later, "",
             "${open}optax.adadelta${close}(learning_rate=rate, rho=$smoothing, eps=$epsilon, weight_decay=$weight_decay)"_later},
    OwnClass{
        "adamax"_later, "beta1 beta2 epsilon weight_decay"_later, "",
        "optax.chain(optax.add_decayed_weights($weight_decay), ${open}optax.adamax${close}(learning_rate=rate, b1=$beta1, "_later
        "b2=$beta2, eps=$epsilon))"_later},
    OwnClass{
        "lamb", "beta1 beta2 epsilon weight_decay"_later, "",
        "${open}optax.lamb${close}(learning_rate=rate, b1=$beta1, b2=$beta2, eps=$epsilon, weight_decay=$weight_decay)"_later},
    OwnClass{"prodigy"_later, "beta1 beta2 epsilon d0 coef safeguard_warmup weight_decay"_later, "corrected=true"_later,
             "optax.contrib.prodigy(rate, betas=($beta1, $beta2), eps=$epsilon, estim_lr0=$d0, estim_lr_coef=$coef, "_later
             "safeguard_warmup=$safeguard_warmup, weight_decay=$weight_decay)"_later},
    // It counts updates from 1 where it asks for the rate.
    OwnClass{"schedule_free"_later, "beta power weight_decay"_later, "",
             "optax.contrib.schedule_free(optax.chain(optax.add_decayed_weights($weight_decay), optax.sgd(rate)), "_later
             "lambda count: rate(count - 1), b1=$beta, weight_lr_power=$power)"_later},
    OwnClass{"schedule_free"_later, "beta beta2 epsilon power weight_decay"_later, "base=adamw"_later,
             "optax.contrib.schedule_free(optax.chain(optax.scale_by_rms(decay=$beta2, eps=$epsilon, eps_in_sqrt=False, "_later
             "bias_correction=True), optax.add_decayed_weights($weight_decay), optax.scale_by_learning_rate(rate)), "_later
             "lambda count: rate(count - 1), b1=$beta, weight_lr_power=$power)"_later},
    OwnClass{"muon", "momentum nesterov rms steps a b c epsilon weight_decay bias_beta1 bias_beta2 bias_epsilon bias_decay"_later,
             "corrected=true epsilon_at=added"_later,
             "optax.contrib.muon(rate, ns_coeffs=($a, $b, $c), ns_steps=$steps, beta=$momentum, eps=$epsilon, "_later
             "weight_decay=$weight_decay, nesterov=$nesterov, adam_b1=$bias_beta1, adam_b2=$bias_beta2, "_later
             "adam_weight_decay=$bias_decay)"_later,
             one_epsilon},
    OwnClass{"muon", "momentum nesterov rms steps a b c epsilon weight_decay bias_beta1 bias_beta2 bias_epsilon bias_decay"_later,
             "corrected=true epsilon_at=added scale=match_rms"_later,
             "optax.contrib.muon(rate, ns_coeffs=($a, $b, $c), ns_steps=$steps, beta=$momentum, eps=$epsilon, "_later
             "weight_decay=$weight_decay, nesterov=$nesterov, adam_b1=$bias_beta1, adam_b2=$bias_beta2, "_later
             "adam_weight_decay=$bias_decay, consistent_rms=$rms)"_later,
             one_epsilon},
};

// What must not change from update to update, of an optimizer some of whose numbers do.
struct Fixed {
    std::string_view optimizer, names;
};
ETA_LATER inline constexpr std::array fixed{Fixed{"sgd", "\"nesterov\","_later},
                                            Fixed{"rmsprop"_later, "\"nesterov\", \"centered\", \"initial_scale\""_later}};

}  // namespace eta::optax_script
