"""The several products that one name lists: "this or that", "A, B", "A white/red"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from scoring.product.lexicon import Lexicon
from scoring.product.matching import Match, keys_of
from scoring.product.noise import ALTERNATIVES
from scoring.product.normalise import Syllable, has_marks, syllables
from scoring.product.occasions import without_occasion
from scoring.product.process import with_process
from scoring.product.record import Record
from scoring.product.relation import state

# The states of goods that lists name side by side, whatever their categories.
RAW = frozenset(("fresh", "dried", "frozen", "live"))
# Categories of raw goods of which nothing else of another trade is named.
_WORKED_UP = frozenset(("tea", "coffee", "rice", "meat", "seafood"))
# Words that alone between two goods make them a list.
CONJUNCTIONS = (["and"], ["và"], ["va"])
# The most words of an item that leaves its first words out.
LONGEST_ITEM = 4


_ITEMS = re.compile(r"[;,+&](?!\d)|\s(?:và|va|and|hoặc|hoac|or)\s", re.IGNORECASE)
_JOINED = re.compile(r"\s(?:and|or|&|\+)\s", re.IGNORECASE)
MOST_ITEMS = 8


class Read(Protocol):
    """What is read of an item: the words of its name, and what it may be."""

    @property
    def kinds(self) -> tuple[int, ...]:
        """The likeliest kind first."""

    @property
    def name(self) -> tuple[Syllable, ...]:
        """Its words."""


def goods_listed(name: str, english: bool) -> list[str]:
    """The items of a name that reads as a list of goods; empty where it does not.

    In English what follows a comma describes the goods, unless the last item is joined by a word.
    """
    if "(" in name or ":" in name or (english and not _JOINED.search(name)):
        return []
    parts = _ITEMS.split(with_process(name))
    if not 1 < len(parts) <= MOST_ITEMS:
        return []
    items = [without_occasion(part.strip()) for part in parts]
    return items if all(items) else []


def beside(lexicon: Lexicon, first: Read, other: Read) -> bool:
    """Whether two items are goods that stand beside one another in a list: alike, or of one noun; "mật ong
    hoa nhãn, vải" is no list of honey and lychees."""
    kinds = (first.kinds[0], other.kinds[0])
    if any(lexicon.kinds[kind].rank == "family" for kind in kinds):
        return False
    if first.name[:1] and other.name[:1] and first.name[0].plain == other.name[0].plain:
        return True
    if lexicon.one_product(*kinds) and len({state(lexicon.kinds[kind]) for kind in kinds}) > 1:
        return False  # "cà phê rang xay Robusta, Arabica": the head's form goes for both
    return _alike(lexicon, *kinds)


def of_its_place(lexicon: Lexicon, first: Read, written: str, item: Read) -> bool:
    """Whether an item is told by a place at its end, and so is goods of its own whatever stands before it:
    "chè Hà Giang" of "mật ong bạc hà, chè Hà Giang"; what grows may be what the first is made of too, as in
    "mứt dừa, gừng Huế"."""
    one, other = lexicon.kinds[first.kinds[0]], lexicon.kinds[item.kinds[0]]
    if state(other) in RAW and state(one) not in RAW and other.category not in _WORKED_UP:
        return False
    words = syllables(written)
    keys = tuple(keys_of(words, has_marks(words)))
    placed = any(keys[at:] in lexicon.places for at in range(1, len(keys) - 1))
    return placed and "family" not in (one.rank, other.rank)


def listed_kinds(lexicon: Lexicon, record: Record, chosen: Match, kind: int) -> tuple[int, ...]:
    """The kinds beside ``kind``, that of the phrase ``chosen``, which the record's name lists."""
    if chosen not in record.goods:
        return ()
    found: list[int] = []
    for match in record.goods:
        if match is chosen or kind in match.kinds or _in_its_form(lexicon, record, chosen, match, kind):
            continue
        low, high = min(chosen.end, match.end), max(chosen.start, match.start)
        joined = [w.plain for w in record.name[low:high]]
        if (
            any(word in ALTERNATIVES for word in joined)
            or (joined in CONJUNCTIONS and _alike(lexicon, kind, match.kinds[0]))
            or (
                _is_item(record, match, record.name[low : high + 1]) and _alike(lexicon, kind, match.kinds[0])
            )
        ):
            found.append(match.kinds[0])
    return (*found, *_completed(lexicon, record, chosen, kind))


def _in_its_form(lexicon: Lexicon, record: Record, chosen: Match, match: Match, kind: int) -> bool:
    """An item without the head noun of a list has the form that the head told: "cà phê rang xay Robusta,
    Arabica" lists no green beans."""
    other = match.kinds[0]
    if match.start < chosen.end or not lexicon.one_product(kind, other):
        return False
    bare = record.name[match.start].plain != record.name[chosen.start].plain
    return bare and state(lexicon.kinds[kind]) != state(lexicon.kinds[other])


def _is_item(record: Record, match: Match, between: Sequence[Syllable]) -> bool:
    """True for a whole item of a list, with no bracket before it."""
    ends = match.end == len(record.name) or record.name[match.end].broken
    return record.name[match.start].listed and ends and all(w.listed for w in between if w.broken)


def _alike(lexicon: Lexicon, one: int, other: int) -> bool:
    """True for goods that are sold beside one another; "honey of longan, lychee" is no lychee."""
    kinds = (lexicon.kinds[one], lexicon.kinds[other])
    return kinds[0].category == kinds[1].category or {state(kind) for kind in kinds} <= RAW


def _completed(lexicon: Lexicon, record: Record, chosen: Match, kind: int) -> tuple[int, ...]:
    """Kinds of the same product named by an item that leaves its first words out: "ruột trắng/đỏ"."""
    table = lexicon.marked if record.accented else lexicon.plain
    keys = keys_of(record.name, record.accented)
    starts = {match.start for match in record.goods}
    found: list[int] = []
    for start in range(chosen.end, len(keys)):
        if not record.name[start].broken or start in starts:
            continue
        phrases = (
            (*keys[chosen.start : kept], *keys[start:end])
            for kept in range(chosen.end - 1, chosen.start, -1)
            for end in range(min(start + LONGEST_ITEM, len(keys)), start, -1)
        )
        # The longest reading of an item is its only one: "nhân rang Robusta" is no "nhân".
        meant = next((table[phrase] for phrase in phrases if phrase in table), ())
        found.extend(k for k in meant if k != kind and lexicon.one_product(kind, k))
    return tuple(dict.fromkeys(found))
