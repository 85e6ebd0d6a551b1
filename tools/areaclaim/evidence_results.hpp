// SPDX-License-Identifier: MIT
#pragma once

#include "engine/verification.hpp"

#include <string>
#include <vector>

namespace areaclaim {

/// A file that a verification leaves in a folder of evidence.
struct Result {
    std::string name;
    std::string description;
    std::string content;
};

/// Everything that evidence holds besides its inputs and metadata; functions of the verification.
std::vector<Result> results_of(const engine::Verification& verification);

/// Where two verifications of the same inputs differ in a figure or a verdict, whatever the paths
/// are; empty: nowhere.
std::vector<std::string> figures_that_differ(const engine::Verification& a,
                                             const engine::Verification& b);

/// Where the files of a folder are not what the verification gives, a line each: in the JSON by
/// member with both values, else by file. Versions of program and libraries are no difference; the
/// page is compared with `same_program` only, as its looks may change.
std::vector<std::string> results_that_differ(const std::string& folder,
                                             const engine::Verification& again, bool same_program);

} // namespace areaclaim
