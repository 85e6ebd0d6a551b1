// SPDX-License-Identifier: MIT
#include "tools/areaclaim/remembered_file.hpp"

#include "tools/areaclaim/index_bytes.hpp"

#include <algorithm>
#include <ctime>
#include <sys/stat.h>

namespace areaclaim {
namespace {

using engine::ControlBoundary;
using shapes::Problem;
using shapes::ProblemCode;

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
    out.add(static_cast<std::uint32_t>(map.warnings.size()));
    for (const std::string& warning : map.warnings) {
        out.add(std::string_view(warning));
    }
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
    for (std::size_t n = in.count(1); n > 0 && in.ok(); --n) {
        map.warnings.emplace_back(in.text());
    }
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
    for (const std::string& text : {file.sha256, file.profile, file.note, file.warning}) {
        out.add(std::string_view(text));
    }
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
    for (std::string* text : {&file.sha256, &file.profile, &file.note, &file.warning}) {
        *text = in.text();
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
