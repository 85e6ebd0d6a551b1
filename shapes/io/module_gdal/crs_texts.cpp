// SPDX-License-Identifier: MIT
#include "shapes/io/module_gdal/crs_texts.hpp"

#include "shapes/io/module_gdal/virtual_file.hpp"
#include "shapes/projection/crs_text.hpp"

#include <algorithm>
#include <array>
#include <cpl_conv.h>
#include <cstddef>
#include <string_view>

namespace shapes::io {
namespace {

constexpr std::size_t kMostPrjBytes = 65'536;
constexpr std::size_t kLongestSrsName = 4'096;

std::string trimmed(std::string_view text) {
    constexpr std::string_view kBlanks = " \t\r\n";
    const std::size_t first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos) {
        return "";
    }
    return std::string(text.substr(first, text.find_last_not_of(kBlanks) - first + 1));
}

std::optional<std::string> refused_prj(const std::string& name) {
    std::string text;
    if (!slurp_virtual(name, kMostPrjBytes, text)) {
        return text.empty() ? std::nullopt : std::optional<std::string>("its .prj is too large");
    }
    const std::string crs = trimmed(text);
    return crs.empty() ? std::nullopt : refused_crs_text(crs);
}

/// Looks at what stands between `open` and `close` wherever both are met in a text that comes chunk
/// by chunk.
class Between {
  public:
    Between(std::string_view open, std::string_view close) : open_(open), close_(close) {}

    void take(std::string_view chunk) {
        if (refusal_) {
            return;
        }
        text_ += chunk;
        std::size_t at = 0;
        while (!refusal_ && (at = text_.find(open_, at)) != std::string::npos) {
            const std::size_t begin = at + open_.size();
            const std::size_t end = text_.find_first_of(close_, begin);
            if (end == std::string::npos && text_.size() - begin < kLongestSrsName) {
                break; // the rest comes with the next chunk
            }
            check(std::string_view(text_).substr(begin, std::min(end, text_.size()) - begin));
            at = begin;
        }
        const std::size_t keep =
            at != std::string::npos ? at : text_.size() - std::min(text_.size(), open_.size());
        text_.erase(0, keep);
    }
    const std::optional<std::string>& refusal() const { return refusal_; }

  private:
    void check(std::string_view value) {
        // An entity stands for any text; no name of a CRS needs one.
        if (value.size() >= kLongestSrsName || value.find('&') != std::string_view::npos) {
            refusal_ = "the name of its CRS is no plain text";
            return;
        }
        const std::string crs = trimmed(value);
        refusal_ = crs.empty() ? std::nullopt : refused_crs_text(crs);
    }

    std::string_view open_;
    std::string_view close_;
    std::string text_;
    std::optional<std::string> refusal_;
};

/// The SRS names of a GML: attributes in either kind of quotes. A text in another encoding than
/// UTF-8 would hide them.
std::optional<std::string> refused_gml(const std::string& name) {
    Between twice("srsName=\"", "\"");
    Between once("srsName='", "'");
    Between spaced("srsName ", ">");
    bool has_zero = false;
    for_each_chunk(name, [&](std::string_view chunk) {
        has_zero = has_zero || chunk.find('\0') != std::string_view::npos;
        twice.take(chunk);
        once.take(chunk);
        spaced.take(chunk);
    });
    if (has_zero) {
        return "it is not written in UTF-8";
    }
    Between schema("<SRSName>", "<");
    for_each_chunk(CPLResetExtension(name.c_str(), "gfs"),
                   [&](std::string_view chunk) { schema.take(chunk); });
    for (const Between* between : {&twice, &once, &spaced, &schema}) {
        if (between->refusal()) {
            return between->refusal();
        }
    }
    return std::nullopt;
}

/// The header of a FlatGeobuf is binary: the words by which a text names files are looked for.
std::optional<std::string> refused_flatgeobuf(const std::string& name) {
    constexpr std::size_t kHeader = 65'536;
    constexpr std::array<std::string_view, 6> kWords{"PARAMETERFILE", "EXTENSION", "+proj",
                                                     "+init",         "grids=",    "init="};
    std::string head;
    slurp_virtual(name, kHeader, head);
    for (const std::string_view word : kWords) {
        if (head.find(word) != std::string::npos) {
            return "its CRS has the part " + std::string(word) + ", which may name a file";
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<std::string> refused_crs_text(const std::string& text) {
    const std::string reason = projection::why_crs_is_refused(text);
    return reason.empty() ? std::nullopt : std::optional("its CRS cannot be used: " + reason);
}

std::optional<std::string> refused_crs_of_file(const std::string& name) {
    std::string head;
    slurp_virtual(name, 16, head);
    const char* extension = CPLGetExtension(name.c_str());
    if (EQUAL(extension, "shp") || EQUAL(extension, "csv")) {
        return refused_prj(CPLResetExtension(name.c_str(), "prj"));
    }
    if (std::string_view(head).starts_with("fgb")) {
        return refused_flatgeobuf(name);
    }
    const bool is_kml = EQUAL(extension, "kml") || EQUAL(extension, "kmz");
    const bool is_xml = trimmed(head).starts_with('<') || head.starts_with("\xEF\xBB\xBF<") ||
                        EQUAL(extension, "gml") || EQUAL(extension, "xml");
    return is_xml && !is_kml ? refused_gml(name) : std::nullopt;
}

} // namespace shapes::io
