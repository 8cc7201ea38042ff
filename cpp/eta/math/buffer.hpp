// A buffer owns an array of fixed size whose first element stands on a 64-byte boundary.
#pragma once

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <new>
#include <span>
#include <type_traits>
#include <utility>

namespace eta {

/// Every number that is trained on lives in one of these: vectorised sums begin at the first aligned element, so equal
/// alignment everywhere is part of getting equal bits everywhere (malloc alone gives 8 modulo 16 in WebAssembly).
/// It converts to std::span<T> and std::span<const T> by itself, being a contiguous range.
template <class T>
class Buffer {
    static_assert(std::is_trivially_copyable_v<T>);

public:
    static constexpr std::size_t alignment = 64;

    /// It has no elements; data() is null.
    Buffer() = default;

    /// It has `size` elements, all zero.
    explicit Buffer(std::size_t size) : data_(allocate(size)), size_(size) { std::fill_n(data_, size_, T{}); }

    /// It holds a copy of `values`.
    explicit Buffer(std::span<const T> values) : data_(allocate(values.size())), size_(values.size()) {
        std::copy(values.begin(), values.end(), data_);
    }

    Buffer(const Buffer& other) : Buffer(std::span<const T>(other)) {}
    /// The moved-from buffer is empty.
    Buffer(Buffer&& other) noexcept { swap(other); }
    /// It takes the other's size too. The other comes by value, so that one assignment serves for copying and moving.
    Buffer& operator=(Buffer other) noexcept {
        swap(other);
        return *this;
    }
    ~Buffer() {
        if (data_ != nullptr) ::operator delete(data_, std::align_val_t{alignment});
    }

    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    [[nodiscard]] T* data() { return data_; }
    [[nodiscard]] const T* data() const { return data_; }
    [[nodiscard]] T* begin() { return data_; }
    [[nodiscard]] const T* begin() const { return data_; }
    [[nodiscard]] T* end() { return data_ + size_; }
    [[nodiscard]] const T* end() const { return data_ + size_; }

    T& operator[](std::size_t i) {
        assert(i < size_);
        return data_[i];
    }
    const T& operator[](std::size_t i) const {
        assert(i < size_);
        return data_[i];
    }

private:
    static T* allocate(std::size_t size) {
        static_assert(alignof(T) <= alignment);
        assert(size <= static_cast<std::size_t>(-1) / sizeof(T));
        return size == 0 ? nullptr : static_cast<T*>(::operator new(size * sizeof(T), std::align_val_t{alignment}));
    }
    void swap(Buffer& other) noexcept {
        std::swap(data_, other.data_);
        std::swap(size_, other.size_);
    }

    T* data_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace eta
