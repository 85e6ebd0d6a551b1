// SPDX-License-Identifier: MIT
#include "tools/report/consistency_text.hpp"

#include "tools/report/text.hpp"

namespace report {
namespace {

class FindingWords {
  public:
    explicit FindingWords(const Figures& figures) : figures_(figures), in_(figures.language()) {}

    std::string operator()(const engine::IncreaseFigures& f) const {
        return in_.text("consistency.increase", {{"later", km2(f.later_km2)},
                                                 {"earlier", km2(f.earlier_km2)},
                                                 {"difference", km2(f.later_km2 - f.earlier_km2)},
                                                 {"stated", km2(f.stated_km2)}});
    }
    std::string operator()(const engine::SizeFigures& f) const {
        return in_.text("consistency.size",
                        {{"figure", km2(f.figure_km2)},
                         {"ratio", in_.digits(f.figure_km2 / f.size_km2, 2)},
                         {"words", in_.text("report.quote", {{"text", f.words}})},
                         {"size", km2(f.size_km2)}});
    }
    std::string operator()(const engine::SettlementFigures& f) const {
        return in_.text("consistency.settlements", {{"figure", km2(f.figure_km2)},
                                                    {"settlements", in_.digits(f.settlements, 0)},
                                                    {"each", km2(f.figure_km2 / f.settlements)}});
    }
    std::string operator()(const engine::TotalFigures& f) const {
        return in_.text("consistency.fall", {{"later", km2(f.later_km2)},
                                             {"later_day", in_.words(f.later)},
                                             {"earlier", km2(f.earlier_km2)},
                                             {"earlier_day", in_.words(f.earlier)}});
    }
    std::string operator()(const engine::RivalFigures& f) const {
        return in_.text("consistency.rivals", {{"one", km2(f.one_km2)},
                                               {"other", km2(f.other_km2)},
                                               {"since", in_.before(f.since, f.as_of)},
                                               {"as_of", in_.words(f.as_of)}});
    }

  private:
    std::string km2(double value) const { return figures_.words(shapes::Area::from_km2(value)); }

    const Figures& figures_;
    const Language& in_;
};

} // namespace

std::string consistency_text(const engine::ConsistencyFigures& found, const Figures& figures) {
    return std::visit(FindingWords(figures), found);
}

std::string consistency_line(const engine::ConsistencyFinding& finding, const Figures& figures) {
    std::string ids;
    for (const std::string& id : finding.claims) {
        ids += (ids.empty() ? "" : ", ") + clean(id);
    }
    return ids + ": " + clean(consistency_text(finding.figures, figures));
}

} // namespace report
