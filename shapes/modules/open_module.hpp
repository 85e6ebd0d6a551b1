// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

namespace shapes {

/// Which table of functions a module offers. A module and the program are built together; where
/// an install mixes two of them, the table must not be called as if it were the other.
struct ModuleInterface {
    std::uint32_t version;   ///< raised with every change of the table or of what its types hold
    std::size_t table_bytes; ///< size of the table: tells most changes that forgot the version

    bool operator==(const ModuleInterface&) const = default;
};

/// What a module's entry function, `areaclaim_module`, returns.
struct Module {
    ModuleInterface interface;
    const void* table;
};

/// Opens one of our own modules, e.g. "areaclaim_proj.so", which then stays open, and returns its
/// table of functions. Modules stand in lib/areaclaim beside the program's bin, in the build tree
/// in modules beside the program; else the run path of the program says where.
///
/// Modules hold the libraries that cost tens of milliseconds to load (GDAL, PROJ), so that a run
/// that does not need them does not pay for them. Throws std::runtime_error where the module is
/// missing, or offers another interface than `expected`. No function of a module throws: what
/// fails inside comes back as a value.
const void* open_module(const char* file, const ModuleInterface& expected);

} // namespace shapes
