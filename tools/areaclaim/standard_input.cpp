// SPDX-License-Identifier: MIT
#include "tools/areaclaim/standard_input.hpp"

#include "engine/input_error.hpp"
#include "tools/areaclaim/load.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string_view>

namespace areaclaim {
namespace {

namespace fs = std::filesystem;

/// What the first bytes of a format are, as far as they tell.
const char* ending_of(std::string_view bytes) {
    const std::size_t first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    const std::string_view text = bytes.substr(first == std::string_view::npos ? 0 : first, 4096);
    if (text.starts_with('{') || text.starts_with('[')) {
        return ".geojson";
    }
    if (bytes.starts_with("SQLite format 3")) {
        return ".gpkg";
    }
    if (bytes.starts_with("fgb")) {
        return ".fgb";
    }
    if (bytes.starts_with("PK")) {
        return bytes.find("doc.kml") != std::string_view::npos ? ".kmz" : ".zip";
    }
    if (bytes.starts_with("\x1F\x8B")) {
        return ".geojson.gz";
    }
    if (text.starts_with('<')) {
        return text.find("<kml") != std::string_view::npos ? ".kml" : ".gml";
    }
    return ".csv";
}

/// A folder that goes when the program ends.
class PrivateFolder {
  public:
    PrivateFolder() {
        std::error_code error;
        std::string pattern = (fs::temp_directory_path(error) / "areaclaim-XXXXXX").string();
        if (error || ::mkdtemp(pattern.data()) == nullptr) {
            throw engine::InputError(
                "standard input cannot be kept: " + std::string(std::strerror(errno)) +
                "; set TMPDIR to a folder with room");
        }
        path_ = pattern;
    }
    ~PrivateFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    PrivateFolder(const PrivateFolder&) = delete;
    PrivateFolder& operator=(const PrivateFolder&) = delete;
    const fs::path& path() const { return path_; }

  private:
    fs::path path_;
};

} // namespace

std::string spooled_standard_input() {
    static bool was_read = false;
    if (was_read) {
        throw engine::InputError(
            "-: standard input can be read once, and two maps are asked of it");
    }
    was_read = true;
    const std::string bytes = read_text(kStandardInput);
    if (bytes.empty()) {
        throw engine::InputError("-: standard input is empty, and a map is due");
    }
    static const PrivateFolder folder;
    const fs::path file = folder.path() / (std::string("standard-input") + ending_of(bytes));
    std::ofstream out(file, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!out.flush()) {
        throw engine::InputError("standard input cannot be kept in " + folder.path().string() +
                                 "; set TMPDIR to a folder with room");
    }
    return file.string();
}

} // namespace areaclaim
