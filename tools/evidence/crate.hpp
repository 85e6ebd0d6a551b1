// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/date.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace evidence {

/// A file of an evidence folder.
struct CrateFile {
    std::string path;        ///< below the folder, with "/": "inputs/case.toml"
    std::string description; ///< what it is, one sentence
    std::string sha256;      ///< lower-case hex
    std::size_t bytes = 0;
    std::string licence;   ///< of the source it comes from; may be empty
    std::string credit;    ///< likewise
    std::string link = {}; ///< where it was fetched; may be empty
    std::optional<engine::Date> retrieved = std::nullopt; ///< and when
    bool copied = true; ///< false: told by its digest only, because a licence forbids copying
};

/// What a folder of evidence tells of itself.
struct Crate {
    std::string name;
    std::string description;
    engine::Date day;    ///< when it was made
    std::string program; ///< "areaclaim"
    std::string version;
    std::map<std::string, std::string> libraries; ///< name → version
    /// As typed in the folder `inputs`: {"areaclaim", "verify", "--json", "case.toml"}.
    std::vector<std::string> command;
    std::map<std::string, std::string> options; ///< what decides the result, for the record
    std::vector<CrateFile> inputs;
    std::vector<CrateFile> outputs;
};

inline constexpr const char* kMetadataName = "ro-crate-metadata.json";

/// The metadata of the folder as an RO-Crate 1.1 (https://w3id.org/ro/crate/1.1) that keeps to the
/// profile Process Run Crate 0.5: one run of the program, its inputs by SHA-256, its parameters and
/// results. The same value gives the same bytes.
std::string crate_metadata(const Crate& crate);

/// What replay needs of a folder's metadata.
struct CrateRecord {
    std::vector<std::string> command;
    std::vector<CrateFile> inputs; ///< path, sha256, copied
    std::vector<CrateFile> outputs;
    std::string version; ///< of the program that made it
};

/// Whether a path of somebody else's folder leads to what lies below it, by its text alone.
bool stays_below(const std::string& path);

/// Reads what crate_metadata wrote. Throws engine::InputError, naming `name`, for anything else; a
/// path that does not stay within the folder is refused.
CrateRecord read_crate(const std::string& json, const std::string& name);

} // namespace evidence
