// SPDX-License-Identifier: MIT
#include "shapes/io/database_address.hpp"

#include "shapes/io/read.hpp"

#include <doctest/doctest.h>

#include <string>

using shapes::io::address_of;
using shapes::io::without_secrets;

TEST_CASE("an address is shown without its secrets, in every way of writing it") {
    struct Case {
        const char* address;
        const char* shown;
    };
    // Ways of writing: PostgreSQL documentation, 34.1.1 (keywords and values, URIs).
    for (const Case& c : {
             Case{"PG:host=db dbname=maps user=ann password=s3cret",
                  "PG:host=db dbname=maps user=ann password=…"},
             Case{"PG:password=s3cret dbname=maps", "PG:password=… dbname=maps"},
             Case{"PG:dbname=maps password = s3cret", "PG:dbname=maps password=…"},
             Case{"PG:dbname=maps password='s3 cret'", "PG:dbname=maps password=…"},
             Case{"PG:dbname=maps password='it\\'s s3cret' user=ann",
                  "PG:dbname=maps password=… user=ann"},
             Case{"PG:dbname='two words' passfile=/home/s3cret",
                  "PG:dbname='two words' passfile=…"},
             Case{"PG:postgresql://ann:s3cret@db:5432/maps", "PG:postgresql://ann:…@db:5432/maps"},
             Case{"PG:postgres://ann:s3@cret@db/maps?password=s3cret",
                  "PG:postgres://ann:…@db/maps?…"},
             Case{"PG:postgresql://db/maps", "PG:postgresql://db/maps"},
             Case{"PG:s3cret", "PG:…"},
             Case{"PG:dbname=maps password='s3cret", "PG:…"}, // the quote is not closed
             Case{"PG:PASSWORD=s3cret", "PG:PASSWORD=…"},
         }) {
        CAPTURE(std::string(c.address));
        const std::string shown = without_secrets(c.address);
        CHECK(shown == c.shown);
        CHECK(shown.find("s3") == std::string::npos);
        CHECK(address_of(shown) == c.address);
        CHECK(without_secrets(shown) == shown);
    }
}

TEST_CASE("a path is no address") {
    CHECK(without_secrets("maps/password=x.geojson") == "maps/password=x.geojson");
    CHECK(address_of("maps/a.geojson") == "maps/a.geojson");
    CHECK(without_secrets("").empty());
}

TEST_CASE("a library's message is cleaned of them") {
    const std::string shown = without_secrets("PG:dbname=clean password='p w' sslkey=/k");
    CHECK(shapes::io::without_secrets_of(shown, "no \"p w\" at /k, p w") == "no \"…\" at …, …");
    CHECK(shapes::io::without_secrets_of("PG:unknown", "a message") == "a message");
}

TEST_CASE("what cannot be opened is told without them") {
    const std::string shown =
        without_secrets("PG:host=127.0.0.1 port=1 dbname=x user=u password=s3cret");
    try {
        shapes::read_features(shown);
        FAIL("nothing listens there");
    } catch (const shapes::ReadError& e) {
        const std::string message = e.what();
        CHECK(message.starts_with("PG:host=127.0.0.1 port=1 dbname=x user=u password=…: "));
        CHECK(message.find("s3cret") == std::string::npos);
    }
}
