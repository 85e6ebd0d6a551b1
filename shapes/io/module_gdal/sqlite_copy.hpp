// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/io/module_gdal/removed_on_signal.hpp"

#include <memory>
#include <optional>
#include <string>

namespace shapes::io {

/// A private copy of a GeoPackage, so that SQLite never touches the user's file: opening a database
/// that has a write-ahead log merges the log into it and removes it, even for reading. The copy is
/// made of the file and its log, stands in a temporary folder of its own, and goes with this value,
/// or with a signal that ends the process.
class SqliteCopy {
  public:
    /// A copy of what `name` (a path, or a name of GDAL's virtual file systems) holds, where that
    /// is a SQLite database; else nothing is made. Throws std::runtime_error where it cannot be
    /// copied.
    explicit SqliteCopy(const std::string& name);
    SqliteCopy(const SqliteCopy&) = delete;
    SqliteCopy& operator=(const SqliteCopy&) = delete;
    ~SqliteCopy();

    bool is_made() const { return !path_.empty(); }
    const std::string& path() const { return path_; }

    /// What the database holds beyond tables and views and is therefore not opened, in words: a
    /// virtual table other than the spatial index (it may name any file of the machine), or a view
    /// in the place of one of GeoPackage's tables. nullopt where there is nothing of the kind. How
    /// long a view may take is bounded by SqlBudget.
    std::optional<std::string> refused_content() const;

  private:
    void make_folder();

    std::string folder_;
    std::string path_;
    std::unique_ptr<RemovedOnSignal> on_signal_;
};

} // namespace shapes::io
