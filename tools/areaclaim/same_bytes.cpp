// SPDX-License-Identifier: MIT
#include "tools/areaclaim/same_bytes.hpp"

#include "shapes/change/parallel.hpp"
#include "shapes/io/file_text.hpp"
#include "shapes/io/json_head.hpp"
#include "shapes/io/read.hpp"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <numeric>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

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

/// Regular files that have their size in common with others; of what is no regular file nothing is
/// known before it is read.
std::vector<std::vector<std::size_t>> files_of_one_size(const std::vector<std::string>& paths) {
    std::map<std::uintmax_t, std::vector<std::size_t>> by_size;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        std::error_code error;
        if (std::filesystem::is_regular_file(paths[i], error)) {
            if (const auto size = std::filesystem::file_size(paths[i], error); !error) {
                by_size[size].push_back(i);
            }
        }
    }
    std::vector<std::vector<std::size_t>> groups;
    for (auto& [size, files] : by_size) {
        if (files.size() > 1) {
            groups.push_back(std::move(files));
        }
    }
    return groups;
}

/// A text's beginning, middle and end: what differs elsewhere only is told apart by comparing.
std::size_t sample_hash(std::string_view text) {
    constexpr std::size_t kSample = 4096;
    const std::hash<std::string_view> hash;
    const std::size_t middle = text.size() / 2;
    const std::size_t end = text.size() - std::min(text.size(), kSample);
    return hash(text.substr(0, kSample)) ^ (hash(text.substr(middle, kSample)) << 1U) ^
           (hash(text.substr(end)) << 2U);
}

/// The different texts of one size that were seen. Only the last one is held: a repeat mostly
/// follows what it repeats, and texts may be large.
class SeenTexts {
  public:
    SeenTexts(const std::vector<std::string>& paths, std::size_t max_bytes)
        : paths_(paths), max_bytes_(max_bytes) {}

    /// The file that has the text of file `i`, which is `i` itself where none of those compared
    /// has.
    std::size_t first_with(io::FileText text, std::size_t i) {
        std::vector<std::size_t>& alike = by_sample_[sample_hash(text.view())];
        for (std::size_t back = 0; back < std::min(alike.size(), kMostCompared); ++back) {
            const std::size_t other = alike[alike.size() - 1 - back];
            if (has(other, text.view())) {
                return other;
            }
        }
        alike.push_back(i);
        held_ = i;
        text_ = std::move(text);
        return i;
    }

  private:
    static constexpr std::size_t kMostCompared =
        8; // or a thousand files of one size take a million

    bool has(std::size_t other, std::string_view text) const {
        if (other == held_ && text_) {
            return text_->view() == text;
        }
        const auto read = json_text(paths_[other], max_bytes_);
        return read && read->view() == text;
    }

    const std::vector<std::string>& paths_;
    std::size_t max_bytes_;
    std::map<std::size_t, std::vector<std::size_t>> by_sample_;
    std::size_t held_ = 0;
    std::optional<io::FileText> text_;
};

} // namespace

std::vector<std::size_t> first_with_same_bytes(const std::vector<std::string>& paths,
                                               std::size_t max_bytes, int threads) {
    std::vector<std::size_t> first(paths.size());
    std::iota(first.begin(), first.end(), std::size_t{0});
    const std::vector<std::vector<std::size_t>> groups = files_of_one_size(paths);
    shapes::change::for_each_task(groups.size(), threads, [&](std::size_t group, std::size_t) {
        SeenTexts seen(paths, max_bytes);
        for (const std::size_t i : groups[group]) {
            if (auto text = json_text(paths[i], max_bytes)) {
                first[i] = seen.first_with(std::move(*text), i);
            }
        }
    });
    return first;
}

} // namespace areaclaim
