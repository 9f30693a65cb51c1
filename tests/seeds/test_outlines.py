"""The outlines of the map page."""

from pathlib import Path

import pytest
from shapely import Point, Polygon, union_all

import seeds
from seeds import reference
from seeds.administrative import new_provinces

ROWS = reference("outlines")
FILE = Path(seeds.__file__).parent / "reference/outlines.csv"


def shape(row):
    rings = [
        [tuple(map(float, point.split(" "))) for point in ring.split(";")] for ring in row["rings"].split("|")
    ]
    return union_all([Polygon(ring) for ring in rings])


SHAPES = {row["province"]: shape(row) for row in ROWS if row["kind"] == "outline"}


def test_every_province_of_today_has_one_outline_and_the_file_is_small():
    assert set(SHAPES) == set(new_provinces())
    assert FILE.stat().st_size < 150_000


def test_provinces_share_borders_and_no_land():
    names = sorted(SHAPES)
    overlaps = {
        (a, b): round(SHAPES[a].intersection(SHAPES[b]).area, 3)
        for i, a in enumerate(names)
        for b in names[i + 1 :]
        if SHAPES[a].intersection(SHAPES[b]).area > 0.002
    }
    assert overlaps == {}
    # square degrees: the land of 331,000 km2 at 11,900 km2 a square degree, and no holes between provinces
    assert sum(shape.area for shape in SHAPES.values()) == pytest.approx(27.7, rel=0.03)
    assert union_all([s.buffer(0.002) for s in SHAPES.values()]).area == pytest.approx(27.8, rel=0.03)


@pytest.mark.parametrize(
    ("lat", "lon", "province"),
    [
        (21.03, 105.85, "Hà Nội"),
        (23.16, 105.41, "Tuyên Quang"),
        (22.34, 103.84, "Lào Cai"),
        (16.05, 108.20, "Đà Nẵng"),
        (14.35, 108.00, "Quảng Ngãi"),
        (11.94, 108.44, "Lâm Đồng"),
        (10.78, 106.70, "Hồ Chí Minh"),
        (10.22, 103.97, "An Giang"),
        (9.18, 105.15, "Cà Mau"),
    ],
)
def test_towns_lie_in_their_province(lat, lon, province):
    assert [name for name, outline in SHAPES.items() if outline.contains(Point(lon, lat))] == [province]


def test_the_islands_that_the_coast_lacks_stand_by_name_with_their_province():
    islands = {row["name_vi"]: row for row in ROWS if row["kind"] == "islands"}
    assert islands["Quần đảo Hoàng Sa"]["province"] == "Đà Nẵng"
    assert islands["Quần đảo Trường Sa"]["province"] == "Khánh Hòa"
    assert all(row["province"] in SHAPES and row["name_en"] for row in islands.values())
