"""The product wanted dried and offered as it was harvested, or the other way round, where the table of kinds
has one row for both: fresh bark of cinnamon, paddy wet from the field, roots that a village has not dried.

Both sides must say what they mean, by their goods' name or the words on them.
"""

from __future__ import annotations

import re
from functools import lru_cache

import numpy as np

from scoring.columns.arrays import Bools
from scoring.criteria.brief_states import apart_in_brief, offered_state, wanted_state
from scoring.criteria.choices import NAMED
from scoring.criteria.once import once
from scoring.criteria.verdict import Facts
from scoring.exclusions import asked_text
from scoring.pairs import Pairs
from scoring.product import Form, Lexicon, Relation
from scoring.product.relation import traded_form
from scoring.records import Demand, Offer
from scoring.units import fold

_RIGHT = (*NAMED, Relation.SIBLING)
_CATEGORIES = frozenset(
    ("spice", "medicinal", "herb", "herbal tea", "tea", "nut", "rice", "grain", "pulse", "oilseed",
     "mushroom", "vegetable", "root", "coffee", "cacao")
)  # fmt: skip
# What is reeled, woven or bound is sold fresh from the field and dried; the table tells no state of it.
_FIBRES = frozenset(
    ("silk_cocoon", "sedge_raw", "lepironia_raw", "palm_leaf_raw", "rattan_raw", "bamboo_culm", "broom_grass",
     "jute", "ramie", "boi_loi", "mac_nua", "banana_fibre", "straw_grass", "fly_larva")
)  # fmt: skip
# What goods were made from is no longer what they are: "sấy từ củ tươi".
_FROM = r"(?<!từ )(?<!từ củ )(?<!từ lá )(?<!từ búp )(?<!màu )(?<!đỏ )(?<!xanh )(?<!vàng )(?<!như )(?<!giữ )"
_FRESH = re.compile(
    rf"{_FROM}(?<!độ )\btươi\b(?! sáng| tắn| màu| ngon| mới(?! hái| thu| đào| bóc| cắt| nhổ))|\bcòn ướt\b|"
    r"\b(?:lúa|thóc|hạt|nhân) ướt\b|\bfresh\b(?!ly| (?:crop|aroma|taste|smell|stock|harvest))|"
    r"\bundried\b|\b(?:chưa|không) (?:qua |phơi )?(?:phơi|sấy)\b(?! lại| kỹ)|\bchưa khô\b",
    re.IGNORECASE,
)
_FRESH_BARE = re.compile(
    r"(?<!\d )(?<!nam )(?<!thang )(?<!ngay )(?<!tu )(?<!tu cu )(?<!mau )(?<!do )\btuoi\b"
    r"(?! \d| thang| doi| ngon| moi(?! hai| thu| dao| boc| cat| nho))|\b(?:lua|thoc|con) uot\b|"
    r"\bfresh\b(?!ly| (?:crop|aroma|taste|smell|stock|harvest))|\bundried\b|"
    r"\bchua (?:qua )?(?:phoi|say)\b"
)
# Beside a name, "tươi" says so of what is sold; and what is done to goods that are fresh no more.
_SOLD_FRESH = re.compile(
    r"\b(?:củ|quả|trái|rễ|lá|búp|vỏ|hoa|nụ|hạt|cây|thân|nấm|măng|lúa|thóc|hàng|bán|giao|dạng|loại|còn|ngọn|"
    r"chè|trà|cu|qua|trai|re|la|bup|vo|nu|hat|cay|than|nam|mang|lua|thoc|hang|ban|dang|loai|con|che|tra) "
    r"(?:\w+ )?(?:tươi|tuoi)\b",
    re.IGNORECASE,
)
_TUOI = re.compile(r"\b(?:tươi|tuoi)\b", re.IGNORECASE)
_WORKED = re.compile(
    r"\b(?:sao|vò|lên men|ủ|rang|chế biến|hấp|luộc|nghiền|tẩm|ướp|chưng|cô đặc|xông|len men|che bien|hap|"
    r"luoc|nghien|tam uop|roasted|fermented|processed|steamed|rolled)\b",
    re.IGNORECASE,
)
_NOT_DRIED = re.compile(
    r"\b(?:chưa|không|ko|chua|khong)(?: (?:có|qua|phải|kịp|được|co|phai|kip|duoc))*"
    r"(?: (?:lò|máy|giàn|sân|lo|may|gian|san))* (?:sấy|phơi|khô|say|phoi|kho)\b",
    re.IGNORECASE,
)
_DRIED = re.compile(
    r"\bkhô\b(?! ráo| thoáng| vỏ)|\bsấy\b|\bphơi\b|\bdried\b|\bnhân xanh\b|"
    r"\btiêu (?:đen|sọ|trắng)\b|\bquế (?:vỏ )?(?:chẻ|ống|điếu|kẹp|thanh)\b|"
    r"\b(?:black|white) pepper(?!corns)\b|"
    r"\b(?:ẩm|độ ẩm|thủy phần|moisture)(?: độ)?(?: content)? ?:? ?"
    r"(?:≤|<=|<|dưới|tối đa|không quá|max|below)? ?"
    r"(?:[5-9]|1\d)(?:[.,]\d)? ?%",
    re.IGNORECASE,
)
_DRIED_BARE = re.compile(
    r"\b(?:re|cu|la|hoa|vo|hat|lat|than|que|hoi|nam|nu|tieu|ot|lua|thoc|tam|ken|coi|bang|non|dot) kho\b|"
    r"\bkho (?:kiet|nguyen)\b|\bsay\b|\btieu (?:den|so|trang)\b|\bque (?:vo )?(?:che|ong|dieu|kep)\b|"
    r"\b(?:black|white) pepper(?!corns)\b|\bphoi\b|\bdried\b|\b(?:am|do am|thuy phan|moisture) ?:? ?"
    r"(?:≤|<=|<|duoi|toi da|khong qua|max|below)? ?"
    r"(?:[5-9]|1\d)(?:[.,]\d)? ?%"
)
_FORMS = {Form.FRESH: "fresh", Form.DRIED: "dried"}


def undried_facts(pairs: Pairs, i: int) -> Facts:
    """The forms of the two sides where only one of them is dried."""
    if not undried(pairs)[i]:
        return {}
    demand, offer = pairs.demand(i), pairs.offer(i)
    brief = apart_in_brief(pairs)[i]
    asks = wanted_state(demand) if brief else demand_state(demand)
    says = offered_state(offer) if brief else offer_state(offer)
    return {"demanded_form": _FORMS[asks], "offered_form": _FORMS[says], "offered_form_unsaid": False}


@once
def undried(pairs: Pairs) -> Bools:
    """Fresh goods for dried ones, or dried for fresh, of one kind."""
    mask = np.zeros(len(pairs), dtype=np.bool_)
    either_way = _dried_kinds(pairs.context.lexicon)
    right = np.isin(pairs.relation, _RIGHT) & ~pairs.demands.takes_raw[pairs.d]
    rows = np.flatnonzero(
        right & either_way[pairs.demands.kind[pairs.d]] & either_way[pairs.offers.kind[pairs.o]]
    )
    demands, offers = pairs.demands, pairs.offers
    asks = demands.worked_out("state", pairs.d[rows], lambda d: demand_state(demands.records[d]))
    rows, asks = rows[asks != Form.NONE], asks[asks != Form.NONE]
    says = offers.worked_out("state", pairs.o[rows], lambda o: offer_state(offers.records[o]))
    mask[rows] = (says != Form.NONE) & (says != asks)
    return mask | apart_in_brief(pairs)


def demand_state(demand: Demand) -> Form:
    """Whether a demand asks for fresh or for dried goods; NONE where it does not say, or takes both."""
    told = (asked_text(demand, text) for text in (demand.spec, demand.description))
    return _state(demand.product, "; ".join(told))


def offer_state(offer: Offer) -> Form:
    """The same of what an offer says of its goods: what is named fresh and keeps for days alone is fresh,
    whatever colour "vàng tươi" may be."""
    days = offer.shelf_life_days
    if (
        days is not None
        and days <= SPOILS
        and _TUOI.search(offer.product)
        and not _named_dried(offer.product)
    ):
        return Form.FRESH
    return _state(offer.product, "; ".join((offer.description, offer.grade, offer.remarks)))


SPOILS = 10.0  # days that no dried goods keep so short


@lru_cache(maxsize=16_384)
def _named_dried(name: str) -> bool:
    dried = _DRIED_BARE.search(fold(name)) if name.isascii() else _DRIED.search(name)
    return dried is not None


@lru_cache(maxsize=65_536)
def _state(name: str, told: str) -> Form:
    """Fresh or dried by a name and what is told beside it; NONE where they say neither, or both.

    >>> _state("đảng sâm", "Bà con chưa có lò sấy nên chỉ bán tươi").name, _state("quế", "khô, ẩm 13%").name
    ('FRESH', 'DRIED')
    """
    named = sold = is_dried = False
    for text in (name, told):
        fresh, dried = (_FRESH_BARE, _DRIED_BARE) if text.isascii() else (_FRESH, _DRIED)
        found = fold(text) if text.isascii() else text
        said = fresh.search(found) is not None
        named |= said
        beside = text is name or not _TUOI.search(found) or _SOLD_FRESH.search(found) is not None
        sold |= said and beside and not _WORKED.search(found)
        is_dried |= dried.search(_NOT_DRIED.sub(" ", found)) is not None
    if named and is_dried:
        return Form.NONE
    return Form.FRESH if sold else Form.DRIED if is_dried else Form.NONE


@lru_cache(maxsize=8)
def _dried_kinds(lexicon: Lexicon) -> Bools:
    """The kinds that are usually dried and may be had fresh; last, for a kind that is not known, False."""
    flags = [
        kind.rank != "family"
        and ((kind.category in _CATEGORIES and traded_form(kind) is Form.DRIED) or kind.key in _FIBRES)
        for kind in lexicon.kinds
    ]
    return np.array([*flags, False], dtype=np.bool_)
