// Products and sums of squares against plain loops in the stated order, equal to the bit; the suite runs it at each width.
#include <catch_amalgamated.hpp>
#include <cstring>
#include <vector>

#include "eta/data/sparse_table.hpp"
#include "eta/math/product.hpp"
#include "eta/math/squares.hpp"
#include "eta/math/width.hpp"
#include "eta/random/stream.hpp"

namespace eta {
namespace {

class Draw {
public:
    explicit Draw(std::uint64_t seed) : random_(seed, Stream::data) {}
    std::size_t from(std::size_t least, std::size_t most) { return least + static_cast<std::size_t>(random_.below(most - least + 1)); }
    template <class Real>
    std::vector<Real> numbers(std::size_t n, double zeros = 0) {
        std::vector<Real> all(n);
        for (Real& x : all) x = random_.uniform() < zeros ? Real(0) : static_cast<Real>(random_.normal());
        return all;
    }

private:
    Random random_;
};

template <class Real>
bool same_bits(const std::vector<Real>& a, const std::vector<Real>& b) {
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(Real)) == 0;
}

template <class Real>
std::vector<Real> plain(const Product<Real>& p) {
    std::vector<Real> c(p.rows * p.columns);
    for (std::size_t j = 0; j < p.columns; ++j)
        for (std::size_t i = 0; i < p.rows; ++i) {
            Real sum = p.start ? p.start[i + j * p.start_step] : Real(0);
            for (std::size_t k = 0; k < p.inner; ++k) sum += p.l[k * p.rows + i] * p.r.r[k * p.r.inner + j * p.r.outer];
            c[j * p.rows + i] = sum;
        }
    return c;
}

template <class Real>
void compare_products(int count) {
    Draw draw(7);
    for (int n = 0; n < count; ++n) {
        const bool is_deep = n % 10 == 0, is_narrow = n % 3 == 0;
        const std::size_t rows = draw.from(1, is_narrow ? 12 : 130), columns = draw.from(1, 130);
        const std::size_t inner = is_deep ? draw.from(200, 900) : draw.from(1, 130);
        const auto l = draw.numbers<Real>(rows * inner, 0.2);
        // R lies by rows, by columns or with gaps.
        const std::size_t gap = draw.from(1, 3), order = draw.from(0, 2);
        const std::size_t across = order == 0 ? columns : gap, along = order == 0   ? 1
                                                                       : order == 1 ? inner * gap
                                                                                    : inner * gap + 5;
        const auto r = draw.numbers<Real>(inner * across + columns * along, 0.3);
        std::vector<Real> c = draw.numbers<Real>(rows * columns);
        const std::vector<Real> biases = draw.numbers<Real>(rows);
        Product<Real> p{l.data(), rows, {r.data(), across, along}, inner, c.data(), columns};
        const std::size_t start = draw.from(0, 2);
        if (start == 1) p.start = biases.data();
        if (start == 2) p.start = c.data(), p.start_step = rows;
        const std::vector<Real> expected = plain(p);
        multiply(p);
        INFO("case " << n << ": " << rows << " x " << inner << " x " << columns << ", order " << order << ", start " << start);
        REQUIRE(same_bits(c, expected));
    }
}

TEST_CASE("a product has the bits of three plain loops, whatever its shape and its strides", "[width]") {
    INFO("vectors of " << vector_width() << " bits");
    compare_products<float>(600);
    compare_products<double>(100);
}

TEST_CASE("one output of one input begins with its one bias in every column", "[width]") {
    const std::vector<float> x{1, 2, 3, 4, 5}, bias{10, 99, 99, 99, 99};
    const float w = 2;
    std::vector<float> z(5);
    multiply(Product<float>{&w, 1, {x.data(), 1, 1}, 1, z.data(), 5, bias.data()});
    CHECK(z == std::vector<float>{12, 14, 16, 18, 20});
}

TEST_CASE("a product without the zeros of the inputs has the bits of the whole one", "[width]") {
    Draw draw(8);
    for (int n = 0; n < 300; ++n) {
        const std::size_t samples = draw.from(1, 90), inputs = draw.from(1, n % 10 == 0 ? 900 : 130), outputs = draw.from(1, 130);
        Table table = zeros({static_cast<int>(samples), static_cast<int>(inputs), 2});
        const auto x = draw.numbers<float>(samples * inputs, static_cast<double>(n % 11) / 10);
        std::copy(x.begin(), x.end(), table.x.begin());
        const SparseTable sparse(table);

        // Some samples, some of them twice, as a batch.
        std::vector<std::uint32_t> rows(draw.from(1, 80));
        for (std::uint32_t& row : rows) row = static_cast<std::uint32_t>(draw.from(0, samples - 1));
        SparseBatch batch(sparse, 80);
        batch.gather(sparse, rows);
        std::vector<float> dense(rows.size() * inputs);
        gather_inputs(table, rows, dense);

        const auto w = draw.numbers<float>(inputs * outputs), d = draw.numbers<float>(rows.size() * outputs, 0.5);
        const auto b = draw.numbers<float>(outputs);
        std::vector<float> z(rows.size() * outputs, 1), g(inputs * outputs, 1);
        multiply(SparseProduct<float>{w.data(), outputs, batch.by_row(), inputs, z.data(), rows.size(), b.data()});
        multiply(SparseProduct<float>{d.data(), outputs, batch.by_input(), rows.size(), g.data(), inputs});
        INFO("case " << n << ": " << rows.size() << " of " << samples << " x " << inputs << " x " << outputs);
        REQUIRE(same_bits(
            z, plain(Product<float>{w.data(), outputs, {dense.data(), 1, inputs}, inputs, nullptr, rows.size(), b.data()})));
        REQUIRE(same_bits(g, plain(Product<float>{d.data(), outputs, {dense.data(), inputs, 1}, rows.size(), nullptr, inputs})));
    }
}

TEST_CASE("a table is sparse from a third of zeros on", "[width]") {
    Table table = zeros({3, 2, 2});
    for (std::size_t i = 0; i < 6; ++i) table.x[i] = i < 4 ? 1.0f : 0.0f;
    CHECK(is_sparse(table));
    table.x[4] = -1;
    CHECK_FALSE(is_sparse(table));
    CHECK(SparseTable(table).most_in_row() == 2);
}

TEST_CASE("sums of squares have the bits of eight lanes, whatever their length", "[width]") {
    Draw draw(9);
    for (std::size_t n = 0; n < 200; ++n) {
        const auto a = draw.numbers<float>(n), b = draw.numbers<float>(n);
        double of_a[8] = {}, of_difference[8] = {};
        for (std::size_t i = 0; i < n; ++i) {
            const double x = static_cast<double>(a[i]), difference = x - static_cast<double>(b[i]);
            of_a[i % 8] += x * x;
            of_difference[i % 8] += difference * difference;
        }
        const auto all = [](const double* s) { return ((s[0] + s[4]) + (s[2] + s[6])) + ((s[1] + s[5]) + (s[3] + s[7])); };
        REQUIRE(sum_of_squares(std::span<const float>(a)) == all(of_a));
        const Squares found = squares(std::span<const float>(a), std::span<const float>(b));
        REQUIRE((found.of_a == all(of_a) && found.of_difference == all(of_difference)));
    }
}

}  // namespace
}  // namespace eta
