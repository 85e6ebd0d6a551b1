// SPDX-License-Identifier: MIT
#pragma once

#include "engine/sources/profile.hpp"
#include "shapes/io/feature_collection.hpp"

namespace engine {

/// The built-in profile that says what a file means, and what told that it does.
struct Fitting {
    const SourceProfile* profile = nullptr; ///< null where none but `plain` fits
    const char* by = "";                    ///< "values" or "names" of fields, or "file_name"
};

/// By the values of fields, else by their names, else by the file's name: the surer sign first. Of
/// a sign every feature of the file has to have it; a file without features has none.
Fitting fitting_profile(const shapes::FeatureCollection& file);

} // namespace engine
