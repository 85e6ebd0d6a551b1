// SPDX-License-Identifier: MIT
#include "shapes/io/module_gdal/numbers.hpp"

#include "shapes/io/module_gdal/setup.hpp"
#include "shapes/io/read_message.hpp"

#include <gdal_priv.h>
#include <map>
#include <memory>
#include <stdexcept>

namespace shapes::io {
namespace {

using Array = std::shared_ptr<GDALMDArray>;

Array open_array(const GDALGroup& root, const std::string& name) {
    Array array = root.OpenMDArray(name);
    if (!array || array->GetDimensionCount() != 1 ||
        array->GetDataType().GetClass() != GEDTC_NUMERIC) {
        throw std::runtime_error("it has no array of numbers called " + quote(name));
    }
    return array;
}

/// Takes what it reads off `left`.
std::vector<double> read(const GDALMDArray& array, const NumberRun& run, std::size_t& left) {
    const GUInt64 size = array.GetDimensions().front()->GetSize();
    if (run.first > size || run.count > size - run.first) {
        throw std::runtime_error(quote(run.array) + " is shorter than the file says elsewhere");
    }
    const GUInt64 first = run.first;
    const GUInt64 wanted = run.count > 0 ? run.count : size - run.first;
    if (wanted > left) {
        throw std::runtime_error("it holds more numbers than shorelines have");
    }
    const auto count = static_cast<std::size_t>(wanted);
    left -= count;
    std::vector<double> numbers(count);
    if (count > 0 && !array.Read(&first, &count, nullptr, nullptr,
                                 GDALExtendedDataType::Create(GDT_Float64), numbers.data())) {
        throw std::runtime_error(quote(run.array) + " cannot be read");
    }
    return numbers;
}

std::vector<std::vector<double>>
numbers_or_throw(const std::string& path, const std::vector<NumberRun>& runs, std::size_t most) {
    set_up_netcdf();
    const Messages messages;
    static constexpr const char* kNetcdf[] = {"netCDF", nullptr};
    const GDALDatasetUniquePtr dataset(
        GDALDataset::Open(path.c_str(), GDAL_OF_MULTIDIM_RASTER | GDAL_OF_READONLY, kNetcdf));
    const std::shared_ptr<GDALGroup> root = dataset ? dataset->GetRootGroup() : nullptr;
    if (!root) {
        throw std::runtime_error("it cannot be opened as netCDF" + (messages.error().empty()
                                                                        ? std::string()
                                                                        : ": " + messages.error()));
    }
    std::map<std::string, Array> arrays;
    std::vector<std::vector<double>> numbers;
    numbers.reserve(runs.size());
    for (const NumberRun& run : runs) {
        Array& array = arrays[run.array];
        if (!array) {
            array = open_array(*root, run.array);
        }
        numbers.push_back(read(*array, run, most));
    }
    return numbers;
}

} // namespace

NumbersRead numbers(const std::string& path, const std::vector<NumberRun>& runs, std::size_t most) {
    try {
        return {numbers_or_throw(path, runs, most), ""};
    } catch (const std::exception& e) {
        return {{}, e.what()};
    }
}

} // namespace shapes::io
