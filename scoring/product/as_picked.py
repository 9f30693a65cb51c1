"""Goods of a trade that works them up, sold as they were picked: coffee and cacao in the fruit, leaf of tea.

"Quả tươi" behind their name is no fruit of another kind, and "quả chín" of coffee is the ripe cherry; what
was chosen, or made, from ripe fruit is no longer that.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scoring.product.forms import Form
from scoring.product.lexicon import Lexicon
from scoring.product.matching import Match
from scoring.product.normalise import Syllable, marked_words, spellings

# Goods that are sold as they were picked, and worked up.
WORKED_UP = frozenset(("coffee", "cacao", "nut", "spice", "medicinal", "tea", "herbal tea"))
_IN_THE_FRUIT = frozenset(("coffee", "cacao"))  # of which the ripe fruit is not what is traded in the end
_FRUIT = frozenset(("qua", "trai"))
_FRESH_FRUIT = (["qua", "tuoi"], ["trai", "tuoi"], ["fresh", "fruit"])
_RIPE = marked_words("chín chin tươi tuoi đỏ")
# Before it: what goods were chosen or made from.
_FROM = frozenset(("tu", "chon", "lua", "from", "of", "hai", "cua", "bang", "100"))
# What is done to goods that are worked up; bare, some of these words are others too.
_WORKED = marked_words(
    "nhân rang xay bột phơi sấy rửa xát ủ men chế khô hòa phin sàng ẩm washed natural honey roasted "
    "green beans parchment dried moisture screen"
)
_WORKED_BARE = frozenset(spellings(word)[1] for word in ("nhân", "rang", "xay", "phơi", "sấy", "khô"))


def _worked(words: Iterable[Syllable], accented: bool) -> bool:
    return any(
        word.marked in _WORKED if accented else word.plain in _WORKED_BARE or word.marked in _WORKED
        for word in words
    )


def _of(lexicon: Lexicon, match: Match, categories: frozenset[str]) -> bool:
    return any(lexicon.kinds[kind].category in categories for kind in match.kinds)


def tells_state(lexicon: Lexicon, words: Sequence[Syllable], match: Match, before: Match | None) -> bool:
    """Whether "quả tươi" right behind goods of such a trade, ``before``, says how they come."""
    told = [word.plain for word in words[match.start : match.end]]
    fresh = told in _FRESH_FRUIT and not words[match.start].broken
    return fresh and before is not None and before.end == match.start and _of(lexicon, before, WORKED_UP)


def in_description(
    lexicon: Lexicon, goods: Sequence[Match], words: Sequence[Syllable], match: Match, accented: bool
) -> bool:
    """The same of a description of goods that is not about what they were made from."""
    told = [word.plain for word in words[match.start : match.end]]
    if told not in _FRESH_FRUIT or not any(_of(lexicon, each, WORKED_UP) for each in goods):
        return False
    before = words[match.start - 1].plain if match.start else ""
    return before not in _FROM and not _worked(words, accented)


def form_as_picked(
    lexicon: Lexicon, goods: Sequence[Match], name: Sequence[Syllable], rest: Sequence[Syllable],
    form: Form, accented: bool,
) -> Form:  # fmt: skip
    """The form that a name tells, of coffee and cacao: ripe fruit is fresh, and "nhân tươi" is not."""
    if not any(_of(lexicon, each, _IN_THE_FRUIT) for each in goods):
        return form
    if form is Form.FRESH:
        return Form.NONE if _worked(name, accented) else form
    if form or _worked((*name, *rest), accented):
        return form
    for at in range(len(name) - 1):
        ripe = name[at].plain in _FRUIT and name[at + 1].marked in _RIPE and not name[at + 1].broken
        if ripe and (not at or name[at - 1].plain not in _FROM):
            return Form.FRESH
    return form
