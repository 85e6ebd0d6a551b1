// SPDX-License-Identifier: MIT
#include "shapes/io/read.hpp"
#include "tests/shapes/io/temporary_files.hpp"
#include "tests/shapes/io_formats/fixtures.hpp"

#include <doctest/doctest.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

namespace {

/// A server on this machine that only notices whether somebody calls.
class Listener {
  public:
    Listener() : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto* any = reinterpret_cast<sockaddr*>(&address);
        REQUIRE(::bind(socket_, any, size) == 0);
        REQUIRE(::listen(socket_, 8) == 0);
        REQUIRE(::getsockname(socket_, any, &size) == 0);
        port_ = ntohs(address.sin_port);
    }
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;
    ~Listener() { ::close(socket_); }

    std::string url(const std::string& file) const {
        return "http://127.0.0.1:" + std::to_string(port_) + "/" + file;
    }
    bool was_called() const {
        pollfd waiting{socket_, POLLIN, 0};
        return ::poll(&waiting, 1, 50) > 0;
    }
    int port() const { return port_; }

  private:
    int socket_;
    int port_ = 0;
};

const std::string kKmlPolygon =
    "<Placemark><name>&secret;</name><Polygon><outerBoundaryIs><LinearRing><coordinates>"
    "30,50 31,50 31,51 30,50</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>";

} // namespace

TEST_CASE("the listener notices a call") {
    const Listener listener;
    CHECK_FALSE(listener.was_called());
    const int caller = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(listener.port()));
    REQUIRE(::connect(caller, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    CHECK(listener.was_called());
    ::close(caller);
}

TEST_CASE("links in a KML, a GML or a JSON file are not followed") {
    const Listener listener;
    const TemporaryFiles files;
    const std::string secret = files.write("secret.txt", "do not read this");
    const std::string kml =
        "<?xml version=\"1.0\"?><!DOCTYPE kml [<!ENTITY secret SYSTEM \"file://" + secret +
        "\">]><kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><NetworkLink><Link><href>" +
        listener.url("more.kml") + "</href></Link></NetworkLink>" + kKmlPolygon +
        "</Document></kml>";
    try {
        const auto map = shapes::read_features(files.write("links.kml", kml));
        for (const auto& feature : map.features) {
            for (const auto& [key, value] : feature.properties) {
                CHECK(value.find("do not read this") == std::string::npos);
            }
        }
    } catch (const shapes::ReadError& e) {
        CHECK(std::string(e.what()).find("do not read this") == std::string::npos);
    }
    CHECK_FALSE(listener.was_called());

    const std::string gml =
        "<c:maps xmlns:c=\"http://example.org/c\" xmlns:gml=\"http://www.opengis.net/gml/3.2\" "
        "xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
        "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"" +
        listener.url("schema") + " " + listener.url("schema.xsd") +
        "\"><gml:featureMember><c:held gml:id=\"h.1\"><c:other xlink:href=\"" +
        listener.url("other.gml") + "\"/><c:shape><gml:Polygon gml:id=\"p\" srsName=\"" +
        listener.url("crs/4326") +
        "\"><gml:exterior><gml:LinearRing><gml:posList>30 50 31 50 31 51 30 50</gml:posList>"
        "</gml:LinearRing></gml:exterior></gml:Polygon></c:shape></c:held></gml:featureMember>"
        "</c:maps>";
    try {
        shapes::read_features(files.write("links.gml", gml));
    } catch (const shapes::ReadError&) {
        // An unknown CRS may be refused; only the call matters here.
    }
    CHECK_FALSE(listener.was_called());

    const std::string old = R"({"type":"FeatureCollection","crs":{"type":"name","properties":)"
                            R"({"name":")" +
                            listener.url("crs/4326") +
                            R"("}},"features":[{"type":"Feature","properties":{},"geometry":)"
                            R"({"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51]]]}}]})";
    CHECK_THROWS_AS(shapes::read_features(files.write("crs.geojson", old)), shapes::ReadError);
    CHECK_FALSE(listener.was_called());
}

TEST_CASE("GDAL's remote file systems and HTTP client are shut") {
    const Listener listener;
    const TemporaryFiles files;
    write_dataset(files.path("held.gpkg"), {"GPKG", 4326, {"POLYGON ((1 1,2 1,2 2,1 1))"}});
    shapes::read_features(files.path("held.gpkg")); // opens the module
    CHECK_FALSE(can_fetch(listener.url("map.geojson")));
    CHECK_FALSE(can_open("/vsicurl/" + listener.url("map.geojson")));
    CHECK_FALSE(can_open("/vsis3/bucket/map.geojson"));
    CHECK_FALSE(listener.was_called());
}

TEST_CASE("a database that cannot be reached is an error that hides the password") {
    try {
        shapes::read_features("PG:host=127.0.0.1 port=1 dbname=maps password=sesame user=me");
        FAIL("expected a ReadError");
    } catch (const shapes::ReadError& e) {
        const std::string message = e.what();
        CAPTURE(message);
        CHECK(message.starts_with("PG:host=127.0.0.1"));
        CHECK(message.find("sesame") == std::string::npos);
    }
}
