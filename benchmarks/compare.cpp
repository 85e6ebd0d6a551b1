// SPDX-License-Identifier: MIT
// The pair benchmark: two files, every operation of ours and of the peers, in one run.
#include "benchmarks/maps.hpp"
#include "benchmarks/measure.hpp"
#include "benchmarks/rows.hpp"
#include "shapes/validity/validate.hpp"

#include <CLI/CLI.hpp>
#include <iostream>
#include <nlohmann/json.hpp>

namespace {

struct Arguments {
    std::string before;
    std::string after;
    bool json = false;
    double seconds = 1.0;
    double limit = 30.0;
    std::vector<std::string> peers{"geos", "clipper1", "boost", "cgal", "geod"};
    std::string profile;
};

void setup(CLI::App& app, Arguments& arguments) {
    app.add_option("BEFORE", arguments.before, "map of the earlier date")->required();
    app.add_option("AFTER", arguments.after, "map of the later date")->required();
    app.add_flag("--json", arguments.json, "one JSON document instead of the table");
    app.add_option("--seconds", arguments.seconds, "time to measure each operation for")
        ->check(CLI::PositiveNumber);
    app.add_option("--limit", arguments.limit, "longest wait for one run of an operation, s")
        ->check(CLI::PositiveNumber);
    app.add_option("--peers", arguments.peers, "who takes part; GDAL's reader always does")
        ->delimiter(',')
        ->check(CLI::IsMember({"geos", "clipper1", "boost", "cgal", "geod"}));
    app.add_option("--profile", arguments.profile,
                   "how to read the files: a built-in profile's name");
}

void append(std::vector<bench::Row>& rows, std::vector<bench::Row> more) {
    rows.insert(rows.end(), more.begin(), more.end());
}

void run(const Arguments& arguments) {
    const bench::Peers peers{{arguments.peers.begin(), arguments.peers.end()}};
    const bench::Map before = bench::read_map(arguments.before, arguments.profile);
    const bench::Map after = bench::read_map(arguments.after, arguments.profile);
    const shapes::ValidRegion valid_before = shapes::validate(before.drawn).region;
    const shapes::ValidRegion valid_after = shapes::validate(after.drawn).region;

    std::vector<bench::Row> rows;
    const auto measure = [&](const std::vector<bench::Entrant>& entrants) {
        append(rows, bench::measure(entrants, arguments.seconds, arguments.limit));
    };
    measure(bench::difference_entrants(valid_before, valid_after, peers));
    measure({bench::validate_entrant(before.drawn)});
    measure(bench::area_entrants(valid_before, peers));
    measure(bench::read_entrants(arguments.before, before.json_pointer));

    const std::size_t n = valid_before.region().edge_count();
    const std::size_t m = valid_after.region().edge_count();
    if (arguments.json) {
        const nlohmann::json out{{"before", arguments.before},
                                 {"after", arguments.after},
                                 {"vertices", {n, m}},
                                 {"clock", "processor time, one thread"},
                                 {"rows", bench::to_json(rows)}};
        std::cout << out.dump(2) << '\n';
    } else {
        std::cout << n << " and " << m << " vertices; peers yield one difference, we both\n";
        bench::print_table(std::cout, rows);
    }
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app("Measures our operations and the peers', interleaved, on two maps.");
    Arguments arguments;
    setup(app, arguments);
    CLI11_PARSE(app, argc, argv);
    try {
        run(arguments);
    } catch (const std::exception& e) {
        std::cerr << "compare: " << e.what() << '\n';
        return 3;
    }
    return 0;
}
