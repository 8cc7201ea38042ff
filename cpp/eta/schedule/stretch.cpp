// This file thins a curve.
#include "eta/schedule/stretch.hpp"

#include <algorithm>
#include <cmath>

namespace eta {
namespace {

// A drop is at least this part of the rate, and this many times the change of its neighbours: a step is one, an exponential is
// not.
constexpr double least_share = 0.05, least_times = 8;

class StretchReader {
public:
    StretchReader(const Curve& rate, std::span<const double> factors, std::int64_t from, std::int64_t to)
        : rate_(rate), factors_(factors), from_(from), to_(to) {}

    Stretch read(std::int64_t points) {
        // A drop is recognised by the two updates before it and the one after it.
        for (std::int64_t t = std::max<std::int64_t>(from_ - 2, 0); t < from_; ++t) next(t);
        if (to_ - from_ <= points)
            for (std::int64_t t = from_; t < to_; ++t) put(t, measured(t));
        else
            thin(std::max<std::int64_t>(points / 4, 1));
        if (to_ > from_) next(to_);
        return std::move(stretch_);
    }

private:
    // Returns η at t; it must be called for ascending t.
    double next(std::int64_t t) {
        for (; factor_ < factors_.size() && factors_[factor_] <= static_cast<double>(t); factor_ += 2)
            now_ = factors_[factor_ + 1];
        const double eta = t < rate_.updates() ? rate_.at(t, now_) : before_[2];
        const double fall = before_[1] - before_[2], left = std::abs(before_[0] - before_[1]), right = std::abs(before_[2] - eta);
        const bool dropped = fall > least_share * before_[1] && fall > least_times * left && fall > least_times * right;
        if (dropped && t - 1 >= std::max<std::int64_t>(from_, 2)) {
            if (stretch_.drop_count++ < max_drops) stretch_.drops.push_back(static_cast<double>(t - 1));
        }
        before_[0] = before_[1];
        before_[1] = before_[2];
        before_[2] = eta;
        return eta;
    }

    double measured(std::int64_t t) {
        const double eta = next(t);
        if (eta == 0) stretch_.has_zero = true;
        if (eta > 0 && std::isfinite(eta)) {
            stretch_.min = std::min(stretch_.min, eta);
            stretch_.max = std::max(stretch_.max, eta);
        }
        return eta;
    }

    void put(std::int64_t t, double eta) {
        stretch_.t.push_back(static_cast<double>(t));
        stretch_.eta.push_back(eta);
    }

    void thin(std::int64_t buckets) {
        const std::int64_t count = to_ - from_;
        for (std::int64_t k = 0; k < buckets; ++k) bucket(from_ + k * count / buckets, from_ + (k + 1) * count / buckets);
        put_gap();
        if (stretch_.t.back() < static_cast<double>(to_ - 1)) put(to_ - 1, before_[2]);
    }

    void bucket(std::int64_t begin, std::int64_t end) {
        values_.clear();
        for (std::int64_t t = begin; t < end; ++t) values_.push_back(measured(t));
        std::size_t first = values_.size(), last = 0, low = 0, high = 0;
        for (std::size_t i = 0; i < values_.size(); ++i) {
            if (!std::isfinite(values_[i])) continue;
            if (first == values_.size()) first = low = high = i;
            // The first of equal values stays.
            if (values_[i] < values_[low]) low = i;
            if (values_[i] > values_[high]) high = i;
            last = i;
        }
        for (std::size_t i = 0; i < values_.size(); ++i) {
            const std::int64_t t = begin + static_cast<std::int64_t>(i);
            if (!std::isfinite(values_[i])) {
                if (gap_ < 0) {
                    gap_ = t;
                    gap_value_ = values_[i];
                }
            } else if (i == first || i == last || i == low || i == high) {
                put_gap();
                put(t, values_[i]);
            }
        }
    }

    void put_gap() {
        if (gap_ >= 0) put(gap_, gap_value_);
        gap_ = -1;
    }

    const Curve& rate_;
    std::span<const double> factors_;
    std::int64_t from_, to_;
    Stretch stretch_;
    std::size_t factor_ = 0;  // the index of the next factor
    double now_ = 1;          // the current factor
    double before_[3]{};      // η at the three previous updates
    std::vector<double> values_;
    std::int64_t gap_ = -1;  // the first update since the last pair whose value is not finite
    double gap_value_ = 0;
};

}  // namespace

Stretch stretch(const Curve& rate, std::span<const double> factors, std::int64_t from, std::int64_t to, std::int64_t points) {
    return StretchReader(rate, factors, from, to).read(points);
}

}  // namespace eta
