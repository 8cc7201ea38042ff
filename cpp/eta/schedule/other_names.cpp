// These are the names of PyTorch, Keras, optax, timm and transformers, and those of papers and threads. A new one is a line here.
#include "eta/schedule/other_names.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "eta/describe/later_text.hpp"
#include "eta/describe/left_out.hpp"

namespace eta {
namespace {

struct OtherName {
    const char* name;  // in small letters, without underscores
    const char* text;
};

ETA_LATER inline constexpr std::array others{
    OtherName{"constantlr"_later, "constant"_later},
    OtherName{"steplr"_later, "step"_later},
    OtherName{"multisteplr"_later, "multistep"_later},
    OtherName{"piecewise"_later, "multistep"_later},
    OtherName{"piecewiseconstant"_later, "multistep"_later},
    OtherName{"piecewiseconstantdecay"_later, "multistep"_later},
    OtherName{"exponentiallr"_later, "exponential"_later},
    OtherName{"exponentialdecay"_later, "exponential"_later},
    OtherName{"inversetimedecay"_later, "inverse_time"_later},
    OtherName{"linearlr"_later, "linear"_later},
    OtherName{"lineardecay"_later, "linear"_later},
    OtherName{"poly"_later, "polynomial"_later},
    OtherName{"polynomiallr"_later, "polynomial"_later},
    OtherName{"polynomialdecay"_later, "polynomial"_later},
    OtherName{"cosineannealing"_later, "cosine"_later},
    OtherName{"cosineannealinglr"_later, "cosine"_later},
    OtherName{"cosinedecay"_later, "cosine"_later},
    OtherName{"cosineannealingwarmrestarts"_later, "repeat(cosine)"_later},
    OtherName{"cosinedecayrestarts"_later, "repeat(cosine)"_later},
    OtherName{"cosinewithrestarts"_later, "repeat(cosine)"_later},
    OtherName{"warmrestarts"_later, "repeat(cosine)"_later},
    OtherName{"restarts"_later, "repeat(cosine)"_later},
    OtherName{"cosinewithwarmup"_later, "warmup then cosine"_later},
    OtherName{"warmupcosine"_later, "warmup then cosine"_later},
    OtherName{"linearwithwarmup"_later, "warmup then linear"_later},
    OtherName{"linearwarmup"_later, "warmup"_later},
    OtherName{"warmupstabledecay"_later, "wsd"_later},
    OtherName{"onecyclelr"_later, "one_cycle"_later},
    OtherName{"one"_later, "one_cycle"_later},  // one-cycle is a difference
    OtherName{"cyclic"_later, "triangular"_later},
    OtherName{"cycliclr"_later, "triangular"_later},
    OtherName{"clr"_later, "triangular"_later},
    OtherName{"noamlr"_later, "noam"_later},
    OtherName{"inversesquareroot"_later, "inverse_sqrt"_later},
    OtherName{"rsqrt"_later, "inverse_sqrt"_later},
    OtherName{"reducelronplateau"_later, "constant * plateau"_later},
    OtherName{"reduceonplateau"_later, "constant * plateau"_later},
};

}  // namespace

ETA_RARE std::string_view meant_by(std::string_view name) {
    std::string plain;
    for (const char letter : name) {
        const bool is_capital = letter >= 'A' && letter <= 'Z';
        if (letter != '_') plain += is_capital ? static_cast<char>(letter + ('a' - 'A')) : letter;
    }
    const auto found = std::find_if(others.begin(), others.end(), [&](const OtherName& other) { return plain == other.name; });
    return found == others.end() ? std::string_view{} : found->text;
}

}  // namespace eta
