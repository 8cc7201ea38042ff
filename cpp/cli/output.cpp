// This writes to the terminal.
#include "output.hpp"
#include "commands.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <chrono>

namespace eta {
namespace {

double now() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

// Counts the characters in the first `bytes` bytes of UTF-8 text.
std::size_t characters(std::string_view text, std::size_t bytes) {
    std::size_t count = 0;
    for (const char c : text.substr(0, bytes)) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    return count;
}

// Returns one line without control characters (C0, C1 and DEL), which could move a terminal's cursor: a space stands for each.
std::string printable(std::string_view text) {
    std::string line;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0;
        const bool c1 = byte == 0xC2 && next < 0xA0;
        line += byte < 0x20 || byte == 0x7F || c1 ? ' ' : text[i];
        if (c1) ++i;
    }
    return line;
}

// Emscripten takes every standard stream for a terminal; a terminal is a character device too.
bool to_terminal() {
    struct stat status{};
    return isatty(2) && fstat(2, &status) == 0 && S_ISCHR(status.st_mode);
}

constexpr std::size_t max_quote_bytes = 60;

}  // namespace

std::string quoted(std::string_view text) {
    std::size_t end = text.size() > max_quote_bytes ? max_quote_bytes : text.size();
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    const std::string quote(text.substr(0, end));
    return "“" + quote + (end < text.size() ? "…”" : "”");
}

int complain(const std::string& what) {
    std::fprintf(stderr, "%s “eta --help” says what there is.\n", what.c_str());
    return bad_input;
}

void print_problems(std::string_view text, const Problems& problems, std::string_view before) {
    for (const Problem& problem : problems) {
        std::string line = std::string(before) + (problem.key.empty() ? "run" : problem.key);
        if (problem.to > problem.from) {
            const std::size_t first = characters(text, problem.from) + 1, last = characters(text, problem.to);
            line += ", character" +
                    (last > first ? "s " + std::to_string(first) + "-" + std::to_string(last) : " " + std::to_string(first));
            line += ", " + quoted(text.substr(problem.from, problem.to - problem.from));
        } else if (problem.to > 0) {
            line += ", after character " + std::to_string(characters(text, problem.to));
        }
        line += ": ";
        line += sentence(problem);
        line = printable(line) + "\n";
        std::fwrite(line.data(), 1, line.size(), stderr);
    }
}

Progress::Progress(std::string_view what) : what_(what), started_(now()) {}

void Progress::show(double part) {
    const int percent = static_cast<int>(part * 100);
    if (percent == shown_ || now() - started_ < 1 || !to_terminal()) return;
    shown_ = percent;
    std::fprintf(stderr, "\r%s: %d %%", what_.c_str(), percent);
    std::fflush(stderr);
}

Progress::~Progress() {
    if (shown_ >= 0) std::fprintf(stderr, "\r\033[K");
}

}  // namespace eta
