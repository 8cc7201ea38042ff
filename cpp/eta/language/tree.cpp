// This compares and copies trees.
#include "eta/language/tree.hpp"

namespace eta {

bool same(const Tree& a, std::size_t i, const Tree& b, std::size_t j) {
    const Node& x = a[i];
    const Node& y = b[j];
    if (x.op != y.op || x.text != y.text || x.children.size() != y.children.size()) return false;
    if (x.op == Op::number && (x.number != y.number || x.measure != y.measure)) return false;
    for (std::size_t k = 0; k < x.children.size(); ++k)
        if (!same(a, x.children[k], b, y.children[k])) return false;
    return true;
}

std::size_t copy(const Tree& from, std::size_t i, Tree& to) {
    Node node = from[i];
    for (std::size_t& child : node.children) child = copy(from, child, to);
    return to.add(std::move(node));
}

}  // namespace eta
