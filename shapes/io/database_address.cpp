// SPDX-License-Identifier: MIT
#include "shapes/io/database_address.hpp"

#include "shapes/io/address_parts.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <mutex>
#include <vector>

namespace shapes::io {
namespace {

struct Known {
    std::string address; ///< as GDAL takes it
    std::vector<std::string> secrets;
    bool is_understood = true;
};

struct Register {
    std::mutex mutex;
    std::map<std::string, Known> by_shown;
};

Register& known() {
    static Register instance;
    return instance;
}

/// Another address that is shown alike has a number: a map must not be read in another's place.
std::string name_of_its_own(const Register& all, const std::string& shown,
                            const std::string& address) {
    std::string name = shown;
    for (int i = 2;; ++i) {
        const auto other = all.by_shown.find(name);
        if (other == all.by_shown.end() || other->second.address == address) {
            return name;
        }
        name = shown + " (" + std::to_string(i) + ")";
    }
}

} // namespace

bool is_database_address(std::string_view path) {
    return !address_as_opened(path).empty();
}

std::string without_secrets(const std::string& path) {
    const std::string address = address_as_opened(path);
    if (address.empty()) {
        return other_without_secrets(path);
    }
    Register& all = known();
    const std::lock_guard lock(all.mutex);
    if (all.by_shown.contains(path)) {
        return path; // it came from here
    }
    Parted parted = part_address(address);
    std::string shown = name_of_its_own(all, parted.shown, address);
    std::ranges::sort(parted.secrets, std::greater(), &std::string::size);
    all.by_shown.insert_or_assign(shown,
                                  Known{address, std::move(parted.secrets), parted.is_understood});
    return shown;
}

std::string address_of(const std::string& shown) {
    Register& all = known();
    const std::lock_guard lock(all.mutex);
    const auto found = all.by_shown.find(shown);
    return found != all.by_shown.end() ? found->second.address : shown;
}

std::string without_secrets_of(const std::string& shown, std::string message) {
    Register& all = known();
    const std::lock_guard lock(all.mutex);
    const auto found = all.by_shown.find(shown);
    if (found == all.by_shown.end()) {
        return message;
    }
    if (!found->second.is_understood) {
        return "the database cannot be opened: its address is not as PostgreSQL writes it; put "
               "quotes ('…') around values with blanks, and in a URI write %40, %2F and %3F for "
               "the @, / and ? of a password";
    }
    for (const std::string& secret : found->second.secrets) {
        for (std::size_t at = 0;
             !secret.empty() && (at = message.find(secret, at)) != std::string::npos;
             at += kHidden.size()) {
            message.replace(at, secret.size(), kHidden);
        }
    }
    return message;
}

} // namespace shapes::io
