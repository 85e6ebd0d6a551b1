// SPDX-License-Identifier: MIT
#include "tools/areaclaim/remembered_file.hpp"

#include "tools/areaclaim/index_bytes.hpp"

#include <algorithm>
#include <ctime>
#include <sys/stat.h>

namespace areaclaim {
namespace {

using engine::ControlBoundary;
using engine::MapWarning;
using engine::MapWarningCode;
using shapes::Problem;
using shapes::ProblemCode;
using shapes::ReadWarning;
using shapes::ReadWarningCode;

std::int64_t nanoseconds(const timespec& t) {
    return static_cast<std::int64_t>(t.tv_sec) * 1'000'000'000 + t.tv_nsec;
}

/// How long a file must have rested so that its next change shows in its times: kernels tell times
/// apart by a hundredth of a second, some file systems by two seconds only, and those show whole
/// seconds.
std::int64_t longest_tick_ns(const struct stat& status) {
    const bool whole = status.st_mtim.tv_nsec == 0 || status.st_ctim.tv_nsec == 0;
    return whole ? 2'100'000'000 : 100'000'000;
}

void add(IndexWriter& out, const std::array<bool, 3>& flags) {
    for (const bool flag : flags) {
        out.add(static_cast<std::uint8_t>(flag));
    }
}

std::array<bool, 3> flags(IndexReader& in) {
    std::array<bool, 3> flags{};
    for (bool& flag : flags) {
        flag = in.number<std::uint8_t>() != 0;
    }
    return flags;
}

void add(IndexWriter& out, const Problem& problem) {
    out.add(static_cast<std::uint8_t>(problem.code));
    out.add(problem.at.lon);
    out.add(problem.at.lat);
    out.add(problem.feature);
    out.add(problem.ring);
    out.add(problem.other_feature);
    out.add(problem.other_ring);
    out.add(static_cast<std::uint64_t>(problem.count));
    out.add(std::string_view(problem.text));
}

/// nullopt for a code that there is none of.
std::optional<Problem> problem(IndexReader& in) {
    Problem problem{};
    const auto code = in.number<std::uint8_t>();
    if (code > static_cast<std::uint8_t>(ProblemCode::not_listed)) {
        return std::nullopt;
    }
    problem.code = static_cast<ProblemCode>(code);
    problem.at.lon = in.number<double>();
    problem.at.lat = in.number<double>();
    problem.feature = in.optional_number();
    problem.ring = in.optional_number();
    problem.other_feature = in.optional_number();
    problem.other_ring = in.optional_number();
    problem.count = in.number<std::uint64_t>();
    problem.text = in.text();
    return problem;
}

// A map's warning: neither of a region of interest, nor of several maps.
void add(IndexWriter& out, const MapWarning& warning) {
    out.add(static_cast<std::uint8_t>(warning.code));
    out.add(warning.day);
    out.add(warning.last);
    out.add(std::string_view(warning.name));
    out.add(std::string_view(warning.value));
    out.add(static_cast<std::uint64_t>(warning.count));
    out.add(static_cast<std::uint32_t>(warning.examples.size()));
    for (const std::string& example : warning.examples) {
        out.add(std::string_view(example));
    }
    out.add(static_cast<std::uint8_t>(warning.reader.has_value()));
    const ReadWarning reader = warning.reader.value_or(ReadWarning{});
    out.add(static_cast<std::uint8_t>(reader.code));
    out.add(std::string_view(reader.name));
    out.add(static_cast<std::uint64_t>(reader.count));
}

/// nullopt for a code that there is none of.
std::optional<MapWarning> warning(IndexReader& in) {
    MapWarning warning;
    const auto code = in.number<std::uint8_t>();
    warning.code = static_cast<MapWarningCode>(code);
    warning.day = in.date();
    warning.last = in.date();
    warning.name = in.text();
    warning.value = in.text();
    warning.count = in.number<std::uint64_t>();
    for (std::size_t n = in.count(1); n > 0 && in.ok(); --n) {
        warning.examples.emplace_back(in.text());
    }
    const bool has_reader = in.number<std::uint8_t>() != 0;
    const auto reader = in.number<std::uint8_t>();
    const std::string name(in.text());
    const auto count = in.number<std::uint64_t>();
    if (code > static_cast<std::uint8_t>(MapWarningCode::profile_passed_over) ||
        reader > static_cast<std::uint8_t>(ReadWarningCode::library_says) ||
        has_reader != (warning.code == MapWarningCode::reader_says)) {
        return std::nullopt;
    }
    if (has_reader) {
        warning.reader = ReadWarning{static_cast<ReadWarningCode>(reader), name, count};
    }
    return warning;
}

void add(IndexWriter& out, const std::vector<MapWarning>& warnings) {
    out.add(static_cast<std::uint32_t>(warnings.size()));
    for (const MapWarning& each : warnings) {
        add(out, each);
    }
}

/// nullopt where the bytes are none of warnings.
std::optional<std::vector<MapWarning>> warnings(IndexReader& in) {
    std::vector<MapWarning> all;
    for (std::size_t n = in.count(1); n > 0; --n) {
        auto read = warning(in);
        if (!read || !in.ok()) {
            return std::nullopt;
        }
        all.push_back(std::move(*read));
    }
    return all;
}

void add(IndexWriter& out, const ControlBoundary& map) {
    out.add(map.file_date);
    out.add(map.map_date);
    out.add(map.change_since);
    add(out, map.draws);
    add(out, map.holds);
    out.add(map.identity->drawn);
    out.add(map.identity->change);
    out.add(static_cast<std::uint32_t>(map.problems.size()));
    for (const Problem& problem : map.problems) {
        add(out, problem);
    }
    add(out, map.warnings);
}

/// nullopt where the bytes are none of a map.
std::optional<ControlBoundary> map(IndexReader& in) {
    ControlBoundary map;
    map.file_date = in.date();
    map.map_date = in.date();
    map.change_since = in.date();
    map.draws = flags(in);
    map.holds = flags(in);
    map.identity.emplace();
    map.identity->drawn = in.array<32>();
    map.identity->change = in.array<32>();
    for (std::size_t n = in.count(1); n > 0; --n) {
        auto read = problem(in);
        if (!read || !in.ok()) {
            return std::nullopt;
        }
        map.problems.push_back(std::move(*read));
    }
    auto told = warnings(in);
    if (!told) {
        return std::nullopt;
    }
    map.warnings = std::move(*told);
    return in.ok() ? std::optional(std::move(map)) : std::nullopt;
}

} // namespace

std::optional<FileState> state_of(const std::string& path) {
    struct stat status {};
    timespec now{};
    ::clock_gettime(CLOCK_REALTIME, &now);
    if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) {
        return std::nullopt;
    }
    FileState state{status.st_dev, status.st_ino, static_cast<std::uint64_t>(status.st_size),
                    nanoseconds(status.st_mtim), nanoseconds(status.st_ctim)};
    state.rested =
        nanoseconds(now) - std::max(state.written_ns, state.changed_ns) > longest_tick_ns(status);
    return state;
}

std::string encoded(const RememberedFile& file) {
    IndexWriter out;
    out.add(file.state.device);
    out.add(file.state.inode);
    out.add(file.state.bytes);
    out.add(file.state.written_ns);
    out.add(file.state.changed_ns);
    out.add(std::string_view(file.sha256));
    out.add(std::string_view(file.profile));
    add(out, file.fitting ? std::vector{*file.fitting} : std::vector<MapWarning>{});
    out.add(static_cast<std::uint32_t>(file.maps.size()));
    for (const ControlBoundary& map : file.maps) {
        add(out, map);
    }
    return out.bytes();
}

std::optional<RememberedFile> decoded(std::string_view bytes) {
    IndexReader in(bytes);
    RememberedFile file;
    file.state.device = in.number<std::uint64_t>();
    file.state.inode = in.number<std::uint64_t>();
    file.state.bytes = in.number<std::uint64_t>();
    file.state.written_ns = in.number<std::int64_t>();
    file.state.changed_ns = in.number<std::int64_t>();
    file.state.rested = true;
    file.sha256 = in.text();
    file.profile = in.text();
    auto fitting = warnings(in);
    if (!fitting || fitting->size() > 1) {
        return std::nullopt;
    }
    if (!fitting->empty()) {
        file.fitting = std::move(fitting->front());
    }
    for (std::size_t n = in.count(1); n > 0; --n) {
        auto read = map(in);
        if (!read) {
            return std::nullopt;
        }
        file.maps.push_back(std::move(*read));
    }
    const bool is_whole = in.ok() && in.left() == 0 && !file.maps.empty();
    return is_whole ? std::optional(std::move(file)) : std::nullopt;
}

} // namespace areaclaim
