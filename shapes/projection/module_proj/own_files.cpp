// SPDX-License-Identifier: MIT
#include "shapes/projection/module_proj/own_files.hpp"

#include <cstdio>
#include <string_view>

namespace shapes::projection {
namespace {

std::FILE* file_of(PROJ_FILE_HANDLE* handle) {
    return reinterpret_cast<std::FILE*>(handle);
}

bool is_own_database(std::string_view path) {
    return path == "proj.db" || path.ends_with("/proj.db");
}

PROJ_FILE_HANDLE* open_database(PJ_CONTEXT*, const char* path, PROJ_OPEN_ACCESS access, void*) {
    const bool allowed = access == PROJ_OPEN_ACCESS_READ_ONLY && is_own_database(path);
    return allowed ? reinterpret_cast<PROJ_FILE_HANDLE*>(std::fopen(path, "rbe")) : nullptr;
}

std::size_t read(PJ_CONTEXT*, PROJ_FILE_HANDLE* handle, void* to, std::size_t bytes, void*) {
    return std::fread(to, 1, bytes, file_of(handle));
}

std::size_t write(PJ_CONTEXT*, PROJ_FILE_HANDLE*, const void*, std::size_t, void*) {
    return 0;
}

int seek(PJ_CONTEXT*, PROJ_FILE_HANDLE* handle, long long offset, int whence, void*) {
    return ::fseeko(file_of(handle), offset, whence) == 0 ? 1 : 0;
}

unsigned long long tell(PJ_CONTEXT*, PROJ_FILE_HANDLE* handle, void*) {
    return static_cast<unsigned long long>(::ftello(file_of(handle)));
}

void close(PJ_CONTEXT*, PROJ_FILE_HANDLE* handle, void*) {
    std::fclose(file_of(handle));
}

int exists(PJ_CONTEXT*, const char* path, void*) {
    if (!is_own_database(path)) {
        return 0;
    }
    std::FILE* file = std::fopen(path, "rbe");
    if (file == nullptr) {
        return 0;
    }
    std::fclose(file);
    return 1;
}

int no_folder(PJ_CONTEXT*, const char*, void*) {
    return 0;
}

int no_renaming(PJ_CONTEXT*, const char*, const char*, void*) {
    return 0;
}

} // namespace

void open_own_database_only(PJ_CONTEXT* context) {
    PROJ_FILE_API files{};
    files.version = 1;
    files.open_cbk = open_database;
    files.read_cbk = read;
    files.write_cbk = write;
    files.seek_cbk = seek;
    files.tell_cbk = tell;
    files.close_cbk = close;
    files.exists_cbk = exists;
    files.mkdir_cbk = no_folder;
    files.unlink_cbk = no_folder;
    files.rename_cbk = no_renaming;
    proj_context_set_fileapi(context, &files, nullptr);
}

} // namespace shapes::projection
