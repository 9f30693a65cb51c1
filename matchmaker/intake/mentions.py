"""Where in a message a place is named; the gazetteer says which place it is.

Words become a name only if a map has it, if their accents agree with the map and if they are written as
names are written in that message. Names that stand together ("Sông Mã Sơn La", "Côn Đảo (BR-VT cũ)") are
one place. A name inside the words of a product ("quýt Mường Khương") is the weakest witness of all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Protocol

from matchmaker.intake.mention_words import BETWEEN, DELIVERED, TYPES
from matchmaker.intake.places import PlaceMatch, Resolution
from matchmaker.intake.places_index import Index
from matchmaker.intake.places_names import joined_key
from matchmaker.intake.text import Span, Text, Token, fold, settle_tone
from matchmaker.intake.written_names import Name, ends_at, written_names

_MOST_PARTS = 6


class Gazetteer(Protocol):
    """What reading needs of a gazetteer: its names, and the places a text may mean."""

    @property
    def index(self) -> Index:
        """All names of the maps."""
        ...

    def resolve(self, text: str = "") -> Resolution:
        """The places that ``text`` may mean."""
        ...


@dataclass(frozen=True, slots=True)
class Mention:
    """A place named in a text: the words, the place, other places it may be, the gazetteer's doubt.

    ``locality`` is the finest name written, spelt as the map has it, ``old_district`` a name written as a
    district. ``province`` is on the map of July 2025. ``best`` is None where the gazetteer cannot choose.
    """

    text: str
    span: Span
    best: PlaceMatch | None
    candidates: tuple[PlaceMatch, ...]
    doubt: str | None
    province: str = ""
    old_district: str = ""
    locality: str = ""
    confidence: float = 0.0

    def as_parse_json(self) -> dict[str, str | None] | None:
        """The place of ``matchmaker parse``; None where not even the province is certain."""
        if not self.province:
            return None
        return {
            "province": self.province,
            "old_district": self.old_district or None,
            "locality": self.locality or None,
        }


@dataclass(frozen=True, slots=True)
class _Chain:
    """Names that stand together, with how they stand in the message (a higher rank is a better witness)."""

    names: tuple[Name, ...]
    rank: int


def find_place(
    text: Text, taken: frozenset[int], gazetteer: Gazetteer, names: list[Name] | None = None
) -> Mention | None:
    """The place that a message names, looked for in what is neither amount nor month nor price; ``names`` are
    those written in it, where they were looked up already."""
    found: list[tuple[int, Mention]] = []
    names = written_names(text, taken, gazetteer.index) if names is None else names
    for chain in _chains(text, taken, names):
        mention = _mention(text, chain, gazetteer) if chain.rank or _well_known(text, chain) else None
        if mention is not None:
            found.append((chain.rank, mention))
    if not found:
        return None
    best = max(rank for rank, _ in found)
    mention = next(m for rank, m in reversed(found) if rank == best)
    return replace(mention, doubt=mention.doubt or "place_in_product") if best == 0 else mention


def _well_known(text: Text, chain: _Chain) -> bool:
    """Whether a name inside a product's is believed: a town's or district's, or one written with capitals."""
    name = chain.names[0]
    if any(u.level in ("town", "old_district", "island", "province") for u in name.units):
        return True
    return text.accented and all(t.text[0].isupper() for t in text.tokens[name.start : name.end])


def _chains(text: Text, taken: frozenset[int], names: list[Name]) -> list[_Chain]:
    """Names gathered with those that follow them with nothing but marks and types between."""
    groups: list[list[Name]] = []
    for name in names:
        if groups and _beside(text.tokens, taken, groups[-1][-1].end, name.start):
            groups[-1].append(name)
        else:
            groups.append([name])
    return [_Chain(tuple(group), _rank(text, taken, group)) for group in groups]


def _beside(tokens: tuple[Token, ...], taken: frozenset[int], start: int, end: int) -> bool:
    i = start
    while i < end:
        hit = TYPES.at(tokens, i) or BETWEEN.at(tokens, i)
        if hit is None or hit.end > end or i in taken:
            return False
        i = hit.end
    return True


def _rank(text: Text, taken: frozenset[int], names: list[Name]) -> int:
    """2 for a place by itself, 1 for one of delivery, 0 for one in a product's name (what opens an offer)."""
    start = names[0].begin
    if start == 0 and taken and text.tokens[names[-1].end : names[-1].end + 1]:
        return 0
    if DELIVERED.before(text.tokens, start):
        return 1
    if names[0].type or len(names) > 1 or ends_at(text, taken, start - 1, -1):
        return 2
    return 0


def closed(written: str, following: str) -> str:
    """Words of a place with both brackets or none: "Khánh Vĩnh (Khánh Hòa)"."""
    if written.count("(") <= written.count(")"):
        return written
    return f"{written})" if following == ")" else re.sub(r"\s*\(", ", ", written)


def _mention(text: Text, chain: _Chain, gazetteer: Gazetteer) -> Mention | None:
    """The place of a chain, or of the longest part of it that is one place."""
    whole = chain.names
    beginnings = [whole[:count] for count in range(len(whole) - 1, 0, -1)]
    endings = [whole[count:] for count in range(1, len(whole))]
    parts = (*beginnings, *endings) if text.accented else (*endings, *beginnings)
    for names in (whole, *parts[:_MOST_PARTS]):
        span = text.span(names[0].begin, names[-1].end)
        written = closed(text.raw[span[0] : span[1]], text.raw[span[1] : span[1] + 1])
        resolution = gazetteer.resolve(written)
        provinces = {c.province for c in resolution.candidates}
        if resolution.doubt in ("conflict", "misspelt", "unit_unknown") or not provinces:
            continue
        best = resolution.best
        province = best.province if best else next(iter(provinces)) if len(provinces) == 1 else ""
        district, locality = _parts(names)
        confidence = best.confidence if best else 0.0
        found = Mention(written, span, best, resolution.candidates, resolution.doubt)
        return replace(
            found, province=province, old_district=district, locality=locality, confidence=confidence
        )
    return None


def _parts(names: tuple[Name, ...]) -> tuple[str, str]:
    """The old district and the finest name among names written together."""
    below = [n for n in names if not n.province_only]
    if not below and len(names) > 1:
        below = [names[0]]  # "Điện Biên, Điện Biên"
    if not below:
        return "", ""
    finest, *rest = below
    district = next((n for n in rest if n.type == "district" or len(rest) == 1), None)
    if finest.type == "district" and not rest:
        return _spelt(finest), ""
    return _spelt(district) if district else "", _spelt(finest)


def _spelt(name: Name) -> str:
    """The name as the map spells it; a unit called so goes before one that is only also called so."""
    order = ("town", "island", "old_district", "commune", "old_commune", "point", "province")
    spelled = sorted(
        name.units,
        key=lambda u: (order.index(u.level) if u.level in order else len(order), u.name),
    )
    if spelled[0].name[-1].isdigit() and name.key[0] in "qp":
        return spelled[0].name  # Q1 is Quận 1
    called = [v for u in spelled for v in sorted((u.name, *u.aliases), key=lambda v: v.lower() == fold(v))]
    alike = [variant.partition(" (")[0] for variant in called if joined_key(variant) == name.key]
    accented = name.written != fold(name.written)
    as_written = [variant for variant in alike if accented and _settled(variant) == name.written]
    name_ = next(iter((*as_written, *alike)), spelled[0].name)
    return spelled[0].name if name_.isupper() else name_  # BMT is Buôn Ma Thuột


def _settled(name: str) -> str:
    return " ".join(settle_tone(word) for word in name.split())
