// A network consists of dense layers whose parameters are one flat vector that the caller owns.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "eta/math/buffer.hpp"
#include "eta/math/product.hpp"
#include "eta/network/activation_entry.hpp"
#include "eta/network/initialiser_entry.hpp"
#include "eta/network/loss_entry.hpp"

namespace eta {

// A dense layer a = f(W x + b) in the flat vector: from `offset` the weights, for each input its `outputs` weights together
// (weight of output o for input i at offset + i · outputs + o), then the `outputs` biases; `size` is the count of all.
struct Layer {
    int inputs, outputs;
    std::size_t offset, size;

    std::size_t weights() const { return static_cast<std::size_t>(inputs) * static_cast<std::size_t>(outputs); }
};

// These are means over the rows: the loss, and the part of them that is answered correctly (0 … 1).
struct Evaluation {
    double loss, accuracy;
};

// These are rows of inputs: all their numbers, rows × inputs with a row contiguous, or only those that are not 0. They give the same
// bits. A gradient needs the numbers that are not 0 for each input as well, in the order of the rows, and then takes at most max_rows rows.
template <class Real>
struct Inputs {
    Inputs(std::span<const Real> numbers) : x(numbers.data()) {}
    template <class Numbers>
        requires std::convertible_to<const Numbers&, std::span<const Real>>
    Inputs(const Numbers& numbers) : Inputs(std::span<const Real>(numbers)) {}
    Inputs(SparseRows<Real> rows, SparseRows<Real> inputs = {}) : by_row(rows), by_input(inputs) {}

    // Returns those of these without the first `row` ones, of `width` numbers each.
    Inputs from(std::size_t row, std::size_t width) const {
        return by_row ? Inputs(by_row.from(row), by_input) : Inputs(x + row * width);
    }

    const Real* x = nullptr;
    SparseRows<Real> by_row, by_input;

private:
    explicit Inputs(const Real* first) : x(first) {}
};

// It allocates when it is made and never after. Every result depends on its arguments alone, with equal bits on every compiler:
// x holds rows × inputs numbers, a row contiguous; y one class a row, 0 … classes − 1; w and g have parameters() elements.
template <class Real>
class Network {
public:
    // The widths go from the inputs to the outputs, each ≥ 1, at least two of them; two make a linear model. `activation` follows
    // every layer but the last; `max_rows` ≥ 1 is how many rows are worked on at once (more are taken in turn).
    Network(std::vector<int> widths, const Activation& activation, const Loss& loss, int max_rows);

    std::size_t parameters() const { return parameters_; }
    std::span<const Layer> layers() const { return layers_; }
    int inputs() const { return layers_.front().inputs; }
    int outputs() const { return layers_.back().outputs; }
    int classes() const { return outputs() == 1 ? 2 : outputs(); }  // one output is the logit of class 1 of two

    // Draws all weights and biases; layer i takes a random substream of its own, so that it changes only with seed, i and its own
    // widths. (May allocate.)
    void initialise(std::span<Real> w, const Initialiser& initialiser, const Values& values, std::uint64_t seed) const;

    // Returns the mean loss over the rows (at least one); its gradient is written to g.
    double loss_and_gradient(std::span<const Real> w, const Inputs<Real>& x, std::span<const std::int32_t> y, std::span<Real> g);
    // Counts the rows of the last loss_and_gradient that were answered correctly.
    std::int64_t correct() const { return correct_; }

    // Returns mean loss and accuracy; both are 0 without rows.
    Evaluation evaluate(std::span<const Real> w, const Inputs<Real>& x, std::span<const std::int32_t> y);

    // Writes the probability of each class, rows × classes() numbers.
    void predict(std::span<const Real> w, std::span<const Real> x, std::span<Real> p);

private:
    std::span<Real> forward(std::span<const Real> w, const Inputs<Real>& x, std::size_t rows);
    void backward(std::span<const Real> w, const Inputs<Real>& x, std::size_t rows, std::span<Real> g, bool adds);

    std::vector<Layer> layers_;
    std::vector<Buffer<Real>> values_;  // of each layer, rows × outputs: what it passes on; in the last what the loss sends back
    std::array<Buffer<Real>, 2> errors_;  // ∂L/∂Z of the layer being worked on and of the one below it
    Buffer<Real> transposed_;             // the weights of the layer being worked on, an output's together
    std::size_t parameters_ = 0, max_rows_;
    std::int64_t correct_ = 0;
    const ActivationFunctions<Real>* activation_;
    const LossFunctions<Real>* loss_;
};

extern template class Network<float>;
extern template class Network<double>;

}  // namespace eta
