"""A unit of the maps as an answer: its full name, level, terrain and confidence."""

from __future__ import annotations

from matchmaker.intake.places import Level, PlaceMatch, Terrain
from matchmaker.intake.places_units import Unit

CONFIDENCE: dict[Level, float] = {
    "point": 0.97,
    "town": 0.95,
    "island": 0.95,
    "commune": 0.9,
    "old_commune": 0.8,
    "old_district": 0.7,
    "province": 0.2,
}
_SPLIT_SHARE = 0.85
_PREFIX = {
    "xa": "xã",
    "phuong": "phường",
    "thitran": "thị trấn",
    "dackhu": "đặc khu",
    "huyen": "huyện",
    "thixa": "thị xã",
    "quan": "quận",
    "thanhpho": "TP",
}
_LEVELS: dict[str, Level] = {level: level for level in CONFIDENCE}


def described(unit: Unit, terrain: Terrain, share: float) -> PlaceMatch:
    """The answer for a unit; ``share`` lowers the confidence of its level."""
    level = _LEVELS[unit.level]
    special = unit.word == "dackhu"
    confidence = CONFIDENCE["town" if unit.node and level == "old_district" else level]
    return PlaceMatch(
        name=_full_name(unit),
        level="island" if special else level,
        lat=unit.lat,
        lon=unit.lon,
        province=unit.province,
        terrain="island" if special or unit.level == "island" else terrain,
        commune=unit.commune,
        commune_code=unit.code,
        old_district=unit.old_districts[0][1] if unit.old_districts else "",
        old_province=unit.old_provinces[0] if unit.old_provinces else "",
        locality="" if level == "province" else unit.name,
        node=unit.node,
        confidence=round(confidence * share * (_SPLIT_SHARE if unit.successors > 1 else 1.0), 3),
    )


def _full_name(unit: Unit) -> str:
    """The name with its type and what it lies in, so that two bearers of one name can be told apart."""
    if unit.level == "province":
        return unit.name
    if unit.level in ("point", "town", "island"):
        return f"{unit.name}, {unit.province}"
    name = f"{_PREFIX.get(unit.word, '')} {unit.name}".strip()
    match unit.level:
        case "old_commune":
            return f"{name} (cũ), {unit.old_districts[0][1]}, {unit.province}"
        case "old_district":
            return f"{name} (cũ), {unit.province}"
    return f"{name}, {unit.province}"
