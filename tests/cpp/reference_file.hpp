// Reads the files that tests/reference wrote: what the frameworks themselves computed.
#pragma once

#include <bit>
#include <cstdint>
#include <cstdio>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "eta/run/run.hpp"

namespace eta {

// The lines of tests/reference/data/NAME without its comments; none if it cannot be read.
inline std::vector<std::string> reference_lines(const std::string& name) {
    std::vector<std::string> lines;
    std::string line;
    std::FILE* file = std::fopen((std::string(ETA_SOURCE_DIR) + "/tests/reference/data/" + name).c_str(), "rb");
    if (!file) return lines;
    for (int c = 0; (c = std::fgetc(file)) != EOF;) {
        if (c != '\n') {
            line += static_cast<char>(c);
            continue;
        }
        if (!line.empty() && line[0] != '#') lines.push_back(line);
        line.clear();
    }
    std::fclose(file);
    return lines;
}

// Little-endian numbers written as base64 (RFC 4648); `-` is none.
template <class Number, class Bits>
std::vector<Number> numbers_of(std::string_view text) {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::vector<Number> numbers;
    std::uint32_t group = 0;
    int held = 0;
    Bits bits = 0;
    int filled = 0;
    for (const char c : text) {
        const std::size_t value = letters.find(c);
        if (value == std::string_view::npos || text == "-") break;
        group = (group << 6 | static_cast<std::uint32_t>(value)) & 0xffff;
        held += 6;
        if (held < 8) continue;
        held -= 8;
        bits |= static_cast<Bits>(group >> held & 0xff) << (8 * filled++);
        if (filled < static_cast<int>(sizeof(Bits))) continue;
        numbers.push_back(std::bit_cast<Number>(bits));
        bits = 0;
        filled = 0;
    }
    return numbers;
}
inline std::vector<float> floats_of(std::string_view text) { return numbers_of<float, std::uint32_t>(text); }
inline std::vector<double> doubles_of(std::string_view text) { return numbers_of<double, std::uint64_t>(text); }

inline std::vector<std::string> words_of(const std::string& line) {
    std::vector<std::string> words;
    std::istringstream in(line);
    for (std::string word; in >> word;) words.push_back(word);
    return words;
}

}  // namespace eta
