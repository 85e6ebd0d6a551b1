// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>

namespace shapes::io {

/// How much a file may unpack to. A few megabytes can unpack to gigabytes of zeros, which would
/// fill the memory long before they are found to be no map.
struct UnpackBudget {
    std::size_t packed_bytes = 0; ///< of the file as it lies there
    std::size_t most_bytes = 0;   ///< `ReadOptions::max_bytes`
};

/// Bytes up to which a file may unpack whatever its ratio: packed tables of regular grids reach
/// high ratios while they are small.
inline constexpr std::size_t kRatioFreeBytes = std::size_t{100} << 20;

/// Unpacked bytes for each packed one from which on a larger file is refused. Maps as text pack 5
/// to 20 to 1; deflate ends at 1,032 to 1 (of one repeated byte).
inline constexpr std::size_t kMostRatio = 250;

/// The largest number of bytes that may be unpacked within the budget.
std::size_t most_unpacked(const UnpackBudget& budget);

/// Throws ReadError: `path` unpacks to more than its budget.
[[noreturn]] void fail_beyond(const std::string& path, const UnpackBudget& budget);

/// The budget of a packed file.
UnpackBudget budget_of(const std::string& path, std::size_t max_bytes);

/// A number of bytes for a person, in powers of ten: "4 GB", "350 MB", "12 kB".
std::string bytes_text(std::size_t bytes);

} // namespace shapes::io
