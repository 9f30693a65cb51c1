"""The forms in which goods are traded, and the words that tell them."""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache

from scoring.product.normalise import spellings, syllables
from scoring.units import fold


class Form(IntEnum):
    """The state in which goods are traded; NONE where the words do not say."""

    NONE = 0
    FRESH = 1
    DRIED = 2
    FROZEN = 3
    POWDER = 4
    ROASTED = 5
    GREEN = 6
    JUICE = 7
    PICKLED = 8
    LIVE = 9
    SMOKED = 10
    CANNED = 11
    SWEET = 12
    OIL = 13
    PROCESSED = 14
    HALF_DRIED = 15
    BRED = 16  # no form that is told: of breeds sold alive, dressed or frozen, whichever is meant


# Forms that exclude each other where both are told: each stands for a class.
FORM_CLASS: dict[Form, int] = {
    Form.NONE: 0, Form.FRESH: 1, Form.LIVE: 1, Form.DRIED: 2, Form.SMOKED: 2, Form.FROZEN: 3, Form.POWDER: 4,
    Form.ROASTED: 5, Form.GREEN: 2, Form.JUICE: 7, Form.PICKLED: 8, Form.CANNED: 9, Form.SWEET: 10,
    Form.OIL: 11, Form.PROCESSED: 12, Form.HALF_DRIED: 13,
    Form.BRED: 14,
}  # fmt: skip
_IMPLIED = {"fresh": Form.FRESH, "live": Form.LIVE, "dried": Form.DRIED, "frozen": Form.FROZEN}


def implied_form(state: str) -> Form:
    """The form in which a kind is traded where a record tells none; NONE for processed goods."""
    return _IMPLIED.get(state, Form.NONE)


@lru_cache(maxsize=8192)
def is_half_dried(name: str) -> bool:
    """True where a name says that the goods were dried for one sun only: they keep chilled or frozen."""
    plain = fold(name)
    if not any(sign in plain for sign in _SIGNS_OF_HALF_DRIED):
        return False
    bare = name.isascii()
    words = f" {' '.join(s.plain if bare else s.marked for s in syllables(name))} "
    return any(phrase in words for phrase in (_BARE_HALF_DRIED if bare else _HALF_DRIED))


def same_form(one: Form, other: Form) -> bool:
    """True where two forms are of one class."""
    return FORM_CLASS[one] == FORM_CLASS[other]


def names_kept_form(name: str) -> bool:
    """True where a name says that the goods are dried or frozen; garlic is dry without saying so."""
    words = f" {' '.join(s.marked for s in syllables(name))} "
    return any(phrase in words for phrase in _DRIED_OR_FROZEN)


@lru_cache(maxsize=4096)
def kept_form(storage: str, packing: str) -> Form:
    """The form that storage or packing gives to goods that are usually fresh; NONE where they give none.

    Packing tells it in words that cannot mean a box, a cold truck or a dry place to keep them in.
    """
    words = f" {' '.join(s.marked for s in syllables(packing))} "
    for form, phrases in _KEPT:
        for phrase in phrases:
            before, found, _ = words.partition(phrase)
            if found and before.split()[-1:] not in _COLD_PLACES:
                return form
    return Form.FROZEN if storage == "frozen" else Form.NONE


# Written with marks; a reader folds them for bare texts. Source: product labels and registers.
FORM_WORDS: dict[Form, tuple[str, ...]] = {
    Form.FRESH: (
        "tươi", "fresh", "mới hái", "ăn tươi",
    ),
    Form.DRIED: (
        "khô", "sấy", "sấy dẻo", "sấy khô", "sấy giòn", "sấy thăng hoa", "phơi khô", "phơi", "treo gió",
        "tách nước", "dried", "dry", "dehydrated", "sun dried", "freeze dried", "chips",
    ),
    Form.HALF_DRIED: (
        "một nắng", "1 nắng", "half dried", "semi dried", "one sun",
    ),
    Form.FROZEN: (
        "đông lạnh", "cấp đông", "trữ đông", "frozen", "iqf",
    ),
    Form.POWDER: (
        "bột", "tinh bột", "nghiền", "xay mịn", "powder", "ground", "starch", "flour",
    ),
    Form.ROASTED: (
        "rang", "rang xay", "rang mộc", "roasted",
    ),
    Form.GREEN: (
        "nhân xô", "nhân xanh", "nhân sống", "green bean", "unroasted", "raw bean",
    ),
    Form.JUICE: (
        "nước ép", "nước cốt", "siro", "si rô", "juice", "syrup", "puree", "concentrate", "cô đặc",
    ),
    Form.PICKLED: (
        "muối chua", "muối mặn", "muối", "ngâm", "ngâm giấm", "dầm", "pickled", "brined",
    ),
    Form.LIVE: (
        "sống", "còn sống", "live", "nguyên con sống",
    ),
    Form.SMOKED: (
        "hun khói", "gác bếp", "xông khói", "smoked",
    ),
    Form.CANNED: (
        "đóng hộp", "đóng lon", "canned", "tinned",
    ),
    Form.SWEET: (
        "mứt", "jam", "candied", "crystallised",
    ),
    Form.PROCESSED: (
        "ăn liền", "chế biến sẵn", "nấu sẵn", "luộc", "luộc sẵn", "hấp", "hấp chín", "hấp sẵn",
        "nướng sẵn", "chiên",
        "chiên sẵn", "chưng", "rim", "xào", "kho quẹt", "trộn", "trộn sẵn", "tẩm",
        "tẩm vị", "vị muối", "vị cay",
        "tách múi", "bóc múi", "gọt sẵn", "cắt sẵn", "bào sẵn", "thái sẵn", "instant", "ready to eat",
        "cooked", "boiled", "seasoned", "marinated", "ready made", "ủ men", "kho niêu",
    ),
    Form.OIL: (
        "tinh dầu", "essential oil",
    ),
}  # fmt: skip

# The forms told in one word, marked and folded.
FORM_SYLLABLES = frozenset(
    spelling
    for texts in FORM_WORDS.values()
    for text in texts
    if " " not in text
    for spelling in spellings(text)
)

_HALF_DRIED = tuple(
    f" {' '.join(s.marked for s in syllables(text))} " for text in FORM_WORDS[Form.HALF_DRIED]
)
_BARE_HALF_DRIED = tuple(
    f" {' '.join(s.plain for s in syllables(text))} " for text in FORM_WORDS[Form.HALF_DRIED]
)
_SIGNS_OF_HALF_DRIED = frozenset(phrase.split()[-1] for phrase in _BARE_HALF_DRIED)
_DRIED_OR_FROZEN = tuple(
    f" {' '.join(s.marked for s in syllables(text))} "
    for form in (Form.DRIED, Form.HALF_DRIED, Form.FROZEN)
    for text in FORM_WORDS[form]
)
_KEPT = tuple(
    (form, tuple(f" {' '.join(s.marked for s in syllables(text))} " for text in texts))
    for form, texts in (
        (Form.FROZEN, FORM_WORDS[Form.FROZEN]),
        (
            Form.DRIED,
            tuple(t for t in FORM_WORDS[Form.DRIED] if t.startswith(("sấy", "dehydrated", "freeze"))),
        ),
    )
)
# "Xe đông lạnh" carries the goods and "kho đông lạnh" holds them; neither freezes them.
_COLD_PLACES = [[spelling] for word in ("xe", "kho", "tủ", "container") for spelling in spellings(word)]
