// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace shapes::io {

/// Removes the temporary folder of a database copy, and the files in it, where the process is ended
/// by SIGINT, SIGTERM, SIGHUP or SIGQUIT while this lives. A signal that somebody else handles is
/// left to him. One at a time: a second one removes nothing.
class RemovedOnSignal {
  public:
    /// `folder` holds nothing but `file` and what SQLite puts beside it.
    RemovedOnSignal(const std::string& folder, const std::string& file);
    RemovedOnSignal(const RemovedOnSignal&) = delete;
    RemovedOnSignal& operator=(const RemovedOnSignal&) = delete;
    ~RemovedOnSignal();

  private:
    bool is_active_ = false;
};

} // namespace shapes::io
