"""Checks of places and of the roads and boats between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geopy.distance import great_circle

from seeds.problems import Problem, Row, check_keys, is_date, number

# A box around the land, the islands and the near sea of Viet Nam, degrees.
LATITUDES, LONGITUDES = (8.0, 23.5), (102.0, 110.5)
MODES = frozenset(("road", "ferry", "cargo_boat", "ship", "flight"))
FASTEST_KMH, FLYING_KMH = 90.0, 900.0


def check_places(rows: Sequence[Row]) -> Iterator[Problem]:
    """Keys, and coordinates inside the country, the surveyed ones and those of GeoNames."""
    yield from check_keys("places", rows, "id")
    for row in rows:
        for lat, lon in (("lat", "lon"), ("geonames_lat", "geonames_lon")):
            if (row[lat] or row[lon] or lat == "lat") and not _inside(row[lat], row[lon]):
                yield Problem("places", row["id"], lat, "outside_the_country", f"{row[lat]}, {row[lon]}")


def _inside(lat: str, lon: str) -> bool:
    y, x = number(lat), number(lon)
    if y is None or x is None:
        return False
    return LATITUDES[0] <= y <= LATITUDES[1] and LONGITUDES[0] <= x <= LONGITUDES[1]


def check_roads(rows: Sequence[Row], places: Sequence[Row]) -> Iterator[Problem]:
    """Ends exist, no edge is listed twice, none is shorter than the great circle, speeds are possible."""
    positions = {row["id"]: _positions(row) for row in places}
    seen: set[tuple[str, str, str]] = set()
    for row in rows:
        name = f"{row['from']}-{row['to']}"
        first, last = sorted((row["from"], row["to"]))
        edge = (first, last, row["mode"])
        if edge in seen or first == last:
            yield Problem("roads", name, "from", "duplicate_key", row["mode"])
        seen.add(edge)
        unknown = [end for end in (row["from"], row["to"]) if end not in positions]
        for end in unknown:
            yield Problem("roads", name, "from", "unknown_key", end)
        yield from _edge(row, name)
        km = number(row["km"])
        if not unknown and km is not None:
            least = min(great_circle(a, b).km for a in positions[row["from"]] for b in positions[row["to"]])
            if km < least:
                yield Problem("roads", name, "km", "shorter_than_great_circle", f"{km} < {least:.1f}")


def _positions(row: Row) -> list[tuple[float, float]]:
    pairs = (
        (number(row["lat"]), number(row["lon"])),
        (number(row["geonames_lat"]), number(row["geonames_lon"])),
    )
    return [(lat, lon) for lat, lon in pairs if lat is not None and lon is not None]


def _edge(row: Row, name: str) -> Iterator[Problem]:
    if row["mode"] not in MODES:
        yield Problem("roads", name, "mode", "unknown_choice", row["mode"])
    if row["valid_from"] and not is_date(row["valid_from"]):
        yield Problem("roads", name, "valid_from", "not_a_date", row["valid_from"])
    km, hours = number(row["km"]), number(row["drive_or_sail_hours"])
    if km is None or hours is None or km <= 0 or hours <= 0:
        yield Problem("roads", name, "km", "not_a_number", f"{row['km']} km, {row['drive_or_sail_hours']} h")
    elif km / hours > (FLYING_KMH if row["mode"] == "flight" else FASTEST_KMH):
        yield Problem("roads", name, "drive_or_sail_hours", "impossible_speed", f"{km / hours:.0f} km/h")
