// SPDX-License-Identifier: MIT
// From a text to verdicts in one step: drafts a case, keeps it, and verifies it as `verify` would.
#include "engine/case/case_file.hpp"
#include "engine/claims/read_claims.hpp"
#include "engine/input_error.hpp"
#include "engine/yardsticks/yardstick.hpp"
#include "shapes/io/database_address.hpp"
#include "tools/areaclaim/article.hpp"
#include "tools/areaclaim/commands/command.hpp"
#include "tools/areaclaim/commands/verify.hpp"
#include "tools/areaclaim/desk_file.hpp"
#include "tools/areaclaim/draft.hpp"
#include "tools/areaclaim/grants.hpp"
#include "tools/areaclaim/load.hpp"
#include "tools/areaclaim/options.hpp"
#include "tools/areaclaim/outputs.hpp"
#include "tools/report/claims.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <memory>
#include <vector>

namespace areaclaim {
namespace {

namespace fs = std::filesystem;
using shapes::io::is_database_address;

struct CheckOptions {
    std::string article;
    std::vector<std::string> maps;
    std::string desk;
    std::string published;
    std::string lang;
    std::string holder;
    std::string within;
    VerifyCommandOptions verify; ///< of the case that is drafted
};

void check_usage(const CheckOptions& options) {
    if (options.article.empty() && options.maps.size() > 1) {
        throw UsageError("check: name the article before --maps, as in: areaclaim check " +
                         options.maps.back() + " --maps " + options.maps.front());
    }
    if (options.article.empty()) {
        throw UsageError("check: give a text, or - for standard input");
    }
    if (options.verify.outputs.out.wanted && options.verify.outputs.out.path.empty()) {
        throw UsageError("check: --out needs the name of a folder, and it is empty");
    }
    if (options.verify.outputs.out.wanted) {
        check_output_name(options.verify.outputs.out.path);
    }
}

/// The desk that is asked for, or whose maps are needed.
std::optional<Desk> desk_of(const CheckOptions& options) {
    return options.maps.empty() || !options.desk.empty() ? find_desk(options.desk) : std::nullopt;
}

/// Maps of the command line, else those of the desk.
void settle_sources(DraftParts& parts, const CheckOptions& options,
                    const std::optional<Desk>& desk) {
    if (parts.reading.holder.empty() && desk) {
        parts.reading.holder = desk->holder;
    }
    if (!options.maps.empty()) {
        parts.sources = sources_of_maps(options.maps, options.verify.maps);
    } else if (desk) {
        parts.sources = sources_of_desk(*desk, options.verify.maps);
    } else {
        const std::string usual = default_desk_path();
        throw UsageError("check: name the maps with --maps PATH" +
                         (usual.empty() ? std::string(", or a desk's with --desk FILE")
                                        : ", or once and for all in " + usual +
                                              " (man areaclaim-check says how)"));
    }
    if (parts.reading.holder.empty()) {
        parts.reading.holder = holder_of(parts.sources);
    }
}

std::string title_of(const std::string& article) {
    return article == "-" ? "standard input" : fs::path(article).filename().string();
}

DraftParts read_parts(const CheckOptions& options, const std::optional<Desk>& desk,
                      const Console& console) {
    DraftParts parts;
    parts.reading.lang = language(options.lang);
    parts.reading.holder = options.holder;
    parts.reading.published = day("--published", options.published);
    settle_sources(parts, options, desk);
    const std::string text = read_article(options.article, console);
    if (parts.reading.lang.empty()) {
        const engine::DetectedLanguage found = engine::detect_language_surely(text);
        parts.reading.lang = found.certain ? found.lang : "";
    }
    parts.claims = engine::read_claims(text, parts.reading);
    parts.title = title_of(options.article);
    parts.within = options.within;
    return parts;
}

/// The maps of a draft were named by who runs this: `verify` may read them for this case as well.
/// What it must be allowed all the same, as no record of that could be kept.
std::string rights_needed(const std::string& case_file, const std::string& draft) {
    const engine::Case the_case = engine::parse_case(draft, case_file);
    std::vector<std::string> paths;
    for (const engine::CaseSource& source : the_case.sources) {
        paths.insert(paths.end(), source.files.begin(), source.files.end());
    }
    if (!the_case.within.empty()) {
        paths.push_back(the_case.within);
    }
    std::erase_if(paths, [](const std::string& path) {
        return !path.starts_with("..") && !path.starts_with('/') && !is_database_address(path);
    });
    grant(case_file, paths);
    bool outside = false;
    bool network = false;
    for (const std::string& path : paths) {
        network = network || is_database_address(path);
        outside = outside || (!is_database_address(path) && !is_granted(case_file, path));
    }
    return std::string(outside ? "--allow-outside " : "") + (network ? "--allow-network " : "");
}

/// The desk's outlines of the yardsticks that the claims use, beside those of the command line.
void add_outlines(std::vector<std::string>& outlines, const std::optional<Desk>& desk,
                  const std::vector<engine::TextClaim>& claims) {
    const auto is_used = [&](const DeskOutline& outline) {
        return std::ranges::any_of(
            engine::find_yardsticks(outline.yardstick), [&](const engine::Yardstick* meant) {
                return std::ranges::any_of(claims, [&](const engine::TextClaim& claim) {
                    return claim.yardstick == meant->name;
                });
            });
    };
    for (const DeskOutline& outline : desk ? desk->outlines : std::vector<DeskOutline>{}) {
        if (is_used(outline)) {
            const fs::path file = fs::path(desk->path).parent_path() / outline.file;
            outlines.push_back(outline.yardstick + "=" + file.string());
        }
    }
}

/// What is read before the case is: never written over.
std::vector<std::string> inputs_of(const CheckOptions& options, const DraftParts& parts) {
    std::vector<std::string> inputs{options.article,
                                    options.desk.empty() ? default_desk_path() : options.desk,
                                    options.within, options.verify.maps.profile};
    for (const DeskSource& source : parts.sources) {
        inputs.insert(inputs.end(), source.source.files.begin(), source.source.files.end());
    }
    return inputs;
}

ExitCode run(const CheckOptions& options, const Console& console) {
    check_usage(options);
    const std::optional<Desk> desk = desk_of(options);
    DraftParts parts = read_parts(options, desk, console);
    parts.language = options.verify.reasons_lang;
    const fs::path folder = options.verify.outputs.out.path;
    const std::string draft = draft_text(parts, folder.string(), console);
    if (draft.empty()) {
        console.out(console.json() ? report::claims_json({}) : report::claims_text({}, {}));
        return ExitCode::done;
    }
    std::error_code error;
    if (!folder.empty() && !fs::create_directories(folder, error) && error) {
        throw OutputError(folder.string() + ": the folder cannot be made: " + error.message());
    }
    VerifyCommandOptions verify = options.verify;
    verify.case_file = (folder / "case.toml").string();
    verify.read_before = inputs_of(options, parts);
    add_outlines(verify.outputs.outlines, desk, parts.claims);
    check_output(verify.case_file, {verify.read_before, true}); // edited ones are write_draft's
    write_draft(verify.case_file, draft, verify.force);
    // What the draft says of the files stands in it.
    verify.maps.profile.clear();
    verify.maps.layer.clear();
    verify.maps.where.clear();
    verify.rights = {true, true}; // the maps were named by who runs this
    const ExitCode code = run_verify(verify, console);
    console.note(verify.case_file +
                 ": holds what was read from the text and the maps; after "
                 "editing it, areaclaim verify " +
                 rights_needed(verify.case_file, draft) + verify.case_file + " judges anew");
    return code;
}

} // namespace

Run setup_check(CLI::App& app, CommonOptions& common) {
    auto options = std::make_shared<CheckOptions>();
    app.add_option("ARTICLE", options->article, "A text in UTF-8; - for standard input");
    app.add_option("--maps", options->maps, "Map files, patterns, or folders of them")
        ->type_name("PATH ...")
        ->group("Reading");
    app.add_option("--desk", options->desk,
                   "A desk's archives, named in a file (default: areaclaim/desk.toml in "
                   "$XDG_CONFIG_HOME)")
        ->group("Reading");
    add_text_options(app, options->lang, options->published, options->holder);
    app.add_option("--within", options->within, "Count only what lies in this region")
        ->group("Reading");
    add_map_options(app, options->verify.maps);
    add_cache_option(app, options->verify.maps);
    add_all_maps_option(app, options->verify.maps);
    add_verdict_options(app, options->verify);
    add_common_options(app, common);
    add_examples(app, "  areaclaim check article.txt --maps maps/ --published 2022-09-11\n"
                      "  areaclaim check article.txt --out checked\n"
                      "  echo \"Nearly 2,000 square kilometres retaken since 8 September 2022\" |\n"
                      "      areaclaim check - --maps 'maps/2022-09-*.geojson'\n");
    return [options](const Console& console) { return run(*options, console); };
}

} // namespace areaclaim
