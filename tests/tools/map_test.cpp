// SPDX-License-Identifier: MIT
#include "tools/page/map_layers.hpp"
#include "tools/page/outline.hpp"
#include "tools/page/projection.hpp"
#include "tools/page/view.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <tuple>

using namespace page;

namespace {

shapes::Region box(double west, double south, double east, double north) {
    shapes::Region region;
    region.add_ring();
    for (const shapes::Position p : {shapes::Position{west, south}, shapes::Position{east, south},
                                     shapes::Position{east, north}, shapes::Position{west, north},
                                     shapes::Position{west, south}}) {
        region.add(p);
    }
    return region;
}

std::size_t count(const std::string& text, char c) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), c));
}

} // namespace

// Half a degree by one degree from 50° to 51° N, by the closed form between two parallels
// (Bagratuni 1962, eq. 8).
constexpr double kHalfBoxKm2 = 3946.10942899358;

TEST_CASE("the projection keeps areas, wherever its middle is") {
    for (const double lat : {0.0, 50.5, -33.0, 75.0}) {
        const EqualAreaProjection projection({36, lat});
        const PlanePoint low = projection.at({36, 50});
        const PlanePoint high = projection.at({36.5, 51});
        CAPTURE(lat);
        CHECK((high.x_km - low.x_km) * (high.y_km - low.y_km) ==
              doctest::Approx(kHalfBoxKm2).epsilon(1e-9));
    }
}

TEST_CASE("the projection is true to scale along its middle") {
    // A degree of longitude at 45° and 60° on WGS84: 78.847 and 55.800 km, and of latitude about
    // 45° and 60°: 111.132 and 111.412 km (National Geospatial-Intelligence Agency, length of a
    // degree).
    for (const auto& [lat, along, across] :
         {std::tuple{45.0, 78.847, 111.132}, std::tuple{60.0, 55.800, 111.412}}) {
        const EqualAreaProjection projection({0, lat});
        CHECK(projection.at({1, lat}).x_km == doctest::Approx(along).epsilon(1e-5));
        const double tall =
            projection.at({0, lat + 0.05}).y_km - projection.at({0, lat - 0.05}).y_km;
        CHECK(tall * 10 == doctest::Approx(across).epsilon(1e-4));
    }
}

TEST_CASE("a view shows its box with a margin and knows its own bounds") {
    const View view({36, 49, 38, 50}, 460);
    CHECK(view.width() == 460);
    CHECK(view.height() >= 230);
    CHECK(view.height() <= 414);
    const Spot low = view.at({36, 49});
    const Spot high = view.at({38, 50});
    CHECK(low.x > 0);
    CHECK(low.y < view.height());
    CHECK(high.x < 460);
    CHECK(high.y > 0);
    CHECK(view.at({view.shown().west, 49}).x == doctest::Approx(0).epsilon(1e-6));
    CHECK(view.at({36, view.shown().north}).y == doctest::Approx(0).epsilon(1e-6));
    // Room for a yardstick where the change is a point.
    const View small({36, 49, 36, 49}, 460, 50);
    CHECK(small.units_per_km() * 50 <= small.height());
}

TEST_CASE("outlines are cut to the view and have no needless detail") {
    const View view({36, 49, 38, 50}, 460);
    CHECK(outline(box(10, 10, 11, 11), view).empty());
    const std::string whole = outline(box(-100, -80, 120, 80), view);
    CHECK(count(whole, 'L') == 3); // four corners a little outside the view
    shapes::Region fine;
    fine.add_ring();
    for (int i = 0; i < 10000; ++i) { // a circle of ten thousand places
        const double angle = i * 2 * 3.14159265358979 / 10000;
        fine.add({37 + 0.4 * std::cos(angle), 49.5 + 0.4 * std::sin(angle)});
    }
    fine.close_ring();
    const std::string circle = outline(fine, view);
    CHECK(count(circle, 'L') > 20);
    CHECK(count(circle, 'L') < 200);
}

TEST_CASE("what is tiny does not decide what a map shows") {
    shapes::Region change = box(36, 49, 37, 50);
    change.append(box(20, 40, 20.01, 40.01));
    const shapes::Box shown = main_box({&change});
    CHECK(shown.west == 36);
    CHECK(shown.north == 50);
    CHECK(main_box({}).empty());
}

TEST_CASE("a label at the rim of a map is moved until it stands whole") {
    const View view({30, 48, 31, 49}, 400, 0);
    const std::string text = "lost 600 km²"; // twelve columns
    const double half = label_width(text) / 2;
    CHECK(half == 54.0);
    CHECK(inside({view.width() - 3, 100}, text, view).x == view.width() - half);
    CHECK(inside({3, 1}, text, view).x == half);
    CHECK(inside({3, 1}, text, view).y == 14.0);
    CHECK(inside({200, view.height()}, text, view).y == view.height() - 14.0);
    CHECK(inside({200, 100}, text, view).x == 200.0);
    CHECK(inside({200, 100}, std::string(100, 'w'), view).x == view.width() / 2);
}

TEST_CASE("a label stands inside its region") {
    const View view({36, 49, 38, 50}, 460);
    // A U: the middle of its bounds is outside.
    shapes::Region u;
    u.add_ring();
    for (const shapes::Position p :
         {shapes::Position{36, 49}, shapes::Position{38, 49}, shapes::Position{38, 50},
          shapes::Position{37.7, 50}, shapes::Position{37.7, 49.1}, shapes::Position{36.3, 49.1},
          shapes::Position{36.3, 50}, shapes::Position{36, 50}, shapes::Position{36, 49}}) {
        u.add(p);
    }
    const auto spot = label_spot(u, view);
    REQUIRE(spot);
    const bool in_left = spot->x < view.at({36.3, 49}).x;
    const bool in_right = spot->x > view.at({37.7, 49}).x;
    const bool in_bottom = spot->y > view.at({36, 49.1}).y;
    CHECK((in_left || in_right || in_bottom));
    CHECK_FALSE(label_spot(shapes::Region(), view));
}
