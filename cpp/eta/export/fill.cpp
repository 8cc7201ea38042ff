// This fills texts.
#include "eta/export/fill.hpp"

namespace eta {
namespace {

constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; }

}  // namespace

std::string fill(std::string_view text, const Filling& with) {
    std::string made;
    while (!text.empty()) {
        const std::size_t at = text.find('$');
        made += text.substr(0, at);
        if (at == std::string_view::npos) break;
        text.remove_prefix(at + 1);
        std::size_t end = 0;
        while (end < text.size() && is_letter(text[end])) ++end;
        const std::string_view name = text.substr(0, end);
        const std::pair<std::string_view, std::string>* found = nullptr;
        for (const auto& each : with)
            if (each.first == name) found = &each;
        made += found ? found->second : "$" + std::string(name);
        text.remove_prefix(end);
    }
    return made;
}

std::string indented(std::string_view text, std::size_t spaces) {
    std::string made;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (end > 0) made.append(spaces, ' ').append(text.substr(0, end));
        if (end < text.size()) made += '\n';
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return made;
}

}  // namespace eta
