"""The units of both maps: the 3,321 communes of today, the communes and districts until June 2025, provinces.

Read straight from the data files of the vietnamadminunits package (MIT), which takes a tenth of a second;
its own parser is never used, because it falls back to a province without saying so.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from math import pi, sqrt
from pathlib import Path
from statistics import median

from matchmaker.intake.places_terrain import apart_km

DistrictKey = tuple[str, str]  # old province, district
Position = tuple[float, float]

_USUAL_KM2 = 100.0
_ONE_PLACE_KM = 20.0  # the old communes that became one lie no farther than this from their middle
# The island commune Cái Chiên, which the package puts into its province's capital.
_MISPLACED: dict[str, Position] = {"06967": (21.30, 107.74)}

TYPES = {
    "Xã": "xa",
    "Phường": "phuong",
    "Thị trấn": "thitran",
    "Đặc khu": "dackhu",
    "Huyện": "huyen",
    "Thị xã": "thixa",
    "Quận": "quan",
    "Thành phố": "thanhpho",
}


@dataclass(slots=True)
class Unit:
    """One named unit of either map, or one point of the freight network."""

    level: str  # point, town, island, commune, old_commune, old_district, province
    word: str  # its type: xa, phuong, …, or the kind of a point
    name: str
    lat: float
    lon: float
    province: str
    old_provinces: tuple[str, ...] = ()
    old_districts: tuple[DistrictKey, ...] = ()
    commune: str = ""
    code: str = ""
    node: str = ""
    aliases: tuple[str, ...] = ()
    successors: int = 1
    area_km2: float = 0.0


@dataclass(slots=True)
class AdminMap:
    """All units of both maps."""

    communes: list[Unit] = field(default_factory=list)
    old_communes: list[Unit] = field(default_factory=list)
    old_districts: list[Unit] = field(default_factory=list)


CommuneRow = tuple[str, str, str, str, float, float, float, str, str]
LegacyRow = tuple[
    str,
    str,
    str,
    str | None,
    str | None,
    str | None,
    float | None,
    float | None,
    str,
    str,
    str | None,
    float,
    float,
]


def read_admin_map() -> AdminMap:
    """Both maps from the package's data files. Raises ``ModuleNotFoundError`` where it is not installed."""
    spec = find_spec("vietnamadminunits")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("vietnamadminunits")
    data = Path(next(iter(spec.submodule_search_locations))) / "data"
    database = sqlite3.connect(f"{(data / 'dataset.db').as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        communes: Sequence[CommuneRow] = database.execute(
            "SELECT provinceShort, wardType, wardShort, wardCode, wardLat, wardLon, wardAreaKm2, provinceKey,"
            " wardKey FROM admin_units ORDER BY wardCode"
        ).fetchall()
        legacy: Sequence[LegacyRow] = database.execute(
            "SELECT provinceShort, districtType, districtShort, wardType, wardShort, wardCode, wardLat,"
            " wardLon, provinceKey, districtKey, wardKey, districtLat, districtLon FROM admin_units_legacy"
            " ORDER BY provinceCode, districtCode, wardCode"
        ).fetchall()
    finally:
        database.close()
    conversion = json.loads((data / "converter_2025.json").read_text(encoding="utf-8"))
    return build(communes, legacy, conversion)


def build(
    communes: Sequence[CommuneRow],
    legacy: Sequence[LegacyRow],
    conversion: Mapping[str, Mapping[str, Mapping[str, object]]],
) -> AdminMap:
    """Join the rows of the two maps by the package's table of conversion."""
    today = AdminMap()
    by_key: dict[tuple[str, str], Unit] = {}
    for province, kind, name, code, lat, lon, area, province_key, ward_key in communes:
        unit = Unit("commune", TYPES[kind], name, lat, lon, province, commune=name, code=code, area_km2=area)
        today.communes.append(unit)
        by_key[province_key, ward_key] = unit
    successors = _successors(conversion, by_key)
    rough = settle(today.communes, _former_positions(legacy, successors))
    provinces = {old: new for new, olds in conversion["DICT_PROVINCE"].items() for old in olds}
    province_names = {province_key: unit.province for (province_key, _), unit in by_key.items()}
    seats: dict[str, list[Unit]] = defaultdict(list)
    districts: dict[str, Unit] = {}  # by the package's key: a town and a rural district may share a name
    origins: dict[int, dict[DistrictKey, None]] = defaultdict(dict)
    for row in legacy:
        old_province = row[0]
        district = (old_province, _bare(row[2]))
        heirs = successors.get(f"{row[8]}_{row[9]}_{row[10] or ''}", [])
        province = heirs[0].province if heirs else province_names[provinces[row[8]]]
        district_key = f"{row[8]}_{row[9]}"
        if district_key not in districts:
            districts[district_key] = Unit(
                "old_district",
                TYPES[row[1]],
                district[1],
                row[11],
                row[12],
                province,
                (old_province,),
                (district,),
            )
        if (
            row[4] is None and heirs
        ):  # island districts without communes: the package puts them at their province
            districts[district_key].lat, districts[district_key].lon = heirs[0].lat, heirs[0].lon
        for heir in heirs:
            origins[id(heir)][district] = None
        if row[3] is None or row[4] is None:
            continue
        unit = _old_commune(row, district, province, heirs, rough)
        today.old_communes.append(unit)
        if unit.word == "thitran":
            seats[district_key].append(unit)
    heirs_of: dict[DistrictKey, list[Unit]] = defaultdict(list)
    for unit in today.communes:
        unit.old_districts = tuple(origins[id(unit)])
        unit.old_provinces = tuple(dict.fromkeys(p for p, _ in unit.old_districts))
        for district in unit.old_districts:
            heirs_of[district].append(unit)
    for district_key, unit in districts.items():
        of_district = heirs_of[unit.old_districts[0]]
        seat = _seat(unit, seats[district_key], of_district)
        if seat is not None:
            unit.lat, unit.lon = seat.lat, seat.lon
        elif of_district and (unit.lat, unit.lon) in rough:
            unit.lat, unit.lon = (median(c.lat for c in of_district), median(c.lon for c in of_district))
    today.old_districts = list(districts.values())
    return today


def _seat(district: Unit, towns: Sequence[Unit], communes: Sequence[Unit]) -> Unit | None:
    """Where a district was governed from: the town of its name, its only town (state farms were towns too),
    or the commune of today that took its name.
    """
    named = next((t for t in towns if t.name == district.name), None)
    proper = [t for t in towns if not t.name.startswith("Nông")]
    if named is not None or len(proper) == 1:
        return named or proper[0]
    return next((c for c in communes if c.name == district.name), None)


def _former_positions(
    legacy: Sequence[LegacyRow], successors: Mapping[str, Sequence[Unit]]
) -> dict[int, list[Position]]:
    """Positions of the old communes that each commune of today (by its id) mainly succeeds."""
    found: dict[int, list[Position]] = defaultdict(list)
    for row in legacy:
        heirs = successors.get(f"{row[8]}_{row[9]}_{row[10] or ''}", [])
        if heirs and row[6] and row[7]:
            found[id(heirs[0])].append((row[6], row[7]))
    return found


def settle(communes: Sequence[Unit], former: Mapping[int, Sequence[Position]]) -> frozenset[Position]:
    """Move communes that lie where another of their name is to the middle of those they succeed.

    Gives the positions that stand for whole districts: several communes share them to the last digit.
    """
    counted = Counter(position for positions in former.values() for position in positions)
    rough = frozenset(position for position, count in counted.items() if count > 1)
    for unit in communes:
        surveyed = [position for position in former.get(id(unit), ()) if position not in rough]
        if unit.code in _MISPLACED:
            unit.lat, unit.lon = _MISPLACED[unit.code]
        elif len(surveyed) > 1:
            lat, lon = (median(position[i] for position in surveyed) for i in (0, 1))
            one_place = all(apart_km(lat, lon, *position) < _ONE_PLACE_KM for position in surveyed)
            if one_place and apart_km(lat, lon, unit.lat, unit.lon) > _reach_km(unit):
                unit.lat, unit.lon = lat, lon
    return rough


def _far_km(heir: Unit) -> float:
    """How far from its commune of today an old one may lie; islands of a special zone lie wide apart."""
    return 90.0 if heir.word == "dackhu" else _reach_km(heir)


def _reach_km(commune: Unit) -> float:
    """How far from a commune's centre none of its parts can lie."""
    return 2 * sqrt((commune.area_km2 or _USUAL_KM2) / pi) + 6.0


def _old_commune(
    row: LegacyRow, district: DistrictKey, province: str, heirs: Sequence[Unit], rough: Container[Position]
) -> Unit:
    name, heir = _bare(row[4] or ""), heirs[0] if heirs else None
    lat, lon = row[6] or row[11], row[7] or row[12]
    if heir is not None and ((lat, lon) in rough or apart_km(lat, lon, heir.lat, heir.lon) > _far_km(heir)):
        lat, lon = heir.lat, heir.lon
    return Unit(
        "old_commune",
        TYPES[row[3] or "Xã"],
        name,
        lat,
        lon,
        province,
        (district[0],),
        (district,),
        commune=heir.name if heir else "",
        code=heir.code if heir else "",
        successors=max(1, len(heirs)),
    )


def _successors(
    conversion: Mapping[str, Mapping[str, Mapping[str, object]]], by_key: Mapping[tuple[str, str], Unit]
) -> dict[str, list[Unit]]:
    """Old commune key → its communes of today, the main one first."""
    heirs: dict[str, list[Unit]] = {}
    for province, wards in conversion["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for ward, olds in wards.items():
            unit = by_key.get((province, ward))
            for old in olds if isinstance(olds, list) and unit else ():
                heirs.setdefault(old, []).append(unit)  # type: ignore[arg-type]
    for province, divided in conversion["DICT_PROVINCE_WARD_DIVIDED"].items():
        for old, parts in divided.items():
            ordered = (
                sorted(parts, key=lambda p: not p["isDefaultNewWard"]) if isinstance(parts, list) else []
            )
            for part in ordered:
                unit = by_key.get((province, part["newWardKey"]))
                if unit is not None and unit not in heirs.setdefault(old, []):
                    heirs[old].append(unit)
    return heirs


def _bare(name: str) -> str:
    return name.split(" (")[0].strip()
