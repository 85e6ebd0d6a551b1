// SPDX-License-Identifier: MIT
#include "tools/report/warning_text.hpp"

#include "tools/report/region_name.hpp"

#include <map>

namespace report {
namespace {

using engine::WarningCode;
using Values = std::map<std::string, std::string>;

std::string unit_name(const std::string& id, const Language& in) {
    return std::string(in.find("unit." + id).value_or(id));
}

/// The values that a warning's facts put into its text.
class WarningFacts {
  public:
    explicit WarningFacts(const Language& in) : in_(in) {}

    Values operator()(std::monostate) const { return {}; }
    Values operator()(const std::string& named) const {
        return {{"name", region_name(named, in_.code())},
                {"unit", unit_name(named, in_)},
                {"words", in_.text("report.quote", {{"text", named}})}};
    }
    Values operator()(const engine::Reading& reading) const {
        return {{"reading", in_.words(reading)}};
    }
    Values operator()(const engine::ConversionFigures& figures) const {
        return {{"figure", in_.words(shapes::Area::from_km2(figures.figure_km2))},
                {"converted", in_.digits(figures.converted, figures.converted < 100.0 ? 2 : 0)},
                {"stated", in_.digits(figures.stated, figures.stated < 100.0 ? 2 : 0)},
                {"unit", unit_name(figures.unit, in_)}};
    }
    Values operator()(const engine::VaryingRegion& region) const {
        return {{"name", region_name(region.name, in_.code())}, {"note", region.note}};
    }

  private:
    const Language& in_;
};

} // namespace

std::string warning_text(const engine::ClaimWarning& warning, const Language& in) {
    const char* code = warning.code == WarningCode::day_before_unsaid
                           ? "day_before_unsaid" // "day_unresolved" for programs
                           : engine::name(warning.code);
    return in.text(std::string("warning.") + code, std::visit(WarningFacts(in), warning.facts));
}

} // namespace report
