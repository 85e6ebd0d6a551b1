// SPDX-License-Identifier: MIT
#include "tools/report/csv.hpp"

#include "tools/report/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace report {
namespace {

bool looks_like_formula(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size())); // what was a tab
    if (text.empty()) {
        return false;
    }
    const char first = text.front();
    if (first == '+' || first == '-') {
        double ignored = 0;
        const std::string_view digits = text.substr(1);
        const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), ignored);
        return parsed.ec != std::errc{} || parsed.ptr != digits.data() + digits.size();
    }
    return first == '=' || first == '@';
}

} // namespace

std::string csv_field(std::string_view text) {
    // Cleaned first: a mark that is taken out could stand before the sign of a formula. No line
    // break and no tab is left then.
    const std::string shown = clean(text);
    std::string field = (looks_like_formula(shown) ? "'" : "") + shown;
    if (field.find_first_of(",\"") == std::string::npos) {
        return field;
    }
    std::string quoted = "\"";
    for (const char c : field) {
        quoted += c == '"' ? "\"\"" : std::string(1, c);
    }
    return quoted + '"';
}

std::string csv_record(const std::vector<std::string>& fields) {
    std::string record;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        record += (i == 0 ? "" : ",") + csv_field(fields[i]);
    }
    return record + '\n';
}

std::string csv_number(double value) {
    if (!std::isfinite(value)) {
        return "";
    }
    std::array<char, 32> buffer{};
    const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), written.ptr};
}

} // namespace report
