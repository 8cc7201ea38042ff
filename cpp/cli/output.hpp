// This writes to the terminal: lines, problems in words, progress.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

#include "eta/describe/problem.hpp"

namespace eta {

// It collects output and writes it in large pieces; what is left is written at the end. Every line ends in \n.
class Output {
public:
    ~Output() { flush(); }
    void write(std::string_view text) {
        text_ += text;
        if (text_.size() > 1 << 16) flush();
    }
    void flush() {
        std::fwrite(text_.data(), 1, text_.size(), stdout);
        std::fflush(stdout);
        text_.clear();
    }

private:
    std::string text_;
};

// Returns the text on one line, in quotation marks; a long one is cut between two characters.
std::string quoted(std::string_view text);

// Says on the error output what is wrong with the words of the command line; returns the exit status.
int complain(const std::string& what);

// Prints one line a problem on the error output: `before`, key, the characters it is about, what is wrong and what would be right.
void print_problems(std::string_view text, const Problems& problems, std::string_view before = "");

// This is a line on the error output that is rewritten as work goes on, where that is a terminal and work has taken over a
// second.
class Progress {
public:
    explicit Progress(std::string_view what);
    ~Progress();
    void show(double part);  // 0 … 1

private:
    std::string what_;
    double started_;
    int shown_ = -1;  // percent
};

}  // namespace eta
