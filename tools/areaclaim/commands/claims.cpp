// SPDX-License-Identifier: MIT
#include "tools/report/claims.hpp"
#include "engine/claims/read_claims.hpp"
#include "shapes/io/unsafe_text.hpp"
#include "tools/areaclaim/article.hpp"
#include "tools/areaclaim/commands/command.hpp"
#include "tools/areaclaim/draft.hpp"
#include "tools/areaclaim/options.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

namespace areaclaim {
namespace {

struct ClaimsOptions {
    std::string text;
    std::string lang;
    std::string published;
    std::string holder;
    bool draft_case = false;
};

ExitCode run(const ClaimsOptions& options, const Console& console) {
    engine::ReadOptions reading;
    reading.lang = language(options.lang);
    reading.holder = options.holder;
    reading.published = day("--published", options.published);
    const std::string input = read_article(options.text, console);
    if (reading.lang.empty() && options.draft_case) {
        const engine::DetectedLanguage found = engine::detect_language_surely(input);
        if (found.certain) {
            reading.lang = found.lang; // a draft states it: its texts are short
        }
    }
    report::ReadText text;
    text.claims = engine::read_claims(input, reading);
    if (options.draft_case) {
        console.out(shapes::io::escape_unsafe_toml(
            engine::draft_case(text.claims, reading, draft_frame(report::Language::of("en")))));
        return ExitCode::done;
    }
    text.consistency = engine::check_consistency(text.claims);
    console.out(console.json() ? report::claims_json(text)
                               : report::claims_text(text, console.screen()));
    return ExitCode::done;
}

} // namespace

Run setup_claims(CLI::App& app, CommonOptions& common) {
    auto options = std::make_shared<ClaimsOptions>();
    app.add_option("TEXTFILE", options->text,
                   "A text in UTF-8, UTF-16 or a Windows code page; - for standard input")
        ->required();
    add_text_options(app, options->lang, options->published, options->holder);
    app.add_flag("--case", options->draft_case,
                 "Write the draft of a case file instead, for a person to edit");
    add_common_options(app, common);
    add_examples(app, "  areaclaim claims --published 2022-09-10 article.txt\n"
                      "  echo \"Nearly 2,000 square kilometres retaken\" | areaclaim claims -\n");
    return [options](const Console& console) { return run(*options, console); };
}

} // namespace areaclaim
