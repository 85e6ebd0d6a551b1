// SPDX-License-Identifier: MIT
// Published statements with what a careful analyst would say of them, judged on two sources' maps
// as far as these reach. Skipped, by name, where they are absent.
#include "tests/real/real_data.hpp"

#include "engine/case/case_file.hpp"
#include "engine/verify.hpp"

#include <fstream>
#include <map>
#include <set>
#include <sstream>

namespace {

using Row = std::map<std::string, std::string>;

std::vector<std::string> split(const std::string& line) {
    std::vector<std::string> cells;
    std::stringstream in(line);
    for (std::string cell; std::getline(in, cell, '\t');) {
        cells.push_back(cell);
    }
    return cells;
}

std::vector<Row> statements() {
    std::ifstream in(real::folder() / "stated" / "statements.tsv");
    std::string line;
    std::getline(in, line);
    const auto names = split(line);
    std::vector<Row> rows;
    while (std::getline(in, line)) {
        const auto cells = split(line);
        Row row;
        for (std::size_t i = 0; i < names.size() && i < cells.size(); ++i) {
            row[names[i]] = cells[i];
        }
        rows.push_back(row);
    }
    return rows;
}

/// All that one maker drew, in however many folders.
engine::SourceInput source(const std::string& profile, const std::vector<std::string>& folders) {
    engine::SourceInput input;
    input.name = profile;
    input.profile = *engine::find_built_in_profile(profile);
    for (const std::string& folder : folders) {
        std::ranges::move(real::read_folder(folder, profile), std::back_inserter(input.boundaries));
    }
    return input;
}

shapes::Region oblast(const std::string& name) {
    shapes::Region region;
    const auto path = real::folder() / "oblasts" / (name + ".geojson");
    for (const shapes::Feature& feature : shapes::read_features(path.string()).features) {
        region.append(feature.region);
    }
    return region;
}

engine::Claim claim_of(const Row& row) {
    std::string text = "title = \"t\"\nholder = \"Russian forces\"\n[[source]]\nname = \"s\"\n"
                       "files = \"*\"\n[[claim]]\nid = \"" +
                       row.at("id") + "\"\ntext = \"" + row.at("sentence") + "\"\nmeasure = \"" +
                       row.at("measure") + "\"\n";
    for (const char* day : {"stated", "since", "as_of"}) {
        text += row.at(day).empty() ? "" : std::string(day) + " = " + row.at(day) + "\n";
    }
    return engine::parse_case(text, row.at("id")).claims.at(0);
}

/// The worst that can be said: wrong of who was right, right of who was wrong, or the other way.
bool is_contrary(const std::string& analyst, const std::string& ours) {
    const std::set<std::string> decided{"consistent", "overstated", "understated", "contradicted"};
    return analyst != ours && decided.contains(analyst) && decided.contains(ours);
}

/// The days of which a source would have to have a map, for its answer to be told.
std::string wanted(const engine::SourceVerdict& s) {
    const auto days = [](const engine::WantedMap& map) {
        return !map.first  ? map.last->iso() + " or earlier"
               : !map.last ? map.first->iso() + " or later"
                           : map.first->iso() + " to " + map.last->iso();
    };
    std::string found;
    for (const auto& map : {s.would_decide.baseline, s.would_decide.day}) { // in order of time
        if (map) {
            found += (found.empty() ? "" : " and ") + days(*map);
        }
    }
    return found;
}

/// Why the analyst could say what these folders cannot: the maps of the window's ends, for want of
/// which a covering source does not decide or another does not cover; and sources that the analyst
/// measured and that have no maps of the period here. Empty where neither explains the difference.
std::string missing_maps(const engine::ClaimVerification& claim, const Row& row) {
    const std::map<std::string, std::string> analyst{{"nzz", row.at("nzz_km2")},
                                                     {"deepstate", row.at("deepstate_km2")}};
    std::string missing;
    for (const engine::SourceVerdict& s : claim.by_source) {
        const std::string days = wanted(s);
        const bool had = !analyst.at(s.source).empty();
        const bool open = claim.verdict == engine::Verdict::undecidable && s.covered;
        if (!days.empty() && (open || (!s.covered && had))) {
            missing += (missing.empty() ? "" : "; ") + s.source + " of " + days;
        }
    }
    return missing;
}

} // namespace

TEST_CASE("published statements get no verdict that a careful analyst would call contrary") {
    if (!real::present("stated") || !real::present("nzz-far") ||
        !real::present("deepstate-months")) {
        return;
    }
    const std::vector<engine::SourceInput> sources{
        source("nzz", {"nzz", "nzz-far"}),
        source("deepstate", {"deepstate", "deepstate-months", "deepstate-far"})};
    std::size_t agreeing = 0, open = 0, contrary = 0;
    std::string table;
    const auto rows = statements();
    for (const Row& row : rows) {
        engine::VerifyInputs inputs;
        inputs.the_case.claims = {claim_of(row)};
        inputs.sources = sources;
        if (!row.at("within").empty()) {
            inputs.within = oblast(row.at("within"));
        }
        const auto result = engine::verify(std::move(inputs)).claims.at(0);
        const std::string ours = engine::name(result.verdict);
        const bool agrees = ours == row.at("analyst") || ours == row.at("also");
        const bool is_wrong = !agrees && is_contrary(row.at("analyst"), ours);
        const std::string missing = agrees ? "" : missing_maps(result, row);
        agreeing += agrees ? 1 : 0;
        open += missing.empty() ? 0U : 1U;
        contrary += is_wrong ? 1 : 0;
        table += (is_wrong ? "!! "
                  : agrees ? "   "
                           : " - ") +
                 row.at("id") + ": " + ours + ", analyst " + row.at("analyst") +
                 (row.at("also").empty() ? "" : " or " + row.at("also"));
        for (const auto& s : result.by_source) {
            table += "; " + s.source + " " + (s.covered ? engine::name(s.verdict) : "not covered");
        }
        table += missing.empty() ? "\n" : "; open: no map by " + missing + "\n";
    }
    MESSAGE(agreeing << " of " << rows.size() << " as the analyst, " << open
                     << " open for want of maps that the analyst had, " << contrary << " contrary\n"
                     << table);
    // The maps at hand leave windows open that the analyst's did not: there the right answer is the
    // one for these maps. Whatever no missing map explains is ours.
    REQUIRE(rows.size() >= 29);
    CHECK(contrary == 0);
    CHECK(agreeing >= 20);
    CHECK(agreeing + open == rows.size());
}
