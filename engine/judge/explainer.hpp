// SPDX-License-Identifier: MIT
#pragma once

#include "engine/judge/reasons.hpp"

#include <cstdio>
#include <string>
#include <vector>

namespace engine {

/// A value for machines: km² in full.
inline std::string plain(shapes::Area area) {
    char text[400]; // the largest double has 309 digits
    std::snprintf(text, sizeof text, "%.6f", area.km2());
    return text;
}

inline std::string plain_km(double km) {
    char text[64];
    std::snprintf(text, sizeof text, "%g", km);
    return text;
}

/// Carries the reasons of one verdict into their language.
class Explainer {
  public:
    Explainer(SourceVerdict& verdict, const Grounds& grounds)
        : v_(verdict), g_(grounds), e_(grounds.evaluation), in_(grounds.language) {}

    void run() {
        contradiction();
        coverage();
        if (too_rough()) {
            comparison();
        }
        day();
        baseline();
        if (!too_rough()) {
            comparison();
        }
        doubts();
        assumptions();
        sensitivity();
        reached();
        classes();
        file_of_day();
        readings();
        boundary_error();
        simulation();
        if (v_.verdict == Verdict::undecidable) {
            v_.would_decide = would_decide();
        }
    }

  private:
    Said said(shapes::Area area) const { return {plain(area), in_.words(area)}; }
    Said said(Date day) const { return {day.iso(), in_.words(day)}; }
    Said said(const Interval& interval) const {
        return {Language::of("en").words(interval), in_.words(interval)};
    }
    Said said(Verdict verdict) const { return {name(verdict), in_.words(verdict)}; }
    static Said said(const std::string& text) { return {text, text}; }
    void add(const char* code, const std::vector<std::string>& keys, const SaidValues& values) {
        v_.reasons.push_back(say(in_, code, keys, values));
    }

    void contradiction();
    void coverage();
    void omissions();
    void day();
    void baseline();
    void comparison();
    std::string comparison_key() const;
    void other_measure();
    bool above() const { return open_end(g_.claim.figure.hedge) == OpenEnd::above; }
    void doubts();
    void assumptions();
    void sensitivity();
    void turns(const Shift& shift);
    std::string map_hour() const;
    void reached();
    void classes();
    void file_of_day();
    void readings();
    void boundary_error();
    Said position_sigma() const;
    void simulation();
    std::string would_decide() const;
    /// The maps would decide if they were drawn exactly.
    bool too_rough() const { return g_.too_rough && v_.verdict == Verdict::undecidable; }
    bool turns_on(bool day) const;
    std::string missing_map(const AsOf& as_of, Date day) const;
    Date date(std::size_t snapshot) const { return g_.timeline.snapshots[snapshot].date; }

    SourceVerdict& v_;
    const Grounds& g_;
    const Evaluation& e_;
    const Language& in_;
};

} // namespace engine
