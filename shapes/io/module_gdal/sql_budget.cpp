// SPDX-License-Identifier: MIT
#include "shapes/io/module_gdal/sql_budget.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <climits>
#include <cstdint>
#include <filesystem>
#include <stdexcept>

namespace shapes::io {
namespace {

constexpr int kStepsBetween = 100'000; // of which SQLite tells each time
constexpr std::size_t kLongestAnyway = std::size_t{1} << 20;

// Of the one database that is being read.
std::string bounded_database;
std::size_t longest_value = 0;
std::int64_t steps_left = 0;

int count_steps(void*) {
    steps_left -= kStepsBetween;
    return steps_left < 0 ? 1 : 0; // ends the statement
}

/// SQLite calls it for each database that is opened.
int bound(sqlite3* database, char**, const sqlite3_api_routines*) {
    const char* name = sqlite3_db_filename(database, "main");
    if (name != nullptr && bounded_database == name) {
        const std::size_t longest = std::min<std::size_t>(longest_value, INT_MAX);
        sqlite3_limit(database, SQLITE_LIMIT_LENGTH, static_cast<int>(longest));
        sqlite3_limit(database, SQLITE_LIMIT_ATTACHED, 0);
        sqlite3_progress_handler(database, kStepsBetween, count_steps, nullptr);
    }
    return SQLITE_OK;
}

void (*hook())() {
    return reinterpret_cast<void (*)()>(bound); // as SQLite declares it
}

[[noreturn]] void fail() {
    throw std::runtime_error("its views or computed columns take more work than its size explains, "
                             "and may never end; export the layer of the map to a file of its own");
}

} // namespace

SqlBudget::SqlBudget(const std::string& database) : bounds_one_(!database.empty()) {
    if (!bounds_one_) {
        return;
    }
    std::error_code ignored;
    const auto size = std::filesystem::file_size(database, ignored);
    const std::size_t bytes = ignored ? 0 : static_cast<std::size_t>(size);
    bounded_database = std::filesystem::canonical(database, ignored).string();
    longest_value = std::max(bytes, kLongestAnyway);
    steps_left = static_cast<std::int64_t>(kFreeSteps + bytes * kStepsPerByte);
    bytes_left_ = kFreeBytes + bytes * kBytesPerByte;
    sqlite3_auto_extension(hook());
}

SqlBudget::~SqlBudget() {
    if (bounds_one_) { // else SQLite may not even have begun
        sqlite3_cancel_auto_extension(hook());
        bounded_database.clear();
    }
}

void SqlBudget::take(const Feature& feature) {
    if (!bounds_one_) {
        return;
    }
    constexpr std::size_t kRow = 16; // a record of a table has no fewer bytes with its geometry
    std::size_t bytes = kRow + feature.region.position_count() * sizeof(Position);
    for (const auto& [key, value] : feature.properties) {
        bytes += value.size();
    }
    if (bytes > bytes_left_) {
        fail();
    }
    bytes_left_ -= bytes;
}

void SqlBudget::check() const {
    if (bounds_one_ && steps_left < 0) {
        fail();
    }
}

} // namespace shapes::io
