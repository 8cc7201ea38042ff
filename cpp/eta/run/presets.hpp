// Presets are whole runs with a name. A new one is a line here; what is released never changes.
#pragma once

#include <array>

#include "eta/describe/entries.hpp"

namespace eta {

struct Preset : Entry {
    std::string_view text;
};

inline constexpr std::array all_presets{
    Preset{
        {{"default", "Why lower it?", "Three schedules on handwritten digits, from the same start.", ""}, no_params},
        "data=digits hidden=32 batch=8 steps=800 lr=0.5 schedule=constant schedule=step(factor=0.1, every=250) schedule=cosine"},
    Preset{
        {{"article_a", "Article A",
          "A network with one output under an exponential decay: as its text, its code and its table have it.", ""},
         no_params},
        "convention=keras data=features split=tail hidden=64 loss=binary_cross_entropy lr=0.1 batch=32 epochs=100 evaluate=1ep "
        "schedule=exponential(rate=0.9, every=1) label=as the text says "
        "schedule=exponential(rate=0.9, every=100, staircase=true) label=as the code says "
        "schedule=exponential(rate=0.9, every=1ep, staircase=true) label=as it should be"},
    Preset{
        {{"article_b", "Article B",
          "Adam on MNIST, its rate multiplied by 0.9: as the text says, as the code says, as it should be.", ""},
         no_params},
        "convention=keras data=mnist split=tail hidden=128-64 opt=adam(powers=single) lr=0.1 batch=32 epochs=1000 evaluate=1ep "
        "schedule=step(factor=0.9, every=100) label=as the text says "
        "schedule=compound(factor=0.9, during=1ep, every=100ep, rounding=tensorflow) label=as the code says "
        "schedule=step(0.001, factor=0.9, every=100ep) label=as it should be"},
};

inline constexpr auto presets = entries_of<all_presets, "default">();

}  // namespace eta
