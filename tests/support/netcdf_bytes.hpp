// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

namespace netcdf {

/// An array of numbers as a netCDF file has it: shorts, ints or doubles.
enum class Type : std::uint32_t { shorts = 3, ints = 4, doubles = 6 };
struct Array {
    std::string name;
    Type type = Type::ints;
    std::vector<double> values; ///< at least one
};

template<typename T>
void put(std::string& bytes, T value) { // the most significant byte first
    for (std::size_t i = sizeof(T); i-- > 0;) {
        bytes += static_cast<char>(value >> (8 * i));
    }
}

inline void put_name(std::string& bytes, const std::string& name) {
    put(bytes, static_cast<std::uint32_t>(name.size()));
    bytes += name + std::string((4 - name.size() % 4) % 4, '\0');
}

inline std::string data_of(const Array& array) {
    std::string bytes;
    for (const double value : array.values) {
        if (array.type == Type::doubles) {
            std::uint64_t pattern = 0;
            std::memcpy(&pattern, &value, sizeof pattern);
            put(bytes, pattern);
        } else if (array.type == Type::ints) {
            put(bytes, static_cast<std::uint32_t>(static_cast<std::int64_t>(value)));
        } else {
            put(bytes, static_cast<std::uint16_t>(static_cast<std::int64_t>(value)));
        }
    }
    return bytes + std::string((4 - bytes.size() % 4) % 4, '\0');
}

inline std::string header(const std::vector<Array>& arrays, std::size_t begin) {
    std::string bytes = std::string("CDF\x01") + std::string(4, '\0'); // no records
    const auto count = static_cast<std::uint32_t>(arrays.size());
    put(bytes, std::uint32_t{10}); // dimensions, one an array
    put(bytes, count);
    for (const Array& array : arrays) {
        put_name(bytes, array.name + "_size");
        put(bytes, static_cast<std::uint32_t>(array.values.size()));
    }
    bytes += std::string(8, '\0'); // no attributes
    put(bytes, std::uint32_t{11}); // variables
    put(bytes, count);
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::size_t size = data_of(arrays[i]).size();
        put_name(bytes, arrays[i].name);
        put(bytes, std::uint32_t{1});
        put(bytes, i);
        bytes += std::string(8, '\0'); // no attributes
        put(bytes, static_cast<std::uint32_t>(arrays[i].type));
        put(bytes, static_cast<std::uint32_t>(size));
        put(bytes, static_cast<std::uint32_t>(begin));
        begin += size;
    }
    return bytes;
}

/// A file of the classic format (NetCDF-1; OGC 10-092r3), each array of a dimension of its own.
inline std::string bytes_of(const std::vector<Array>& arrays) {
    std::string bytes = header(arrays, header(arrays, 0).size());
    for (const Array& array : arrays) {
        bytes += data_of(array);
    }
    return bytes;
}

} // namespace netcdf
