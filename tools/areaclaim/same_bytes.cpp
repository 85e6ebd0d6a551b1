// SPDX-License-Identifier: MIT
#include "tools/areaclaim/same_bytes.hpp"

#include "shapes/io/file_text.hpp"
#include "shapes/io/json_head.hpp"
#include "shapes/io/read.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <numeric>
#include <optional>
#include <string_view>
#include <system_error>

namespace areaclaim {
namespace {

namespace io = shapes::io;

/// The text of a JSON file; nothing where it is no JSON, too large, or cannot be read.
std::optional<io::FileText> json_text(const std::string& path, std::size_t max_bytes) {
    try {
        if (io::is_json(io::file_head(path))) {
            return io::file_text(path, max_bytes);
        }
    } catch (const shapes::ReadError&) {
        // Reading it as a map says why.
    }
    return std::nullopt;
}

/// Regular files by their size; of others nothing is known before they are read.
std::map<std::uintmax_t, std::vector<std::size_t>>
files_by_size(const std::vector<std::string>& paths) {
    std::map<std::uintmax_t, std::vector<std::size_t>> by_size;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        std::error_code error;
        if (std::filesystem::is_regular_file(paths[i], error)) {
            if (const auto size = std::filesystem::file_size(paths[i], error); !error) {
                by_size[size].push_back(i);
            }
        }
    }
    return by_size;
}

} // namespace

std::vector<std::size_t> first_with_same_bytes(const std::vector<std::string>& paths,
                                               std::size_t max_bytes) {
    std::vector<std::size_t> first(paths.size());
    std::iota(first.begin(), first.end(), std::size_t{0});
    for (const auto& [size, files] : files_by_size(paths)) {
        if (files.size() < 2) {
            continue;
        }
        std::map<std::size_t, std::size_t> by_hash; // to the first file that has it
        for (const std::size_t i : files) {
            const auto text = json_text(paths[i], max_bytes);
            if (!text) {
                continue;
            }
            const auto [entry, is_new] =
                by_hash.try_emplace(std::hash<std::string_view>{}(text->view()), i);
            if (!is_new) {
                const auto other = json_text(paths[entry->second], max_bytes);
                first[i] = other && other->view() == text->view() ? entry->second : i;
            }
        }
    }
    return first;
}

} // namespace areaclaim
