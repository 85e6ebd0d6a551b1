// SPDX-License-Identifier: MIT
#include "tests/support/case_file.hpp"

#include "tests/support/wkt.hpp"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace support {
namespace {

double number(const std::string& text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) {
        throw std::invalid_argument("not a number: " + text);
    }
    return value;
}

shapes::FillRule fill_rule(const std::string& text) {
    if (text == "evenodd") {
        return shapes::FillRule::evenodd;
    }
    if (text != "nonzero") {
        throw std::invalid_argument("not a fill rule: " + text);
    }
    return shapes::FillRule::nonzero;
}

void set(CaseFile& out, const std::string& key, const std::string& value) {
    if (key == "about") {
        out.about = value;
    } else if (key == "origin") {
        out.origin = value;
    } else if (key == "fill") {
        out.fill = fill_rule(value);
    } else if (key == "before") {
        out.before = from_wkt(value);
    } else if (key == "after") {
        out.after = from_wkt(value);
    } else if (key == "lost_m2") {
        out.lost_m2 = number(value);
    } else if (key == "gained_m2") {
        out.gained_m2 = number(value);
    } else if (key == "common_m2") {
        out.common_m2 = number(value);
    } else if (key == "allowed_m2") {
        out.allowed_m2 = number(value);
    } else {
        throw std::invalid_argument("unknown key: " + key);
    }
}

} // namespace

CaseFile read_case(const std::string& path) {
    std::ifstream in(path);
    CaseFile out;
    out.path = path;
    std::string line;
    for (int row = 1; std::getline(in, line); ++row) {
        if (line.empty() || line.front() == '#') {
            continue;
        }
        const std::size_t colon = line.find(": ");
        try {
            if (colon == std::string::npos) {
                throw std::invalid_argument("not `key: value`");
            }
            set(out, line.substr(0, colon), line.substr(colon + 2));
        } catch (const std::invalid_argument& e) {
            throw std::invalid_argument(path + ":" + std::to_string(row) + ": " + e.what());
        }
    }
    if (out.origin.empty()) {
        throw std::invalid_argument(path + ": names no origin of its values");
    }
    return out;
}

std::vector<CaseFile> read_cases(const std::string& folder) {
    std::vector<std::string> paths;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".case") {
            paths.push_back(entry.path().string());
        }
    }
    std::sort(paths.begin(), paths.end());
    std::vector<CaseFile> cases;
    for (const std::string& path : paths) {
        cases.push_back(read_case(path));
    }
    return cases;
}

} // namespace support
