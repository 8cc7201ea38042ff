// muon steps along a matrix all of whose singular values are near 1; biases are AdamW's.
#pragma once

#include "eta/optimizer/adam.hpp"

namespace eta::muon {

inline constexpr std::array params{
    Param{.key = "momentum",
          .symbol = "μ",
          .min = 0,
          .max = 0.999999,
          .initial = "0.95",
          .help = "how much of the momentum is kept at each update"},
    Param{.key = "nesterov",
          .type = Type::flag,
          .initial = "true",
          .help = "looks ahead: the momentum once more, and the gradient again"},
    Param{.key = "form",
          .type = Type::choice,
          .initial = "mean",
          .choices = "mean sum",
          .help = "the momentum is a running mean of gradients, or a sum of them"},
    Param{.key = "corrected",
          .type = Type::flag,
          .initial = "false",
          .help = "corrects the mean for its start at 0, as Adam does (mean)"},
    Param{.key = "scale",
          .type = Type::choice,
          .initial = "original",
          .choices = "original match_rms spectral none",
          .help = "what the step of a layer is multiplied by: √max(1, outputs/inputs); rms √max(outputs, inputs); "
                  "√(outputs/inputs); 1"},
    Param{.key = "rms", .min = 0, .max = 10, .initial = "0.2", .help = "the root mean square of a step by match_rms"},
    Param{.key = "steps", .type = Type::integer, .min = 0, .max = 20, .initial = "5", .help = "steps of Newton and Schulz"},
    Param{.key = "a", .min = -10, .max = 10, .initial = "3.4445", .help = "a of a σ + b σ³ + c σ⁵, what a step makes of σ"},
    Param{.key = "b", .min = -10, .max = 10, .initial = "-4.775", .help = "b of a σ + b σ³ + c σ⁵"},
    Param{.key = "c", .min = -10, .max = 10, .initial = "2.0315", .help = "c of a σ + b σ³ + c σ⁵"},
    Param{.key = "epsilon",
          .symbol = "ε",
          .min = 1e-16,
          .max = 1,
          .initial = "1e-7",
          .scale = Scale::log,
          .help = "keeps the momentum from being divided by 0"},
    Param{.key = "epsilon_at",
          .type = Type::choice,
          .initial = "least",
          .choices = "least added",
          .help = "the norm of the momentum is at least ε, or ε is added to it"},
    Param{.key = "weight_decay",
          .symbol = "λ",
          .min = 0,
          .max = 10,
          .initial = "0.1",
          .help = "each update also takes η λ of every weight away"},
    Param{.key = "bias_beta1", .symbol = "β₁", .min = 0, .max = 0.999999, .initial = "0.9", .help = "AdamW's, for biases"},
    Param{.key = "bias_beta2", .symbol = "β₂", .min = 0, .max = 0.999999, .initial = "0.999", .help = "AdamW's, for biases"},
    Param{.key = "bias_epsilon", .min = 1e-16, .max = 1, .initial = "1e-8", .scale = Scale::log, .help = "AdamW's ε, for biases"},
    Param{.key = "bias_epsilon_at",
          .type = Type::choice,
          .initial = "outside",
          .choices = "outside inside hat",
          .help = "where AdamW adds ε, for biases"},
    Param{.key = "bias_decay", .min = 0, .max = 10, .initial = "0.01", .help = "AdamW's weight decay, for biases"},
    Param{.key = "bias_rate", .min = 0, .max = 1000, .initial = "1", .help = "the rate of biases, as a part of η"},
};

struct MuonNumbers {
    double momentum;
    bool nesterov;
    int form;
    bool corrected;
    int scale;
    double rms, steps, a, b, c, epsilon;
    int epsilon_at;
    double weight_decay, bias_beta1, bias_beta2, bias_epsilon;
    int bias_epsilon_at;
    double bias_decay, bias_rate;
};

// mean:  B ← μ B + (1 − μ) g;  M = B, with nesterov M = (1 − μ) g + μ B      sum:  B ← μ B + g;  M = B or g + μ B
//   corrected, with k = t + 1:  M = B / (1 − μᵏ) or (1 − μ) g / (1 − μᵏ) + μ B / (1 − μᵏ⁺¹)
// X = M / ‖M‖, then `steps` times  A = X Xᵀ,  X ← a X + (b A + c A²) X
// w ← w − η λ w;   w ← w − η scale X
template <class Real>
void update(const Slice<Real>& layer, const MuonNumbers& numbers);

template <class Real>
void step(const Slice<Real>& slice, const Values& values) {
    update(slice, apply<params, double>([](auto... number) { return MuonNumbers{number...}; }, values));
}

// X and the next one; A and A².
inline std::size_t scratch(std::size_t rows, std::size_t columns) {
    const std::size_t least = rows < columns ? rows : columns;
    return 2 * rows * columns + 2 * least * least;
}

inline constexpr Optimizer entry{
    {{"muon", "Muon", "Moves a layer's weights in all directions alike: the momentum with its singular values brought near 1.",
      "Jordan et al.: Muon: an optimizer for hidden layers in neural networks, 2024, kellerjordan.github.io/posts/muon; "
      "Liu et al.: Muon is scalable for LLM training, arXiv 2502.16982 (match_rms); Bernstein: Deriving Muon (spectral); "
      "PyTorch, torch.optim.Muon"},
     params},
    2,
    step<float>,
    step<double>,
    {.scratch = scratch, .is_elementwise = false}};

}  // namespace eta::muon
