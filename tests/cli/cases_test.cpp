// SPDX-License-Identifier: MIT
// Stored command lines with what they must print: tests/cli/cases/*.case. A line of such a file is
//   $ command    run in tests/cli/inputs; $SCRATCH is a folder to write to
//   > text       a line of standard output; all of them together are the whole output
//   ~ text       standard output has this somewhere
//   ! text       standard error has this somewhere
//   / text       neither stream has this anywhere
//   = code       the exit code; 0 where there is no such line
// and anything else is a remark. A file may hold several commands.
#include "tests/cli/program.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <filesystem>
#include <sstream>

namespace {

struct Case {
    std::string command;
    std::string out;
    bool has_out = false;
    std::vector<std::string> in_out;
    std::vector<std::string> in_err;
    std::vector<std::string> nowhere;
    int code = 0;
};

std::vector<Case> read_cases(const std::string& path) {
    std::vector<Case> cases;
    std::istringstream lines(cli::text_of(path));
    for (std::string line; std::getline(lines, line);) {
        const std::string rest = line.size() > 2 ? line.substr(2) : "";
        const char kind = line.empty() ? ' ' : line.front();
        if (kind == '$') {
            cases.push_back({});
            cases.back().command = rest;
        } else if (cases.empty()) {
            continue;
        } else if (kind == '>') {
            cases.back().out += rest + '\n';
            cases.back().has_out = true;
        } else if (kind == '~') {
            cases.back().in_out.push_back(rest);
        } else if (kind == '!') {
            cases.back().in_err.push_back(rest);
        } else if (kind == '/') {
            cases.back().nowhere.push_back(rest);
        } else if (kind == '=') {
            cases.back().code = std::stoi(rest);
        }
    }
    return cases;
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

void check(const Case& expected) {
    const cli::Ran ran = cli::run(expected.command);
    CAPTURE(expected.command);
    CAPTURE(ran.out);
    CAPTURE(ran.err);
    CHECK(ran.code == expected.code);
    if (expected.has_out) {
        CHECK(ran.out == expected.out);
    }
    for (const std::string& part : expected.in_out) {
        CAPTURE(part);
        CHECK(has(ran.out, part));
    }
    for (const std::string& part : expected.in_err) {
        CAPTURE(part);
        CHECK(has(ran.err, part));
    }
    for (const std::string& part : expected.nowhere) {
        CAPTURE(part);
        CHECK_FALSE(has(ran.out + ran.err, part));
    }
    for (const char* crash : {"Sanitizer", "runtime error", "terminate called", "core dumped"}) {
        CHECK_FALSE(has(ran.err, crash));
    }
}

} // namespace

TEST_CASE("every stored command line prints what is stored with it") {
    std::vector<std::string> paths;
    for (const auto& entry : std::filesystem::directory_iterator(std::string(AREACLAIM_SOURCE_DIR) +
                                                                 "/tests/cli/cases")) {
        paths.push_back(entry.path().string());
    }
    std::sort(paths.begin(), paths.end());
    REQUIRE(paths.size() >= 4);
    for (const std::string& path : paths) {
        INFO(path);
        const std::vector<Case> cases = read_cases(path);
        CHECK_FALSE(cases.empty());
        for (const Case& one : cases) {
            check(one);
        }
    }
}
