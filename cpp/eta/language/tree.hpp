// A tree is a schedule or any registered thing with its arguments: parse makes it, print writes it and a Symbol records it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace eta {

enum class Op {
    number,  // 0.5, 3ep, 10%
    name,    // t, T, lr, true, cosine
    call,    // text(children…)
    named,   // text=child, inside a call
    negate,  // -a
    add,
    subtract,
    multiply,
    divide,
    power,
    less,
    less_equal,
    greater,
    greater_equal,  // inside a call
    pair,           // a:b, inside a call
    duration,       // a for b
    then            // a then b then …: n children
};

// A number's length is measured in this way; `plain` is a number or that many updates, as its parameter's type says.
enum class Measure { plain, epochs, percent };

struct Node {
    Op op = Op::number;
    double number = 0;
    Measure measure = Measure::plain;
    std::string text = {};                   // of name, call and named
    std::vector<std::size_t> children = {};  // indices into Tree::nodes
    std::size_t from = 0, to = 0;            // bytes of the text it was read from; 0, 0 if it was not read
};

// Nodes stand in any order, children before or after; `root` is the whole. An empty tree has no nodes.
struct Tree {
    std::vector<Node> nodes;
    std::size_t root = 0;

    bool empty() const { return nodes.empty(); }
    const Node& operator[](std::size_t i) const { return nodes[i]; }
    std::size_t add(Node node) {
        nodes.push_back(std::move(node));
        return nodes.size() - 1;
    }
};

// Says whether both are the same expression, wherever it was read from.
bool same(const Tree& a, std::size_t i, const Tree& b, std::size_t j);
inline bool same(const Tree& a, const Tree& b) { return a.empty() ? b.empty() : !b.empty() && same(a, a.root, b, b.root); }

// Appends a copy of the part of `from` below node i to `to`; returns its new index.
std::size_t copy(const Tree& from, std::size_t i, Tree& to);

}  // namespace eta
