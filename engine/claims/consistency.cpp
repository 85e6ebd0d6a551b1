// SPDX-License-Identifier: MIT
#include "engine/claims/consistency.hpp"

#include "shapes/types/enum_names.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace engine {
namespace {

constexpr std::size_t kMostClaims = 60;

/// km² to a settlement, outside of which either figure is doubtful: Ukraine has about 20 km² to a
/// settlement (603,550 km², 29,700 settlements), its steppe about 30, and the press often counts
/// only the larger ones; 2,000 km² with "some 30 towns and villages" make 67.
constexpr double kFewestKm2PerSettlement = 1.0;
constexpr double kMostKm2PerSettlement = 300.0;

constexpr auto kNames = shapes::enum_names<ConsistencyCode, ConsistencyCode::figures_differ>(
    "extra_fits", "extra_differs", "comparison_fits", "comparison_loose", "comparison_differs",
    "settlements_per_area", "settlements_unlikely", "cumulative_falls", "figures_differ");

bool opposed(const TextClaim& a, const TextClaim& b) {
    return a.direction != ClaimDirection::kUnknown && b.direction != ClaimDirection::kUnknown &&
           a.direction != b.direction;
}

/// Whether both speak of the same change, which can then be set against each other: what is held is
/// never compared with what changed hands, nor one fire with another.
bool same_change(const TextClaim& a, const TextClaim& b) {
    return a.measure && b.measure && *a.measure == *b.measure && *a.measure != Measure::held &&
           a.place == b.place;
}

bool is_lower_bound(const TextClaim& claim) {
    return claim.hedge == "more_than" || claim.hedge == "at_least";
}

bool is_upper_bound(const TextClaim& claim) {
    return claim.hedge == "less_than" || claim.hedge == "up_to" || claim.hedge == "almost";
}

/// Whether a is above b beyond what the wording of both allows: "more than 500" is not below 800.
bool is_above(const TextClaim& a, const TextClaim& b) {
    return !is_lower_bound(b) && !is_upper_bound(a) && a.lenient->low_km2 > b.lenient->high_km2;
}

bool same_days(const TextClaim& a, const TextClaim& b) {
    return a.since.date == b.since.date && a.as_of.date == b.as_of.date;
}

double half_width(const TextClaim& claim) {
    return (claim.lenient->high_km2 - claim.lenient->low_km2) / 2.0;
}

class Checker {
  public:
    explicit Checker(std::span<const TextClaim> claims) : claims_(claims) {
        for (std::size_t i = 0; i < claims.size(); ++i) {
            const TextClaim& c = claims[i];
            const bool figure = c.figure_km2 && c.lenient && c.strict;
            if (c.kind == ClaimKind::kArea && figure && areas_.size() < kMostClaims) {
                areas_.push_back(i);
            } else if (c.kind == ClaimKind::kYardstick && figure && sizes_.size() < kMostClaims) {
                sizes_.push_back(i);
            } else if (c.kind == ClaimKind::kCount && c.count && counts_.size() < kMostClaims) {
                counts_.push_back(i);
            }
        }
    }

    std::vector<Consistency> run() {
        extras();
        comparisons();
        settlements();
        for (std::size_t x = 0; x < areas_.size(); ++x) {
            for (std::size_t y = x + 1; y < areas_.size(); ++y) {
                falls(areas_[x], areas_[y]);
                differ(areas_[x], areas_[y]);
            }
        }
        return std::move(out_);
    }

  private:
    void add(ConsistencyCode code, bool agrees, std::vector<std::size_t> claims,
             ConsistencyFigures figures) {
        out_.push_back({code, agrees, std::move(claims), std::move(figures)});
    }

    // 2,000 by Saturday less 1,000 by Thursday is the extra 1,000 from Thursday to Saturday.
    void extras() {
        for (const std::size_t later : areas_) {
            for (const std::size_t earlier : areas_) {
                for (const std::size_t extra : areas_) {
                    check_extra(later, earlier, extra);
                }
            }
        }
    }

    void check_extra(std::size_t later, std::size_t earlier, std::size_t extra) {
        const TextClaim& a = claims_[later];
        const TextClaim& b = claims_[earlier];
        const TextClaim& c = claims_[extra];
        if (later == earlier || extra == later || extra == earlier || !same_change(a, b) ||
            !same_change(a, c) || opposed(a, b) || opposed(a, c) || !a.as_of.date ||
            !b.as_of.date || !c.since.date || !c.as_of.date) {
            return;
        }
        const bool windows = *b.as_of.date < *a.as_of.date && *c.since.date == *b.as_of.date &&
                             *c.as_of.date == *a.as_of.date;
        const bool a_is_total = !a.since.date || *a.since.date < *b.as_of.date;
        const bool b_is_total = !b.since.date || *b.since.date < *b.as_of.date;
        if (!windows || !a_is_total || !b_is_total) {
            return;
        }
        const double difference = *a.figure_km2 - *b.figure_km2;
        const bool agrees =
            std::abs(difference - *c.figure_km2) <= half_width(a) + half_width(b) + half_width(c);
        add(agrees ? ConsistencyCode::extra_fits : ConsistencyCode::extra_differs, agrees,
            {later, earlier, extra}, IncreaseFigures{*a.figure_km2, *b.figure_km2, *c.figure_km2});
    }

    // The last figure before a comparison, for the same days.
    void comparisons() {
        for (const std::size_t size : sizes_) {
            std::size_t beside = size;
            for (const std::size_t area : areas_) {
                if (area < size && area + 2 >= size && same_days(claims_[area], claims_[size])) {
                    beside = area;
                }
            }
            if (beside != size) {
                compare(beside, size);
            }
        }
    }

    void compare(std::size_t area, std::size_t size) {
        const TextClaim& a = claims_[area];
        const TextClaim& s = claims_[size];
        const auto meets = [&](const Band& band) {
            return a.strict->high_km2 >= band.low_km2 && a.strict->low_km2 <= band.high_km2;
        };
        const bool beyond = is_lower_bound(s) && a.strict->high_km2 >= s.strict->low_km2;
        const bool strict = beyond || meets(*s.strict); // "larger than Malta" is a bound
        const bool lenient = beyond || meets(*s.lenient);
        add(strict    ? ConsistencyCode::comparison_fits
            : lenient ? ConsistencyCode::comparison_loose
                      : ConsistencyCode::comparison_differs,
            lenient, {area, size}, SizeFigures{*a.figure_km2, s.text, *s.figure_km2});
    }

    void settlements() {
        for (const std::size_t count : counts_) {
            for (const std::size_t area : areas_) {
                if (same_days(claims_[area], claims_[count]) &&
                    claims_[area].sentence == claims_[count].sentence &&
                    same_change(claims_[area], claims_[count])) {
                    per_settlement(area, count);
                }
            }
        }
    }

    void per_settlement(std::size_t area, std::size_t count) {
        const double each = *claims_[area].figure_km2 / *claims_[count].count;
        const bool likely = each >= kFewestKm2PerSettlement && each <= kMostKm2PerSettlement;
        add(likely ? ConsistencyCode::settlements_per_area : ConsistencyCode::settlements_unlikely,
            likely, {area, count},
            SettlementFigures{*claims_[area].figure_km2, *claims_[count].count});
    }

    void falls(std::size_t one, std::size_t other) {
        const bool ordered = claims_[one].as_of.date < claims_[other].as_of.date;
        const std::size_t earlier = ordered ? one : other;
        const std::size_t later = ordered ? other : one;
        const TextClaim& a = claims_[later];
        const TextClaim& b = claims_[earlier];
        if (!a.as_of.date || !b.as_of.date || *a.as_of.date == *b.as_of.date || opposed(a, b)) {
            return;
        }
        const bool contains = a.since.date && b.since.date ? *a.since.date <= *b.since.date
                                                           : !a.since.date && !b.since.date;
        if (contains && same_change(a, b) && is_above(b, a)) {
            add(ConsistencyCode::cumulative_falls, false, {later, earlier},
                TotalFigures{*a.figure_km2, *a.as_of.date, *b.figure_km2, *b.as_of.date});
        }
    }

    void differ(std::size_t one, std::size_t other) {
        const TextClaim& a = claims_[one];
        const TextClaim& b = claims_[other];
        if (!a.since.date || !a.as_of.date || !same_days(a, b) || !same_change(a, b)) {
            return;
        }
        if (is_above(a, b) || is_above(b, a)) {
            add(ConsistencyCode::figures_differ, false, {one, other},
                RivalFigures{*a.figure_km2, *b.figure_km2, *a.since.date, *a.as_of.date});
        }
    }

    std::span<const TextClaim> claims_;
    std::vector<std::size_t> areas_;
    std::vector<std::size_t> sizes_;
    std::vector<std::size_t> counts_;
    std::vector<Consistency> out_;
};

} // namespace

std::vector<Consistency> check_consistency(std::span<const TextClaim> claims) {
    return Checker(claims).run();
}

const char* name(ConsistencyCode code) {
    return kNames.of(code);
}

} // namespace engine
