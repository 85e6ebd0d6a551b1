// SPDX-License-Identifier: MIT
#pragma once

namespace engine {

/// A residual of |A| = |A∩B| + |A∖B| that needs no bound of its own (check_bounds.hpp), relative to
/// the larger region: of the 600,000 km² of a large country 0.6 m². Bounds ask for the length of
/// every boundary, and a timeline has thousands of maps.
inline constexpr double kAddsUp = 1e-12;

} // namespace engine
