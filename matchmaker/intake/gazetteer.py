"""The gazetteer: what place a text, or the fields of a record, mean on the maps of Viet Nam.

Names of both maps at every level are known, and the named points of the freight network. A coarser unit is
never given silently: where the finest name written is not found, or several places bear it, the answer is a
list of candidates with the reason for doubt.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

import numpy as np

from matchmaker.intake.places import PlaceMatch, Resolution, Terrain
from matchmaker.intake.places_cells import Cells, axes
from matchmaker.intake.places_choice import bearers
from matchmaker.intake.places_index import Index
from matchmaker.intake.places_match import CONFIDENCE
from matchmaker.intake.places_names import joined_key, words
from matchmaker.intake.places_reading import Reader
from matchmaker.intake.places_terrain import KM_PER_DEGREE, apart_km
from matchmaker.intake.places_text import Named, alternatives, leading_type
from matchmaker.intake.places_units import AdminMap, Unit, read_admin_map
from matchmaker.intake.text import clean

__all__ = ["Gazetteer", "PlaceMatch", "Resolution"]

Row = Mapping[str, str]

_REMEMBERED = 20_000
_PIN_FAR_KM = 60.0
_CELL = 0.3  # degrees: side of the cells by which communes are looked up
_KM_PER_DEGREE_EAST = 101.0  # at the northernmost latitude of the country, the least there is
_LONGEST = 300  # characters read of a text: an address, not an essay


class Gazetteer:
    """Resolves places. The maps are read and indexed once, at the first question."""

    def __init__(
        self, place_rows: Sequence[Row], province_rows: Sequence[Row], communes: Callable[[], AdminMap]
    ) -> None:
        self._place_rows, self._province_rows, self._communes = place_rows, province_rows, communes
        self._remembered: dict[tuple[object, ...], Resolution] = {}
        self._around: dict[tuple[float, float], tuple[Terrain, Unit]] = {}

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

    @cached_property
    def _reader(self) -> Reader:
        return Reader(self.index)

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
        fields = commune or "", province or "", old_district or "", old_province or ""
        asked = (text, *fields, lat, lon, endpoint)
        if asked not in self._remembered:
            if len(self._remembered) >= _REMEMBERED:
                self._remembered.clear()
            self._remembered[asked] = self._resolve(text or "", fields, lat, lon, endpoint)
        return self._remembered[asked]

    def _resolve(
        self, text: str, fields: tuple[str, ...], lat: float | None, lon: float | None, endpoint: bool
    ) -> Resolution:
        if lat is None or lon is None:
            return (
                self._from_fields(text, fields, endpoint) if any(fields) else self._from_text(text, endpoint)
            )
        commune, province, old_district, old_province = fields
        found = self.resolve(
            text,
            commune=commune,
            province=province,
            old_district=old_district,
            old_province=old_province,
            endpoint=endpoint,
        )
        return self._pinned(found, fields, text, lat, lon)

    # -- fields -------------------------------------------------------------------------------------------

    def _from_fields(self, text: str, fields: tuple[str, ...], endpoint: bool) -> Resolution:
        commune, province, old_district, old_province = fields
        around = [self._field(value, "tinh") for value in (province, old_province) if value]
        if not commune and not old_district and text:
            return self._reader.read([*self._reader.names(text), *around], endpoint)
        names = list(around)
        if old_district:
            names.insert(0, self._field(old_district, "district"))
        if not commune:
            return self._reader.read(names, endpoint)
        written = self._field(commune, "commune")
        found = self._reader.read([written, *names], endpoint)
        if found.doubt is None and found.best is not None and found.best.level in ("commune", "island"):
            return found
        today = self._today(written, province)
        if today is None:
            return found if found.best or not found.candidates else self._seat(found, names)
        # The fields commune and province speak of today's map; the old map is the lesser witness.
        doubt = (
            None if found.best is not None and found.best.commune_code == today.commune_code else "conflict"
        )
        others = tuple(c for c in found.candidates if c.commune_code != today.commune_code)
        return Resolution((today, *others), today, found.doubt if found.best == today else doubt)

    def _seat(self, found: Resolution, around: list[Named]) -> Resolution:
        """Where the only place of that name in the province is the seat of a former district, that seat,
        with the doubt that it is no commune: people name their old district."""
        provinces = {name.key for name in around if name.type == "tinh"}
        seats = [c for c in found.candidates if c.level == "town" and joined_key(c.province) in provinces]
        if len(seats) != 1:
            return found
        return Resolution(found.candidates, seats[0], found.doubt)

    def _today(self, written: Named, province: str) -> PlaceMatch | None:
        """The one commune of that name in a province of today's map."""
        where = joined_key(province)
        units = [
            u
            for u in bearers(written, self.index.names.get(written.key, ()))[0]
            if u.level == "commune" and joined_key(u.province) == where
        ]
        return self._reader.match(units[0], 0.85) if len(units) == 1 else None

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
        terrain, commune = self._what_lies_around(lat, lon)
        province = named.province if named else fields[1] or commune.province
        match = PlaceMatch(
            name=named.name if named else text or fields[0] or f"{lat:.4f}, {lon:.4f}",
            level="point",
            lat=lat,
            lon=lon,
            province=province,
            terrain="island" if named and named.terrain == "island" else terrain,
            commune=named.commune if named else fields[0],
            commune_code=named.commune_code if named else "",
            old_district=named.old_district if named else fields[2],
            old_province=named.old_province if named else fields[3],
            locality=named.locality if named else fields[0],
            confidence=CONFIDENCE["point"],
        )
        finer = [m for m in found.candidates if m.level != "province"]
        return Resolution((match,), match, "pin_far" if finer and not near else None)

    def look_around(self, positions: Iterable[tuple[float, float]]) -> None:
        """Learn what lies around positions that will be asked for: of many at once that takes a part of the
        time that it takes of each by itself."""
        unknown = [each for each in dict.fromkeys(positions) if each not in self._around]
        if not unknown:
            return
        if len(self._around) >= _REMEMBERED:
            self._around.clear()
        found = zip(self.index.terrains(unknown), self._nearest_communes(unknown), strict=True)
        self._around.update(zip(unknown, found, strict=True))

    def _what_lies_around(self, lat: float, lon: float) -> tuple[Terrain, Unit]:
        """The terrain of a position, and the commune whose centre is nearest."""
        if (lat, lon) not in self._around:
            self.look_around([(lat, lon)])
        return self._around[lat, lon]

    def _nearest_communes(self, positions: Sequence[tuple[float, float]]) -> list[Unit]:
        """The communes whose centres are nearest; looked for in the cells around each position first."""
        lats, lons = axes(positions)
        near = self._cells.around(lats, lons)
        sure = (_CELL * _KM_PER_DEGREE_EAST / KM_PER_DEGREE) ** 2  # nothing outside the cells lies nearer
        ends = np.searchsorted(near.of, np.arange(len(positions) + 1)).tolist()
        numbers = []
        for position, start, end in zip(positions, ends, ends[1:], strict=False):
            away = near.away[start:end]
            if end > start and away.min() < sure:
                numbers.append(near.numbers[start + away.argmin()])
            else:
                numbers.append(self._cells.away(*position).argmin())
        return [self._by_code[number] for number in numbers]

    @cached_property
    def _by_code(self) -> list[Unit]:
        """Communes by their code: of two alike far the first is meant."""
        return sorted(self.index.admin.communes, key=lambda u: u.code)

    @cached_property
    def _cells(self) -> Cells:
        """The communes by cells of the map."""
        return Cells(((unit.lat, unit.lon) for unit in self._by_code), _CELL)

    # -- text ---------------------------------------------------------------------------------------------

    def _from_text(self, text: str, endpoint: bool) -> Resolution:
        text = text[:_LONGEST]
        whole = self._whole(text)
        if whole is not None:
            return whole
        first = self._reader.read(self._reader.names(text), endpoint)
        if first.doubt == "conflict" and "," in text:  # "phường Xuân Hương, Đà Lạt": the ward's name in two
            dashed = self._reader.read(self._reader.names(text.replace(",", " - ", 1)), endpoint)
            if dashed.doubt is None and dashed.best is not None and dashed.best.level == "commune":
                return dashed
        choices = alternatives(text)
        if first.best is not None or len(choices) < 2:
            return first
        answers = [self._reader.read(self._reader.names(choice), endpoint) for choice in choices]
        said = [a.best for a in answers if a.best is not None]
        if not said:
            return first
        return Resolution(tuple(said), said[0], "alternatives")

    def _whole(self, text: str) -> Resolution | None:
        """The exact name of a point of the network (``Chũ (Lục Ngạn)``) needs no reading."""
        if "(" not in text and len(words(clean(text))) < 3:
            return None
        key = joined_key(text)
        exact = self.index.full_names.get(key, [])
        if len(exact) != 1 or len(self.index.names.get(key, ())) != 1:
            return None
        match = self._reader.match(exact[0], 1.0)
        return Resolution((match,), match)
