// A tree becomes a curve: names are looked up, types checked, lengths turned into updates.
#pragma once

#include <optional>

#include "eta/describe/problem.hpp"
#include "eta/language/scope.hpp"
#include "eta/schedule/curve.hpp"

namespace eta {

// Returns the curve of a schedule in a run: `scope.updates` is T (≥ 1), `scope.lr` the default of every `lr` argument. It is
// nothing, with problems added, if the tree is no schedule. A rate that is not finite or is negative at t = 0, at T − 1 or where
// a segment begins is a problem too.
std::optional<Curve> bind_schedule(const Tree& tree, const Scope& scope, Problems& problems);
std::optional<Curve> bind_schedule(const Tree& tree, std::size_t node, const Scope& scope, Problems& problems);

// Returns the same schedule written canonically: arguments in order, defaults left out (where several may hold, what equals all
// of them).
Tree canonical(const Tree& tree, std::span<const Defaults> held = {});
// The same of a part of a tree without aliases.
std::size_t canonical(const Tree& tree, std::size_t node, Tree& to, std::span<const Defaults> held = {});

}  // namespace eta
