// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/io/read.hpp"
#include "shapes/io/unprojected.hpp"
#include "shapes/modules/open_module.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace shapes::io {

/// What GDAL is asked to open.
struct GdalSource {
    std::string path;      ///< for messages
    std::string name;      ///< for GDAL: an absolute path, /vsizip/…, /vsigzip/… or PG:…
    std::string_view text; ///< JSON to read in place of a file, where not empty
};

/// What GDAL read, or why not.
struct GdalRead {
    Unprojected file;
    std::string error; ///< reason, place and remedy without the path; empty where all went well
};

/// A file in an archive.
struct PackedFile {
    std::string path;      ///< within the archive
    std::size_t bytes = 0; ///< unpacked, as the archive's directory tells
};

/// A layer of a GeoPackage: features as GeoJSON text, and the QGIS style that it is shown in.
struct LayerToPack {
    std::string name; ///< of the table: letters, digits, '_' and '-'
    std::string geojson;
    std::string qgis_style;
};

/// A GeoPackage as the bytes of its file, or why there is none.
struct PackedLayers {
    std::string bytes;
    std::string error; ///< empty where all went well
};

/// A table of dated polygons, and rows for it.
struct TableToFill {
    enum class Type { text, day, real };
    struct Column {
        std::string name;
        Type type = Type::text;
    };
    std::string name;
    std::vector<Column> columns;
    std::string geojson; ///< the rows to add, in WGS84; properties named as the columns, days ISO
    std::string qgis_style;
};

/// A change to rows that are there: those whose columns have these values get others, or go.
struct RowChange {
    using Values = std::vector<std::pair<std::string, std::string>>;
    std::string table;
    Values where;
    Values set; ///< empty: the rows are removed
};

/// What tables are to hold: in a database, or in a GeoPackage.
struct TablesToFill {
    std::string target; ///< PG:…, a GeoPackage to start from, or empty for a new one
    std::vector<TableToFill> tables;
    std::vector<RowChange> changes; ///< made before rows are added
};

/// Some of the numbers of one of a file's arrays.
struct NumberRun {
    std::string array;
    std::size_t first = 0;
    std::size_t count = 0; ///< 0: all from `first` on
};

/// Numbers, a vector for each run that was asked for, or why there are none.
struct NumbersRead {
    std::vector<std::vector<double>> runs;
    std::string error; ///< without the path; empty where all went well
};

/// Files that an archive of maps may hold: GDAL finds the sizes of n of them in time as n².
inline constexpr std::size_t kMostZipMembers = 10'000;

/// What the module with GDAL offers. No function throws, and none opens anything remote but a
/// database that `name` spells out as PG:…
struct GdalModule {
    GdalRead (*read)(const GdalSource& source, const ReadOptions& options);
    /// The files in a zip archive whose root GDAL sees under `root`. Empty where it cannot be
    /// opened; nameless ones, but more than `kMostZipMembers`, where there are more.
    std::vector<PackedFile> (*zip_members)(const std::string& root);
    /// The bytes of a file of GDAL's virtual file systems, of which `bytes` gets `most` at the
    /// most; false where there are more, or on a fault.
    bool (*slurp)(const std::string& name, std::size_t most, std::string& bytes);
    /// The number of bytes of such a file, `most` + 1 where there are more. Reads all of it.
    std::size_t (*count)(const std::string& name, std::size_t most);
    /// Hands on such a file in pieces, at most `most` + 1 bytes; false on a fault. What `take`
    /// throws goes through.
    bool (*stream)(const std::string& name, std::size_t most,
                   const std::function<void(std::string_view)>& take);
    std::string (*version)();
    /// The layers in their order, in WGS84, each with its style in the table layer_styles, which
    /// QGIS applies by itself. The same layers give the same bytes.
    PackedLayers (*pack)(const std::vector<LayerToPack>& layers);
    /// Whether a GeoPackage or a database (PG:…) has a table of polygons of this name.
    bool (*has_table)(const std::string& target, const std::string& table);
    /// Makes the tables that are not there, with their styles, and changes and adds rows: all of it
    /// or nothing. Whatever else the target holds stays. A GeoPackage comes back as new bytes, and
    /// its file is left as it is; of a database no bytes come back. An existing table without the
    /// columns is an error.
    PackedLayers (*fill)(const TablesToFill& what);
    /// Numbers of a netCDF file's arrays of one dimension, `most` at the most. `path` is absolute.
    /// Only for files that the system brings (shapes/io/shoreline.hpp): netCDF's library follows
    /// what a file says of others.
    NumbersRead (*numbers)(const std::string& path, const std::vector<NumberRun>& runs,
                           std::size_t most);
};

inline constexpr ModuleInterface kGdalInterface{6, sizeof(GdalModule)};

/// The module, opened at first use. Throws std::runtime_error where it is missing.
const GdalModule& gdal_module();

} // namespace shapes::io
