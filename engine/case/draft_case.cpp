// SPDX-License-Identifier: MIT
#include "engine/case/draft_case.hpp"

#include "shapes/types/enum_names.hpp"

#include <algorithm>
#include <cstdio>
#include <optional>
#include <utility>

namespace engine {
namespace {

/// A TOML basic string; control characters as \uXXXX (TOML 1.0.0, section String).
std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20 || byte == 0x7F) {
            char code[8];
            std::snprintf(code, sizeof code, "\\u%04X", static_cast<unsigned>(byte));
            out += c == '\n' || c == '\r' || c == '\t' ? std::string(" ") : std::string(code);
        } else {
            out += c;
        }
    }
    return out + "\"";
}

/// One line of a comment: no line break may end it early.
std::string comment(std::string_view text) {
    std::string out = "# ";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        out += byte < 0x20 || byte == 0x7F ? ' ' : c;
    }
    return out + "\n";
}

/// The comments of a draft.
class Comments {
  public:
    explicit Comments(const DraftWords& words) : words_(words) {}

    std::string words(DraftRemark remark,
                      const std::map<std::string, std::string>& values = {}) const {
        return words_.remark(remark, values);
    }
    std::string line(DraftRemark remark,
                     const std::map<std::string, std::string>& values = {}) const {
        return comment(words(remark, values));
    }
    std::string day(const char* key, const StatedDay& day, DraftRemark wanted) const {
        const std::string begin = std::string(key) + " = ";
        if (day.date) {
            return begin + day.date->iso() +
                   (day.words.empty() ? "\n"
                                      : "   " + line(DraftRemark::from, {{"words", day.words}}));
        }
        return comment(
            begin + words(wanted) +
            (day.words.empty() ? "" : words(DraftRemark::text_has, {{"words", day.words}})));
    }
    std::string warning(const ClaimWarning& warning) const {
        return line(DraftRemark::warning, {{"warning", words_.warning(warning)}});
    }

  private:
    const DraftWords& words_;
};

std::string figure_words(const TextClaim& claim) {
    char text[64];
    std::snprintf(text, sizeof text, "%.6g", claim.figure_km2.value_or(claim.count.value_or(0.0)));
    return text;
}

/// Whether words, read alone, say what the claim says.
bool says_as_much(const std::string& words, const TextClaim& claim, const ReadOptions& options) {
    ReadOptions alone = options;
    alone.is_claim = true;
    const std::vector<TextClaim> again = read_claims(words, alone);
    const auto first = std::ranges::find_if(again, is_area); // the one that a case verifies
    return first != again.end() && first->figure_km2 == claim.figure_km2 &&
           first->place == claim.place && first->of_another == claim.of_another &&
           first->except == claim.except && (claim.measure || !first->measure) &&
           (claim.measure != Measure::net || first->measure == Measure::net);
}

/// The words of a claim: as few as say it, and the whole sentence where it takes more (the place of
/// it, a balance). Where that begins with another figure, the place before the words: "Kherson
/// oblast: 200 km²"; before a part of a region the region: "Crete: a third of the island".
std::string text_of(const TextClaim& claim, const ReadOptions& options) {
    for (const std::string& words : {claim.text, claim.sentence, claim.place + ": " + claim.text}) {
        if (says_as_much(words, claim, options)) {
            return words;
        }
    }
    return claim.yardstick.empty() ? claim.text : claim.yardstick + ": " + claim.text;
}

/// The measure that a draft names: what only the sentence tells is told where the draft has it.
std::optional<Measure> measure_of(const TextClaim& claim, const std::string& text) {
    const bool needs_sentence =
        claim.measure == Measure::net || claim.of_another || !claim.except.empty();
    return needs_sentence && text != claim.sentence ? std::nullopt : claim.measure;
}

/// The day that a change is counted from; one that is the claim's own day is none ("on Saturday"),
/// and its words stand for whoever fills it in.
StatedDay baseline_of(const TextClaim& claim) {
    const bool own_day =
        claim.since.date && claim.as_of.date && *claim.since.date == *claim.as_of.date;
    return own_day ? StatedDay{std::nullopt, claim.since.words} : claim.since;
}

std::string read_as(const TextClaim& claim, const Comments& comments) {
    const bool rate = claim.kind == ClaimKind::kRate;
    return comment(
        comments.words(rate ? DraftRemark::read_as_rate : DraftRemark::read_as,
                       {{"figure", figure_words(claim)}}) +
        (claim.hedge.empty() ? "" : comments.words(DraftRemark::hedge, {{"hedge", claim.hedge}})));
}

std::string claim_table(const TextClaim& claim, std::size_t number, const ReadOptions& options,
                        const Comments& comments) {
    StatedDay stated = claim.stated;
    if (!stated.date && options.published) {
        stated = {options.published, comments.words(DraftRemark::published)};
    }
    const std::string text = text_of(claim, options);
    std::string out = "\n[[claim]]\n";
    out += "id      = \"claim-" + std::to_string(number) + "\"\n";
    out += "text    = " + quoted(text) + "\n";
    out += read_as(claim, comments);
    if (!options.lang.empty()) {
        out += "lang    = " + quoted(options.lang) + "\n";
    }
    out += comments.day("stated ", stated, DraftRemark::said);
    out += comments.day("since  ", baseline_of(claim), DraftRemark::counted);
    if (claim.as_of.date && claim.as_of.date != stated.date) {
        out += comments.day("as_of  ", claim.as_of, DraftRemark::said);
    }
    if (const auto measure = measure_of(claim, text)) {
        out += std::string("measure = \"") + name(*measure) + "\"\n";
    } else {
        out += comments.line(DraftRemark::measure);
    }
    if (!claim.speaker.empty()) {
        out += "speaker = " + quoted(claim.speaker) + "\n";
    }
    for (const ClaimWarning& warning : claim.warnings) {
        out += comments.warning(warning);
    }
    return out;
}

std::string length_line(const char* key, const std::optional<double>& km) {
    char text[64];
    std::snprintf(text, sizeof text, "%s = %.12g\n", key, km.value_or(0.0));
    return km ? text : "";
}

std::string source_table(const CaseSource& source, const Comments& comments) {
    std::string out = "\n[[source]]\nname    = " + quoted(source.name) + "\n";
    out += source.profile.empty() ? "" : "profile = " + quoted(source.profile) + "\n";
    std::string files;
    for (const std::string& file : source.files) {
        files += (files.empty() ? "" : ", ") + quoted(file);
    }
    out += "files   = [" + files + "]   " + comments.line(DraftRemark::files);
    out += source.layer.empty() ? "" : "layer   = " + quoted(source.layer) + "\n";
    out += source.where.empty() ? "" : "where   = " + quoted(source.where) + "\n";
    out += source.licence.empty() ? "" : "licence = " + quoted(source.licence) + "\n";
    out += source.link.empty() ? "" : "link    = " + quoted(source.link) + "\n";
    out += source.retrieved ? "retrieved = " + source.retrieved->iso() + "\n" : "";
    if (source.error.position_sigma_km || source.error.correlation_km) {
        out += "\n[source.error]\n" +
               length_line("position_sigma_km", source.error.position_sigma_km) +
               length_line("correlation_km   ", source.error.correlation_km);
    }
    return out;
}

std::string placeholder(const Comments& comments) {
    return "\n[[source]]\nname    = \"maps\"\n" +
           comment("profile = " + comments.words(DraftRemark::profile)) +
           "files   = \"boundaries/*.geojson\"   " + comments.line(DraftRemark::files);
}

} // namespace

const char* name(DraftRemark remark) {
    constexpr auto kNames = shapes::enum_names<DraftRemark, DraftRemark::not_verified>(
        "head", "profile", "files", "holder", "the_holder", "read_as", "read_as_rate", "hedge",
        "published", "from", "said", "counted", "text_has", "measure", "warning", "not_verified");
    return kNames.of(remark);
}

std::string DraftWords::remark(DraftRemark remark,
                               const std::map<std::string, std::string>& values) const {
    std::string text = name(remark);
    for (const auto& [key, value] : values) {
        text += " " + value;
    }
    return text;
}

std::string DraftWords::warning(const ClaimWarning& warning) const {
    return name(warning.code);
}

bool is_verifiable(const TextClaim& claim) {
    const bool has_window = claim.kind != ClaimKind::kRate || claim.since.date;
    return claim.kind != ClaimKind::kCount && claim.figure_km2 && has_window;
}

std::string draft_case(std::span<const TextClaim> claims, const ReadOptions& options,
                       const DraftFrame& frame) {
    const Comments comments(*frame.words);
    std::string out = comments.line(DraftRemark::head);
    out += "title  = " + quoted(frame.title) + "\n";
    const std::string& holder = options.holder;
    out += "holder = " + quoted(holder.empty() ? comments.words(DraftRemark::the_holder) : holder) +
           "   " + comments.line(DraftRemark::holder);
    out += frame.within.empty() ? "" : "within = " + quoted(frame.within) + "\n";
    out += frame.sources.empty() ? placeholder(comments) : "";
    for (const CaseSource& source : frame.sources) {
        out += source_table(source, comments);
    }
    std::size_t number = 0;
    for (const TextClaim& claim : claims) {
        if (is_verifiable(claim)) {
            out += claim_table(claim, ++number, options, comments);
        } else {
            out += "\n" + comments.line(DraftRemark::not_verified,
                                        {{"kind", name(claim.kind)}, {"words", claim.text}});
        }
    }
    return out;
}

} // namespace engine
