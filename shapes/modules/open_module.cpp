// SPDX-License-Identifier: MIT
#include "shapes/modules/open_module.hpp"

#include <dlfcn.h>
#include <stdexcept>
#include <string>

namespace shapes {

const void* open_module(const char* file) {
    void* handle = ::dlopen(file, RTLD_NOW | RTLD_LOCAL);
    void* entry = handle != nullptr ? ::dlsym(handle, "areaclaim_module") : nullptr;
    if (entry == nullptr) {
        const char* reason = ::dlerror();
        throw std::runtime_error(std::string("the module ") + file + " cannot be opened (" +
                                 (reason != nullptr ? reason : "no reason given") +
                                 "); install areaclaim again");
    }
    return reinterpret_cast<const void* (*)()>(entry)();
}

} // namespace shapes
