// SPDX-License-Identifier: MIT
#pragma once

#include "engine/measure/measurements.hpp"
#include "engine/measure/place_maps.hpp"
#include "engine/uncertainty/field.hpp"
#include "engine/uncertainty/simulate.hpp"

#include <functional>
#include <optional>
#include <utility>

namespace engine {

/// The errors of one pair of maps; one simulation gives those of all measures. In first order they
/// are remembered, where the maps are known to a store.
class PairErrors {
  public:
    /// `change` gives the regions of the change. All that is referred to must outlive it.
    PairErrors(const MapPair& pair, PlaceMaps& maps, const DisplacementField& field,
               const VerifyOptions& options, std::function<const shapes::ChangeRegions&()> change)
        : pair_(pair), maps_(maps), field_(field), options_(options), change_(std::move(change)) {}

    /// `measured` is the pair's, with its areas. `simulate`: even where first order holds.
    BoundaryError error(const MeasuredPair& measured, Measure measure, ErrorModel model,
                        bool simulate);

  private:
    BoundaryError first_order(Measure measure, ErrorModel model);
    void add_simulation(BoundaryError& error, const MeasuredPair& measured, Measure measure,
                        bool nothing);
    const shapes::ValidRegion& before() { return maps_.held(pair_.before, pair_.level); }
    const shapes::ValidRegion& after() { return maps_.held(pair_.after, pair_.level); }

    const MapPair& pair_;
    PlaceMaps& maps_;
    const DisplacementField& field_;
    const VerifyOptions& options_;
    std::function<const shapes::ChangeRegions&()> change_;
    std::optional<Simulation> simulation_;
};

} // namespace engine
