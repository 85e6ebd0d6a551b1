// SPDX-License-Identifier: MIT
#pragma once

#include "engine/verification.hpp"
#include "tools/areaclaim/console.hpp"
#include "tools/areaclaim/evidence_folder.hpp"
#include "tools/areaclaim/outputs.hpp"
#include "tools/page/page_options.hpp"

#include <functional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace areaclaim {

/// What a verification leaves behind, beside what it prints.
struct VerifyOutputs {
    OutputName geojson;   ///< the regions, with a QGIS style beside them
    OutputName gpkg;      ///< the same as a GeoPackage, a layer a claim, with their styles
    OutputName html;      ///< the page
    OutputName evidence;  ///< a folder from which anybody can compute it again
    bool no_copy = false; ///< of the inputs, into that folder
    OutputName out;       ///< a folder with all of them, and the JSON
    std::vector<std::string> outlines; ///< of yardsticks, for the page: NAME=FILE
};

/// --geojson, --gpkg, --html, --yardstick-outline, --evidence, --no-copy, --out. `outputs` must
/// outlive the parsing.
void add_verify_outputs(CLI::App& app, VerifyOutputs& outputs);

/// Before anything is measured: what is written must not stand in the way of what is read, of the
/// verification's files and of the inputs in `rules`. Throws UsageError and OutputError, see
/// check_output.
void check_verify_outputs(const VerifyOutputs& outputs, const engine::Provenance& provenance,
                          OutputRules rules);

/// Writes them; throws OutputError and shapes::WriteError. `rerun` is asked for evidence only.
void write_verify_outputs(const VerifyOutputs& outputs, const engine::Verification& verification,
                          const page::PageOptions& page, const std::function<Rerun()>& rerun,
                          const Console& console);

} // namespace areaclaim
