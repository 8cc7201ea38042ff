// A label is read from a JSON string (RFC 8259) and written as one.
#include "eta/run/label.hpp"

#include "eta/describe/json.hpp"
#include "eta/language/normal_text.hpp"
#include "eta/run/items.hpp"
#include "eta/run/keys.hpp"

namespace eta {
namespace {

// Joiners and selectors are parts of emoji and of the words of some languages.
bool joins(char32_t c) { return c == 0x200C || c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F) || c >= 0xE0000; }
bool is_hidden(char32_t c) { return is_invisible(c) && !joins(c); }
bool breaks_line(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029; }

std::optional<char32_t> hex4(std::string_view text, std::size_t at) {
    if (at + 4 > text.size()) return {};
    char32_t value = 0;
    for (const char c : text.substr(at, 4)) {
        const std::size_t digit = std::string_view("0123456789abcdefABCDEF").find(c);
        if (digit == std::string_view::npos) return {};
        value = value * 16 + static_cast<char32_t>(digit > 15 ? digit - 6 : digit);
    }
    return value;
}

bool is_surrogate(char32_t c) { return c >= 0xD800 && c < 0xE000; }

// Reads \uXXXX, and a second one that makes a pair with it; `at` is at the first digit. Half a pair is U+FFFD.
std::optional<char32_t> read_escape(std::string_view text, std::size_t& at) {
    const auto first = hex4(text, at);
    if (!first) return {};
    at += 4;
    if (!is_surrogate(*first)) return first;
    const auto second = text.substr(at, 2) == "\\u" ? hex4(text, at + 2) : std::nullopt;
    if (*first >= 0xDC00 || !second || *second < 0xDC00 || *second >= 0xE000) return 0xFFFD;
    at += 6;
    return 0x10000 + ((*first - 0xD800) << 10) + (*second - 0xDC00);
}

bool is_plain(std::string_view label) {
    if (label.empty() || label.front() == '"') return false;
    for (std::size_t at = 0; at < label.size();)
        if (is_hidden(next_character(label, at))) return false;
    const std::string text = "label=" + std::string(label) + " k=";
    Problems none;
    const auto items = split_items(NormalText(text), none);
    return items.size() == 2 && items[0].value == label;
}

}  // namespace

std::size_t json_string_end(std::string_view text, std::size_t from) {
    for (std::size_t i = from + 1; i < text.size(); ++i) {
        if (text[i] == '"') return i + 1;
        if (text[i] == '\\') ++i;
    }
    return std::string_view::npos;
}

std::optional<std::string> read_label(std::string_view written) {
    if (written.size() < 2 || written.front() != '"' || written.back() != '"') return std::string(written);
    if (json_string_end(written, 0) != written.size()) return {};
    std::string label;
    for (std::size_t i = 1; i + 1 < written.size();) {
        if (written[i] != '\\') {
            label += written[i++];
            continue;
        }
        const std::size_t which = std::string_view("\"\\/bfnrtu").find(written[i + 1]);
        if (which == std::string_view::npos) return {};
        i += 2;
        if (which < 8) {
            label += "\"\\/\b\f\n\r\t"[which];
            continue;
        }
        const auto character = read_escape(written, i);
        if (!character) return {};
        label += utf8(*character);
    }
    return label;
}

std::string print_label(std::string_view label) {
    if (label.empty() || is_plain(label)) return std::string(label);
    std::string quoted;
    const std::string json = Json().value(label).text();
    for (std::size_t at = 0; at < json.size();) {
        const std::size_t from = at;
        const char32_t c = next_character(json, at);
        if (c < 0x80 || c > 0xFFFF || !is_hidden(c)) {
            quoted += json.substr(from, at - from);
            continue;
        }
        quoted += "\\u";
        for (int shift = 12; shift >= 0; shift -= 4) quoted += "0123456789abcdef"[c >> shift & 15];
    }
    return quoted;
}

std::string_view label_problem(std::string_view label) {
    std::size_t characters = 0;
    for (std::size_t at = 0; at < label.size(); ++characters)
        if (breaks_line(next_character(label, at))) return "label_line";
    return characters > max_label_characters ? "label_too_long" : "";
}

}  // namespace eta
