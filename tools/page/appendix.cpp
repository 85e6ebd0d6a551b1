// SPDX-License-Identifier: MIT
#include "tools/page/appendix.hpp"

#include "tools/page/html_table.hpp"
#include "tools/report/figures.hpp"
#include "tools/report/map_warning_text.hpp"
#include "tools/report/timeline.hpp"
#include "tools/report/verification.hpp"

#include <algorithm>
#include <filesystem>

namespace page {
namespace {

using chart::element;
using chart::Markup;

constexpr std::size_t kMostMaps = 400; // of a source's table; the JSON has all

Markup section(const char* id, const std::string& title, const Markup& content) {
    return element("section", {{"class", "appendix"}, {"id", id}},
                   element("h2", {}, title) + content);
}

Markup paragraph(const std::string& text) {
    return element("p", {}, text);
}

Markup term(const std::string& name, const std::string& value) {
    return value.empty() ? Markup() : element("dt", {}, name) + element("dd", {}, value);
}

std::string file_name(const std::string& path) {
    return std::filesystem::path(path).filename().string();
}

// Of an assumption the words of its profile.
std::string reason(const engine::SourceAccuracy& accuracy, const Words& words) {
    switch (accuracy.origin) {
    case engine::AccuracyOrigin::given_by_case:
        return words.text("source.accuracy_case");
    case engine::AccuracyOrigin::given_by_option:
        return words.text("source.accuracy_option");
    case engine::AccuracyOrigin::assumed:
        break;
    }
    return accuracy.reason;
}

std::string accuracy_words(const engine::SourceReport& source, const Words& words) {
    if (!source.accuracy) {
        return words.text("source.no_accuracy");
    }
    const std::string sigma = words.chart().number(source.accuracy->position_sigma_km);
    const std::string range = words.chart().number(source.accuracy->correlation_km);
    const std::string why = reason(*source.accuracy, words);
    return words.text("source.accuracy_is", {{"sigma", sigma}, {"correlation", range}}) +
           (why.empty() ? "" : " (" + why + ")");
}

Markup maps_table(const engine::SourceReport& source, const Words& words, report::AreaUnit unit) {
    const report::Figures figures(words.language(), unit);
    std::vector<std::vector<Markup>> rows;
    for (const engine::TimelineRow& row : source.rows) {
        if (rows.size() == kMostMaps) {
            break;
        }
        const engine::Snapshot& snapshot = source.timeline.snapshots[row.snapshot];
        rows.push_back(
            {Markup::text(words.say(snapshot.date)), Markup::text(figures.words(row.held)),
             Markup::text(figures.words(row.lost)), Markup::text(figures.words(row.gained)),
             Markup::text(file_name(snapshot.boundary.path()))});
    }
    const std::size_t left = source.rows.size() - rows.size();
    Markup table = html_table(words.text("source.maps"),
                              {{words.text("table.map_of"), false},
                               {words.text("table.held"), true},
                               {words.text("table.lost"), true},
                               {words.text("table.gained"), true},
                               {words.text("table.file"), false}},
                              rows);
    return left == 0
               ? table
               : table +
                     paragraph(words.text("source.more_maps", {{"count", std::to_string(left)}}));
}

Markup alarms_list(const engine::SourceReport& source, const Words& words) {
    Markup list;
    for (const std::string& line : report::alarm_lines(source.alarms, words.language())) {
        list += element("li", {}, line);
    }
    return list.empty() ? paragraph(words.text("source.no_alarms"))
                        : element("ul", {{"class", "alarms"}}, list);
}

Markup source_block(const engine::SourceReport& source, const Words& words, report::AreaUnit unit) {
    const auto& snapshots = source.timeline.snapshots;
    std::string maps = std::to_string(snapshots.size());
    if (!snapshots.empty()) {
        maps += ", " + words.say(snapshots.front().date, snapshots.back().date);
    }
    Markup facts = term(words.text("source.maps"), maps);
    facts += term(words.text("source.profile"), source.profile);
    facts += term(words.text("source.credit"), source.credit);
    facts += term(words.text("source.licence"), source.licence);
    facts += term(words.text("source.hour"), source.map_hour == "not told" ? "" : source.map_hour);
    facts += term(words.text("source.accuracy"), accuracy_words(source, words));
    Markup out = element("h3", {}, source.name) + element("dl", {}, facts);
    out += element("h4", {}, words.text("source.alarms")) + alarms_list(source, words);
    return out + maps_table(source, words, unit);
}

std::string joined(const std::map<std::string, std::string>& pairs, const char* between) {
    std::string text;
    for (const auto& [name, value] : pairs) {
        text += (text.empty() ? "" : ", ") + name + between + value;
    }
    return text;
}

} // namespace

Markup between_claims(const engine::Verification& verification, const Words& words,
                      report::AreaUnit unit) {
    const report::Figures figures(words.language(), unit);
    Markup list;
    for (const engine::ConsistencyFinding& finding : verification.consistency) {
        list += element("li", {{"class", finding.agrees ? "agrees" : "warning"}},
                        report::consistency_line(finding, figures));
    }
    return list.empty() ? Markup()
                        : section("between", words.text("head.between"), element("ul", {}, list));
}

Markup warnings_section(const engine::Verification& verification, const Words& words) {
    Markup list;
    for (engine::MapWarning warning : verification.warnings) {
        std::ranges::transform(warning.paths, warning.paths.begin(), file_name);
        list += element("li", {{"class", "warning"}},
                        report::map_warning_text(warning, words.language()));
    }
    return list.empty() ? Markup()
                        : section("warnings", words.text("head.warnings"), element("ul", {}, list));
}

Markup sources_section(const engine::Verification& verification, const Words& words,
                       report::AreaUnit unit) {
    Markup blocks;
    for (const engine::SourceReport& source : verification.sources) {
        blocks += source_block(source, words, unit);
    }
    return section("sources", words.text("head.sources"), blocks);
}

Markup method_section(const engine::Verification& verification, const Words& words) {
    const bool straight = verification.options.edges == shapes::EdgeModel::straight;
    Markup out = paragraph(words.text("method.area") + " " +
                           words.text(straight ? "method.straight" : "method.geodesic"));
    out += paragraph(words.text("method.days"));
    out += paragraph(words.text("method.error"));
    out += paragraph(words.text("method.verdict"));
    out += paragraph(words.text("method.map"));
    return section("method", words.text("head.method"), out);
}

Markup provenance_section(const engine::Verification& verification, const Words& words) {
    const engine::Provenance& provenance = verification.provenance;
    Markup facts = term(words.text("provenance.program"), provenance.program);
    facts += term(words.text("provenance.libraries"), joined(provenance.libraries, " "));
    facts += term(words.text("provenance.options"), joined(provenance.options, " = "));
    facts += term(words.text("provenance.check"),
                  report::check_text(verification.self_check, words.language()));
    std::vector<std::vector<Markup>> rows;
    for (const engine::InputFile& file : provenance.files) {
        rows.push_back({Markup::text(file_name(file.path)),
                        Markup::text(words.chart().number(static_cast<double>(file.bytes))),
                        element("code", {}, file.sha256)});
    }
    return section("provenance", words.text("head.provenance"),
                   element("dl", {}, facts) + html_table(words.text("provenance.files"),
                                                         {{words.text("table.file"), false},
                                                          {words.text("provenance.bytes"), true},
                                                          {"SHA-256", false}},
                                                         rows));
}

} // namespace page
