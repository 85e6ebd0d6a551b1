// SPDX-License-Identifier: MIT
#include "shapes/io/module_gdal/sqlite_copy.hpp"

#include "shapes/io/module_gdal/crs_texts.hpp"

#include <cpl_vsi.h>
#include <sqlite3.h>

#include <algorithm>
#include <cctype>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <memory>
#include <regex>
#include <stdexcept>
#include <string_view>
#include <vector>

namespace shapes::io {
namespace {

namespace fs = std::filesystem;

using VirtualFile = std::unique_ptr<VSILFILE, int (*)(VSILFILE*)>;

VirtualFile open_virtual(const std::string& name, const char* mode) {
    return {VSIFOpenL(name.c_str(), mode), &VSIFCloseL};
}

bool is_database(const std::string& name) {
    const VirtualFile file = open_virtual(name, "rb");
    char magic[16] = {}; // https://www.sqlite.org/fileformat.html, 1.2.1
    return file && VSIFReadL(magic, 1, sizeof magic, file.get()) == sizeof magic &&
           std::memcmp(magic, "SQLite format 3", sizeof magic) == 0;
}

void copy(const std::string& from, const std::string& to) {
    const VirtualFile in = open_virtual(from, "rb");
    const VirtualFile out = open_virtual(to, "wb");
    std::vector<char> chunk(std::size_t{1} << 20);
    bool good = in && out;
    while (good) {
        const std::size_t got = VSIFReadL(chunk.data(), 1, chunk.size(), in.get());
        good = VSIFWriteL(chunk.data(), 1, got, out.get()) == got;
        if (got < chunk.size()) {
            break;
        }
    }
    if (!good) {
        throw std::runtime_error("it cannot be copied to a temporary folder, which SQLite needs to "
                                 "leave the file as it is; free some space, or set TMPDIR");
    }
}

using Database = std::unique_ptr<sqlite3, int (*)(sqlite3*)>;
using Statement = std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)>;

Database open_database(const std::string& path) {
    sqlite3* raw = nullptr;
    sqlite3_open_v2(path.c_str(), &raw, SQLITE_OPEN_READONLY, nullptr);
    Database database(raw, &sqlite3_close);
    if (raw != nullptr) { // nothing in the file may do anything while it is looked through
        sqlite3_db_config(raw, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
        sqlite3_db_config(raw, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
        sqlite3_db_config(raw, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
        sqlite3_db_config(raw, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    }
    return database;
}

std::string column(sqlite3_stmt* row, int i) {
    const unsigned char* text = sqlite3_column_text(row, i);
    return text != nullptr ? reinterpret_cast<const char*>(text) : "";
}

/// A statement's words in capitals, without comments, one space apart: as SQLite reads its begin.
std::string words(std::string_view sql) {
    std::string out;
    while (!sql.empty()) {
        const bool line = sql.starts_with("--");
        if (line || sql.starts_with("/*")) {
            const std::size_t end = sql.find(line ? "\n" : "*/", line ? 0 : 2);
            sql.remove_prefix(end == std::string_view::npos ? sql.size() : end + (line ? 1 : 2));
            out += out.empty() || out.back() == ' ' ? "" : " ";
            continue;
        }
        const bool blank = std::isspace(static_cast<unsigned char>(sql.front())) != 0;
        if (!blank) {
            out += static_cast<char>(std::toupper(static_cast<unsigned char>(sql.front())));
        } else if (!out.empty() && out.back() != ' ') {
            out += ' ';
        }
        sql.remove_prefix(1);
    }
    return out;
}

/// A spatial index as GeoPackage has it (OGC 12-128r18, F.3), word for word, whatever its names: no
/// other virtual table is one of numbers alone.
bool is_spatial_index(const std::string& sql, const std::string& name) {
    const std::regex form("CREATE VIRTUAL TABLE (\"[^\"]*\"|[A-Z0-9_]+) USING "
                          "RTREE ?\\( ?ID ?, ?MINX ?, ?MAXX ?, ?MINY ?, ?MAXY ?\\)");
    return name.starts_with("rtree_") && std::regex_match(words(sql), form);
}

bool is_gpkg_name(std::string name) {
    std::ranges::transform(name, name.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return name.starts_with("gpkg_") || name.starts_with("sqlite_");
}

} // namespace

SqliteCopy::SqliteCopy(const std::string& name) {
    if (!is_database(name)) {
        return;
    }
    make_folder();
    copy(name, path_);
    VSIStatBufL status;
    if (VSIStatL((name + "-wal").c_str(), &status) == 0) {
        copy(name + "-wal", path_ + "-wal");
    }
}

void SqliteCopy::make_folder() {
    folder_ = (fs::temp_directory_path() / "areaclaim-XXXXXX").string();
    sigset_t all;
    sigset_t before;
    sigfillset(&all); // no signal may come between the folder and whoever removes it
    ::pthread_sigmask(SIG_BLOCK, &all, &before);
    const bool made = ::mkdtemp(folder_.data()) != nullptr;
    if (made) {
        path_ = folder_ + "/copy.gpkg";
        on_signal_ = std::make_unique<RemovedOnSignal>(folder_, path_);
    }
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
    if (!made) {
        folder_.clear();
        throw std::runtime_error("no temporary folder can be made; set TMPDIR");
    }
}

SqliteCopy::~SqliteCopy() {
    if (!folder_.empty()) {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }
}

namespace {

/// Why one of its CRS is not handed on to PROJ.
std::optional<std::string> refused_definition(sqlite3* database) {
    sqlite3_stmt* raw = nullptr;
    if (sqlite3_prepare_v2(database, "SELECT * FROM gpkg_spatial_ref_sys", -1, &raw, nullptr) !=
        SQLITE_OK) {
        return std::nullopt; // not a GeoPackage: GDAL says so
    }
    const Statement rows(raw, &sqlite3_finalize);
    while (sqlite3_step(raw) == SQLITE_ROW) {
        for (int i = 0; i < sqlite3_column_count(raw); ++i) {
            const std::string text = column(raw, i);
            const bool is_definition =
                std::string_view(sqlite3_column_name(raw, i)).starts_with("definition");
            if (is_definition && text != "undefined") {
                if (auto refused = refused_crs_text(text)) {
                    return refused;
                }
            }
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<std::string> SqliteCopy::refused_content() const {
    const Database database = open_database(path_);
    if (database) {
        if (auto refused = refused_definition(database.get())) {
            return refused;
        }
    }
    sqlite3_stmt* raw = nullptr;
    if (!database || sqlite3_prepare_v2(database.get(), "SELECT type, name, sql FROM sqlite_master",
                                        -1, &raw, nullptr) != SQLITE_OK) {
        return std::nullopt; // damaged: GDAL says how
    }
    const Statement rows(raw, &sqlite3_finalize);
    while (sqlite3_step(raw) == SQLITE_ROW) {
        const std::string sql = column(raw, 2);
        const std::string name = column(raw, 1);
        if (words(sql).starts_with("CREATE VIRTUAL") && !is_spatial_index(sql, name)) {
            return "its virtual table '" + name + "' may name any file of this machine";
        }
        if (column(raw, 0) == "view" && is_gpkg_name(name)) {
            return "its view '" + name + "' stands where GeoPackage has a table";
        }
    }
    return std::nullopt;
}

} // namespace shapes::io
