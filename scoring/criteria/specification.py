"""What a demand specifies of the goods beside their kind, clause by clause, and what the offer says to it.

Size, grade, packing, moisture, cut: whatever the buyer wrote. A clause is ``same`` where the offer says so
too, ``part`` where it says so of some, ``other`` where it says something else of the same kind, and else
``unsaid``: to be asked; ``unmet`` where a figure misses a least or a most that the buyer sets, which puts the
offer behind (``falls_short``); ``to_freeze`` where goods that are not frozen are wanted so. Nothing else here
changes a score, and nothing is taken to be said that was not. Papers are told with the papers.
"""

from __future__ import annotations

import re
from functools import lru_cache
from math import inf
from typing import NamedTuple

from scoring.criteria.measures import Measure, measures, meets, within
from scoring.criteria.naming import goods_in_set, grades
from scoring.records import Demand, Offer
from scoring.units import fold, tidy

SAME, PART, OTHER, UNSAID = "same", "part", "other", "unsaid"
UNMET, TO_FREEZE = "unmet", "to_freeze"
LONGEST = 80  # letters of a clause that are told
MOST = 5  # clauses that are told
_BREAK = re.compile(r"[;\n]|,(?!\d)|\. |\bvà\b|\bva\b|\band\b|\bkèm\b")
_CHOICE = re.compile(r"/(?!\s*(?:1 ?)?(?:kg|qua|trai|con|cu|l\b|lit))|\bhoac\b|\bor\b")
_WORD = re.compile(r"[a-z0-9]+")
# Packs by the words for them as written; the second table also where a text has no marks at all.
_PACKS = {
    word: kind
    for kind, words in {
        "chai": "chai bottle", "hộp": "hộp box", "túi": "túi gói bịch bag pack", "hũ": "hũ lọ jar",
        "thùng": "thùng carton", "bao": "bao sack", "lon": "lon", "sọt": "sọt", "phuy": "phuy", "can": "can",
        "khay": "khay vỉ tray", "kiện": "kiện", "lồng": "lồng", "két": "két", "rời": "rời xá",
    }.items()
    for word in words.split()
}  # fmt: skip
_BARE_PACKS = {"hop": "hộp", "tui": "túi", "thung": "thùng", "sot": "sọt", "goi": "túi", "roi": "rời"}
_NO_PACK = re.compile(r"\b(?:bao (?:gồm|tiêu|quản|gom|tieu|quan|dam|bi)|hop (?:tac|dong|ly|le)|bao đảm)\b")
# Words that tell nothing of themselves.
_EMPTY = frozenset(
    (
        *("loai", "hang", "co", "size", "quy", "cach", "theo", "tu", "tro", "len", "dung", "dong", "trong"),
        *("cho", "cua", "bang", "cac", "mot", "moi", "de", "la", "cai", "hay", "duoc", "dat", "phai", "can"),
        *("kich", "thuoc", "chuan", "tieu", "ban", "mua", "yeu", "cau", "deu", "in", "of", "the", "with"),
        *("for", "packed", "each", "a"),
    )
)
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


def specified(offer: Offer, demand: Demand) -> list[Clause]:
    """The clauses of a demand's specification against an offer."""
    text = demand.spec + "".join(f"; {pack}" for pack in packs_named(demand.product))
    if not text.strip():
        return []
    told = "; ".join(
        filter(None, (offer.product, offer.description, offer.grade, offer.packaging, offer.remarks))
    )
    alive = offer.storage == "live" or "hoi" in _WORD.findall(fold(told + " " + offer.price_unit))
    found = _compared(text, told, offer.packaging, offer.grade, offer.shelf_life_days, alive)
    clauses = [_otherwise(clause, offer, demand) for clause in found]
    return [clause for clause in clauses if clause]


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
    return measures(_unpacked(told)) if any(letter.isdigit() for letter in told) else ()


_NAMED_PACK = re.compile(
    r"\b(?:chai|hộp|hop|gói|túi|tui|hũ|thùng|thung|bao|sọt|khay) [\d.,]+(?: ?[-–] ?[\d.,]+)? ?"
    r"(?:kg|g|ml|lít|lit|l)\b",
    re.IGNORECASE,
)


_HELD = re.compile(r"\b(?:(bao|lon) ?\d|(can) ?\d+ ?l(?:it)?\b)")


def packs_in(text: str, marked: bool | None = None) -> list[str]:
    """The kinds of packs that a text names; ``marked``: whether the whole that it is part of has marks."""
    return [pack for part in text.split(";") for pack in _packs_of(part, marked)]


@lru_cache(maxsize=16_384)
def _packs_of(text: str, marked: bool | None) -> list[str]:
    plain = _NO_PACK.sub(" ", tidy(text))
    words = re.findall(r"\w+", plain)
    if marked or (marked is None and not plain.isascii()):
        return [_PACKS[word] for word in words if word in _PACKS]
    known = {**_PACKS, **_BARE_PACKS}
    hidden = {"lon", "can", "bao"} - {each for found in _HELD.findall(plain) for each in found}
    return [known[word] for word in words if word in known and word not in hidden]  # no lợn, cần, bảo


@lru_cache(maxsize=16_384)
def packs_named(product: str) -> tuple[str, ...]:
    """Packs with their content that a product's name itself asks for: "Vải thiều đóng hộp 3 kg"."""
    return tuple(_NAMED_PACK.findall(product))


@lru_cache(maxsize=65_536)
def _compared(
    text: str, told: str, packaging: str, grade: str, shelf: float | None, alive: bool
) -> list[Clause]:
    found: dict[str, Clause] = {}
    for asks in (part.strip(" .-–") for part in _BREAK.split(text)):
        plain = fold(asks)
        if not plain or plain in found:
            continue
        clause = _clause(asks, plain, told, packaging, shelf, alive)
        if clause and clause.says == UNSAID and _akin(plain, grade):
            clause = Clause(clause.asks, OTHER, grade)
        if clause:
            found[plain] = clause
    return list(found.values())[:MOST]


def _clause(
    asks: str, plain: str, told: str, packaging: str, shelf: float | None, alive: bool
) -> Clause | None:
    words = [word for word in _WORD.findall(plain) if word not in _EMPTY]
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
    if not words or set(words) <= _FORMS:
        return None
    if packs := packs_in(asks):
        return _packing(asks, plain, packs[0], told, packaging)
    if _PACKED.search(plain) and packs_in(packaging):  # packed in what, the buyer does not say
        near = _near(_pack_measures(plain), _pack_measures(fold(told)))
        return Clause(asks, SAME) if near else Clause(asks, OTHER, packaging)
    if sized := measures(plain):
        return _measured(asks, plain, sized[0], told, alive)
    return Clause(asks, SAME if _says(plain, told) else UNSAID)


_CUT = re.compile(r"moc ham|manh|lam sach|sau mo|giet mo|phi le")


def _measured(asks: str, plain: str, wanted: Measure, told: str, alive: bool) -> Clause:
    """A clause with a figure against the figures of the same dimension in the offer."""
    cut = _CUT.search(plain)
    own = _unpacked(told)
    given = [each for each in measures(own) if each.dimension == wanted.dimension]
    if not given:
        return Clause(asks, UNSAID)
    words = ", ".join(dict.fromkeys(_as_written(each.words, own) for each in given))
    if cut and alive:
        return Clause(asks, OTHER, f"{words} (hơi)")
    if all(within(each, wanted) for each in given):
        return Clause(asks, SAME)
    if any(meets(each, wanted) for each in given):
        return Clause(asks, PART, words)
    return Clause(asks, UNMET if wanted.low <= 0 or wanted.high == inf else OTHER, words)


def _packing(asks: str, plain: str, pack: str, told: str, packaging: str) -> Clause | None:
    """How goods are to be packed; packs that differ in what they hold are told by ``sizing.pack_facts``."""
    offered = [each for each in packs_in(told) if each != "lồng"]  # live animals travel in cages
    wanted, given = _pack_measures(plain), _pack_measures(fold(told))
    if not offered:
        return Clause(_without_content(asks) if wanted and _near(wanted, given) else asks, UNSAID)
    if pack not in offered:
        if wanted and given:
            return None if not _near(wanted, given) else Clause(asks, OTHER, packaging or _first_pack(told))
        return Clause(asks, OTHER, packaging or _first_pack(told))
    if wanted and not given:
        return Clause(asks, UNSAID)
    if wanted and not _near(wanted, given):
        return None
    extra = [word for word in _WORD.findall(plain) if word not in _EMPTY and not word[0].isdigit()]
    extra = [word for word in extra if word not in _UNITS and not packs_in(word)]
    said = set(_WORD.findall(fold(told)))
    if set(extra) <= said:
        return Clause(asks, SAME)
    return Clause(_without_content(asks), UNSAID)


def _without_content(asks: str) -> str:
    """A pack without what it holds, where the offer says that: "gói hút chân không"."""
    return " ".join(word for word in asks.split() if not word[0].isdigit() and fold(word) not in _UNITS)


_PACKED = re.compile(r"\b(?:packed|dong|dong goi) \d")


def _akin(plain: str, grade: str) -> bool:
    """Whether a grade speaks of what a clause asks for, in other words: half of its words are the same."""
    words = {word for word in _WORD.findall(plain) if word not in _EMPTY}
    return bool(words) and 2 * len(words & set(_WORD.findall(fold(grade)))) >= len(words)


_UNITS = frozenset(("kg", "g", "gr", "gam", "gram", "ml", "lit", "l", "ky", "x"))
_HOLDS = re.compile(
    r"(\d+(?:[.,]\d+)?)(?: ?[-–—] ?(\d+(?:[.,]\d+)?))? ?"
    r"(kg|ky|gr|gam|g|ml|lit|l|qua|trai|con|chai|goi|tui|hop)\b"
)
_IN_GRAMS = {"kg": 1000.0, "ky": 1000.0, "lit": 1000.0, "l": 1000.0}


def _pack_measures(plain: str) -> list[tuple[str, float, float]]:
    """What packs of a folded text hold: of mass, of volume, or pieces of a kind."""
    found = []
    for low, high, unit in _HOLDS.findall(plain):
        times = _IN_GRAMS.get(unit, 1.0)
        kind = "volume" if unit in ("ml", "lit", "l") else "mass" if unit in _UNITS else unit
        ends = [float(each.replace(",", ".")) * times for each in (low, high or low)]
        found.append((kind, min(ends), max(ends)))
    return found


def _near(wanted: list[tuple[str, float, float]], given: list[tuple[str, float, float]]) -> bool:
    return any(
        kind == other and low <= high * 1.1 and least * 1.0 <= most * 1.1
        for kind, least, high in wanted
        for other, low, most in given
    )


def _first_pack(told: str) -> str:
    """The words of an offer from its first pack on."""
    return next((part.strip() for part in re.split(r"[;,]", told) if packs_in(part)), "")


_BARE_CONTENT = re.compile(r"\W*\d[\d.,]*(?: ?[-–] ?[\d.,]+)? ?(?:kg|g|ml|l|lít|lit)\W*")


def _unpacked(told: str) -> str:
    """An offer's words without its packs ("thùng 5 kg, 10 kg"), whose content is no size of a piece."""
    kept, packed = [], False
    for part in re.split(r"[;]|,(?!\d)", told):
        packed = bool(packs_in(part)) or (packed and bool(_BARE_CONTENT.fullmatch(part)))
        kept += [] if packed else [part]
    return "; ".join(kept)


_EXACT = re.compile(r"\d|\b(?:khong|chua|mot|hai|ba|bon|no|not)\b")  # words that count only in their place


def _says(plain: str, told: str) -> bool:
    """Whether the offer's words hold all words of a clause, or of one of its choices."""
    own = fold(told)
    said = set(_WORD.findall(own))
    for choice in _CHOICE.split(plain):
        words = [word for word in _WORD.findall(choice) if word not in _EMPTY]
        exact = bool(_EXACT.search(choice))
        if words and (choice.strip() in own if exact else set(words) <= said):
            return True
    return False


def _as_written(words: str, told: str) -> str:
    """Words of a folded text as the offer wrote them, marks and all."""
    at = fold(told).find(words)
    tidy = " ".join(told.split())
    return tidy[at : at + len(words)] if at >= 0 and len(fold(tidy)) == len(tidy) else words
