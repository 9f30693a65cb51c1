"""What a demand asks of the goods beside their kind, and the offer does not say: it must be asked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from scoring.criteria.meaning import said_plainly
from scoring.criteria.raised_words import BARE, WORDS, says_wild, tells
from scoring.criteria.spec_words import words_of
from scoring.cultivar import places_named
from scoring.destinations import DESTINED
from scoring.product import Lexicon
from scoring.product.forms import FORM_SYLLABLES
from scoring.product.matching import is_english
from scoring.product.noise import ALTERNATIVES, DRESSED, ENGLISH_TURNS, NOISE, PARTS, RAISED
from scoring.product.normalise import spellings, syllables
from scoring.product.occasions import OCCASION
from scoring.product.process import with_process
from scoring.records import Demand, Offer
from scoring.regions import BARE_NAMES, PROVINCES
from scoring.units import fold

# How goods are to be carried is no quality of theirs.
_CARRIED = re.compile(
    r"\b(?:đường|bằng|duong|bang) "
    r"(?:hàng không|máy bay|bộ|biển|sắt|thủy|hang khong|may bay|bo|bien|sat|thuy)\b",
    re.IGNORECASE,
)
# Nor is how they are packed, nor what the buyer will do with them.
_PACK = (
    "gói|hộp|túi|thùng|chai|lọ|hũ|bao|khay|sọt|rổ|can|lon|vỉ|bịch|set|goi|hop|tui|thung|lo|hu|sot|ro|vi|bich"
)
_MADE_OF = (
    "gỗ|sứ|thủy tinh|thuỷ tinh|giấy|thiếc|tre|nhựa|sơn mài|vải|cói|mây|xốp|kraft|go|su|thuy tinh|giay|thiec|"
    "nhua|son mai"
)
_PACKED_AS = re.compile(
    rf"\b(?:(?:{_PACK}) (?:{_MADE_OF})(?!\w)|(?:đóng|dong)(?: (?:{_PACK}))+|(?:{_PACK})(?= ?\d))"
    r"(?: ?[\d.,]+(?: ?[-–] ?[\d.,]+)? ?(?:kg|g|gr|ml|lít|lit|l)\b)?",
    re.IGNORECASE,
)
_TO_USE = re.compile(
    r"\b(?:(?:trang trí|trang tri|trưng bày|trung bay|bày biện|đựng|dung qua)|(?:dành |danh )?cho\b|"
    r"(?:vắt|vat)(?: (?:lấy |lay )?(?:nước|nuoc))?(?!\w)|(?:bán|ban) (?:tại|lẻ|tai|le|ở)|"
    r"(?:dùng |dung )?(?:để|làm|phục vụ|phuc vu)(?! sạch)|dùng cho|dung (?:cho|de|lam)|"
    r"nguyên liệu|nguyen lieu|"
    r"(?:ép|ep) (?:lấy |lay )?(?:nước|dầu|nuoc|dau)|(?:nấu|nau) (?:rượu|bia|cháo|chè|canh|ruou|chao|che)|"
    r"(?:ngâm|ngam) (?:rượu|ruou|mật|mat)|(?:xay|nghiền) (?:bột|sinh tố|bot|sinh to)|"
    r"(?:lấy|lay) (?:hạt|dầu|lá|tinh bột|hat|dau|la)|(?:ăn|an) (?:lẩu|sống|kèm|lau|song|kem)|"
    r"(?:gói|goi) (?:bánh|banh)|(?:chưng|trưng|bày|cúng|thắp hương|bay mam|cung)\b)[^,;()/+&]*",
    re.IGNORECASE,
)
_REGION = re.compile(rf"\b(?:{'|'.join(map(re.escape, (*PROVINCES, *BARE_NAMES)))})\b", re.IGNORECASE)
# That the buyer prefers something is said of him and not of the goods.
_PREFERS = re.compile(
    r"\b(?:(?:ưu|uu) (?:tiên|tien)(?: (?:hơn|hon))?|(?:tốt|tot) (?:nhất|nhat) (?:là|la)|"
    r"prefer(?:red|ably|ence|s)?|ideally)(?!\w)",
    re.IGNORECASE,
)
FROZEN = re.compile(r"\b(?:đông lạnh|cấp đông|trữ đông|dong lanh|cap dong|tru dong)\b", re.IGNORECASE)


@lru_cache(maxsize=16_384)
def told_of_goods(item: str) -> str:
    """What an item says of the goods themselves: without carriage, packing and use."""
    for aside in (OCCASION, _PREFERS, _CARRIED, _PACKED_AS, DESTINED, _TO_USE, FROZEN, _REGION):
        item = aside.sub(";", item)
    return item


def unsaid_words(lexicon: Lexicon, offer: Offer, demand: Demand, kinds: Iterable[int]) -> list[str]:
    """What the name of a demand says beyond the names of its kind, and the offer says nowhere: "bản địa".

    Words of trade, packing, amounts and places are none; English is not held against Vietnamese.
    """
    place = offer.place
    told = (
        *(offer.product, offer.description, offer.grade, offer.packaging, offer.remarks, offer.season_text),
        *(offer.producer, place.text, place.commune),
    )
    return words_beyond(lexicon, demand.product, offer.product, told, kinds)


def runs_beyond(words: list[str], offered: str, wanted: str) -> list[str]:
    """The words that an offer's name has beyond its kind, each with those about it that the name wanted has
    not: "nung lộ thiên" and not "thiên", "có quai" and not "quai"."""
    if not words:
        return []
    asked = {word.plain for word in syllables(wanted)}
    runs: list[list[str]] = [[]]
    for word in syllables(offered):
        passed = word.plain in asked or _has_figure(word.plain)
        if word.broken or passed:
            runs.append([])
        if not passed:
            runs[-1].append(word.raw)
    found = [" ".join(run) for run in runs if run]
    return [next((run for run in found if f" {each} " in f" {run} "), each) for each in words]


def words_beyond(
    lexicon: Lexicon, wanted: str, offered: str, told: tuple[str, ...], kinds: Iterable[int]
) -> list[str]:
    """The same of any two names, ``wanted`` being held against the texts ``told`` beside ``offered``."""
    words = _beyond_names(lexicon, nearest_item(wanted, offered), tuple(kinds))
    if not words:
        return []
    said = _folded_words(" ".join(told))
    found: list[list[str]] = [[]]
    joints: list[str] = []  # words of trade behind words that are told, which another one may take in
    for before, word in pairwise((None, *words)):
        if word is None:
            continue
        free = not (word.known or word.plain in said) or (word.braised and not _names_braised(told))
        free = free and not (word.plain in BARE and says_wild(word.plain, "; ".join(told)))
        if free and not (word.broken and found[-1]):
            if before and not found[-1] and word.plain in _BY_WHAT:
                joints = [before.raw]  # "đan tay"
            found[-1] += [*joints, word.raw]
            joints = []
        elif (word.joint or word.plain in _BY_WHAT) and found[-1] and not word.broken:
            joints.append(word.raw)
            done_so = word.plain in _BY_WHAT or (fold(found[-1][-1]), word.plain) in _DONE_SO
            if done_so and word.plain not in said:
                found[-1] += joints
                joints = []
        else:
            found.append([word.raw] if free else [])
            joints = []
    unsaid = [
        " ".join(words) for words in found if words and not (len(words) == 1 and len(words[0]) < MIN_LETTERS)
    ]
    return [] if unsaid and (_is_english(wanted) or _is_english(offered)) else unsaid


# What is done to goods, and how: the second word alone is one of trade.
_DONE_SO = frozenset((("hai", "chin"), ("hai", "non"), ("rua", "sach"), ("rua", "uot"), ("thu", "chin")))
_BY_WHAT = ("tay", "may")  # by hand or by machine, which tell nothing without what is done


class _Word(NamedTuple):
    """A word of a name: whether a break stands before it, whether it is one of the names of the goods, of a
    place or of trade, or a figure; whether it is of trade alone; and whether it says that they are braised
    (*kho*, and not *khô*)."""

    raw: str
    plain: str
    broken: bool
    known: bool
    joint: bool
    braised: bool


@lru_cache(maxsize=32_768)
def _beyond_names(lexicon: Lexicon, item: str, kinds: tuple[int, ...]) -> tuple[_Word, ...]:
    """The words of an item of a name, held against the names of its kinds; none where all are known."""
    item = told_of_goods(item)
    names, coffee = _names_of(lexicon, kinds), _of_coffee(lexicon, kinds)
    found, open_ = [], False
    for word in _words_in(lexicon, item):
        telling = word.wild and tells(lexicon, word.raw.lower(), item, kinds)
        of_goods = (word.given or word.spelt in names) and not telling
        washed = coffee and word.plain in ("rua", "washed")  # a way of working it, and no cleaning
        of_trade = word.of_trade and not (telling or washed)
        known = of_goods or of_trade
        open_ |= word.braised or not known
        joint = of_trade and not of_goods
        found.append(_Word(word.raw, word.plain, word.broken, known, joint, word.braised))
    return tuple(found) if open_ else ()


class _Written(NamedTuple):
    """A word of a name by itself, ``spelt`` as names of kinds are looked up: whether it is a figure or of a
    place (``given``), whether it is of trade, whether it may tell where the goods grow, and *kho*."""

    raw: str
    plain: str
    spelt: str
    broken: bool
    given: bool
    of_trade: bool
    wild: bool
    braised: bool


@lru_cache(maxsize=16_384)
def _words_in(lexicon: Lexicon, item: str) -> tuple[_Written, ...]:
    places, marked = _place_words(lexicon, item), not item.isascii()
    found = []
    for word in syllables(item):
        figure = _has_figure(word.plain)
        found.append(
            _Written(
                word.raw,
                word.plain,
                word.marked if marked else word.plain,
                word.broken,
                figure or word.plain in places,
                word.marked in _NOT_TOLD if marked else word.plain in NOT_TOLD,  # "thu mua", not "thủ công"
                word.raw.lower() in (WORDS if marked else BARE),
                marked and word.marked == "kho" and not figure,
            )
        )
    return tuple(found)


def _has_figure(word: str) -> bool:
    return not word.isalpha() and any(letter.isdigit() for letter in word)


def _names_braised(texts: Iterable[str]) -> bool:
    return any(word.marked == "kho" for text in texts for word in syllables(text))


@lru_cache(maxsize=16_384)
def _is_english(text: str) -> bool:
    return is_english(syllables(text))


_LETTERS = re.compile(r"[^\W_]+")


@lru_cache(maxsize=8_192)
def _folded_words(text: str) -> frozenset[str]:
    """The words of a text, folded; those beside a comma or a bracket too, where nothing denies them."""
    return frozenset((*fold(text).split(), *_LETTERS.findall(said_plainly(text))))


_DRY = frozenset(("kho", "say", "dried", "phoi"))


def dry_words(offer: Offer, demand: Demand, name: str) -> list[str]:
    """That dried goods are asked for by name, where the offer does not say that its are."""
    item = nearest_item(demand.product, offer.product)
    asked = [word.raw for word in syllables(item) if word.plain in _DRY][:1]
    if not asked:
        return []
    told = fold(
        " ".join((offer.product, offer.description, offer.grade, offer.packaging, offer.remarks, name))
    )
    return [] if _DRY.intersection(re.findall(r"[a-z]+", told)) else asked


_GREEN = re.compile(r"\b(?:nhan|green|unroasted|s ?1[3-8]|sang ?1[3-8])\b")


def green_words(offer: Offer, demand: Demand) -> list[str]:
    """That green coffee is asked for by name, where the offer does not say that its is no roast."""
    if not re.search(r"\bnhan(?: xanh| xo)?\b|\bgreen beans?\b", fold(demand.product)):
        return []
    told = fold(" ".join((offer.product, offer.description, offer.grade, offer.packaging, offer.remarks)))
    return [] if _GREEN.search(told) else ["nhân"]


MIN_LETTERS = 3  # of a single word that is told as missing
# Words of buying and selling, joints of names, and what is judged elsewhere: form, packing, papers.
_TRADE = words_of(
    "cần mua thu gom tìm nguồn đặt hàng nhập bán sỉ lẻ cung cấp ứng chào có sẵn số lượng lớn "
    "gấp cho của và va với các cac loại loai xuất khẩu nội tiêu chế biến theo từ về tại ở để "
    "làm dùng ăn uống dịp tết lễ năm nay mùa vụ chính ngạch tiểu siêu thị bếp nhà quà biếu tặng "
    "ocop sao đạt chuẩn tiêu chuẩn sạch an toàn ngon tươi mới thương phẩm nguyên liệu thô cao "
    "cấp đặc sản vùng miền núi địa phương bà con nông dân hữu cơ truyền thống hơi sống lông làm sạch "
    "cành chậu nhánh giò nải buồng"
)
NOT_TOLD = frozenset(
    (*NOISE, *PARTS, *FORM_SYLLABLES, *RAISED, *DRESSED, *ALTERNATIVES, *ENGLISH_TURNS)
) | frozenset(map(fold, _TRADE))
_NOT_TOLD = NOT_TOLD | {spellings(word)[0] for word in _TRADE}  # those of them with marks as they are written


@lru_cache(maxsize=4_096)
def _names_of(lexicon: Lexicon, kinds: tuple[int, ...]) -> frozenset[str]:
    """All words in the names of kinds and of those above them, with their marks and without."""
    return frozenset().union(*(_words_of_line(lexicon, kind) for kind in kinds if kind >= 0))


@lru_cache(maxsize=4_096)
def _of_coffee(lexicon: Lexicon, kinds: tuple[int, ...]) -> bool:
    return any(kind >= 0 and lexicon.kinds[kind].category == "coffee" for kind in kinds)


@lru_cache(maxsize=8_192)
def _words_of_line(lexicon: Lexicon, kind: int) -> frozenset[str]:
    return _words_of(lexicon, kind).union(*(_words_of(lexicon, each) for each in lexicon.ancestors(kind)))


@lru_cache(maxsize=8_192)
def _words_of(lexicon: Lexicon, kind: int) -> frozenset[str]:
    goods = lexicon.kinds[kind]
    words = (word for name in (goods.name_vi, *goods.synonyms_vi) for word in syllables(name))
    return frozenset(spelling for word in words for spelling in (word.marked, word.plain))


@lru_cache(maxsize=4_096)
def _place_words(lexicon: Lexicon, text: str) -> frozenset[str]:
    return frozenset(word for place in places_named(lexicon, text) for word in fold(place).split())


@lru_cache(maxsize=16_384)
def _items(wanted: str) -> tuple[str, ...]:
    parts = re.split(r"[,;+&]|/(?!\s*\d|kg)|\s(?:và|va|and|hoặc|or)\s", with_process(wanted))
    return tuple(item for item in parts if item.strip())


def nearest_item(wanted: str, offered: str) -> str:
    """Of goods listed the one nearest to the offer's words, as it is written."""
    items = _items(wanted)
    if len(items) == 1:
        return items[0]
    own = set(fold(offered).split())
    return max(items, key=lambda item: len(set(fold(item).split()) & own), default=wanted)
