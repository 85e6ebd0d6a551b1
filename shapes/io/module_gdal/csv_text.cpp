// SPDX-License-Identifier: MIT
#include "shapes/io/module_gdal/csv_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <stdexcept>
#include <vector>

namespace shapes::io {
namespace {

/// A field as it stands in the text, quotes included.
struct Field {
    std::size_t begin;
    std::size_t end;
    bool ends_record;
};

/// Calls `take(field)` for each field of a text, from the left.
template<class Take>
void for_each_field(std::string_view text, char separator, Take take) {
    std::size_t begin = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"') {
            quoted = !quoted; // a doubled quote closes and opens again
        } else if (!quoted && (c == separator || c == '\n')) {
            take(Field{begin, i, c == '\n'});
            begin = i + 1;
        }
    }
    if (begin < text.size()) {
        take(Field{begin, text.size(), true});
    }
}

/// The separator that stands most often in the header, a comma where none does.
char separator_of(std::string_view text) {
    const std::string_view header = text.substr(0, text.find('\n'));
    char best = ',';
    std::ptrdiff_t most = 0;
    for (const char separator : {',', ';', '\t', '|'}) {
        const std::ptrdiff_t count = std::ranges::count(header, separator);
        if (count > most) {
            best = separator;
            most = count;
        }
    }
    return best;
}

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '"';
}

/// A field without its quotes and the blanks around it.
std::string_view bare(std::string_view field) {
    while (!field.empty() && is_blank(field.front())) {
        field.remove_prefix(1);
    }
    while (!field.empty() && is_blank(field.back())) {
        field.remove_suffix(1);
    }
    return field;
}

char upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

bool starts_with_word(std::string_view text, std::string_view word) {
    return text.size() >= word.size() &&
           std::ranges::equal(text.substr(0, word.size()), word, {}, upper);
}

int hex_value(char c) {
    const std::size_t at = std::string_view("0123456789ABCDEF").find(upper(c));
    return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

/// Well-known binary in hexadecimal digits: the byte order, then the type, of which a bit of its
/// highest byte tells that an SRID follows (PostGIS, "EWKB").
class HexWkb {
  public:
    explicit HexWkb(std::string_view digits) : digits_(digits) {}

    bool is_wkb() const {
        constexpr std::size_t kFewest = 18; // byte order, type, number of rings
        return digits_.size() >= kFewest && digits_.size() % 2 == 0 &&
               (byte(0) == 0 || byte(0) == 1) &&
               std::ranges::all_of(digits_, [](char c) { return hex_value(c) >= 0; });
    }
    bool has_srid() const { return (byte(flags_at()) & kSridFlag) != 0; }
    int srid() const {
        unsigned value = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            const std::size_t at = kSridAt + (is_little_endian() ? 3 - i : i);
            value = value << 8U | static_cast<unsigned>(byte(at));
        }
        return static_cast<int>(value);
    }
    std::string without_srid() const {
        std::string plain(digits_.substr(0, 2 * kSridAt));
        const std::size_t high = 2 * flags_at();
        plain[high] = "0123456789ABCDEF"[static_cast<std::size_t>(hex_value(plain[high]) &
                                                                  ~(kSridFlag >> 4))];
        return plain + std::string(digits_.substr(2 * (kSridAt + 4)));
    }

  private:
    static constexpr int kSridFlag = 0x20;
    static constexpr std::size_t kSridAt = 5; // behind the byte order and the type

    int byte(std::size_t i) const {
        return 16 * hex_value(digits_[2 * i]) + hex_value(digits_[2 * i + 1]);
    }
    bool is_little_endian() const { return byte(0) == 1; }
    std::size_t flags_at() const { return is_little_endian() ? 4 : 1; }

    std::string_view digits_;
};

/// "SRID=4326;" at the front of a WKT: its number, and how many characters it takes.
struct SridPrefix {
    int srid = 0;
    std::size_t length = 0;
};
std::optional<SridPrefix> srid_prefix(std::string_view field) {
    constexpr std::string_view kWord = "SRID=";
    if (!starts_with_word(field, kWord)) {
        return std::nullopt;
    }
    SridPrefix prefix;
    const char* end = field.data() + field.size();
    const auto [at, error] = std::from_chars(field.data() + kWord.size(), end, prefix.srid);
    if (error != std::errc() || at == end || *at != ';') {
        return std::nullopt;
    }
    prefix.length = static_cast<std::size_t>(at - field.data()) + 1;
    return prefix;
}

bool is_geometry(std::string_view field) {
    constexpr std::array<std::string_view, 4> kWords{"POLYGON", "MULTIPOLYGON",
                                                     "GEOMETRYCOLLECTION", "SRID="};
    return std::ranges::any_of(
               kWords, [&](std::string_view word) { return starts_with_word(field, word); }) ||
           HexWkb(field).is_wkb() || field.starts_with("{\"\"type\"\"");
}

/// Rewrites field by field.
class Rewriter {
  public:
    Rewriter(std::string_view text, char separator) : text_(text), separator_(separator) {}

    CsvText run() {
        result_.text.reserve(text_.size());
        for_each_field(text_, separator_, [&](const Field& field) { take(field); });
        return std::move(result_);
    }

  private:
    void take(const Field& field) {
        const std::string_view raw = text_.substr(field.begin, field.end - field.begin);
        const std::string_view value = bare(raw);
        if (in_header_) {
            header_.emplace_back(value);
        } else if (result_.geometry_column.empty() && column_ < header_.size() &&
                   is_geometry(value)) {
            result_.geometry_column = header_[column_];
        }
        append(raw, value);
        if (!field.ends_record) {
            result_.text += separator_;
            ++column_;
            return;
        }
        if (header_.size() == 1 && !value.empty()) { // the driver takes no table of one column
            if (result_.text.ends_with('\r')) {
                result_.text.pop_back();
            }
            result_.text += std::string(1, separator_) + (in_header_ ? "row" : "0");
            result_.is_rewritten = true;
        }
        result_.text += '\n';
        column_ = 0;
        in_header_ = false;
    }

    void append(std::string_view raw, std::string_view value) {
        if (const auto prefix = srid_prefix(value)) {
            note(prefix->srid);
            const std::size_t at = static_cast<std::size_t>(value.data() - raw.data());
            result_.text += raw.substr(0, at);
            result_.text += raw.substr(at + prefix->length);
        } else if (HexWkb(value).is_wkb() && HexWkb(value).has_srid()) {
            note(HexWkb(value).srid());
            result_.text += HexWkb(value).without_srid();
        } else {
            result_.text += raw;
        }
    }

    void note(int srid) {
        if (result_.srid && *result_.srid != srid) {
            throw std::runtime_error("its geometries are in different coordinate systems, SRID " +
                                     std::to_string(*result_.srid) + " and " +
                                     std::to_string(srid) + "; export them in one");
        }
        result_.srid = srid;
        result_.is_rewritten = true;
    }

    std::string_view text_;
    char separator_;
    std::vector<std::string> header_;
    std::size_t column_ = 0;
    bool in_header_ = true;
    CsvText result_;
};

} // namespace

CsvText readable_csv(std::string_view text) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text.starts_with(kByteOrderMark)) {
        text.remove_prefix(kByteOrderMark.size());
    }
    return Rewriter(text, separator_of(text)).run();
}

} // namespace shapes::io
