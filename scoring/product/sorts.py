"""The sorts that a text names of its goods: "cam" that is to be "cam canh, cam sành hoặc V2".

They stand in a bracket or behind a colon after the name, or in the description; a name that lists goods may
leave the noun out ("cam canh, sành hoặc V2"). An item is a sort where all its words, with the noun before
them or the form behind them that the name gives, are a product's name: nothing is taken that was not said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scoring.product.forms import FORM_SYLLABLES
from scoring.product.lexicon import Lexicon
from scoring.product.listing import LONGEST_ITEM
from scoring.product.matching import Match, keys_of
from scoring.product.noise import ALTERNATIVES
from scoring.product.normalise import Syllable, marked_words, spellings, syllables
from scoring.product.record import Record
from scoring.product.relation import state

# Words that join the items of a list, and those between a name and its list.
_JOINTS = ALTERNATIVES | {"and", *spellings("và")}
_OPENERS = frozenset(spellings(word)[n] for word in ("gồm", "như") for n in (0, 1)) - {"gom", "nhu"}
# Words before an item that say nothing, and those after which it is not asked for, or only preferred.
_BEFORE = marked_words(
    "loại giống các hàng bao gồm có là đủ từ thuộc dòng nhận lấy mua cần thường "
    "loai giong cac hang gom la du tu thuoc dong nhan lay can thuong"
)
_TURNS = marked_words("không ko trừ ngoài đừng ưu thích kèm với xen cùng hơn tránh miễn khong dung")
# A sort that comes first, and when another one is taken: that one is wanted, and the others rank behind.
_FIRST = marked_words("ưu uu"), marked_words("tiên tien")
_IN_NEED = marked_words("khi nếu neu"), marked_words("thiếu thieu hụt hut")
_GRADES = marked_words("loại hạng cỡ size grade")
_KEEPING = FORM_SYLLABLES | marked_words("dẻo giòn lạnh đông cấp một nắng thăng hoa mềm treo gió lát")


class Sort(NamedTuple):
    """A sort: its kind, and the words that name it."""

    kind: int
    words: str


class Sorts:
    """Finds sorts by the names of one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def of(
        self, record: Record, chosen: Match | None, kinds: tuple[int, ...]
    ) -> tuple[tuple[Sort, ...], Sort | None]:
        """The sorts that a record names beside its goods, and the one that its description alone names.

        Those in a bracket count where there are several: one alone explains the name. In the description they
        must be sorts of what the name names.
        """
        if record.english:
            return (), None
        at = next((i for i, word in enumerate(record.name) if i and _opens(word)), len(record.name))
        head, inside = record.name[:at], record.name[at:]
        named = self._head(record, chosen, kinds, at)
        in_bracket = self._listed(record, head, inside, named, ()) if inside else ()
        if len(in_bracket) > 1:
            return in_bracket, None
        if not named or not record.rest or not self._may_tell(record, named[0]):
            return (), None
        told = self._listed(record, head, record.rest, named, self._lexicon.below[named[0]])
        if told and self._lexicon.kinds[named[0]].rank == "family" and (more := self._beside(record, told)):
            return (Sort(named[0], ""), *told, *more), None
        if len(told) < 2:
            return (), self._alone(record, named[0], told)
        under = self._general(named) or all(self._is_under(named[0], sort.kind) for sort in told)
        if under or any(sort.kind == named[0] for sort in told):
            return told, None
        return (Sort(named[0], ""), *told), None

    def _beside(self, record: Record, told: tuple[Sort, ...]) -> tuple[Sort, ...]:
        """Goods of other trades that a description names in full beside those of the family: "bánh tráng"
        beside the "kẹo dừa" of "bánh kẹo"."""
        known, found = {sort.kind for sort in told}, []
        for match in record.told:
            opens = match.start == 0 or record.rest[match.start].broken
            ends = match.end == len(record.rest) or record.rest[match.end].broken
            ends = ends or record.rest[match.end].plain[0].isdigit()
            kind = self._lexicon.kinds[match.kinds[0]]
            apart = not known & {match.kinds[0], *self._lexicon.ancestors(match.kinds[0])}
            apart = apart and all(kind.category != self._lexicon.kinds[each].category for each in known)
            if opens and ends and match.end - match.start > 1 and kind.rank != "family" and apart:
                words = " ".join(word.raw for word in record.rest[match.start : match.end])
                found.append(Sort(match.kinds[0], words))
        return tuple(found)

    def _may_tell(self, record: Record, head: int) -> bool:
        """Whether a description can name sorts at all: it names goods, or the goods have sorts."""
        return bool(record.told) or bool(self._lexicon.below[head]) or self._general((head,))

    def _alone(self, record: Record, head: int, told: tuple[Sort, ...]) -> Sort | None:
        """The one sort that a description names in full, or by its code, of goods that name none."""
        if len(told) != 1 or self._lexicon.kinds[head].rank == "variety" or self._also_whole(record, head):
            return None
        in_full = {k for m in record.told for k in m.kinds if m.end - m.start > 1}
        words = told[0].words.split()
        coded = any(c.isdigit() for word in words for c in word)
        sure = told[0].kind in in_full or coded or (record.accented and len(words) > 1)
        return told[0] if sure else None

    def with_end(self, item: str, last: str, accented: bool) -> str:
        """An item with the words that end its list, where that names goods: "khăn, túi thổ cẩm"."""
        table = self._lexicon.marked if accented else self._lexicon.plain
        words, rest = syllables(item), syllables(last)
        keys, ending = keys_of(words, accented), keys_of(rest, accented)
        spans = ((at, end) for at in range(1, len(ending)) for end in range(len(ending), at + 1, -1))
        kept = next(((at, end) for at, end in spans if (*keys, *ending[at:end]) in table), None)
        return " ".join(word.raw for word in (*words, *rest[kept[0] : kept[1]])) if kept else ""

    def _head(self, record: Record, chosen: Match | None, kinds: tuple[int, ...], at: int) -> tuple[int, ...]:
        """What the name says before a bracket, at word ``at``; none where its goods stand inside."""
        if chosen is None or chosen not in record.goods or chosen.end > at:
            return ()
        narrowed = at < len(record.name) and kinds[0] in self._lexicon.below[chosen.kinds[0]]
        return chosen.kinds[:1] if narrowed else kinds[:1]

    def _also_whole(self, record: Record, kind: int) -> bool:
        """Whether a description names the goods themselves beside a sort, by another name than the record's:
        of "dê cỏ/dê núi" the second is what goats are called in trade."""
        table = self._lexicon.marked if record.accented else self._lexicon.plain
        name = " ".join(keys_of(record.name, record.accented))
        for item in _items(record.rest):
            keys = keys_of(item, record.accented)
            cut = next((n for n, key in enumerate(keys) if key[0].isdigit()), len(keys))
            if kind in table.get(tuple(keys[:cut]), ()) and " ".join(keys[:cut]) not in name:
                return True
        return False

    def beside_form(self, record: Record, kinds: tuple[int, ...]) -> int:
        """The one variety that a record names of goods known by their form ("Ri6 cấp đông"), -1 for none."""
        if not kinds or state(self._lexicon.kinds[kinds[0]]) == "fresh":
            return -1
        line = {kinds[0], *self._lexicon.ancestors(kinds[0]), *self._lexicon.descendants(kinds[0])}
        for matches in (record.goods, record.told):
            named = {
                k for match in matches for k in match.kinds if self._is_variety_beside(kinds[0], k, line)
            }
            if named:
                return named.pop() if len(named) == 1 else -1
        return -1

    def _is_variety_beside(self, kind: int, other: int, line: set[int]) -> bool:
        goods, whole = self._lexicon.kinds[other], self._lexicon.kinds[kind]
        apart = goods.rank == "variety" and whole.rank == "kind" and state(goods) != state(whole)
        return apart and other not in line and self._lexicon.one_product(kind, other)

    def _is_under(self, head: int, kind: int) -> bool:
        """Whether a sort is one of the goods named: below them, or sold under their name."""
        name = self._lexicon.kinds[kind].name_vi
        return head in self._lexicon.ancestors(kind) or name.startswith(
            f"{self._lexicon.kinds[head].name_vi} "
        )

    def with_noun(self, first: str, item: str, accented: bool) -> str:
        """An item with the words that open its list's first item, where both name goods; else ""."""
        table = self._lexicon.marked if accented else self._lexicon.plain
        words, rest = syllables(first), syllables(item)
        opening, keys = keys_of(words, accented), tuple(keys_of(rest, accented))
        if not 0 < len(keys) <= LONGEST_ITEM or keys in table:
            return ""
        kept = next((n for n in range(len(opening) - 1, 0, -1) if (*opening[:n], *keys) in table), 0)
        return " ".join(word.raw for word in (*words[:kept], *rest)) if kept else ""

    def _listed(
        self, record: Record, head: Sequence[Syllable], words: Sequence[Syllable], kinds: tuple[int, ...],
        narrower: frozenset[int] | tuple[int, ...],
    ) -> tuple[Sort, ...]:  # fmt: skip
        """The sorts among the items of a text; none where an item names other goods, or is turned away."""
        opening = keys_of(head, record.accented)
        told = bool(words) and words is record.rest
        behind = self._behind(record, kinds)
        found: dict[int, Sort] = {}
        in_need = told and _others_in_need(keys_of(words, record.accented))
        for item in _items(words):
            keys = keys_of(item, record.accented)
            if in_need and _pair(_FIRST, keys):
                item, keys = item[2:], keys[2:]
            if not _TURNS.isdisjoint(keys):
                if self._names_goods(keys, record.accented, narrower, told):
                    return ()
                continue
            spare = next((n for n, key in enumerate(keys) if key not in _BEFORE), len(keys))
            item, keys = item[spare:], keys[spare:]
            cut = next(
                (n for n, key in enumerate(keys) if key[0].isdigit() or (n and key in _GRADES)), len(keys)
            )
            kind = self._sort(opening, behind, tuple(keys[:cut]), record.accented, kinds, narrower, told)
            if kind >= 0:
                found.setdefault(kind, Sort(kind, " ".join(word.raw for word in item[:cut])))
            elif self._names_goods(keys, record.accented, narrower, told):
                return ()
        return tuple(found.values())

    def _sort(
        self, opening: Sequence[str], behind: tuple[str, ...], keys: tuple[str, ...], accented: bool,
        kinds: tuple[int, ...], narrower: frozenset[int] | tuple[int, ...], told: bool,
    ) -> int:  # fmt: skip
        """The kind of an item, -1 for none."""
        if not 0 < len(keys) <= LONGEST_ITEM + 1:
            return -1
        table = self._lexicon.marked if accented else self._lexicon.plain
        for phrase in self._phrases(opening, behind, keys, not told or self._general(kinds)):
            for kind in table.get(phrase, ()):
                if kind in kinds:  # "trà xanh" of a "chè Shan tuyết" that the table calls green
                    if told and phrase != keys and phrase[: len(keys)] == keys:
                        return kind
                elif self._belongs(kinds, kind, narrower, told, phrase, opening, behind):
                    return kind
        return -1

    def _phrases(
        self, opening: Sequence[str], behind: tuple[str, ...], keys: tuple[str, ...], formed: bool
    ) -> Iterator[tuple[str, ...]]:
        """What an item may be short for, the fullest first."""
        form = _form_of(opening)
        if form and formed:
            yield (*keys, *form)
        for kept in range(len(opening), 0, -1):
            yield (*opening[:kept], *keys)
        yield (*opening[-1:], *keys)
        for kept in range(len(behind), 0, -1):
            yield (*keys, *behind[:kept])
        yield keys

    def _belongs(
        self, kinds: tuple[int, ...], kind: int, narrower: frozenset[int] | tuple[int, ...], told: bool,
        phrase: tuple[str, ...], opening: Sequence[str], behind: tuple[str, ...],
    ) -> bool:  # fmt: skip
        """Whether a sort is one of the goods that the name names: below them, or of their name and trade."""
        if not kinds or kind in narrower:
            return not told or self._lexicon.kinds[kind].rank != "family"
        one, other = self._lexicon.kinds[kinds[0]], self._lexicon.kinds[kind]
        if one.category != other.category or (told and state(one) != state(other)):
            return False
        if not told:
            return True
        named = tuple(opening[: len(behind) + 1]) if behind else tuple(opening[:1])
        headed = phrase[: len(named)] == named or (behind[:1] and behind[0] in phrase[1:])
        formed = self._general(kinds) and phrase[-1] in _KEEPING
        return (
            other.rank != "family" and len(phrase) > 1 and bool(formed or (headed and one.rank != "family"))
        )

    def _general(self, kinds: tuple[int, ...]) -> bool:
        """Whether a name is one for goods of many products: "trái cây sấy"."""
        if not kinds:
            return False
        kind = self._lexicon.kinds[kinds[0]]
        above = self._lexicon.parents[kinds[0]]
        same = above >= 0 and self._lexicon.kinds[above].category == kind.category
        return kind.rank == "family" or (same and self._lexicon.kinds[above].rank == "family")

    def _behind(self, record: Record, kinds: tuple[int, ...]) -> tuple[str, ...]:
        """The words behind the noun with which a name opens: "Shan tuyết" of "chè Shan tuyết cổ thụ"."""
        opens = [m for m in record.goods if m.start == 0 and kinds]
        return tuple(keys_of(record.name[1 : opens[0].end], record.accented)) if opens else ()

    def _names_goods(
        self, keys: Sequence[str], accented: bool, narrower: frozenset[int] | tuple[int, ...], told: bool
    ) -> bool:
        """Whether an item that is no sort speaks of one all the same: "mận để làm mứt" beside "xoài"."""
        table = self._lexicon.marked if accented else self._lexicon.plain
        phrases = (
            tuple(keys[start:end]) for start in range(len(keys)) for end in range(start + 1, len(keys) + 1)
        )
        return told and any(k in narrower for phrase in phrases for k in table.get(phrase, ()))


def _others_in_need(keys: Sequence[str]) -> bool:
    """Whether a text takes other sorts only where the one that it prefers does not suffice."""
    return any(_pair(_IN_NEED, keys[n:]) for n in range(len(keys)))


def _pair(words: tuple[frozenset[str], frozenset[str]], keys: Sequence[str]) -> bool:
    """Whether a text begins with one of the first words and one of the second."""
    return len(keys) > 1 and keys[0] in words[0] and keys[1] in words[1]


def _opens(word: Syllable) -> bool:
    return (word.broken and not word.listed) or word.marked in _OPENERS


def _form_of(opening: Sequence[str]) -> tuple[str, ...]:
    """The words of form with which a name ends, behind its goods."""
    at = len(opening)
    while at > 1 and opening[at - 1] in _KEEPING:
        at -= 1
    return tuple(opening[at:])


def _items(words: Sequence[Syllable]) -> Iterator[list[Syllable]]:
    """The pieces of a text between breaks and words that join."""
    item: list[Syllable] = []
    for word in words:
        joint = word.marked in _JOINTS or word.marked in _OPENERS
        if (word.broken or joint) and item:
            yield item
            item = []
        if not joint:
            item.append(word)
    if item:
        yield item
