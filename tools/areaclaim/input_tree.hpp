// SPDX-License-Identifier: MIT
#pragma once

#include "engine/verification.hpp"

#include <string>
#include <vector>

namespace areaclaim {

/// Whether an input is a file, which can be kept: no database, and not standard input.
bool is_file(const std::string& input);

/// The inputs of a run below the one folder that holds them all, so that they can be laid down
/// elsewhere in the same order and a case's own relative paths still hold.
class InputTree {
  public:
    /// `files` as the run names them, relative to the present working folder or not. A database
    /// address (PG:…) is no file: throws OutputError, as it cannot be kept.
    explicit InputTree(const std::vector<engine::InputFile>& files);

    /// The folder, absolute.
    const std::string& root() const { return root_; }
    /// A path of the run, from the folder on: "boundaries/2022-09-08.geojson".
    std::string below(const std::string& path) const;

  private:
    std::string root_;
};

/// Works in a folder as long as it lives, then in the one before. Throws OutputError.
class WorkingFolder {
  public:
    explicit WorkingFolder(const std::string& folder);
    ~WorkingFolder();
    WorkingFolder(const WorkingFolder&) = delete;
    WorkingFolder& operator=(const WorkingFolder&) = delete;

  private:
    std::string before_;
};

} // namespace areaclaim
