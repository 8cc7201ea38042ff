// This writes a script of optax.
#include "eta/export/optax_script.hpp"
#include "eta/describe/later_text.hpp"

#include "eta/export/fill.hpp"
#include "eta/export/optax_classes.hpp"
#include "eta/export/rates.hpp"
#include "eta/export/script.hpp"
#include "eta/math/number.hpp"

namespace eta::optax_script {
namespace {

constexpr std::array activations{Named{"relu", "jax.nn.relu"_later}, Named{"tanh", "jnp.tanh"_later},
                                 Named{"sigmoid"_later, "jax.nn.sigmoid"_later}, Named{"identity"_later, "jnp.asarray"_later}};
constexpr std::array initialisers{
    Named{"he_normal"_later, "$normal * (2 / a) ** 0.5"_later},
    Named{"he_uniform"_later, "jax.random.uniform(key, (a, b), minval=-1, maxval=1) * (6 / a) ** 0.5"_later},
    Named{"glorot_normal"_later, "$normal * (2 / (a + b)) ** 0.5"_later},
    Named{"glorot_uniform"_later, "jax.random.uniform(key, (a, b), minval=-1, maxval=1) * (6 / (a + b)) ** 0.5"_later},
    Named{"fan_in_uniform"_later, "jax.random.uniform(key, (a, b), minval=-1, maxval=1) / a**0.5"_later}};
constexpr std::array losses{
    Named{"cross_entropy"_later, "optax.softmax_cross_entropy_with_integer_labels(z, y).mean()"_later},
    Named{"binary_cross_entropy"_later, "optax.sigmoid_binary_cross_entropy(z[:, 0], y).mean()"_later},
    Named{"double_softmax"_later, "optax.softmax_cross_entropy_with_integer_labels(jax.nn.softmax(z), y).mean()"_later}};

constexpr std::string_view model = R"(def make_params(key):
    params = []
    for a, b in zip(WIDTHS[:-1], WIDTHS[1:]):
        key, other = jax.random.split(key)
        params.append({"w": $draw, "b": $bias})
    return params


def logits(params, x):
    for layer in params[:-1]:
        x = $activation(x @ layer["w"] + layer["b"])
    return x @ params[-1]["w"] + params[-1]["b"]


def loss_of(params, x, y):
    z = logits(params, x)
    return $loss


@jax.jit
def evaluate(params, x, y):
    z = logits(params, x)
    return loss_of(params, x, y), jnp.mean($right)
)"_later;

std::string network(const Racer& racer) {
    const std::string_view key = racer.initialiser->words.key;
    const bool cut = racer.initialiser_values.size() > 0 && racer.initialiser_values[0] != 0;
    const std::string normal = cut ? "jax.random.truncated_normal(key, -2, 2, (a, b)) / 0.87962566103423978"_later
                                   : "jax.random.normal(key, (a, b))"_later;
    std::string widths;
    for (const int each : racer.widths) widths += (widths.empty() ? "" : ", ") + std::to_string(each);
    return "WIDTHS = ["_later + widths + "]\n\n\n"_later +
           fill(model,
                {{"draw", fill(code_of(initialisers, key), {{"normal"_later, normal}})},
                 {"bias", key == "fan_in_uniform"_later ? "jax.random.uniform(other, (b,), minval=-1, maxval=1) / a**0.5"_later
                                                        : "jnp.zeros(b)"_later},
                 {"activation"_later, code_of(activations, racer.activation->words.key)},
                 {"loss", code_of(losses, racer.loss->words.key)},
                 {"right", racer.widths.back() == 1 ? "(z[:, 0] > 0) == (y == 1)"_later : "z.argmax(1) == y"_later}});
}

std::string clip(const Racer& racer) {
    if (racer.clip->words.key == "value") return "optax.clip("_later + print(racer.clip_values[0]) + ")";
    if (racer.clip->words.key == "norm") return "optax.clip_by_global_norm("_later + print(racer.clip_values[0]) + ")";
    return "";
}

std::string clipped(const Racer& racer, const std::string& call) {
    const std::string limit = clip(racer);
    return limit.empty() ? call : "optax.chain("_later + limit + ", " + call + ")";
}

std::string optimizer(const Racer& racer) {
    const Values numbers = first_numbers(racer);
    auto near = near_class(optimizers, *racer.optimizer, numbers, {});
    std::string notes, statics;
    if (!near)
        notes = fill("# optax has no $name here: this is its sgd, which updates otherwise.\n"_later,
                     {{"name", std::string(racer.optimizer->words.key)}});
    else
        for (const std::string& each : near->differences) notes += "# Not the same: "_later + each + ".\n";
    if (racer.clip->words.key == "norm" && racer.clip_values[1] != 0)
        notes +=
            "# Not the same: nothing is added to the norm of the gradient, and not "_later + print(racer.clip_values[1]) + ".\n";
    bool changes = false;
    for (std::size_t p = 0; p < racer.numbers.size(); ++p) changes = changes || !racer.numbers[p].is_constant();
    for (const Fixed& each : fixed)
        if (each.optimizer == racer.optimizer->words.key) statics = ", static_args=("_later + std::string(each.names) + ")";
    // A number that changes is given as its function.
    std::string call = near ? near->text : "optax.sgd(rate)"_later;
    const bool injects = call.find("${open}"_later) != std::string::npos;
    if (changes && near && !injects) notes += "# Not the same: numbers that change keep their first values.\n"_later;
    if (racer.optimizer->words.key == "schedule_free"_later && has_layer_rates(racer))
        notes += "# Not the same: the weights that are trained are evaluated, and not their mean.\n"_later;
    if (changes && near && injects) {
        Filling with = arguments_of(*racer.optimizer, numbers, 0);
        for (std::size_t p = 0; p < racer.numbers.size(); ++p)
            if (!racer.numbers[p].is_constant()) with[p + 1].second = std::string(racer.optimizer->params[p].key);
        call = fill(near->row->text, with);
    }
    call = fill(call, {{"open", changes ? "optax.inject_hyperparams("_later : ""}, {"close", changes ? statics + ")" : ""}});
    // The norm is that of all layers together.
    if (!has_layer_rates(racer)) call = clipped(racer, call);
    return notes + "def make_optimizer(rate):\n    return "_later + call + "\n";
}

// Returns the line that brings in the listener's factor, which some layers may not follow.
std::string scale(const Racer& racer) {
    std::string apart;
    for (std::size_t l = 0; l < racer.layer_rate.size(); ++l)
        if (racer.layer_rate[l] && !racer.rate->lowers_layers()) apart += (apart.empty() ? "" : ", ") + std::to_string(l);
    if (apart.empty()) return "        changes = jax.tree.map(lambda change: factor * change, changes)\n"_later;
    return fill(
        "        changes = [each if k in [$apart] else jax.tree.map(lambda change: factor * change, each)\n"_later
        "                   for k, each in enumerate(changes)]\n"_later,
        {{"apart", apart}});
}

// Returns the weights that are evaluated.
std::string shown(const Racer& racer) {
    if (racer.optimizer->words.key != "schedule_free"_later || has_layer_rates(racer)) return "params"_later;
    const std::string state = clip(racer).empty() ? "state" : "state[-1]"_later;
    return "optax.contrib.schedule_free_eval_params("_later + state + ", params)"_later;
}

std::string schedule(const Racer& racer, const OwnSchedule& own) {
    std::string text;
    if (own.text.empty()) text = "# " + own.why + "\n";
    text += "def make_schedule():\n    return "_later + (own.text.empty() ? "eta" : own.text) + "\n";
    if (!has_layer_rates(racer)) return text;
    std::string list;
    for (const std::string& each : layer_rates(racer, "make_schedule()"_later, "")) list += (list.empty() ? "" : ", ") + each;
    return text +
           fill(
               "\n\ndef make_layered_optimizer():\n"_later
               "    rates = [$rates]\n"_later
               "    layers = [{\"w\": k, \"b\": k} for k in range(len(rates))]\n"_later
               "    return $call\n"_later,
               {{"rates", list},
                {"call",
                 clipped(racer,
                         "optax.multi_transform({k: make_optimizer(rate) for k, rate in enumerate(rates)}, layers)"_later)}});
}

constexpr std::string_view training = R"(def main():
    (x, y), (x_validation, y_validation) = load_data()
    params = make_params(jax.random.key(SEED))
    optimizer = $optimizer
    state = optimizer.init(params)

    @jax.jit
    def update(params, state, x, y$factor_in):
        gradient = jax.grad(loss_of)(params, x, y)
        changes, state = optimizer.update(gradient, state, params)
$scale        return optax.apply_updates(params, changes), state

    rows = batches(len(x))
$before    for t in range($updates):
        at = next(rows)
        params, state = update(params, state, x[at], y[at]$factor)
        if t + 1 in EVALUATIONS:
            loss, accuracy = map(float, evaluate($shown, x_validation, y_validation))
            print(f"{t + 1:7d}  validation loss {loss:.4f}  accuracy {accuracy:.4f}")
$listen$stop

if __name__ == "__main__":
    main()
)"_later;

}  // namespace

std::string write(const Run& run, const Racer& racer) {
    const OwnSchedule own = own_schedule(schedules, reasons, racer, "optax");
    const ListenerCode listener = listener_code(racer);
    const StopCode stop = stop_code(racer);
    auto curves = rates(racer);
    if (!own.text.empty()) curves.erase(curves.begin());
    Script script{{"", origin(run, racer, "optax jax numpy scikit-learn"_later) +
                           "import math\n\nimport jax\nimport jax.numpy as jnp\nimport numpy as np\nimport optax\n\n"_later +
                           constants(run, racer)},
                  {"The data"_later, data_code(run, racer)}};
    if (!curves.empty()) script.push_back({"The rate"_later, functions_of(curves, racer, jax_arrays)});
    if (!listener.call.empty())
        script.push_back(
            {"What listens to validation"_later, listener.definition + "\n\nlistener = "_later + listener.call + "\n"});
    script.push_back({"The network"_later, network(racer)});
    script.push_back({"The optimizer and its schedule"_later, optimizer(racer) + "\n\n" + schedule(racer, own)});
    const bool listens = !listener.call.empty();
    const std::string before = fill(stop.before, {}), after = stop.after_evaluation;
    const auto with_params = [](std::string text) {
        for (const auto& [from, to] : {std::pair<std::string, std::string>{"copy_of_weights(model)"_later, "params"_later},
                                       {"put_back(model, kept)"_later, "params = kept"_later}})
            if (const std::size_t at = text.find(from); at != std::string::npos) text.replace(at, from.size(), to);
        return text;
    };
    script.push_back({"The training"_later,
                      fill(training, {{"optimizer"_later, has_layer_rates(racer) ? "make_layered_optimizer()"_later
                                                                                 : "make_optimizer(make_schedule())"_later},
                                      {"factor_in"_later, listens ? ", factor"_later : ""},
                                      {"factor"_later, listens ? ", listener.current"_later : ""},
                                      {"scale", listens ? scale(racer) : ""},
                                      {"shown", shown(racer)},
                                      {"before"_later, indented(before, 4)},
                                      {"updates"_later, stop.updates},
                                      {"listen"_later, indented(listener.hears, 12)},
                                      {"stop", indented(with_params(after), 12)}})});
    return file_of(script);
}

}  // namespace eta::optax_script
