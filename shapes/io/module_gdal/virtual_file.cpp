// SPDX-License-Identifier: MIT
#include "shapes/io/module_gdal/virtual_file.hpp"

#include <algorithm>
#include <atomic>
#include <cpl_vsi.h>
#include <memory>
#include <vector>

namespace shapes::io {

bool for_each_chunk(const std::string& name, const std::function<void(std::string_view)>& take,
                    std::size_t most) {
    constexpr std::size_t kChunkBytes = std::size_t{1} << 20;
    const std::unique_ptr<VSILFILE, int (*)(VSILFILE*)> file(VSIFOpenL(name.c_str(), "rb"),
                                                             &VSIFCloseL);
    if (!file) {
        return false;
    }
    std::vector<char> chunk(std::min(kChunkBytes, most + 1));
    for (std::size_t left = most + 1; left > 0;) {
        const std::size_t wanted = std::min(chunk.size(), left);
        const std::size_t got = VSIFReadL(chunk.data(), 1, wanted, file.get());
        take(std::string_view(chunk.data(), got));
        left -= got;
        if (got < wanted) {
            break;
        }
    }
    return true;
}

bool slurp_virtual(const std::string& name, std::size_t most, std::string& bytes) {
    const std::size_t before = bytes.size();
    const bool opened = for_each_chunk(
        name, [&](std::string_view chunk) { bytes += chunk; }, most);
    const bool fits = bytes.size() - before <= most;
    bytes.resize(std::min(bytes.size(), before + most));
    return opened && fits;
}

MemoryFile::MemoryFile(std::string_view text, const std::string& name) {
    static std::atomic<unsigned> count{0};
    name_ = "/vsimem/areaclaim/" + std::to_string(++count) + "/" + name;
    // GDAL takes what may be written to; it is opened for reading only.
    auto* bytes = reinterpret_cast<GByte*>(const_cast<char*>(text.data()));
    VSIFCloseL(VSIFileFromMemBuffer(name_.c_str(), bytes, text.size(), FALSE));
}

MemoryFile::~MemoryFile() {
    VSIUnlink(name_.c_str());
}

} // namespace shapes::io
