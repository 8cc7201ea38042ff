// The hot loop asks for no memory: counted where the C library lets malloc be replaced.
#include <Eigen/Core>
#include <algorithm>
#include <array>
#include <catch_amalgamated.hpp>
#include <cstdlib>

#include "eta/data/batches.hpp"
#include "eta/data/sparse_table.hpp"
#include "eta/language/arguments.hpp"
#include "eta/optimizer/optimizers.hpp"
#include "network_fixture.hpp"

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ETA_SANITIZED
#endif
#endif
#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(ETA_SANITIZED)

namespace {
std::size_t requests = 0;
}

extern "C" {
void* __libc_malloc(std::size_t size);
void* __libc_memalign(std::size_t alignment, std::size_t size);
void* malloc(std::size_t size) noexcept {
    ++requests;
    return __libc_malloc(size);
}
void* aligned_alloc(std::size_t alignment, std::size_t size) noexcept {
    ++requests;
    return __libc_memalign(alignment, size);
}
}

namespace eta {
namespace {

TEST_CASE("the count sees every way to ask for memory", "[network]") {
    const std::size_t before = requests;
    std::vector<int> vector(1000);
    CHECK(requests == before + 1);
    Buffer<float> buffer(1000);
    CHECK(requests == before + 2);
    std::free(Eigen::internal::aligned_malloc(1000));
    CHECK(requests == before + 3);
}

// An optimizer's numbers by default.
Values defaults(const Optimizer& optimizer) {
    Tree tree;
    tree.root = tree.add({.op = Op::name, .text = std::string(optimizer.words.key)});
    Problems problems;
    return *bind_values(tree, tree.root, optimizer, {.updates = 800, .updates_per_epoch = 162, .lr = 0.5}, problems);
}

// The layers of a network as an optimizer gets them, with all that it needs.
struct Room {
    Buffer<float> slots, scratch;
    std::vector<double> scalars;
    std::vector<Slice<float>> layers;

    Room(const Optimizer& optimizer, const Network<float>& network, std::span<float> w, std::span<const float> g)
        : slots(w.size() * static_cast<std::size_t>(optimizer.slots)) {
        const auto count = static_cast<std::size_t>(optimizer.needs.scalars);
        scalars.resize(count * network.layers().size());
        std::size_t most = 0;
        for (const Layer& layer : network.layers()) {
            const auto rows = static_cast<std::size_t>(layer.inputs), columns = static_cast<std::size_t>(layer.outputs);
            layers.push_back({.w = w.subspan(layer.offset, layer.size),
                              .g = g.subspan(layer.offset, layer.size),
                              .slots = slots.data() + layer.offset,
                              .stride = w.size(),
                              .eta = 1e-3,
                              .rows = rows,
                              .columns = columns,
                              .scalars = std::span(scalars).subspan(count * layers.size(), count)});
            if (optimizer.needs.scratch) most = std::max(most, optimizer.needs.scratch(rows, columns));
        }
        scratch = Buffer<float>(most);
        for (auto& layer : layers) layer.scratch = scratch;
    }
    void update(const Optimizer& optimizer, const Values& numbers, std::int64_t t) {
        for (auto& layer : layers) layer.t = t;
        if (optimizer.needs.before) optimizer.needs.before(layers, numbers);
        for (const auto& layer : layers) optimizer.step(layer, numbers);
    }
};

TEST_CASE("updates and evaluations allocate nothing", "[network]") {
    std::vector<Values> numbers;
    for (const Optimizer& optimizer : optimizers) numbers.push_back(defaults(optimizer));
    for (const std::vector<int>& widths :
         {std::vector{2, 8, 8, 3}, {61, 37, 3}, {784, 128, 64, 10}, {1000, 900, 3}, {5000, 10}}) {
        CAPTURE(widths);
        NetworkFixture<float> f(widths, relu_activation::entry, cross_entropy::entry, 200, 130);
        std::vector<Room> rooms;
        for (const Optimizer& optimizer : optimizers) rooms.emplace_back(optimizer, f.network, f.w, f.g);
        Buffer<float> p(200 * static_cast<std::size_t>(widths.back()));
        Batches batches(200, 33, true, 1);
        Table table = zeros({200, widths.front(), 2});
        std::ranges::fill(std::span(table.x).subspan(table.x.size() / 2), 1.0f);
        const SparseTable sparse(table);
        SparseBatch batch(sparse, 33);
        const std::size_t before = requests;
        for (int t = 0; t < 10; ++t) {
            batch.gather(sparse, batches.at(t));
            f.loss_and_gradient();
            for (std::size_t i = 0; i < optimizers.size(); ++i) rooms[i].update(optimizers[i], numbers[i], t);
        }
        f.network.evaluate(f.w, f.x, f.y);
        f.network.predict(f.w, f.x, p);
        const std::size_t after = requests;
        CHECK(after == before);
    }
}

}  // namespace
}  // namespace eta

#endif
