// This writes a script of PyTorch.
#include "eta/export/torch_script.hpp"
#include "eta/describe/later_text.hpp"

#include "eta/export/fill.hpp"
#include "eta/export/rates.hpp"
#include "eta/export/torch_classes.hpp"
#include "eta/math/number.hpp"

namespace eta::torch_script {
namespace {

constexpr std::array activations{Named{"relu", "ReLU"}, Named{"tanh", "Tanh"}, Named{"sigmoid"_later, "Sigmoid"_later},
                                 Named{"identity"_later, "Identity"_later}};
// Linear begins as fan_in_uniform by itself.
constexpr std::array initialisers{Named{"he_normal"_later, "kaiming_normal_(layer.weight, nonlinearity=\"relu\")"_later},
                                  Named{"he_uniform"_later, "kaiming_uniform_(layer.weight, nonlinearity=\"relu\")"_later},
                                  Named{"glorot_normal"_later, "xavier_normal_(layer.weight)"_later},
                                  Named{"glorot_uniform"_later, "xavier_uniform_(layer.weight)"_later}};
constexpr std::array truncated{Named{"he_normal"_later, "(2 / layer.in_features) ** 0.5"_later},
                               Named{"glorot_normal"_later, "(2 / (layer.in_features + layer.out_features)) ** 0.5"_later}};
constexpr std::array losses{
    Named{"cross_entropy"_later, "torch.nn.functional.cross_entropy(z, y)"_later},
    Named{"binary_cross_entropy"_later, "torch.nn.functional.binary_cross_entropy_with_logits(z.squeeze(1), y.float())"_later},
    Named{"double_softmax"_later, "torch.nn.functional.cross_entropy(z.softmax(1), y)"_later}};

std::string network(const Racer& racer) {
    std::string layers;
    for (std::size_t l = 1; l < racer.widths.size(); ++l) {
        layers += fill("        torch.nn.Linear($in, $out),\n"_later,
                       {{"in", std::to_string(racer.widths[l - 1])}, {"out", std::to_string(racer.widths[l])}});
        if (l + 1 < racer.widths.size())
            layers += "        torch.nn."_later + code_of(activations, racer.activation->words.key) + "(),\n";
    }
    std::string start;
    const std::string_view key = racer.initialiser->words.key;
    const bool cut = racer.initialiser_values.size() > 0 && racer.initialiser_values[0] != 0;
    const std::string draw =
        cut ? fill(
                  "deviation = $deviation / 0.87962566103423978\n"_later
                  "torch.nn.init.trunc_normal_(layer.weight, std=deviation, a=-2 * deviation, b=2 * deviation)\n"_later,
                  {{"deviation"_later, code_of(truncated, key)}})
            : "torch.nn.init."_later + code_of(initialisers, key) + "\n";
    if (!code_of(initialisers, key).empty())
        start = "    for layer in model:\n        if isinstance(layer, torch.nn.Linear):\n"_later +
                indented(draw + "torch.nn.init.zeros_(layer.bias)\n"_later, 12);
    const bool one = racer.widths.back() == 1;
    return fill(
        "def make_model():\n"_later
        "    model = torch.nn.Sequential(\n$layers    )\n$start    return model\n\n\n"_later
        "def loss_of(z, y):\n    return $loss\n\n\n"_later
        "def evaluate(model, x, y):\n"_later
        "    with torch.no_grad():\n"_later
        "        z = model(x)\n"_later
        "        right = $right\n"_later
        "        return loss_of(z, y).item(), right.float().mean().item()\n"_later,
        {{"layers"_later, layers},
         {"start", start},
         {"loss", code_of(losses, racer.loss->words.key)},
         {"right", one ? "(z.squeeze(1) > 0) == (y == 1)"_later : "z.argmax(1) == y"_later}});
}

// Returns the optimizer and its schedule.
std::string training_parts(const Racer& racer, const OwnSchedule& own, const ListenerCode& listener) {
    const auto near = near_class(optimizers, *racer.optimizer, first_numbers(racer), {});
    std::string notes, made;
    if (!near)
        notes = fill("# PyTorch has no $name here: this is its SGD, which updates otherwise.\n"_later,
                     {{"name", std::string(racer.optimizer->words.key)}});
    else
        for (const std::string& each : near->differences) notes += "# Not the same: "_later + each + ".\n";
    for (const Definition& each : definitions)
        if (each.optimizer == racer.optimizer->words.key) made = std::string(each.code) + "\n\n";

    const bool layered = has_layer_rates(racer);
    const std::string factor = listener.call.empty() ? "" : " * listener.current"_later;
    std::string functions = factor.empty() ? "eta" : "lambda t: eta(t)"_later + factor;
    if (layered) {
        std::string list;
        for (const std::string& each : layer_rates(racer, "eta", factor)) list += (list.empty() ? "" : ", ") + each;
        functions = "[" + list + "]";
    }
    const bool has_class = !own.text.empty() && !layered;
    const std::string call = has_class ? own.text : "LambdaLR(optimizer, "_later + functions + ")";
    const std::string optimizer = near ? near->text : "torch.optim.SGD($groups, lr=$eta)"_later;
    return made + notes +
           fill(
               "def make_optimizer(model):\n    return $optimizer\n\n\n"_later
               "def make_schedule(optimizer):\n$why    return torch.optim.lr_scheduler.$call\n"_later,
               {{"optimizer"_later,
                 fill(optimizer, {{"groups"_later, layered ? "[{\"params\": layer.parameters()} for layer in model if "_later
                                                             "isinstance(layer, torch.nn.Linear)]"_later
                                                           : "model.parameters()"_later},
                                  {"eta", has_class ? own.lr : "1.0"}})},
                {"why", has_class ? "" : "    # "_later + (layered ? "Each layer has a rate of its own."_later : own.why) + "\n"},
                {"call", call}});
}

std::string clip(const Racer& racer) {
    const Values& values = racer.clip_values;
    if (racer.clip->words.key == "value")
        return "torch.nn.utils.clip_grad_value_(model.parameters(), "_later + print(values[0]) + ")\n";
    if (racer.clip->words.key != "norm") return "";
    if (values[1] == 1e-6) return "torch.nn.utils.clip_grad_norm_(model.parameters(), "_later + print(values[0]) + ")\n";
    return fill(
        "# clip_grad_norm_ adds 1e-6 to the norm, this adds $epsilon.\n"_later
        "norm = torch.nn.utils.get_total_norm([p.grad for p in model.parameters()])\n"_later
        "for p in model.parameters():\n"_later
        "    p.grad.mul_(min(1.0, $limit / ($plus)))\n"_later,
        {{"epsilon"_later, print(values[1])},
         {"limit", print(values[0])},
         {"plus", values[1] == 0 ? "norm.item()"_later : "norm.item() + "_later + print(values[1])}});
}

// Returns lines that set the optimizer's numbers that change from update to update.
std::string numbers(const Racer& racer) {
    std::string lines;
    for (std::size_t p = 0; p < racer.numbers.size(); ++p) {
        if (racer.numbers[p].is_constant()) continue;
        const std::string key(racer.optimizer->params[p].key);
        std::string_view name = key;
        for (const GroupName& each : group_names)
            if (each.param == key) name = each.name;
        std::string value = key + "(t)";
        if (key == "beta1") value = fill("($value, group[\"betas\"][1])"_later, {{"value", value}});
        if (key == "beta2") value = fill("(group[\"betas\"][0], $value)"_later, {{"value", value}});
        lines += "    group[\""_later + std::string(name) + "\"] = "_later + value + "\n";
    }
    return lines.empty() ? "" : "for group in optimizer.param_groups:\n"_later + lines;
}

// Optimizers of packages of their own.
constexpr std::array<std::string_view, 2> packages{"schedulefree"_later, "prodigyopt"_later};

constexpr std::string_view training = R"(def main():
    torch.manual_seed(SEED)
    (x, y), (x_validation, y_validation) = [[torch.from_numpy(each) for each in part] for part in load_data()]
    model = make_model()
    optimizer = make_optimizer(model)
    schedule = make_schedule(optimizer)
    rows = batches(len(x))
$trains$before    for t in range($updates):
        at = next(rows)
$numbers        optimizer.zero_grad()
        loss_of(model(x[at]), y[at]).backward()
$clip        optimizer.step()
        rate = optimizer.param_groups[0]["lr"]
        if t + 1 in EVALUATIONS:
$shown            loss, accuracy = evaluate(model, x_validation, y_validation)
            print(f"{t + 1:7d}  rate {rate:.3g}  validation loss {loss:.4f}  accuracy {accuracy:.4f}")
$listen$stop$trained        schedule.step()


if __name__ == "__main__":
    main()
)"_later;

}  // namespace

Script script(const Run& run, const Racer& racer) {
    const OwnSchedule own = own_schedule(schedules, reasons, racer, "PyTorch"_later);
    const ListenerCode listener = listener_code(racer);
    const StopCode stop = stop_code(racer);
    auto curves = rates(racer);
    if (!own.text.empty() && !has_layer_rates(racer)) curves.erase(curves.begin());
    const std::string functions = curves.empty() ? "" : functions_of(curves, racer, plain_python);
    const std::string search = functions.find("bisect."_later) == std::string::npos ? "" : "import bisect\n"_later;
    const std::string parts = training_parts(racer, own, listener);
    std::string needs = "torch numpy scikit-learn"_later, after_numpy;
    for (const std::string_view each : packages)
        if (parts.find(std::string(each) + ".") != std::string::npos) {
            needs += " " + std::string(each);
            after_numpy += "import "_later + std::string(each) + "\n";
        }
    Script script{{"", origin(run, racer, needs) + search + "import math\n\nimport numpy as np\n"_later + after_numpy +
                           "import torch\n\n"_later + constants(run, racer)},
                  {"The data"_later, data_code(run, racer)}};
    if (!curves.empty()) script.push_back({"The rate"_later, functions});
    if (!listener.call.empty())
        script.push_back(
            {"What listens to validation"_later, listener.definition + "\n\nlistener = "_later + listener.call + "\n"});
    script.push_back({"The network"_later, network(racer)});
    script.push_back({"The optimizer and its schedule"_later, parts});
    // It is trained at other weights than those that it is judged by.
    const bool is_free = after_numpy.find("schedulefree"_later) != std::string::npos;
    const std::string keeps = stop.before.empty()
                                  ? ""
                                  : "def copy_of_weights(model):\n"_later
                                    "    return {name: value.clone() for name, value in model.state_dict().items()}\n\n\n"_later
                                    "def put_back(model, kept):\n    model.load_state_dict(kept)\n\n\n"_later;
    script.push_back(
        {"The training"_later, keeps + fill(training, {{"before"_later, indented(stop.before, 4)},
                                                       {"updates"_later, stop.updates},
                                                       {"trains"_later, is_free ? "    optimizer.train()\n"_later : ""},
                                                       {"shown", is_free ? "            optimizer.eval()\n"_later : ""},
                                                       {"trained"_later, is_free ? "            optimizer.train()\n"_later : ""},
                                                       {"numbers"_later, indented(numbers(racer), 8)},
                                                       {"clip", indented(clip(racer), 8)},
                                                       {"listen"_later, indented(listener.hears, 12)},
                                                       {"stop", indented(stop.after_evaluation, 12)}})});
    return script;
}

std::string write(const Run& run, const Racer& racer) { return file_of(script(run, racer)); }

}  // namespace eta::torch_script
