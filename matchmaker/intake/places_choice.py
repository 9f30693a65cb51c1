"""Choosing among the units that a name may mean: what fits its type and context, what is usual."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matchmaker.intake.places_index import CENTRAL_CITIES, contains
from matchmaker.intake.places_names import accents_agree, spelt_alike
from matchmaker.intake.places_terrain import apart_km
from matchmaker.intake.places_text import Named
from matchmaker.intake.places_units import Unit
from matchmaker.intake.text import fold

_COMMUNE = ("commune", "old_commune")
_FACILITIES = ("cang", "cuakhau", "sanbay", "cho", "kho", "nut")
# How near two units of one name must lie to count as one place.
_ONE_PLACE_KM = 15.0
# Which of several bearers of a bare name is usually meant: town, district, commune, old commune.
RANK = {"town": 0, "island": 0, "point": 1, "old_district": 1, "commune": 2, "old_commune": 3, "province": 4}
# Of names that lie in each other, one called a commune is the place, then one that no province bears, then
# one that a commune bears, else the one written first.
_COMMUNE_TYPES = ("xa", "phuong", "thitran", "dackhu", "commune")


def rank(unit: Unit) -> int:
    """How usual it is to mean this unit by its bare name; a special zone stands for its island."""
    return RANK["island"] if unit.word == "dackhu" else RANK[unit.level]


def fits_type(type_: str, unit: Unit) -> bool:
    """Whether a unit is of the type that was written before (or, in English, after) its name."""
    match type_:
        case "":
            return True
        case "commune":
            return unit.level in _COMMUNE
        case "xa" | "phuong" | "dackhu":
            return unit.level in _COMMUNE and unit.word == type_
        case "thitran":
            return unit.word == "thitran" or (unit.level == "town" and unit.word == "huyen")
        case "huyen" | "quan":
            return unit.level == "old_district" and unit.word == type_
        case "thixa" | "thanhpho":
            if unit.level == "province":
                return unit.name in CENTRAL_CITIES
            return unit.word == "thanhpho" or (unit.level == "old_district" and unit.word == "thixa")
        case "district":
            return unit.level == "old_district"
        case "town":
            return unit.level in ("town", "old_district")
        case "tinh":
            return unit.level == "province"
        case "dao":
            return unit.word in ("dao", "dackhu")
    return unit.word == type_


def loosely(type_: str, unit: Unit) -> bool:
    """Types that people confuse: xã and phường, huyện and thị xã, a market that is on no map."""
    if type_ in ("xa", "phuong", "thitran", "dackhu"):
        return unit.level in _COMMUNE
    if type_ in ("huyen", "quan", "thixa", "thanhpho", "district"):
        return unit.level in ("old_district", "town")
    return type_ in _FACILITIES or type_ == "dao"


def bearers(named: Named, units: Sequence[Unit], loose: bool = False) -> tuple[list[Unit], bool]:
    """The units that a written name may mean, and whether the spelling agrees with its diacritics.

    ``loose`` takes a type that people confuse for the one written even where a unit of that very type exists,
    and a name of the same sound written together or apart.
    """
    typed = [u for u in units if fits_type(named.type, u) or (loose and loosely(named.type, u))]
    typed = typed or [u for u in units if loosely(named.type, u)]
    written = list(named.written)
    if not loose and any(
        fold(w) != w.lower() for w in written
    ):  # who writes Hải Phong does not mean Hải Phòng
        exact = [u for u in typed if any(spelt_alike(written, n) for n in (u.name, *u.aliases))]
        if exact:
            return exact, True
    spelt = [u for u in typed if any(accents_agree(written, n) for n in (u.name, *u.aliases))]
    return (spelt, True) if spelt else (typed, False)


@dataclass(frozen=True, slots=True)
class Chosen:
    """Units that explain all the names (or most of them), the finest first; which name they bear."""

    units: tuple[Unit, ...]
    named: Named | None
    explained: bool
    spelt: bool
    inside: int = 0  # how many of the other names the units lie in


def explain(names: Sequence[tuple[Named, list[Unit], bool]]) -> Chosen:
    """The units such that the other names written are what they lie in.

    Where no unit lies in everything that was written, the best partial ones come with ``explained`` false.
    """
    scored: list[tuple[int, int, Unit]] = []
    for at, (_, units, _) in enumerate(names):
        others = [n for i, n in enumerate(names) if i != at]
        for unit in units:
            inside = sum(any(contains(outer, unit) for outer in outers) for _, outers, _ in others)
            scored.append((inside, at, unit))
    if not scored:
        return Chosen((), None, False, False, 0)
    most = max(inside for inside, _, _ in scored)
    wide = [any(unit.level == "province" for unit in units) for _, units, _ in names]
    first = min(
        (names[at][0].type not in _COMMUNE_TYPES, wide[at], unit.level not in _COMMUNE, at)
        for inside, at, unit in scored
        if inside == most
    )[3]
    kept = tuple(unit for inside, at, unit in scored if inside == most and at == first)
    return Chosen(kept, names[first][0], most == len(names) - 1, names[first][2], most)


def families(units: Sequence[Unit]) -> list[list[Unit]]:
    """Units grouped into places (a town, its old district and its commune are one), the usual first."""
    ordered = sorted(
        units, key=lambda u: (rank(u), u.level == "point", u.province, u.old_provinces, u.code, u.node)
    )
    grouped: list[list[Unit]] = []
    for unit in ordered:
        home = next((g for g in grouped if _one_place(g[0], unit)), None)
        if home is None:
            grouped.append([unit])
        else:
            home.append(unit)
    return grouped


def _one_place(a: Unit, b: Unit) -> bool:
    if "province" in (a.level, b.level):
        return a.level == b.level and a.province == b.province
    if "old_commune" in (a.level, b.level) and "commune" in (a.level, b.level) and a.code == b.code:
        return True
    return (a.node != "" and a.node == b.node) or apart_km(a.lat, a.lon, b.lat, b.lon) <= _ONE_PLACE_KM
