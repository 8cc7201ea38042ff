// The text becomes tokens: numbers with their measure, names, and signs.
#pragma once

#include <cstddef>
#include <string_view>

#include "eta/language/tree.hpp"

namespace eta {

enum class Token { end, number, name, sign, bad };

struct Lexeme {
    Token kind = Token::end;
    std::string_view text;  // a sign's text is one of + - * / ^ ( ) , = : < <= > >=
    double number = 0;
    Measure measure = Measure::plain;
    std::size_t from = 0, to = 0;  // bytes of the source
};

// Returns the token that begins at or after `at` (white space is skipped). `bad` is one character, or a number too large for a
// double. A number is one of `read` (math/number.hpp) [ep | %]; an `e` without a digit after it begins a name.
Lexeme next_token(std::string_view source, std::size_t at);

bool is_name_start(char c);
bool is_name_part(char c);
bool is_space(char c);

}  // namespace eta
