"""What an offer says in its own words of the same thing that a demand specifies, to be laid beside it.

Words that no rule has matched are quoted and not called silent: whether "8–10 tuổi" is "từ 8 tuổi", or "có
xông nhẹ" is "không xông", the officer sees at a glance. What speaks of another thing answers nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from scoring.criteria.clauses import SAME, WORD, trimmed
from scoring.criteria.given_figures import another_figure
from scoring.criteria.meant import answers_only
from scoring.criteria.measures import alike, measures
from scoring.criteria.naming import grades
from scoring.criteria.packs import UNITS, packs_in, vessel_named
from scoring.criteria.sides import BY_SIDE, of_side
from scoring.criteria.spec_words import EMPTY_WRITTEN, vietnamese, words_of
from scoring.criteria.verdict import Facts
from scoring.no_cultivar import spaced
from scoring.records import Demand, Offer
from scoring.units import fold

MOST = 140  # letters that are quoted
_BREAK = re.compile(r"[;\n]|,(?!\d)|\. ")
_OF_SALE = re.compile(
    r"\d[\d.,]* ?(?:tan|ta|k|tons?)\b|\bgia (?:ban|si|le|tu|thap|cao|re|khac|\d)|"
    r"\b(?:dt|zalo|lien he|sdt|giao|cong no|hoa don|vnd|price|per month)\b|"
    r"\d ?(?:d|dong|ng|nghin|ngan|ngh|tr|trieu|usd)\b|\d ?tr ?\d|"
    r"\b(?:ta|tan|yen) ruoi\b|\b(?:nua|mot|hai|ba|bon|sau|bay|tam|chin) (?:tan|ta|yen)\b|"
    r"\btheo gia\b|\bgia (?:ca|thi truong|thoa thuan|tot)\b"
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
_OF_SEASON = re.compile(
    r"\b(?:quanh nam|ca nam|nam nay|dip (?:tet|le|ram|he)|hang tet|am lich|(?:chinh|dau|cuoi|trai|nghich) vu|"
    r"(?<!banh )tet|cao diem|thang (?:\d|nay|sau|toi|chap|gieng)|t ?\d{1,2}|season|harvest|monthly|weekly)\b|"
    r"(?:\b(?:moi|hang|mot)|/) ?(?:ngay|tuan|thang|vu|nam|chuyen|dot)\b"
)
# Words that tell nothing of what is spoken of: joints, degrees, praise, and what goods are counted in.
_WRITTEN = (
    words_of(
        "không ko chưa no not non free rất hơi đều vừa nguyên cả và hoặc còn nhiều ít hơn nhất tốt đẹp ngon "
        "sạch tươi khô mới làm như đã đang sẽ sẵn từng toàn hạng quả trái con củ hạt cây cành bông bắp nải "
        "buồng chùm miếng lát chậu bó chiếc bộ đôi cặp hộp túi gói thùng chai hũ lọ khay sọt giỏ kiện "
        "tấn tạ yến ngày tuần tháng năm vụ mùa dịp trên dưới khoảng tối thiểu đa với ra vào nhà em anh chị "
        "bên tôi mình ạ nhé sợi thì mà nữa hết những chất lượng độ cm mm min max and or to per bán mua"
    )
    | EMPTY_WRITTEN
    | UNITS
)
_BARE = frozenset(map(fold, _WRITTEN))
_DONE_TO = words_of("rang say nung hun xong uop ngam det nhuom xay phoi luoc hap ham cat mo danh hai thu")
_PIECE = "(?:qua|trai|cu|con|hat|bong|bap|bup|nai)"
_SIZE_WORDS = re.compile(
    rf"\b(?:{_PIECE}|size|co|loai|hang) (?:[a-z]+ )?(?:to|lon|nho|be|bi|mini|nhi|vua)\b|"
    r"\b(?:size|co) (?:s|m|l|xl|xxl|\d)|\b(?:duong kinh|diameter)\b"
)
_SIZE_FIGURES = re.compile(
    rf"\d ?{_PIECE} ?/ ?(?:kg|ky)\b|\d ?(?:kg|g|gr|gam|lang) ?/ ?{_PIECE}\b|"
    rf"\b{_PIECE} [^,;\d]{{0,12}}\d[\d.,–-]* ?(?:g|gr|gam|kg|lang)\b"
)
_GRADE_WORDS = re.compile(r"\b(?:tuyen|chon|loai|hang|xo|nhat|dac biet|premium|special|grade|class)\b")


def words_of_the_same(offer: Offer, asks: str, goods: str) -> str:
    """The seller's clauses that speak of what a clause of the buyer asks, as he wrote them; "" where none.

    They speak of the same where a figure is of the same dimension, where both are of packs, of grades or of
    the size of a piece, or where both have a word that is none of the names of the ``goods``; where no clause
    does his name for them may. What he says
    of amounts, seasons, prices and terms is laid beside no quality, and his note is not quoted, for it is
    not for the buyer.
    """
    found = _of_the_same(_told(offer), offer.packaging, asks, f"{goods} {offer.product}")
    return found or (offer.product if _in_name(asks, offer.product, goods) else "")


@lru_cache(maxsize=65_536)
def _in_name(asks: str, product: str, goods: str) -> bool:
    """Whether the seller's name for his goods holds a word of a clause that is none of the buyer's name for
    them: "cá cơm sọc khô" beside "sọc tiêu" of cá cơm khô."""
    if packs_in(asks) or measures(fold(asks)):
        return False
    both = _telling(asks, product, goods) & _telling(product, asks, goods)
    return any(fold(word) not in _DONE_TO for word in both)


@lru_cache(maxsize=65_536)
def _of_the_same(told: str, packaging: str, asks: str, names: str) -> str:
    plain = fold(asks)
    of_papers, vessel = _OF_PAPERS.search(plain) is not None, vessel_named(names)
    pack = any(packs_in(each) and not _of_vessel(each, vessel) for each in _ALTERNATIVES.split(asks))
    kept: list[str] = []
    for text in _clauses(f"{told}; {packaging}" if pack else told):
        own = fold(text)
        packed = pack and bool(packs_in(text))
        if _of_sale(text, own, packed) or (_OF_SEASON.search(own) and not _OF_SEASON.search(plain)):
            continue
        if _OF_PAPERS.search(own) and not of_papers:  # what he holds is told with the papers
            continue
        same = (
            packed
            or _of_one_figure(plain, own)
            or (_of_size(plain) and _of_size(own))
            or (bool(grades(asks)) and _GRADE_WORDS.search(own) is not None)
            or (_in_common(asks, text, names) and not another_figure(plain, text))
        )
        if same and sum(map(len, kept)) + len(text) <= MOST:
            kept.append(text)
    return ", ".join(kept)


_ALTERNATIVES = re.compile(r",\s|;|\s(?:và|va|hoặc|hoac|or|and)\s", re.IGNORECASE)


def _of_vessel(text: str, vessel: str) -> bool:
    """Whether words speak of goods that are a bag or a basket themselves, which are no packing."""
    return bool(vessel) and fold(text.strip()).startswith(vessel)


def _in_common(asks: str, text: str, names: str) -> bool:
    """Whether two texts have a word in common that tells what they speak of, or both name a sort of the goods
    by their whole name: "cá cơm săng" and "cá cơm than"."""
    one, other = _telling(asks, text, names), _telling(text, asks, names)
    if shared := one & other:
        figure = _FIGURE.search(text) and not measures(fold(asks)) and len(other) == len(shared)
        return not figure or 2 * len(shared) > len(one)  # "thủy phần 19–20 %" of "không hạ thủy phần nhiệt"
    called = set(WORD.findall(fold(names)))
    first, second = (WORD.findall(fold(each)) for each in (asks, text))
    if len(first) < 3 or len(second) < 3 or first[:2] != second[:2] or not called.issuperset(first[:2]):
        return False
    return _DONE_TO.isdisjoint((*first[2:], *second[2:]))


_FIGURE = re.compile(r"\d")


def _telling(text: str, other: str, names: str) -> frozenset[str]:
    """The words of a text that tell what it speaks of, with their marks where the other one has marks too."""
    marked = not text.isascii() and not other.isascii()
    words = re.findall(r"\w+", text.lower()) if marked else WORD.findall(vietnamese(fold(text)))
    called = set(WORD.findall(fold(names)))
    return frozenset(
        word
        for word in words
        if word.isalpha() and word not in (_WRITTEN if marked else _BARE) and fold(word) not in called
    )


def _of_one_figure(plain: str, own: str) -> bool:
    """Whether a figure of each of two folded texts is of one dimension, lengths of one side of the goods."""
    given = [] if packs_in(own) else measures(own)
    for wanted in measures(plain):
        near = [one for one in given if alike(one, wanted)]
        if of_side(near, wanted, plain, own) if wanted.dimension in BY_SIDE else near:
            return True
    return False


def _of_size(plain: str) -> bool:
    """Whether a folded text tells the size of a piece, in figures or in words."""
    if _SIZE_WORDS.search(plain) or _SIZE_FIGURES.search(plain):
        return True
    return _BARE_SIZE.fullmatch(plain) is not None


# So much alone, which of goods sold by weight is what one of them weighs.
_BARE_SIZE = re.compile(r"\W*\d[\d.,]*(?: ?[-–—] ?\d[\d.,]*)? ?(?:g|gr|gam|grams?)(?: (?:tro len|up|\+))?\W*")


def _told(offer: Offer) -> str:
    """What a seller says of his goods beside their name and packing; his note is not for the buyer."""
    return "; ".join(filter(None, (offer.description, offer.grade, offer.remarks.removesuffix(offer.note))))


def left_unread(offer: Offer, rows: Sequence[Facts], goods: str) -> list[str]:
    """The seller's clauses on his goods that no clause of the buyer in ``rows`` was held against, as he wrote
    them: in one of them he may say what none of the rules has read."""
    used = tuple(fold(row["asks"] if row["says"] == SAME else row["offered"]) for row in rows)
    met = tuple(row["asks"] for row in rows if row["says"] == SAME)
    left = _unread(_told(offer), offer.packaging, f"{goods} {offer.product}", tuple(filter(None, used)), met)
    where = f" {spaced(f'{offer.place.text} {offer.place.commune} {offer.place.province}')} "
    return [each for each in left if f" {spaced(each)} " not in where]


# What speaks of packs, or of the growers and not of what they grow.
_NOT_OF_GOODS = re.compile(
    r"^(?:bao|tui|thung|hop|goi|chai|hu|lo|can|khay|kien|sot|ket|bich|pallet)\b|"
    r"^(?:(?:boc|lot|chen|quan) (?:giay|mang|xop|rom|luoi|ni ?long|nylon|vai|la)|dan (?:tem|nhan))\b|"
    r"\d ?(?:ha|sao|mau|ho|dan|xa vien|thanh vien|to vien|lo nuoi|be|ao|chuong)\b|"
    r"^xe (?:tai|mat|lanh|dong lanh|ban tai|khach|thung)\b|"
    r"\b(?:vung trong|lien ket|cu lao tren|nha may|nha xuong|xuong|kho mat|kho lanh|thanh lap|doanh thu)\b"
)


@lru_cache(maxsize=65_536)
def _unread(told: str, packaging: str, names: str, used: tuple[str, ...], met: tuple[str, ...]) -> list[str]:
    known = frozenset(WORD.findall(vietnamese(" ".join(used))))
    kept: list[str] = []
    for text in _clauses(f"{told}; {packaging}"):
        own = fold(text)
        if (
            packs_in(text)
            or _NOT_OF_GOODS.search(own)
            or _of_sale(text, own, False)
            or _OF_SEASON.search(own)
            or _OF_PAPERS.search(own)
        ):
            continue
        telling = {fold(word) for word in _telling(text, "", names)}
        if (
            telling <= known
            or answers_only(text, met)
            or any(own in each or _of_one_figure(each, own) for each in used)
        ):
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


_STRAIGHT = re.compile(r"\bthẳng\b", re.IGNORECASE)


def _of_sale(text: str, plain: str, packed: bool) -> bool:
    """Whether a clause tells of amount, price or terms alone; how many go to a kilogram is a size, and so
    much in a pack no amount where a pack is asked."""
    if _OF_SALE.search(fold(_STRAIGHT.sub("", text)) if "ẳ" in text else plain):
        return True
    if packed or _SIZE.search(plain) or _of_size(plain):
        return False
    return _OF_AMOUNT.fullmatch(plain) is not None


def _clauses(text: str) -> list[str]:
    return list(dict.fromkeys(part for each in _BREAK.split(text) if (part := trimmed(each))))
