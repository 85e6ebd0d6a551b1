// SPDX-License-Identifier: MIT
#include "engine/verdict/stated_claim.hpp"

#include "engine/verdict/thresholds.hpp"

#include <chrono>
#include <cmath>

namespace engine {
namespace {

std::chrono::year_month_day calendar(Date day) {
    return std::chrono::year_month_day(day.days());
}

/// All figures of a claim times a factor.
void scale(TextClaim& figure, double factor) {
    const auto times = [&](std::optional<double>& value) {
        if (value) {
            *value *= factor;
        }
    };
    times(figure.figure_km2);
    times(figure.low_km2);
    times(figure.high_km2);
    for (std::optional<Band>* band : {&figure.strict, &figure.lenient}) {
        if (*band) {
            **band = {(*band)->low_km2 * factor, (*band)->high_km2 * factor};
        }
    }
    for (Reading& reading : figure.readings) {
        reading.figure_km2 *= factor;
    }
}

std::optional<RateWindow> read_rate(Claim& claim) {
    const auto end = claim.end();
    if (!claim.since || !end) {
        return std::nullopt;
    }
    const RateWindow rate{*claim.figure.figure_km2, days_of_window(*claim.since, *end)};
    scale(claim.figure, rate.days);
    return rate;
}

ShareOf read_share(Claim& claim, std::optional<shapes::Area> region) {
    ShareOf share;
    const double ratio = claim.figure.ratio.value_or(0.0);
    if (ratio > 0.0) {
        share.published_km2 = *claim.figure.figure_km2 / ratio;
    }
    if (!region || !(share.published_km2 > 0.0)) {
        return share;
    }
    share.polygon_km2 = region->km2();
    share.differ = std::abs(*share.polygon_km2 - share.published_km2) >
                   thresholds().denominator_share * share.published_km2;
    const double published_figure = *claim.figure.figure_km2;
    scale(claim.figure, *share.polygon_km2 / share.published_km2);
    if (share.differ) {
        Reading published{published_figure, "published_area", claim.figure.yardstick, ""};
        published.open = true;
        claim.figure.readings.insert(claim.figure.readings.begin(), std::move(published));
    }
    return share;
}

} // namespace

int days_of_window(Date since, Date end) {
    const bool months = since != end && calendar(since).day() == calendar(end).day();
    return end - since + (months ? 0 : 1);
}

StatedClaim stated_claim(const Claim& claim, std::optional<shapes::Area> region) {
    using Missing = StatedClaim::Missing;
    StatedClaim stated{claim};
    if (!claim.figure.figure_km2) {
        return stated;
    }
    if (claim.measure != Measure::held && claim.since && claim.since == claim.end()) {
        stated.missing = Missing::days;
        return stated;
    }
    if (claim.figure.kind == ClaimKind::kRate) {
        stated.rate = read_rate(stated.claim);
        stated.missing = stated.rate ? Missing::nothing : Missing::window;
    } else if (claim.figure.kind == ClaimKind::kShare) {
        stated.share = read_share(stated.claim, region);
        stated.missing = region ? Missing::nothing : Missing::region;
    }
    if (claim.measure == Measure::held && claim.figure.of_another) {
        stated.missing = Missing::holder;
    } else if (!region && !claim.figure.place.empty()) {
        stated.missing = Missing::place;
    }
    return stated;
}

double sign_of(const Claim& claim) {
    return claim.measure == Measure::net && claim.figure.direction == ClaimDirection::kLost ? -1.0
                                                                                            : 1.0;
}

bool ends_with_month(const Claim& claim) {
    if (!claim.as_of) {
        return false;
    }
    return calendar(claim.as_of->plus_days(1)).day() == std::chrono::day(1);
}

} // namespace engine
