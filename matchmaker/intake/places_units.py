"""The units of both maps: the 3,321 communes of today, the communes and districts until June 2025, provinces.

Read straight from the data files of the vietnamadminunits package (MIT), which takes a tenth of a second;
its own parser is never used, because it falls back to a province without saying so.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

DistrictKey = tuple[str, str]  # old province, district

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
        unit = _old_commune(row, district, province, heirs)
        today.old_communes.append(unit)
        if unit.word == "thitran":
            seats[district_key].append(unit)
    for unit in today.communes:
        unit.old_districts = tuple(origins[id(unit)])
        unit.old_provinces = tuple(dict.fromkeys(p for p, _ in unit.old_districts))
    for district_key, unit in districts.items():
        seat = next((s for s in seats[district_key] if s.name == unit.name), None)
        if seat is None and len(seats[district_key]) == 1:
            seat = seats[district_key][0]
        if seat is not None:
            unit.lat, unit.lon = seat.lat, seat.lon
    today.old_districts = list(districts.values())
    return today


def _old_commune(row: LegacyRow, district: DistrictKey, province: str, heirs: Sequence[Unit]) -> Unit:
    name, heir = _bare(row[4] or ""), heirs[0] if heirs else None
    lat, lon = row[6] or row[11], row[7] or row[12]
    far = (
        0.8 if heir is not None and heir.word == "dackhu" else 0.3
    )  # degrees; some old positions are far off
    if heir is not None and abs(lat - heir.lat) + abs(lon - heir.lon) > far:
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
