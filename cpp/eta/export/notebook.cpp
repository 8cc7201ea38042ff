// This writes a notebook of format 4.5.
#include "eta/export/notebook.hpp"
#include "eta/describe/later_text.hpp"

#include <cmath>

#include "eta/describe/json.hpp"
#include "eta/export/torch_script.hpp"

namespace eta::notebook {
namespace {

void add_cell(Json& json, int& count, std::string_view kind, std::string_view source) {
    while (source.ends_with('\n')) source.remove_suffix(1);
    json.object().pair("cell_type"_later, kind).pair("id", "cell-" + std::to_string(++count));
    json.key("metadata"_later).object().end_object();
    if (kind == "code") json.pair("execution_count"_later, std::nan("")).key("outputs"_later).array().end_array();
    json.pair("source"_later, source).end_object();
}

constexpr std::string_view chart = R"(import matplotlib.pyplot as plt

optimizer = make_optimizer(make_model())
schedule = make_schedule(optimizer)
rates = []
for t in range(UPDATES):
    rates.append(optimizer.param_groups[0]["lr"])
    optimizer.step()
    schedule.step()
plt.step(range(UPDATES), rates, where="post")
plt.xlabel("update t")
plt.ylabel("learning rate η")
plt.show())"_later;

}  // namespace

std::string write(const Run& run, const Racer& racer) {
    Json json;
    int count = 0;
    json.object().key("cells").array();
    add_cell(json, count, "markdown"_later,
             "# " + racer.schedule + "\n\nA run of EtaLab in PyTorch. It needs matplotlib besides."_later);
    const auto script = torch_script::script(run, racer);
    for (std::size_t k = 0; k < script.size(); ++k) {
        if (!script[k].title.empty()) add_cell(json, count, "markdown"_later, "## " + script[k].title);
        if (k + 1 == script.size()) add_cell(json, count, "code", chart);
        add_cell(json, count, "code", script[k].code);
    }
    json.end_array().key("metadata"_later).object();
    json.key("kernelspec"_later)
        .object()
        .pair("display_name"_later, "Python 3"_later)
        .pair("language"_later, "python"_later)
        .pair("name", "python3"_later)
        .end_object();
    json.key("language_info"_later).object().pair("name", "python"_later).end_object().end_object();
    json.pair("nbformat"_later, 4).pair("nbformat_minor"_later, 5).end_object();
    return json.text() + "\n";
}

}  // namespace eta::notebook
