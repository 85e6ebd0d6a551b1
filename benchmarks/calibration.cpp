// SPDX-License-Identifier: MIT
// calibration [--cases N] [--seed S] [--threads T] [--out FOLDER]: do the intervals and
// probabilities keep what they say? Exit 1 where they do not. Writes calibration.md and
// calibration.svg.
#include "benchmarks/calibration.hpp"

#include "shapes/io/atomic_file.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <thread>

int main(int argc, char** argv) {
    CalibrationOptions options;
    options.threads = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    std::string out = std::string(AREACLAIM_BINARY_DIR) + "/benchmarks";
    CLI::App app("Whether the intervals and probabilities of a verdict keep what they say");
    app.add_option("--cases", options.cases, "Cases of each model")->check(CLI::Range(1, 1000000));
    app.add_option("--simulated", options.simulated, "Simulated cases of each model");
    app.add_option("--runs", options.runs, "Runs of each simulation")->check(CLI::Range(2, 100000));
    app.add_option("--seed", options.seed, "Of the random numbers");
    app.add_option("--threads", options.threads)->check(CLI::Range(1, 256));
    app.add_option("--out", out, "Folder of the report");
    CLI11_PARSE(app, argc, argv);
    std::filesystem::create_directories(out); // before the work, not after it
    const std::vector<ModelCalibration> models{calibrate(engine::ErrorModel::redrawn, options),
                                               calibrate(engine::ErrorModel::retraced, options)};
    const std::string report = calibration_report(models, options);
    shapes::write_file(out + "/calibration.md", report);
    shapes::write_file(out + "/calibration.svg", calibration_plot(models));
    std::fputs(report.c_str(), stdout);
    const auto broken = broken_promises(models);
    for (const std::string& line : broken) {
        std::fprintf(stderr, "calibration: %s\n", line.c_str());
    }
    return broken.empty() ? 0 : 1;
}
