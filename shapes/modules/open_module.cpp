// SPDX-License-Identifier: MIT
#include "shapes/modules/open_module.hpp"

#include <dlfcn.h>
#include <stdexcept>
#include <string>

namespace shapes {

const void* open_module(const char* file, const ModuleInterface& expected) {
    void* handle = ::dlopen(file, RTLD_NOW | RTLD_LOCAL);
    void* entry = handle != nullptr ? ::dlsym(handle, "areaclaim_module") : nullptr;
    if (entry == nullptr) {
        const char* reason = ::dlerror();
        throw std::runtime_error(std::string("the module ") + file + " cannot be opened (" +
                                 (reason != nullptr ? reason : "no reason given") +
                                 "); install areaclaim again");
    }
    const Module* module = reinterpret_cast<const Module* (*)()>(entry)();
    if (module->interface != expected) {
        throw std::runtime_error(std::string("the module ") + file +
                                 " belongs to another version of areaclaim; install areaclaim "
                                 "again");
    }
    return module->table;
}

} // namespace shapes
