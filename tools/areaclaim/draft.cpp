// SPDX-License-Identifier: MIT
#include "tools/areaclaim/draft.hpp"

#include "engine/input_error.hpp"
#include "shapes/io/atomic_file.hpp"
#include "shapes/io/database_address.hpp"
#include "shapes/io/unsafe_text.hpp"
#include "tools/areaclaim/digest.hpp"
#include "tools/areaclaim/exit_code.hpp"
#include "tools/areaclaim/load.hpp"
#include "tools/report/warning_text.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>

namespace areaclaim {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMark = "# Drafted by areaclaim check; unedited, the rest has SHA-256 ";

using shapes::io::is_database_address;

/// The profile that a source's first file is read with.
std::string detected_profile(const std::vector<std::string>& paths, const MapOptions& options) {
    const std::vector<std::string> files = expand(paths, Folders::listed);
    return options.profile.empty() ? find_file(files.front(), options).profile.name
                                   : options.profile;
}

/// A path as a file in `folder` names it.
std::string from_folder(const std::string& path, const std::string& folder) {
    if (is_database_address(path)) {
        return path;
    }
    std::error_code error;
    const fs::path base = fs::weakly_canonical(fs::absolute(folder.empty() ? "." : folder), error);
    const fs::path target = fs::absolute(path, error).lexically_normal();
    const fs::path whole = fs::weakly_canonical(target.parent_path(), error) / target.filename();
    const fs::path relative = (error ? target : whole).lexically_relative(base);
    return relative.empty() ? target.string() : relative.string();
}

engine::CaseSource draft_source(const DeskSource& desk, const std::string& folder) {
    engine::CaseSource result = desk.source;
    if (desk.source.profile.ends_with(".toml")) {
        result.profile = from_folder(desk.source.profile, folder);
    }
    for (std::string& file : result.files) {
        file = from_folder(file, folder);
    }
    return result;
}

/// The comments of a draft in a language of reports.
class WordsOfDraft : public engine::DraftWords {
  public:
    explicit WordsOfDraft(const report::Language& in) : in_(in) {}

    std::string remark(engine::DraftRemark remark,
                       const std::map<std::string, std::string>& values) const override {
        return in_.text(std::string("draft.") + name(remark), values);
    }
    std::string warning(const engine::ClaimWarning& warning) const override {
        return report::warning_text(warning, in_);
    }

  private:
    const report::Language& in_;
};

/// Claims that a case may hold; of the others the console tells why they are left out.
std::vector<engine::TextClaim> usable(const DraftParts& parts, const engine::DraftFrame& frame,
                                      const Console& console) {
    std::vector<engine::TextClaim> result;
    for (const engine::TextClaim& claim : parts.claims) {
        if (!engine::is_verifiable(claim)) {
            continue;
        }
        try {
            engine::parse_case(engine::draft_case(std::span(&claim, 1), parts.reading, frame),
                               "“" + claim.text + "”");
            result.push_back(claim);
        } catch (const engine::InputError& error) {
            console.warn("left out of the draft: " + std::string(error.what()));
        }
    }
    return result;
}

} // namespace

std::vector<DeskSource> sources_of_maps(const std::vector<std::string>& paths,
                                        const MapOptions& options) {
    std::vector<DeskSource> result;
    for (const std::string& path : paths) {
        const std::string profile = detected_profile({path}, options);
        auto same = std::ranges::find_if(
            result, [&](const DeskSource& s) { return s.source.profile == profile; });
        if (same == result.end()) {
            DeskSource source;
            source.source.name = profile == "plain" ? "maps" : fs::path(profile).stem().string();
            source.source.profile = profile;
            source.source.layer = options.layer;
            source.source.where = options.where;
            same = result.insert(result.end(), std::move(source));
        }
        same->source.files.push_back(path);
    }
    return result;
}

std::vector<DeskSource> sources_of_desk(const Desk& desk, const MapOptions& options) {
    std::vector<DeskSource> result = desk.sources;
    const fs::path folder = fs::path(desk.path).parent_path();
    for (DeskSource& source : result) {
        for (std::string& file : source.source.files) {
            file = is_database_address(file) ? file : (folder / file).string();
        }
        if (source.source.profile.ends_with(".toml")) {
            source.source.profile = (folder / source.source.profile).string();
        }
        if (source.source.profile.empty()) {
            MapOptions how = options;
            how.layer = source.source.layer;
            how.where = source.source.where;
            source.source.profile = detected_profile(source.source.files, how);
        }
    }
    return result;
}

std::string holder_of(const std::vector<DeskSource>& sources) {
    std::vector<std::string> holders;
    holders.reserve(sources.size());
    for (const DeskSource& source : sources) {
        holders.push_back(find_profile(source.source.profile).holder);
    }
    return engine::common_holder(holders);
}

engine::DraftFrame draft_frame(const report::Language& in) {
    engine::DraftFrame frame;
    frame.words = std::make_shared<WordsOfDraft>(in);
    return frame;
}

std::string draft_text(const DraftParts& parts, const std::string& folder, const Console& console) {
    engine::DraftFrame frame = draft_frame(report::Language::of(parts.language));
    frame.title = parts.title;
    frame.within = parts.within.empty() ? "" : from_folder(parts.within, folder);
    for (const DeskSource& source : parts.sources) {
        frame.sources.push_back(draft_source(source, folder));
    }
    const std::vector<engine::TextClaim> claims = usable(parts, frame, console);
    return claims.empty()
               ? ""
               : shapes::io::escape_unsafe_toml(engine::draft_case(claims, parts.reading, frame));
}

void write_draft(const std::string& path, const std::string& text, bool force) {
    std::error_code ignored;
    if (!force && fs::exists(path, ignored)) {
        const std::string old = read_text(path);
        const std::size_t line = std::min(old.find('\n'), old.size());
        const std::string rest = old.substr(std::min(line + 1, old.size()));
        const bool unedited =
            old.starts_with(kMark) && old.substr(kMark.size(), line - kMark.size()) == sha256(rest);
        if (!unedited) {
            throw OutputError(path +
                              ": stands there already and was edited or is another's; "
                              "verify it with 'areaclaim verify " +
                              path + "', name another folder with --out, or say --force");
        }
    }
    shapes::write_file(path, std::string(kMark) + sha256(text) + "\n" + text);
}

} // namespace areaclaim
