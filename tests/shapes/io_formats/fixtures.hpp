// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

/// Files of every format, written through GDAL while the tests run.

struct Fixture {
    std::string driver;
    int epsg = 4326;                    ///< 0: no CRS
    std::vector<std::string> wkt;       ///< one feature each, east before north
    std::vector<std::string> options{}; ///< layer creation options
};

/// Writes a dataset of one layer "held" whose features have the text field "status" = "held",
/// the date field "since" = 2022-09-08 and the real field "share" = 0.1.
void write_dataset(const std::string& path, const Fixture& fixture);

/// Writes `bytes` through one of GDAL's virtual file systems, e.g. /vsizip/….
void write_virtual(const std::string& name, const std::string& bytes);
std::string file_bytes(const std::string& path);

/// Whether GDAL fetches a URL, or opens a name of its virtual file systems.
bool can_fetch(const std::string& url);
bool can_open(const std::string& name);
