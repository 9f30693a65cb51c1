"""Form, role and head words found in a record, outside the phrases that name its product."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from scoring.product.boxed import is_boxed
from scoring.product.formless import tells_no_form
from scoring.product.forms import FORM_SYLLABLES, FORM_WORDS, Form
from scoring.product.noise import AMOUNTS, ENGLISH_TURNS, NOISE, PACKING, PARTS
from scoring.product.normalise import Syllable, could_be_vietnamese, marked_words, spellings, syllables
from scoring.product.roles import (
    BARE_PURPOSES,
    CONTAINERS,
    FLAVOURS,
    HOLDING,
    MADE_OF_HEADS,
    MADE_OF_TAILS,
    MODIFIERS,
    PURPOSES,
    ROLE_WORDS,
    SET_WORDS,
    USES,
    Role,
)

Phrase = tuple[str, ...]
T = TypeVar("T")


def _indexed(table: Mapping[T, Iterable[str]], plain: bool) -> dict[Phrase, T]:
    found: dict[Phrase, T] = {}
    for code, texts in table.items():
        for text in texts:
            found.setdefault(_phrase(text, plain), code)
    return found


def _phrase(text: str, plain: bool) -> Phrase:
    return tuple(s.plain if plain else s.marked for s in syllables(text))


_FORMS = (_indexed(FORM_WORDS, plain=True), _indexed(FORM_WORDS, plain=False))
_ROLES = (_indexed(ROLE_WORDS, plain=True), _indexed(ROLE_WORDS, plain=False))
# The words with which phrases of form and of role begin: most words of a name are none.
_OPEN_FORMS, _OPEN_ROLES = (
    tuple(frozenset(phrase[0] for phrase in side) for side in table) for table in (_FORMS, _ROLES)
)
_HEADS = tuple({_phrase(t, p): (i + 1, t) for i, t in enumerate(MADE_OF_HEADS)} for p in (True, False))
_TAILS = {syllables(text)[-1].plain: (1000 + i, text) for i, text in enumerate(MADE_OF_TAILS)}
_MODIFIERS = frozenset(MODIFIERS)
_SETS = tuple(frozenset(_phrase(t, p) for t in SET_WORDS) for p in (True, False))
_HOLDING = tuple(frozenset(_phrase(t, p)[0] for t in HOLDING) for p in (True, False))
_CONTAINERS = tuple(frozenset(_phrase(t, p)[0] for t in CONTAINERS) for p in (True, False))
# Packs that behind the name of goods tell how these are packed.
_PACKED_IN = tuple(
    frozenset(_phrase(t, p) for t in ("thùng carton", "thùng xốp", "hộp giấy", "khay nhựa", "xốp lưới"))
    for p in (True, False)
)
_FLAVOURS = tuple(frozenset(_phrase(t, p) for t in FLAVOURS) for p in (True, False))
_SCENT = syllables("hương")[0].plain, syllables("hương")[0].marked
# The code of a head that a flavour word stands for: whatever it is, it only tastes of the product.
FLAVOURED = 900
_PURPOSES = (BARE_PURPOSES, frozenset(spellings(word)[0] for word in PURPOSES))
_USES = frozenset(spellings(word)[0] for word in USES)
_COOKING = frozenset(spellings(word)[0] for word in ("nướng", "nhồi"))
# A name that begins with its maker tells by a verb what is grown there, not what a thing is for.
_MAKERS = frozenset(spellings(word)[0] for word in ("htx", "hợp", "cơ", "trang", "hộ", "làng", "vườn"))
# A plant that is "ghép", "giâm", "chiết" or "giống" is one to be planted.
_GRAFTED = tuple(
    frozenset(spellings(t)[not p] for t in ("ghép", "giâm", "chiết", "giống")) for p in (False, True)
)
_PLANT = "cây", "cay"
# What is set or raised: "củ tỏi giống Lý Sơn" is seed garlic of that place.
_PLANTED = frozenset(spellings(word)[0] for word in ("củ", "cây", "hạt", "con"))
_BREED = spellings("giống")[0]
# Folded, these are as often another word (sống or sông, phân or phấn), so bare ones are not believed.
_UNSURE_FORMS = frozenset(
    ("song", "nhan", "dam", "ngam", "bot", "phoi", "tho", "mut", "luoc", "chien", "chung", "rim", "xao",
     "tron", "tam", "muoi", "hap")
)  # fmt: skip
_SEASONED = frozenset(
    ("rang", "vi", "say", "tam", "voi", "va", "rac", "uop", "gia", "ot", "nuong", "chien", "kho")
)
_CUTS = tuple(
    frozenset(_phrase(text, plain) for text in ("tách múi", "gọt sẵn", "cắt sẵn", "bào sẵn", "thái sẵn"))
    for plain in (True, False)
)
# Bare "may" before one of these verbs is a machine and no rattan.
_MACHINE = "may"
_WORKS = marked_words(
    "cat say xay ep rang thai got nghien tron rua boc hut loc chiet suot tach phat cay gat bam bao dong dan "
    "phan che tuot xuc bom phun in khoan mai"
)
_UNSURE_ROLES = frozenset(("phan", "ve", "ba", "xac", "sot", "may", "trau", "phoi", "hom"))
PURPOSE_TURNS = frozenset(("for",))
# Before a form these say that the goods are not in it, or not yet; bare "chua" is as often sour.
_NOT_YET = (
    frozenset(("khong", "de", "not", "non", "un")),
    frozenset(spellings(t)[0] for t in ("chưa", "không", "để", "đem", "nhằm")),
)
# The forms that a product's own name may hold without being another product.
_STATES = frozenset((Form.FRESH, Form.DRIED, Form.HALF_DRIED, Form.FROZEN))
# What fresh goods become by the words behind them in a name.
_DONE_TO_FRESH = frozenset(
    (Form.DRIED, Form.HALF_DRIED, Form.FROZEN, Form.PICKLED, Form.SMOKED, Form.SWEET, Form.PROCESSED)
)
JOINTS = frozenset(("hoac", "va", "or", "and", "hay"))
# A description tells these of the goods; other forms in it are often what a cook will do with them.
_TOLD_FORMS = frozenset(
    (Form.FRESH, Form.DRIED, Form.HALF_DRIED, Form.FROZEN, Form.LIVE, Form.CANNED, Form.SMOKED)
)


def find_form(
    words: Sequence[Syllable], taken: Sequence[bool], accented: bool, whole: bool,
    around: Sequence[Syllable] = (), shelf: bool = False,
) -> Form:  # fmt: skip
    """The first form told outside the product phrase, NONE for none; ``whole`` False reads a description.

    ``around`` and ``shelf``, what the rest of the record says and whether shops sell such goods fresh in
    boxes, tell boxes from cans.
    """
    keys = [w.marked if accented else w.plain for w in words]
    table = _FORMS[accented]
    cut = Form.NONE
    for start in range(len(keys)):
        if start and words[start - 1].plain in PURPOSE_TURNS:
            break  # "for fresh spring rolls" tells nothing of the rice paper
        if keys[start] not in _OPEN_FORMS[accented]:
            continue
        for length in (3, 2, 1):
            phrase = tuple(keys[start : start + length])
            form = table.get(phrase, Form.NONE)
            salted = length == 1 and words[start].plain == "muoi"
            if len(phrase) != length or not form or (all(taken[start : start + length]) and not salted):
                continue
            if length == 1 and not accented and (phrase[0] in _UNSURE_FORMS or _is_age(keys, start)):
                continue
            if salted and not _is_salted(words, start, whole):
                continue
            if length == 1 and words[start].plain == "hap" and _is_kept(words, start):
                continue
            if start and keys[start - 1] in _NOT_YET[accented]:
                continue
            if form is Form.CANNED and is_boxed(words, start, taken, around, accented, whole, shelf):
                continue
            if tells_no_form(words, start, start + length, form, accented, whole):
                continue
            if phrase in _CUTS[accented] and whole:
                cut = cut or form  # "tách múi cấp đông" is frozen, however it was cut
            elif form in _TOLD_FORMS or (whole and not (cut and form is Form.PROCESSED)):
                if (
                    form is Form.FRESH and whole and not cut
                ):  # "măng tươi luộc" is boiled, "mít tươi sấy" dried
                    return _made_of_fresh(words, taken, start + length, accented) or form
                if form is Form.FRESH and not whole and _is_worked_on(words, start + length):
                    return _made_of_fresh(words, taken, start + length, accented) or form
                return form
    return cut


def _made_of_fresh(words: Sequence[Syllable], taken: Sequence[bool], at: int, accented: bool) -> Form:
    """What was done to the fresh goods of an item, by the words that follow in it; NONE for nothing."""
    end = next((i for i in range(at, len(words)) if words[i].broken or words[i].plain in JOINTS), len(words))
    form = find_form(words[at:end], taken[at:end], accented, whole=True) if end > at else Form.NONE
    return form if form in _DONE_TO_FRESH else Form.NONE


# Between fresh goods and what becomes of them: "bóc từ cây tươi rồi phơi khô".
_THEN = frozenset(("roi", "dem", "xong", "then"))


def _is_worked_on(words: Sequence[Syllable], at: int) -> bool:
    """Whether a clause of a description goes on to what is done next to goods that were fresh."""
    end = next((i for i in range(at, len(words)) if words[i].broken), len(words))
    return any(word.plain in _THEN for word in words[at:end])


def form_of_phrase(keys: Sequence[str], accented: bool) -> Form:
    """Fresh, dried or frozen where the last words of a product's own name say so; NONE where they do not."""
    table = _FORMS[accented]
    for length in (2, 1):
        form = table.get(tuple(keys[-length:]), Form.NONE) if len(keys) > length else Form.NONE
        if form in _STATES:
            return form
    form = table.get(tuple(keys[:1]), Form.NONE)
    return form if form in _STATES and len(keys) > 1 else Form.NONE


def _is_salted(words: Sequence[Syllable], at: int, whole: bool) -> bool:
    """Whether "muối" ends a name of goods: of "rang muối" and "vị muối" it is the seasoning."""
    last = at + 1 == len(words) or words[at + 1].broken
    return whole and at > 0 and last and not words[at].broken and words[at - 1].plain not in _SEASONED


def _is_kept(words: Sequence[Syllable], at: int) -> bool:
    """Whether fish that are steamed at first are dried or frozen: "cá cơm hấp khô", "cá cơm khô hấp"."""
    before, after = words[max(at - 1, 0) : at], words[at + 1 : at + 2]
    return any(word.plain in ("kho", "say", "phoi") for word in before) or any(
        word.plain in ("kho", "say", "phoi", "cap", "dong") for word in after
    )


def _is_age(keys: Sequence[str], at: int) -> bool:
    """Bare "tuoi" after "nam" or a number is an age, not freshness."""
    return keys[at] == "tuoi" and at > 0 and (keys[at - 1] == "nam" or keys[at - 1].isdigit())


def find_role(words: Sequence[Syllable], taken: Sequence[bool], accented: bool) -> Role:
    """The role that a name gives its goods by words outside the product phrase (``taken``).

    A single Vietnamese syllable counts only at the head of the name ("máy", "phân") or, for seedlings,
    at its end; a longer phrase or an English word counts anywhere.
    """
    keys = [w.marked if accented else w.plain for w in words]
    if _is_container(words, keys, taken, accented):
        return Role.PACKAGING
    if accented and _bred(words, taken):
        return Role.SEEDLING
    if keys and words[0].plain in _PLANT and _GRAFTED[accented].intersection(keys[1:]):
        return Role.SEEDLING
    if not accented and keys[:1] == [_MACHINE] and len(keys) > 2 and keys[1] in _WORKS and keys[2] != "tre":
        return Role.TOOL
    count = len(keys)
    while count > 1 and keys[count - 1].lstrip("0123456789") in ("", *AMOUNTS):
        count -= 1
    table = _ROLES[accented]
    for start in (at for at, key in enumerate(keys) if key in _OPEN_ROLES[accented]):
        for length in (3, 2, 1):
            phrase = tuple(keys[start : start + length])
            role = table.get(phrase)
            if role is None or len(phrase) != length or all(taken[start : start + length]):
                continue
            if phrase[-1] in PURPOSE_TURNS and taken[start]:
                continue  # a "brocade bag" is the goods, whatever it is for
            if phrase in _PACKED_IN[accented] and any(taken[:start]):
                continue  # "thịt bò tươi khay nhựa 500 g" is meat
            if length > 1 or _stands_alone(words[start], start, count, role, accented):
                return role
    return Role.TOOL if _serves(keys, taken, accented) else Role.GOODS


def _bred(words: Sequence[Syllable], taken: Sequence[bool]) -> bool:
    """ "Giống" right after a product and before no name of a variety: "lợn giống" is stock to be raised."""
    for before, word, after in zip(range(len(words)), words[1:], (*words[2:], None), strict=False):
        if word.marked == _BREED and taken[before] and not taken[before + 1]:
            planted = words[0].marked in _PLANTED
            return after is None or planted or not after.raw[0].isupper()
    return False


def _is_container(
    words: Sequence[Syllable], keys: Sequence[str], taken: Sequence[bool], accented: bool
) -> bool:
    """A vessel first and, before any product, a word of holding: "hũ thủy tinh đựng …", "giấy gói …"."""
    if not keys or keys[0] not in _CONTAINERS[accented] or taken[0]:
        return False
    for i, key in enumerate(keys[1:], start=1):
        if taken[i]:
            return False
        if key in _HOLDING[accented]:
            return True
    return False


def serves(
    words: Sequence[Syllable], start: int, hidden: Sequence[bool], accented: bool, seasons: bool
) -> bool:
    """A noun and a verb of use right before the product at ``start``: "khuôn gỗ đóng …" is a mould for it.

    One word may stand between the verb and the product, the place of the work ("bạt trải ruộng muối").
    ``hidden`` are words of places; a product that ``seasons`` or wraps food is no object of cooking verbs.
    """
    keys = [w.marked for w in words[: start + 1]]
    if not accented or keys[0] in _MAKERS or any(w.broken for w in words[1 : start + 1]):
        return False
    for at in range(max(1, start - 2), start):
        if keys[at] not in _USES or keys[at + 1] in PACKING or (seasons and keys[at] in _COOKING):
            continue
        return any(
            not (h or k in NOISE or k in PARTS or k in FORM_SYLLABLES)
            for k, h in zip(keys[:at], hidden, strict=False)
        )
    return False


def _serves(keys: Sequence[str], taken: Sequence[bool], accented: bool) -> bool:
    """A strange noun and a verb of purpose before any product: "lồng nhốt gà" is a cage."""
    strange = False
    if keys and keys[0] in _MAKERS:
        return False
    for key, hold in zip(keys, taken, strict=True):
        if hold:
            return False
        if strange and key in _PURPOSES[accented]:
            return any(taken)
        strange = strange or not (key in NOISE or key in PARTS)
    return False


def _stands_alone(word: Syllable, at: int, count: int, role: Role, accented: bool) -> bool:
    if not accented and word.plain in _UNSURE_ROLES:
        return False
    if word.marked == word.plain and (len(word.plain) > 5 or not could_be_vietnamese(word.plain)):
        return True
    return at == 0 or (at == count - 1 and role is Role.SEEDLING)


def opens_as_planted(words: Sequence[Syllable], accented: bool) -> bool:
    """True for a description that opens with what is planted or raised: "cây giống 70 cm", "bịch phôi"."""
    keys = tuple(w.marked if accented else w.plain for w in words[:3])
    return any(
        len(keys) >= length and _ROLES[accented].get(keys[:length]) is Role.SEEDLING for length in (3, 2)
    )


def is_set(words: Sequence[Syllable], accented: bool) -> bool:
    """True where the name opens as a set of several goods ("set quà", "combo", "hamper")."""
    keys = tuple(w.marked if accented else w.plain for w in words)
    return any(keys[:length] in _SETS[accented] for length in (1, 2, 3))


def head_word(words: Sequence[Syllable], start: int, accented: bool) -> tuple[int, str]:
    """Code and text of the word that heads a Vietnamese name before its product phrase; 0 for none."""
    keys = [w.marked if accented else w.plain for w in words[:start]]
    for length in (3, 2, 1):
        if len(keys) >= length and tuple(keys[:length]) in _HEADS[accented]:
            return _HEADS[accented][tuple(keys[:length])]
    tastes = start > 1 or keys == [_SCENT[accented]]
    if tastes and any(tuple(keys[start - n :]) in _FLAVOURS[accented] for n in (1, 2)):
        return FLAVOURED, ""
    return 0, ""


def tail_word(words: Sequence[Syllable], end: int) -> tuple[int, str]:
    """Code and text of the noun that ends an English name right after its product phrase; 0 for none."""
    last = (0, "")
    if len(words) > end + 1 and words[end].plain in _MODIFIERS and not words[end].listed:
        return 1000 + len(MADE_OF_TAILS), words[end].plain
    for word in words[end:]:
        if word.broken or word.plain in ENGLISH_TURNS:
            break
        ordinary = word.plain in NOISE or word.plain in FORM_SYLLABLES or not word.plain.isalpha()
        last = _TAILS.get(word.plain, last if ordinary else (0, ""))
    return last
