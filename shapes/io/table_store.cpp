// SPDX-License-Identifier: MIT
#include "shapes/io/table_store.hpp"

#include "shapes/io/atomic_file.hpp"
#include "shapes/io/database_address.hpp"

#include <filesystem>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace shapes::io {
namespace {

namespace fs = std::filesystem;

/// What tells that a file was written to.
std::pair<std::uintmax_t, fs::file_time_type> stamp_of(const std::string& path) {
    std::error_code ignored;
    const std::uintmax_t bytes = fs::file_size(path, ignored);
    return {bytes, fs::last_write_time(path, ignored)};
}

const GdalModule& module_for(const std::string& path) {
    try {
        return gdal_module();
    } catch (const std::runtime_error& e) {
        throw WriteError(path + ": " + e.what());
    }
}

PackedLayers filled(const std::string& path, const TablesToFill& what) {
    PackedLayers packed = module_for(path).fill(what);
    if (!packed.error.empty()) {
        throw WriteError(path + ": " + without_secrets_of(path, packed.error));
    }
    return packed;
}

} // namespace

bool has_table(const std::string& path, const std::string& table) {
    return module_for(path).has_table(
        is_database_address(path) ? address_of(path) : fs::absolute(path).string(), table);
}

void store_tables(TablesToFill what, bool anew) {
    const std::string path = what.target;
    if (is_database_address(path)) {
        what.target = address_of(path);
        filled(path, what);
        return;
    }
    std::error_code ignored;
    const bool is_there = fs::is_regular_file(path, ignored) && fs::file_size(path, ignored) > 0;
    const auto before = stamp_of(path);
    what.target = is_there && !anew ? fs::absolute(path).string() : "";
    const PackedLayers packed = filled(path, what);
    if (stamp_of(path) != before) {
        throw WriteError(path + ": was changed while areaclaim added to it; run areaclaim again");
    }
    write_file(path, packed.bytes);
}

} // namespace shapes::io
