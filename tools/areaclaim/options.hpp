// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/control_class.hpp"
#include "engine/timeline/date.hpp"
#include "shapes/area/ellipsoidal_area.hpp"
#include "shapes/io/read.hpp"
#include "shapes/types/fill_rule.hpp"
#include "tools/areaclaim/console.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace areaclaim {

/// How map files are read and measured; declared by every command that reads maps.
struct MapOptions {
    std::string profile; ///< name or file; empty: the one that fits each file
    std::string layer;
    std::string where;
    std::string fill = "nonzero";
    std::string edges = "straight";
    int threads = 0;                   ///< 0: one per core
    std::string classes = "confirmed"; ///< what counts as held
    std::string antimeridian; ///< how edges over more than 180 degrees are led; empty: not said
    std::size_t max_bytes = shapes::kDefaultMaxBytes; ///< that a file may have, and unpack to
    bool strict = false;         ///< a file of a series that cannot be read ends it
    bool no_cache = false;       ///< neither use nor write the index of an archive
    bool all_maps = false;       ///< of a case, also those far from the days of its claims
    bool record_files = false;   ///< tell path, size and SHA-256 of every file that is read
    std::string language = "en"; ///< of what is told of the files
    double sigma_km = 0.0; ///< how exactly the lines are drawn; 0: as the case or the profile says

    shapes::FillRule fill_rule() const;
    shapes::EdgeModel edge_model() const;
    int thread_count() const;
    engine::ControlClass level() const;
    shapes::LongEdges long_edges() const;
};

/// --json, --quiet, --color, --unit.
void add_common_options(CLI::App& app, CommonOptions& options);

/// --profile, --layer, --where, --fill, --antimeridian, --max-size, and, with `measures`, --edges
/// and --threads.
void add_map_options(CLI::App& app, MapOptions& options, bool measures = true);

/// --classes, for commands that count one level of control class.
void add_classes_option(CLI::App& app, MapOptions& options);

/// --lang, --published and --holder: what helps to read a text.
void add_text_options(CLI::App& app, std::string& lang, std::string& published,
                      std::string& holder);

/// --strict, for commands that read a series of maps.
void add_strict_option(CLI::App& app, MapOptions& options);

/// --no-cache, for commands that may read whole archives.
void add_cache_option(CLI::App& app, MapOptions& options);

/// --all-maps, for commands that judge claims.
void add_all_maps_option(CLI::App& app, MapOptions& options);

/// --within.
void add_within_option(CLI::App& app, std::string& within);

/// --check.
void add_check_option(CLI::App& app, bool& check);

/// --force.
void add_force_option(CLI::App& app, bool& force);

/// The day an option names, nullopt for an empty text. Throws UsageError for anything but an ISO
/// 8601 day that exists.
std::optional<engine::Date> day(const std::string& option, const std::string& text);

/// A language of the claim reader, or empty. Throws UsageError for one it does not know.
std::string language(const std::string& text);

/// "Examples:" with one command line per line, as the help's last words.
void add_examples(CLI::App& app, const std::string& lines);

} // namespace areaclaim
