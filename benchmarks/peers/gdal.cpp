// SPDX-License-Identifier: MIT
#include "benchmarks/peers/op.hpp"

#include <gdal_priv.h>
#include <nlohmann/json.hpp>
#include <ogrsf_frmts.h>

#include <fstream>
#include <stdexcept>

namespace bench {
namespace {

constexpr const char* kUnwrapped = "/vsimem/unwrapped.geojson";

class GdalRead : public Op {
  public:
    GdalRead(std::string path, const std::string& json_pointer) : path_(std::move(path)) {
        GDALAllRegister();
        CPLPushErrorHandler(CPLQuietErrorHandler);
        if (!json_pointer.empty()) {
            std::ifstream in(path_);
            const nlohmann::json whole = nlohmann::json::parse(in);
            text_ = whole.at(nlohmann::json::json_pointer(json_pointer)).dump();
            VSIFCloseL(VSIFileFromMemBuffer(kUnwrapped,
                                            reinterpret_cast<GByte*>(text_.data()), // NOLINT
                                            text_.size(), FALSE));
            path_ = kUnwrapped;
        }
    }

    void run() override {
        const GDALDatasetUniquePtr dataset(
            GDALDataset::Open(path_.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
        if (!dataset) {
            throw std::runtime_error(std::string("GDAL cannot open it: ") + CPLGetLastErrorMsg());
        }
        parts_ = 0;
        for (OGRLayer* layer : dataset->GetLayers()) {
            for (const OGRFeatureUniquePtr& feature : *layer) {
                const OGRGeometry* geometry = feature->GetGeometryRef();
                parts_ += geometry != nullptr && geometry->IsEmpty() == 0 ? 1 : 0;
            }
        }
    }

    double planar_area() override { return static_cast<double>(parts_); }

  private:
    std::string path_;
    std::string text_;
    std::size_t parts_ = 0;
};

} // namespace

std::unique_ptr<Op> gdal_read(const std::string& path, const std::string& json_pointer) {
    return std::make_unique<GdalRead>(path, json_pointer);
}

} // namespace bench
