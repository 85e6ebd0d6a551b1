// SPDX-License-Identifier: MIT
#pragma once
// GEOS' C objects with owners. For the sources of this room, and for the benchmark's peer.

#include <geos_c.h>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace shapes::geos {

/// One GEOS context; its last error message stays readable.
class Context {
  public:
    Context() : handle_(GEOS_init_r()) {
        GEOSContext_setErrorMessageHandler_r(
            handle_,
            [](const char* message, void* self) { static_cast<Context*>(self)->error_ = message; },
            this);
    }
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
    ~Context() { GEOS_finish_r(handle_); }

    GEOSContextHandle_t get() const { return handle_; }
    [[noreturn]] void fail(const char* what) const {
        throw std::runtime_error(std::string(what) + ": " + error_);
    }

  private:
    GEOSContextHandle_t handle_;
    std::string error_;
};

/// A geometry and its owner. Throws std::runtime_error where GEOS gave none; `what` says what it
/// was asked for.
class Geometry {
  public:
    Geometry(const Context& context, GEOSGeometry* geometry, const char* what)
        : context_(&context), geometry_(geometry) {
        if (geometry_ == nullptr) {
            context.fail(what);
        }
    }
    Geometry(Geometry&& other) noexcept
        : context_(other.context_), geometry_(std::exchange(other.geometry_, nullptr)) {}
    Geometry& operator=(Geometry&& other) noexcept {
        std::swap(context_, other.context_);
        std::swap(geometry_, other.geometry_);
        return *this;
    }
    Geometry(const Geometry&) = delete;
    Geometry& operator=(const Geometry&) = delete;
    ~Geometry() {
        if (geometry_ != nullptr) {
            GEOSGeom_destroy_r(context_->get(), geometry_);
        }
    }

    const GEOSGeometry* get() const { return geometry_; }
    GEOSGeometry* release() { return std::exchange(geometry_, nullptr); }

  private:
    const Context* context_;
    GEOSGeometry* geometry_;
};

/// A collection of `type` (GEOS_MULTIPOLYGON, …) that owns its parts.
inline Geometry collect(const Context& c, int type, std::vector<Geometry> parts) {
    std::vector<GEOSGeometry*> raw;
    raw.reserve(parts.size());
    for (Geometry& part : parts) {
        raw.push_back(part.release());
    }
    return {
        c,
        GEOSGeom_createCollection_r(c.get(), type, raw.data(), static_cast<unsigned>(raw.size())),
        "collection"};
}

} // namespace shapes::geos
