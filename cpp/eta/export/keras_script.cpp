// This writes a script of Keras.
#include "eta/export/keras_script.hpp"
#include "eta/describe/later_text.hpp"

#include <cmath>

#include "eta/export/fill.hpp"
#include "eta/export/keras_classes.hpp"
#include "eta/export/rates.hpp"
#include "eta/export/script.hpp"
#include "eta/math/number.hpp"

namespace eta::keras_script {
namespace {

constexpr std::array initialisers{Named{"he_normal"_later, "2.0, \"fan_in\", \"$normal\""_later},
                                  Named{"he_uniform"_later, "2.0, \"fan_in\", \"uniform\""_later},
                                  Named{"glorot_normal"_later, "1.0, \"fan_avg\", \"$normal\""_later},
                                  Named{"glorot_uniform"_later, "1.0, \"fan_avg\", \"uniform\""_later},
                                  Named{"fan_in_uniform"_later, "1 / 3, \"fan_in\", \"uniform\""_later}};
constexpr std::array losses{Named{"cross_entropy"_later, "keras.losses.SparseCategoricalCrossentropy(from_logits=True)"_later},
                            Named{"binary_cross_entropy"_later, "keras.losses.BinaryCrossentropy(from_logits=True)"_later},
                            Named{"double_softmax"_later, "keras.losses.SparseCategoricalCrossentropy(from_logits=True)"_later}};

std::string network(const Racer& racer) {
    const std::string_view key = racer.initialiser->words.key;
    const bool cut = racer.initialiser_values.size() > 0 && racer.initialiser_values[0] != 0;
    const std::string draw =
        fill(code_of(initialisers, key), {{"normal"_later, cut ? "truncated_normal"_later : "untruncated_normal"_later}});
    std::string layers;
    for (std::size_t l = 1; l < racer.widths.size(); ++l) {
        const bool last = l + 1 == racer.widths.size();
        // A loss that takes probabilities for logits is given those of a softmax.
        std::string activation = last ? (racer.loss->words.key == "double_softmax"_later ? "softmax"_later : "linear"_later)
                                      : std::string(racer.activation->words.key);
        if (activation == "identity"_later) activation = "linear"_later;
        const std::string limit = print(1 / std::sqrt(racer.widths[l - 1]));
        layers += fill(
            "        keras.layers.Dense($out, activation=\"$activation\", kernel_initializer=start()$bias),\n"_later,
            {{"out", std::to_string(racer.widths[l])},
             {"activation"_later, activation},
             {"bias", key == "fan_in_uniform"_later
                          ? fill(", bias_initializer=keras.initializers.RandomUniform(-$limit, $limit)"_later, {{"limit", limit}})
                          : ""}});
    }
    return fill(
        "def make_model():\n"_later
        "    def start():\n"_later
        "        return keras.initializers.VarianceScaling($draw)\n\n"_later
        "    return keras.Sequential([\n"_later
        "        keras.Input(($inputs,)),\n$layers    ])\n"_later,
        {{"draw", draw}, {"inputs"_later, std::to_string(racer.widths[0])}, {"layers"_later, layers}});
}

std::string clip(const Racer& racer) {
    if (racer.clip->words.key == "value") return ", clipvalue="_later + print(racer.clip_values[0]);
    if (racer.clip->words.key == "norm") return ", global_clipnorm="_later + print(racer.clip_values[0]);
    return "";
}

std::string optimizer(const Racer& racer) {
    const auto near = near_class(optimizers, *racer.optimizer, first_numbers(racer), {});
    std::string notes;
    if (!near)
        notes = fill("# Keras has no $name: this is its SGD, which updates otherwise.\n"_later,
                     {{"name", std::string(racer.optimizer->words.key)}});
    else
        for (const std::string& each : near->differences) notes += "# Not the same: "_later + each + ".\n";
    for (const WhyNot& each : differences)
        if (near && each.key == racer.optimizer->words.key) notes += "# Not the same: "_later + std::string(each.reason) + ".\n";
    if (has_layer_rates(racer))
        notes += "# Not the same: Keras has one rate for all layers, so eta(t) is that of each here.\n"_later;
    if (racer.clip->words.key == "norm" && racer.clip_values[1] != 0)
        notes +=
            "# Not the same: nothing is added to the norm of the gradient, and not "_later + print(racer.clip_values[1]) + ".\n";
    return notes + fill("def make_optimizer(rate):\n    return keras.optimizers.$call\n"_later,
                        {{"call", fill(near ? near->text : "SGD($eta$clip)"_later, {{"eta", "rate"}, {"clip", clip(racer)}})}});
}

// A schedule's numbers are computed in float32, and inside the compiled update.
constexpr std::string_view function_class = R"(class Rate(keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self):
        self.factor = keras.Variable(1.0, trainable=False)  # of what listens to validation

    def __call__(self, step):
        return eta(ops.cast(step, "float32"))$factor

    def get_config(self):
        return {}


)"_later;

std::string schedule(const OwnSchedule& own, bool listens) {
    if (!own.text.empty()) return "def make_schedule():\n    return "_later + own.text + "\n";
    const std::string made = fill(function_class, {{"factor"_later, listens ? " * self.factor"_later : ""}});
    const std::string member =
        "    def __init__(self):\n        self.factor = keras.Variable(1.0, trainable=False)  # of what listens to "_later
        "validation\n\n"_later;
    std::string text = made;
    if (!listens) text.erase(text.find(member), member.size());
    return "# " + own.why + "\n" + text + "def make_schedule():\n    return Rate()\n"_later;
}

std::string numbers(const Racer& racer) {
    std::string lines;
    for (std::size_t p = 0; p < racer.numbers.size(); ++p) {
        if (racer.numbers[p].is_constant()) continue;
        const std::string key(racer.optimizer->params[p].key);
        std::string_view name = key;
        for (const Member& each : members)
            if (each.param == key) name = each.name;
        lines += "optimizer."_later + std::string(name) + " = " + key + "(t)\n";
    }
    return lines;
}

constexpr std::string_view training = R"(def main():
    keras.utils.set_random_seed(SEED)
    (x, y), (x_validation, y_validation) = load_data()
    model = make_model()
    schedule = make_schedule()
    optimizer = make_optimizer(schedule)
    model.compile(optimizer, $loss,
                  metrics=[$metric]$eager)
    rows = batches(len(x))
$before    for t in range($updates):
        at = next(rows)
$numbers        model.train_on_batch(x[at], y[at])
        if t + 1 in EVALUATIONS:
            loss, accuracy = model.evaluate(x_validation, y_validation, verbose=0)
            print(f"{t + 1:7d}  validation loss {loss:.4f}  accuracy {accuracy:.4f}")
$listen$stop

if __name__ == "__main__":
    main()
)"_later;

}  // namespace

std::string write(const Run& run, const Racer& racer) {
    const OwnSchedule own = own_schedule(schedules, reasons, racer, "Keras");
    const ListenerCode listener = listener_code(racer);
    const StopCode stop = stop_code(racer);
    auto curves = rates(racer);
    const std::vector<NamedCurve> rate(curves.begin(), curves.begin() + 1);
    std::erase_if(curves, [](const NamedCurve& each) { return each.name.starts_with("eta"); });
    std::string functions = own.text.empty() ? functions_of(rate, racer, keras_arrays) : "";
    if (!curves.empty()) functions += (functions.empty() ? "" : "\n\n") + functions_of(curves, racer, plain_python);
    const std::string search = functions.find("bisect."_later) == std::string::npos ? "" : "import bisect\n"_later;
    Script script{{"", origin(run, racer, "keras tensorflow numpy scikit-learn"_later) + search +
                           "import math\n\nimport keras\nimport numpy as np\n"_later +
                           (!own.text.empty() ? "" : "from keras import ops\n"_later) + "\n" + constants(run, racer)},
                  {"The data"_later, data_code(run, racer)}};
    if (!functions.empty()) script.push_back({"The rate"_later, functions});
    if (!listener.call.empty())
        script.push_back(
            {"What listens to validation"_later, listener.definition + "\n\nlistener = "_later + listener.call + "\n"});
    script.push_back({"The network"_later, network(racer)});
    script.push_back({"The optimizer and its schedule"_later, schedule(own, !listener.call.empty()) + "\n\n" + optimizer(racer)});
    const std::string keeps = stop.before.empty() ? ""
                                                  : "def copy_of_weights(model):\n    return model.get_weights()\n\n\n"_later
                                                    "def put_back(model, kept):\n    model.set_weights(kept)\n\n\n"_later;
    const bool one = racer.widths.back() == 1;
    script.push_back(
        {"The training"_later,
         keeps +
             fill(training,
                  {{"loss", code_of(losses, racer.loss->words.key)},
                   {"metric"_later, one ? "keras.metrics.BinaryAccuracy(threshold=0.0)"_later : "\"accuracy\""_later},
                   // A compiled update would keep the numbers of the first.
                   {"eager", curves.empty() ? "" : ", run_eagerly=True"_later},
                   {"before"_later, indented(stop.before, 4)},
                   {"updates"_later, stop.updates},
                   {"numbers"_later, indented(numbers(racer), 8)},
                   {"listen"_later, listener.call.empty() ? ""
                                                          : "            "_later + listener.hears +
                                                                "            schedule.factor.assign(listener.current)\n"_later},
                   {"stop", indented(stop.after_evaluation, 12)}})});
    return file_of(script);
}

}  // namespace eta::keras_script
