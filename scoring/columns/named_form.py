"""The form that a record's free text tells right behind the name of its goods: "15 kg mắc khén khô"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scoring.product.cues import find_form
from scoring.product.forms import FORM_CLASS, Form
from scoring.product.make_up import without_ball
from scoring.product.normalise import Syllable, has_marks, spellings, syllables
from scoring.units import fold

# Words of which the forms of raw goods are told; a text may string some together ("khô hấp sấy").
_WORDS = frozenset(
    spelling
    for text in ("tươi khô sấy phơi đông lạnh cấp luộc hấp sống", "một 1 nắng dẻo giòn thăng hoa")
    for word in text.split()
    for spelling in spellings(word)
)
# How a form is written beside a name with marks where the text has none.
_PLAINLY = {
    Form.FRESH: "tươi", Form.DRIED: "khô", Form.HALF_DRIED: "một nắng", Form.FROZEN: "đông lạnh",
    Form.LIVE: "sống", Form.PROCESSED: "luộc",
}  # fmt: skip
_NO = frozenset(s for word in ["không", "chưa", "trừ", "ko", "đừng", "thay"] for s in spellings(word))
_BREAKS = frozenset(",;+&/(:")
_JOINED = frozenset(("va", "hoac"))
_REACH = 4


def with_form(product: str, remarks: str) -> str:
    """The name of the goods with the words of form that follow it in the free text.

    A name that tells a form itself and one of a list stay as they are.
    """
    product = before_drying(without_ball(product))
    if not remarks or not _WORDS.isdisjoint(word.plain for word in syllables(product)):
        return product
    return f"{product} {words_behind(product, remarks)}".rstrip()


# Goods are boiled or steamed before they are laid out to dry; nuts and maize are snacks then.
_COOKED = re.compile(
    r"(?<!\w)(?:(?:luộc|hấp|chần|trụng|luoc|hap)(?: (?:chín|sơ|qua|kỹ|chin|so))?"
    r"|(?:boiled|steamed|blanched|cooked)),?"
    r"(?: (?:rồi|xong|và|sau đó|đem|roi|xong|va|and|then|&))* "
    r"(?=(?:[^\W\d_]+ ){0,2}?(?:sấy|phơi|say|phoi|dried|sun-dried|dehydrated)(?!\w)|(?:khô|kho)(?!\w))",
    re.IGNORECASE,
)
_SNACKS = re.compile(r"\b(?:lac|dau|ngo|bap|hat|dieu|de|peanuts?|corn|maize|beans?|chestnuts?|nuts?)\b(?!\w)")


def before_drying(product: str) -> str:
    """A name without what was done to the goods before they were dried.

    >>> before_drying("Măng luộc phơi khô"), before_drying("Tôm luộc cấp đông")
    ('Măng phơi khô', 'Tôm luộc cấp đông')
    """
    if _SNACKS.search(fold(product)):
        return product
    return _COOKED.sub("", product) or product


def words_behind(product: str, remarks: str) -> str:
    """The words of form that follow the name of the goods in the free text; "" for none, and for two forms.

    "Không lấy nấm khô" tells none.
    """
    if not remarks or not _BREAKS.isdisjoint(product):
        return ""
    name = [word.plain for word in syllables(product)]
    if not name or not _JOINED.isdisjoint(name):
        return ""
    words = syllables(remarks)
    accented = has_marks(words)
    told: dict[int, str] = {}
    for start in range(len(words) - len(name)):
        end = start + len(name)
        if words[start].plain != name[0] or [word.plain for word in words[start:end]] != name:
            continue
        if not _NO.isdisjoint(word.plain for word in words[max(start - 2, 0) : start]):
            continue
        behind = _behind(words, end)
        form = find_form(behind, [False] * len(behind), accented, whole=True) if behind else Form.NONE
        if form:
            alike = accented or product.isascii()
            own = " ".join(word.raw for word in behind)
            told.setdefault(FORM_CLASS[form], own if alike else _PLAINLY.get(form, own))
    return next(iter(told.values())) if len(told) == 1 else ""


def _behind(words: Sequence[Syllable], at: int) -> Sequence[Syllable]:
    """The words of form from ``at`` on, without a break."""
    end = at
    while end < min(len(words), at + _REACH) and words[end].plain in _WORDS and not words[end].broken:
        end += 1
    return words[at:end]
