// What a run can have is resumed wherever it stands; what no run can have is refused, each kind of it planted.
#include <catch_amalgamated.hpp>

#include <cmath>
#include <cstring>
#include <functional>
#include <limits>
#include <string>
#include <vector>

#include "eta/schedule/greedy.hpp"
#include "eta/schedule/plateau.hpp"
#include "eta/train/trainer.hpp"
#include "run_fixture.hpp"

namespace {

using namespace eta;

using Bytes = std::vector<std::byte>;
constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();
constexpr double no_number = std::numeric_limits<double>::quiet_NaN(), infinity = std::numeric_limits<double>::infinity();

Trainer trained(const Bench& bench, std::int64_t updates) {
    Trainer trainer = bench.trainer();
    for (std::int64_t done = 1; done > 0 && trainer.update() < updates;) done = trainer.advance(updates - trainer.update());
    return trainer;
}

// The same bytes with one value changed, which stands `at` bytes from their begin.
template <class T>
Bytes with(Bytes bytes, std::size_t at, const std::function<void(T&)>& edit) {
    T value;
    REQUIRE(at + sizeof value <= bytes.size());
    std::memcpy(&value, bytes.data() + at, sizeof value);
    edit(value);
    std::memcpy(bytes.data() + at, &value, sizeof value);
    return bytes;
}
CheckpointHead head_of(const Bytes& bytes) {
    CheckpointHead head;
    std::memcpy(&head, bytes.data(), sizeof head);
    return head;
}
std::size_t weights_at(const Bytes& bytes) {
    return sizeof(CheckpointHead) + static_cast<std::size_t>(head_of(bytes).scalars) * sizeof(double);
}
std::size_t best_at(const Bytes& bytes) {
    const CheckpointHead head = head_of(bytes);
    return weights_at(bytes) + static_cast<std::size_t>(head.size + head.slots) * sizeof(float);
}
std::size_t factors_at(const Bytes& bytes) {
    return best_at(bytes) + static_cast<std::size_t>(head_of(bytes).best + head_of(bytes).average) * sizeof(float);
}

// Refused, and the trainer goes on from where it was.
void refuses(const Bench& bench, const Bytes& bytes, const std::string& what) {
    INFO(what);
    Trainer trainer = trained(bench, 7);
    const std::string before = trainer.hash();
    CHECK_FALSE(trainer.resume(bytes));
    CHECK(trainer.update() == 7);
    CHECK(trainer.hash() == before);
    CHECK(trainer.advance(1) == 1);
}

using HeadEdit = std::pair<const char*, std::function<void(CheckpointHead&)>>;
void refuses(const Bench& bench, const Bytes& bytes, const std::vector<HeadEdit>& edits) {
    REQUIRE(bench.trainer().resume(bytes));
    for (const auto& [what, edit] : edits) refuses(bench, with<CheckpointHead>(bytes, 0, edit), what);
}

const std::string small = "data=moons(noise=0.4, samples=60) validation=30 hidden=16 batch=7 lr=0.7 steps=200 evaluate=5";
// The text that `refuses` plants most in: it has a state of every kind.
const std::string rich = small + " schedule=constant * plateau(0.5, patience=2, cooldown=1) stop=early(patience=30)";

}  // namespace

TEST_CASE("what a run has is resumed after every update, however it ends", "[checkpoint]") {
    const std::string texts[] = {
        rich,
        small + " last_batch=keep stop=early(patience=3)",
        small + " stop=early(validation_accuracy, patience=40, restore=false)",
        small + " stop=updates(77)",
        small + " stop=updates(200)",
        small + " stop=target(value=0.6)",
        small + " evaluate=3.7% opt=adam(amsgrad=true) schedule=cosine * greedy(0.6, patience=1, warmup=1, window=4, reset=2)",
        small + " evaluate=100% schedule=linear",
        small + " schedule.1=0.1 schedule.2=linear schedule=sin(t)^2 + where(t < 20, 0, where(t < 40, -1, 0))",
        small + " act=identity schedule=constant(1000)",
        small + " schedule=1/(t - 33)^2",
    };
    for (std::string text : texts) {
        if (text.find("evaluate=", text.find("evaluate=") + 1) != std::string::npos) text.erase(text.find(" evaluate=5"), 11);
        INFO(text);
        const Bench bench(text);
        Trainer trainer = bench.trainer(), resumed = bench.trainer();
        do {
            REQUIRE(resumed.resume(trainer.checkpoint()));
            REQUIRE(resumed.update() == trainer.update());
            REQUIRE(resumed.ended() == trainer.ended());
        } while (trainer.ended() == Ended::running && trainer.advance(1) >= 0);
        REQUIRE(resumed.resume(trainer.checkpoint()));
        CHECK(resumed.hash() == trainer.hash());
        CHECK(resumed.ended() != Ended::running);
    }
}

TEST_CASE("numbers that no run can have are refused", "[checkpoint]") {
    const Bench bench(rich);
    const Bytes bytes = trained(bench, 93).checkpoint();
    const CheckpointHead head = head_of(bytes);
    REQUIRE(head.ended == 0);
    REQUIRE(head.stop.best_update > 0);
    REQUIRE(head.epoch.samples > 0);
    refuses(bench, bytes,
            {
                {"before the run", [](auto& h) { h.update = -1; }},
                {"beyond the run", [](auto& h) { h.update = 201; }},
                {"the largest counter", [](auto& h) { h.update = largest; }},
                {"running at the last update", [](auto& h) { h.update = 200; }},
                {"no reason to end", [](auto& h) { h.ended = -1; }},
                {"no such reason", [](auto& h) { h.ended = 9; }},
                {"finished too early", [](auto& h) { h.ended = static_cast<std::int64_t>(Ended::finished); }},
                {"another rule's reason", [](auto& h) { h.ended = static_cast<std::int64_t>(Ended::target); }},
                {"stopped without waiting", [](auto& h) { h.ended = static_cast<std::int64_t>(Ended::early); }},
                {"a sum of rates that is none", [](auto& h) { h.rate_sum = no_number; }},
                {"a negative sum of rates", [](auto& h) { h.rate_sum = -1; }},
                {"a sample too many", [](auto& h) { ++h.epoch.samples; }},
                {"too many samples", [](auto& h) { h.epoch.samples = largest; }},
                {"more right than there are", [](auto& h) { h.epoch.correct = h.epoch.samples + 1; }},
                {"fewer right than none", [](auto& h) { h.epoch.correct = -1; }},
                {"a loss that is none", [](auto& h) { h.epoch.loss = no_number; }},
                {"a best that is none", [](auto& h) { h.stop.best = no_number; }},
                {"a best without bounds", [](auto& h) { h.stop.best = -infinity; }},
                {"a best that nothing measured", [](auto& h) { h.stop.best_update = -1; }},
                {"a best between two evaluations", [](auto& h) { ++h.stop.best_update; }},
                {"a best from the future", [](auto& h) { h.stop.best_update = 95; }},
                {"a best before the run", [](auto& h) { h.stop.best_update = -5; }},
                {"waited longer", [](auto& h) { ++h.stop.waited; }},
                {"waited for ever", [](auto& h) { h.stop.waited = largest; }},
                {"waited less than nothing", [](auto& h) { h.stop.waited = -1; }},
                {"more factors than bytes", [](auto& h) { h.factors = std::uint64_t{1} << 60; }},
                {"another listener", [](auto& h) { h.listener += 8; }},
                {"another optimizer", [](auto& h) { h.slots += 1; }},
                {"another optimizer's scalars", [](auto& h) { h.scalars += 1; }},
                {"another network", [](auto& h) { h.size = 0; }},
            });
    for (const std::size_t at : {sizeof head, sizeof head + (static_cast<std::size_t>(head.size) - 1) * sizeof(float),
                                 best_at(bytes), factors_at(bytes) - sizeof(float)})
        for (const double value : {no_number, infinity})
            refuses(bench, with<float>(bytes, at, [&](float& w) { w = static_cast<float>(value); }), "a weight");
    Bytes longer = bytes;
    longer.push_back(std::byte{0});
    refuses(bench, longer, "a byte more");
}

TEST_CASE("changes of the factor that no run can have are refused", "[checkpoint]") {
    const Bench bench(rich);
    const Bytes bytes = trained(bench, 193).checkpoint();
    const CheckpointHead head = head_of(bytes);
    REQUIRE(head.factors >= 2);
    REQUIRE(bench.trainer().resume(bytes));
    const std::size_t first = factors_at(bytes), second = first + sizeof(Factor);
    const std::size_t last = first + (static_cast<std::size_t>(head.factors) - 1) * sizeof(Factor);
    const auto factor = [&](std::size_t at, const std::function<void(Factor&)>& edit, const char* what) {
        refuses(bench, with<Factor>(bytes, at, edit), what);
    };
    for (const std::size_t at : {first, second, last}) {
        factor(at, [](Factor& f) { f.factor = no_number; }, "no factor");
        factor(at, [](Factor& f) { f.factor = infinity; }, "a factor without bounds");
        factor(at, [](Factor& f) { f.factor = -0.5; }, "a negative factor");
        factor(at, [](Factor& f) { f.update = 0; }, "a change at the start");
        factor(at, [](Factor& f) { f.update = 195; }, "a change in the future");
        factor(at, [](Factor& f) { ++f.update; }, "a change between two evaluations");
        factor(at, [](Factor& f) { f.update = largest; }, "a change at the end of time");
    }
    factor(first, [](Factor& f) { f.factor = 1; }, "a change to what it is");
    factor(last, [](Factor& f) { f.factor /= 2; }, "another factor than the listener's");
    Factor one{};
    std::memcpy(&one, bytes.data() + first, sizeof one);
    factor(second, [&](Factor& f) { f.update = one.update; }, "two changes at once");
    // A racer without a listener has no factors.
    const Bench plain(small);
    Bytes more = trained(plain, 20).checkpoint();
    const Factor planted{5, 0.5};
    more.resize(more.size() + sizeof planted);
    std::memcpy(more.data() + more.size() - sizeof planted, &planted, sizeof planted);
    refuses(plain, with<CheckpointHead>(more, 0, [](auto& h) { h.factors = 1; }), "a factor of no listener");
}

TEST_CASE("states of a listener that no run can have are refused", "[checkpoint]") {
    using greedy_schedule::GreedyState;
    using plateau_schedule::PlateauState;
    const Bench plateau(rich);
    const Bytes bytes = trained(plateau, 93).checkpoint();
    const std::pair<const char*, std::function<void(PlateauState&)>> edits[] = {
        {"no factor", [](auto& s) { s.factor = no_number; }},
        {"another factor", [](auto& s) { s.factor /= 2; }},
        {"a best without bounds", [](auto& s) { s.best = infinity; }},
        {"the largest count of bad ones", [](auto& s) { s.bad = largest; }},
        {"more bad ones than evaluations", [](auto& s) { s.bad = 19; }},
        {"fewer than none", [](auto& s) { s.bad = -1; }},
        {"the longest cool-down", [](auto& s) { s.cooling = largest; }},
        {"a longer cool-down", [](auto& s) { s.cooling = 2; }},
        {"a negative cool-down", [](auto& s) { s.cooling = -1; }},
    };
    for (const auto& [what, edit] : edits)
        refuses(plateau, with<PlateauState>(bytes, bytes.size() - sizeof(PlateauState), edit), what);

    const Bench greedy(small + " schedule=constant * greedy(0.6, patience=1, warmup=1, cooldown=3, window=4, reset=2)");
    const Bytes others = trained(greedy, 93).checkpoint();
    REQUIRE(greedy.trainer().resume(others));
    const std::pair<const char*, std::function<void(GreedyState&)>> greedy_edits[] = {
        {"no factor", [](auto& s) { s.factor = no_number; }},
        {"good for ever", [](auto& s) { s.good = largest; }},
        {"bad for ever", [](auto& s) { s.bad = largest; }},
        {"a negative count", [](auto& s) { s.good = -1; }},
        {"a longer cool-down", [](auto& s) { s.cooling = 4; }},
        {"a longer warm-up", [](auto& s) { s.warming = 2; }},
        {"longer at the floor", [](auto& s) { s.at_floor = largest; }},
        {"more measured than evaluations", [](auto& s) { s.measured = 19; }},
        {"a negative place in the window", [](auto& s) { s.measured = -1; }},
        {"no sum", [](auto& s) { s.sum = no_number; }},
        {"no metric in the window", [](auto& s) { s.last[3] = no_number; }},
    };
    for (const auto& [what, edit] : greedy_edits)
        refuses(greedy, with<GreedyState>(others, others.size() - sizeof(GreedyState), edit), what);
}

TEST_CASE("an end that a stop rule does not give is refused, and going on after one that it does", "[checkpoint]") {
    const auto says = [](Ended ended) { return [=](CheckpointHead& h) { h.ended = static_cast<std::int64_t>(ended); }; };
    const Bench whole(small), some(small + " stop=updates(90)"), early(small + " stop=early(patience=3)"),
        target(small + " stop=target(value=0.8)");
    const Bytes finished = trained(whole, 200).checkpoint();
    refuses(whole, finished, {{"running at the last update", says(Ended::running)}, {"diverged there", says(Ended::loss)}});
    refuses(whole, trained(whole, 50).checkpoint(),
            {{"stopped without a rule", says(Ended::updates)},
             {"without patience", says(Ended::early)},
             {"waited without a rule", [](auto& h) { h.stop.waited = 1; }},
             {"a best without a rule", [](auto& h) { h.stop.best = 1, h.stop.best_update = 50; }}});
    refuses(some, trained(some, 90).checkpoint(), {{"running", says(Ended::running)}, {"target", says(Ended::target)}});
    refuses(some, trained(some, 89).checkpoint(), {{"stopped too early", says(Ended::updates)}});
    const Bytes stopped = trained(early, 200).checkpoint();
    REQUIRE(head_of(stopped).update < 200);
    refuses(early, stopped, {{"running", says(Ended::running)}, {"updates", says(Ended::updates)}, {"loss", says(Ended::loss)}});
    const Bytes reached = trained(target, 200).checkpoint();
    REQUIRE(head_of(reached).update < 200);
    REQUIRE(head_of(reached).update > 8);
    refuses(target, trained(target, head_of(reached).update - 1).checkpoint(), {{"not measured", says(Ended::target)}});
}
