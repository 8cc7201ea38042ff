// This is the table of ways to clip a gradient. A new one is a file and a line here.
#pragma once

#include <array>

#include "eta/describe/entries.hpp"
#include "eta/optimizer/clip_none.hpp"
#include "eta/optimizer/clip_norm.hpp"
#include "eta/optimizer/clip_value.hpp"

namespace eta {

inline constexpr std::array all_clips{clip_none::entry, clip_value::entry, clip_norm::entry};

inline constexpr auto clips = entries_of<all_clips, "none">();

}  // namespace eta
