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

/// Upper-case words of a statement, one space apart, comments left in: enough to look for a word.
std::string words(const std::string& sql) {
    std::string out;
    for (const char c : sql) {
        const bool word = std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
        if (word) {
            out += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
        } else if (!out.empty() && out.back() != ' ') {
            out += ' ';
        }
    }
    return out + ' ';
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
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
        const std::string sql = words(column(raw, 2));
        if (has(sql, "CREATE VIRTUAL TABLE ") && !has(sql, " USING RTREE ")) {
            return "its virtual table '" + column(raw, 1) + "' may name any file of this machine";
        }
        if (column(raw, 0) == "view" && has(sql, " RECURSIVE ")) {
            return "its view '" + column(raw, 1) + "' refers to itself and may never end";
        }
    }
    return std::nullopt;
}

} // namespace shapes::io
