// An alias is a name for a text of the language: whoever looks for the name finds what it is made of. A new one is a line here.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "eta/describe/entries.hpp"
#include "eta/describe/problem.hpp"
#include "eta/language/tree.hpp"

namespace eta {

// The text is canonical: it is what the name is printed as.
struct Alias : Entry {
    std::string_view text;
};

inline constexpr std::array all_aliases{
    Alias{{{"d2z", "Decay to zero", "A warm-up, then in a line to zero.", "https://arxiv.org/abs/2502.15938"}, no_params},
          "warmup then linear"},
    Alias{{{"trapezoid", "Trapezoid", "A warm-up, a constant rate and a cool-down, each in a line.",
            "https://arxiv.org/abs/2405.18392"},
           no_params},
          "warmup then constant then cooldown"},
    Alias{{{"sgdr", "SGDR", "Three cosines with warm restarts, each twice as long as the one before.",
            "https://arxiv.org/abs/1608.03983"},
           no_params},
          "repeat(cosine, every=ceil(T/7), stretch=2)"},
    Alias{{{"superconvergence", "Super-convergence", "One cycle: up to a large rate, and down to almost nothing.",
            "https://arxiv.org/abs/1708.07120"},
           no_params},
          "one_cycle"},
    Alias{{{"transformer", "Transformer", "A warm-up, then falling as one over the square root of the update.",
            "https://arxiv.org/abs/1706.03762"},
           no_params},
          "noam"},
};

inline constexpr auto aliases = entries_of<all_aliases>();

// Says whether one stands in the tree.
bool has_alias(const Tree& tree);
// Returns the tree with what each alias stands for in its place, all of it at the alias' place in the text. Returns nothing, with
// problems added, if one has arguments or what comes out is no longer a text of the language.
std::optional<Tree> expand_aliases(const Tree& tree, std::string_view key, Problems& problems);

}  // namespace eta
