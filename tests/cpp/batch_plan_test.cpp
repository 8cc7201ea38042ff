// A batch that changes: which samples an update sees, wherever it is asked, and what a run makes of it.
#include <catch_amalgamated.hpp>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "eta/data/batches.hpp"
#include "eta/train/trainer.hpp"
#include "run_fixture.hpp"

namespace {

using namespace eta;

// The definition, one update after the other: a batch that does not fit ends the epoch, or is the rest of it.
std::vector<BatchPlan::Place> walk(std::int64_t n, bool keep, const std::vector<BatchSize>& sizes, std::int64_t updates) {
    std::vector<BatchPlan::Place> places;
    std::int64_t epoch = 0, offset = 0, size = 0;
    for (std::int64_t t = 0; t < updates; ++t) {
        for (const BatchSize& each : sizes)
            if (each.start == t) size = each.size;
        if (keep ? offset == n : offset + size > n) {
            ++epoch;
            offset = 0;
        }
        places.push_back({epoch, offset, std::min(size, n - offset)});
        offset += places.back().rows;
    }
    return places;
}

}  // namespace

TEST_CASE("any update's batch is that of a walk from the start, and an epoch shows no sample twice", "[data]") {
    std::mt19937 random(7);
    const auto below = [&](std::int64_t n) { return static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(n)); };
    for (int trial = 0; trial < 200; ++trial) {
        const std::int64_t n = 1 + below(60), updates = 1 + below(400);
        const bool keep = below(2) == 1;
        std::vector<BatchSize> sizes{{0, 1 + below(n)}};
        for (std::int64_t k = below(6); k > 0; --k) sizes.push_back({sizes.back().start + below(80), 1 + below(n)});
        INFO("trial " << trial << ", n " << n << ", keep " << keep);
        const BatchPlan plan(n, keep, sizes);
        const auto places = walk(n, keep, sizes, updates);
        Batches jumping(plan, 3), walking(plan, 3);
        std::set<std::uint32_t> seen;
        std::int64_t epoch = 0, counted = 0;
        bool right = true;
        for (std::int64_t t = 0; t < updates; ++t) {
            const auto& wanted = places[static_cast<std::size_t>(t)];
            const auto place = plan.at(t);
            right = right && place.epoch == wanted.epoch && place.offset == wanted.offset && place.rows == wanted.rows;
            const auto rows = walking.at(t);
            if (wanted.epoch != epoch) {
                // Nothing but what no batch could take is left out.
                right = right && (keep ? counted == n : n - counted < wanted.rows);
                seen.clear();
                counted = 0;
                epoch = wanted.epoch;
            }
            seen.insert(rows.begin(), rows.end());
            counted += static_cast<std::int64_t>(rows.size());
            right = right && static_cast<std::int64_t>(seen.size()) == counted;
        }
        for (int k = 0; k < 50; ++k) {
            const std::int64_t t = below(updates);
            const auto rows = jumping.at(t), same = walking.at(t);
            right = right && std::equal(rows.begin(), rows.end(), same.begin(), same.end());
        }
        CHECK(right);
    }
}

TEST_CASE("one size in several points is the run with that batch", "[trainer]") {
    const auto hash = [](const std::string& batch) {
        const Bench bench("data=moons(samples=90) hidden=6 steps=40 batch=" + batch);
        Trainer trainer = bench.trainer();
        trainer.advance(40);
        return trainer.hash();
    };
    CHECK(hash("7") == hash("points(0:7, 50%:7, shape=step)"));
    CHECK(hash("7") == hash("points(10:7, shape=step)"));
    CHECK(hash("7") != hash("points(0:7, 20:14, shape=step)"));
}

TEST_CASE("under a changing batch a run resumes at any update, and its epochs end where they do", "[trainer]") {
    for (const char* last : {"drop", "keep"}) {
        const Bench bench(
            "data=moons(samples=60) validation=10 hidden=5 steps=60 batch=points(0:8, 9:13, 50%:3, shape=step) opt=adam "
            "last_batch=" +
            std::string(last));
        Trainer whole = bench.trainer();
        whole.advance(60);
        const auto sizes = bench.run.racers[0].batches.sizes();
        REQUIRE(sizes == std::vector<BatchSize>{{0, 8}, {9, 13}, {30, 3}});
        const auto places = walk(50, std::string(last) == "keep", sizes, 61);
        std::vector<float> ends;
        for (std::size_t t = 0; t < 60; ++t)
            if (places[t + 1].epoch != places[t].epoch) ends.push_back(static_cast<float>(t + 1));
        const auto told = whole.telemetry()[column("epoch")];
        CHECK(std::vector<float>(told.begin(), told.end()) == ends);
        for (std::int64_t t = 0; t <= 60; ++t) {
            Trainer first = bench.trainer(), second = bench.trainer();
            first.advance(t);
            CHECK(second.resume(first.checkpoint()));
            second.advance(60);
            CHECK(second.hash() == whole.hash());
        }
    }
}

TEST_CASE("a changing batch is checked in words", "[run]") {
    const struct {
        const char *text, *problem;
    } cases[] = {
        {"batch=points(0:8, 50%:16, shape=step)", ""},
        {"batch=points(0:8, 16)", "batch_steps points(0:8, 16)"},
        {"batch=points(0:8, 50%:16)", "batch_steps points(0:8, 50%:16)"},
        {"batch=points(0:8, 50%:16, shape=log)", "batch_steps log"},
        {"batch=cosine(8)", "batch_expected cosine(8)"},
        {"batch=points(shape=step)", "batch_expected points(shape=step)"},
        {"batch=points(0:8, 10:8.5, shape=step)", "not_whole 8.5"},
        {"batch=points(0:0, shape=step)", "out_of_range 0"},
        {"batch=points(0:8, 10:5000, shape=step)", "batch_too_large 5000"},
        {"batch=points(0:8, 10:4, 5:16, shape=step)", "not_ascending 5:16"},
        {"batch=points(0:8, 1ep:16, shape=step)", "epochs_vary 1ep"},
        {"batch=points(0:8, U:16, shape=step)", "epochs_vary U"},
        {"batch=points(0:8, shape=step) epochs=3", "epochs_vary 3"},
        {"batch=points(0:8, shape=step) evaluate=1ep", "epochs_vary 1ep"},
        {"batch=points(0:8, shape=step) schedule=constant for 2ep then cosine", "epochs_vary 2ep"},
        {"batch=points(0:8, shape=step) schedule=0.1*0.9^(t/U)", "epochs_vary U"},
        {"batch=points(0:8, shape=step) schedule.1=step(every=1ep)", "epochs_vary 1ep"},
        {"batch=points(0:8, shape=step) opt=sgd(momentum=linear(0.9)*U)", "epochs_vary U"},
        {"batch=points(0:8, shape=step) schedule=compound", "epochs_vary compound"},
        {"batch=points(0:8, shape=step) schedule=compound(during=5, every=50)", ""},
        {"schedule=cosine schedule=cosine batch=points(0:8, shape=step)", ""},
        {"schedule=step(every=1ep) schedule=cosine batch=points(0:8, shape=step)", ""},
        {"preset=article_a batch=points(0:8, shape=step)", "epochs_vary points(0:8, shape=step)"},
    };
    for (const auto& each : cases) {
        INFO(each.text);
        CHECK(first_problem(each.text) == each.problem);
    }
    CHECK(good("batch=points( 0:8,50% : 16,shape = step) steps=100").text == "batch=points(0:8, 50%:16, shape=step) steps=100");
    CHECK_FALSE(good("schedule=cosine batch=4 schedule=cosine batch=points(0:8, shape=step)").fair);
}
