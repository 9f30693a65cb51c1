"""Names on the maps that stand in a message: the longest first at every word.

A name of one word needs a witness: the type of a unit before it, a clause of its own, or a capital.
"""

from __future__ import annotations

from dataclasses import dataclass

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
from matchmaker.intake.name_spelling import LONGEST_NAME, OF_A_CITY, fits, initials, numbered_name
from matchmaker.intake.places_index import Index
from matchmaker.intake.places_names import key
from matchmaker.intake.places_units import Unit
from matchmaker.intake.text import Text, Token

_MOST_WORDS = 400


@dataclass(frozen=True, slots=True)
class Name:
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


def written_names(text: Text, taken: frozenset[int], index: Index) -> list[Name]:
    """Names on the maps, the longest first at every word, in order."""
    tokens = text.tokens[:_MOST_WORDS]
    free = [t for i, t in enumerate(tokens) if i and i not in taken]
    cased = any(t.kind == "word" and t.text[:1].isupper() for t in free)
    keys = [_key(token) for token in tokens]
    names: list[Name] = []
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
    text: Text, taken: frozenset[int], index: Index, keys: list[str], name: Name, cased: bool
) -> Name | None:
    """Of "dau tay son la" Sơn La, which ends its clause, goes before Tây Sơn, which breaks off."""
    if ends_at(text, taken, name.end, 1):
        return None
    for i in range(name.start + 1, name.end):
        other = _name(text, taken, index, keys, i, cased, 0)
        if other and other.end > name.end and ends_at(text, taken, other.end, 1):
            return other
    return None


def _key(token: Token) -> str:
    """The token's part of a name: a word, or the number of a commune such as Bảo Lâm 1."""
    if token.kind == "word":
        return key(token.text.replace("'", ""))
    return token.text if token.kind == "number" and len(token.text) <= 2 else ""


def _name(
    text: Text, taken: frozenset[int], index: Index, keys: list[str], i: int, cased: bool, before: int
) -> Name | None:
    delivers = text.tokens[i].marked == "giao"  # "giao Long Biên"; but "Giao Thủy, Nam Định"
    limit = i
    while limit < min(len(keys), i + LONGEST_NAME) and limit not in taken:
        if not keys[limit] and not _dotted(text.tokens, limit):
            break
        limit += 1
    typed = TYPES.before(text.tokens, i, 3)
    type_ = typed[1].value if typed and typed[0] >= before else ""
    for end in range(limit, i, -1):
        fitting = tuple(u for u in index.names.get("".join(keys[i:end]), []) if fits(text, i, end, u, cased))
        if delivers and not (end - i > 1 and _before_province(text.tokens, keys, end, index)):
            continue
        numbered = text.tokens[end - 1].kind == "number" and end - i < 3
        if fitting and numbered_name(text.tokens[i:end]):
            numbered = not (ends_at(text, taken, end, 1) or CITY.at(text.tokens, end))
            type_ = OF_A_CITY[keys[i]]
        if fitting and not numbered and (end - i > 1 or _short_name(text, taken, i, end, type_, fitting)):
            begin = typed[0] if typed and type_ else i
            written = " ".join(t.marked for t in text.tokens[i:end])
            return Name(i, end, begin, type_, "".join(keys[i:end]), written, fitting)
    return None


def _before_province(tokens: tuple[Token, ...], keys: list[str], i: int, index: Index) -> bool:
    """Whether the name of a province follows at token ``i``, a comma or "tỉnh" aside."""
    while i < len(tokens) and (between := BETWEEN.at(tokens, i) or TYPES.at(tokens, i)):
        i = between.end
    named = (index.names.get("".join(keys[i:end]), []) for end in range(i + 2, min(len(keys), i + 4) + 1))
    return any(unit.level == "province" for units in named for unit in units)


def _dotted(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether the token is the point of "Q.1" or "P.12"."""
    if tokens[i].text != "." or not 0 < i < len(tokens) - 1:
        return False
    return tokens[i - 1].folded in OF_A_CITY and tokens[i + 1].kind == "number"


def _short_name(
    text: Text, taken: frozenset[int], start: int, end: int, type_: str, units: tuple[Unit, ...]
) -> bool:
    """Whether a name of one word can be believed: a word with a type, or a town alone in its clause."""
    if type_:
        return True
    token = text.tokens[start]
    known = any(u.level in ("province", "town", "old_district", "island") for u in units)
    alone = ends_at(text, taken, end, 1) and ends_at(text, taken, start - 1, -1)
    if len(token.text) == 2:  # "giao HN", "ship sg"
        return known and initials(token) and DELIVERED.before(text.tokens, start) is not None
    named = token.text[0].isupper() and not token.plain and start > 0
    return known and len(token.text) > 2 and (alone or named or initials(token))


def ends_at(text: Text, taken: frozenset[int], i: int, step: int) -> bool:
    """Whether the clause ends at token ``i`` (looking on, or back past "giao" and "tại")."""
    if not 0 <= i < len(text.tokens) or i in taken:
        return True
    if step < 0 and (INTRODUCING.before(text.tokens, i + 1) or DELIVERED.before(text.tokens, i + 1)):
        return True
    return text.tokens[i].kind == "mark" and text.tokens[i].text not in "'/"
