// SPDX-License-Identifier: MIT
#include "shapes/io/tar_stream.hpp"
#include "tests/shapes/io/tar_bytes.hpp"

#include <doctest/doctest.h>

#include <cstdio>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace tar_bytes;
using Members = std::vector<std::pair<std::string, std::string>>;

struct Read {
    Members members;
    std::size_t left_out = 0;
    std::string fault;
};

Read read(const std::string& archive, std::size_t step = 4096) {
    Read found;
    shapes::io::TarStream stream([](const std::string& name) { return name.ends_with(".json"); },
                                 [&](const std::string& name, std::string&& body) {
                                     found.members.emplace_back(name, std::move(body));
                                 });
    try {
        for (std::size_t at = 0; at < archive.size(); at += step) {
            stream.add(std::string_view(archive).substr(at, step));
        }
        stream.finish();
    } catch (const shapes::io::TarFault& e) {
        found.fault = e.what();
    }
    found.left_out = stream.left_out();
    return found;
}

} // namespace

TEST_CASE("files come out of a tar archive, in pieces of any size") {
    const std::string archive = entry("days/", "", '5') + entry("days/1.json", "one") +
                                entry("days/read.me", "no map") +
                                entry("2.json", std::string(1300, 'x')) + entry("3.json", "") +
                                ending() + "what stands behind the end is nobody's";
    CHECK(shapes::io::is_tar(archive));
    for (const std::size_t step : {1U, 7U, 512U, 100000U}) {
        const Read found = read(archive, step);
        CHECK(found.fault.empty());
        CHECK(found.members ==
              Members{{"days/1.json", "one"}, {"2.json", std::string(1300, 'x')}, {"3.json", ""}});
        CHECK(found.left_out == 0);
    }
}

TEST_CASE("long names, as GNU and as pax write them, are those of the next file alone") {
    const std::string name = std::string(200, 'n') + ".json";
    const std::string record = "path=" + name + "\n";
    const std::string attributes = std::to_string(record.size() + 4) + " " + record;
    CHECK(read(entry("././@LongLink", name + '\0', 'L') + entry("short.json", "a") +
               entry("b.json", "b") + ending())
              .members == Members{{name, "a"}, {"b.json", "b"}});
    CHECK(read(entry("PaxHeaders/x", attributes, 'x') + entry("short.json", "a") +
               entry("b.json", "b") + ending())
              .members == Members{{name, "a"}, {"b.json", "b"}});
}

TEST_CASE("links, devices and pipes are left out and counted, whatever size they claim") {
    for (const char type : {'1', '2', '3', '4', '6'}) {
        const Read found =
            read(header_of("passwd.json", octal(1000, 11), type) + entry("b.json", "b") + ending());
        CAPTURE(type);
        CHECK(found.members == Members{{"b.json", "b"}});
        CHECK(found.left_out == 1);
    }
}

TEST_CASE("an archive that ends too early, at whatever byte, or is damaged, is told of") {
    const std::string archive = entry("1.json", std::string(700, 'x')) + entry("2.json", "two");
    for (std::size_t end = 1; end <= archive.size(); ++end) { // between two files, too
        CAPTURE(end);
        CHECK_FALSE(read(archive.substr(0, end)).fault.empty());
    }
    CHECK(read(archive + ending().substr(0, kBlock)).fault.empty());
    for (const std::size_t at : {0U, 120U, 130U, 150U, 257U, 400U}) {
        std::string damaged = archive;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x15);
        CHECK(read(damaged).fault == "a header is damaged");
    }
}

TEST_CASE("sizes that a header claims are not believed") {
    // 2^62 in binary; a gigabyte of name; attributes that reach beyond their end.
    std::string huge = header_of("1.json", std::string("\x80\0\0\0\x40\0\0\0\0\0\0\0", 12), '0');
    CHECK(read(huge).fault == "a header claims an impossible size");
    CHECK(read(header_of("x", octal(std::size_t{1} << 30, 11), 'L')).fault ==
          "a header claims an impossible name");
    for (const char* attributes : {"99 path=a\n", "0 path=a\n", "x", "-1 path=a\n", "3 a"}) {
        CAPTURE(attributes);
        CHECK(read(entry("x", attributes, 'x') + entry("b.json", "b")).fault ==
              "a header is damaged");
    }
    // Eight gigabytes are claimed, three bytes come.
    CHECK(read(header_of("1.json", octal((std::size_t{1} << 33) - 1, 11), '0') + "abc").fault ==
          "it ends within a file");
}
