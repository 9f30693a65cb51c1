"""Fresh or dried, told in short clauses of a specification or description: "sấy khô nguyên bông"."""

from __future__ import annotations

import re
from functools import lru_cache

import numpy as np

from scoring.columns.arrays import Bools
from scoring.criteria.choices import NAMED
from scoring.criteria.once import once
from scoring.exclusions import asked_text
from scoring.pairs import Pairs
from scoring.product import Form, Lexicon, Relation
from scoring.product.formless import tells_no_form
from scoring.product.normalise import has_marks, syllables
from scoring.product.relation import traded_form
from scoring.records import Demand, Offer
from scoring.units import fold

_RIGHT = (*NAMED, Relation.SIBLING)
_GROWN = frozenset(
    ("fruit", "citrus", "melon", "vegetable", "root", "mushroom", "herb", "flower", "herbal tea", "medicinal",
     "spice", "seafood", "seaweed", "dried fruit")
)  # fmt: skip
_STATES = (Form.FRESH, Form.DRIED)
_CLAUSES = re.compile(r"[,;.()\n]|\s[-–—]\s")
MOST_WORDS = 6
# What is done later, by others or with something else, and what the goods are kept with: no state of theirs.
_OTHERWISE = re.compile(
    r"\b(?:để|làm|cho|dùng|nguyên liệu|từ|bằng|như|giữ|màu|vị|mùi|lò|máy|xưởng|nhà máy|kho|đá|nơi|chỗ|tháng|"
    r"tuổi|không|chưa|hoặc|hay|và|còn|vỏ|cuống|ráo|phủ|rửa|bao|thùng|túi|xe|"
    r"cơ sở|công ty|hợp tác xã|htx|chuyên|dịch vụ|gia công|nhận|hỗ trợ|dây chuyền|hệ thống|sau khi|trước khi|"
    r"cửa hàng|siêu thị|nhà hàng|shop|chợ|quán|đại lý|bảo quản|muối|ướp khô|môi trường|thời tiết|lúc|"
    r"ngày khô|"
    r"for|from|not|or|and|like|ice|storage|place|fed|feed|factory|plant|company|facility)\b|/",
    re.IGNORECASE,
)
# Without marks "kho" is dry or a store, "da" already or ice, "thang" a month or, behind dried, by frost.
_OTHERWISE_BARE = re.compile(
    r"\b(?:de|lam|cho|dung|nguyen lieu|tu|bang|nhu|giu|mau|vi|mui|lo|may|xuong|noi|thang(?! hoa)|"
    r"(?:tai|ve|den|giao|xuat|nhap|o|vao|trong|lay|qua) kho|kho (?:lanh|mat|ben|cua|hang|bai)|"
    r"da(?! (?:say|phoi))|"
    r"khong|chua|hoac|hay|va|con|vo|cuong|rao|phu|rua|bao|thung|tui|xe|"
    r"co so|cong ty|hop tac xa|htx|chuyen|dich vu|gia cong|nhan|ho tro|day chuyen|he thong|sau khi|truoc khi|"
    r"cua hang|sieu thi|nha hang|shop|quan|dai ly|bao quan|muoi|uop kho|moi truong|thoi tiet|luc|"
    r"(?:ngay|nang) kho|"
    r"for|from|not|or|and|like|ice|storage|place|fed|feed|factory|plant|company|facility)\b|/"
)
_IN_ENGLISH = (
    r"(?<!stay )(?<!stays )(?<!keep )(?<!keeps )"
    r"\bfresh\b(?![ -]?water|[ -](?:crop|aroma|taste|smell|scent|colou?r|air|stock|harvest)\b)"
)
_DRIED_IN_ENGLISH = r"\bdried\b(?! (?:stem|stalk|neck|skin|lea|husk|up\b))"
_FRESH = re.compile(rf"\btươi\b(?! (?:sáng|mát|lâu|đẹp|tắn))|{_IN_ENGLISH}", re.IGNORECASE)
# "tuoi" is also to water and years of age: what is fresh stands alone or has a word of the harvest behind.
_FRESH_BARE = re.compile(
    r"^(?:(?:hang|qua|trai|cu|la|rau|nam|ca|tom|muc|hoa|bong|bup|hai|con) )?(?P<at>tuoi)"
    r"(?=$| (?:moi|trong|nguyen|hai|cat|ngon|roi|song|xanh|loai|thu hoach|danh bat)\b)"
    rf"|{_IN_ENGLISH}"
)
# What cattle and fish eat, mulch, a part of the goods, and the weather.
_FED_OR_LEFT = "".join(
    f"(?<!{word} )"
    for word in ("ăn", "cám", "cỏ", "rơm", "rạ", "cơm", "gốc", "lá bi", "thân lá", "cắt lá", "hanh", "nắng")
)
_DRIED = re.compile(
    rf"\b(?:sấy|phơi)\b|{_FED_OR_LEFT}\bkhô\b(?! (?:thoáng|vỏ|nước|cành|gốc))|{_DRIED_IN_ENGLISH}",
    re.IGNORECASE,
)
_DRIED_BARE = re.compile(
    rf"\b(?:say|phoi) (?:kho|deo|gion|lanh|thang hoa|nang)\b|{_DRIED_IN_ENGLISH}|"
    # "ca kho" and "thit kho" may be dishes
    r"^(?:(?!(?:ca|thit|ga|heo|bo|vu|mui|com|dat|an|troi) )\w+ )?(?P<at>say|kho)$"
)


@once
def apart_in_brief(pairs: Pairs) -> Bools:
    """Fresh goods for dried ones, or dried for fresh, where a short clause of each side tells which."""
    mask = np.zeros(len(pairs), dtype=np.bool_)
    grown = _grown(pairs.context.lexicon)
    demands, offers = pairs.demands, pairs.offers
    right = np.isin(pairs.relation, _RIGHT) & ~demands.takes_raw[pairs.d]
    rows = np.flatnonzero(right & grown[demands.kind[pairs.d]] & grown[offers.kind[pairs.o]])
    asks = demands.worked_out("brief_state", pairs.d[rows], lambda d: wanted_state(demands.records[d]))
    rows, asks = rows[asks != Form.NONE], asks[asks != Form.NONE]
    says = offers.worked_out("brief_state", pairs.o[rows], lambda o: offered_state(offers.records[o]))
    mask[rows] = (says != Form.NONE) & (says != asks)
    return mask


def wanted_state(demand: Demand) -> Form:
    """Fresh or dried by the clauses of a demand; NONE where they tell neither, or both."""
    told = (asked_text(demand, text) for text in (demand.spec, demand.description))
    return _one_of(demand.product, *told)


def offered_state(offer: Offer) -> Form:
    """The same of an offer."""
    return _one_of(offer.product, offer.description, offer.grade, offer.remarks)


def _one_of(name: str, *texts: str) -> Form:
    found = {state for text in texts for state in _told(text)} | _told(name, whole=True)
    return found.pop() if len(found) == 1 else Form.NONE


@lru_cache(maxsize=65_536)
def _told(text: str, whole: bool = False) -> frozenset[Form]:
    """What the short clauses of a text tell; ``whole``: of a name, where "hồng tươi" is no colour.

    >>> sorted(form.name for form in _told("hoa nguyên bông sấy, túi 100 g")), _told("nguyên liệu sấy dẻo")
    (['DRIED'], frozenset())
    """
    found: set[Form] = set()
    bare = text.isascii()
    fresh, dried = (_FRESH_BARE, _DRIED_BARE) if bare else (_FRESH, _DRIED)
    otherwise = _OTHERWISE_BARE if bare else _OTHERWISE
    for part in _CLAUSES.split(fold(text) if bare else text):
        clause = " ".join(part.split())
        if len(clause.split()) > MOST_WORDS:
            continue
        forms = {
            form
            for form, said in ((Form.FRESH, fresh), (Form.DRIED, dried))
            if any(_of_goods(clause, match, form, whole) for match in said.finditer(clause))
        }
        if forms and not otherwise.search(clause):
            found |= forms
    return frozenset(found)


def _of_goods(clause: str, match: re.Match[str], form: Form, whole: bool) -> bool:
    """Whether the word found tells a form, and not a season, a colour or a part: "mùa khô", "vàng tươi"."""
    start = match.start("at") if match.groupdict().get("at") else match.start()
    words, before = syllables(clause), len(syllables(clause[:start]))
    return not tells_no_form(words, before, before + 1, form, has_marks(words), whole)


@lru_cache(maxsize=8)
def _grown(lexicon: Lexicon) -> Bools:
    """The kinds that are sold fresh or dried; last, for a kind that is not known, False."""
    flags = [
        kind.rank != "family"
        and kind.category in _GROWN
        and (kind.form in ("", "plant") or traded_form(kind) in _STATES)
        for kind in lexicon.kinds
    ]
    return np.array([*flags, False], dtype=np.bool_)
