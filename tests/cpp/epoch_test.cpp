// Keras' epochs: which samples validate, how many updates there are, and the running loss and accuracy of each epoch.
#include <catch_amalgamated.hpp>

#include <string>
#include <vector>

#include "eta/train/trainer.hpp"
#include "run_fixture.hpp"

namespace {

using namespace eta;

struct Epoch {
    float end, loss, accuracy;
};

// The epochs that a trainer tells in pieces of so many updates; each piece by a new trainer that resumes the last one.
std::vector<Epoch> epochs_of(const Run& run, const Samples& samples, std::int64_t piece) {
    std::vector<Epoch> epochs;
    std::vector<std::byte> checkpoint;
    for (Ended ended = Ended::running; ended == Ended::running;) {
        Trainer trainer(run, run.racers[0], samples);
        if (!checkpoint.empty()) REQUIRE(trainer.resume(checkpoint));
        trainer.advance(piece);
        const Telemetry& rows = trainer.telemetry();
        for (std::size_t i = 0; i < rows[column("epoch")].size(); ++i)
            epochs.push_back({rows[column("epoch")][i], rows[column("epoch_loss")][i], rows[column("epoch_accuracy")][i]});
        checkpoint = trainer.checkpoint();
        ended = trainer.ended();
    }
    return epochs;
}

}  // namespace

TEST_CASE("the tail validates: floor(n (1 - s)) samples train", "[run]") {
    // Keras 3.15, array_slicing.train_validation_split; with 90 samples 90·(1 − 0.3) is a little less than 63.
    const auto parts = [](const std::string& text) {
        const Run run = good("data=moons(samples=" + text + " batch=8");
        return std::pair(run.training, run.validation);
    };
    CHECK(parts("90) validation=30% split=tail") == std::pair<std::size_t, std::size_t>(62, 28));
    CHECK(parts("90) validation=30% split=last") == std::pair<std::size_t, std::size_t>(63, 27));
    CHECK(parts("1001) split=tail") == std::pair<std::size_t, std::size_t>(800, 201));
    CHECK(parts("1000) split=tail") == std::pair<std::size_t, std::size_t>(800, 200));
    CHECK(parts("1000) split=tail validation=201") == std::pair<std::size_t, std::size_t>(799, 201));
}

TEST_CASE("an epoch's loss and accuracy are means over its samples, each before its update", "[trainer]") {
    for (const char* text : {"data=moons(samples=111) hidden=5 batch=13 last_batch=keep epochs=4 validation=30 evaluate=1ep",
                             "data=blobs(samples=60) hidden=none batch=7 steps=30 lr=0.2 opt=adam loss=double_softmax",
                             "data=features(samples=100) loss=binary_cross_entropy batch=32 epochs=3 convention=keras"}) {
        INFO(text);
        const Run run = good(text);
        const auto samples = make_samples(run, {});
        REQUIRE(samples);
        const Racer& racer = run.racers[0];
        // By hand: every batch is measured with the weights that it finds.
        Trainer trainer(run, racer, *samples);
        Batches batches(run.training, static_cast<std::size_t>(racer.batch), racer.keep_last, run.seed);
        Network<float> network(racer.widths, *racer.activation, *racer.loss, 64);
        std::vector<Epoch> expected;
        double loss = 0, right = 0, seen = 0;
        for (std::int64_t t = 0; t < racer.updates; ++t) {
            const auto rows = batches.at(t);
            Buffer<float> x(rows.size() * static_cast<std::size_t>(racer.widths[0]));
            std::vector<std::int32_t> y(rows.size());
            gather(samples->training, rows, x, y);
            const Evaluation before = network.evaluate(trainer.weights(), x, y);
            const auto count = static_cast<double>(rows.size());
            loss += before.loss * count;
            right += before.accuracy * count;
            seen += count;
            trainer.advance(1);
            if ((t + 1) % racer.updates_per_epoch != 0) continue;
            expected.push_back({static_cast<float>(t + 1), static_cast<float>(loss / seen), static_cast<float>(right / seen)});
            loss = right = seen = 0;
        }
        REQUIRE(expected.size() >= 3);
        for (const std::int64_t piece : {1, 5, 4096}) {
            const auto found = epochs_of(run, *samples, piece);
            REQUIRE(found.size() == expected.size());
            for (std::size_t e = 0; e < found.size(); ++e) {
                CHECK(found[e].end == expected[e].end);
                CHECK_THAT(found[e].loss, Catch::Matchers::WithinRel(expected[e].loss, 1e-6F));
                CHECK_THAT(found[e].accuracy, Catch::Matchers::WithinRel(expected[e].accuracy, 1e-6F));
            }
        }
    }
}

TEST_CASE("both articles have 25 updates an epoch", "[run]") {
    const Run a = good("preset=article_a"), b = good("preset=article_b");
    for (const Run* run : {&a, &b}) {
        CHECK(run->training == 800);
        CHECK(run->validation == 200);
        REQUIRE(run->racers.size() == 3);
        CHECK(run->fair);
        for (const Racer& racer : run->racers) CHECK(racer.updates_per_epoch == 25);
    }
    CHECK(a.racers[0].updates == 2500);
    CHECK(b.racers[0].updates == 25000);
    CHECK(good("preset=article_b data=mnist(10000)").racers[0].updates_per_epoch == 250);
    // After one epoch the code of B has multiplied as often as its text would in 25 · 100 updates.
    CHECK_THAT(b.racers[1].rate->at(25), Catch::Matchers::WithinRel(b.racers[0].rate->at(2500), 1e-5));
    CHECK_THAT(a.racers[0].rate->at(25), Catch::Matchers::WithinRel(a.racers[1].rate->at(2500), 1e-12));
}
