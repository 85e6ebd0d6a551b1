// SPDX-License-Identifier: MIT
#include "tests/support/wkt.hpp"

#include <charconv>
#include <stdexcept>
#include <system_error>

namespace support {
namespace {

using shapes::Position;
using shapes::Region;

void put(std::string& out, double value) {
    char digits[32];
    const auto end = std::to_chars(std::begin(digits), std::end(digits), value).ptr;
    out.append(std::begin(digits), end);
}

class Reader {
  public:
    explicit Reader(std::string_view text) : text_(text) {}

    Region region() {
        Region region;
        const bool many = word("MULTIPOLYGON");
        if (!many && !word("POLYGON")) {
            fail("POLYGON or MULTIPOLYGON");
        }
        if (!word("EMPTY")) {
            many ? list([&] { polygon(region); }) : polygon(region);
        }
        space();
        if (at_ != text_.size()) {
            fail("the end");
        }
        return region;
    }

  private:
    void polygon(Region& region) {
        region.add_polygon();
        list([&] {
            region.add_ring();
            list([&] {
                const double lon = number();
                region.add({lon, number()});
            });
        });
    }

    template<class Item>
    void list(const Item& item) {
        expect('(');
        do {
            item();
        } while (accept(','));
        expect(')');
    }

    double number() {
        space();
        double value = 0;
        const auto [end, error] =
            std::from_chars(text_.data() + at_, text_.data() + text_.size(), value);
        if (error != std::errc()) {
            fail("a number");
        }
        at_ = static_cast<std::size_t>(end - text_.data());
        return value;
    }

    void space() { at_ = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size()); }

    bool word(std::string_view w) {
        space();
        const bool there = text_.substr(at_).starts_with(w);
        at_ += there ? w.size() : 0;
        return there;
    }

    bool accept(char c) {
        space();
        const bool there = at_ < text_.size() && text_[at_] == c;
        at_ += there ? 1 : 0;
        return there;
    }

    void expect(char c) {
        if (!accept(c)) {
            fail(std::string(1, c));
        }
    }

    [[noreturn]] void fail(const std::string& wanted) const {
        throw std::invalid_argument("WKT: expected " + wanted + " at offset " +
                                    std::to_string(at_));
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

} // namespace

std::string to_wkt(const Region& region) {
    if (region.polygon_count() == 0) {
        return "MULTIPOLYGON EMPTY";
    }
    std::string out = "MULTIPOLYGON(";
    for (std::size_t p = 0; p < region.polygon_count(); ++p) {
        out += p == 0 ? "(" : ",(";
        const auto [first, last] = region.polygon(p);
        for (std::size_t r = first; r < last; ++r) {
            out += r == first ? "(" : ",(";
            const char* comma = "";
            for (const Position at : region.ring(r)) {
                out += comma;
                put(out, at.lon);
                out += ' ';
                put(out, at.lat);
                comma = ",";
            }
            out += ')';
        }
        out += ')';
    }
    return out + ')';
}

Region from_wkt(std::string_view text) {
    return Reader(text).region();
}

} // namespace support
