// SPDX-License-Identifier: MIT
#include "shapes/io/read.hpp"

#include "shapes/io/file_text.hpp"
#include "shapes/io/gdal_module.hpp"
#include "shapes/io/geojson_reader.hpp"
#include "shapes/io/read_message.hpp"
#include "shapes/io/unprojected.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <vector>

namespace shapes {
namespace {

using io::FileText;
using io::Unprojected;

[[noreturn]] void fail(const std::string& path, std::string_view reason, std::string_view remedy) {
    throw ReadError(io::read_message(path, reason, remedy));
}

std::string lower_extension(const std::string& path) {
    std::string extension = std::filesystem::path(path).extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(), [](char c) {
        return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    });
    return extension;
}

/// Names that would make a library reach over the network, or read a file as a set of orders.
void refuse_remote(const std::string& path) {
    for (const std::string_view prefix :
         {"http://", "https://", "ftp://", "ftps://", "s3://", "gs://", "/vsi", "<"}) {
        if (path.starts_with(prefix)) {
            fail(path, "nothing remote or virtual is opened",
                 "download it and name the local file");
        }
    }
}

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Where the content begins: behind a byte order mark and blanks.
std::string_view content(std::string_view text) {
    if (text.starts_with(kByteOrderMark)) {
        text.remove_prefix(kByteOrderMark.size());
    }
    const auto start = text.find_first_not_of(" \t\r\n");
    return start == std::string_view::npos ? std::string_view() : text.substr(start);
}

/// Refuses what would be JSON but for its outside.
void check_encoding(const std::string& path, std::string_view head) {
    using namespace std::string_view_literals;
    const bool utf16 = head.starts_with("\xFF\xFE"sv) || head.starts_with("\xFE\xFF"sv) ||
                       head.starts_with("{\0"sv) || head.starts_with("\0{"sv);
    if (utf16) {
        fail(path, "it is UTF-16, not UTF-8", "convert it, e.g. with iconv -f UTF-16 -t UTF-8");
    }
    if (content(head).empty()) {
        fail(path, "it begins with nothing but blanks", "check that its export was completed");
    }
    if (content(head).front() == '[') {
        fail(path, "it begins with '[', a GeoJSON file with '{'", "check that it is a map");
    }
}

bool is_json(std::string_view head) {
    return content(head).starts_with('{');
}

Unprojected read_gdal(const io::GdalSource& source, const ReadOptions& options) {
    io::GdalRead read;
    try {
        read = io::gdal_module().read(source, options);
    } catch (const std::runtime_error& e) {
        read.error = e.what();
    }
    if (!read.error.empty()) {
        throw ReadError(source.path + ": " + read.error);
    }
    return std::move(read.file);
}

Unprojected read_json(const std::string& path, FileText text, const ReadOptions& options) {
    if (text.view().starts_with(kByteOrderMark)) {
        text.skip(kByteOrderMark.size());
    }
    // A filter is a language of its own, which GDAL has.
    bool needs_gdal = !options.where.empty();
    if (!needs_gdal) {
        io::GeoJson read = io::read_geojson(path, text, options.json_pointer);
        needs_gdal = read.kind == io::JsonKind::other_map;
        if (!needs_gdal) {
            const auto& features = read.file.collection.features;
            if (!options.layer.empty() && !features.empty() &&
                features.front().layer != options.layer) {
                fail(path, "there is no layer " + io::quote(options.layer),
                     "its layers are " + io::quote(features.front().layer));
            }
            return std::move(read.file);
        }
    }
    const std::string document = io::json_at(path, text, options.json_pointer);
    return read_gdal({path, "", document}, options);
}

/// The text of a file within an archive.
FileText unpacked(const std::string& path, const std::string& name) {
    std::string bytes;
    if (!io::gdal_module().slurp(name, io::kMaxTextBytes, bytes)) {
        fail(path, "it cannot be unpacked, or is larger than 2 GiB unpacked",
             "check that its download was completed");
    }
    return FileText::copy(bytes);
}

/// A file that GDAL sees under `name`, which its content tells to be JSON or not.
Unprojected read_virtual(const std::string& path, const std::string& name,
                         const ReadOptions& options) {
    constexpr std::size_t kHeadBytes = 4096;
    std::string head;
    io::gdal_module().slurp(name, kHeadBytes, head);
    return is_json(head) ? read_json(path, unpacked(path, name), options)
                         : read_gdal({path, name, {}}, options);
}

/// The maps in a zip archive, told by their ending; where one is called as the wanted layer, it
/// alone.
std::vector<std::string> maps_in_zip(const std::string& absolute, const std::string& layer) {
    constexpr std::array<std::string_view, 10> kMaps{
        ".geojson", ".json", ".topojson", ".shp", ".gpkg", ".kml", ".kmz", ".fgb", ".gml", ".csv"};
    std::vector<std::string> maps;
    for (const std::string& member : io::gdal_module().zip_members(absolute)) {
        if (std::find(kMaps.begin(), kMaps.end(), lower_extension(member)) == kMaps.end()) {
            continue;
        }
        if (!layer.empty() && std::filesystem::path(member).stem() == layer) {
            return {member};
        }
        maps.push_back(member);
    }
    return maps;
}

Unprojected read_zip(const std::string& path, const ReadOptions& options) {
    const std::string absolute = std::filesystem::absolute(path).string();
    const std::vector<std::string> maps = maps_in_zip(absolute, options.layer);
    if (maps.empty()) {
        fail(path, "the archive cannot be opened or holds no map",
             "maps in it are told by their ending, e.g. .shp or .geojson");
    }
    Unprojected all;
    all.collection.path = path;
    for (const std::string& map : maps) {
        append(all, read_virtual(path, "/vsizip/{" + absolute + "}/" + map, options));
    }
    return all;
}

/// `path` without the password of a database.
std::string without_password(const std::string& path) {
    const auto at = path.find("password=");
    if (at == std::string::npos) {
        return path;
    }
    const auto end = path.find(' ', at);
    return path.substr(0, at) + "password=…" + (end == std::string::npos ? "" : path.substr(end));
}

Unprojected read_any(const std::string& path, const ReadOptions& options) {
    if (path.starts_with("PG:")) {
        return read_gdal({without_password(path), path, {}}, options);
    }
    refuse_remote(path);
    if (!io::is_regular_file(path)) { // a pipe, which can be read once; or not to be opened at all
        FileText text = io::file_text(path);
        check_encoding(path, text.view());
        return read_json(path, std::move(text), options);
    }
    const std::string head = io::file_head(path);
    const std::string absolute = std::filesystem::absolute(path).string();
    if (io::is_gzip(head)) {
        return read_virtual(path, "/vsigzip/" + absolute, options);
    }
    if (head.starts_with("PK\x03\x04") && lower_extension(path) != ".kmz") {
        return read_zip(path, options);
    }
    check_encoding(path, head);
    const std::string extension = lower_extension(path);
    if (is_json(head) || extension == ".json" || extension == ".geojson") {
        return read_json(path, io::file_text(path), options);
    }
    return read_gdal({path, absolute, {}}, options);
}

} // namespace

FeatureCollection read_features(const std::string& path, const ReadOptions& options) {
    Unprojected file = read_any(path, options);
    if (file.collection.features.empty()) {
        fail(file.collection.path, "it has 0 features",
             options.where.empty() ? "check that its export was completed"
                                   : "no feature passes the filter");
    }
    if (file.area_geometries == 0) {
        fail(file.collection.path,
             "none of its " + std::to_string(file.collection.features.size()) +
                 " features is a polygon",
             "areas are measured from polygons: build them from the lines first");
    }
    return placed(std::move(file));
}

} // namespace shapes
