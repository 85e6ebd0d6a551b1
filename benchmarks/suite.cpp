// SPDX-License-Identifier: MIT
// The whole suite: every case against every peer, with the floors beside. `./dev bench` runs it.
#include "benchmarks/memory.hpp"
#include "benchmarks/report.hpp"
#include "benchmarks/rows.hpp"
#include "benchmarks/worker.hpp"
#include "shapes/any_fill/any_fill_area.hpp"
#include "shapes/area/ellipsoidal_area.hpp"
#include "shapes/change/change_area.hpp"
#include "shapes/change/change_regions.hpp"
#include "shapes/validity/validate.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

namespace {

using bench::CaseResult;
using bench::DrawnPair;
using bench::Report;
using shapes::Region;
using shapes::ValidRegion;

struct Arguments {
    double seconds = 2.0;
    double limit = 60.0;
    std::string only;
    std::vector<std::string> peers{"geos", "clipper1", "boost", "cgal", "geod"};
    std::string out = std::filesystem::path(AREACLAIM_BINARY_DIR) / "benchmarks" / "report";
};

std::string machine() {
    std::ifstream in("/proc/cpuinfo");
    std::string line;
    while (std::getline(in, line)) {
        if (line.starts_with("model name")) {
            return line.substr(line.find(':') + 2);
        }
    }
    return "unknown processor";
}

/// Reading both arrays once: the physical limit of anything that looks at every vertex.
double one_pass_seconds(const Region& before, const Region& after) {
    constexpr int runs = 20;
    double best = 1e9;
    volatile double sink = 0;
    for (int run = 0; run < runs; ++run) {
        const double start = bench::now();
        double lon = 0;
        double lat = 0;
        for (const Region* region : {&before, &after}) {
            for (const shapes::Position p : region->positions()) {
                lon = std::max(lon, p.lon);
                lat = std::max(lat, p.lat);
            }
        }
        sink = lon + lat;
        best = std::min(best, bench::now() - start);
    }
    static_cast<void>(sink);
    return best;
}

void add_disagreements(CaseResult& result, double larger_km2) {
    const bench::Row* ours = nullptr;
    for (const bench::Row& row : result.rows) {
        if (row.who == "areaclaim" && row.what == "change_area" && row.change) {
            ours = &row;
        }
    }
    for (const bench::Row& row : result.rows) {
        if (ours != nullptr && row.what == "difference" && row.change) {
            const double lost = std::abs(row.change->lost_km2 - ours->change->lost_km2);
            const double gained = std::abs(row.change->gained_km2 - ours->change->gained_km2);
            result.disagreements.emplace_back(row.who == "areaclaim" ? "our regions" : row.who,
                                              std::max(lost, gained) / larger_km2);
        }
    }
}

void add_memory(CaseResult& result, const ValidRegion& before, const ValidRegion& after,
                double floor) {
    const double input =
        static_cast<double>((before.region().position_count() + after.region().position_count()) *
                            sizeof(shapes::Position));
    const auto add = [&](const char* what, const std::function<void()>& work) {
        result.memory.push_back(
            {what, static_cast<double>(bench::peak_bytes(work)) / input, floor});
    };
    add("area of change", [&] { shapes::change_area(before, after); });
    add("regions", [&] { shapes::change_regions(before, after); });
}

CaseResult run_case(const bench::Case& c, const Arguments& arguments) {
    CaseResult result;
    result.name = c.name;
    result.floors = c.floors;
    const DrawnPair drawn = c.make();
    result.skipped = drawn.skipped;
    if (!drawn.skipped.empty()) {
        return result;
    }
    const ValidRegion before = shapes::validate(drawn.before).region;
    const ValidRegion after = shapes::validate(drawn.after).region;
    result.before_edges = before.region().edge_count();
    result.after_edges = after.region().edge_count();
    const bench::Peers peers{{arguments.peers.begin(), arguments.peers.end()}};
    auto entrants = bench::difference_entrants(before, after, peers);
    entrants.push_back(bench::validate_entrant(drawn.before));
    for (bench::Entrant& entrant :
         bench::cold_entrants(drawn.before, drawn.after, before, after, peers)) {
        entrants.push_back(std::move(entrant));
    }
    result.rows = bench::measure(entrants, arguments.seconds, arguments.limit);
    result.one_pass_s = one_pass_seconds(before.region(), after.region());
    add_disagreements(result, std::max(shapes::ellipsoidal_area(before).km2(),
                                       shapes::ellipsoidal_area(after).km2()));
    if (c.memory_ratio > 0) {
        add_memory(result, before, after, c.memory_ratio);
    }
    return result;
}

/// The general kernel on two drawings as they are.
class AnyFill : public bench::Op {
  public:
    explicit AnyFill(const DrawnPair& pair) : pair_(pair) {}
    void run() override { change_ = shapes::any_fill_change_area(pair_.before, pair_.after); }
    double planar_area() override { return change_.lost.km2(); }

  private:
    const DrawnPair& pair_;
    shapes::ChangeArea change_;
};

class GeodesicArea : public bench::Op {
  public:
    explicit GeodesicArea(const ValidRegion& region) : region_(region) {}
    void run() override { area_ = shapes::ellipsoidal_area(region_, shapes::EdgeModel::geodesic); }
    double planar_area() override { return area_.km2(); }

  private:
    const ValidRegion& region_;
    shapes::Area area_;
};

void run_singles(Report& report, const Arguments& arguments) {
    const DrawnPair pair = bench::raw_nzz_pair();
    if (!pair.skipped.empty()) {
        report.skipped.push_back("any fill, ellipsoidal area: " + pair.skipped);
        return;
    }
    const ValidRegion region = shapes::validate(pair.before).region;
    auto entrants = bench::area_entrants(region, {{"geod"}});
    entrants.push_back(
        {"any_fill", "areaclaim", [&pair] { return std::make_unique<AnyFill>(pair); }, ""});
    entrants.push_back({"geodesic_area", "areaclaim",
                        [&region] { return std::make_unique<GeodesicArea>(region); }, ""});
    const auto rows = bench::measure(entrants, arguments.seconds, arguments.limit);
    const auto edges = static_cast<double>(region.region().edge_count());
    const auto raw_edges = static_cast<double>(pair.before.edge_count() + pair.after.edge_count());
    const auto area = bench::min_of(rows, "ellipsoidal_area", "areaclaim");
    const auto proj = bench::min_of(rows, "ellipsoidal_area", "proj");
    const auto any_fill = bench::min_of(rows, "any_fill", "areaclaim");
    if (any_fill) {
        report.singles.push_back(
            {"any fill, raw NZZ features", "ns/edge", *any_fill * 1e9 / raw_edges, 45.0, true});
    }
    if (const auto geodesic = bench::min_of(rows, "geodesic_area", "areaclaim")) {
        report.singles.push_back(
            {"ellipsoidal area, geodesic edges", "ns/edge", *geodesic * 1e9 / edges, 25.0, true});
    }
    if (area && proj) {
        report.singles.push_back(
            {"ellipsoidal area, straight edges", "ns/edge", *area * 1e9 / edges, 2.5, true});
        report.singles.push_back(
            {"ellipsoidal area against PROJ geodesic", "×", *proj / *area, 220.0, false});
    }
}

void write(const std::string& path, const std::string& text) {
    std::ofstream out(path);
    out << text;
    if (!out.flush()) {
        throw std::runtime_error(path + ": cannot be written");
    }
}

void run(const Arguments& arguments) {
    Report report;
    report.machine = machine();
    report.limit_s = arguments.limit;
    const auto write_report = [&] { // after each case: what is done is kept, whatever comes
        write(arguments.out + ".md", bench::to_markdown(report));
        write(arguments.out + ".json", bench::to_json(report).dump(2) + "\n");
    };
    for (const bench::Case& c : bench::all_cases()) {
        if (c.name.find(arguments.only) == std::string::npos) {
            continue;
        }
        std::cerr << c.name << " …\n";
        report.cases.push_back(run_case(c, arguments));
        write_report();
    }
    run_singles(report, arguments);
    write_report();
    std::cout << bench::to_markdown(report);
    std::cerr << arguments.out << ".md, .json\n";
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app("Runs the benchmark suite and writes its report.");
    Arguments arguments;
    app.add_option("--seconds", arguments.seconds, "time to measure each operation for");
    app.add_option("--limit", arguments.limit, "longest wait for one run of an operation, s");
    app.add_option("--only", arguments.only, "cases whose name contains this");
    app.add_option("--peers", arguments.peers, "who takes part")->delimiter(',');
    app.add_option("--out", arguments.out, "report without its ending (.md, .json)");
    CLI11_PARSE(app, argc, argv);
    try {
        run(arguments);
    } catch (const std::exception& e) {
        std::cerr << "suite: " << e.what() << '\n';
        return 3;
    }
    return 0;
}
