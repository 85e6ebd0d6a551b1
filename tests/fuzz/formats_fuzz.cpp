// SPDX-License-Identifier: MIT
// read_features on any bytes under any ending: the dispatch by content, GDAL's readers behind the
// allow-list, archives, PROJ on any CRS.
#include "shapes/io/read.hpp"
#include "tests/fuzz/reader_checks.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace {

constexpr std::array<const char*, 14> kEndings{".geojson", ".json",    ".kml",    ".kmz", ".gml",
                                               ".fgb",     ".gpkg",    ".csv",    ".shp", ".zip",
                                               ".kml.gz",  ".json.gz", ".csv.gz", ""};

class Directory {
  public:
    Directory()
        : path_(std::filesystem::temp_directory_path() /
                ("areaclaim-fuzz-" + std::to_string(::getpid()))) {
        std::filesystem::create_directories(path_);
    }
    ~Directory() { std::filesystem::remove_all(path_); }
    std::filesystem::path path_;
};

} // namespace

/// libkml, in any of its libraries, does not free what it read of damaged files; that is not ours
/// to find.
extern "C" const char* __lsan_default_suppressions() {
    return "leak:libkml\n";
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Directory directory;
    if (size < 2) {
        return -1;
    }
    const std::string path =
        (directory.path_ / "map").string() + kEndings[data[0] % kEndings.size()];
    {
        std::ofstream file(path, std::ios::binary);
        file.write(reinterpret_cast<const char*>(data) + 2, static_cast<std::streamsize>(size - 2));
    }
    shapes::ReadOptions options;
    options.json_pointer = (data[1] & 1U) != 0 ? "/value" : "";
    options.where = (data[1] & 2U) != 0 ? "a > 1" : "";
    try {
        fuzz::check(shapes::read_features(path, options));
    } catch (const shapes::ReadError& e) {
        fuzz::check_message(e.what(), path);
    }
    std::filesystem::remove(path);
    return 0;
}
