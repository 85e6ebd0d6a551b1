// SPDX-License-Identifier: MIT
#include "shapes/io/read.hpp"

namespace shapes {

FeatureCollection read_features(const std::string& path, const ReadOptions&) {
    throw ReadError(path + ": reading is not built yet");
}

} // namespace shapes
