// SPDX-License-Identifier: MIT
#include "engine/case/draft_case.hpp"

#include <cstdio>

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

std::string day_line(const char* key, const StatedDay& day, const char* advice) {
    if (day.date) {
        return std::string(key) + " = " + day.date->iso() +
               (day.words.empty() ? "\n" : "   " + comment("from \"" + day.words + "\""));
    }
    return comment(std::string(key) + " = " + advice +
                   (day.words.empty() ? "" : "; the text has \"" + day.words + "\""));
}

std::string figure_words(const TextClaim& claim) {
    char text[64];
    std::snprintf(text, sizeof text, "%.6g", claim.figure_km2.value_or(claim.count.value_or(0.0)));
    return text;
}

/// The words of a claim, and before them the region they need: "Crete: a third of the island".
std::string text_of(const TextClaim& claim, const ReadOptions& options) {
    ReadOptions alone = options;
    alone.is_claim = true;
    const std::vector<TextClaim> again = read_claims(claim.text, alone);
    const bool same = !again.empty() && again.front().figure_km2 == claim.figure_km2;
    return same || claim.yardstick.empty() ? claim.text : claim.yardstick + ": " + claim.text;
}

/// The day that a change is counted from; one that is the claim's own day is none ("on Saturday"),
/// and its words stand for whoever fills it in.
StatedDay baseline_of(const TextClaim& claim) {
    const bool own_day =
        claim.since.date && claim.as_of.date && *claim.since.date == *claim.as_of.date;
    return own_day ? StatedDay{std::nullopt, claim.since.words} : claim.since;
}

std::string claim_table(const TextClaim& claim, std::size_t number, const ReadOptions& options,
                        const DraftFrame& frame) {
    StatedDay stated = claim.stated;
    if (!stated.date && options.published) {
        stated = {options.published, "the day of publication"};
    }
    std::string out = "\n[[claim]]\n";
    out += "id      = \"claim-" + std::to_string(number) + "\"\n";
    out += "text    = " + quoted(text_of(claim, options)) + "\n";
    out += comment("read as " + figure_words(claim) +
                   (claim.kind == ClaimKind::kRate ? " km² a day" : " km²") +
                   (claim.hedge.empty() ? "" : ", hedge " + claim.hedge));
    if (!options.lang.empty()) {
        out += "lang    = " + quoted(options.lang) + "\n";
    }
    out += day_line("stated ", stated, "the day it was said");
    out += day_line("since  ", baseline_of(claim), "the day whose map it is counted from");
    if (claim.as_of.date && claim.as_of.date != stated.date) {
        out += day_line("as_of  ", claim.as_of, "");
    }
    if (claim.measure) {
        out += std::string("measure = \"") + name(*claim.measure) + "\"\n";
    } else {
        out += comment("measure = \"lost\", \"gained\", \"net\" or \"held\": the text does not "
                       "say; without it "
                       "each is judged");
    }
    if (!claim.speaker.empty()) {
        out += "speaker = " + quoted(claim.speaker) + "\n";
    }
    for (const ClaimWarning& warning : claim.warnings) {
        out += comment("warning: " +
                       (frame.warning_words ? frame.warning_words(warning) : name(warning.code)));
    }
    return out;
}

std::string length_line(const char* key, const std::optional<double>& km) {
    char text[64];
    std::snprintf(text, sizeof text, "%s = %.12g\n", key, km.value_or(0.0));
    return km ? text : "";
}

std::string source_table(const DraftSource& draft) {
    const CaseSource& source = draft.source;
    std::string out = "\n[[source]]\nname    = " + quoted(source.name) + "\n";
    out += source.profile.empty() ? "" : "profile = " + quoted(source.profile) + "\n";
    std::string files;
    for (const std::string& file : source.files) {
        files += (files.empty() ? "" : ", ") + quoted(file);
    }
    out += "files   = [" + files + "]   # relative to this file\n";
    out += source.layer.empty() ? "" : "layer   = " + quoted(source.layer) + "\n";
    out += source.where.empty() ? "" : "where   = " + quoted(source.where) + "\n";
    for (const std::string& remark : draft.remarks) {
        out += comment(remark);
    }
    if (source.error.position_sigma_km || source.error.correlation_km) {
        out += "\n[source.error]\n" +
               length_line("position_sigma_km", source.error.position_sigma_km) +
               length_line("correlation_km   ", source.error.correlation_km);
    }
    return out;
}

constexpr const char* kPlaceholder =
    "\n[[source]]\nname    = \"maps\"\n"
    "# profile = a built-in profile or a file; without it the one that fits is taken\n"
    "files   = \"boundaries/*.geojson\"   # relative to this file\n";

} // namespace

bool is_verifiable(const TextClaim& claim) {
    const bool has_window = claim.kind != ClaimKind::kRate || claim.since.date;
    return claim.kind != ClaimKind::kCount && claim.figure_km2 && has_window;
}

std::string draft_case(std::span<const TextClaim> claims, const ReadOptions& options,
                       const DraftFrame& frame) {
    std::string out = comment("A draft, read from a text. Check every line, name the maps, remove "
                              "what is not to be verified.");
    out += "title  = " + quoted(frame.title) + "\n";
    out += "holder = " + quoted(options.holder.empty() ? "the holder" : options.holder) +
           "   # whose territory the maps show\n";
    out += frame.within.empty() ? "" : "within = " + quoted(frame.within) + "\n";
    out += frame.sources.empty() ? kPlaceholder : "";
    for (const DraftSource& source : frame.sources) {
        out += source_table(source);
    }
    std::size_t number = 0;
    for (const TextClaim& claim : claims) {
        if (is_verifiable(claim)) {
            out += claim_table(claim, ++number, options, frame);
        } else {
            out += "\n" + comment(std::string("not verified, a ") + name(claim.kind) + ": \"" +
                                  claim.text + "\"");
        }
    }
    return out;
}

} // namespace engine
