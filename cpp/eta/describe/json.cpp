// This writes JSON (RFC 8259).
#include "eta/describe/json.hpp"

#include <cmath>

#include "eta/math/number.hpp"

namespace eta {
namespace {

void append_quoted(std::string& to, std::string_view text) {
    to += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            to += '\\';
            to += c;
        } else if (byte < 0x20) {
            to += "\\u00";
            to += "0123456789abcdef"[byte >> 4];
            to += "0123456789abcdef"[byte & 15];
        } else {
            to += c;
        }
    }
    to += '"';
}

}  // namespace

void Json::separate() {
    if (!first_) text_ += ',';
    first_ = false;
}
Json& Json::open(char bracket) {
    separate();
    text_ += bracket;
    first_ = true;
    return *this;
}
Json& Json::close(char bracket) {
    text_ += bracket;
    first_ = false;
    return *this;
}
Json& Json::raw(std::string_view text) {
    separate();
    text_ += text;
    return *this;
}
Json& Json::key(std::string_view name) {
    separate();
    append_quoted(text_, name);
    text_ += ':';
    first_ = true;
    return *this;
}
Json& Json::value(std::string_view text) {
    separate();
    append_quoted(text_, text);
    return *this;
}
Json& Json::value(double number) { return raw(std::isfinite(number) ? print(number) : "null"); }
Json& Json::value(bool flag) { return raw(flag ? "true" : "false"); }

}  // namespace eta
