// The text is mapped character by character.
#include "eta/language/normal_text.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace eta {
namespace {

struct Range {
    char32_t first, last;
};

constexpr std::array white_space{Range{0x09, 0x0D},     Range{0x20, 0x20},     Range{0x85, 0x85},     Range{0xA0, 0xA0},
                                 Range{0x1680, 0x1680}, Range{0x2000, 0x200A}, Range{0x2028, 0x2029}, Range{0x202F, 0x202F},
                                 Range{0x205F, 0x205F}, Range{0x3000, 0x3000}};

// These are the controls, and the format characters and selectors of Unicode's Default_Ignorable_Code_Point.
constexpr std::array invisible{Range{0x00, 0x1F},       Range{0x7F, 0x9F},      Range{0xAD, 0xAD},     Range{0x34F, 0x34F},
                               Range{0x61C, 0x61C},     Range{0x115F, 0x1160},  Range{0x17B4, 0x17B5}, Range{0x180B, 0x180F},
                               Range{0x200B, 0x200F},   Range{0x202A, 0x202E},  Range{0x2060, 0x206F}, Range{0x3164, 0x3164},
                               Range{0xFE00, 0xFE0F},   Range{0xFEFF, 0xFEFF},  Range{0xFFA0, 0xFFA0}, Range{0xFFF0, 0xFFF8},
                               Range{0x1D173, 0x1D17A}, Range{0xE0000, 0xE0FFF}};

bool within(std::span<const Range> ranges, char32_t c) {
    return std::any_of(ranges.begin(), ranges.end(), [c](const Range& each) { return c >= each.first && c <= each.last; });
}

struct Sign {
    char32_t written;
    std::string_view read;
};

// These are typed or pasted in place of an ASCII sign. Those of U+FF01 … U+FF5E have their ASCII sign's order.
constexpr std::array signs{Sign{0xD7, "*"},   Sign{0xF7, "/"},   Sign{0x2010, "-"},  Sign{0x2011, "-"},  Sign{0x2012, "-"},
                           Sign{0x2013, "-"}, Sign{0x2014, "-"}, Sign{0x2212, "-"},  Sign{0x2215, "/"},  Sign{0x2217, "*"},
                           Sign{0x22C5, "*"}, Sign{0xB7, "*"},   Sign{0x2264, "<="}, Sign{0x2265, ">="}, Sign{0x2236, ":"},
                           Sign{0x3001, ","}, Sign{0x3002, "."}, Sign{0xFF61, "."},  Sign{0xFF64, ","},  Sign{0xFE63, "-"}};

constexpr char32_t full_width_quote = 0xFF02, full_width_backslash = 0xFF3C;

std::string read_as(char32_t c) {
    if (is_white_space(c)) return " ";
    if (c < 0x80) return std::string(1, static_cast<char>(c));
    if (c >= 0xA0 && is_invisible(c)) return {};  // a control is no slip of an editor: it has no meaning and is named
    if (c >= 0xFF01 && c <= 0xFF5E && c != full_width_quote && c != full_width_backslash)
        return std::string(1, static_cast<char>(c - 0xFF00 + 0x20));
    for (const Sign& each : signs)
        if (each.written == c) return std::string(each.read);
    return utf8(c);
}

}  // namespace

NormalText::NormalText(std::string_view written) : written_(written) {
    const bool ascii = std::all_of(written.begin(), written.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (ascii)
        read_ = written;
    else
        map();
}

void NormalText::map() {
    for (std::size_t at = 0; at < written_.size();) {
        const std::size_t from = at;
        const std::string characters = read_as(next_character(written_, at));
        read_ += characters;
        from_.insert(from_.end(), characters.size(), from);
        to_.insert(to_.end(), characters.size(), at);
    }
    // An empty map says that nothing was replaced, so a text of which nothing is read keeps one place.
    if (from_.empty()) from_ = {written_.size()}, to_ = {0};
}

char32_t next_character(std::string_view text, std::size_t& at) {
    const auto lead = static_cast<unsigned char>(text[at++]);
    if (lead < 0x80) return lead;
    char32_t character = lead & (lead < 0xE0 ? 0x1F : lead < 0xF0 ? 0x0F : 0x07);
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80)
        character = character << 6 | (static_cast<unsigned char>(text[at++]) & 0x3F);
    return character;
}

std::string utf8(char32_t c) {
    const auto tail = [c](int shift) { return static_cast<char>(0x80 | (c >> shift & 0x3F)); };
    if (c < 0x80) return {static_cast<char>(c)};
    if (c < 0x800) return {static_cast<char>(0xC0 | c >> 6), tail(0)};
    if (c < 0x10000) return {static_cast<char>(0xE0 | c >> 12), tail(6), tail(0)};
    return {static_cast<char>(0xF0 | c >> 18), tail(12), tail(6), tail(0)};
}

bool is_white_space(char32_t character) { return within(white_space, character); }
bool is_invisible(char32_t character) { return within(invisible, character) && !is_white_space(character); }

std::string visible(std::string_view text) {
    std::string shown;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t from = at;
        const char32_t c = next_character(text, at);
        if (!is_invisible(c)) {
            shown += text.substr(from, at - from);
            continue;
        }
        shown += "U+";
        for (int shift = c > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4)
            if (shift < 20 || c >> 20) shown += "0123456789ABCDEF"[c >> shift & 15];
    }
    return shown;
}

}  // namespace eta
