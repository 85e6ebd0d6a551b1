// SPDX-License-Identifier: MIT
#include "shapes/io/database_address.hpp"

#include "shapes/io/read.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>

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
             Case{"PG:postgres://ann:s3cret@db/maps?password=s3cret",
                  "PG:postgres://ann:…@db/maps?…"},
             Case{"PG:postgresql://ann:s3cret@[::1]:5432,db2/maps",
                  "PG:postgresql://ann:…@[::1]:5432,db2/maps"},
             // What may be read otherwise than it was meant is not shown at all.
             Case{"PG:postgres://ann:s3@cret@db/maps", "PG:…"},
             Case{"PG:postgresql://ann:s3/cret@db/maps", "PG:…"},
             Case{"PG:postgresql://ann:s3?cret@db/maps", "PG:…"},
             Case{"PG:postgresql://ann:s3cret", "PG:…"},
             Case{"PG:dbname=maps password=my s3cret", "PG:…"},
             // Values that hold more than a name are not what their words say.
             Case{"PG:dbname=maps port=s3cret", "PG:dbname=maps port=…"},
             Case{"PG:dbname=a user=u\\ password=s3cret", "PG:dbname=a user=…"},
             Case{"PG:dbname=b user='u password=s3cret'", "PG:dbname=b user=…"},
             Case{"PG:dbname=postgresql://u:s3cret@db/x", "PG:dbname=…"},
             Case{"PG:user=ann@host dbname=maps tables=public.held(geom) password=s3cret",
                  "PG:user=ann@host dbname=maps tables=public.held(geom) password=…"},
             Case{"PG:postgresql://db/maps", "PG:postgresql://db/maps"},
             Case{"PG:s3cret", "PG:…"},
             Case{"PG:dbname=maps password='s3cret", "PG:…"}, // the quote is not closed
             Case{"PG:PASSWORD=s3cret", "PG:PASSWORD=…"},
         }) {
        CAPTURE(std::string(c.address));
        const std::string shown = without_secrets(c.address);
        CHECK(shown.starts_with(c.shown)); // of those that look the same, all but one have a number
        CHECK(shown.find("s3") == std::string::npos);
        CHECK(address_of(shown) == c.address);
        CHECK(without_secrets(shown) == shown);
    }
}

TEST_CASE("an address is one in every way of writing it") {
    using shapes::io::is_database_address;
    for (const char* address : {"pg:dbname=i password=s3cret", " PG:dbname=i password=s3cret",
                                "Pg: dbname=i password=s3cret"}) {
        CAPTURE(std::string(address));
        CHECK(is_database_address(address));
        CHECK(without_secrets(address).starts_with("PG:dbname=i password=…"));
        CHECK(address_of(without_secrets(address)).starts_with("PG:"));
    }
    CHECK(without_secrets("postgresql://u:s3cret@db/i") == "PG:postgresql://u:…@db/i");
    CHECK(address_of("PG:postgresql://u:…@db/i") == "PG:postgresql://u:s3cret@db/i");
    CHECK(without_secrets("Postgres://u:s3cret@db/i") == "PG:postgres://u:…@db/i");
}

TEST_CASE("two addresses that would look the same stay two") {
    const std::string one = without_secrets("PG:dbname=two options='-c search_path=may'");
    const std::string other = without_secrets("PG:dbname=two options='-c search_path=june'");
    CHECK(one == "PG:dbname=two options=…");
    CHECK(other == "PG:dbname=two options=… (2)");
    CHECK(address_of(one).find("may") != std::string::npos);
    CHECK(address_of(other).find("june") != std::string::npos);
    CHECK(without_secrets("PG:dbname=two options='-c search_path=may'") == one);
}

TEST_CASE("what only another program would open shows no password either") {
    for (const auto& pair : {
             std::pair{"https://u:s3cret@example.org/x.geojson", "https://…@example.org/x.geojson"},
             std::pair{"/vsicurl/https://u:s3cret@example.org/x?key=s3cret",
                       "/vsicurl/https://…@example.org/x?…"},
             std::pair{"MYSQL:db,password=s3cret", "MYSQL:db,password=…"},
             std::pair{"PGB:password=s3cret", "PGB:password=…"},
             std::pair{"\"PG:dbname=x PASSWORD = s3cret\"", "\"PG:dbname=x PASSWORD =…"},
         }) {
        const std::string text = pair.first; // a binding of a structure is no name for a lambda
        CAPTURE(text);
        CHECK(without_secrets(text) == pair.second);
    }
    CHECK(without_secrets("2,000 km² (https://example.org/?id=7)") ==
          "2,000 km² (https://example.org/?id=7)");
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
    const std::string uri = without_secrets("PG:postgresql://u:p%20w@clean/x?sslkey=%2Fkey");
    CHECK(shapes::io::without_secrets_of(uri, "no \"p w\" at /key") == "no \"…\" at …");
    // libpq quotes the words that it does not understand.
    const std::string odd = without_secrets("PG:dbname=clean password=my s3cret");
    CHECK(shapes::io::without_secrets_of(odd, "missing \"=\" after \"s3cret\"").find("s3cret") ==
          std::string::npos);
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
