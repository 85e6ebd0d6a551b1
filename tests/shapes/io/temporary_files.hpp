// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <unistd.h>

/// A directory of its own for one test, removed at its end.
class TemporaryFiles {
  public:
    TemporaryFiles() {
        std::string name = (std::filesystem::temp_directory_path() / "areaclaim-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) {
            throw std::runtime_error("no temporary directory");
        }
        directory_ = name;
    }
    TemporaryFiles(const TemporaryFiles&) = delete;
    TemporaryFiles& operator=(const TemporaryFiles&) = delete;
    ~TemporaryFiles() { std::filesystem::remove_all(directory_); }

    std::string path(const std::string& name) const { return (directory_ / name).string(); }
    std::string write(const std::string& name, std::string_view content) const {
        std::ofstream file(path(name), std::ios::binary);
        file << content;
        return path(name);
    }
    const std::filesystem::path& directory() const { return directory_; }

  private:
    std::filesystem::path directory_;
};
