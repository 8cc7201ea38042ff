// This writes how a script gets its samples: the same kind of data where a reader of it can have it.
#include <array>

#include "eta/describe/later_text.hpp"
#include "eta/export/own_class.hpp"
#include "eta/export/script.hpp"
#include "eta/math/number.hpp"

namespace eta {
namespace {

struct Source {
    std::string_view data, code;
};

// These follow the definitions in cpp/eta/data; what is drawn differs.
constexpr std::array sources{
    Source{"digits"_later,
           "from sklearn.datasets import load_digits\n\n"_later
           "x, y = load_digits(return_X_y=True)\n"_later
           "x = x / 16\n"_later
           "chosen = random.permutation(len(x))[:$samples]\n"_later
           "x, y = x[chosen], y[chosen]\n"_later},
    Source{"mnist",
           "from sklearn.datasets import fetch_openml\n\n"_later
           "x, y = fetch_openml(\"mnist_784\", version=1, return_X_y=True, as_frame=False)\n"_later
           "x, y = x[:$samples] / 255, y[:$samples].astype(int)\n"_later},
    Source{"moons",
           "from sklearn.datasets import make_moons\n\n"_later
           "x, y = make_moons($samples, noise=$noise, random_state=$seed)\n"_later
           "x = x - [0.5, 0.25]\n"_later},
    Source{"circles"_later,
           "from sklearn.datasets import make_circles\n\n"_later
           "x, y = make_circles($samples, noise=$noise, factor=$factor, random_state=$seed)\n"_later},
    Source{"blobs",
           "y = np.arange($samples) % $classes\n"_later
           "angle = 2 * np.pi * y / $classes\n"_later
           "x = np.stack([np.cos(angle), np.sin(angle)], 1) + $noise * random.standard_normal((len(y), 2))\n"_later},
    Source{
        "spirals"_later,
        "y = np.arange($samples) % $classes\n"_later
        "radius = random.random(len(y))\n"_later
        "angle = 2 * np.pi * ($turns * radius + y / $classes)\n"_later
        "x = np.stack([radius * np.cos(angle), radius * np.sin(angle)], 1) + $noise * random.standard_normal((len(y), 2))\n"_later},
    Source{"xor",
           "x = random.uniform(-1, 1, ($samples, 2))\n"_later
           "y = ((x[:, 0] < 0) != (x[:, 1] < 0)).astype(int)\n"_later
           "x = x + $noise * random.standard_normal(x.shape)\n"_later},
    Source{"features"_later,
           "from sklearn.datasets import make_classification\n\n"_later
           "x, y = make_classification($samples, 100, n_informative=$informative, n_redundant=$redundant,\n"_later
           "                           class_sep=$separation, flip_y=2 * $wrong, random_state=$seed)\n"_later},
};

// Stands where no data set of that kind is at hand.
constexpr std::string_view placeholder =
    "# PUT YOUR DATA HERE: x has a row of $inputs numbers for each sample, y its class, 0 to $last.\n"_later
    "x, y = random.standard_normal(($count, $inputs)), random.integers(0, $classes_all, $count)\n"_later;

constexpr std::string_view loader = R"(def load_data():
    """Returns samples and classes to train on, then those to validate on."""
    random = np.random.default_rng(SEED)
    # The same kind of data as in EtaLab; which samples there are, their split and their order differ.
$source    x, y = x.astype("float32"), y.astype("int64")
    order = $order
    x, y = x[order], y[order]
$noise    return (x[$validation:], y[$validation:]), (x[:$validation], y[:$validation])
)"_later;

constexpr std::string_view equal = R"(def batches(samples):
    """Gives the rows of one update after the other: each epoch is a new order, its incomplete last batch is $kept."""
    random = np.random.default_rng(SEED)
    while True:
        order = random.permutation(samples)
        for first in range(0, samples$end, BATCH):
            yield order[first:first + BATCH]
)"_later;

// The same where the size changes from update to update.
constexpr std::string_view sized = R"(def batches(samples):
    """Gives the rows of one update after the other: each epoch is a new order, its incomplete last batch is $kept."""
    random = np.random.default_rng(SEED)
    t = 0
    while True:
        order, first = random.permutation(samples), 0
        while first < samples:
            size = min([size for start, size in BATCHES if start <= t][-1], samples)
$unless            yield order[first:first + size]
            first, t = first + size, t + 1
)"_later;

constexpr std::string_view label_noise = R"(    # This part of the training samples gets another class.
    wrong = $validation + random.permutation(len(y) - $validation)[:round($part * (len(y) - $validation))]
    y[wrong] = (y[wrong] + random.integers(1, $classes_all, len(wrong))) % $classes_all
)"_later;

}  // namespace

std::string data_code(const Run& run, const Racer& racer) {
    std::string_view source = placeholder;
    for (const Source& each : sources)
        if (each.data == run.data->words.key) source = each.code;
    Filling with = arguments_of(*run.data, run.data_values, 0);
    with.insert(with.end(), {{"inputs"_later, std::to_string(run.shape.inputs)},
                             {"classes_all"_later, std::to_string(run.shape.classes)},
                             {"last", std::to_string(run.shape.classes - 1)},
                             {"count", std::to_string(run.shape.samples)}});
    const std::string validation = std::to_string(run.validation);
    // Validation comes first here.
    const bool last = run.split->words.key == "last" || run.split->words.key == "tail";
    const std::string noise = run.label_noise == 0
                                  ? ""
                                  : fill(label_noise, {{"validation"_later, validation},
                                                       {"part", print(run.label_noise)},
                                                       {"classes_all"_later, std::to_string(run.shape.classes)}});
    const bool changes = racer.batches.sizes().size() > 1;
    return fill(std::string(loader) + "\n\n" + std::string(changes ? sized : equal),
                {{"source"_later, indented(fill(source, with))},
                 {"order", last ? "np.arange(len(x))[::-1]"_later : "random.permutation(len(x))"_later},
                 {"noise", noise},
                 {"validation"_later, validation},
                 {"kept", racer.keep_last ? "kept" : "left out"_later},
                 {"unless"_later, racer.keep_last ? "" : "            if first + size > samples:\n                break\n"_later},
                 {"end", racer.keep_last ? "" : " - BATCH + 1"_later}});
}

}  // namespace eta
