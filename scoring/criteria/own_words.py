"""What an offer says of its goods in its own words, to be laid beside what a demand specifies.

Words that no rule has matched are quoted and not called silent: whether "8–10 tuổi" is "từ 8 tuổi", or "có
xông nhẹ" is "không xông", the officer sees at a glance.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from scoring.criteria.clauses import WORD, trimmed
from scoring.criteria.measures import alike, measures
from scoring.criteria.packs import packs_in
from scoring.criteria.sides import BY_SIDE, of_side
from scoring.records import Demand, Offer
from scoring.units import fold

MOST = 140  # letters that are quoted
_BREAK = re.compile(r"[;\n]|,(?!\d)|\. ")
_OF_SALE = re.compile(
    r"\d[\d.,]* ?(?:tan|ta|k|tons?)\b|\bgia (?:ban|si|le|tu|\d)|"
    r"\b(?:dt|zalo|lien he|sdt|thang|giao|cong no|hoa don|vnd|price|per month)\b|"
    r"\d ?(?:d|dong|ng|nghin|ngan|ngh|tr|trieu|usd)\b|\btheo gia\b|\bgia (?:ca|thi truong|thoa thuan|tot)\b"
)
_OF_PAPERS = re.compile(
    r"\b(?:attp|vsattp|viet ?gap|global ?gap|haccp|iso ?22000|ocop|eudr|ma (?:so )?vung|"
    r"(?:co so|ma) dong goi|kiem dich|ho so|giay chung nhan|cam ket|bang ke)\b"
)
# What names an amount and no quality: "8.000 quả", "500 con mỗi vụ".
_OF_AMOUNT = re.compile(
    r"(?:[^a-z]|(?<![a-z])(?:kg|ky|ki|yen|lang|gr|gam|lit|con|qua|trai|cai|chiec|bo|cap|doi|chuc|tram|nghin|ngan|chai|hop|"
    r"tui|goi|bao|thung|bich|cay|canh|bong|chau|gio|chum|to|tam|met|m|cuon|khoang|tren|duoi|tu|den|toi|moi|hang|"
    r"nam|vu|mua|dot|tuan|ngay|quy|lua|me|va|hay|hoac|lai|san|co|ban|can|tong|cong|nhieu|nhat|it|quanh|lien|tuc)(?![a-z]))*"
)
_SIZE = re.compile(r"/ ?(?:kg|ky|can|lang)\b|\b(?:kg|g|gr|gam|lang) ?/ ?[a-z]|\b(?:cm|mm)\b")  # "8–10 con/kg"


def own_words(offer: Offer, asked: Iterable[str]) -> list[str]:
    """The seller's clauses on the goods, those first that share most words with what is ``asked``; none where
    he says nothing of them. His packs count where a pack is asked, for a crate is no size of fruit; his note
    is not quoted, for it is not for the buyer."""
    asked = tuple(asked)
    wanted = "; ".join(asked)
    packaging = offer.packaging if packs_in(wanted) else ""
    free = offer.remarks.removesuffix(offer.note)
    papers = _OF_PAPERS.search(fold(wanted)) is not None
    said = _said("; ".join(filter(None, (offer.description, offer.grade, packaging))), free)
    sought = frozenset(WORD.findall(fold(wanted)))
    ranked = sorted(said, key=lambda row: -len(row[1] & sought))
    kept: list[str] = []
    for text, _, of_papers in ranked:
        if of_papers and not papers:  # what he holds is told with the papers
            continue
        if _of_another_size(text, asked):
            continue
        if sum(map(len, kept)) + len(text) <= MOST:
            kept.append(text)
    return kept


def likened_to(offer: Offer, demand: Demand) -> list[str]:
    """The seller's clauses that only liken his goods to what is wanted, and do not call them so."""
    named = set(WORD.findall(fold(demand.product))) - set(WORD.findall(fold(offer.product)))
    return [
        each
        for each in offer.likened.split("; ")
        if named & set(WORD.findall(fold(each))) and not _UNLIKE.search(each)
    ]


_UNLIKE = re.compile(r"\b(?:không như|khong nhu|khác|khac|unlike)\b", re.IGNORECASE)


_EXTENT = re.compile(r"\b(?:cao|dai|rong|day|sau|duong kinh|nang)\b")


def _of_another_size(text: str, asked: Iterable[str]) -> bool:
    """Whether a clause is a figure alone, and of nothing that is asked: "2,5–4 cm" of bulbs says nothing of
    how their stems are cut."""
    plain = fold(text)
    given = measures(plain)
    if not given or any(map(str.isalpha, _EXTENT.sub("", plain.replace(given[0].words, "")))):
        return False
    for clause in map(fold, asked):
        for each in measures(clause):
            near = [one for one in given if alike(one, each)]
            if of_side(near, each, clause, plain) if each.dimension in BY_SIDE else near:
                return False
    return True


@lru_cache(maxsize=65_536)
def _said(told: str, free: str) -> tuple[tuple[str, frozenset[str], bool], ...]:
    """Clauses with their words and whether they tell of papers; of a free text none of amounts and terms."""
    rows = [(text, fold(text)) for text in _clauses(told)]
    rows += [(text, plain) for text in _clauses(free) if not _of_sale(plain := fold(text))]
    return tuple(
        (text, frozenset(WORD.findall(plain)), _OF_PAPERS.search(plain) is not None) for text, plain in rows
    )


def _of_sale(plain: str) -> bool:
    """Whether a clause tells of amount, price or terms alone; how many go to a kilogram is a size."""
    if _OF_SALE.search(plain):
        return True
    return not _SIZE.search(plain) and _OF_AMOUNT.fullmatch(plain) is not None


def _clauses(text: str) -> list[str]:
    return list(dict.fromkeys(part for each in _BREAK.split(text) if (part := trimmed(each))))
