// SPDX-License-Identifier: MIT
#pragma once

#include "engine/verdict/verdict.hpp"
#include "shapes/units/area.hpp"

#include <optional>

namespace engine {

/// Probabilities that the true area lies in a band, below and above it, where the maps allow every
/// value of `measured` alike and each was drawn with a Gaussian error of `sigma` (≥ 0): the
/// distribution of a uniform plus an independent normal number.
///
/// `correction` (see BoundaryError) is taken off first. nullopt where the interval
/// is open on a side. A point without error has 0 or 1; an end of the band belongs to the band.
std::optional<Probability> band_probability(const Interval& measured, shapes::Area sigma,
                                            shapes::Area correction, const Band& band);

} // namespace engine
