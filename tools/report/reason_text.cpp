// SPDX-License-Identifier: MIT
#include "tools/report/reason_text.hpp"

#include "tools/report/alarm_text.hpp"
#include "tools/report/region_name.hpp"

#include <array>
#include <cstdio>
#include <filesystem>

namespace report {
namespace {

using engine::Band;
using engine::Date;
using engine::Interval;

/// A value as a sentence of a language has it.
class Words {
  public:
    explicit Words(const Language& in) : in_(in) {}
    Words(const Figures& figures, const std::optional<shapes::Area>& sigma)
        : in_(figures.language()), figures_(&figures), sigma_(sigma) {}

    /// Of what was said or published, which no error of a drawing rounds.
    Words exact() const {
        Words words = *this;
        words.sigma_.reset();
        return words;
    }

    std::string operator()(shapes::Area area) const {
        return figures_ != nullptr ? figures_->words(area, sigma_) : in_.words(area);
    }
    std::string operator()(engine::SignedArea area) const {
        return (*this)(area.area < shapes::Area{} ? -area.area : area.area);
    }
    std::string operator()(engine::Length length) const { return in_.length(length.km); }
    std::string operator()(const Interval& interval) const {
        return figures_ != nullptr ? figures_->words(interval, sigma_) : in_.words(interval);
    }
    std::string operator()(const Band& band) const {
        return figures_ != nullptr ? figures_->words(band) : in_.words(band);
    }
    std::string operator()(Date day) const { return in_.words(day); }
    std::string operator()(std::uint64_t count) const { return std::to_string(count); }
    std::string operator()(engine::Verdict verdict) const { return in_.words(verdict); }
    std::string operator()(engine::Measure measure) const { return in_.words(measure); }
    std::string operator()(engine::ErrorModel model) const { return in_.words(model); }
    std::string operator()(engine::ControlClass level) const { return name(level); }
    std::string operator()(engine::AlarmCode code) const { return name(code); }
    std::string operator()(const engine::AlarmFacts& facts) const { return parts_text(facts, in_); }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(const engine::Reading& reading) const { return in_.words(reading); }
    std::string operator()(const engine::ProfileWords& words) const {
        const auto translated = words.in.find(in_.code());
        return translated == words.in.end() ? words.text : translated->second;
    }
    std::string operator()(const std::vector<engine::SourceAnswer>& answers) const {
        std::string list;
        for (const engine::SourceAnswer& answer : answers) {
            list += (list.empty() ? "" : ", ") + answer.source + ": " +
                    (answer.covered ? in_.words(answer.verdict) : in_.text("words.uncovered"));
        }
        return list;
    }
    std::string operator()(const std::vector<engine::MeasureChoice>& choices) const {
        std::string list;
        for (const engine::MeasureChoice& choice : choices) {
            list += (list.empty() ? "" : "; ") + measure_alone(choice.measure, in_) + ": " +
                    (choice.measured ? (*this)(*choice.measured) + ", " : "") +
                    in_.words(choice.verdict);
        }
        return list;
    }

  private:
    const Language& in_;
    const Figures* figures_ = nullptr;
    std::optional<shapes::Area> sigma_ = std::nullopt;
};

/// A value as programs have it, whatever the language; the few that are sentences themselves are
/// so in English, but for what only the profile of a source words.
class Plain {
  public:
    explicit Plain(const Language& in) : in_(in) {}

    std::string operator()(shapes::Area area) const { return km2(area.km2()); }
    std::string operator()(engine::SignedArea area) const { return (*this)(area.area); }
    std::string operator()(engine::Length length) const { return km(length.km); }
    std::string operator()(const Interval& interval) const { return english_(interval); }
    std::string operator()(const Band& band) const { return english_(band); }
    std::string operator()(Date day) const { return day.iso(); }
    std::string operator()(std::uint64_t count) const { return std::to_string(count); }
    std::string operator()(engine::Verdict verdict) const { return name(verdict); }
    std::string operator()(engine::Measure measure) const { return name(measure); }
    std::string operator()(engine::ErrorModel model) const { return name(model); }
    std::string operator()(engine::ControlClass level) const { return name(level); }
    std::string operator()(engine::AlarmCode code) const { return name(code); }
    std::string operator()(const engine::AlarmFacts& facts) const { return english_(facts); }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(const engine::Reading& reading) const { return reading.code; }
    std::string operator()(const engine::ProfileWords& words) const { return Words(in_)(words); }
    std::string operator()(const std::vector<engine::SourceAnswer>& answers) const {
        std::string list;
        for (const engine::SourceAnswer& answer : answers) {
            list += (list.empty() ? "" : ", ") + answer.source + ": " +
                    (answer.covered ? name(answer.verdict) : "not covered");
        }
        return list;
    }
    std::string operator()(const std::vector<engine::MeasureChoice>& choices) const {
        std::string list;
        for (const engine::MeasureChoice& choice : choices) {
            list += std::string(list.empty() ? "" : ", ") + name(choice.measure) + ": " +
                    name(choice.verdict);
        }
        return list;
    }

  private:
    static std::string km2(double value) {
        std::array<char, 400> text{}; // the largest double has 309 digits
        std::snprintf(text.data(), text.size(), "%.6f", value);
        return text.data();
    }
    static std::string km(double value) {
        std::array<char, 64> text{};
        std::snprintf(text.data(), text.size(), "%g", value);
        return text.data();
    }

    const Language& in_;
    Words english_{Language::of("en")};
};

template<class Visitor>
std::map<std::string, std::string> all_of(const engine::ReasonValues& values,
                                          const Visitor& visitor) {
    std::map<std::string, std::string> texts;
    for (const auto& [key, value] : values) {
        texts[key] = std::visit(visitor, value);
    }
    return texts;
}

std::string days_text(const engine::WantedMap& wanted, const Language& in) {
    const auto& [first, last] = wanted;
    return first && last ? in.words(*first, *last)
           : first       ? in.text("would_decide.or_later", {{"day", in.words(*first)}})
           : last        ? in.text("would_decide.or_earlier", {{"day", in.words(*last)}})
                         : "";
}

std::string maps_text(const engine::WouldDecide& wanted, const Language& in) {
    const std::string day = wanted.day ? days_text(*wanted.day, in) : "";
    if (!wanted.baseline) {
        return in.text("would_decide.day", {{"days", day}});
    }
    const std::string baseline = days_text(*wanted.baseline, in);
    return wanted.day ? in.text("would_decide.both", {{"days", day}, {"baseline_days", baseline}})
                      : in.text("would_decide.baseline", {{"days", baseline}});
}

} // namespace

const Language& language_of(const engine::Verification& verification) {
    const auto& options = verification.provenance.options;
    const auto asked = options.find("reasons_lang");
    return Language::of(asked == options.end() ? "en" : asked->second);
}

namespace {

std::string sentences(const engine::Reason& reason, const Words& words, const Language& in) {
    auto values = all_of(reason.values, words);
    for (const char* stated : {"figure_km2", "limit_km2", "published_km2", "rate_km2"}) {
        if (const auto value = reason.values.find(stated); value != reason.values.end()) {
            values[stated] = std::visit(words.exact(), value->second);
        }
    }
    for (const char* region : {"part", "region"}) {
        if (const auto named = values.find(region); named != values.end()) {
            named->second = region_name(named->second, in.code());
        }
    }
    if (const auto path = values.find("path"); path != values.end()) {
        // The whole stands with its SHA-256 in the provenance; a reader wants to know which.
        path->second = std::filesystem::path(path->second).filename().string();
    }
    std::string text;
    for (const engine::Remark remark : reason.remarks) {
        text += (text.empty() ? "" : " ") +
                in.text(std::string("reason.") + engine::name(remark), values);
    }
    return text;
}

} // namespace

std::string reason_text(const engine::Reason& reason, const Language& in) {
    return sentences(reason, Words(in), in);
}

std::string reason_text(const engine::Reason& reason, const Figures& figures,
                        const std::optional<shapes::Area>& sigma) {
    return sentences(reason, Words(figures, sigma), figures.language());
}

std::map<std::string, std::string> reason_values(const engine::Reason& reason, const Language& in) {
    return all_of(reason.values, Plain(in));
}

std::string would_decide_text(const engine::WouldDecide& wanted, const Language& in) {
    using What = engine::WouldDecide::What;
    switch (wanted.what) {
    case What::nothing:
        return "";
    case What::exact_map:
        return in.text("would_decide.exact");
    case What::maps:
        return maps_text(wanted, in);
    case What::share_needs_region:
        return in.text("would_decide.share_needs_region");
    case What::rate_needs_window:
        return in.text("would_decide.rate_needs_window");
    case What::window_is_empty:
        return in.text("would_decide.window_is_empty");
    case What::other_maps:
        return in.text("would_decide.other_maps");
    }
    return "";
}

std::string measure_alone(engine::Measure measure, const Language& in) {
    std::string words = in.words(measure);
    if (words.ends_with(',')) {
        words.pop_back();
    }
    return words;
}

} // namespace report
