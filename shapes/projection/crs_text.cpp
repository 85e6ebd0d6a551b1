// SPDX-License-Identifier: MIT
#include "shapes/projection/crs_text.hpp"

#include <algorithm>
#include <cctype>

namespace shapes::projection {
namespace {

constexpr int kDeepest = 32;
constexpr std::size_t kLongestName = 256;
constexpr std::size_t kLongestWkt = 65'536;

/// Keywords of WKT 1 (OGC 01-009, and ESRI's and GDAL's ways of writing it) and WKT 2, a blank
/// around each.
constexpr std::string_view kKeywords =
    " ABRIDGEDTRANSFORMATION ANCHOR ANCHOREPOCH ANGLEUNIT AREA AUTHORITY AXIS "
    "AXISMAXVALUE AXISMINVALUE BASEGEODCRS BASEGEOGCRS BBOX BEARING BOUNDCRS "
    "CITATION COMPD_CS COMPOUNDCRS CONVERSION CS DATUM DYNAMIC EDATUM ELLIPSOID "
    "ENGCRS ENGINEERINGCRS ENGINEERINGDATUM ENSEMBLE ENSEMBLEACCURACY FRAMEEPOCH "
    "GEOCCS GEODCRS GEODETICCRS GEODETICDATUM GEOGCRS GEOGCS GEOGRAPHICCRS "
    "GEOIDMODEL ID LENGTHUNIT LOCAL_CS LOCAL_DATUM MEMBER MERIDIAN METHOD MODEL "
    "ORDER PARAMETER PARAMETRICUNIT PRIMEM PRIMEMERIDIAN PROJCRS PROJCS PROJECTEDCRS "
    "PROJECTION RANGEMEANING REMARK SCALEUNIT SCOPE SOURCECRS SPHEROID TARGETCRS "
    "TIMEEXTENT TIMEUNIT TOWGS84 TRF UNIT URI USAGE VDATUM VERSION VERTCRS "
    "VERTICALCRS VERTICALDATUM VERTICALEXTENT VERT_CS VERT_DATUM VRF ";

bool is_word(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

/// GDAL's EXTENSION["PROJ4","+proj=merc … +nadgrids=@null …"], which it writes for Web Mercator,
/// names no file. `text` begins at the bracket.
bool is_harmless_extension(std::string_view text) {
    constexpr std::string_view kGrids = "grids=";
    constexpr std::string_view kNone = "@null ";
    const std::string_view content = text.substr(0, text.find(']'));
    for (std::size_t at = content.find(kGrids); at != std::string_view::npos;
         at = content.find(kGrids, at + 1)) {
        if (!content.substr(at + kGrids.size()).starts_with(kNone)) {
            return false;
        }
    }
    return content.starts_with("[\"PROJ4\",\"+proj=") &&
           content.find("init=") == std::string_view::npos &&
           content.find("pipeline") == std::string_view::npos &&
           content.find("file") == std::string_view::npos;
}

/// Walks over a WKT: quoted texts are skipped, what stands before a bracket is a keyword.
std::string refused_in_wkt(std::string_view text) {
    int depth = 0;
    std::string word;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"') {
            i = std::min(text.find('"', i + 1), text.size()); // a doubled quote opens the next one
            word.clear();
        } else if (is_word(c)) {
            word += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
        } else if (c == '[' || c == '(') {
            if (++depth > kDeepest) {
                return "it nests too deep";
            }
            const bool is_known = kKeywords.find(" " + word + " ") != std::string_view::npos;
            if (!is_known && !(word == "EXTENSION" && is_harmless_extension(text.substr(i)))) {
                return "it has the part " + word.substr(0, 40) + ", which may name a file";
            }
            word.clear();
        } else {
            depth -= c == ']' || c == ')' ? 1 : 0;
            word.clear();
        }
    }
    return "";
}

bool is_of_name(char c) {
    return is_word(c) || static_cast<unsigned char>(c) >= 0x80 ||
           std::string_view(" -.,:/()+*'#").find(c) != std::string_view::npos;
}

} // namespace

std::string why_crs_is_refused(std::string_view text) {
    if (text.find('[') != std::string_view::npos && !text.starts_with('{')) {
        return text.size() <= kLongestWkt ? refused_in_wkt(text) : "it is too long";
    }
    if (text.starts_with('+') || text.find('=') != std::string_view::npos) {
        return "it is a PROJ string, which may name files; its EPSG code or WKT is taken";
    }
    if (text.starts_with('{')) {
        return "it is PROJJSON, which may name files; its EPSG code or WKT is taken";
    }
    const bool is_name = text.size() <= kLongestName && std::ranges::all_of(text, is_of_name) &&
                         !text.starts_with('/') && !text.starts_with('.');
    return is_name ? "" : "it is neither a name nor WKT";
}

} // namespace shapes::projection
