// SPDX-License-Identifier: MIT
#pragma once

namespace shapes {

/// Opens one of our own modules, e.g. "areaclaim_proj.so", which then stays open, and returns what
/// its entry function `areaclaim_module` returns: its table of functions. The run path of the
/// program says where the modules stand.
///
/// Modules hold the libraries that cost tens of milliseconds to load (GDAL, PROJ), so that a run
/// that does not need them does not pay for them. Throws std::runtime_error where the module is
/// missing.
const void* open_module(const char* file);

} // namespace shapes
