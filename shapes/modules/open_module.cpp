// SPDX-License-Identifier: MIT
#include "shapes/modules/open_module.hpp"

#include <dlfcn.h>
#include <filesystem>
#include <initializer_list>
#include <stdexcept>
#include <string>
#include <system_error>

namespace shapes {
namespace {

/// Where a module of the running program stands: installed, or in the build tree. Its bare name
/// where it is in neither place: then the run path of the program says (tests).
std::string path_of(const char* file) {
    namespace fs = std::filesystem;
    std::error_code failed;
    const fs::path program = fs::read_symlink("/proc/self/exe", failed);
    if (failed) {
        return file; // never what stands in the folder that one happens to be in
    }
    for (const char* folder : {AREACLAIM_MODULES_FROM_BIN, "modules"}) {
        const fs::path path = program.parent_path() / folder / file;
        if (fs::exists(path, failed)) {
            return path.string();
        }
    }
    return file;
}

} // namespace

const void* open_module(const char* file, const ModuleInterface& expected) {
    void* handle = ::dlopen(path_of(file).c_str(), RTLD_NOW | RTLD_LOCAL);
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
