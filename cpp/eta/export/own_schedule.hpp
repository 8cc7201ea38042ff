// This finds the class of a framework that gives just the rates of a racer.
#pragma once

#include "eta/export/own_class.hpp"
#include "eta/run/racer.hpp"

namespace eta {

// Why a framework's class for a schedule is not taken.
struct WhyNot {
    std::string_view key;
    std::string_view reason;
};

struct OwnSchedule {
    std::string text;  // the call; empty if there is none
    std::string lr;    // the rate that the class begins from
    std::string why;   // if there is none, a sentence
};

// `framework` is its name in the sentence.
OwnSchedule own_schedule(std::span<const OwnClass> rows, std::span<const WhyNot> reasons, const Racer& racer,
                         std::string_view framework);

// Returns the numbers of the optimizer at the first update.
Values first_numbers(const Racer& racer);

}  // namespace eta
