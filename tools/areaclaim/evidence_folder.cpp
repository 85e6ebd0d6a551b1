// SPDX-License-Identifier: MIT
#include "tools/areaclaim/evidence_folder.hpp"

#include "engine/input_error.hpp"
#include "shapes/io/atomic_file.hpp"
#include "tools/areaclaim/digest.hpp"
#include "tools/areaclaim/evidence_results.hpp"
#include "tools/areaclaim/exit_code.hpp"
#include "tools/areaclaim/load.hpp"
#include "tools/areaclaim/outputs.hpp"
#include "tools/areaclaim/staged_folder.hpp"
#include "tools/areaclaim/version.hpp"
#include "tools/evidence/crate.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <set>

namespace areaclaim {
namespace {

namespace fs = std::filesystem;
using evidence::CrateFile;

constexpr const char* kInputs = "inputs";

std::string in(const std::string& folder, const std::string& name) {
    return (fs::path(folder) / name).string();
}

// The day of the record: of SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs) where it is
// set, so that two runs give the same bytes.
engine::Date today() {
    using std::chrono::floor;
    using std::chrono::system_clock;
    auto now = system_clock::now();
    if (const char* epoch = std::getenv("SOURCE_DATE_EPOCH")) {
        char* end = nullptr;
        const long long seconds = std::strtoll(epoch, &end, 10);
        if (*epoch == '\0' || *end != '\0' || seconds < 0 || seconds > 253'402'300'799) {
            throw UsageError("SOURCE_DATE_EPOCH is '" + std::string(epoch) +
                             "' and not a count of seconds since 1970; correct or unset it");
        }
        now = system_clock::time_point(std::chrono::seconds(seconds));
    }
    return engine::Date(floor<std::chrono::days>(now));
}

// What a source asks for stands with each of its maps.
const engine::SourceReport* source_of(const engine::Verification& found, const std::string& path) {
    for (const engine::SourceReport& source : found.sources) {
        for (const engine::Snapshot& snapshot : source.timeline.snapshots) {
            for (const engine::MapFile& file : snapshot.files) {
                if (std::find(file.paths.begin(), file.paths.end(), path) != file.paths.end()) {
                    return &source;
                }
            }
        }
    }
    return nullptr;
}

/// Where the maps of a source come from, and when they were fetched, as the case tells.
void add_origin(CrateFile& file, const engine::Case& the_case, const std::string& source) {
    const auto found = std::ranges::find(the_case.sources, source, &engine::CaseSource::name);
    if (found != the_case.sources.end()) {
        file.link = found->link;
        file.retrieved = found->retrieved;
    }
}

std::vector<CrateFile> inputs_of(const EvidenceOptions& options, const engine::Verification& found,
                                 const InputTree& tree) {
    std::vector<CrateFile> inputs;
    std::set<std::string> seen;
    for (const engine::InputFile& file : found.provenance.files) {
        const std::string below = tree.below(file.path);
        if (!seen.insert(below).second) {
            continue; // one file in two roles
        }
        CrateFile input;
        input.path = std::string(kInputs) + "/" + below;
        input.sha256 = file.sha256;
        input.bytes = file.bytes;
        input.copied = options.copy;
        const engine::SourceReport* source = source_of(found, file.path);
        input.description = source != nullptr ? "A map of the source " + source->name
                                              : "An input of the verification";
        if (source != nullptr) {
            input.licence = source->licence;
            input.credit = source->credit;
            add_origin(input, found.the_case, source->name);
        }
        inputs.push_back(std::move(input));
    }
    return inputs;
}

void changed(const std::string& path, const std::string& due, const std::string& is) {
    throw engine::InputError(path + ": is not the file that was measured: its SHA-256 is " + is +
                             ", and " + due + " is due; restore it, or verify anew");
}

// The very bytes that were measured, or an error.
void copy_inputs(const EvidenceOptions& options, const engine::Verification& found,
                 const InputTree& tree) {
    for (const engine::InputFile& file : found.provenance.files) {
        const std::string bytes = read_text(file.path);
        if (const std::string digest = sha256(bytes); digest != file.sha256) {
            changed(file.path, file.sha256, digest);
        }
        if (options.copy) {
            const std::string target = in(in(options.folder, kInputs), tree.below(file.path));
            make_folder(fs::path(target).parent_path().string());
            shapes::write_file(target, bytes);
        }
    }
}

CrateFile output_file(const Result& result) {
    CrateFile file;
    file.path = result.name;
    file.description = result.description;
    file.sha256 = sha256(result.content);
    file.bytes = result.content.size();
    return file;
}

evidence::Crate crate_of(const engine::Verification& again, const Rerun& rerun) {
    evidence::Crate crate;
    crate.name = again.the_case.title.empty() ? "Verification" : again.the_case.title;
    crate.description = "What areaclaim measured and found, with all that is needed to compute it "
                        "again: areaclaim replay does.";
    crate.day = today();
    crate.program = "areaclaim";
    crate.version = program_version();
    crate.libraries = again.provenance.libraries;
    crate.command = rerun.command;
    crate.options = again.provenance.options;
    return crate;
}

} // namespace

void check_evidence_folder(const EvidenceOptions& options, const engine::Provenance& provenance) {
    if (options.folder.empty()) {
        throw UsageError("verify: --evidence needs the name of a folder, and it is empty");
    }
    const InputTree tree(provenance.files);
    std::set<std::string> due;
    for (const engine::InputFile& file : provenance.files) {
        due.insert(in(in(options.folder, kInputs), tree.below(file.path)));
    }
    std::error_code ignored;
    const std::string metadata = in(options.folder, evidence::kMetadataName);
    if (fs::exists(options.folder, ignored) && !fs::is_empty(options.folder, ignored) &&
        !fs::exists(metadata, ignored) && !options.force) {
        throw OutputError(options.folder + ": holds something that is no evidence of areaclaim; "
                                           "name another folder, or say --force");
    }
    check_output(metadata, {{}, options.force});
    const fs::path inputs = in(options.folder, kInputs);
    for (fs::recursive_directory_iterator it(inputs, ignored), end; !ignored && it != end;
         it.increment(ignored)) {
        if (it->is_regular_file(ignored) && !due.contains(it->path().string())) {
            throw OutputError(it->path().string() + ": is no input of this run, and would become "
                                                    "evidence of it; name another folder");
        }
    }
}

namespace {

void write_crate(const EvidenceOptions& options, const engine::Verification& found,
                 const Rerun& rerun) {
    const std::string& folder = options.folder;
    const InputTree tree(found.provenance.files);
    copy_inputs(options, found, tree);
    const engine::Verification again = [&] {
        const WorkingFolder there(options.copy ? in(folder, kInputs) : tree.root());
        return rerun.run();
    }();
    const std::vector<std::string> differences = figures_that_differ(found, again);
    if (!differences.empty()) {
        throw OutputError(folder + ": among its own inputs the verification gives another " +
                          differences.front() + "; please report this");
    }
    evidence::Crate crate = crate_of(again, rerun);
    crate.inputs = inputs_of(options, found, tree);
    for (const Result& result : results_of(again)) {
        shapes::write_file(in(folder, result.name), result.content);
        crate.outputs.push_back(output_file(result));
    }
    shapes::write_file(in(folder, evidence::kMetadataName), evidence::crate_metadata(crate));
}

} // namespace

void write_evidence(const EvidenceOptions& options, const engine::Verification& found,
                    const Rerun& rerun) {
    write_whole_folder(options.folder, [&](const std::string& folder) {
        write_crate({folder, options.copy, options.force}, found, rerun);
    });
}

std::vector<std::string>
replay_evidence(const std::string& folder,
                const std::function<engine::Verification(const std::vector<std::string>&)>& verify,
                const Console& console) {
    const std::string name = in(folder, evidence::kMetadataName);
    const evidence::CrateRecord record = evidence::read_crate(read_text(name), name);
    for (const CrateFile& input : record.inputs) {
        const std::string path = in(folder, input.path);
        std::error_code ignored;
        if (!fs::exists(path, ignored)) {
            throw engine::InputError(
                path + ": is not there" +
                (input.copied ? "; restore it"
                              : ", as the evidence was kept without copies; put the file with the "
                                "SHA-256 " +
                                    input.sha256 + " there"));
        }
        if (const std::string digest = sha256_of_file(path); digest != input.sha256) {
            changed(path, input.sha256, digest);
        }
    }
    const bool same_program = record.version == program_version();
    if (!same_program) {
        console.note(folder + ": was made by areaclaim " + record.version + "; this is " +
                     program_version());
    }
    const engine::Verification again = [&] {
        const WorkingFolder there(in(folder, kInputs));
        return verify(record.command);
    }();
    return results_that_differ(folder, again, same_program);
}

} // namespace areaclaim
