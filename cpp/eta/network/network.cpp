// This goes forward and backward through dense layers.
#include "eta/network/network.hpp"

#include <algorithm>
#include <cassert>

#include "eta/math/product.hpp"

namespace eta {

namespace {

// Evaluation works on this many rows at a time whatever the batch, so that its sums are taken in one order.
constexpr std::size_t evaluation_rows = 64;

std::size_t size(int n) { return static_cast<std::size_t>(n); }

// Returns Wᵀ, an output's weights together.
template <class Real>
void transpose(const Real* w, const Layer& layer, Real* to) {
    const std::size_t inputs = size(layer.inputs), outputs = size(layer.outputs);
    for (std::size_t o = 0; o < outputs; ++o)
        for (std::size_t i = 0; i < inputs; ++i) to[o * inputs + i] = w[i * outputs + o];
}

}  // namespace

template <class Real>
Network<Real>::Network(std::vector<int> widths, const Activation& activation, const Loss& loss, int max_rows)
    : max_rows_(static_cast<std::size_t>(max_rows)), activation_(&activation.on<Real>()), loss_(&loss.on<Real>()) {
    assert(widths.size() >= 2 && max_rows >= 1);
    const std::size_t rows = std::max(max_rows_, evaluation_rows);
    std::size_t widest = 0, heaviest = 0;
    for (std::size_t i = 0; i + 1 < widths.size(); ++i) {
        assert(widths[i] >= 1 && widths[i + 1] >= 1);
        Layer layer{widths[i], widths[i + 1], parameters_, 0};
        layer.size = layer.weights() + static_cast<std::size_t>(layer.outputs);
        parameters_ += layer.size;
        layers_.push_back(layer);
        values_.emplace_back(rows * static_cast<std::size_t>(layer.outputs));
        widest = std::max(widest, static_cast<std::size_t>(layer.outputs));
        if (i > 0) heaviest = std::max(heaviest, layer.weights());
    }
    transposed_ = Buffer<Real>(heaviest);
    for (auto& buffer : errors_) buffer = Buffer<Real>(rows * widest);
}

template <class Real>
void Network<Real>::initialise(std::span<Real> w, const Initialiser& initialiser, const Values& values,
                               std::uint64_t seed) const {
    assert(w.size() == parameters_);
    std::fill(w.begin(), w.end(), Real(0));
    for (std::size_t i = 0; i < layers_.size(); ++i) {
        const Layer& layer = layers_[i];
        Random random(seed, Stream::weights, i);
        std::vector<double> drawn(layer.size);
        const auto weights = std::span(drawn).first(layer.weights()), biases = std::span(drawn).subspan(layer.weights());
        initialiser.draw(values, weights, biases, layer.inputs, layer.outputs, random);
        std::transform(drawn.begin(), drawn.end(), w.begin() + static_cast<std::ptrdiff_t>(layer.offset),
                       [](double v) { return static_cast<Real>(v); });
    }
}

// Z = W A + b in every layer, A = f(Z) in every layer but the last; gives the logits.
template <class Real>
std::span<Real> Network<Real>::forward(std::span<const Real> w, const Inputs<Real>& x, std::size_t rows) {
    const Real* a = x.x;
    std::span<Real> z;
    for (std::size_t i = 0; i < layers_.size(); ++i) {
        if (i > 0) activation_->forward(z);
        const Layer& layer = layers_[i];
        const std::size_t inputs = size(layer.inputs), outputs = size(layer.outputs);
        z = std::span<Real>(values_[i]).first(rows * outputs);
        const Real* W = w.data() + layer.offset;
        const Real* b = W + layer.weights();
        if (i == 0 && x.by_row)
            multiply(SparseProduct<Real>{W, outputs, x.by_row, inputs, z.data(), rows, b});
        else
            multiply(Product<Real>{W, outputs, {a, 1, inputs}, inputs, z.data(), rows, b});
        a = z.data();
    }
    return z;
}

// With D = ∂L/∂Z of a layer and A what goes into it:  ∂L/∂W = D Aᵀ,  ∂L/∂b = D 1,  and below it D ← (Wᵀ D) ∘ f′.  Where it `adds`, g
// has the gradient of the rows before.
template <class Real>
void Network<Real>::backward(std::span<const Real> w, const Inputs<Real>& x, std::size_t rows, std::span<Real> g, bool adds) {
    static constexpr Real one = 1;
    const Real* d = values_.back().data();
    for (std::size_t i = layers_.size(); i-- > 0;) {
        const Layer& layer = layers_[i];
        const std::size_t outputs = size(layer.outputs), inputs = size(layer.inputs);
        const Real* a = i == 0 ? x.x : values_[i - 1].data();
        Real* dW = g.data() + layer.offset;
        Real* db = dW + layer.weights();
        if (i == 0 && x.by_input)
            multiply(SparseProduct<Real>{d, outputs, x.by_input, rows, dW, inputs});
        else
            multiply(Product<Real>{d, outputs, {a, inputs, 1}, rows, dW, inputs, adds ? dW : nullptr, outputs});
        multiply(Product<Real>{d, outputs, {&one, 0, 0}, rows, db, 1, adds ? db : nullptr});
        if (i == 0) return;
        const auto below = std::span<Real>(errors_[i % 2]).first(rows * inputs);
        transpose(w.data() + layer.offset, layer, transposed_.data());
        multiply(Product<Real>{transposed_.data(), inputs, {d, 1, outputs}, outputs, below.data(), rows});
        activation_->backward(std::span<const Real>(values_[i - 1]).first(below.size()), below);
        d = below.data();
    }
}

template <class Real>
double Network<Real>::loss_and_gradient(std::span<const Real> w, const Inputs<Real>& x, std::span<const std::int32_t> y,
                                        std::span<Real> g) {
    assert(w.size() == parameters_ && g.size() == parameters_);
    const std::size_t n = y.size(), width = size(inputs());
    assert(n >= 1 && (!x.by_row || (x.by_input && n <= max_rows_)));
    const Real scale = Real(1) / static_cast<Real>(n);
    BatchLoss sum;
    for (std::size_t first = 0; first < n; first += max_rows_) {
        const std::size_t rows = std::min(max_rows_, n - first);
        const Inputs<Real> part = x.from(first, width);
        const BatchLoss measured = loss_->gradient(forward(w, part, rows), y.subspan(first, rows), scale);
        sum.loss += measured.loss;
        sum.correct += measured.correct;
        backward(w, part, rows, g, first > 0);
    }
    correct_ = sum.correct;
    return sum.loss / static_cast<double>(n);
}

template <class Real>
Evaluation Network<Real>::evaluate(std::span<const Real> w, const Inputs<Real>& x, std::span<const std::int32_t> y) {
    const std::size_t n = y.size(), width = size(inputs());
    assert(w.size() == parameters_);
    if (n == 0) return {0, 0};
    BatchLoss sum;
    for (std::size_t first = 0; first < n; first += evaluation_rows) {
        const std::size_t rows = std::min(evaluation_rows, n - first);
        const BatchLoss part = loss_->measure(forward(w, x.from(first, width), rows), y.subspan(first, rows));
        sum.loss += part.loss;
        sum.correct += part.correct;
    }
    return {sum.loss / static_cast<double>(n), static_cast<double>(sum.correct) / static_cast<double>(n)};
}

template <class Real>
void Network<Real>::predict(std::span<const Real> w, std::span<const Real> x, std::span<Real> p) {
    const std::size_t width = static_cast<std::size_t>(inputs()), out = static_cast<std::size_t>(classes());
    const std::size_t n = x.size() / width;
    assert(w.size() == parameters_ && x.size() == n * width && p.size() == n * out);
    for (std::size_t first = 0; first < n; first += evaluation_rows) {
        const std::size_t rows = std::min(evaluation_rows, n - first);
        const auto z = forward(w, Inputs<Real>(x.subspan(first * width)), rows);
        loss_->probabilities(z, p.subspan(first * out, rows * out), rows);
    }
}

template class Network<float>;
template class Network<double>;

}  // namespace eta
