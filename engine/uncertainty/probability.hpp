// SPDX-License-Identifier: MIT
#pragma once

#include "engine/verdict/verdict.hpp"
#include "shapes/units/area.hpp"

#include <optional>

namespace engine {

/// Probabilities that the true area lies in a band, below and above it, given the maps alone: its
/// place within `measured` follows the arcsine distribution, and each map was drawn with an
/// independent Gaussian error of `sigma` (≥ 0; 0 where none is known).
///
/// Arcsine, Beta(½, ½) (Jeffreys 1946, doi:10.1098/rspa.1946.0056), lies between a front that moves
/// by the same every day (most of the change in the middle of a gap) and one that moves in single
/// steps (all of it at one of the ends); docs/accuracy.md tells what real timelines do. Values are
/// not weighted by how many days of the bracket had passed.
///
/// `correction` (see BoundaryError) is taken off first. nullopt where the interval
/// is open on a side. A point without error has 0 or 1; an end of the band belongs to the band.
std::optional<Probability> band_probability(const Interval& measured, shapes::Area sigma,
                                            shapes::Area correction, const Band& band);

} // namespace engine
