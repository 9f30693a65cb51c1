"""Where in a message a place is named; the gazetteer says which place it is.

Words become a name only if a map has it, if their accents agree with the map and if they are written as
names are written in that message. Names that stand together ("Sông Mã Sơn La", "Côn Đảo (BR-VT cũ)") are
one place. A name inside the words of a product ("quýt Mường Khương") is the weakest witness of all.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

from matchmaker.intake.calendar_words import CITY
from matchmaker.intake.mention_words import (
    BELOW_COMMUNE,
    BETWEEN,
    CITIES,
    DELIVERED,
    INTRODUCING,
    NO_PLACES,
    TYPES,
)
from matchmaker.intake.places import PlaceMatch, Resolution
from matchmaker.intake.places_index import Index
from matchmaker.intake.places_names import accents_agree, joined_key, key, mark, words
from matchmaker.intake.places_units import Unit
from matchmaker.intake.text import Span, Text, Token, fold, settle_tone

_LONGEST_NAME = 5
_MOST_PARTS = 6
_MOST_WORDS = 400
_VOWELS = frozenset("aeiouy")
# Urban districts and wards are called by number.
_OF_A_CITY = {"quan": "district", "q": "district", "phuong": "commune", "p": "commune"}


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
class _Name:
    """Tokens ``start`` to ``end`` that are a name on a map, with the type written at ``begin`` before it."""

    start: int
    end: int
    begin: int
    type: str
    key: str
    written: str
    units: tuple[Unit, ...]

    @property
    def province_only(self) -> bool:
        """Whether the name is taken for a province: it is one, and nothing says town."""
        provinces = [u for u in self.units if u.level == "province"]
        written = self.type in ("", "province") or (
            self.type == "city" and any(u.name in CITIES for u in provinces)
        )
        return written and bool(provinces)


@dataclass(frozen=True, slots=True)
class _Chain:
    """Names that stand together, with how they stand in the message (a higher rank is a better witness)."""

    names: tuple[_Name, ...]
    rank: int


def find_place(text: Text, taken: frozenset[int], gazetteer: Gazetteer) -> Mention | None:
    """The place that a message names, looked for in what is neither amount nor month nor price."""
    found: list[tuple[int, Mention]] = []
    for chain in _chains(text, taken, _names(text, taken, gazetteer.index)):
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


def _names(text: Text, taken: frozenset[int], index: Index) -> list[_Name]:
    """Names on the maps, the longest first at every word, in order."""
    tokens = text.tokens[:_MOST_WORDS]
    free = [t for i, t in enumerate(tokens) if i and i not in taken]
    cased = any(t.kind == "word" and t.text[:1].isupper() for t in free)
    keys = [_key(token) for token in tokens]
    names: list[_Name] = []
    i = 0
    while i < len(tokens):
        if product := NO_PLACES.at(tokens, i):
            i = product.end
            continue
        before = names[-1].end if names else 0
        name = (
            None
            if i in taken or tokens[i].kind != "word"
            else _name(text, taken, index, keys, i, cased, before)
        )
        if name and not text.accented:
            name = _overlapping(text, taken, index, keys, name, cased) or name
        if name:
            if not BELOW_COMMUNE.before(tokens, i, 3):
                names.append(name)
            i = name.end
        else:
            i += 1
    return names


def _overlapping(
    text: Text, taken: frozenset[int], index: Index, keys: list[str], name: _Name, cased: bool
) -> _Name | None:
    """Of "dau tay son la" Sơn La, which ends its clause, goes before Tây Sơn, which breaks off."""
    if _ends(text, taken, name.end, 1):
        return None
    for i in range(name.start + 1, name.end):
        other = _name(text, taken, index, keys, i, cased, 0)
        if other and other.end > name.end and _ends(text, taken, other.end, 1):
            return other
    return None


def _key(token: Token) -> str:
    """The token's part of a name: a word, or the number of a commune such as Bảo Lâm 1."""
    if token.kind == "word":
        return key(token.text.replace("'", ""))
    return token.text if token.kind == "number" and len(token.text) <= 2 else ""


def _name(
    text: Text, taken: frozenset[int], index: Index, keys: list[str], i: int, cased: bool, before: int
) -> _Name | None:
    delivers = text.tokens[i].marked == "giao"  # "giao Long Biên"; but "Giao Thủy, Nam Định"
    limit = i
    while limit < min(len(keys), i + _LONGEST_NAME) and limit not in taken:
        if not keys[limit] and not _dotted(text.tokens, limit):
            break
        limit += 1
    typed = TYPES.before(text.tokens, i, 3)
    type_ = typed[1].value if typed and typed[0] >= before else ""
    for end in range(limit, i, -1):
        fitting = tuple(u for u in index.names.get("".join(keys[i:end]), []) if _fits(text, i, end, u, cased))
        if delivers and not (end - i > 1 and _before_province(text.tokens, keys, end, index)):
            continue
        numbered = text.tokens[end - 1].kind == "number" and end - i < 3
        if fitting and _numbered(text.tokens[i:end]):
            numbered = not (_ends(text, taken, end, 1) or CITY.at(text.tokens, end))
            type_ = _OF_A_CITY[keys[i]]
        if fitting and not numbered and (end - i > 1 or _short_name(text, taken, i, end, type_, fitting)):
            begin = typed[0] if typed and type_ else i
            written = " ".join(t.marked for t in text.tokens[i:end])
            return _Name(i, end, begin, type_, "".join(keys[i:end]), written, fitting)
    return None


def _before_province(tokens: tuple[Token, ...], keys: list[str], i: int, index: Index) -> bool:
    """Whether the name of a province follows at token ``i``, a comma or "tỉnh" aside."""
    while i < len(tokens) and (between := BETWEEN.at(tokens, i) or TYPES.at(tokens, i)):
        i = between.end
    named = (index.names.get("".join(keys[i:end]), []) for end in range(i + 2, min(len(keys), i + 4) + 1))
    return any(unit.level == "province" for units in named for unit in units)


def _numbered(tokens: tuple[Token, ...]) -> bool:
    """Whether these are the words of an urban district or ward with a number ("quận 5")."""
    return tokens[0].folded in _OF_A_CITY and tokens[-1].kind == "number"


def _dotted(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether the token is the point of "Q.1" or "P.12"."""
    if tokens[i].text != "." or not 0 < i < len(tokens) - 1:
        return False
    return tokens[i - 1].folded in _OF_A_CITY and tokens[i + 1].kind == "number"


def _fits(text: Text, start: int, end: int, unit: Unit, cased: bool) -> bool:
    """Whether the words are written like the unit's name: its accents, and capitals if there are any."""
    tokens = text.tokens[start:end]
    small = cased and not tokens[0].text[0].isupper() and not _numbered(tokens)
    if small and not _in_small_letters(text, start, end):
        return False
    if cased and start == 0 and not all(t.text[0].isupper() or t.kind != "word" for t in tokens):
        return False
    written = [t.text.replace("'", "") for t in tokens if t.kind != "mark"]
    names = (unit.name, *unit.aliases)
    if text.accented and not _apart(text, start, end) and not _province_last(text, start, end, unit):
        return any(_spelt_alike(written, name) for name in names)
    return any(accents_agree(written, name) for name in names)


def _in_small_letters(text: Text, start: int, end: int) -> bool:
    """Whether a hasty writer left the capitals out: initials after "giao" or "ship", or a clause of two names
    and more that has no capital at all ("tây giang quảng nam").
    """
    tokens = text.tokens
    if end - start == 1 and _initials(tokens[start]) and DELIVERED.before(tokens, start):
        return True
    first, last = start, end
    while first and tokens[first - 1].kind == "word":
        first -= 1
    while last < len(tokens) and tokens[last].kind == "word":
        last += 1
    clause = tokens[first:last]
    marked = first > 0 and tokens[first - 1].text in ",;\n"
    return marked and 3 < len(clause) <= _LONGEST_NAME + 1 and all(t.text.islower() for t in clause)


def _initials(token: Token) -> bool:
    """Whether the token is an abbreviation that can be no word: "TPHCM", "sg"."""
    return not _VOWELS & set(token.folded)


def _province_last(text: Text, start: int, end: int, unit: Unit) -> bool:
    """Whether a province closes its clause in capitals without its accents: "Chợ Lách Ben Tre"."""
    closed = end == len(text.tokens) or text.tokens[end].kind == "mark"
    return unit.level == "province" and closed and end - start > 1 and text.tokens[start].text[0].isupper()


def _spelt_alike(written: list[str], name: str) -> bool:
    """Whether the words have the very accents of the name; the spellings of one word count as one."""
    return "".join(map(mark, written)) == "".join(map(mark, words(name)))


def _apart(text: Text, start: int, end: int) -> bool:
    """Whether several or capitalised words stand between marks: a name even if its accents were left out."""
    marked = [i < 0 or i >= len(text.tokens) or text.tokens[i].kind == "mark" for i in (start - 1, end)]
    name = text.tokens[end - 1].text[0].isupper() or end - start > 1
    return all(marked) and start > 0 and name


def _short_name(
    text: Text, taken: frozenset[int], start: int, end: int, type_: str, units: tuple[Unit, ...]
) -> bool:
    """Whether a name of one word can be believed: a word with a type, or a town alone in its clause."""
    if type_:
        return True
    token = text.tokens[start]
    known = any(u.level in ("province", "town", "old_district", "island") for u in units)
    alone = _ends(text, taken, end, 1) and _ends(text, taken, start - 1, -1)
    if len(token.text) == 2:  # "giao HN", "ship sg"
        return known and _initials(token) and DELIVERED.before(text.tokens, start) is not None
    named = token.text[0].isupper() and not token.plain and start > 0
    return known and len(token.text) > 2 and (alone or named or _initials(token))


def _ends(text: Text, taken: frozenset[int], i: int, step: int) -> bool:
    """Whether the clause ends at token ``i`` (looking on, or back past "giao" and "tại")."""
    if not 0 <= i < len(text.tokens) or i in taken:
        return True
    if step < 0 and (INTRODUCING.before(text.tokens, i + 1) or DELIVERED.before(text.tokens, i + 1)):
        return True
    return text.tokens[i].kind == "mark" and text.tokens[i].text not in "'/"


def _chains(text: Text, taken: frozenset[int], names: list[_Name]) -> list[_Chain]:
    """Names gathered with those that follow them with nothing but marks and types between."""
    groups: list[list[_Name]] = []
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


def _rank(text: Text, taken: frozenset[int], names: list[_Name]) -> int:
    """2 for a place by itself, 1 for one of delivery, 0 for one in a product's name (what opens an offer)."""
    start = names[0].begin
    if start == 0 and taken and text.tokens[names[-1].end : names[-1].end + 1]:
        return 0
    if DELIVERED.before(text.tokens, start):
        return 1
    if names[0].type or len(names) > 1 or _ends(text, taken, start - 1, -1):
        return 2
    return 0


def _mention(text: Text, chain: _Chain, gazetteer: Gazetteer) -> Mention | None:
    """The place of a chain, or of the longest part of it that is one place."""
    whole = chain.names
    beginnings = [whole[:count] for count in range(len(whole) - 1, 0, -1)]
    endings = [whole[count:] for count in range(1, len(whole))]
    parts = (*beginnings, *endings) if text.accented else (*endings, *beginnings)
    for names in (whole, *parts[:_MOST_PARTS]):
        span = text.span(names[0].begin, names[-1].end)
        written = text.raw[span[0] : span[1]]
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


def _parts(names: tuple[_Name, ...]) -> tuple[str, str]:
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


def _spelt(name: _Name) -> str:
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
