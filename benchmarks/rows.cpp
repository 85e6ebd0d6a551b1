// SPDX-License-Identifier: MIT
#include "benchmarks/rows.hpp"

#include <iomanip>
#include <nlohmann/json.hpp>
#include <sstream>

namespace bench {
namespace {

using nlohmann::json;

json row_json(const Row& row) {
    json out{{"what", row.what}, {"who", row.who},  {"median_s", nullptr}, {"min_s", nullptr},
             {"runs", row.runs}, {"lost", nullptr}, {"gained", nullptr},   {"unit", "km2"},
             {"error", nullptr}, {"note", row.note}};
    if (row.runs > 0) {
        out["median_s"] = row.median_s;
        out["min_s"] = row.min_s;
    }
    if (row.change) {
        out["lost"] = row.change->lost_km2;
        out["gained"] = row.change->gained_km2;
    }
    if (!row.error.empty()) {
        out["error"] = row.error;
    }
    return out;
}

const Row* find(const std::vector<Row>& rows, const std::string& what, const std::string& who) {
    for (const Row& row : rows) {
        if (row.what == what && row.who == who && row.runs > 0) {
            return &row;
        }
    }
    return nullptr;
}

std::string factor(const std::vector<Row>& rows, const Row& row) {
    const Row* ours = find(rows, row.what, "areaclaim");
    if (ours == nullptr || row.runs == 0 || ours == &row) {
        return "";
    }
    std::ostringstream text;
    text << std::setprecision(3) << row.median_s / ours->median_s << "×";
    return text.str();
}

} // namespace

json to_json(const std::vector<Row>& rows) {
    json out = json::array();
    for (const Row& row : rows) {
        out.push_back(row_json(row));
    }
    return out;
}

std::string time_text(double seconds) {
    std::ostringstream text;
    text << std::setprecision(3);
    if (seconds < 1e-3) {
        text << seconds * 1e6 << " µs";
    } else if (seconds < 1) {
        text << seconds * 1e3 << " ms";
    } else {
        text << seconds << " s";
    }
    return text.str();
}

void print_table(std::ostream& out, const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        out << std::left << std::setw(17) << row.what << std::setw(11) << row.who;
        if (row.runs > 0) {
            out << "median " << std::setw(10) << time_text(row.median_s) << " min " << std::setw(10)
                << time_text(row.min_s) << std::setw(6) << row.runs << " runs  " << std::setw(9)
                << factor(rows, row);
        }
        if (row.change) {
            out << std::setprecision(15) << "  lost " << row.change->lost_km2 << "  gained "
                << row.change->gained_km2 << " km²";
        }
        out << (row.error.empty() ? "" : "  error: " + row.error)
            << (row.note.empty() ? "" : "  (" + row.note + ")") << '\n';
    }
}

std::optional<double> min_of(const std::vector<Row>& rows, const std::string& what,
                             const std::string& who) {
    const Row* row = find(rows, what, who);
    return row == nullptr ? std::nullopt : std::optional(row->min_s);
}

} // namespace bench
