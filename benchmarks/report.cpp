// SPDX-License-Identifier: MIT
#include "benchmarks/report.hpp"

#include "benchmarks/rows.hpp"

#include <algorithm>
#include <iomanip>
#include <nlohmann/json.hpp>
#include <sstream>

namespace bench {
namespace {

using nlohmann::json;

std::string three(double value) {
    std::ostringstream text;
    text << std::setprecision(3) << value;
    // 1.23e+03 is no number for a table.
    return value >= 1000 ? std::to_string(static_cast<long>(value + 0.5)) : text.str();
}

std::string ours(const CaseResult& c, const char* what) {
    const auto seconds = min_of(c.rows, what, "areaclaim");
    if (!seconds) {
        return "–";
    }
    const auto edges = static_cast<double>(c.before_edges + c.after_edges);
    const double ns = *seconds * 1e9 / edges;
    return time_text(*seconds) + " (" + three(ns) + " ns/edge, " + three(ns / kLimitNsPerVertex) +
           "× the limit)";
}

std::string verdict(const Floor& floor, double found) {
    return floor.factor <= 0 ? ""
                             : " (≥ " + three(floor.factor) +
                                   (found >= floor.factor ? ": met)" : ": **missed**)");
}

/// A peer that gave no answer in time: its ratio is at least that of the time awaited.
std::string without_answer(const CaseResult& c, const Floor& floor, const Row& row,
                           double limit_s) {
    const auto mine = min_of(c.rows, floor.what, "areaclaim");
    if (!mine || row.error.find("no answer within") == std::string::npos) {
        return "error: " + row.error;
    }
    return "> " + three(limit_s / *mine) + "×, no answer" + verdict(floor, limit_s / *mine);
}

/// "2,100× (≥ 700: met)".
std::string against(const CaseResult& c, const char* what, const char* peer, double limit_s) {
    const auto wanted = std::find_if(c.floors.begin(), c.floors.end(), [&](const Floor& f) {
        return f.what == what && f.peer == peer;
    });
    const Floor floor = wanted == c.floors.end() ? Floor{what, peer, 0} : *wanted;
    const auto found = ratio(c, floor);
    if (!found) {
        for (const Row& row : c.rows) {
            if (row.what == "difference" && row.who == peer && !row.error.empty()) {
                return without_answer(c, floor, row, limit_s);
            }
        }
        return floor.factor > 0 ? "not measured (≥ " + three(floor.factor) + ")" : "–";
    }
    return three(*found) + "×" + verdict(floor, *found);
}

void add_row(std::string& out, const std::vector<std::string>& cells) {
    for (const std::string& cell : cells) {
        out += "| " + cell + ' ';
    }
    out += "|\n";
}

void add_pairs(std::string& out, const Report& report) {
    const auto table = [&](const char* title, const char* what) {
        out += std::string("\n## ") + title + "\n\n";
        add_row(out, {"case (edges)", "ours", "one pass", "GEOS / ours", "Clipper1 / ours",
                      "Boost / ours", "CGAL exact / ours"});
        out += "| --- | --- | --- | --- | --- | --- | --- |\n";
        for (const CaseResult& c : report.cases) {
            if (!c.skipped.empty()) {
                add_row(out, {c.name, "skipped: " + c.skipped, "", "", "", "", ""});
                continue;
            }
            const auto seconds = min_of(c.rows, what, "areaclaim");
            add_row(out, {c.name + " (" + std::to_string(c.before_edges) + " / " +
                              std::to_string(c.after_edges) + ")",
                          ours(c, what),
                          seconds ? three(*seconds / c.one_pass_s) + "×" : std::string("–"),
                          against(c, what, "geos", report.limit_s),
                          against(c, what, "clipper1", report.limit_s),
                          against(c, what, "boost", report.limit_s),
                          against(c, what, "cgal", report.limit_s)});
        }
    };
    table("Area of change", "change_area");
    table("Regions", "difference");
    table("From coordinates: proof, areas and change of two maps never seen", "cold_pair");
}

/// What needs no proof against what the same peers do from coordinates.
void add_areas_only(std::string& out, const Report& report) {
    out += "\n## From coordinates: areas of the drawings as they are, without a proof\n\n";
    add_row(out, {"case", "ours", "GEOS / ours", "Clipper1 / ours", "Boost / ours"});
    out += "| --- | --- | --- | --- | --- |\n";
    for (const CaseResult& c : report.cases) {
        const auto mine = min_of(c.rows, "cold_areas", "areaclaim");
        if (!c.skipped.empty() || !mine) {
            continue;
        }
        const auto against_mine = [&](const char* peer) {
            const auto theirs = min_of(c.rows, "cold_pair", peer);
            return theirs ? three(*theirs / *mine) + "×" : std::string("–");
        };
        add_row(out, {c.name, ours(c, "cold_areas"), against_mine("geos"), against_mine("clipper1"),
                      against_mine("boost")});
    }
}

void add_agreement(std::string& out, const Report& report) {
    out += "\n## Agreement and proof\n\n";
    add_row(out, {"case", "largest disagreement with our area of change, relative to the region",
                  "proof of BEFORE, once per map"});
    out += "| --- | --- | --- |\n";
    for (const CaseResult& c : report.cases) {
        if (!c.skipped.empty()) {
            continue;
        }
        std::string text;
        for (const auto& [who, difference] : c.disagreements) {
            text += (text.empty() ? "" : ", ") + who + " " + three(difference);
        }
        const auto proof = min_of(c.rows, "validate", "areaclaim");
        add_row(out,
                {c.name, text,
                 proof ? time_text(*proof) + " (" +
                             three(*proof * 1e9 / static_cast<double>(c.before_edges)) + " ns/edge)"
                       : std::string("–")});
    }
}

void add_singles(std::string& out, const Report& report) {
    out += "\n## Single figures\n\n";
    add_row(out, {"what", "measured", "floor", ""});
    out += "| --- | --- | --- | --- |\n";
    for (const Single& s : report.singles) {
        add_row(out, {s.name, three(s.value) + " " + s.unit,
                      (s.at_most ? "≤ " : "≥ ") + three(s.floor) + " " + s.unit,
                      s.met() ? "met" : "**missed**"});
    }
    for (const CaseResult& c : report.cases) {
        for (const MemoryUse& m : c.memory) {
            add_row(out, {"peak memory, " + m.what + ", " + c.name, three(m.ratio) + " × input",
                          "≤ " + three(m.floor) + " × input",
                          m.ratio <= m.floor ? "met" : "**missed**"});
        }
    }
    for (const std::string& line : report.skipped) {
        add_row(out, {line, "skipped", "", ""});
    }
}

} // namespace

std::optional<double> ratio(const CaseResult& result, const Floor& floor) {
    const auto mine = min_of(result.rows, floor.what, "areaclaim");
    const auto theirs = min_of(result.rows, floor.what, floor.peer);
    if (!mine || !theirs) {
        return std::nullopt;
    }
    return *theirs / *mine;
}

std::string to_markdown(const Report& report) {
    std::string out =
        "# Benchmark report\n\n" + report.machine +
        "\n\nBest run of each in processor time, interleaved in one run, one thread. Ours yields "
        "lost, "
        "gained and common\n(area of change) or both regions; a peer one difference, "
        "before ∖ after, of valid regions in its own types; from coordinates a peer converts them "
        "and yields both differences. \"One pass\" is how many\n"
        "times as long ours takes as reading both arrays once in this run; the limit is 0.6 ns a "
        "vertex, that pass on an idle machine.\n";
    add_pairs(out, report);
    add_areas_only(out, report);
    add_agreement(out, report);
    add_singles(out, report);
    return out;
}

json to_json(const Report& report) {
    json cases = json::array();
    for (const CaseResult& c : report.cases) {
        json floors = json::array();
        for (const Floor& f : c.floors) {
            const auto found = ratio(c, f);
            floors.push_back({{"what", f.what},
                              {"peer", f.peer},
                              {"floor", f.factor},
                              {"ratio", found ? json(*found) : json()},
                              {"met", found && *found >= f.factor}});
        }
        json memory = json::array();
        for (const MemoryUse& m : c.memory) {
            memory.push_back({{"what", m.what}, {"ratio", m.ratio}, {"floor", m.floor}});
        }
        cases.push_back({{"name", c.name},
                         {"skipped", c.skipped.empty() ? json() : json(c.skipped)},
                         {"vertices", {c.before_edges, c.after_edges}},
                         {"one_pass_s", c.one_pass_s},
                         {"rows", to_json(c.rows)},
                         {"floors", floors},
                         {"memory", memory}});
    }
    json singles = json::array();
    for (const Single& s : report.singles) {
        singles.push_back({{"name", s.name},
                           {"value", s.value},
                           {"unit", s.unit},
                           {"floor", s.floor},
                           {"met", s.met()}});
    }
    return {{"machine", report.machine},
            {"cases", cases},
            {"singles", singles},
            {"skipped", report.skipped}};
}

} // namespace bench
