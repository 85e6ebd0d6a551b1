// SPDX-License-Identifier: MIT
#include "tools/areaclaim/same_bytes.hpp"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <string_view>
#include <system_error>
#include <utility>

namespace areaclaim {
namespace {

/// The bytes of a file, empty where they cannot be read; `bytes` keeps its memory.
void read(const std::string& path, std::uintmax_t size, std::string& bytes) {
    std::ifstream file(path, std::ios::binary);
    bytes.resize(static_cast<std::size_t>(size));
    if (!file.read(bytes.data(), static_cast<std::streamsize>(size))) {
        bytes.clear();
    }
}

bool is_json(std::string_view bytes) {
    const auto first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    return first != std::string_view::npos && bytes[first] == '{';
}

} // namespace

std::vector<std::size_t> first_with_same_bytes(const std::vector<std::string>& paths) {
    std::vector<std::size_t> first(paths.size());
    std::map<std::uintmax_t, std::vector<std::size_t>> by_size;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        first[i] = i;
        std::error_code none;
        if (std::filesystem::is_regular_file(paths[i], none)) {
            if (const auto size = std::filesystem::file_size(paths[i], none); !none && size > 0) {
                by_size[size].push_back(i);
            }
        }
    }
    std::string bytes;
    std::string others;
    for (const auto& [size, files] : by_size) {
        std::map<std::size_t, std::size_t> by_hash; // to the first file that has it
        for (const std::size_t i : files) {
            if (files.size() < 2) {
                break; // alone of its size
            }
            read(paths[i], size, bytes);
            if (!is_json(bytes)) {
                continue;
            }
            const auto [entry, is_new] =
                by_hash.try_emplace(std::hash<std::string_view>{}(bytes), i);
            if (!is_new) {
                read(paths[entry->second], size, others);
                first[i] = others == bytes ? entry->second : i;
            }
        }
    }
    return first;
}

} // namespace areaclaim
