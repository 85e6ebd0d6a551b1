// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/io/feature_collection.hpp"

#include <cstddef>
#include <string>

namespace shapes::io {

/// Bounds what SQLite may do while a database is read, whoever opens it in this process: a view or
/// a computed column may join a table with itself until the end of days, or make a gigabyte of a
/// byte.
///
/// The bound is one of steps of SQLite's machine, not of seconds, so that the same file is read or
/// refused on every machine: `kFreeSteps`, and `kStepsPerByte` for each byte of the database. A row
/// takes a few steps and a few for each of its columns, each of which has a byte or more. No value
/// may be longer than the database, or a megabyte; and all that is read of it may not be much more
/// than it holds, as the rows of a join repeat theirs.
///
/// One at a time; other databases (PROJ's) are not concerned.
class SqlBudget {
  public:
    static constexpr std::size_t kFreeSteps = 50'000'000; ///< about a second
    static constexpr std::size_t kStepsPerByte = 100;
    static constexpr std::size_t kFreeBytes = 64'000'000; ///< of coordinates and properties
    static constexpr std::size_t kBytesPerByte = 4;       ///< small numbers as text

    /// Of the database at a path; of none, where that is empty.
    explicit SqlBudget(const std::string& database);
    SqlBudget(const SqlBudget&) = delete;
    SqlBudget& operator=(const SqlBudget&) = delete;
    ~SqlBudget();

    /// Counts what was read. Throws std::runtime_error beyond `kFreeBytes` and `kBytesPerByte`.
    void take(const Feature& feature);

    /// What `read` gives; throws std::runtime_error where a statement was ended, as what was read
    /// is not all there is, whatever became of it.
    template<class Read>
    auto within(Read read) const {
        try {
            auto result = read();
            check();
            return result;
        } catch (...) {
            check(); // the reason of what was thrown
            throw;
        }
    }

  private:
    void check() const;

    bool bounds_one_;
    std::size_t bytes_left_ = 0;
};

} // namespace shapes::io
