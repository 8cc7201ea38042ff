// The text becomes tokens.
#include "eta/language/tokens.hpp"

#include "eta/math/number.hpp"

namespace eta {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Finds the end of the UTF-8 character at `at`, so that a problem underlines a whole one.
std::size_t character_end(std::string_view source, std::size_t at) {
    ++at;
    while (at < source.size() && (static_cast<unsigned char>(source[at]) & 0xC0) == 0x80) ++at;
    return at;
}

Lexeme number_token(std::string_view source, std::size_t from) {
    const std::size_t to = from + number_length(source.substr(from));
    Lexeme lexeme{.kind = Token::number, .text = source.substr(from, to - from), .from = from, .to = to};
    if (!read(lexeme.text, lexeme.number)) lexeme.kind = Token::bad;
    if (source.substr(to, 1) == "%") {
        lexeme.measure = Measure::percent;
        lexeme.to = to + 1;
    } else if (source.substr(to, 2) == "ep" && (to + 2 >= source.size() || !is_name_part(source[to + 2]))) {
        lexeme.measure = Measure::epochs;
        lexeme.to = to + 2;
    }
    return lexeme;
}

}  // namespace

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v'; }
bool is_name_start(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_name_part(char c) { return is_name_start(c) || is_digit(c); }

Lexeme next_token(std::string_view source, std::size_t at) {
    while (at < source.size() && is_space(source[at])) ++at;
    if (at >= source.size()) return {.kind = Token::end, .text = {}, .from = source.size(), .to = source.size()};
    const char c = source[at];
    if (number_length(source.substr(at)) > 0) return number_token(source, at);
    std::size_t to = at + 1;
    Token kind = Token::bad;
    if (is_name_start(c)) {
        while (to < source.size() && is_name_part(source[to])) ++to;
        kind = Token::name;
    } else if (c == '<' || c == '>') {
        if (to < source.size() && source[to] == '=') ++to;
        kind = Token::sign;
    } else if (std::string_view("+-*/^(),=:").find(c) != std::string_view::npos) {
        kind = Token::sign;
    } else {
        to = character_end(source, at);
    }
    return {.kind = kind, .text = source.substr(at, to - at), .from = at, .to = to};
}

}  // namespace eta
