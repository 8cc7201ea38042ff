// This is Muon's update.
#include "eta/optimizer/muon.hpp"

#include <cmath>

#include "eta/math/functions.hpp"
#include "eta/math/product.hpp"
#include "eta/math/squares.hpp"

namespace eta::muon {
namespace {

// The matrices of the scratch, a column contiguous: X and its successor have p ≤ q columns, A and A² are p × p.
template <class Real>
struct Workspace {
    std::size_t p, q;
    Real *x, *next, *gram, *square;

    Workspace(const Slice<Real>& layer)
        : p(std::min(layer.rows, layer.columns)),
          q(std::max(layer.rows, layer.columns)),
          x(layer.scratch.data()),
          next(x + p * q),
          gram(next + p * q),
          square(gram + p * p) {}
};

// A = X Xᵀ;   X ← a X + (b A + c A²) X
template <class Real>
void newton_schulz(const Workspace<Real>& on, const MuonNumbers& numbers) {
    const auto a = static_cast<Real>(numbers.a), b = static_cast<Real>(numbers.b), c = static_cast<Real>(numbers.c);
    const std::size_t p = on.p, q = on.q;
    auto x = array(on.x, p * q), next = array(on.next, p * q), gram = array(on.gram, p * p), square = array(on.square, p * p);
    for (int step = 0; step < static_cast<int>(numbers.steps); ++step) {
        multiply(Product<Real>{on.x, p, {on.x, p, 1}, q, on.gram, p});
        multiply(Product<Real>{on.gram, p, {on.gram, 1, p}, p, on.square, p});
        square = b * gram + c * square;
        multiply(Product<Real>{on.square, p, {on.x, 1, p}, p, on.next, q});
        x = a * x + next;
    }
}

// Turns a matrix of `rows` × `columns`, a column contiguous.
template <class Real>
void transpose(const Real* from, std::size_t rows, std::size_t columns, Real* to) {
    for (std::size_t i = 0; i < rows; ++i)
        for (std::size_t j = 0; j < columns; ++j) to[i * columns + j] = from[j * rows + i];
}

// Leaves M in `to`.
template <class Real>
void look_ahead(const Slice<Real>& weights, const MuonNumbers& numbers, Array<Real> to) {
    const double mu = numbers.momentum, k = static_cast<double>(weights.t + 1);
    const bool corrected = numbers.corrected && numbers.form == 0;
    const double fresh = numbers.form == 0 ? 1 - mu : 1, now = corrected ? 1 - pow(mu, k) : 1;
    const double later = corrected ? 1 - pow(mu, k + 1) : 1;
    auto kept = array(weights.slot(0));
    const auto g = array(weights.g.data(), weights.g.size());
    keep<Real>(kept, mu, fresh, g);
    if (numbers.nesterov)
        to = static_cast<Real>(fresh / now) * g + static_cast<Real>(mu / later) * kept;
    else
        to = static_cast<Real>(1 / now) * kept;
}

double scale_of(const MuonNumbers& numbers, double inputs, double outputs) {
    switch (numbers.scale) {
        case 0:
            return std::sqrt(std::max(1.0, outputs / inputs));
        case 1:
            return numbers.rms * std::sqrt(std::max(outputs, inputs));
        case 2:
            return std::sqrt(outputs / inputs);
        default:
            return 1;
    }
}

template <class Real>
void update_matrix(const Slice<Real>& layer, const MuonNumbers& numbers) {
    const Slice<Real> weights = layer.part(0, layer.rows * layer.columns);
    const Workspace<Real> on(layer);
    const std::size_t size = on.p * on.q;
    const bool turned = layer.columns > layer.rows;  // a column of X has the smaller side's length
    look_ahead(weights, numbers, array(turned ? on.next : on.x, size));
    if (turned) transpose(on.next, layer.columns, layer.rows, on.x);
    const double norm = std::sqrt(sum_of_squares(std::span<const Real>(on.x, size)));
    const double divisor = numbers.epsilon_at == 0 ? std::max(norm, numbers.epsilon) : norm + numbers.epsilon;
    array(on.x, size) *= static_cast<Real>(1 / divisor);
    newton_schulz(on, numbers);
    if (turned) transpose(on.x, layer.rows, layer.columns, on.next);
    const double scale = scale_of(numbers, static_cast<double>(layer.rows), static_cast<double>(layer.columns));
    auto w = array(weights.w);
    if (numbers.weight_decay != 0) w -= static_cast<Real>(layer.eta * numbers.weight_decay) * w;
    w -= static_cast<Real>(layer.eta * scale) * array(turned ? on.next : on.x, size);
}

}  // namespace

template <class Real>
void update(const Slice<Real>& layer, const MuonNumbers& numbers) {
    const std::size_t weights = layer.rows * layer.columns;
    if (weights > 0) update_matrix(layer, numbers);
    Slice<Real> biases = layer.part(weights, layer.w.size() - weights);
    biases.eta *= numbers.bias_rate;
    adam::update(biases, {numbers.bias_beta1, numbers.bias_beta2, numbers.bias_epsilon, numbers.bias_epsilon_at, false, 0},
                 {numbers.bias_decay, false});
}

template void update(const Slice<float>&, const MuonNumbers&);
template void update(const Slice<double>&, const MuonNumbers&);

}  // namespace eta::muon
