// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/timeline.hpp"
#include "tools/areaclaim/console.hpp"
#include "tools/areaclaim/options.hpp"
#include "tools/areaclaim/outputs.hpp"

#include <string>

namespace CLI {
class App;
}

namespace areaclaim {

/// Where a series is stored.
struct SeriesOutputs {
    OutputName package;
    std::string database; ///< PG:…; empty: none
};

/// --gpkg and --postgis.
void add_series_outputs(CLI::App& app, SeriesOutputs& outputs);

/// Refuses places before anything is measured, as check_output does; a database that is named
/// without PG:, or is an input, as well. Takes the secrets off the database's name.
void check_series_outputs(SeriesOutputs& outputs, const OutputRules& rules);

/// Adds the snapshots to what is stored there already: those of days that it does not have, and the
/// changes to and from them. A day that it has stays as it is, with a warning where the map of it
/// is another one. With --force a GeoPackage is made new. Throws shapes::WriteError, OutputError,
/// and what reading throws.
void write_series(const SeriesOutputs& outputs, const engine::Timeline& timeline,
                  const MapOptions& options, bool force, const Console& console);

} // namespace areaclaim
