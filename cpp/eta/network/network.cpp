// Forward and backward through dense layers.
#include "eta/network/network.hpp"

#include <algorithm>
#include <cassert>

#include "eta/network/product.hpp"

namespace eta {

namespace {

// Evaluation works on this many rows at a time whatever the batch, so that its sums are taken in one order.
constexpr std::size_t evaluation_rows = 64;

Eigen::Index index(std::size_t n) { return static_cast<Eigen::Index>(n); }

template <class Real>
ConstMatrix<Real> weights(const Layer& layer, std::span<const Real> w) {
    return {w.data() + layer.offset, layer.outputs, layer.inputs};
}
template <class Real>
ConstVector<Real> biases(const Layer& layer, std::span<const Real> w) {
    return {w.data() + layer.offset + layer.weights(), layer.outputs};
}

}  // namespace

template <class Real>
Network<Real>::Network(std::vector<int> widths, const Activation& activation, const Loss& loss, int max_rows)
    : max_rows_(static_cast<std::size_t>(max_rows)), activation_(&activation.on<Real>()), loss_(&loss.on<Real>()) {
    assert(widths.size() >= 2 && max_rows >= 1);
    fix_cache_sizes();
    const std::size_t rows = std::max(max_rows_, evaluation_rows);
    std::size_t widest = 0;
    for (std::size_t i = 0; i + 1 < widths.size(); ++i) {
        assert(widths[i] >= 1 && widths[i + 1] >= 1);
        Layer layer{widths[i], widths[i + 1], parameters_, 0};
        layer.size = layer.weights() + static_cast<std::size_t>(layer.outputs);
        parameters_ += layer.size;
        layers_.push_back(layer);
        values_.emplace_back(rows * static_cast<std::size_t>(layer.outputs));
        widest = std::max(widest, static_cast<std::size_t>(layer.outputs));
    }
    for (auto& buffer : errors_) buffer = Buffer<Real>(rows * widest);
}

template <class Real>
void Network<Real>::initialise(std::span<Real> w, const Initialiser& initialiser, std::uint64_t seed) const {
    assert(w.size() == parameters_);
    std::fill(w.begin(), w.end(), Real(0));
    for (std::size_t i = 0; i < layers_.size(); ++i) {
        const Layer& layer = layers_[i];
        Random random(seed, Stream::weights, i);
        std::vector<double> drawn(layer.weights());
        initialiser.draw(drawn, layer.inputs, layer.outputs, random);
        std::transform(drawn.begin(), drawn.end(), w.begin() + static_cast<std::ptrdiff_t>(layer.offset),
                       [](double v) { return static_cast<Real>(v); });
    }
}

// Z = W A + b in every layer, A = f(Z) in every layer but the last; gives the logits.
template <class Real>
std::span<Real> Network<Real>::forward(std::span<const Real> w, std::span<const Real> x, std::size_t rows) {
    const Real* a = x.data();
    std::span<Real> z;
    for (std::size_t i = 0; i < layers_.size(); ++i) {
        if (i > 0) activation_->forward(z);
        const Layer& layer = layers_[i];
        z = std::span<Real>(values_[i]).first(rows * static_cast<std::size_t>(layer.outputs));
        Matrix<Real> Z(z.data(), layer.outputs, index(rows));
        Z.colwise() = biases(layer, w);
        add_product(weights(layer, w), ConstMatrix<Real>(a, layer.inputs, index(rows)), Z);
        a = z.data();
    }
    return z;
}

// With D = ∂L/∂Z of a layer and A what goes into it:  ∂L/∂W = D Aᵀ,  ∂L/∂b = D 1,  and below it D ← (Wᵀ D) ∘ f′.  Adds to g.
template <class Real>
void Network<Real>::backward(std::span<const Real> w, std::span<const Real> x, std::size_t rows, std::span<Real> g) {
    const Real* d = values_.back().data();
    for (std::size_t i = layers_.size(); i-- > 0;) {
        const Layer& layer = layers_[i];
        const ConstMatrix<Real> D(d, layer.outputs, index(rows));
        const ConstMatrix<Real> A(i == 0 ? x.data() : values_[i - 1].data(), layer.inputs, index(rows));
        add_product(D, A.transpose(), Matrix<Real>(g.data() + layer.offset, layer.outputs, layer.inputs));
        Vector<Real> db(g.data() + layer.offset + layer.weights(), layer.outputs);
        for (Eigen::Index row = 0; row < D.cols(); ++row) db += D.col(row);
        if (i == 0) return;
        const std::size_t size = rows * static_cast<std::size_t>(layer.inputs);
        const auto below = std::span<Real>(errors_[i % 2]).first(size);
        std::fill(below.begin(), below.end(), Real(0));
        add_product(weights(layer, w).transpose(), D, Matrix<Real>(below.data(), layer.inputs, index(rows)));
        activation_->backward(std::span<const Real>(values_[i - 1]).first(size), below);
        d = below.data();
    }
}

template <class Real>
double Network<Real>::loss_and_gradient(std::span<const Real> w, std::span<const Real> x, std::span<const std::int32_t> y,
                                        std::span<Real> g) {
    assert(w.size() == parameters_ && g.size() == parameters_);
    const std::size_t n = y.size(), width = static_cast<std::size_t>(inputs());
    assert(n >= 1 && x.size() == n * width);
    const Real scale = Real(1) / static_cast<Real>(n);
    Measured sum;
    std::fill(g.begin(), g.end(), Real(0));
    for (std::size_t first = 0; first < n; first += max_rows_) {
        const std::size_t rows = std::min(max_rows_, n - first);
        const auto part = x.subspan(first * width, rows * width);
        const Measured measured = loss_->gradient(forward(w, part, rows), y.subspan(first, rows), scale);
        sum.loss += measured.loss;
        sum.right += measured.right;
        backward(w, part, rows, g);
    }
    right_ = sum.right;
    return sum.loss / static_cast<double>(n);
}

template <class Real>
Evaluation Network<Real>::evaluate(std::span<const Real> w, std::span<const Real> x, std::span<const std::int32_t> y) {
    const std::size_t n = y.size(), width = static_cast<std::size_t>(inputs());
    assert(w.size() == parameters_ && x.size() == n * width);
    if (n == 0) return {0, 0};
    Measured sum;
    for (std::size_t first = 0; first < n; first += evaluation_rows) {
        const std::size_t rows = std::min(evaluation_rows, n - first);
        const auto z = forward(w, x.subspan(first * width, rows * width), rows);
        const Measured part = loss_->measure(z, y.subspan(first, rows));
        sum.loss += part.loss;
        sum.right += part.right;
    }
    return {sum.loss / static_cast<double>(n), static_cast<double>(sum.right) / static_cast<double>(n)};
}

template <class Real>
void Network<Real>::predict(std::span<const Real> w, std::span<const Real> x, std::span<Real> p) {
    const std::size_t width = static_cast<std::size_t>(inputs()), out = static_cast<std::size_t>(classes());
    const std::size_t n = x.size() / width;
    assert(w.size() == parameters_ && x.size() == n * width && p.size() == n * out);
    for (std::size_t first = 0; first < n; first += evaluation_rows) {
        const std::size_t rows = std::min(evaluation_rows, n - first);
        const auto z = forward(w, x.subspan(first * width, rows * width), rows);
        loss_->probabilities(z, p.subspan(first * out, rows * out), rows);
    }
}

template class Network<float>;
template class Network<double>;

}  // namespace eta
