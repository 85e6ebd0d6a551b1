// SPDX-License-Identifier: MIT
#include "tools/report/language.hpp"

#include "engine/input_error.hpp"
#include "tools/embedded.hpp"
#include "tools/report/region_name.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <mutex>
#include <stdexcept>
#include <utility>

namespace report {

using engine::Band;
using engine::Date;
using engine::Interval;

namespace {

constexpr std::string_view kFolder = "report/reasons/";
constexpr std::string_view kLabels = "report/words/";
constexpr std::string_view kEnding = ".toml";

struct Parts {
    int day;
    unsigned month;
    int year;
};

std::pair<std::string_view, std::string_view> place(const engine::PackedText& text) {
    return {text.table, text.key};
}

Parts parts(Date date) {
    const std::chrono::year_month_day ymd(date.days());
    return {static_cast<int>(static_cast<unsigned>(ymd.day())), static_cast<unsigned>(ymd.month()),
            static_cast<int>(ymd.year())};
}

} // namespace

Language::Language(const std::string& code) {
    for (const std::string_view folder : {kFolder, kLabels}) {
        read(std::string(folder) + code + std::string(kEnding));
    }
    if (months_.size() != 12) {
        throw std::logic_error("'months' of " + code + " must name twelve");
    }
}

// As views: this is read at each start that says a sentence.
void Language::read(std::string_view path) {
    for (const engine::PackedText& each : engine::packed_texts(tools::asset_file(path).packed)) {
        if (each.key == "months") {
            months_.emplace_back(each.text);
        } else {
            texts_.push_back(each);
        }
    }
    std::ranges::sort(texts_, {}, place);
}

const Language& Language::of(std::string_view code) {
    static std::mutex guard;
    static std::map<std::string, Language, std::less<>> made; // those that were asked for
    const std::string name(code == "no" ? "nb" : code);
    const std::lock_guard lock(guard);
    if (const auto found = made.find(name); found != made.end()) {
        return found->second;
    }
    const auto known = codes();
    if (std::ranges::find(known, name) == known.end()) {
        std::string list;
        for (const std::string& each : known) {
            list += (list.empty() ? "" : ", ") + each;
        }
        throw engine::InputError("reasons are not given in '" + std::string(code) +
                                 "'; known are: " + list);
    }
    return made.emplace(name, Language(name)).first->second;
}

std::vector<std::string> Language::codes() {
    std::vector<std::string> found;
    for (const engine::EmbeddedFile& file : tools::embedded_files()) {
        if (file.path.starts_with(kFolder)) {
            const std::string_view name = file.path.substr(kFolder.size());
            found.emplace_back(name.substr(0, name.size() - kEnding.size()));
        }
    }
    return found;
}

std::string fill_in(std::string_view pattern, const std::map<std::string, std::string>& values,
                    const std::string& key) {
    std::string result;
    for (std::size_t at = 0; at < pattern.size();) {
        const std::size_t open = pattern.find('{', at);
        result += pattern.substr(at, open - at);
        if (open == std::string::npos) {
            break;
        }
        const std::size_t close = pattern.find('}', open);
        const auto value = values.find(std::string(pattern.substr(open + 1, close - open - 1)));
        if (close == std::string::npos || value == values.end()) {
            throw std::logic_error("the text of " + key + " names a value that it is not given");
        }
        result += value->second;
        at = close + 1;
    }
    return result;
}

std::optional<std::string_view> Language::find(std::string_view key) const {
    const std::size_t dot = std::min(key.find('.'), key.size());
    const std::pair wanted(key.substr(0, dot), key.substr(std::min(dot + 1, key.size())));
    const auto found = std::ranges::lower_bound(texts_, wanted, {}, place);
    return found != texts_.end() && place(*found) == wanted ? std::optional(found->text)
                                                            : std::nullopt;
}

std::string_view Language::at(std::string_view key) const {
    if (const auto found = find(key)) {
        return *found;
    }
    throw std::logic_error("no text of the key " + std::string(key));
}

std::map<std::string, std::string> Language::texts() const {
    std::map<std::string, std::string> all;
    for (const engine::PackedText& each : texts_) {
        all.emplace(std::string(each.table) + "." + std::string(each.key), each.text);
    }
    return all;
}

std::string Language::text(const std::string& key,
                           const std::map<std::string, std::string>& values) const {
    return fill_in(at(key), values, key);
}

std::string Language::number(double km2) const {
    const double size = std::abs(km2);
    return digits(km2, size >= 99.95 ? 0 : size >= 0.9995 ? 1 : 3);
}

std::string Language::digits(double value, int decimals) const {
    std::array<char, 400> text{}; // the largest double has 309 digits
    std::snprintf(text.data(), text.size(), "%.*f", decimals, std::abs(value));
    std::string digits = text.data();
    if (digits.find_first_not_of("0.") == std::string::npos) {
        return "0";
    }
    const std::size_t point = std::min(digits.find('.'), digits.size());
    if (point < digits.size()) {
        digits.replace(point, 1, at("words.decimal"));
    }
    for (std::size_t before = point; before > 3; before -= 3) {
        digits.insert(before - 3, at("words.thousands"));
    }
    return value < 0.0 ? "−" + digits : digits;
}

std::string Language::words(shapes::Area area) const {
    return text("words.area", {{"number", number(area.km2())}});
}

std::string Language::length(double km) const {
    constexpr double kLeastKm = 0.1;
    const bool metres = km > 0.0 && km < kLeastKm;
    std::array<char, 400> digits_of{};
    std::snprintf(digits_of.data(), digits_of.size(), "%.3g", metres ? 1000.0 * km : km);
    std::string digits = digits_of.data();
    if (const std::size_t point = digits.find('.'); point != std::string::npos) {
        digits.replace(point, 1, at("words.decimal"));
    }
    return text(metres ? "words.metres" : "words.kilometres", {{"number", digits}});
}

std::string Language::words(const engine::Reading& reading) const {
    const std::string kind = reading.kind.empty() ? "" : text("kind." + reading.kind);
    return text("reading." + reading.code,
                {{"name", region_name(reading.name, code())}, {"kind", kind}});
}

std::string Language::words(const Interval& interval) const {
    const auto& [low, high] = interval;
    if (low && high) {
        return words(Band{low->km2(), high->km2()});
    }
    return low    ? text("words.at_least", {{"area", words(*low)}})
           : high ? text("words.at_most", {{"area", words(*high)}})
                  : text("words.any");
}

std::string Language::words(const Band& band) const {
    return band.low_km2 == band.high_km2 ? text("words.area", {{"number", number(band.low_km2)}})
                                         : text("words.between", {{"low", number(band.low_km2)},
                                                                  {"high", number(band.high_km2)}});
}

std::string Language::words(Date day) const {
    const Parts p = parts(day);
    return text("words.day", {{"day", std::to_string(p.day)},
                              {"month", months_[p.month - 1]},
                              {"year", std::to_string(p.year)}});
}

std::string Language::words(Date first, Date last) const {
    if (first == last) {
        return words(last);
    }
    return text(last - first == 1 ? "words.either" : "words.from_to",
                {{"first", before(first, last)}, {"last", words(last)}});
}

std::string Language::before(Date first, Date last) const {
    const Parts a = parts(first);
    const Parts b = parts(last);
    const std::map<std::string, std::string> start{{"day", std::to_string(a.day)},
                                                   {"month", months_[a.month - 1]}};
    return a.year != b.year     ? words(first)
           : a.month != b.month ? text("words.day_of_year", start)
                                : text("words.day_of_month", start);
}

std::string Language::words(engine::Verdict verdict) const {
    return text("verdict." + std::string(name(verdict)));
}

std::string Language::words(engine::ErrorModel model) const {
    return text("model." + std::string(name(model)));
}

std::string Language::words(engine::Measure measure) const {
    return text("measure." + std::string(name(measure)));
}

} // namespace report
