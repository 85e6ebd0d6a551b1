// SPDX-License-Identifier: MIT
#include "benchmarks/measure.hpp"

#include "benchmarks/worker.hpp"

#include <algorithm>

namespace bench {
namespace {

constexpr int kTurns = 10;

/// The processor clock of a virtual machine now and then leaves a stretch out: no run takes less
/// than this share of the median.
constexpr double kLeastOfMedian = 0.3;

void summarise(std::vector<double> times, Row& row) {
    row.runs = times.size();
    if (times.empty()) {
        return;
    }
    std::sort(times.begin(), times.end());
    const std::size_t half = times.size() / 2;
    row.median_s = times.size() % 2 == 1 ? times[half] : (times[half - 1] + times[half]) / 2;
    row.min_s = *std::lower_bound(times.begin(), times.end(), kLeastOfMedian * row.median_s);
}

Row row_of(const Entrant& entrant, const Worker& worker, std::optional<Change> change,
           double Timing::*which) {
    Row row;
    row.what = entrant.what;
    row.who = entrant.who;
    row.change = change;
    row.error = worker.error();
    row.note = entrant.note;
    std::vector<double> times;
    for (const Timing& timing : worker.timings()) {
        times.push_back(timing.*which);
    }
    summarise(std::move(times), row);
    return row;
}

} // namespace

std::vector<Row> measure(const std::vector<Entrant>& entrants, double seconds,
                         double limit_seconds) {
    std::vector<std::unique_ptr<Worker>> workers;
    workers.reserve(entrants.size());
    for (const Entrant& entrant : entrants) {
        workers.push_back(std::make_unique<Worker>(entrant.make, limit_seconds));
    }
    std::vector<double> used(entrants.size(), 0.0);
    for (int turn = 0; turn < kTurns; ++turn) {
        for (std::size_t i = 0; i < workers.size(); ++i) {
            // A single run may take several turns' worth; it then sits out until it is due again.
            if (used[i] <= seconds * turn / kTurns) {
                const double start = now();
                workers[i]->turn(seconds / kTurns);
                used[i] += now() - start;
            }
        }
    }
    std::vector<Row> rows;
    for (std::size_t i = 0; i < workers.size(); ++i) {
        const std::optional<Change> change = workers[i]->change();
        rows.push_back(row_of(entrants[i], *workers[i], change, &Timing::seconds));
        if (entrants[i].area_row) {
            rows.push_back(row_of(entrants[i], *workers[i], change, &Timing::with_area_seconds));
            rows.back().what = "change_area";
        }
        workers[i].reset();
    }
    return rows;
}

} // namespace bench
