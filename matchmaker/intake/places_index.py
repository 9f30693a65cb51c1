"""Every name of every unit, and the units that bear it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from math import pi, sqrt

from matchmaker.intake.places import Terrain
from matchmaker.intake.places_cells import axes
from matchmaker.intake.places_names import joined_key
from matchmaker.intake.places_terrain import LETTERS, Landmark, Landmarks, Settlement, apart_km, terrains_of
from matchmaker.intake.places_units import AdminMap, DistrictKey, Unit

Row = Mapping[str, str]

_TOWNS = {"node_capital": "thanhpho", "remote_district": "huyen", "district_town": "huyen"}
_POINTS = {
    "border_gate": "cuakhau",
    "seaport": "cang",
    "ferry_port": "cang",
    "airport": "sanbay",
    "wholesale_market": "cho",
    "retail_dc": "kho",
    "junction": "nut",
    "expressway_ic": "nut",
}
_PREFIX = re.compile(
    r"^(?:Cảng|Bến phà|Bến|Cửa khẩu|Sân bay|Chợ đầu mối nông sản|Chợ đầu mối|Chợ nông sản|ngã ba|TP\.?)\s+",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"^(.*?)\s*\(([^()]*)\)\s*$")
# Cities that are provinces; what lies in one is said to lie in the city.
CENTRAL_CITIES = frozenset({"Hà Nội", "Huế", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Hồ Chí Minh"})
_SAME_TOWN_KM = 6.0
# Names in daily use that no map prints.
_ALSO_CALLED = {
    "Hồ Chí Minh": ("TP. Hồ Chí Minh", "Sài Gòn", "HCM", "TPHCM", "HCMC", "TP HCM"),
    "Hà Nội": ("HN",),
    "Buôn Ma Thuột": ("BMT", "Ban Mê Thuột", "Buôn Mê Thuột"),
    "Pleiku": ("Plây Cu", "Plei Cu"),
    "Phan Rang": ("Phan Rang - Tháp Chàm",),
    "Kon Tum": ("Công Tum", "Kom Tum"),
    "Bắc Kạn": ("Bắc Cạn",),
}
_ISLANDS_ALSO_CALLED = {
    "Lý Sơn": ("Cù lao Ré",),
    "Phú Quý": ("Cù lao Thu",),
    "Thổ Châu": ("Thổ Chu",),
    "Côn Đảo": ("Côn Sơn", "Côn Lôn"),
    "Bạch Long Vĩ": ("Bạch Long Vỹ",),
}


class Index:
    """Units by the key of each of their names; ``landmarks`` give the terrain of any position."""

    def __init__(self, place_rows: Sequence[Row], province_rows: Sequence[Row], admin: AdminMap) -> None:
        self.admin = admin
        self.settlement = Settlement((u.lat, u.lon) for u in admin.old_communes)
        self.landmarks = Landmarks(_landmarks(place_rows, self.settlement))
        called = {a: r["old_province"] for r in province_rows for a in r["aliases"].split(";")}
        self.points = [p for row in place_rows if (p := _point(row, called)) is not None]
        self.provinces = _provinces(place_rows, province_rows)
        self._name_cities()
        self._link_towns()
        self.units: list[Unit] = [
            *self.points,
            *admin.old_districts,
            *admin.communes,
            *admin.old_communes,
            *self.provinces,
        ]
        self.names: dict[str, list[Unit]] = defaultdict(list)
        for unit in self.units:
            unit.aliases = (*unit.aliases, *_also_called(unit), *_numbered(unit))
            for spelled in {joined_key(n): None for n in (unit.name, *unit.aliases)}:
                self.names[spelled].append(unit)

    def terrains(self, positions: Iterable[tuple[float, float]]) -> list[Terrain]:
        """The terrain of each of some positions."""
        lats, lons = axes(positions)
        return terrains_of(lats, lons, self.landmarks, self.settlement.around(lats, lons))

    @cached_property
    def positions(self) -> dict[tuple[str, str], list[tuple[float, float]]]:
        """Where the units of each level lie in each province."""
        found: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
        for unit in self.units:
            found[unit.level, unit.province].append((unit.lat, unit.lon))
        return found

    @cached_property
    def special_zones(self) -> frozenset[str]:
        """Codes of the thirteen special zones: each is an island or a group of islands."""
        return frozenset(u.code for u in self.admin.communes if u.word == "dackhu")

    @cached_property
    def full_names(self) -> dict[str, list[Unit]]:
        """The network's points by the key of their name in full, brackets and all."""
        found: dict[str, list[Unit]] = defaultdict(list)
        for point in self.points:
            for spelled in {joined_key(n): None for n in (point.name, *point.aliases[:2])}:
                found[spelled].append(point)
        return found

    @cached_property
    def keys(self) -> list[str]:
        """All names' keys, for looking up near spellings."""
        return sorted(self.names)

    def _name_cities(self) -> None:
        """A city that is a province answers to its short names: TP HCM, HN, Saigon."""
        cities = {p.name: p for p in self.provinces if p.name in CENTRAL_CITIES and p.aliases}
        for town in self.points:
            if town.level == "town" and town.name in cities:
                town.aliases += tuple(a for a in cities[town.name].aliases if "thien" not in joined_key(a))

    def _link_towns(self) -> None:
        """An old district and the network's town of its name are one place: the district gets the node."""
        towns: dict[tuple[str, str], Unit] = {}
        near: dict[str, list[Unit]] = defaultdict(list)
        for point in self.points:
            if point.level in ("town", "island"):
                near[point.old_provinces[0]].append(point)
                for name in (point.name, *point.aliases):
                    towns[point.old_provinces[0], joined_key(name)] = point
        for district in self.admin.old_districts:
            province = district.old_provinces[0]
            town = towns.get((province, joined_key(district.name)))
            if town is None and district.word in ("thanhpho", "thixa"):
                town = next((t for t in near[province] if _apart(t, district) < _SAME_TOWN_KM), None)
            if town is not None and _apart(town, district) < 4 * _SAME_TOWN_KM:
                district.node, district.lat, district.lon = town.node, town.lat, town.lon
                town.old_districts = town.old_districts or district.old_districts


def _also_called(unit: Unit) -> tuple[str, ...]:
    if unit.level == "island" or unit.word == "dackhu":
        return _ISLANDS_ALSO_CALLED.get(unit.name, ())
    return _ALSO_CALLED.get(unit.name, ())


def _numbered(unit: Unit) -> tuple[str, ...]:
    """Quận 1 is written Q1, Q.1, District 1; Phường 12 likewise, P12, Ward 12."""
    kind, _, number = unit.name.partition(" ")
    english = {"Quận": "District", "Phường": "Ward"}.get(kind)
    return (f"{kind[0]}{number}", f"{english} {number}") if english and number.isdigit() else ()


def _apart(a: Unit, b: Unit) -> float:
    return apart_km(a.lat, a.lon, b.lat, b.lon)


def _landmarks(rows: Sequence[Row], settlement: Settlement) -> list[Landmark]:
    """The rows of the table of places that tell a terrain."""
    marks = [r for r in rows if r["terrain"] in LETTERS and not r["kind"].startswith("province")]
    settled = settlement.around(*axes(map(_position, marks))).tolist()
    return [
        Landmark(r["id"], *_position(r), LETTERS[r["terrain"]], communes)
        for r, communes in zip(marks, settled, strict=True)
    ]


def _position(row: Row) -> tuple[float, float]:
    if row["kind"] in _TOWNS and row.get("geonames_lat"):
        return float(row["geonames_lat"]), float(row["geonames_lon"])
    return float(row["lat"]), float(row["lon"])


def _point(row: Row, called: Mapping[str, str]) -> Unit | None:
    """A row of the table of places as a unit: a town, an island, or a point such as a port."""
    kind = row["kind"]
    level = "town" if kind in _TOWNS else "island" if kind == "island" else "point" if kind in _POINTS else ""
    if not level:
        return None
    word = _TOWNS.get(kind) or _POINTS.get(kind) or "dao"
    if kind == "ferry_port" and not _PREFIX.match(row["name_vi"]):
        level = "town"  # a town known by its quay: Vũng Tàu, Cửa Việt
    lat, lon = _position(row)
    full = row["name_vi"]
    name, aliases = full, [row["name_ascii"]]
    brackets = _BRACKETS.match(full)
    if brackets and level != "point":
        name = brackets[1]
        aliases += [full, brackets[2]]
    elif brackets:
        aliases.append(brackets[1])
    aliases += [_PREFIX.sub("", n) for n in (name, *aliases) if _PREFIX.match(n)]
    old = called.get(row["old_province"], row["old_province"])
    useful = [
        a for a in aliases if a and a not in (row["old_province"], row["new_province"], "TT cũ", "cửa khẩu")
    ]
    return Unit(
        level,
        word,
        _short(name),
        lat,
        lon,
        _short(row["new_province"]),
        (old,),
        node=row["id"],
        aliases=tuple(useful),
    )


def _short(name: str) -> str:
    return name.removeprefix("TP. ")


def _provinces(place_rows: Sequence[Row], province_rows: Sequence[Row]) -> list[Unit]:
    """The 34 provinces and the 63 old ones, each at its capital (a province is never an endpoint)."""
    seats = {(r["kind"], _short(r["name_vi"])): r for r in place_rows if r["kind"].startswith("province")}
    called = {r["old_province"]: tuple(a for a in r["aliases"].split(";") if a) for r in province_rows}
    found = []
    for new in dict.fromkeys(row["new_province"] for row in province_rows):
        found.append(_province(new, new, (), seats.get(("province34", new)), called.get(new, ())))
    for row in province_rows:
        old, aliases = row["old_province"], called[row["old_province"]]
        seat = next((s for n in (old, *aliases) if (s := seats.get(("province63_old", n)))), None)
        found.append(_province(old, row["new_province"], (old,), seat, aliases))
    return found


def _province(name: str, new: str, old: tuple[str, ...], seat: Row | None, aliases: tuple[str, ...]) -> Unit:
    lat, lon = (float(seat["lat"]), float(seat["lon"])) if seat else (0.0, 0.0)
    return Unit("province", "tinh", name, lat, lon, new, old, aliases=aliases)


def contains(outer: Unit, inner: Unit) -> bool:
    """Whether a unit lies in another (on either map), or the two are close enough to be said together."""
    if outer is inner:
        return True
    if outer.level == "province":
        return outer.name in inner.old_provinces if outer.old_provinces else outer.name == inner.province
    if inner.level == "province":
        return False
    if outer.level == "old_district":
        if any(district in inner.old_districts for district in outer.old_districts):
            return inner.level != "old_district" or inner.word == outer.word
        if inner.level in ("town", "island"):
            return inner.node == outer.node
        return inner.level == "point" and _near(outer, inner, 30.0)
    if outer.level == "commune":
        same = inner.code == outer.code and inner.level == "old_commune"
        return same or (inner.level in ("point", "town") and _near(outer, inner, _across_km(outer)))
    if outer.level in ("town", "island"):
        return inner.level != "old_district" and _near(outer, inner, 25.0)
    return False


def _across_km(commune: Unit) -> float:
    """How far from its centre a commune reaches, were it round and a fifth wider."""
    return max(4.0, 1.2 * sqrt(commune.area_km2 / pi)) if commune.area_km2 else 12.0


def _near(outer: Unit, inner: Unit, km: float) -> bool:
    common: set[DistrictKey] | set[str] = set(outer.old_provinces) & set(inner.old_provinces)
    return bool(common) and _apart(outer, inner) <= km
