// SPDX-License-Identifier: MIT
#include "tools/report/region_name.hpp"

#include "engine/yardsticks/yardstick.hpp"

#include <algorithm>
#include <cmath>

namespace report {
namespace {

/// As few decimals as tell it to half a percent, three at the most.
std::string few_digits(double value, const Language& in) {
    int decimals = 0;
    for (double unit = 1;
         decimals < 3 && std::abs(std::round(value / unit) * unit - value) > 0.005 * value;
         unit /= 10) {
        ++decimals;
    }
    return in.digits(value, decimals);
}

} // namespace

std::string region_name(const std::string& english, std::string_view lang) {
    constexpr std::string_view kAnd = " + ";
    if (const std::size_t at = english.find(kAnd); at != std::string::npos) {
        return region_name(english.substr(0, at), lang) + std::string(kAnd) +
               region_name(english.substr(at + kAnd.size()), lang);
    }
    const auto all = engine::yardsticks();
    const auto found = std::ranges::find(all, english, &engine::Yardstick::name);
    return found == all.end() ? english : engine::name_in(*found, lang);
}

std::string yardstick_words(const engine::TextClaim& claim, const Language& in) {
    std::string name = region_name(claim.yardstick, in.code());
    const double times = claim.ratio.value_or(1.0);
    if (name.empty() || times == 1.0 || !(times > 0.0)) {
        return name;
    }
    const bool several = claim.yardstick.find(" + ") != std::string::npos;
    return few_digits(times, in) + " × " + (several ? "(" + name + ")" : name);
}

} // namespace report
