// SPDX-License-Identifier: MIT
// What a person sees first: twelve lines a claim, in every language, on a terminal of sixty
// columns and more.
#include "tests/cli/program.hpp"

#include <doctest/doctest.h>
#include <sstream>
#include <string>
#include <vector>

namespace {

/// The lines of each block of a text; blocks are parted by empty lines.
std::vector<std::vector<std::string>> blocks(const std::string& text) {
    std::vector<std::vector<std::string>> result(1);
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        if (line.empty()) {
            result.emplace_back();
        } else {
            result.back().push_back(line);
        }
    }
    return result;
}

} // namespace

TEST_CASE("a claim takes at most twelve lines, in every language, from sixty columns on") {
    const std::string example = "../../../examples/kharkiv-2022/";
    for (const std::string language : {"en", "da", "no", "de", "uk"}) {
        for (const std::string columns : {"60", "80", "100", "160"}) {
            CAPTURE(language);
            CAPTURE(columns);
            const cli::Ran ran =
                cli::run("COLUMNS=" + columns + " areaclaim verify --quiet --report-lang " +
                         language + " " + example + "case.toml");
            REQUIRE(ran.code == 0);
            std::size_t claims = 0;
            for (const auto& block : blocks(ran.out)) {
                // A claim's block begins with its verdict, and its words are quoted below.
                const bool is_claim = block.size() > 2 && block[0].find("  ") > 0 &&
                                      (block[1].starts_with("  “") || block[1].starts_with("  „") ||
                                       block[1].starts_with("  «") || block[1].starts_with("  »"));
                claims += is_claim ? 1 : 0;
                CHECK((!is_claim || block.size() <= 12));
            }
            CHECK(claims == 8);
        }
    }
}
