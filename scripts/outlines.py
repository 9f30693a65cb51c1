"""Draw the outlines of the 34 provinces that the map page shows: approximate, from points and a coast.

    python scripts/outlines.py ne_10m_admin_0_countries_deu.shp seeds/reference/outlines.csv

The coast and the border of the country are Natural Earth's (1:10 million, public domain). Within it each
place belongs to the province of the nearest commune of the old map (some 10,000 points of the package
vietnamadminunits), so borders between provinces are true to a kilometre or two, and no cadastre. The
archipelagos and islands that the coast lacks stand as named points. Wants pyshp beside the test packages.
"""

from __future__ import annotations

import csv
import sqlite3
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from contextlib import closing
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np
import shapefile
import shapely
from scipy.spatial import cKDTree
from shapely.geometry import MultiPoint, box, shape

from seeds.administrative import successors

TOLERANCE = 0.012  # degrees that a simplified line may leave the true one by, some 1.3 km
SMALLEST = 0.0002  # square degrees, some 2.5 km2: smaller islands would be specks
NEIGHBOURS = 6
# Special zones and islands that stand as points; the archipelagos by their larger islands. Positions are
# rounded to a hundredth of a degree.
ISLANDS = {
    ("Quần đảo Hoàng Sa", "Hoang Sa (Paracel) Islands", "Đà Nẵng"): [
        (16.53, 111.61), (16.67, 112.73), (16.83, 112.34), (16.45, 111.71), (15.78, 111.20), (16.98, 112.27),
        (16.05, 112.53),
    ],
    ("Quần đảo Trường Sa", "Truong Sa (Spratly) Islands", "Khánh Hòa"): [
        (8.64, 111.92), (11.43, 114.33), (10.18, 114.37), (9.88, 114.33), (10.38, 114.37), (11.05, 114.28),
        (9.77, 114.25), (8.85, 112.25), (7.88, 112.92), (10.82, 115.83), (8.97, 113.68), (10.67, 114.42),
    ],
    ("Đảo Bạch Long Vĩ", "Bach Long Vi", "Hải Phòng"): [(20.13, 107.73)],
    ("Đảo Cô Tô", "Co To", "Quảng Ninh"): [(20.99, 107.77)],
    ("Đảo Cồn Cỏ", "Con Co", "Quảng Trị"): [(17.16, 107.34)],
    ("Đảo Lý Sơn", "Ly Son", "Quảng Ngãi"): [(15.38, 109.12)],
    ("Cù Lao Chàm", "Cu Lao Cham", "Đà Nẵng"): [(15.95, 108.52)],
    ("Đảo Phú Quý", "Phu Quy", "Lâm Đồng"): [(10.53, 108.95)],
    ("Côn Đảo", "Con Dao", "Hồ Chí Minh"): [(8.69, 106.61)],
    ("Đảo Phú Quốc", "Phu Quoc", "An Giang"): [(10.24, 103.98)],
    ("Đảo Thổ Châu", "Tho Chau", "An Giang"): [(9.31, 103.48)],
    ("Quần đảo Nam Du (Kiên Hải)", "Nam Du (Kien Hai)", "An Giang"): [(9.68, 104.36), (9.81, 104.63)],
}  # fmt: skip


def communes() -> tuple[np.ndarray, list[str]]:
    """Points of the old map's communes (lon, lat) with the province of today; lone strays are left out."""
    today = successors()
    query = "SELECT wardLon, wardLat, provinceShort FROM admin_units_legacy WHERE wardLat IS NOT NULL"
    data = files("vietnamadminunits") / "data" / "dataset.db"
    with as_file(data) as path, closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        rows = list(dict.fromkeys(database.execute(query).fetchall()))
    points = np.array([row[:2] for row in rows])
    names = [today[row[2]] for row in rows]
    _, near = cKDTree(points).query(points, k=NEIGHBOURS + 1)
    kept = [i for i, others in enumerate(near) if Counter(names[j] for j in others)[names[i]] > 2]
    return points[kept], [names[i] for i in kept]


def country(path: str) -> shapely.Geometry:
    """The country with its larger islands."""
    for each in shapefile.Reader(path).iterShapeRecords():
        if each.record["ADM0_A3"] == "VNM":
            parts = [part for part in shape(each.shape.__geo_interface__).geoms if part.area >= SMALLEST]
            return shapely.union_all(parts)
    raise SystemExit("no Viet Nam in that file")


def provinces(whole: shapely.Geometry) -> dict[str, shapely.Geometry]:
    """The outline of each province, borders shared and simplified alike on both sides."""
    points, names = communes()
    cells = shapely.voronoi_polygons(MultiPoint(points), extend_to=box(101, 7, 111, 24))
    tree = cKDTree(points)
    grouped = defaultdict(list)
    for cell in cells.geoms:
        centre = shapely.point_on_surface(cell)
        inside = [
            i for i in tree.query([centre.x, centre.y], k=12)[1] if cell.covers(shapely.Point(points[i]))
        ]
        grouped[names[inside[0]]].append(cell)
    parts = {name: shapely.union_all(some).intersection(whole) for name, some in sorted(grouped.items())}
    simple = shapely.coverage_simplify(list(parts.values()), TOLERANCE)
    return {name: _large(part) for name, part in zip(parts, simple, strict=True)}


def _large(outline: shapely.Geometry) -> shapely.Geometry:
    pieces = [part for part in shapely.get_parts(outline) if part.area >= SMALLEST]
    return shapely.set_precision(shapely.MultiPolygon(pieces), 0.001)


def main(source: str, target: str) -> None:
    """Write the file of outlines."""
    rows = [
        (
            name,
            "outline",
            name,
            "",
            "|".join(_ring(part.exterior.coords) for part in shapely.get_parts(outline)),
        )
        for name, outline in provinces(country(source)).items()
    ]
    for (vi, en, province), places in ISLANDS.items():
        rows.append((province, "islands", vi, en, _ring((lon, lat) for lat, lon in places)))
    with Path(target).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("province", "kind", "name_vi", "name_en", "rings"))
        writer.writerows(rows)
    print(f"{len(rows)} rows, {Path(target).stat().st_size // 1000} kB")


def _ring(points: Iterable[tuple[float, float]]) -> str:
    return ";".join(f"{lon:g} {lat:g}" for lon, lat in ((round(x, 3), round(y, 3)) for x, y in points))


if __name__ == "__main__":
    main(*sys.argv[1:])
