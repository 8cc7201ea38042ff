// This writes JSON: values go in, text comes out, commas stand where they belong.
#pragma once

#include <concepts>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace eta {

// Calls nest as the text does; a key stands before each value inside an object. A number that JSON cannot say is null.
class Json {
public:
    Json& object() { return open('{'); }
    Json& end_object() { return close('}'); }
    Json& array() { return open('['); }
    Json& end_array() { return close(']'); }
    Json& key(std::string_view name);
    Json& value(std::string_view text);
    Json& value(const char* text) { return value(std::string_view(text)); }
    Json& value(double number);
    Json& value(bool flag);
    template <std::integral I>
    Json& value(I number) {
        return raw(std::to_string(number));
    }

    template <class T>
    Json& pair(std::string_view name, const T& x) {
        return key(name).value(x);
    }

    const std::string& text() const { return text_; }

private:
    Json& open(char bracket);
    Json& close(char bracket);
    Json& raw(std::string_view text);
    void separate();

    std::string text_;
    bool first_ = true;  // no comma is due
};

}  // namespace eta
