// SPDX-License-Identifier: MIT
#include "tools/areaclaim/nearest.hpp"

#include <algorithm>

namespace areaclaim {
namespace {

constexpr std::size_t kLongestTyped = 64; // no name of ours is near anything longer
constexpr std::size_t kLeastBeginning = 3;

} // namespace

std::size_t typing_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before_last(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        last[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], before_last[j - 2] + 1);
            }
        }
        before_last.swap(last);
        last.swap(row);
    }
    return last[b.size()];
}

std::string nearest_name(std::string_view typed, const std::vector<std::string>& names) {
    if (typed.size() > kLongestTyped) {
        return "";
    }
    std::string best;
    std::size_t least = typed.size();
    std::string begun;
    std::size_t beginnings = 0;
    for (const std::string& name : names) {
        const std::size_t distance = typing_distance(typed, name);
        if (distance < least && distance <= std::max<std::size_t>(1, name.size() / 3)) {
            best = name;
            least = distance;
        }
        if (typed.size() >= kLeastBeginning && name.starts_with(typed)) {
            begun = name;
            ++beginnings;
        }
    }
    return beginnings == 1 ? begun : best;
}

} // namespace areaclaim
