// eta_steps ASSET RUN [INPUTS CLASSES]: trains every racer of a run and prints "UPDATES SECONDS HASH".
//
// The seconds are the wall time of making the trainers and of training; reading the run and its samples is not counted.
// ASSET is the file of the run's data set, or "-". With INPUTS and CLASSES the network has these, and its samples are random numbers.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "eta/data/data_sets.hpp"
#include "eta/math/hash.hpp"
#include "eta/random/stream.hpp"
#include "eta/train/trainer.hpp"

namespace {

std::vector<std::byte> file_bytes(const char* path) {
    std::vector<std::byte> bytes;
    std::FILE* file = std::fopen(path, "rb");
    if (!file) return bytes;
    for (int c = 0; (c = std::fgetc(file)) != EOF;) bytes.push_back(static_cast<std::byte>(c));
    std::fclose(file);
    return bytes;
}

// The samples are independent normal numbers of random classes, which are as much work as real ones.
eta::Table random_table(eta::DataShape shape, eta::Random& random) {
    eta::Table table = eta::zeros(shape);
    for (float& x : table.x) x = static_cast<float>(random.normal());
    for (std::int32_t& y : table.y) y = static_cast<std::int32_t>(random.below(static_cast<std::uint64_t>(shape.classes)));
    return table;
}

eta::Samples random_samples(eta::Run& run, int inputs, int classes) {
    for (eta::Racer& racer : run.racers) {
        racer.widths.front() = inputs;
        racer.widths.back() = classes;
    }
    eta::Random random(1, eta::Stream::data);
    const auto table = [&](std::size_t samples) { return random_table({static_cast<int>(samples), inputs, classes}, random); };
    eta::Table training = table(run.training);
    return {std::move(training), table(run.validation)};
}

int fail(const char* what) {
    std::fprintf(stderr, "%s\n", what);
    return 2;
}

}  // namespace

int main(int count, char** words) {
    if (count != 3 && count != 5) return fail("usage: eta_steps ASSET RUN [INPUTS CLASSES]");
    eta::Problems problems;
    auto run = eta::read_run(words[2], {}, problems);
    if (!run) return fail(eta::sentence(problems.front()).c_str());
    const auto samples = count == 5 ? random_samples(*run, std::atoi(words[3]), std::atoi(words[4]))
                                    : eta::make_samples(*run, eta::asset_from_file(run->data->asset, file_bytes(words[1])));
    if (!samples) return fail("the data set's file is missing or damaged");

    eta::Hash hash;
    std::int64_t updates = 0;
    const auto start = std::chrono::steady_clock::now();
    for (const eta::Racer& racer : run->racers) {
        eta::Trainer trainer(*run, racer, *samples);
        while (trainer.ended() == eta::Ended::running) trainer.advance(1024);
        if (trainer.diverged()) return fail("a racer diverged");
        updates += trainer.update();
        hash.add(trainer.weights());
    }
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    std::printf("%lld %.6f %s\n", static_cast<long long>(updates), seconds.count(), hash.hex().c_str());
    return 0;
}
