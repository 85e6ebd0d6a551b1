// SPDX-License-Identifier: MIT
#include "shapes/types/enum_names.hpp"
#include "tools/report/maps.hpp"
#include "tools/report/numbers.hpp"
#include "tools/report/problem_kind.hpp"
#include "tools/report/self_check.hpp"
#include "tools/report/star.hpp"
#include "tools/report/text.hpp"

#include <algorithm>
#include <cstdlib>

namespace report {
namespace {

std::string place(shapes::Position p) {
    return number(std::abs(p.lon), 5) + (p.lon < 0 ? "° W " : "° E ") + number(std::abs(p.lat), 5) +
           (p.lat < 0 ? "° S" : "° N");
}

std::string label(engine::ControlClass level) {
    return level == engine::ControlClass::confirmed ? "confirmed"
                                                    : std::string("with ") + engine::name(level);
}

/// A title with the unit of its column.
std::string in(const char* title, const Screen& screen) {
    return std::string(title) + ", " + symbol(screen.unit);
}

std::string with_unit(shapes::Area area, const Screen& screen) {
    return figure(area, screen.unit) + ' ' + symbol(screen.unit);
}

bool has_levels(const MapArea& map) {
    return map.levels.size() > 1 ||
           (map.levels.size() == 1 && map.levels[0].level != engine::ControlClass::confirmed);
}

// "the file says 2022-09-10", where that is not the map's own date.
std::string file_date_remark(const MapArea& map) {
    return map.map_date && map.file_date && *map.map_date != *map.file_date
               ? "file dated " + map.file_date->iso()
               : "";
}

bool has_long_edge(const MapArea& map) {
    return goes_the_long_way(map.problems);
}

} // namespace

std::string date_text(const std::optional<engine::Date>& date) {
    return date ? date->iso() : "-";
}

const char* name(shapes::EdgeModel edges) {
    constexpr auto kNames =
        shapes::enum_names<shapes::EdgeModel, shapes::EdgeModel::geodesic>("straight", "geodesic");
    return kNames.of(edges);
}

std::string problems_text(const std::string& path, const std::vector<shapes::Problem>& problems,
                          const Screen& screen) {
    std::vector<std::pair<shapes::ProblemCode, std::size_t>> kinds;
    for (const shapes::Problem& problem : problems) {
        const auto same = std::find_if(kinds.begin(), kinds.end(), [&](const auto& kind) {
            return kind.first == problem.code;
        });
        if (same == kinds.end()) {
            kinds.emplace_back(problem.code, 1);
        } else {
            ++same->second;
        }
    }
    std::string list;
    for (const auto& [code, number_of] : kinds) {
        list += (list.empty() ? "" : ", ") + count(number_of) + " " + shapes::name(code);
    }
    return list.empty() ? ""
                        : wrap(paint("drawing:", Tone::faint, screen) + " " + clean(path) + ": " +
                                   list + " (areaclaim inspect tells where)",
                               screen.width, 2) +
                              '\n';
}

std::string area_text(const std::vector<MapArea>& maps, const Screen& screen) {
    const bool levels = std::any_of(maps.begin(), maps.end(), has_levels);
    const bool remarks = std::any_of(maps.begin(), maps.end(), [](const MapArea& map) {
        return !file_date_remark(map).empty();
    });
    std::vector<Column> columns{
        {"map of", Align::left}, {in("held", screen), Align::decimal}, {"file", Align::left, true}};
    if (levels) {
        columns.insert(columns.begin() + 2, {"counting", Align::left});
    }
    if (remarks) {
        columns.push_back({""});
    }
    Table table(columns);
    for (const MapArea& map : maps) {
        const std::vector<MapArea::Level> one{{engine::ControlClass::confirmed, map.held}};
        for (const MapArea::Level& level : map.levels.empty() ? one : map.levels) {
            std::vector<Cell> row{
                date_text(map.date()),
                Cell(starred(figure(level.held, screen.unit), has_long_edge(map)), Tone::strong),
                clean(map.path)};
            if (levels) {
                row.insert(row.begin() + 2, Cell(label(level.level)));
            }
            row.emplace_back(file_date_remark(map), Tone::faint);
            row.resize(columns.size(), Cell(""));
            table.add(std::move(row));
        }
    }
    std::string result = table.text(screen);
    for (const MapArea& map : maps) {
        result += problems_text(map.path, map.problems, screen);
    }
    return result + star_note(std::ranges::any_of(maps, has_long_edge), screen);
}

std::string difference_text(const Difference& difference, const Screen& screen) {
    Table maps({{"", Align::left},
                {"map of"},
                {in("held", screen), Align::decimal},
                {"file", Align::left, true},
                {""}});
    const auto add_map = [&](const char* title, const MapArea& map) {
        maps.add({title, date_text(map.date()),
                  starred(figure(map.held, screen.unit), has_long_edge(map)), clean(map.path),
                  Cell(file_date_remark(map), Tone::faint)});
    };
    add_map("before", difference.before);
    add_map("after", difference.after);

    const bool star = has_long_edge(difference.before) || has_long_edge(difference.after);
    Table change({{""}, {"", Align::decimal}, {""}});
    const auto add_change = [&](const char* what, shapes::Area area, Tone tone) {
        change.add({Cell(what, Tone::strong), Cell(starred(figure(area, screen.unit), star), tone),
                    symbol(screen.unit)});
    };
    add_change("lost", difference.lost, Tone::bad);
    add_change("gained", difference.gained, Tone::good);
    change.add({Cell("net", Tone::strong),
                starred(signed_figure(difference.net(), screen.unit), star), symbol(screen.unit)});
    add_change("unchanged", difference.unchanged, Tone::plain);

    std::string result = maps.text(screen) + '\n' + change.text(screen) + star_note(star, screen);
    if (difference.second) {
        result += "\nsecond computation (" + difference.second->method + "): lost " +
                  figure(difference.second->lost, screen.unit) + ", gained " +
                  figure(difference.second->gained, screen.unit) + ' ' + symbol(screen.unit) + '\n';
    }
    if (const std::string note = self_check_note(difference.check); !note.empty()) {
        result +=
            '\n' +
            wrap("self-check " + self_check_line(difference.check) + ". " + note, screen.width) +
            '\n';
    }
    const std::string problems =
        problems_text(difference.before.path, difference.before.problems, screen) +
        problems_text(difference.after.path, difference.after.problems, screen);
    return result + (problems.empty() ? "" : '\n' + problems);
}

namespace {

std::string box_text(const shapes::Box& box) {
    return box.empty() ? "-"
                       : number(box.west, 4) + " … " + number(box.east, 4) + "° E, " +
                             number(box.south, 4) + " … " + number(box.north, 4) + "° N";
}

/// ", feature 3, ring 0", as far as it is known.
std::string ring_name(std::optional<std::size_t> feature, std::optional<std::size_t> ring) {
    return (feature ? ", feature " + std::to_string(*feature) : "") +
           (ring ? ", ring " + std::to_string(*ring) : "");
}

/// Those that are faults of the drawing, or those that are not.
std::string every_problem(const Inspection& file, bool faults, const Screen& screen) {
    std::string result;
    for (const shapes::Problem& problem : file.problems) {
        if (is_fault(problem.code) != faults) {
            continue;
        }
        std::string where = place(problem.at) + ring_name(problem.feature, problem.ring);
        if (problem.other_ring) {
            where +=
                " (with" + ring_name(problem.other_feature, problem.other_ring).substr(1) + ")";
        }
        result +=
            "  " +
            wrap(paint(shapes::name(problem.code), faults ? Tone::warning : Tone::faint, screen) +
                     " at " + where + ": " + clean(problem.text),
                 screen.width, 4) +
            '\n';
    }
    return result;
}

std::string one_inspection(const Inspection& file, const Screen& screen) {
    std::string result = paint(clean(file.path), Tone::strong, screen) + '\n';
    Table facts({{""}, {""}});
    facts.add({"  format", clean(file.format)});
    facts.add(
        {"  CRS", file.crs.empty() ? "none given: taken as longitude/latitude" : clean(file.crs)});
    facts.add({"  profile", file.profile.empty() ? "none fits" : clean(file.profile)});
    facts.add({"  features", count(file.features)});
    facts.add({"  polygons", count(file.polygons) + " with " + count(file.rings) + " rings and " +
                                 count(file.vertices) + " vertices"});
    facts.add({"  extent", box_text(file.box)});
    result += facts.text(screen);
    for (const std::string& line : file.contents) {
        result += "  " + wrap(clean(line), screen.width, 4) + '\n';
    }
    for (const MapArea& map : file.maps) {
        result += "  map of " + date_text(map.map_date) + ", file of " + date_text(map.file_date) +
                  ": held " + with_unit(map.held, screen);
        for (const MapArea::Level& level : map.levels) {
            result += level.level == engine::ControlClass::confirmed
                          ? ""
                          : ", " + label(level.level) + " " + with_unit(level.held, screen);
        }
        result += '\n';
    }
    for (const std::string& warning : file.warnings) {
        result +=
            "  " +
            wrap(paint("warning: ", Tone::warning, screen) + clean(warning), screen.width, 4) +
            '\n';
    }
    const auto counted = [](std::size_t n, const char* what) {
        return "  " + count(n) + " " + what + (n == 1 ? "" : "s");
    };
    const auto faults = static_cast<std::size_t>(
        std::count_if(file.problems.begin(), file.problems.end(),
                      [](const shapes::Problem& p) { return is_fault(p.code); }));
    const std::size_t borders = file.problems.size() - faults;
    result +=
        faults == 0 ? "  no geometry problems\n" : counted(faults, "geometry problem") + ":\n";
    result += every_problem(file, true, screen);
    if (borders > 0) {
        result += counted(borders, "shared border") +
                  ", no fault: polygons drawn side by side, which are united:\n" +
                  every_problem(file, false, screen);
    }
    return result;
}

} // namespace

std::string inspection_text(const std::vector<Inspection>& files, const Screen& screen) {
    std::string result;
    for (const Inspection& file : files) {
        result += (result.empty() ? "" : "\n") + one_inspection(file, screen);
    }
    return result;
}

} // namespace report
