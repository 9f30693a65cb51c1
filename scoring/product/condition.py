"""The form of the goods that one record names, from all that it says of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from scoring.product.cues import form_of_phrase
from scoring.product.forms import FORM_WORDS, Form, is_half_dried, same_form
from scoring.product.kind import Kind
from scoring.product.lexicon import Lexicon
from scoring.product.matching import Match, keys_of
from scoring.product.normalise import spellings, syllables
from scoring.product.record import Record
from scoring.product.relation import state, traded_form

# The forms that keep goods what they are, so that one may be told for another.
KEPT_FORMS = (Form.DRIED, Form.FROZEN)
# What the name of goods says of how they were kept holds, whatever the description says of them.
_LASTING = (Form.DRIED, Form.HALF_DRIED, Form.FROZEN)
# Categories of goods that are ready to eat or drink, whether their names say so or not.
READY = frozenset(
    ("prepared food", "snack", "confectionery", "dessert", "beverage", "dried fruit", "dairy", "meat")
)
# Fish and shellfish are boiled before they are dried or frozen.
BOILED = frozenset(spelling for word in ("luộc", "boiled", "cooked") for spelling in spellings(word))
# Categories of goods that are made with others: fresh flowers scent a tea.
MADE = frozenset(("tea", "alcohol", "condiment", "confectionery", "snack", "cosmetic", "essential oil"))
# What keeps goods in a can, and not in a box.
_IN_LIQUID = frozenset(s for word in ("ngâm", "brine") for s in spellings(word))
_SLICED = frozenset(s for word in ("sấy", "lát", "sliced", "flakes", "dehydrated") for s in spellings(word))
_DRY_BY_NAME = {"khô", "sấy"}
_FRESH = frozenset(s for word in ("tươi", "fresh", "raw") for s in spellings(word))
_WORDED = tuple(
    (f" {' '.join(word.marked for word in syllables(text))} ", form)
    for form, texts in FORM_WORDS.items()
    for text in texts
)
_POWDERS = tuple(text for text, form in _WORDED if form is Form.POWDER)
USUAL_FORMS = (Form.FRESH, *KEPT_FORMS)


def form_of(
    lexicon: Lexicon, record: Record, chosen: Match | None, kinds: tuple[int, ...], kept: Form
) -> Form:
    """The form told beside the goods, in their own name or where they are named again, NONE for none.

    What is usually fresh has the form in which it is ``kept``, whatever its name says.
    """
    if kinds and record.form is Form.FRESH and _of_an_ingredient(lexicon, record, kinds[0]):
        return Form.NONE
    usual = traded_form(lexicon.kinds[kinds[0]]) if kinds else Form.FRESH
    if _half_dried(record, chosen):  # for one sun; frozen or chilled they are still that
        return Form.NONE if usual is Form.HALF_DRIED else Form.HALF_DRIED
    if usual is Form.HALF_DRIED and record.form in (Form.NONE, Form.FROZEN):
        return Form.NONE
    if kept and same_form(usual, Form.FRESH):
        return kept
    if not kinds:
        return record.form
    canned = record.form is Form.CANNED and not same_form(usual, Form.FRESH)
    if canned and not (usual is Form.NONE and _IN_LIQUID & record.words):
        return Form.NONE  # what is no longer fresh is boxed, not canned: "rong nho tách nước đóng hộp 100 g"
    own = Form.NONE
    if chosen is not None and chosen in record.goods:
        keys = keys_of(record.name, record.accented)[chosen.start : chosen.end]
        if usual in USUAL_FORMS:
            own = form_of_phrase(keys, record.accented)
            if _cooked(lexicon, kinds[0], keys, record.accented):
                return Form.PROCESSED
        elif state(lexicon.kinds[kinds[0]]) == "processed" and (powder := _ground(lexicon, kinds[0], keys)):
            return powder
    if own in _LASTING and not record.form_named:
        return (
            Form.NONE if own is _named_form(lexicon, kinds[0]) else own
        )  # "mộc nhĩ khô", fresh again in water
    if usual is Form.DRIED and _sliced(lexicon.kinds[kinds[0]], record):
        return Form.PROCESSED
    if record.form is Form.POWDER and lexicon.kinds[kinds[0]].category == "coffee":
        return Form.ROASTED if usual is Form.DRIED else Form.NONE  # ground coffee was roasted before
    joined = record.form_named and not any(word.broken for word in record.name[1:])  # "dứa tươi sấy dẻo"
    if record.form and (joined or not (own is Form.FRESH and record.form is Form.DRIED)):
        return Form.NONE if _inherent(lexicon, record, kinds[0]) else record.form
    if own and own is not _named_form(lexicon, kinds[0]):
        return own
    return _told_again(lexicon, record, kinds[0], usual)


def _sliced(kind: Kind, record: Record) -> bool:
    """Whether a name tells bulbs that are cured whole, as garlic and shallots are, dried in slices."""
    cured = kind.category == "vegetable" and not _DRY_BY_NAME & set(kind.name_vi.split())
    return cured and not _SLICED.isdisjoint(keys_of(record.name, record.accented))


def _of_an_ingredient(lexicon: Lexicon, record: Record, kind: int) -> bool:
    """True where only the description says fresh, of what goods were made with: "ướp bông tươi"."""
    if lexicon.kinds[kind].category not in MADE:
        return False
    named = any(key in _FRESH for key in keys_of(record.name, record.accented))
    first = record.rest[:1] and keys_of(record.rest[:1], record.accented)[0] in _FRESH
    return not (named or first)


def _half_dried(record: Record, chosen: Match | None) -> bool:
    """Whether the goods are dried for one sun, by their own name or beside it."""
    if record.form is Form.HALF_DRIED:
        return True
    if chosen is None or chosen not in record.goods:
        return False
    return is_half_dried(" ".join(word.raw for word in record.name[chosen.start : chosen.end]))


def _ground(lexicon: Lexicon, kind: int, phrase: Sequence[str]) -> Form:
    """Powder where the phrase itself says so and the kind comes in other forms too: "spirulina powder"."""
    goods = lexicon.kinds[kind]
    told = _says_powder(" ".join(phrase))
    own = told and any(_says_powder(name) for name in (goods.name_vi, goods.name_en))
    return Form.POWDER if told and not own else Form.NONE


@lru_cache(maxsize=16_384)
def _says_powder(name: str) -> bool:
    words = _as_marked(name)
    return any(text in words for text in _POWDERS)


def _cooked(lexicon: Lexicon, kind: int, phrase: Sequence[str], accented: bool) -> bool:
    """Whether the words of raw goods end in "luộc" though the kind is traded raw: "măng tươi luộc"."""
    goods = lexicon.kinds[kind]
    boiled = bool(phrase) and phrase[-1] == spellings("luộc")[not accented]
    return boiled and goods.form == "fresh" and goods.category not in (*READY, "seafood")


def _inherent(lexicon: Lexicon, record: Record, kind: int) -> bool:
    """True for a form that goods have by what they are: a puree is one, whether frozen or not."""
    goods, form = lexicon.kinds[kind], record.form
    if form is Form.PROCESSED and goods.form == "processed":  # "chả cá hấp" is chả cá
        return True
    if form is Form.PROCESSED and (
        goods.category in READY or (goods.category == "seafood" and BOILED & record.words)
    ):
        return True
    if same_form(form, traded_form(goods)) or form in (Form.FRESH, Form.LIVE):
        return False
    return any(same_form(form, found) for name in (goods.name_vi, goods.name_en) for found in _forms_in(name))


def _as_marked(name: str) -> str:
    return f" {' '.join(word.marked for word in syllables(name))} "


@lru_cache(maxsize=16384)
def _forms_in(name: str) -> tuple[Form, ...]:
    words = _as_marked(name)
    return tuple({form for text, form in _WORDED if text in words})


def _named_form(lexicon: Lexicon, kind: int) -> Form:
    """The form in the main name of a kind: half-dried squid is what it is, however the table keeps it."""
    return form_of_phrase([word.marked for word in syllables(lexicon.kinds[kind].name_vi)], accented=True)


def _told_again(lexicon: Lexicon, record: Record, kind: int, usual: Form) -> Form:
    """The form of the same product where a clause of the description opens with it: "mận sấy dẻo"."""
    for match in record.told:
        opens = match.start == 0 or record.rest[match.start].broken
        for other in match.kinds if opens else ():
            form = traded_form(lexicon.kinds[other])
            if form in KEPT_FORMS and not same_form(form, usual) and lexicon.one_product(kind, other):
                return form
    return Form.NONE
