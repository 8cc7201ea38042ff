// This shows numbers in memory as an Eigen array, whose arithmetic is SIMD code however small the compiler is told to make its
// own loops.
#pragma once

#include <cstddef>
#include <span>

#include <Eigen/Core>

namespace eta {

template <class Real>
using Array = Eigen::Map<Eigen::Array<Real, Eigen::Dynamic, 1>>;
template <class Real>
using ConstArray = Eigen::Map<const Eigen::Array<Real, Eigen::Dynamic, 1>>;

template <class Real>
Array<Real> array(Real* x, std::size_t n) {
    return {x, static_cast<Eigen::Index>(n)};
}
template <class Real>
ConstArray<Real> array(const Real* x, std::size_t n) {
    return {x, static_cast<Eigen::Index>(n)};
}
template <class Real>
auto array(std::span<Real> x) {
    return array(x.data(), x.size());
}

}  // namespace eta
