// These are the files of data sets that the page has provided.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace eta::page {

// Consumes the file of a data set.
void provide(const std::string& asset);
bool has(const std::string& asset);

// Returns the bytes of an asset; empty if it was not provided.
std::span<const std::byte> provided(std::string_view asset);

}  // namespace eta::page
