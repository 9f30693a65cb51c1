"""From the names in a text to the place they mean: the only one, the usual one, or a question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from matchmaker.intake.places import PlaceMatch, Resolution, Terrain
from matchmaker.intake.places_choice import RANK, Chosen, bearers, explain, families, fits_type, rank
from matchmaker.intake.places_index import Index, contains
from matchmaker.intake.places_match import described
from matchmaker.intake.places_names import joined_key
from matchmaker.intake.places_text import Named, cut, leading_type, parts
from matchmaker.intake.places_units import Unit

_MOST_CANDIDATES = 8
_ALIKE = 78.0  # per cent of equal letters from which a name is proposed for a misspelt one

_LIVING_COMMUNE = RANK["commune"]
_WIDE = ("town", "old_district")  # too wide to pass over a hamlet's name in silence

Borne = tuple[Named, list[Unit], bool]


class Reader:
    """Reads names against the index. ``endpoint``: a province alone is no answer."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._terrain: dict[tuple[float, float], Terrain] = {}

    def names(self, text: str) -> list[Named]:
        """The names in a text, known and unknown, in order."""
        names: list[Named] = []
        for part in parts(text, self.index.names):
            found = cut(part, self.index.names)
            if found and not any(n.known for n in found) and not found[0].below:
                type_, rest = leading_type(part)
                if rest:
                    found = [Named(type_, tuple(rest), joined_key(" ".join(rest)), known=False)]
            names += found
        return names

    def read(self, names: Sequence[Named], endpoint: bool) -> Resolution:
        """The place that these names mean together."""
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
        best = found.best
        if best is None or found.doubt or not any(n.below for n in names) or best.level not in _WIDE:
            return found
        return Resolution(found.candidates, _surer(best, 0.8), "locality_unknown")

    def _borne(self, names: Sequence[Named], loose: bool = False) -> list[Borne]:
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

    def _near_names(self, unknown: Named, known: Sequence[Borne]) -> list[Unit]:
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

    def _matches(self, units: Sequence[Unit], share: float) -> tuple[PlaceMatch, ...]:
        return tuple(self.match(unit, share) for unit in units[:_MOST_CANDIDATES])

    def match(self, unit: Unit, share: float) -> PlaceMatch:
        """A unit as an answer; ``share`` lowers the confidence of its level."""
        if unit.code in self.index.special_zones:
            return described(unit, "island", share)
        position = unit.lat, unit.lon
        if position not in self._terrain:
            self._terrain[position] = self.index.terrain(*position)
        return described(unit, self._terrain[position], share)


def _surer(match: PlaceMatch, share: float) -> PlaceMatch:
    return replace(match, confidence=round(match.confidence * share, 3))
