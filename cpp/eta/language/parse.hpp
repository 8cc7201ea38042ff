// The text becomes a tree. The grammar needs no registry; what a name means is checked on the tree (arguments.hpp,
// schedule/bind.hpp).
//
//     schedule = segment { "then" segment }
//     segment  = sum [ "for" length ]
//     sum      = product { ("+" | "-") product }        product = unary { ("*" | "/") unary }
//     unary    = "-" unary | power                      power   = primary [ "^" unary ]
//     primary  = length | name [ "(" [ argument { "," argument } ] ")" ] | "(" schedule ")"
//     argument = [ name "=" ] schedule [ ( ":" | comparison ) sum ]
//     length   = number [ "ep" | "%" ]                  comparison = "<" | "<=" | ">" | ">="
#pragma once

#include <string_view>

#include "eta/describe/problem.hpp"
#include "eta/language/tree.hpp"

namespace eta {

inline constexpr std::size_t max_nesting = 64;             // brackets, signs and powers inside one another
inline constexpr std::size_t max_expression_bytes = 8192;  // bytes

// Returns the tree of `text`. On a problem the tree is empty and one problem is added; places are offsets into `text` plus
// `offset`.
Tree parse(std::string_view text, Problems& problems, std::size_t offset = 0, std::string_view key = {});

}  // namespace eta
