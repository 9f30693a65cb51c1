"""What a demand specifies of the goods beside their kind, clause by clause, and what the offer says to it.

Size, grade, packing, moisture, cut: whatever the buyer wrote. A clause is ``same`` where the offer says so
too, ``part`` where it says so of some, ``other`` where it says something else of the same kind, and else
``unsaid``: to be asked; ``unmet`` where a figure misses a least or a most that the buyer sets, which puts the
offer behind (``falls_short``); ``part_said`` where the figure is met and words beside it are not said;
``to_freeze`` where goods that are not frozen are wanted so. Nothing else here
changes a score, and nothing is taken to be said that was not. Papers are told with the papers.
"""

from __future__ import annotations

import re
from functools import lru_cache
from math import inf
from typing import NamedTuple

from scoring.criteria.measures import Measure, measures, meets, within
from scoring.criteria.naming import goods_in_set, grades
from scoring.criteria.packs import UNITS, first_pack, near, pack_measures, packs_in, packs_named, unpacked
from scoring.criteria.spec_words import EMPTY, another, joined, vietnamese, words_beside
from scoring.criteria.wishes import FIGURE, says, wishes
from scoring.records import Demand, Offer
from scoring.units import fold

SAME, PART, OTHER, UNSAID = "same", "part", "other", "unsaid"
UNMET, TO_FREEZE, PART_SAID = "unmet", "to_freeze", "part_said"
LONGEST = 80  # letters of a clause that are told
MOST = 5  # clauses that are told
_BREAK = re.compile(r"[;\n]|,(?!\d)|\. |\bvà\b|\bva\b|\band\b|\bkèm\b")
_CHOICE = re.compile(r"/(?!\s*(?:1 ?)?(?:kg|qua|trai|con|cu|l\b|lit))|\bhoac\b|\bor\b")
_WORD = re.compile(r"[a-z0-9]+")
# Words of forms, which the product itself is judged by.
_FORMS = frozenset(("tuoi", "kho", "say", "dong", "lanh", "song", "fresh", "dried", "frozen", "live", "raw"))
_SHELF = re.compile(
    r"(?:hsd|han su dung|han dung|shelf life|date)\D{0,12}(\d+) ?(thang|ngay|nam|month|day|year)"
)
_DAYS = {"thang": 30, "month": 30, "ngay": 1, "day": 1, "nam": 365, "year": 365}


class Clause(NamedTuple):
    """One thing that a demand specifies, what the offer says to it, and its words ("" where none)."""

    asks: str
    says: str
    offered: str = ""


def specified(offer: Offer, demand: Demand, sorts: tuple[str, ...] = ()) -> list[Clause]:
    """The clauses of a demand's specification against an offer, but for the ``sorts`` that it names of its
    goods: those are told with the product."""
    free = wishes(demand)
    in_figures = [wish for wish in free if FIGURE.search(wish)]
    text = demand.spec + "".join(f"; {each}" for each in (*packs_named(demand.product), *in_figures))
    if not text.strip() and not free:
        return []
    told = "; ".join(
        filter(None, (offer.product, offer.description, offer.grade, offer.packaging, offer.remarks))
    )
    alive = offer.storage == "live" or "hoi" in _WORD.findall(fold(told + " " + offer.price_unit))
    found = _compared(text, told, offer.packaging, offer.grade, offer.shelf_life_days, alive, sorts)
    clauses = [_otherwise(clause, offer, demand) for clause in found if _of_item(clause, offer, demand)]
    told_as = [
        Clause(wish, SAME if says(fold(wish), fold(told)) else UNSAID)
        for wish in free
        if wish not in in_figures
    ]
    return [clause for clause in clauses if clause] + told_as


_LISTED = re.compile(r"[,;+&]|\bva\b|\band\b")


def _of_item(clause: Clause, offer: Offer, demand: Demand) -> bool:
    """Whether a clause speaks of what is offered: of goods listed "dưa lưới 1,3 kg" asks nothing of the
    watermelons."""
    if clause.says not in (UNSAID, OTHER, UNMET):
        return True
    items = [frozenset(_WORD.findall(item)) for item in _LISTED.split(fold(demand.product)) if item.strip()]
    if len(items) < 2:
        return True
    own = frozenset(_WORD.findall(fold(offer.product)))
    nearest = max(len(item & own) for item in items)
    asked = frozenset(_WORD.findall(fold(clause.asks)))
    others = [item for item in items if len(item & own) < nearest or not nearest]
    meant = [item for item in items if item not in others]
    of_others = frozenset().union(*others) - frozenset().union(*meant)
    of_meant = frozenset().union(*meant) - frozenset().union(*others)
    return not meant or not (asked & of_others) or bool(asked & of_meant)


_FREEZING = re.compile(r"\b(?:cap dong|dong lanh|frozen|tru dong)\b")
# Papers that a specification names in words; they are told where papers are.
_PAPERS = {
    code: re.compile(rf"\b(?:{words})\b")
    for code, words in {
        "OCOP": r"ocop", "HC_": r"huu co|organic", "VIETGAP": r"viet ?gap", "GLOBALGAP": r"global ?gap",
        "HACCP": r"haccp", "ATTP": r"attp", "QR": r"(?:tem|ma) qr|qr", "GS1": r"ma vach|barcode",
        "GI": r"chi dan dia ly|cddl",
    }.items()
}  # fmt: skip
_ITEMS = re.compile(r"^\D{0,12}(\d+)(?: ?[-–] ?(\d+))? ?(?:items?|mon|san pham|loai|thu)\b")
_BUDGET = re.compile(
    r"(?:≤|<=|<|duoi|toi da|khong qua|max|up to) ?(\d[\d.,]*) ?(k|nghin|ngan|tr|trieu|d|dong|vnd)?\b"
)
_MONEY = {"k": 1e3, "nghin": 1e3, "ngan": 1e3, "tr": 1e6, "trieu": 1e6}


def _otherwise(clause: Clause, offer: Offer, demand: Demand) -> Clause | None:
    """A clause that the offer answers in another field than its words; None where that is told elsewhere."""
    plain = fold(clause.asks)
    if clause.says not in (UNSAID, OTHER):
        return clause
    if _FREEZING.search(plain) and len(plain.split()) <= 3:
        if offer.storage in ("frozen", ""):
            return Clause(clause.asks, SAME) if offer.storage else clause
        return Clause(clause.asks, TO_FREEZE, offer.storage)
    if any(
        pattern.search(plain) and _on_paper(code, plain, offer, demand) for code, pattern in _PAPERS.items()
    ):
        return None
    if (found := _ITEMS.search(plain)) and (held := len(goods_in_set(offer.product))):
        low, high = int(found[1]), int(found[2] or found[1])
        return Clause(clause.asks, SAME) if low <= held <= high else Clause(clause.asks, OTHER, f"{held} món")
    if (found := _BUDGET.fullmatch(plain)) and (found[2] or demand.price_unit) and offer.price_min:
        most = float(found[1].replace(".", "").replace(",", ".")) * _MONEY.get(found[2] or "", 1.0)
        if most >= 1000:
            return Clause(clause.asks, SAME) if (offer.price_max or offer.price_min) <= most else None
    return clause


def _on_paper(code: str, plain: str, offer: Offer, demand: Demand) -> bool:
    """Whether a paper is held or required, so that the sentences on papers tell of it."""
    if code == "HC_":
        return _organic(plain, offer, demand)
    papers = (*offer.certificates, *demand.required_certificates, *demand.preferred_certificates)
    if code == "OCOP" and (offer.ocop_stars or demand.min_ocop_stars):
        return True
    return any(paper.code.startswith(code) for paper in papers)


_ORGANIC_OF = re.compile(r"\b(eu|usda|jas|cn|canada)\b")


def _organic(plain: str, offer: Offer, demand: Demand) -> bool:
    """The same of organic goods: a certificate of the standard that is named, where one is."""
    asked = any(paper.code.startswith("HC_") for paper in demand.required_certificates)
    named = _ORGANIC_OF.search(plain)
    code = f"HC_{named[1].upper()}" if named else "HC_"
    return asked or any(paper.code.startswith(code) for paper in offer.certificates)


@lru_cache(maxsize=16_384)
def bounds(spec: str) -> tuple[Measure, ...]:
    """The figures of a specification of which it names a least or a most alone: "≥ 30 độ đạm"."""
    if not any(letter.isdigit() for letter in spec):
        return ()
    clauses = [fold(part.strip(" .-–")) for part in _BREAK.split(spec)]
    found = [sized[0] for plain in clauses if plain and (sized := measures(plain)) and not packs_in(plain)]
    return tuple(each for each in found if each.low <= 0 or each.high == inf)


def falls_short(offer: Offer, demand: Demand) -> bool:
    """Whether all that an offer says in one dimension misses a least or a most that the buyer sets."""
    wanted = bounds(demand.spec)
    if not wanted or (offer.storage == "live" and _CUT.search(fold(f"{demand.product} {demand.spec}"))):
        return False
    told = "; ".join(
        filter(None, (offer.product, offer.description, offer.grade, offer.packaging, offer.remarks))
    )
    own = _own_measures(told)
    return any(
        given and not any(meets(each, bound) for each in given)
        for bound in wanted
        if (given := [each for each in own if each.dimension == bound.dimension])
    )


@lru_cache(maxsize=65_536)
def _own_measures(told: str) -> tuple[Measure, ...]:
    return measures(unpacked(told)) if any(letter.isdigit() for letter in told) else ()


@lru_cache(maxsize=65_536)
def _compared(
    text: str, told: str, packaging: str, grade: str, shelf: float | None, alive: bool, sorts: tuple[str, ...]
) -> list[Clause]:
    found: dict[str, Clause] = {}
    of_sorts = frozenset(fold(words) for words in sorts)
    for asks in clauses(text):
        plain = fold(asks)
        if not plain or plain in found or _is_of_sorts(plain, of_sorts):
            continue
        clause = _clause(asks, plain, told, packaging, shelf, alive)
        if clause and clause.says == UNSAID and _akin(plain, grade):
            clause = Clause(clause.asks, OTHER, grade)
        if clause:
            found[plain] = clause
    return list(found.values())[:MOST]


def _is_of_sorts(plain: str, sorts: frozenset[str]) -> bool:
    """Whether a clause names nothing but sorts of the goods."""
    choices = [words.strip() for words in _CHOICE.split(plain)]
    return bool(sorts) and all(
        any(words == sort or words.endswith(f" {sort}") for sort in sorts) for words in choices if words
    )


def clauses(text: str) -> list[str]:
    """What a specification asks, thing by thing; figures of one kind that "hoặc" ends are one choice."""
    found: list[str] = []
    for part in (part.strip(" .-–") for part in _BREAK.split(text)):
        while found and _OR.search(fold(part)) and _is_choice_of(found[-1], part):
            part = f"{found.pop()}, {part}"
        found.append(part)
    return found


_OR_WORDS = ("hoac", "or")
_OR = re.compile(rf"\b(?:{'|'.join(_OR_WORDS)})\b")


def _is_choice_of(before: str, part: str) -> bool:
    """Whether the piece before a choice belongs to it: "túi 250 g, 500 g hoặc 1 kg", "đỏ, vàng hoặc tím"."""
    choices = [each.strip() for each in _OR.split(fold(part)) if each.strip()]
    one, others = measures(fold(before)), [measures(each) for each in choices]
    if one and all(others):
        bare = all(not set(_WORD.findall(each)) - UNITS - set(_DIGITS.findall(each)) for each in choices)
        return bare and all(each[0].dimension == one[0].dimension for each in others)
    short = len(before.split()) == 1 and all(len(each.split()) == 1 for each in choices)
    return short and not one and not any(others)


_DIGITS = re.compile(r"[0-9]+")
_EVEN = re.compile(r"\b(?:size|co|qua|trai|kich thuoc|mau|con|hat|cu)? ?(?:dong )?deu\b")


def _clause(
    asks: str, plain: str, told: str, packaging: str, shelf: float | None, alive: bool
) -> Clause | None:
    words = [word for word in _WORD.findall(plain) if word not in EMPTY]
    asks = asks if len(asks) <= LONGEST else asks[:LONGEST].rsplit(" ", 1)[0] + "…"
    if wanted := grades(plain):
        given = grades(told)
        if given and not given & wanted:
            return None  # told as a grade that differs
        if not given:
            return Clause(asks, UNSAID)
        words = [word for word in words if word not in wanted]
        if not words:
            return Clause(asks, SAME)
    if found := _SHELF.search(plain):
        least = int(found[1]) * _DAYS[found[2]]
        if shelf is None:
            return Clause(asks, UNSAID)
        return Clause(asks, SAME) if shelf >= least * 0.98 else Clause(asks, OTHER, f"{shelf:g} ngày")
    if not words and (even := _EVEN.fullmatch(plain)):
        return Clause(asks, SAME if re.search(r"\bdeu\b", fold(told)) and even else UNSAID)
    if not words or set(words) <= _FORMS:
        return _dryness(asks, words, told)
    if packs := packs_in(asks):
        return _packing(asks, plain, packs[0], told, packaging)
    if _PACKED.search(plain) and packs_in(packaging):  # packed in what, the buyer does not say
        alike = near(pack_measures(plain), pack_measures(fold(told)))
        return Clause(asks, SAME) if alike else Clause(asks, OTHER, packaging)
    if sized := measures(plain):
        choices = sized if _OR.search(plain) else sized[:1]
        answers = [_measured(asks, plain, each, told, alive) for each in choices]
        return min(answers, key=lambda answer: answer.says not in (SAME, PART))
    if _says(plain, told):
        return Clause(asks, SAME)
    if differing := another(vietnamese(plain), vietnamese(fold(told))):
        return Clause(asks, OTHER, _as_written(differing, told))
    return Clause(asks, UNSAID)


_DRY = frozenset(("kho", "say", "dried"))


def _dryness(asks: str, words: list[str], told: str) -> Clause | None:
    """Goods are to be dry: told where the offer says so; other forms are judged with the product."""
    if not words or not set(words) <= _DRY or set(_WORD.findall(fold(told))) & _DRY:
        return None
    return Clause(asks, UNSAID)


_CUT = re.compile(r"moc ham|manh|lam sach|sau mo|giet mo|phi le")


def _measured(asks: str, plain: str, wanted: Measure, told: str, alive: bool) -> Clause:
    """A clause with a figure against the figures of the same dimension in the offer."""
    cut = _CUT.search(plain)
    own = unpacked(told)
    given = [each for each in measures(own) if each.dimension == wanted.dimension and _is_of(each, wanted)]
    if not given:
        return Clause(asks, UNSAID)
    words = ", ".join(dict.fromkeys(_as_written(each.words, own) for each in given))
    if cut and alive:
        return Clause(asks, OTHER, f"{words} (hơi)")
    fits = any(within(each, wanted) for each in given)
    if not set(words_beside(asks, plain, wanted)) <= set(_WORD.findall(vietnamese(fold(told)))):
        return Clause(asks, PART_SAID if fits else OTHER, words)
    if all(within(each, wanted) for each in given):
        return Clause(asks, SAME)
    if any(meets(each, wanted) for each in given):
        return Clause(asks, PART, words)
    return Clause(asks, UNMET if wanted.low <= 0 or wanted.high == inf else OTHER, words)


TIMES = 40.0  # a figure so many times another is an amount of goods and no size of a piece


def _is_of(given: Measure, wanted: Measure) -> bool:
    """Whether a figure can speak of the same thing: "ngày 200 kg" says nothing of fruits of 250 g."""
    ends = [each for each in (wanted.low, wanted.high) if 0 < each < inf]
    own = [each for each in (given.low, given.high) if 0 < each < inf]
    return not ends or not own or (min(own) <= max(ends) * TIMES and max(own) * TIMES >= min(ends))


def _packing(asks: str, plain: str, pack: str, told: str, packaging: str) -> Clause | None:
    """How goods are to be packed; packs that differ in what they hold are told by ``sizing.pack_facts``."""
    offered = [each for each in packs_in(told) if each != "lồng"]  # live animals travel in cages
    wanted, given = pack_measures(plain), pack_measures(fold(told))
    if not offered:
        return Clause(_without_content(asks) if wanted and near(wanted, given) else asks, UNSAID)
    if pack not in offered:
        if wanted and given and {w[0] for w in wanted} & {g[0] for g in given} and not near(wanted, given):
            return None
        return Clause(asks, OTHER, packaging or first_pack(told))
    if differing := another(vietnamese(plain), vietnamese(fold(told))):
        return Clause(asks, OTHER, packaging or first_pack(told) or differing)
    if wanted and not given:
        return Clause(asks, UNSAID)
    if wanted and not {each[0] for each in wanted} & {each[0] for each in given}:
        return Clause(asks, OTHER, packaging or first_pack(told))
    if wanted and not near(wanted, given):
        return None
    extra = [word for word in _WORD.findall(plain) if word not in EMPTY and not word[0].isdigit()]
    extra = [word for word in extra if word not in UNITS and word not in _OR_WORDS and not packs_in(word)]
    said = set(_WORD.findall(fold(told)))
    if set(extra) <= said:
        return Clause(asks, SAME)
    return Clause(_without_content(asks), UNSAID)


def _without_content(asks: str) -> str:
    """A pack without what it holds, where the offer says that: "gói hút chân không"."""
    spare = (*UNITS, *_OR_WORDS)
    return " ".join(w for w in asks.split() if not w[0].isdigit() and fold(w.strip(",")) not in spare)


_PACKED = re.compile(r"\b(?:packed|dong|dong goi) \d")


def _akin(plain: str, grade: str) -> bool:
    """Whether a grade speaks of what a clause asks for, in other words: half of its words are the same."""
    words = {word for word in _WORD.findall(plain) if word not in EMPTY}
    return bool(words) and 2 * len(words & set(_WORD.findall(fold(grade)))) >= len(words)


_EXACT = re.compile(r"\d|\b(?:khong|chua|mot|hai|ba|bon|no|not)\b")  # words that count only in their place


def _says(plain: str, told: str) -> bool:
    """Whether the offer's words hold all words of a clause, or of one of its choices."""
    own = joined(vietnamese(fold(told)))
    said = set(_WORD.findall(own))
    for choice in _CHOICE.split(joined(vietnamese(plain))):
        words = [word for word in _WORD.findall(choice) if word not in EMPTY]
        exact = bool(_EXACT.search(choice))
        if words and (" ".join(words) in own or choice.strip() in own if exact else set(words) <= said):
            return True
    return False


def _as_written(words: str, told: str) -> str:
    """Words of a folded text as the offer wrote them, marks and all."""
    at = fold(told).find(words)
    tidy = " ".join(told.split())
    return tidy[at : at + len(words)] if at >= 0 and len(fold(tidy)) == len(tidy) else words
