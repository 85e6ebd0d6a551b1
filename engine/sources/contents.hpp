// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/io/feature_collection.hpp"

#include <string>
#include <vector>

namespace engine {

/// What a file has, one line each, for messages and `inspect`: features, layers, properties with
/// their values (a few of each) and counts.
std::vector<std::string> describe_contents(const shapes::FeatureCollection& file);

/// At most 60 bytes of a text from a file, never half a UTF-8 sequence, "…" where it was longer.
std::string shorten_for_message(const std::string& text);

} // namespace engine
