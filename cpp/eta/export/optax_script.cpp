// This writes a script of optax.
#include "eta/export/optax_script.hpp"

#include "eta/export/fill.hpp"
#include "eta/export/optax_classes.hpp"
#include "eta/export/rates.hpp"
#include "eta/export/script.hpp"
#include "eta/math/number.hpp"

namespace eta::optax_script {
namespace {

constexpr std::array activations{Named{"relu", "jax.nn.relu"}, Named{"tanh", "jnp.tanh"}, Named{"sigmoid", "jax.nn.sigmoid"},
                                 Named{"identity", "jnp.asarray"}};
constexpr std::array initialisers{
    Named{"he_normal", "$normal * (2 / a) ** 0.5"},
    Named{"he_uniform", "jax.random.uniform(key, (a, b), minval=-1, maxval=1) * (6 / a) ** 0.5"},
    Named{"glorot_normal", "$normal * (2 / (a + b)) ** 0.5"},
    Named{"glorot_uniform", "jax.random.uniform(key, (a, b), minval=-1, maxval=1) * (6 / (a + b)) ** 0.5"},
    Named{"fan_in_uniform", "jax.random.uniform(key, (a, b), minval=-1, maxval=1) / a**0.5"}};
constexpr std::array losses{
    Named{"cross_entropy", "optax.softmax_cross_entropy_with_integer_labels(z, y).mean()"},
    Named{"binary_cross_entropy", "optax.sigmoid_binary_cross_entropy(z[:, 0], y).mean()"},
    Named{"double_softmax", "optax.softmax_cross_entropy_with_integer_labels(jax.nn.softmax(z), y).mean()"}};

constexpr std::array<std::string_view, 1> model{R"(def make_params(key):
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
)"};

std::string network(const Racer& racer) {
    const std::string_view key = racer.initialiser->words.key;
    const bool cut = racer.initialiser_values.size() > 0 && racer.initialiser_values[0] != 0;
    const std::string normal =
        cut ? "jax.random.truncated_normal(key, -2, 2, (a, b)) / 0.87962566103423978" : "jax.random.normal(key, (a, b))";
    std::string widths;
    for (const int each : racer.widths) widths += (widths.empty() ? "" : ", ") + std::to_string(each);
    return "WIDTHS = [" + widths + "]\n\n\n" +
           fill(text_of<model>(),
                {{"draw", fill(code_of(initialisers, key), {{"normal", normal}})},
                 {"bias",
                  key == "fan_in_uniform" ? "jax.random.uniform(other, (b,), minval=-1, maxval=1) / a**0.5" : "jnp.zeros(b)"},
                 {"activation", code_of(activations, racer.activation->words.key)},
                 {"loss", code_of(losses, racer.loss->words.key)},
                 {"right", racer.widths.back() == 1 ? "(z[:, 0] > 0) == (y == 1)" : "z.argmax(1) == y"}});
}

std::string clip(const Racer& racer) {
    if (racer.clip->words.key == "value") return "optax.clip(" + print(racer.clip_values[0]) + ")";
    if (racer.clip->words.key == "norm") return "optax.clip_by_global_norm(" + print(racer.clip_values[0]) + ")";
    return "";
}

std::string optimizer(const Racer& racer) {
    Values numbers = first_numbers(racer);
    auto near = near_class(rows_of<optimizers>(), *racer.optimizer, numbers, {});
    std::string notes, statics;
    if (!near)
        notes = fill("# optax has no $name here: this is its sgd, which updates otherwise.\n",
                     {{"name", std::string(racer.optimizer->words.key)}});
    else
        for (const std::string& each : near->differences) notes += "# Not the same: " + each + ".\n";
    if (racer.clip->words.key == "norm" && racer.clip_values[1] != 0)
        notes += "# Not the same: nothing is added to the norm of the gradient, and not " + print(racer.clip_values[1]) + ".\n";
    bool changes = false;
    for (std::size_t p = 0; p < racer.numbers.size(); ++p) changes = changes || !is_constant(racer.numbers[p]);
    for (const Fixed& each : fixed)
        if (each.optimizer == racer.optimizer->words.key) statics = ", static_args=(" + std::string(each.names) + ")";
    // A number that changes is given as its function.
    std::string call = near ? near->text : "optax.sgd(rate)";
    const bool injects = call.find("${open}") != std::string::npos;
    if (changes && near && !injects) notes += "# Not the same: numbers that change keep their first values.\n";
    if (racer.optimizer->words.key == "schedule_free" && has_layer_rates(racer))
        notes += "# Not the same: the weights that are trained are evaluated, and not their mean.\n";
    if (changes && near && injects) {
        Filling with = arguments_of(*racer.optimizer, numbers, 0);
        for (std::size_t p = 0; p < racer.numbers.size(); ++p)
            if (!is_constant(racer.numbers[p])) with[p + 1].second = std::string(racer.optimizer->params[p].key);
        call = fill(near->row->text, with);
    }
    call = fill(call, {{"open", changes ? "optax.inject_hyperparams(" : ""}, {"close", changes ? statics + ")" : ""}});
    if (const std::string limit = clip(racer); !limit.empty()) call = "optax.chain(" + limit + ", " + call + ")";
    return notes + "def make_optimizer(rate):\n    return " + call + "\n";
}

// Returns the weights that are evaluated.
std::string shown(const Racer& racer) {
    if (racer.optimizer->words.key != "schedule_free" || has_layer_rates(racer)) return "params";
    const std::string state = clip(racer).empty() ? "state" : "state[-1]";
    return "optax.contrib.schedule_free_eval_params(" + state + ", params)";
}

std::string schedule(const Racer& racer, const OwnSchedule& own) {
    std::string text;
    if (own.text.empty()) text = "# " + own.why + "\n";
    text += "def make_schedule():\n    return " + (own.text.empty() ? "eta" : own.text) + "\n";
    if (!has_layer_rates(racer)) return text;
    std::string list;
    for (const std::string& each : layer_rates(racer, "make_schedule()", "")) list += (list.empty() ? "" : ", ") + each;
    return text + "\n\ndef make_layered_optimizer():\n    rates = [" + list +
           "]\n    return optax.multi_transform({k: make_optimizer(rate) for k, rate in enumerate(rates)},\n"
           "                                 [{\"w\": k, \"b\": k} for k in range(len(rates))])\n";
}

constexpr std::array<std::string_view, 1> training{R"(def main():
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
)"};

}  // namespace

std::string write(const Run& run, const Racer& racer) {
    const OwnSchedule own = own_schedule(rows_of<schedules>(), reasons, racer, "optax");
    const ListenerCode listener = listener_code(racer);
    const StopCode stop = stop_code(racer);
    auto curves = rates(racer);
    if (!own.text.empty()) curves.erase(curves.begin());
    Script script{{"", origin(run, racer, "optax jax numpy scikit-learn") +
                           "import math\n\nimport jax\nimport jax.numpy as jnp\nimport numpy as np\nimport optax\n\n" +
                           constants(run, racer)},
                  {"The data", data_code(run, racer)}};
    if (!curves.empty()) script.push_back({"The rate", functions_of(curves, racer, jax_arrays)});
    if (!listener.call.empty())
        script.push_back({"What listens to validation", listener.definition + "\n\nlistener = " + listener.call + "\n"});
    script.push_back({"The network", network(racer)});
    script.push_back({"The optimizer and its schedule", optimizer(racer) + "\n\n" + schedule(racer, own)});
    const bool listens = !listener.call.empty();
    const std::string before = fill(stop.before, {}), after = stop.after_evaluation;
    const auto with_params = [](std::string text) {
        for (const auto& [from, to] : {std::pair<std::string, std::string>{"copy_of_weights(model)", "params"},
                                       {"put_back(model, kept)", "params = kept"}})
            if (const std::size_t at = text.find(from); at != std::string::npos) text.replace(at, from.size(), to);
        return text;
    };
    script.push_back(
        {"The training",
         fill(text_of<training>(),
              {{"optimizer", has_layer_rates(racer) ? "make_layered_optimizer()" : "make_optimizer(make_schedule())"},
               {"factor_in", listens ? ", factor" : ""},
               {"factor", listens ? ", listener.current" : ""},
               {"scale", listens ? "        changes = jax.tree.map(lambda change: factor * change, changes)\n" : ""},
               {"shown", shown(racer)},
               {"before", indented(before, 4)},
               {"updates", stop.updates},
               {"listen", listens ? "            listener.on_evaluation(loss, accuracy)\n" : ""},
               {"stop", indented(with_params(after), 12)}})});
    return file_of(script);
}

}  // namespace eta::optax_script
