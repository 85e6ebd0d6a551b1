// SPDX-License-Identifier: MIT
#include "tools/report/alarm_text.hpp"
#include "tools/report/csv.hpp"
#include "tools/report/json.hpp"
#include "tools/report/map_warning_text.hpp"
#include "tools/report/timeline.hpp"

#include <nlohmann/json.hpp>

namespace report {
namespace {

// The columns of a row in the order of the JSON; JSON and CSV both are made from these.
struct Field {
    const char* name;
    double value;
};

std::vector<Field> areas(const engine::TimelineRow& row) {
    return {{"held_km2", row.held.km2()},
            {"lost_km2", row.lost.km2()},
            {"gained_km2", row.gained.km2()},
            {"net_km2", row.net().km2()},
            {"cumulative_lost_km2", row.cumulative_lost.km2()},
            {"cumulative_gained_km2", row.cumulative_gained.km2()}};
}

Json crossing_json(const engine::Crossing& crossing) {
    return {{"figure_km2", crossing.figure.km2()},
            {"measure", name(crossing.of)},
            {"after", date_json(crossing.after)},
            {"by", crossing.by.iso()},
            {"interpolated", date_json(crossing.interpolated)}};
}

Json gap_json(const engine::Gap& gap) {
    return {{"first", gap.first.iso()},
            {"last", gap.last.iso()},
            {"days", gap.days()},
            {"kind", gap.kind == engine::Gap::Kind::missing ? "missing" : "repeated"}};
}

} // namespace

Json alarm_json(const engine::Alarm& alarm, const Language& in) {
    const std::string parts = parts_text(alarm.facts, Language::of("en"));
    return {{"code", engine::name(alarm.code)},
            {"date", date_json(alarm.date)},
            {"km2", alarm.km2 ? Json(*alarm.km2) : Json(nullptr)},
            {"parts", parts.empty() ? Json(nullptr) : Json(parts)},
            {"text", alarm_text(alarm, in)}};
}

Json snapshots_json(const engine::Timeline& timeline,
                    const std::vector<engine::TimelineRow>& rows) {
    Json list = Json::array();
    for (const engine::TimelineRow& row : rows) {
        const engine::Snapshot& snapshot = timeline.snapshots[row.snapshot];
        Json json{{"date", snapshot.date.iso()},
                  {"path", snapshot.boundary.path()},
                  {"files", snapshot.files.size()}};
        for (const Field& field : areas(row)) {
            json[field.name] = field.value;
        }
        list.push_back(std::move(json));
    }
    return list;
}

std::string timeline_json(const TimelineReport& report) {
    Json crossings = Json::array();
    for (const engine::Crossing& crossing : report.crossings) {
        crossings.push_back(crossing_json(crossing));
    }
    Json alarms = Json::array();
    for (const engine::Alarm& alarm : report.alarms) {
        alarms.push_back(alarm_json(alarm, Language::of("en")));
    }
    Json gaps = Json::array();
    for (const engine::Gap& gap : report.timeline.gaps) {
        gaps.push_back(gap_json(gap));
    }
    return document("timeline", {{"source", report.timeline.source},
                                 {"counting", engine::name(report.counting)},
                                 {"snapshots", snapshots_json(report.timeline, report.rows)},
                                 {"crossings", std::move(crossings)},
                                 {"gaps", std::move(gaps)},
                                 {"alarms", std::move(alarms)},
                                 {"unread", report.unread},
                                 {"warnings", map_warning_texts(map_warnings(report.timeline),
                                                                Language::of("en"))}});
}

std::string timeline_csv(const TimelineReport& report) {
    std::vector<std::string> header{"date", "path", "files"};
    for (const Field& field : areas({})) {
        header.emplace_back(field.name);
    }
    std::string csv = csv_record(header);
    for (const engine::TimelineRow& row : report.rows) {
        const engine::Snapshot& snapshot = report.timeline.snapshots[row.snapshot];
        std::vector<std::string> record{snapshot.date.iso(), snapshot.boundary.path(),
                                        std::to_string(snapshot.files.size())};
        for (const Field& field : areas(row)) {
            record.push_back(csv_number(field.value));
        }
        csv += csv_record(record);
    }
    return csv;
}

} // namespace report
