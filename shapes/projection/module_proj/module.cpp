// SPDX-License-Identifier: MIT
// The only room that sees PROJ.
#include "shapes/projection/module_proj/own_files.hpp"
#include "shapes/projection/proj_module.hpp"
#include "shapes/units/wgs84.hpp"

#include <geodesic.h>
#include <memory>
#include <proj.h>

namespace shapes::projection {
namespace {

struct ContextCloser {
    void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
};
struct ObjectCloser {
    void operator()(PJ* object) const { proj_destroy(object); }
};
using Context = std::unique_ptr<PJ_CONTEXT, ContextCloser>;
using Object = std::unique_ptr<PJ, ObjectCloser>;

Context quiet_context() {
    Context context(proj_context_create());
    proj_context_set_enable_network(context.get(), 0);
    open_own_database_only(context.get());
    proj_log_level(context.get(), PJ_LOG_NONE);
    return context;
}

Object create_crs(PJ_CONTEXT* context, const std::string& definition) {
    Object crs(proj_create(context, definition.c_str()));
    return crs && proj_is_crs(crs.get()) != 0 ? std::move(crs) : nullptr;
}

bool is_projected(PJ_CONTEXT* context, PJ* crs) {
    Object part;
    switch (proj_get_type(crs)) {
    case PJ_TYPE_PROJECTED_CRS:
        return true;
    case PJ_TYPE_BOUND_CRS:
        part.reset(proj_get_source_crs(context, crs));
        break;
    case PJ_TYPE_COMPOUND_CRS: // horizontal and vertical, in this order
        part.reset(proj_crs_get_sub_crs(context, crs, 0));
        break;
    default:
        break;
    }
    return part && is_projected(context, part.get());
}

std::string label(PJ* crs) {
    const char* authority = proj_get_id_auth_name(crs, 0);
    const char* code = proj_get_id_code(crs, 0);
    if (authority != nullptr && code != nullptr) {
        return std::string(authority) + ":" + code;
    }
    const char* name = proj_get_name(crs);
    return name != nullptr ? name : "";
}

Projected failed(std::string problem) {
    return {"", std::move(problem), false};
}

Projected to_lon_lat_or_throw(std::span<Position> positions, const std::string& definition,
                              AxisOrder order) {
    const Context context = quiet_context();
    PJ_CONTEXT* c = context.get();
    const Object crs = create_crs(c, definition);
    if (!crs) {
        return failed("PROJ knows no such coordinate reference system");
    }
    const Object lon_lat(proj_create(c, "OGC:CRS84"));
    Object operation(proj_create_crs_to_crs_from_pj(c, crs.get(), lon_lat.get(), nullptr, nullptr));
    if (!operation) {
        return failed("PROJ finds no way from it to longitude and latitude");
    }
    if (order == AxisOrder::east_north) {
        operation.reset(proj_normalize_for_visualization(c, operation.get()));
    } else if (order == AxisOrder::swapped_defined) {
        for (Position& p : positions) {
            std::swap(p.lon, p.lat);
        }
    }
    if (!positions.empty()) {
        Position* first = positions.data();
        proj_trans_generic(operation.get(), PJ_FWD, &first->lon, sizeof(Position), positions.size(),
                           &first->lat, sizeof(Position), positions.size(), nullptr, 0, 0, nullptr,
                           0, 0);
    }
    return {label(crs.get()), "", is_projected(c, crs.get())};
}

Projected to_lon_lat(std::span<Position> positions, const std::string& definition,
                     AxisOrder order) {
    try {
        return to_lon_lat_or_throw(positions, definition, order);
    } catch (const std::exception& e) {
        return failed(e.what());
    }
}

std::string version() {
    return proj_info().version;
}

double area_under_geodesic(Position p, Position q) {
    static const geod_geodesic wgs84 = [] {
        geod_geodesic g{};
        geod_init(&g, shapes::wgs84::kSemiMajorAxis_m, shapes::wgs84::kFlattening);
        return g;
    }();
    double area = 0;
    geod_geninverse(&wgs84, p.lat, p.lon, q.lat, q.lon, nullptr, nullptr, nullptr, nullptr, nullptr,
                    nullptr, &area);
    return area;
}

constexpr ProjModule kTable{to_lon_lat, version, area_under_geodesic};
constexpr Module kModule{kProjInterface, &kTable};

} // namespace
} // namespace shapes::projection

extern "C" __attribute__((visibility("default"))) const shapes::Module* areaclaim_module() {
    return &shapes::projection::kModule;
}
