// SPDX-License-Identifier: MIT
#include "shapes/io/budget.hpp"

#include "shapes/io/read.hpp"
#include "shapes/io/read_message.hpp"

#include <algorithm>
#include <filesystem>

namespace shapes::io {

std::size_t most_unpacked(const UnpackBudget& budget) {
    const std::size_t by_ratio = std::max(kRatioFreeBytes, budget.packed_bytes * kMostRatio);
    return std::min(by_ratio, budget.most_bytes);
}

void fail_beyond(const std::string& path, const UnpackBudget& budget) {
    if (most_unpacked(budget) == budget.most_bytes) {
        cannot_read(path, "it unpacks to more than " + bytes_text(budget.most_bytes),
                    "if it is to be so large, allow it with --max-size");
    }
    cannot_read(path,
                "it unpacks to more than " + std::to_string(kMostRatio) +
                    " times its size, as no map does",
                "if it is one, unpack it and name the file in it");
}

UnpackBudget budget_of(const std::string& path, std::size_t max_bytes) {
    std::error_code ignored;
    const auto packed = std::filesystem::file_size(path, ignored);
    return {ignored ? 0 : static_cast<std::size_t>(packed), max_bytes};
}

std::string bytes_text(std::size_t bytes) {
    constexpr std::size_t kThousand = 1000;
    std::size_t value = bytes;
    const char* unit = "bytes";
    for (const char* next : {"kB", "MB", "GB"}) {
        if (value < kThousand) {
            break;
        }
        value = (value + kThousand / 2) / kThousand;
        unit = next;
    }
    return std::to_string(value) + " " + unit;
}

} // namespace shapes::io
