// SPDX-License-Identifier: MIT
#include "shapes/io/read.hpp"

#include "shapes/io/budget.hpp"
#include "shapes/io/database_address.hpp"
#include "shapes/io/file_text.hpp"
#include "shapes/io/gdal_module.hpp"
#include "shapes/io/geojson_reader.hpp"
#include "shapes/io/json_head.hpp"
#include "shapes/io/map_parts.hpp"
#include "shapes/io/read_message.hpp"
#include "shapes/io/tar_stream.hpp"
#include "shapes/io/unprojected.hpp"
#include "shapes/io/zip_archive.hpp"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <mutex>
#include <vector>

namespace shapes {
namespace {

using io::cannot_read;
using io::content;
using io::FileText;
using io::is_json;
using io::kByteOrderMark;
using io::Unprojected;

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
            cannot_read(path, "nothing remote or virtual is opened",
                        "download it and name the local file");
        }
    }
}

/// Refuses what would be JSON but for its outside.
void check_encoding(const std::string& path, std::string_view head) {
    using namespace std::string_view_literals;
    const bool utf16 = head.starts_with("\xFF\xFE"sv) || head.starts_with("\xFE\xFF"sv) ||
                       head.starts_with("{\0"sv) || head.starts_with("\0{"sv);
    if (utf16) {
        cannot_read(path, "it is UTF-16, not UTF-8",
                    "convert it, e.g. with iconv -f UTF-16 -t UTF-8");
    }
    if (content(head).empty()) {
        cannot_read(path, "it begins with nothing but blanks",
                    "check that its export was completed");
    }
    if (content(head).front() == '[') {
        cannot_read(path, "it begins with '[', a GeoJSON file with '{'", "check that it is a map");
    }
}

Unprojected read_gdal(const io::GdalSource& source, const ReadOptions& options) {
    static std::mutex one_at_a_time; // not all of GDAL's drivers can be used by several threads
    const std::lock_guard lock(one_at_a_time);
    io::GdalRead read;
    try {
        read = io::gdal_module().read(source, options);
    } catch (const std::runtime_error& e) {
        read.error = e.what();
    }
    if (!read.error.empty()) {
        throw ReadError(source.path + ": " + io::without_secrets_of(source.path, read.error));
    }
    return std::move(read.file);
}

Unprojected read_json_at(const std::string& path, const io::JsonText& json,
                         const std::string& pointer, const ReadOptions& options) {
    // A filter is a language of its own, which GDAL has.
    if (options.where.empty()) {
        io::GeoJson read = json.read(pointer);
        if (read.kind != io::JsonKind::other_map) {
            const auto& features = read.file.collection.features;
            if (!options.layer.empty() && !features.empty() &&
                features.front().layer != options.layer) {
                cannot_read(path, "there is no layer " + io::quote(options.layer),
                            "its layers are " + io::quote(features.front().layer));
            }
            return std::move(read.file);
        }
    }
    const std::string document = json.part(pointer);
    return read_gdal({path, "", document}, options);
}

/// Where nothing can be read anywhere, what is wrong at the first place is what matters.
Unprojected read_json(const std::string& path, FileText text, const ReadOptions& options) {
    if (text.view().starts_with(kByteOrderMark)) {
        text.skip(kByteOrderMark.size());
    }
    const io::JsonText json(path, text);
    try {
        return read_json_at(path, json, options.json_pointer, options);
    } catch (const ReadError&) {
        const std::vector<std::string> others =
            options.other_pointers ? options.other_pointers() : std::vector<std::string>{};
        for (const std::string& pointer : others) {
            try {
                return read_json_at(path, json, pointer, options);
            } catch (const ReadError&) {
                continue; // it is not wrapped this way
            }
        }
        throw;
    }
}

/// A file that GDAL sees under `name`, unpacked within the budget of the file `path`.
FileText unpacked(const std::string& path, const std::string& name, const ReadOptions& options) {
    const io::UnpackBudget budget = io::budget_of(path, options.max_bytes);
    const std::size_t most = io::most_unpacked(budget);
    std::string bytes;
    if (!io::gdal_module().slurp(name, most, bytes)) {
        if (bytes.size() < most) {
            cannot_read(path, "it cannot be unpacked", "check that its download was completed");
        }
        io::fail_beyond(path, budget);
    }
    return FileText::copy(bytes);
}

/// How a file begins that GDAL sees under `name`.
std::string head_of(const std::string& name) {
    constexpr std::size_t kHeadBytes = 4096;
    std::string head;
    io::gdal_module().slurp(name, kHeadBytes, head);
    return head;
}

/// A JSON file of an archive, whose layer is its own name.
Unprojected read_json_member(const std::string& path, const std::string& member, FileText text,
                             const ReadOptions& options) {
    const std::string stem = std::filesystem::path(member).stem().string();
    ReadOptions whole = options;
    if (whole.layer == stem) {
        whole.layer.clear();
    }
    Unprojected read = read_json(path, std::move(text), whole);
    for (Feature& feature : read.collection.features) {
        feature.layer = stem;
    }
    return read;
}

Unprojected read_zip(const std::string& path, const ReadOptions& options) {
    Unprojected all;
    all.collection.path = path;
    for (const io::ZipMember& map : io::maps_in_zip(path, options.layer, options.max_bytes)) {
        append(all,
               is_json(head_of(map.where))
                   ? read_json_member(path, map.path, unpacked(path, map.where, options), options)
                   : read_gdal({path, map.where, {}}, options));
    }
    return all;
}

/// Takes the maps out of a tar archive as its bytes come.
class TarMaps {
  public:
    TarMaps(const std::string& path, const ReadOptions& options) : path_(path), options_(options) {
        all_.collection.path = path;
    }

    void add(std::string_view bytes) { stream_.add(bytes); }

    Unprojected finish() {
        stream_.finish();
        if (all_.collection.features.empty()) {
            cannot_read(path_, "the archive holds no map as JSON" + others(),
                        "unpack it, and name the folder");
        }
        if (const std::size_t count = stream_.left_out() + others_; count > 0) {
            all_.collection.warnings.push_back({ReadWarningCode::members_left_out, other_, count});
        }
        return std::move(all_);
    }

  private:
    std::string others() const { return other_.empty() ? "" : " (" + io::quote(other_) + ")"; }

    bool is_wanted(const std::string& member) {
        const std::string extension = lower_extension(member);
        const bool is_map = extension == ".json" || extension == ".geojson" ||
                            extension == ".topojson" || extension == ".esrijson";
        if (io::is_hidden_member(member)) {
            return false;
        }
        for (const char* other : {".shp", ".gpkg", ".kml", ".kmz", ".fgb", ".gml", ".zip", ".gz"}) {
            if (extension == other) {
                ++others_;
                other_ = other_.empty() ? member : other_;
            }
        }
        return is_map &&
               (options_.layer.empty() || std::filesystem::path(member).stem() == options_.layer);
    }

    void take(const std::string& member, std::string&& bytes) {
        FileText text = FileText::copy(bytes);
        bytes = {};
        try {
            append(all_, read_json_member(path_, member, std::move(text), options_));
        } catch (const ReadError& e) {
            throw ReadError(std::string(e.what()) + " (" + io::quote(member) + ")");
        }
    }

    const std::string& path_;
    const ReadOptions& options_;
    Unprojected all_;
    std::size_t others_ = 0; ///< maps that are no JSON
    std::string other_;      ///< the first of them
    io::TarStream stream_{
        [this](const std::string& member) { return is_wanted(member); },
        [this](const std::string& member, std::string&& bytes) { take(member, std::move(bytes)); }};
};

/// A tar archive that GDAL sees under `name`, once through, within its budget.
Unprojected read_tar(const std::string& path, const std::string& name, const ReadOptions& options) {
    const io::UnpackBudget budget = io::budget_of(path, options.max_bytes);
    const std::size_t most = io::most_unpacked(budget);
    std::size_t count = 0;
    TarMaps maps(path, options);
    try {
        const bool whole = io::gdal_module().stream(name, most, [&](std::string_view bytes) {
            count += bytes.size();
            if (count > most) {
                io::fail_beyond(path, budget);
            }
            maps.add(bytes);
        });
        if (!whole) {
            cannot_read(path, "it cannot be unpacked", "check that its download was completed");
        }
        return maps.finish();
    } catch (const io::TarFault& e) {
        cannot_read(path, e.what(), "check that its download was completed");
    }
}

/// A gzip file tells nowhere how much it holds: what GDAL is to read from it is counted first.
Unprojected read_gzip(const std::string& path, const ReadOptions& options) {
    const std::string name = "/vsigzip/" + std::filesystem::absolute(path).string();
    const std::string head = head_of(name);
    if (is_json(head)) {
        return read_json(path, unpacked(path, name, options), options);
    }
    if (io::is_tar(head)) {
        return read_tar(path, name, options);
    }
    const io::UnpackBudget budget = io::budget_of(path, options.max_bytes);
    const std::size_t most = io::most_unpacked(budget);
    if (io::gdal_module().count(name, most) > most) {
        io::fail_beyond(path, budget);
    }
    return read_gdal({path, name, {}}, options);
}

Unprojected read_any(const std::string& path, const ReadOptions& options) {
    if (io::is_database_address(path)) {
        const std::string shown = io::without_secrets(path);
        return read_gdal({shown, io::address_of(shown), {}}, options);
    }
    refuse_remote(path);
    if (!io::is_regular_file(path)) { // a pipe, which can be read once; or not to be opened at all
        FileText text = io::file_text(path, options.max_bytes);
        check_encoding(path, text.view());
        return read_json(path, std::move(text), options);
    }
    io::check_size(path, options.max_bytes);
    const std::string head = io::file_head(path);
    if (io::is_gzip(head)) {
        return read_gzip(path, options);
    }
    if (io::is_tar(head)) {
        return read_tar(path, std::filesystem::absolute(path).string(), options);
    }
    const std::string extension = lower_extension(path);
    if (head.starts_with("PK\x03\x04") && extension != ".kmz") {
        return read_zip(path, options);
    }
    if (extension == ".kmz") {
        io::check_zip_budget(path, options.max_bytes);
    }
    check_encoding(path, head);
    if (is_json(head) || extension == ".json" || extension == ".geojson") {
        return read_json(path, io::file_text(path, options.max_bytes), options);
    }
    io::check_parts_of_map(path, options.max_bytes);
    return read_gdal({path, std::filesystem::absolute(path).string(), {}}, options);
}

/// What may be done about a file without features.
std::string remedy_for_nothing(const FeatureCollection& file) {
    const bool is_kml = file.format == "LIBKML" || file.format == "KML";
    return is_kml ? "a KML that only links to a map (NetworkLink) holds none: export the map "
                    "itself as "
                    "KMZ, without \"keep data up to date\", and open that"
                  : "check that its export was completed";
}

} // namespace

FeatureCollection read_features(const std::string& path, const ReadOptions& options) {
    Unprojected file = read_any(path, options);
    const std::string& shown = file.collection.path;
    if (file.collection.features.empty() && !options.where.empty()) {
        if (options.may_be_empty) {
            return placed(std::move(file), options.long_edges);
        }
        throw NoFeatures(
            io::read_message(shown, "it has 0 features", "no feature passes the filter"));
    }
    if (file.collection.features.empty()) {
        cannot_read(shown, "it has 0 features", remedy_for_nothing(file.collection));
    }
    if (file.area_geometries == 0) {
        cannot_read(file.collection.path,
                    "none of its " + std::to_string(file.collection.features.size()) +
                        " features is a polygon",
                    "areas are measured from polygons: build them from the lines first");
    }
    return placed(std::move(file), options.long_edges);
}

} // namespace shapes
