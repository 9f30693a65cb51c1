"""What a demand specifies of the goods beside their kind, clause by clause, and what the offer says to it.

Size, grade, packing, moisture, cut: whatever the buyer wrote. A clause is ``same`` where the offer says so
too, ``part`` where it says so of some, ``other`` where it says something else of the same kind, and else
``unsaid``: to be asked; ``unmet`` where a figure misses a least or a most that the buyer sets, which puts the
offer behind (``falls_short``); ``part_said`` where what the offer says of it leaves something open;
``to_freeze`` where goods that are not frozen are wanted so; ``repack`` where they are packed otherwise;
``weighed_live`` and ``weighed_whole`` where slaughtered heads are wanted and live or whole ones are weighed.
Nothing else here changes a score, and nothing is taken to be said that was not. Papers are told with the
papers.
"""

from __future__ import annotations

import re
from functools import lru_cache
from math import inf

from scoring.criteria.answers import answer, stated
from scoring.criteria.beside_figures import noun_apart, size_apart
from scoring.criteria.clauses import (
    BREAK,
    OR,
    OTHER,
    PART,
    PART_SAID,
    REPACK,
    SAME,
    TO_FREEZE,
    UNMET,
    UNSAID,
    WORD,
    Clause,
    clauses,
    is_of_sorts,
    trimmed,
)
from scoring.criteria.cooked import cooked_in, packed_only
from scoring.criteria.crossed import crossed
from scoring.criteria.ends import Measure, meets
from scoring.criteria.evenness import evenness
from scoring.criteria.given_figures import another_figure
from scoring.criteria.head_weights import weighed
from scoring.criteria.item_clauses import of_item
from scoring.criteria.measures import OF_ANY, SIZE, alike, measures
from scoring.criteria.naming import goods_in_set
from scoring.criteria.own_text import own_text
from scoring.criteria.packs import UNITS, holds_alone, packs_in, packs_named, vessel_named
from scoring.criteria.regions_met import by_place
from scoring.criteria.sides import BY_SIDE, of_side
from scoring.criteria.spec_words import EMPTY, words_of
from scoring.criteria.turned_away import offer_words, refused_in
from scoring.criteria.wishes import ALLOWED, wished_in, wishes, without_price_remarks
from scoring.destinations import is_destination
from scoring.exclusions import asked_text, is_refusal, refused_by
from scoring.papers_said import PAPERS, affirmed, codes_meant, of_offer
from scoring.pooling_said import of_pooling
from scoring.records import Demand, Offer
from scoring.units import fold

MOST = 5  # clauses that are told


def specified(offer: Offer, demand: Demand, sorts: tuple[str, ...] = (), item: str = "") -> list[Clause]:
    """The clauses of a demand's specification against an offer, but for the ``sorts`` that it names of its
    goods: those are told with the product. ``item``: what is meant of goods that the demand lists."""
    named = item or demand.product
    text = _asked(named, demand.product, demand.spec, demand.description, demand.remarks)
    turned_away = _turned_away(offer, demand) or crossed(offer, demand)
    if not text:
        return turned_away
    told = own_text(offer)
    heads = weighed(offer, demand)
    vessel = vessel_named(demand.product)
    packed, state = packed_only(offer.packaging), cooked_in(offer.packaging)
    told = f"{told}; {state}" if state else told
    found = _compared(text, told, packed, offer.grade, offer.shelf_life_days, heads, sorts, vessel)
    found = [each for each in found if not of_pooling(fold(each.asks), demand)]
    asked = (each for each in found if not _is_mere_leave(each) and of_item(each, offer, demand))
    clauses = [_otherwise(clause, offer, demand) for clause in asked]
    return [*turned_away, *(each._replace(refused=is_refusal(each.asks)) for each in clauses if each)]


@lru_cache(maxsize=16_384)
def _asked(named: str, product: str, spec: str, description: str, remarks: str) -> str:
    """All that a demand of such words specifies of the goods ``named``, as one text; "" for nothing."""
    demand = Demand("", product, spec=spec, description=description, remarks=remarks)
    own = asked_text(demand, without_price_remarks(_EXAMPLES.sub("", spec)))
    more = (*packs_named(named), *sizes_named(named), *ways_named(named), *wishes(demand))
    text = "; ".join(filter(None, (own, *more)))
    return text if text.strip() else ""


@lru_cache(maxsize=16_384)
def sizes_named(name: str) -> tuple[str, ...]:
    """The sizes of a piece that the name of goods holds: "20–25 con/kg"."""
    found = wished_in(name) if "/" in name and any(letter.isdigit() for letter in name) else ()
    return tuple(each for each in found if "/" in each and any(m.dimension == SIZE for m in measures(each)))


_WAYS = re.compile(
    r"chin (?:cay|toi|deu|ky)|rua sach|nguyen con|(?:hut |ep )?chan khong|ngu sac|sach (?:cuong|re|dat|goc)"
)
_SEVERAL = re.compile(r"[,;+&/]| và | va | and | hoặc ")


@lru_cache(maxsize=16_384)
def ways_named(name: str) -> tuple[str, ...]:
    """What the name of goods says of how they are worked or ripened, which no name of a kind implies: "chín
    cây", "rửa sạch"; none where it names several goods."""
    if not _WAYS.search(fold(name)) or _SEVERAL.search(name):
        return ()
    return tuple(each for each in wished_in(name) if _WAYS.fullmatch(fold(each)))


_CARD = re.compile(r"(?<!\w)có thẻ(?!\w)", re.IGNORECASE)  # folded it is "có thể"
_LIMIT = re.compile(r"\b(?:toi da|khong qua|max|up to|duoi|den|most)\b|[≤<]")


def _is_mere_leave(clause: Clause) -> bool:
    """Whether a clause only allows something: of a limit that it sets ("cho phép lẫn tối đa 2 %") only what
    is missed by a figure is told."""
    plain = fold(_CARD.sub("_", clause.asks))
    if not ALLOWED.search(plain):
        return False
    missed = clause.says in (UNMET, PART) and any(letter.isdigit() for letter in clause.offered)
    return not (missed and _LIMIT.search(plain))


def _turned_away(offer: Offer, demand: Demand) -> list[Clause]:
    """What the buyer refuses and the offer says of its goods; of what it does not say nothing is told."""
    refused = refused_by(demand)
    if not refused:
        return []
    told = f"{offer.product}; {offer_words(offer)}; {offer.packaging}"
    return [
        Clause(each.clause, UNMET, words, refused=True)
        for each in refused
        if (words := next(filter(None, (refused_in(goods, told, demand) for goods in each.goods)), ""))
    ]


# "4–6 món (chè, mật ong, hạt…)": examples, none of which is asked for.
_EXAMPLES = re.compile(
    r" ?\((?:ví dụ|vd|như|e\.g\.)[^()]*\)| ?\([^()]*(?:…|\.{2,}|v\.v\.?|vân vân|etc\.?)\s*\)", re.IGNORECASE
)


_CHILLED = re.compile(
    r"(?:hang )?(?:(?:bao quan|giu|uop|van chuyen|cho|giao|xe|kho|de|cap|o|nhiet do) )*"
    r"(?:(?:mat|lanh|chilled|cool)(?: ?(?:tu )?-?\d+ ?(?:-|–|den) ?-?\d+ ?(?:do(?: c)?|°c?|c)?)?|"
    r"\d ?(?:-|–|den) ?\d ?(?:do(?: c)?|° ?c))"
)
_FREEZING = re.compile(
    r"\b(?:cap dong|dong lanh|frozen|tru dong)\b|(?:[-–−] ?|am )(?:1[58]|2[0-5]) ?(?:[°º] ?c|do|o?c\b)"
)
_ABOUT_FREEZING = words_of(
    "hang bao quan giu tru van chuyen giao xe kho o nhiet do c sau ky lanh dong toi da den duoi "
    "at below storage core temp tam san pham"
)
# Papers that a specification names in words; they are told where papers are.
_PAPERS = {
    code: re.compile(rf"\b(?:{words})\b")
    for code, words in {
        "OCOP": r"ocop", "HC_": r"huu co|organic", "VIETGAP": r"viet ?gap", "GLOBALGAP": r"global ?gap",
        "HACCP": r"haccp", "ATTP": r"attp", "QR": r"(?:tem|ma) qr|qr", "GS1": r"ma vach|barcode",
        "GI": r"chi dan dia ly|cddl|tem gi", "PUC_": r"ma (?:so )?(?:vung|vung trong|vuon)|puc",
        "PHC_": r"ma (?:so )?(?:co so |nha )?dong goi|phc", "GACC": r"gacc", "KN": r"phieu kiem nghiem",
        "KD": r"(?<!lo co )kiem dich", "EUDR": r"eudr|(?:dinh vi|toa do|polygon)s?(?: (?:tung )?vuon)?",
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
    if _CHILLED.fullmatch(plain) and clause.says != SAME:
        if offer.storage in ("chilled", "frozen"):
            return Clause(clause.asks, SAME)
        return Clause(clause.asks, OTHER, "để thường") if offer.storage == "ambient" else clause
    if clause.says not in (UNSAID, OTHER, REPACK, PART_SAID):
        return clause
    if of_place := by_place(clause.asks, offer):
        return of_place
    if _FREEZING.search(plain) and is_refusal(clause.asks):
        return Clause(clause.asks, UNMET, "đông lạnh") if offer.storage == "frozen" else None
    if _FREEZING.search(plain) and len(plain.split()) <= 4 and not OR.search(plain):
        if offer.storage in ("frozen", ""):
            said = bool(offer.storage) and set(WORD.findall(_FREEZING.sub(" ", plain))) <= _ABOUT_FREEZING
            return Clause(clause.asks, SAME) if said else clause  # "cấp đông IQF" is a way of freezing
        return Clause(clause.asks, TO_FREEZE, offer.storage)
    if any(_on_paper(code, plain, offer, demand) for code in _papers_named(plain)):
        return None
    named = PAPERS.findall(plain)
    if named and affirmed(of_offer(offer), codes_meant(named)):
        listed = demand.required_certificates or demand.min_ocop_stars
        return Clause(clause.asks, SAME) if listed else None  # else told with the papers
    if (found := _ITEMS.search(plain)) and (held := _items_held(offer)):
        low, high = int(found[1]), int(found[2] or found[1])
        return Clause(clause.asks, SAME) if low <= held <= high else Clause(clause.asks, UNMET, f"{held} món")
    if (found := _WORTH.search(plain)) and offer.price_min:
        return _of_worth(clause.asks, found, offer)
    if (found := _BUDGET.fullmatch(plain)) and (found[2] or demand.price_unit) and offer.price_min:
        most = float(found[1].replace(".", "").replace(",", ".")) * _MONEY.get(found[2] or "", 1.0)
        if most >= 1000:
            return Clause(clause.asks, SAME) if (offer.price_max or offer.price_min) <= most else None
    return clause


_WORTH = re.compile(r"(\d[\d.,]*) ?(?:-|–|den|toi) ?(\d[\d.,]*) ?(k|nghin|ngan|tr|trieu|d|dong)\b(?! ?/)")
_SAID_ITEMS = re.compile(r"(\d+) ?(?:mon|san pham|loai dac san|thu)\b")
_LIST = re.compile(r"[:(]([^:();]+)")


def _items_held(offer: Offer) -> int:
    """How many goods a set holds, by the number it states or the list it gives; 0 where it tells neither."""
    if named := len(goods_in_set(offer.product)):
        return named
    told = "; ".join((offer.product, offer.description, offer.packaging, offer.remarks))
    if said := _SAID_ITEMS.search(fold(told)):
        return int(said[1])
    lists = [[item for item in found[1].split(",") if item.strip()] for found in _LIST.finditer(told)]
    return max((len(items) for items in lists if len(items) > 2), default=0)


def _of_worth(asks: str, found: re.Match[str], offer: Offer) -> Clause:
    """What a set is to cost against what it costs."""
    times = _MONEY.get(found[3], 1.0)
    low, high = (float(each.replace(".", "").replace(",", ".")) * times for each in found.groups()[:2])
    least, most = offer.price_min or 0.0, offer.price_max or offer.price_min or 0.0
    if low <= least and most <= high:
        return Clause(asks, SAME)
    words = f"{least:,.0f}" + (f"–{most:,.0f}" if most > least else "")
    return Clause(asks, PART if least <= high and low <= most else UNMET, f"{words} đ".replace(",", "."))


@lru_cache(maxsize=16_384)
def _papers_named(plain: str) -> tuple[str, ...]:
    return tuple(code for code, pattern in _PAPERS.items() if pattern.search(plain))


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
    clauses = [fold(trimmed(part)) for part in BREAK.split(spec)]
    found = [sized[0] for plain in clauses if plain and (sized := measures(plain)) and not packs_in(plain)]
    return tuple(each for each in found if each.low <= 0 or each.high == inf)


def falls_short(offer: Offer, demand: Demand) -> bool:
    """Whether all that an offer says in one dimension misses a least or a most that the buyer sets."""
    wanted = bounds(demand.spec)
    if not wanted:
        return False
    if weighed(offer, demand):  # a live weight may fall to any less
        wanted = tuple(each for each in wanted if each.dimension != SIZE or each.high == inf)
    told = own_text(offer)
    own, plain, said = _own_measures(told), fold(demand.spec), fold(told)
    for bound in wanted:
        given = [each for each in own if each.dimension == bound.dimension or _of_any(each, bound)]
        given = [each for each in given if not holds_alone(each.words, told, offer.packaging)]
        if bound.dimension in BY_SIDE:
            given = of_side(given, bound, plain, said)
        if given and not any(meets(each, bound) for each in given):
            return True
    return False


def _of_any(given: Measure, bound: Measure) -> bool:
    """Whether a figure is of the same part, of what it does not say: "3-4 cành" of plants in pots."""
    return given.dimension.endswith(OF_ANY) and alike(given, bound)


@lru_cache(maxsize=65_536)
def _own_measures(told: str) -> tuple[Measure, ...]:
    return measures(stated(told)) if any(letter.isdigit() for letter in told) else ()


@lru_cache(maxsize=65_536)
def _compared(
    text: str,
    told: str,
    packaging: str,
    grade: str,
    shelf: float | None,
    heads: str,
    sorts: tuple[str, ...],
    vessel: str,
) -> list[Clause]:
    found: dict[str, Clause] = {}
    of_sorts = frozenset(fold(words) for words in sorts)
    for asks in clauses(text):
        plain = fold(asks)
        if not plain or plain in found or is_of_sorts(plain, of_sorts) or is_destination(plain):
            continue
        clause = answer(asks, plain, told, packaging, shelf, heads, vessel)
        even = evenness(plain, "") is not None
        apart = clause and size_apart(asks, clause.asks)
        noun = noun_apart(asks, clause.asks) if clause and clause.says == UNSAID else ""
        if clause and clause.says == UNSAID and not (even or apart or noun):
            said = nearer(fold(clause.asks), akin(fold(clause.asks), grade), told)
            clause = Clause(clause.asks, OTHER, said) if said else clause
        if apart:
            found[f"{plain} size"] = Clause(apart, SAME)
        if noun:
            found[f"{plain} noun"] = Clause(noun, SAME)
        if clause:
            found[plain] = clause
    return list(found.values())[:MOST]


_NO_WORDS = (
    EMPTY
    | UNITS
    | frozenset(
        ("cm", "mm", "khong", "ko", "chua", "no", "not", "without", "con", "qua", "trai", "cu", "hat", "cay")
    )
)


def nearer(plain: str, said: str, told: str) -> str:
    """The part of an offer's words that shares more words with a clause than what its grade ``said`` does:
    "ghi ngày rang trên túi" lies nearer "rang không quá 15 ngày" than "rang medium"; else the latter."""
    words = {word for word in WORD.findall(plain) if word.isalpha() and word not in _NO_WORDS}
    shared = len(words & set(WORD.findall(fold(said))))
    if not said or shared == len(words):
        return said
    parts = [part.strip() for part in re.split(r"[;\n]|,(?!\d)", told.partition(";")[2])]
    parts = [part for part in parts if part not in said and not another_figure(plain, part)]
    best = max(parts, key=lambda part: len(words & set(WORD.findall(fold(part)))), default="")
    return best if len(words & set(WORD.findall(fold(best)))) > shared else said


def akin(plain: str, grade: str) -> str:
    """The parts of a grade that speak of what a clause asks for in other words, where half of its words are
    the same in all; "" where they are not."""
    words = {word for word in WORD.findall(plain) if word.isalpha() and word not in _NO_WORDS}
    words -= {"con", "co"}  # there or not, of whatever: "9-11 con/kg" tells nothing of "còn râu"
    parts = [part.strip() for part in re.split(r"[;]|,(?!\d)", grade)]
    parts = [part for part in parts if not another_figure(plain, part)]
    own = {part: words & set(WORD.findall(fold(part))) for part in parts}
    if not words or 2 * len(set().union(*own.values())) < len(words):
        return ""
    return ", ".join(part for part, same in own.items() if same)
