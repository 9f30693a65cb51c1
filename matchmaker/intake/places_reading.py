"""From the names in a text to the place they mean: the only one, the usual one, or a question."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from matchmaker.intake.places import PlaceMatch, Resolution, Terrain
from matchmaker.intake.places_choice import RANK, Chosen, bearers, explain, families, fits_type, rank
from matchmaker.intake.places_index import Index, contains
from matchmaker.intake.places_match import described
from matchmaker.intake.places_names import joined_key, spelt_alike
from matchmaker.intake.places_near import NearNames
from matchmaker.intake.places_text import Named, cut, leading_type, parts
from matchmaker.intake.places_units import Unit

_MOST_CANDIDATES = 8

_LIVING_COMMUNE = RANK["commune"]
_WIDE = ("town", "old_district")  # too wide to pass over a hamlet's name in silence
_FACILITIES = ("cang", "cuakhau", "sanbay")
# Countries that buyers lie in; what lies in them is on no map of this one.
_ABROAD = frozenset(
    map(
        joined_key,
        [
            "Trung Quốc",
            "China",
            "Lào",
            "Laos",
            "Campuchia",
            "Cambodia",
            "Thái Lan",
            "Thailand",
            "Nhật Bản",
            "Japan",
            "Hàn Quốc",
            "Korea",
        ],
    )
)

Borne = tuple[Named, list[Unit], bool]


class Reader:
    """Reads names against the index. ``endpoint``: a province alone is no answer."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.near = NearNames(index)
        self._terrain: dict[tuple[float, float], Terrain] = {}

    def names(self, text: str) -> list[Named]:
        """The names in a text, known and unknown, in order."""
        names: list[Named] = []
        written = parts(text, self.index.names)
        if any(joined_key(part) in _ABROAD for part in written[1:]):
            return []
        for part in written:
            found = cut(part, self.index.names)
            if found and not any(n.known for n in found) and not found[0].below:
                type_, rest = leading_type(part)
                if rest:
                    found = [Named(type_, tuple(rest), joined_key(" ".join(rest)), known=False)]
            type_, rest = leading_type(part)
            names += [
                n if n.known else replace(n, type=n.type or ("" if i else type_), part=tuple(rest))
                for i, n in enumerate(found)
            ]
        return names

    def read(self, names: Sequence[Named], endpoint: bool) -> Resolution:
        """The place that these names mean together."""
        known = self._borne(names)
        named = [n for n, _, _ in known]
        unknown = [n for n in names if not n.below and n not in named]
        if not known and not unknown:
            return self._heard(names)
        known, chosen = self._explained(names, known)
        if unknown:
            return self._with_unknown(unknown, known, chosen, endpoint)
        if not chosen.explained:
            return self._conflicting(chosen, known)
        found = self._usual(chosen, len(known), endpoint)
        found = self._at_facility(found, chosen.named)
        best = found.best
        if best is None or found.doubt or not any(n.below for n in names) or best.level not in _WIDE:
            return found
        return Resolution(found.candidates, _surer(best, 0.8), "locality_unknown")

    def _borne(self, names: Sequence[Named], loose: bool = False) -> list[Borne]:
        """The names that some unit bears, with those units."""
        borne = [(n, *bearers(n, self.index.names[n.key], loose)) for n in names if n.known]
        return [entry for entry in borne if entry[1]]

    def _explained(self, names: Sequence[Named], known: list[Borne]) -> tuple[list[Borne], Chosen]:
        """The names with the units that explain them; where none do, types and spelling are taken loosely,
        and then without the names whose diacritics are another's (a hamlet's, it may be).
        """
        first = known, explain(known)
        if first[1].explained:
            return first
        loose = self._borne(names, loose=True)
        spelt = [entry for entry in known if entry[2] or entry[0].type]
        options = [first, (loose, explain(loose))]
        if 1 < len(spelt) < len(known):
            options.append((spelt, explain(spelt)))
        return min(options, key=lambda option: not option[1].explained)

    def _heard(self, names: Sequence[Named]) -> Resolution:
        """A text taken for a hamlet's name, which may be a misspelt town's: ``Buôn Mê Thuộc``."""
        heard = [u for n in names for u in self.near.heard(n.part) if u.level != "province"]
        if not heard:
            return Resolution()
        return Resolution(self._matches([g[0] for g in families(heard)], 0.5), None, "misspelt")

    def _at_facility(self, found: Resolution, named: Named | None) -> Resolution:
        """A port, gate or airport that is on no map is told by the town of its name, in doubt, with the ports
        (gates, airports) of that province beside it.
        """
        best = found.best
        if best is None or named is None or named.type not in _FACILITIES or best.level == "point":
            return found
        there = [
            p for p in self.index.points if p.word == named.type and best.old_province in p.old_provinces
        ]
        others = self._matches(there, 0.7)
        return Resolution(
            (best, *others)[:_MOST_CANDIDATES], _surer(best, 0.8), found.doubt or "locality_unknown"
        )

    def _conflicting(self, chosen: Chosen, known: Sequence[Borne]) -> Resolution:
        """Names that do not lie in each other. A commune with its province is believed, in doubt; the unit
        that was said to hold it stands second.
        """
        around = [entry for entry in known if entry[0] != chosen.named]
        there = self._inside(self.index.names[chosen.named.key], around) if chosen.named else []
        groups = families([u for u in (*there, *chosen.units) if u.level != "province"])
        wider = [u for _, units, _ in around for u in units if all(v.level != "province" for v in units)]
        other = [g[0] for g in families(wider)[:1]]
        matches = self._matches([*(g[0] for g in groups[:1]), *other, *(g[0] for g in groups[1:])], 0.5)
        sure = len(groups) == 1 and groups[0][0].level == "commune" and len(known) > 2 and chosen.inside
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
        groups = _own_names_first(families(others), named)
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
        if not usual or (groups[0][0].level == "island" and second == _LIVING_COMMUNE):
            return Resolution(matches, None, "same_name")  # a boat lies between: never guessed
        if first <= 1 and second > _LIVING_COMMUNE:  # a commune that is no more puts no town in doubt
            return Resolution(matches, _surer(matches[0], 0.9))
        return Resolution(matches, _surer(matches[0], 0.75), "same_name")

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
            match = self.match(provinces[0], 1.0)
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
        known: Sequence[Borne],
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
            return self._conflicting(chosen, known)
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

    def _near_names(self, unknown: Named, known: Sequence[Borne]) -> list[Unit]:
        """Units near in name to an unknown one or to the whole part it stands in, inside what else was said.

        A unit of that very name comes whatever its type: a district that was abolished long ago is a commune.
        """
        around = [entry for entry in known if not _in_part(entry[0], unknown)]
        found = [] if unknown.part == unknown.written else self._inside(self.near.units(unknown.part), around)
        if not found:
            found = self._inside(self.near.units(unknown.written), known)
        fitting = [
            u for u in found if fits_type(unknown.type, u) or not known or joined_key(u.name) == unknown.key
        ]
        return [u for u in fitting if u.level != "province"]

    def _inside(self, units: Iterable[Unit], known: Sequence[Borne]) -> list[Unit]:
        return [
            u for u in units if all(any(contains(outer, u) for outer in outers) for _, outers, _ in known)
        ]

    def _matches(self, units: Sequence[Unit], share: float) -> tuple[PlaceMatch, ...]:
        return tuple(self.match(unit, share) for unit in units[:_MOST_CANDIDATES])

    def match(self, unit: Unit, share: float) -> PlaceMatch:
        """A unit as an answer; ``share`` lowers the confidence of its level."""
        if unit.code in self.index.special_zones:
            return described(unit, "island", share)
        position = unit.lat, unit.lon
        if position not in self._terrain:  # all of its province at once: that takes little more
            alike = [position, *self.index.positions[unit.level, unit.province]]
            self._terrain.update(zip(alike, self.index.terrains(alike), strict=True))
        return described(unit, self._terrain[position], share)


def _in_part(name: Named, unknown: Named) -> bool:
    """Whether a known name stands in the part of an unknown one, of which it may be a piece."""
    return not name.type and set(name.written) <= set(unknown.part)


def _own_names_first(groups: list[list[Unit]], named: Named | None) -> list[list[Unit]]:
    """Of what lies in one place, a commune that itself bears the name before the town that is also called so:
    ``Dương Đông`` is a quarter of Phú Quốc.
    """
    if named is None:
        return groups
    return [
        sorted(group, key=lambda u: u.level in ("town", "island") and joined_key(u.name) != named.key)
        if any(
            u.level in ("commune", "old_commune") and spelt_alike(list(named.written), u.name) for u in group
        )
        else group
        for group in groups
    ]


def _surer(match: PlaceMatch, share: float) -> PlaceMatch:
    return replace(match, confidence=round(match.confidence * share, 3))
