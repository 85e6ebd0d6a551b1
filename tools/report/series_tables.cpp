// SPDX-License-Identifier: MIT
#include "tools/report/series_tables.hpp"

#include "shapes/change/change_regions.hpp"
#include "shapes/io/write_geojson.hpp"
#include "shapes/validity/validate.hpp"
#include "tools/report/qgis.hpp"

#include <filesystem>
#include <limits>
#include <utility>

namespace report {
namespace {

using engine::ControlClass;
using shapes::FeatureToWrite;
using shapes::io::TableToFill;
using Type = TableToFill::Type;

constexpr double kNull = std::numeric_limits<double>::quiet_NaN(); // the writer makes null of it

std::string file_of(const engine::ControlBoundary& map) {
    return std::filesystem::path(map.path()).filename().string();
}

/// What is drawn of one class, as valid polygons.
shapes::ValidRegion of_class(const engine::ControlBoundary& map, ControlClass c) {
    return c == ControlClass::confirmed ? map.held_at(c)
                                        : shapes::validate(map.drawn()[index(c)], map.fill).region;
}

class Tables {
  public:
    Tables(const std::vector<SeriesMap>& maps, shapes::EdgeModel edges)
        : maps_(maps), edges_(edges) {}

    void take(std::size_t i) {
        if (!maps_[i].is_stored) {
            add_map(i);
        } else if (i + 1 < maps_.size() && !maps_[i + 1].is_stored) {
            open_for_next(i);
        }
        if (i > 0 && !(maps_[i - 1].is_stored && maps_[i].is_stored)) {
            add_change(maps_[i - 1], maps_[i]);
        }
    }

    shapes::io::TablesToFill finish() {
        return {"",
                {{kSnapshotTable,
                  {{"kind"},
                   {"areaclaim_class"},
                   {"map_date", Type::day},
                   {"end_date", Type::day},
                   {"area_km2", Type::real},
                   {"source"},
                   {"file"}},
                  shapes::geojson_text(kSnapshotTable, snapshots_, "areaclaim"),
                  qgis_snapshot_style()},
                 {kChangeTable,
                  {{"kind"},
                   {"areaclaim_class"},
                   {"start_date", Type::day},
                   {"end_date", Type::day},
                   {"area_km2", Type::real},
                   {"source"}},
                  shapes::geojson_text(kChangeTable, changes_, "areaclaim"),
                  qgis_style()}},
                std::move(row_changes_)};
    }

  private:
    double km2(const shapes::ValidRegion& region) const {
        return shapes::ellipsoidal_area(region, edges_).km2();
    }

    void add_map(std::size_t i) {
        const SeriesMap& map = maps_[i];
        const bool is_last = i + 1 == maps_.size();
        const std::string until = is_last ? "" : maps_[i + 1].date.plus_days(-1).iso();
        for (const ControlClass c :
             {ControlClass::confirmed, ControlClass::contested, ControlClass::claimed}) {
            shapes::ValidRegion region = of_class(*map.boundary, c);
            if (region.empty() && c != ControlClass::confirmed) {
                continue;
            }
            FeatureToWrite row{{{"kind", c == ControlClass::confirmed ? "held" : name(c)},
                                {"areaclaim_class", name(c)},
                                {"map_date", map.date.iso()},
                                {"end_date", kNull},
                                {"area_km2", km2(region)},
                                {"source", map.source},
                                {"file", file_of(*map.boundary)}},
                               std::move(region)};
            if (!is_last) {
                row.properties[3].second = until;
            }
            snapshots_.push_back(std::move(row));
        }
    }

    /// A stored map that a new one follows ends the day before it, and its old change goes.
    void open_for_next(std::size_t i) {
        const std::string day = maps_[i].date.iso();
        row_changes_.push_back({kSnapshotTable,
                                {{"map_date", day}},
                                {{"end_date", maps_[i + 1].date.plus_days(-1).iso()}}});
        row_changes_.push_back({kChangeTable, {{"start_date", day}}, {}});
    }

    void add_change(const SeriesMap& before, const SeriesMap& after) {
        shapes::ChangeRegions change =
            shapes::change_regions(before.boundary->held_at(ControlClass::confirmed),
                                   after.boundary->held_at(ControlClass::confirmed));
        const auto add = [&](const char* kind, shapes::ValidRegion region) {
            if (!region.empty()) {
                changes_.push_back({{{"kind", kind},
                                     {"areaclaim_class", kind},
                                     {"start_date", before.date.iso()},
                                     {"end_date", after.date.iso()},
                                     {"area_km2", km2(region)},
                                     {"source", after.source}},
                                    std::move(region)});
            }
        };
        add("lost", std::move(change.lost));
        add("gained", std::move(change.gained));
    }

    const std::vector<SeriesMap>& maps_;
    shapes::EdgeModel edges_;
    std::vector<FeatureToWrite> snapshots_;
    std::vector<FeatureToWrite> changes_;
    std::vector<shapes::io::RowChange> row_changes_;
};

} // namespace

shapes::io::TablesToFill series_tables(const std::vector<SeriesMap>& maps, shapes::EdgeModel edges,
                                       const std::function<void()>& step) {
    Tables tables(maps, edges);
    for (std::size_t i = 0; i < maps.size(); ++i) {
        tables.take(i);
        step();
    }
    return tables.finish();
}

} // namespace report
