// SPDX-License-Identifier: MIT
#include "tools/areaclaim/verify_outputs.hpp"

#include "shapes/io/atomic_file.hpp"
#include "tools/areaclaim/exit_code.hpp"
#include "tools/areaclaim/input_tree.hpp"
#include "tools/areaclaim/map_output.hpp"
#include "tools/areaclaim/outputs.hpp"
#include "tools/areaclaim/staged_folder.hpp"
#include "tools/areaclaim/tree_removal.hpp"
#include "tools/areaclaim/yardstick_outlines.hpp"
#include "tools/evidence/crate.hpp"
#include "tools/page/page.hpp"
#include "tools/report/qgis.hpp"
#include "tools/report/verification.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <iterator>

namespace areaclaim {
namespace {

namespace fs = std::filesystem;

constexpr const char* kClaimMaps = "changes"; // a collection a claim

std::string in(const std::string& folder, const char* name) {
    return (fs::path(folder) / name).string();
}

bool can_be_kept(const engine::Provenance& provenance) {
    return std::ranges::all_of(provenance.files, is_file, &engine::InputFile::path);
}

EvidenceOptions evidence_in(const std::string& folder, const VerifyOutputs& outputs, bool force) {
    return {folder, !outputs.no_copy, force};
}

/// The evidence of an earlier run in a folder of results.
bool has_evidence(const std::string& folder) {
    std::error_code ignored;
    const std::string record = in(in(folder, "evidence"), evidence::kMetadataName);
    return fs::is_regular_file(record, ignored) && is_result(record);
}

// What an earlier run left of other claims.
void remove_old_maps(const std::string& folder, const std::vector<report::ChangeMap>& maps) {
    const std::vector<std::string> names = report::layer_names(maps);
    std::vector<fs::path> old;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(in(folder, kClaimMaps), ignored)) {
        const std::string stem = entry.path().stem().string();
        if (stem.starts_with("claim_") && std::ranges::find(names, stem) == names.end()) {
            old.push_back(entry.path());
        }
    }
    if (maps.empty()) {
        old.insert(old.end(), {in(folder, "changes.gpkg"), in(folder, "changes.qgs")});
    }
    for (const fs::path& path : old) {
        if (fs::is_regular_file(path, ignored) && is_result(path.string())) {
            fs::remove(path, ignored);
        }
    }
}

// The names of what was written, for the note.
std::string write_results(const std::string& folder, const std::vector<report::ChangeMap>& maps,
                          const VerifyOutputs& outputs, const engine::Verification& verification,
                          const page::PageOptions& page, const std::function<Rerun()>& rerun) {
    shapes::write_file(in(folder, "verification.json"), report::verification_json(verification));
    write_change_map(in(folder, "changes.geojson"), report::change_map(verification),
                     report::Coordinates::centimetres);
    shapes::write_file(in(folder, "report.html"), page::verification_page(verification, page));
    std::string names = "verification.json, changes.geojson, changes.qml, report.html";
    if (!maps.empty()) {
        write_geopackage(in(folder, "changes.gpkg"), verification.the_case.title, maps);
        make_folder(in(folder, kClaimMaps));
        write_claim_maps(in(folder, kClaimMaps), maps);
        names += ", changes.gpkg, changes.qgs, changes/";
    }
    if (!can_be_kept(verification.provenance)) {
        return names + "; no evidence, as an input is no file";
    }
    write_evidence(evidence_in(in(folder, "evidence"), outputs, true), verification, rerun());
    return names + " and evidence/";
}

void write_all(const VerifyOutputs& outputs, const engine::Verification& verification,
               const page::PageOptions& page, const std::function<Rerun()>& rerun,
               const Console& console) {
    const std::vector<report::ChangeMap> maps = report::claim_maps(verification);
    std::string names;
    write_whole_folder(outputs.out.path, [&](const std::string& folder) {
        names = write_results(folder, maps, outputs, verification, page, rerun);
    });
    remove_old_maps(outputs.out.path, maps);
    if (!can_be_kept(verification.provenance) && has_evidence(outputs.out.path)) {
        remove_tree(in(outputs.out.path, "evidence").c_str()); // as --force allowed
    }
    console.note(outputs.out.path + ": has " + names);
}

} // namespace

void add_verify_outputs(CLI::App& app, VerifyOutputs& outputs) {
    const auto add = [&app](const char* option, OutputName& output, const char* help) {
        app.add_option(option, output.path, help)
            ->each([&output](const std::string&) { output.wanted = true; })
            ->group("Output");
    };
    add("--geojson", outputs.geojson,
        "Write the regions behind the figures to this file, and a QGIS style beside it");
    add("--gpkg", outputs.gpkg,
        "Write them to this file as a GeoPackage, a layer for each claim, with QGIS styles, and a "
        "QGIS project (.qgs) beside it");
    add("--html", outputs.html,
        "Write a page for readers to this file: verdicts, maps, timelines, sources");
    app.add_option("--yardstick-outline", outputs.outlines,
                   "Show a yardstick on the page by this file's outline, in place of a square; "
                   "repeatable")
        ->type_name("NAME=FILE")
        ->allow_extra_args(false)
        ->group("Output");
    add("--evidence", outputs.evidence,
        "Write inputs, results and their record to this folder (an RO-Crate), for areaclaim "
        "replay");
    app.add_flag("--no-copy", outputs.no_copy,
                 "Tell the inputs of the evidence by their SHA-256, without copies")
        ->group("Output");
    add("--out", outputs.out,
        "Write verification.json, changes.geojson, changes.qml, changes.gpkg, changes.qgs, "
        "changes/, report.html and evidence/ to this folder, all or nothing");
}

void check_verify_outputs(const VerifyOutputs& outputs, const engine::Provenance& provenance,
                          OutputRules rules) {
    const bool force = rules.force;
    for (const engine::InputFile& file : provenance.files) {
        rules.inputs.push_back(file.path);
    }
    std::ranges::copy(provenance.left_out, std::back_inserter(rules.inputs));
    for (const std::string& outline : outputs.outlines) {
        rules.inputs.push_back(outline_file(outline));
    }
    if (outputs.geojson.wanted) {
        check_change_map_output(outputs.geojson.path, rules);
    }
    if (outputs.gpkg.wanted) {
        check_geopackage_output(outputs.gpkg.path, rules);
    }
    if (outputs.html.wanted) {
        check_output(outputs.html.path, rules);
    }
    if (outputs.evidence.wanted) {
        check_evidence_folder(evidence_in(outputs.evidence.path, outputs, force), provenance);
    }
    if (outputs.out.wanted) {
        if (outputs.out.path.empty()) {
            throw UsageError("verify: --out needs the name of a folder, and it is empty");
        }
        check_output(in(outputs.out.path, "verification.json"), rules);
        check_change_map_output(in(outputs.out.path, "changes.geojson"), rules);
        check_geopackage_output(in(outputs.out.path, "changes.gpkg"), rules);
        check_output(in(outputs.out.path, "report.html"), rules);
        if (can_be_kept(provenance)) {
            check_evidence_folder(evidence_in(in(outputs.out.path, "evidence"), outputs, force),
                                  provenance);
        } else if (!force && has_evidence(outputs.out.path)) {
            throw OutputError(in(outputs.out.path, "evidence") +
                              ": is evidence of an earlier run, and of this one none is kept, as "
                              "an input is no file; name another folder, or say --force to remove "
                              "it");
        }
    }
}

void write_verify_outputs(const VerifyOutputs& outputs, const engine::Verification& verification,
                          const page::PageOptions& page, const std::function<Rerun()>& rerun,
                          const Console& console) {
    if (outputs.geojson.wanted) {
        write_change_map(outputs.geojson.path, report::change_map(verification),
                         report::Coordinates::centimetres);
    }
    if (outputs.gpkg.wanted) {
        write_geopackage(outputs.gpkg.path, verification.the_case.title,
                         report::claim_maps(verification));
    }
    if (outputs.html.wanted) {
        shapes::write_file(outputs.html.path, page::verification_page(verification, page));
    }
    if (outputs.evidence.wanted) {
        write_evidence(evidence_in(outputs.evidence.path, outputs, true), verification, rerun());
    }
    if (outputs.out.wanted) {
        write_all(outputs, verification, page, rerun, console);
    }
}

} // namespace areaclaim
