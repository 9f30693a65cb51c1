"""The gazetteer: what place a text, or the fields of a record, mean on the maps of Viet Nam.

Names of both maps at every level are known, and the named points of the freight network. A coarser unit is
never given silently: where the finest name written is not found, or several places bear it, the answer is a
list of candidates with the reason for doubt.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from matchmaker.intake.places import PlaceMatch, Resolution, Terrain
from matchmaker.intake.places_choice import Chosen, bearers, explain, families, fits_type, rank
from matchmaker.intake.places_index import Index, contains
from matchmaker.intake.places_match import CONFIDENCE, described
from matchmaker.intake.places_names import joined_key, words
from matchmaker.intake.places_terrain import apart_km, terrain_of
from matchmaker.intake.places_text import Named, alternatives, cut, leading_type, parts
from matchmaker.intake.places_units import AdminMap, Unit, read_admin_map
from matchmaker.intake.text import clean

__all__ = ["Gazetteer", "PlaceMatch", "Resolution"]

Row = Mapping[str, str]

_MOST_CANDIDATES = 8
_REMEMBERED = 20_000
_PIN_FAR_KM = 60.0
_CELL = 0.5  # degrees: side of the cells by which communes are looked up
_KM_PER_DEGREE_EAST = 101.0  # at the northernmost latitude of the country, the least there is
_LONGEST = 300  # characters read of a text: an address, not an essay
_ALIKE = 78.0  # per cent of equal letters from which a name is proposed for a misspelt one


class Gazetteer:
    """Resolves places. The maps are read and indexed once, at the first question."""

    def __init__(
        self, place_rows: Sequence[Row], province_rows: Sequence[Row], communes: Callable[[], AdminMap]
    ) -> None:
        self._place_rows, self._province_rows, self._communes = place_rows, province_rows, communes
        self._remembered: dict[tuple[object, ...], Resolution] = {}
        self._terrain: dict[tuple[float, float], Terrain] = {}

    @classmethod
    def from_rows(
        cls,
        place_rows: Sequence[Row],
        province_rows: Sequence[Row] = (),
        communes: Callable[[], AdminMap] | None = None,
    ) -> Gazetteer:
        """Build from the rows of places and provinces; ``communes`` reads both maps (None: the package's)."""
        return cls(place_rows, province_rows, communes or read_admin_map)

    @cached_property
    def index(self) -> Index:
        """All names; built at the first question."""
        return Index(self._place_rows, self._province_rows, self._communes())

    def resolve(
        self,
        text: str = "",
        *,
        commune: str = "",
        province: str = "",
        old_district: str = "",
        old_province: str = "",
        lat: float | None = None,
        lon: float | None = None,
        endpoint: bool = False,
    ) -> Resolution:
        """The place meant by a text or by the fields of a record (fields win, a point given wins over all).

        With ``endpoint`` a bare name shared by a town and a province means the town, and a province alone
        is no answer; without it the province is what such a name says.
        """
        fields = tuple(value or "" for value in (commune, province, old_district, old_province))
        asked = (text, *fields, lat, lon, endpoint)
        if asked not in self._remembered:
            if len(self._remembered) >= _REMEMBERED:
                self._remembered.clear()
            self._remembered[asked] = self._resolve(text or "", fields, lat, lon, endpoint)
        return self._remembered[asked]

    def _resolve(
        self, text: str, fields: tuple[str, ...], lat: float | None, lon: float | None, endpoint: bool
    ) -> Resolution:
        found = self._from_fields(text, fields, endpoint) if any(fields) else self._from_text(text, endpoint)
        if lat is None or lon is None:
            return found
        return self._pinned(found, fields, text, lat, lon)

    # -- fields -------------------------------------------------------------------------------------------

    def _from_fields(self, text: str, fields: tuple[str, ...], endpoint: bool) -> Resolution:
        commune, province, old_district, old_province = fields
        around = [self._field(value, "tinh") for value in (province, old_province) if value]
        if not commune and not old_district and text:
            return self._read([*self._names(text), *around], endpoint)
        names = list(around)
        if old_district:
            names.insert(0, self._field(old_district, "district"))
        if not commune:
            return self._read(names, endpoint)
        written = self._field(commune, "commune")
        found = self._read([written, *names], endpoint)
        if found.doubt is None and found.best is not None and found.best.level in ("commune", "island"):
            return found
        today = self._today(written, province)
        if today is None:
            return found
        # The fields commune and province speak of today's map; the old map is the lesser witness.
        doubt = (
            None if found.best is not None and found.best.commune_code == today.commune_code else "conflict"
        )
        others = tuple(c for c in found.candidates if c.commune_code != today.commune_code)
        return Resolution((today, *others), today, found.doubt if found.best == today else doubt)

    def _today(self, written: Named, province: str) -> PlaceMatch | None:
        """The one commune of that name in a province of today's map."""
        where = joined_key(province)
        units = [
            u
            for u in bearers(written, self.index.names.get(written.key, ()))[0]
            if u.level == "commune" and joined_key(u.province) == where
        ]
        return self._match(units[0], 0.85) if len(units) == 1 else None

    def _field(self, value: str, type_: str) -> Named:
        value = clean(value)
        if joined_key(value) not in self.index.names:
            value = value.partition("(")[0] or value
        written_type, rest = leading_type(value)
        if joined_key(value) in self.index.names or not written_type:
            written_type, rest = "", words(value)
        key = joined_key(" ".join(rest))
        precise = written_type if type_ != "tinh" and written_type not in ("", "tinh") else type_
        return Named(precise, tuple(rest), key, key in self.index.names)

    def _pinned(
        self, found: Resolution, fields: tuple[str, ...], text: str, lat: float, lon: float
    ) -> Resolution:
        """A point given on the map is the place; the names tell what it is called."""
        near = [
            m
            for m in found.candidates
            if m.level != "province" and apart_km(lat, lon, m.lat, m.lon) <= _PIN_FAR_KM
        ]
        named = near[0] if near else None
        province = named.province if named else fields[1] or self._nearest_commune(lat, lon).province
        match = PlaceMatch(
            name=named.name if named else text or fields[0] or f"{lat:.4f}, {lon:.4f}",
            level="point",
            lat=lat,
            lon=lon,
            province=province,
            terrain="island"
            if named and named.terrain == "island"
            else terrain_of(lat, lon, self.index.landmarks),
            commune=named.commune if named else fields[0],
            commune_code=named.commune_code if named else "",
            old_district=named.old_district if named else fields[2],
            old_province=named.old_province if named else fields[3],
            locality=named.locality if named else fields[0],
            confidence=CONFIDENCE["point"],
        )
        finer = [m for m in found.candidates if m.level != "province"]
        return Resolution((match,), match, "pin_far" if finer and not near else None)

    def _nearest_commune(self, lat: float, lon: float) -> Unit:
        """The commune whose centre is nearest; looked for in the cells around the point first."""
        row, column = int(lat / _CELL), int(lon / _CELL)
        cells = [(row + i, column + j) for i in (-1, 0, 1) for j in (-1, 0, 1)]
        around = [unit for cell in cells for unit in self._cells.get(cell, ())]
        far = _CELL * _KM_PER_DEGREE_EAST  # nothing outside the cells lies nearer
        best = min(((apart_km(lat, lon, u.lat, u.lon), u.code, u) for u in around), default=None)
        if best is not None and best[0] < far:
            return best[2]
        return min(self.index.admin.communes, key=lambda u: (apart_km(lat, lon, u.lat, u.lon), u.code))

    @cached_property
    def _cells(self) -> dict[tuple[int, int], list[Unit]]:
        """Communes by cells of the map."""
        cells: dict[tuple[int, int], list[Unit]] = {}
        for unit in self.index.admin.communes:
            cells.setdefault((int(unit.lat / _CELL), int(unit.lon / _CELL)), []).append(unit)
        return cells

    # -- text ---------------------------------------------------------------------------------------------

    def _from_text(self, text: str, endpoint: bool) -> Resolution:
        text = text[:_LONGEST]
        whole = self._whole(text, endpoint)
        if whole is not None:
            return whole
        first = self._read(self._names(text), endpoint)
        choices = alternatives(text)
        if first.best is not None or len(choices) < 2:
            return first
        answers = [self._read(self._names(choice), endpoint) for choice in choices]
        said = [a.best for a in answers if a.best is not None]
        if not said:
            return first
        return Resolution(tuple(said), said[0], "alternatives")

    def _whole(self, text: str, endpoint: bool) -> Resolution | None:
        """The exact name of a point of the network (``Chũ (Lục Ngạn)``) needs no reading."""
        if "(" not in text and len(words(clean(text))) < 3:
            return None
        key = joined_key(text)
        exact = self.index.full_names.get(key, [])
        if len(exact) != 1 or len(self.index.names.get(key, ())) != 1:
            return None
        match = self._match(exact[0], 1.0)
        return Resolution((match,), match)

    def _names(self, text: str) -> list[Named]:
        names: list[Named] = []
        for part in parts(text, self.index.names):
            found = cut(part, self.index.names)
            if found and not any(n.known for n in found) and not found[0].below:
                type_, rest = leading_type(part)
                if rest:
                    found = [Named(type_, tuple(rest), joined_key(" ".join(rest)), known=False)]
            names += found
        return names

    def _read(self, names: Sequence[Named], endpoint: bool) -> Resolution:
        known = self._borne(names)
        named = [n for n, _, _ in known]
        unknown = [n for n in names if not n.below and n not in named]
        if not known and not unknown:
            return Resolution()
        chosen = explain(known)
        if not chosen.explained:
            loose = self._borne(names, loose=True)
            known, chosen = min((known, chosen), (loose, explain(loose)), key=lambda c: not c[1].explained)
        if unknown:
            return self._with_unknown(unknown, known, chosen, endpoint)
        if not chosen.explained:
            return self._conflicting(chosen, len(known))
        found = self._usual(chosen, len(known), endpoint)
        unlocated = any(n.below for n in names) and found.doubt is None and found.best is not None
        if unlocated and found.best is not None and found.best.level in ("town", "old_district"):
            return Resolution(found.candidates, _surer(found.best, 0.8), "locality_unknown")
        return found

    def _borne(self, names: Sequence[Named], loose: bool = False) -> list[tuple[Named, list[Unit], bool]]:
        """The names that some unit bears, with those units."""
        borne = [(n, *bearers(n, self.index.names[n.key], loose)) for n in names if n.known]
        return [entry for entry in borne if entry[1]]

    def _conflicting(self, chosen: Chosen, said: int) -> Resolution:
        """Names that do not lie in each other. A commune with its province is believed, in doubt."""
        groups = families([u for u in chosen.units if u.level != "province"])
        matches = self._matches([g[0] for g in groups], 0.5)
        sure = len(groups) == 1 and groups[0][0].level == "commune" and said > 2 and chosen.inside
        return Resolution(matches, matches[0] if sure else None, "conflict")

    def _usual(self, chosen: Chosen, said: int, endpoint: bool) -> Resolution:
        """Among places that explain everything written: the only one, or the usual one, or a question."""
        named = chosen.named
        provinces = [u for u in chosen.units if u.level == "province"]
        others = [u for u in chosen.units if u.level != "province"]
        if provinces and (
            not others or (not endpoint and said == 1 and named is not None and not named.type)
        ):
            return self._province_only(provinces, others, endpoint)
        if provinces and said == 1:
            others = self._towns_first(others)
            if not others:
                return self._province_only(
                    provinces, [u for u in chosen.units if u.level != "province"], endpoint
                )
        groups = families(others)
        matches = self._matches([g[0] for g in groups], 1.0 if chosen.spelt else 0.7)
        if len(groups) == 1:
            divided = groups[0][0].successors > 1
            return Resolution(
                matches,
                matches[0],
                None if chosen.spelt and not divided else "split" if divided else "misspelt",
            )
        first, second = rank(groups[0][0]), rank(groups[1][0])
        usual = first <= 1 < second or first == 2 < second
        if not usual:
            return Resolution(matches, None, "same_name")
        # A commune that is no more hardly puts a town in doubt, but the doubt is told.
        vanished = first <= 1 and second == 3
        return Resolution(matches, _surer(matches[0], 0.9 if vanished else 0.75), "same_name")

    def _towns_first(self, units: Sequence[Unit]) -> list[Unit]:
        """Of the bearers of a province's name, those that people would call a town."""
        return [
            u
            for u in units
            if u.level in ("town", "island")
            or (u.level == "old_district" and u.word in ("thanhpho", "thixa"))
        ]

    def _province_only(self, provinces: Sequence[Unit], others: Sequence[Unit], endpoint: bool) -> Resolution:
        if not endpoint:
            match = self._match(provinces[0], 1.0)
            return Resolution(
                (match, *self._matches([g[0] for g in families(others)], 0.5)), match, "province_only"
            )
        inside = [
            p
            for p in self.index.points
            if p.level == "town"
            and p.word == "thanhpho"
            and any(contains(province, p) for province in provinces)
        ]
        return Resolution(
            self._matches([g[0] for g in families([*others, *inside])], 0.5), None, "province_only"
        )

    def _with_unknown(
        self,
        unknown: Sequence[Named],
        known: Sequence[tuple[Named, list[Unit], bool]],
        chosen: Chosen,
        endpoint: bool,
    ) -> Resolution:
        """A name on no map: near spellings in what else was written, or the known unit in doubt."""
        near = self._near_names(unknown[0], known)
        if near:
            return Resolution(
                self._matches([g[0] for g in families(near)][:_MOST_CANDIDATES], 0.5), None, "misspelt"
            )
        if not known:
            return Resolution()
        if not chosen.explained:
            return self._conflicting(chosen, len(known))
        found = self._usual(chosen, len(known), endpoint)
        finer = unknown[0].type in ("xa", "phuong", "thitran", "dackhu", "commune", "huyen", "district")
        if (
            found.best is None
            or found.best.level == "province"
            or (finer and found.best.level not in ("commune", "old_commune"))
        ):
            return Resolution(found.candidates, None, "unit_unknown")
        if chosen.named is not None and chosen.named.beside and not chosen.named.type:
            return Resolution(found.candidates, None, "unit_unknown")  # a part of a longer name, perhaps
        return Resolution(found.candidates, _surer(found.best, 0.7), found.doubt or "locality_unknown")

    def _near_names(self, unknown: Named, known: Sequence[tuple[Named, list[Unit], bool]]) -> list[Unit]:
        from rapidfuzz import fuzz, process

        if len(unknown.key) < 4:
            return []
        hits = process.extract(unknown.key, self.index.keys, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=30)
        units = []
        for name, _, _ in sorted(hits, key=lambda hit: (-hit[1], hit[0])):
            for unit in self.index.names[name]:
                inside = all(any(contains(outer, unit) for outer in outers) for _, outers, _ in known)
                if inside and unit.level != "province" and (fits_type(unknown.type, unit) or not known):
                    units.append(unit)
        return units

    # -- answers ------------------------------------------------------------------------------------------

    def _matches(self, units: Sequence[Unit], share: float) -> tuple[PlaceMatch, ...]:
        return tuple(self._match(unit, share) for unit in units[:_MOST_CANDIDATES])

    def _match(self, unit: Unit, share: float) -> PlaceMatch:
        if unit.code in self.index.special_zones:
            return described(unit, "island", share)
        position = unit.lat, unit.lon
        if position not in self._terrain:
            self._terrain[position] = terrain_of(*position, self.index.landmarks)
        return described(unit, self._terrain[position], share)


def _surer(match: PlaceMatch, share: float) -> PlaceMatch:
    from dataclasses import replace

    return replace(match, confidence=round(match.confidence * share, 3))
