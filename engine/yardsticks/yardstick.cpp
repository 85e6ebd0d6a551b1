// SPDX-License-Identifier: MIT
#include "engine/yardsticks/yardstick.hpp"

#include "engine/claims/utf8.hpp"
#include "engine/data/embedded.hpp"
#include "engine/toml/packed.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <cmath>

namespace engine {
namespace {

void read_names(Yardstick& out, const toml::table* by_lang) {
    if (by_lang == nullptr) {
        return;
    }
    for (const auto& [key, node] : *by_lang) {
        const std::string lang = key.str() == "all" ? std::string() : std::string(key.str());
        const toml::array* list = node.as_array();
        for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
            const std::string name = list->get(i)->value_or(std::string());
            out.names.emplace_back(lang, name);
            if (name != out.name &&
                std::find(out.aliases.begin(), out.aliases.end(), name) == out.aliases.end()) {
                out.aliases.push_back(name);
            }
        }
    }
}

Yardstick read_one(const toml::table& row) {
    Yardstick out;
    out.name = row["name"].value_or("");
    out.kind = row["kind"].value_or("");
    out.total_km2 = row["total_km2"].value_or(0.0);
    out.land_km2 = row["land_km2"].value_or(out.total_km2);
    out.usual_km2 =
        row["usual"].value_or(std::string_view()) == "land" ? out.land_km2 : out.total_km2;
    out.low_km2 = std::min(row["low_km2"].value_or(out.land_km2), out.land_km2);
    out.high_km2 = std::max(row["high_km2"].value_or(out.total_km2), out.total_km2);
    out.actor = row["actor"].value_or(false);
    out.year = row["year"].value_or(0);
    out.source = row["source"].value_or("");
    out.note = row["note"].value_or("");
    if (const toml::array* within = row["within"].as_array()) {
        out.within = shapes::Position{within->get(0)->value_or(0.0), within->get(1)->value_or(0.0)};
    }
    out.names.emplace_back("", out.name);
    read_names(out, row["names"].as_table());
    return out;
}

std::vector<Yardstick> read_all() {
    std::vector<Yardstick> out;
    for (const EmbeddedFile& file : embedded_files()) {
        if (!file.path.starts_with("yardsticks/")) {
            continue;
        }
        const toml::table table = unpack(file.packed);
        const toml::array* rows = table["yardstick"].as_array();
        for (std::size_t i = 0; rows != nullptr && i < rows->size(); ++i) {
            out.push_back(read_one(*rows->get(i)->as_table()));
        }
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const Yardstick& a, const Yardstick& b) { return a.name < b.name; });
    return out;
}

} // namespace

std::span<const Yardstick> yardsticks() {
    static const std::vector<Yardstick> all = read_all();
    return all;
}

std::vector<const Yardstick*> find_yardsticks(std::string_view name) {
    const std::string wanted = fold_text(name);
    std::vector<const Yardstick*> by_name;
    std::vector<const Yardstick*> by_alias;
    for (const Yardstick& y : yardsticks()) {
        if (fold_text(y.name) == wanted) {
            by_name.push_back(&y);
        } else if (std::any_of(y.aliases.begin(), y.aliases.end(),
                               [&](const std::string& a) { return fold_text(a) == wanted; })) {
            by_alias.push_back(&y);
        }
    }
    by_name.insert(by_name.end(), by_alias.begin(), by_alias.end());
    return by_name;
}

std::vector<const Yardstick*> yardsticks_named(std::string_view name) {
    std::vector<const Yardstick*> out;
    const std::span<const Yardstick> all = yardsticks();
    const auto name_of = [](const Yardstick& known) { return std::string_view(known.name); };
    for (auto y = std::ranges::lower_bound(all, name, {}, name_of);
         y != all.end() && y->name == name; ++y) {
        out.push_back(&*y);
    }
    return out;
}

const std::string& name_in(const Yardstick& yardstick, std::string_view lang) {
    const auto found = std::ranges::find(yardstick.names, lang, [](const auto& name) {
        return std::string_view(name.first); // base forms, the usual one first
    });
    return lang.empty() || lang == "en" || found == yardstick.names.end() ? yardstick.name
                                                                          : found->second;
}

std::vector<const Yardstick*> yardsticks_near(double area_km2, std::size_t count) {
    std::vector<const Yardstick*> out;
    if (!(area_km2 > 0.0) || !std::isfinite(area_km2)) {
        return out;
    }
    for (const Yardstick& y : yardsticks()) {
        out.push_back(&y);
    }
    const auto distance = [&](const Yardstick* y) {
        return std::abs(std::log(y->total_km2 / area_km2));
    };
    std::stable_sort(out.begin(), out.end(), [&](const Yardstick* a, const Yardstick* b) {
        return distance(a) < distance(b);
    });
    out.resize(std::min(count, out.size()));
    return out;
}

} // namespace engine
