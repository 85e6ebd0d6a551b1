// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace areaclaim {

/// What the user allows a case file to open. Cases are passed on from desk to desk, and a case is
/// not to make the program read, and show, a file or a database of the one who runs it.
struct CaseRights {
    bool outside = false; ///< --allow-outside: files that do not lie below the case's folder
    bool network = false; ///< --allow-network: databases ("PG:…")
    /// Where not empty: nothing out of this folder, whatever else is allowed, and an absolute path
    /// means what lies in the folder under the longest end of it. Evidence is computed so, from
    /// what was kept alone.
    std::string all_below = {};
};

/// The files that a case may name: those below its own folder, links resolved, and those that were
/// granted to it when `check` drafted it (grants.hpp).
class CaseFolder {
  public:
    CaseFolder(std::string case_path, CaseRights rights);

    /// A path as the case writes it, made relative to the working directory. Throws InputError,
    /// with the flag that would allow it, for what the case may not open. Database addresses come
    /// back without their secrets.
    std::string file(const std::string& path) const;

    /// The same for patterns and folders: what they stand for, each file being looked at.
    std::vector<std::string> files(const std::vector<std::string>& patterns) const;

  private:
    void check(const std::string& path, const std::string& shown,
               const std::string& as_written) const;

    std::string case_path_;
    CaseRights rights_;
};

} // namespace areaclaim
