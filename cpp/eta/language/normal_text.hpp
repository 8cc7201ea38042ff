// A text as it is read: Unicode's white space is a space, full-width signs are the ASCII ones, and what cannot be seen is left out.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace eta {

// `read` is what the grammar sees of `written`, which must be valid UTF-8. The quotation mark and the backslash have no full-width
// form here, so that one cannot end a label's JSON string.
class NormalText {
public:
    explicit NormalText(std::string_view written);

    std::string_view written() const { return written_; }
    const std::string& read() const { return read_; }

    // Returns the place in the written text at which the character at `at` of the read one begins.
    std::size_t begin(std::size_t at) const { return from_.empty() ? at : at < from_.size() ? from_[at] : written_.size(); }
    // Returns the place in the written text at which the character before `at` of the read one ends.
    std::size_t end(std::size_t at) const { return to_.empty() ? at : at > 0 ? to_[at - 1] : 0; }

private:
    void map();

    std::string_view written_;
    std::string read_;
    std::vector<std::size_t> from_, to_;  // of each byte of `read_`; empty if nothing was replaced
};

// Decodes the character at `at` of valid UTF-8, and moves `at` behind it.
char32_t next_character(std::string_view text, std::size_t& at);
std::string utf8(char32_t character);

bool is_white_space(char32_t character);  // Unicode's White_Space
// Says whether a character cannot be seen and is no space: a control, a mark of direction, a joiner, a selector, U+FEFF.
bool is_invisible(char32_t character);

// Returns the characters as a sentence quotes them: one that cannot be seen by its number, such as U+200B.
std::string visible(std::string_view text);

}  // namespace eta
