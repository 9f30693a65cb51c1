"""What a demand asks of the goods beside their kind, and the offer does not say: it must be asked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from scoring.criteria.ends import Measure
from scoring.criteria.meaning import plain_of, without_denials
from scoring.criteria.measures import LEAST_DEGREES, measures
from scoring.criteria.raised_words import BARE, says_wild, tells
from scoring.criteria.spec_words import words_of
from scoring.cultivar import places_named
from scoring.product import Lexicon
from scoring.product.forms import FORM_SYLLABLES
from scoring.product.matching import is_english
from scoring.product.noise import ALTERNATIVES, DRESSED, ENGLISH_TURNS, NOISE, PARTS, RAISED
from scoring.product.normalise import spellings, syllables
from scoring.product.occasions import OCCASION
from scoring.product.process import with_process
from scoring.records import Demand, Offer
from scoring.regions import PROVINCES
from scoring.units import fold

# Words that make goods of one kind worth another price, and that no name of a kind may be taken to imply.
QUALITIES = (
    "cổ thụ",
    "truyền thống",
    "men lá",
    "rang muối",
    "rang củi",
    "vỏ lụa",
    "tiêu đen",
    "tiêu sọ",
    "tiêu trắng",
    "độ đạm",
    "hữu cơ",
    "không hạt",
    "nguyên chất",
    "một nắng",
    "phi lê",
)
# What an offer in English says of the same.
_IN_ENGLISH = {
    "tiêu trắng": "white pepper|pepper,? \\(?white", "tiêu sọ": "white pepper|pepper,? \\(?white",
    "tiêu đen": "black pepper|pepper,? \\(?black", "hữu cơ": "organic",
    "không hạt": "seedless", "phi lê": "fillets?", "nguyên chất": "pure",
    "cổ thụ": "ancient(?: tea)? trees?|ancient tea|old trees?|wild trees?",
}  # fmt: skip
_PATTERNS = {
    words: re.compile(rf"\b(?:{'|'.join(filter(None, (fold(words), _IN_ENGLISH.get(words))))})\b")
    for words in QUALITIES
}
# Of fish and squid caught on a line, and of nothing else that is written so without its marks.
_PATTERNS["câu"] = re.compile(
    r"(?:(?<=\bmuc )|(?<=\bmuc kho )|(?<=\bmuc ong )|(?<=\bkho muc )|(?<=\bngu )|(?<=\bhang )|"
    r"(?<=\bdanh ))cau\b(?! (?:hai|dat|giay|mau|tre)\b)|\bcau (?:tay|dem|vang|muc)\b|\bline[- ]caught\b"
)
# A figure is the word: "1 nắng"; folded, "loại 1 nặng 2 kg" is no sun.
_PATTERNS["một nắng"] = re.compile(r"\bmot nang\b|(?<![\d.,])(?<!\bloai )(?<!\bsize )\b1 ?nang\b")
_ALSO = {"tiêu trắng": "tiêu sọ", "tiêu sọ": "tiêu trắng"}  # two names of one quality
_ORGANIC = re.compile(r"HC_|PGS")


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
_REGION = re.compile(rf"\b(?:{'|'.join(map(re.escape, PROVINCES))})\b", re.IGNORECASE)
# That the buyer prefers something is said of him and not of the goods.
_PREFERS = re.compile(
    r"\b(?:(?:ưu|uu) (?:tiên|tien)(?: (?:hơn|hon))?|(?:tốt|tot) (?:nhất|nhat) (?:là|la)|"
    r"prefer(?:red|ably|ence|s)?|ideally)(?!\w)",
    re.IGNORECASE,
)
FROZEN = re.compile(r"\b(?:đông lạnh|cấp đông|trữ đông|dong lanh|cap dong|tru dong)\b", re.IGNORECASE)
_BETWEEN = re.compile(r"[,;/&+]|\bva\b|\bhoac\b|\band\b|\bor\b")


@lru_cache(maxsize=16_384)
def told_of_goods(item: str) -> str:
    """What an item says of the goods themselves: without carriage, packing and use."""
    for aside in (OCCASION, _PREFERS, _CARRIED, _PACKED_AS, _TO_USE, FROZEN, _REGION):
        item = aside.sub(";", item)
    return item


def _item(wanted: str, offered: str) -> str:
    """Of goods that a name lists, the one nearest to the offer's words: a quality of another is its own."""
    items = [item for item in _BETWEEN.split(wanted) if item.strip()]
    return max(items, key=lambda item: len(set(item.split()) & set(offered.split())), default=wanted)


def _listed_alone(words: str, told: str) -> bool:
    """Whether a list leaves out the noun of a sort: "tiêu Phú Quốc (đen, đỏ, sọ)" has tiêu đen."""
    noun, _, sort = fold(words).partition(" ")
    listed = re.search(rf"[(,:] ?{sort}\b ?[,)]", told) if sort else None
    return listed is not None and re.search(rf"\b{noun}\b", told) is not None


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
    asked = {word.plain for word in syllables(wanted)}
    runs: list[list[str]] = [[]]
    for word in syllables(offered):
        if word.broken or word.plain in asked or any(c.isdigit() for c in word.plain):
            runs.append([])
        if word.plain not in asked and not any(c.isdigit() for c in word.plain):
            runs[-1].append(word.raw)
    found = [" ".join(run) for run in runs if run]
    return [next((run for run in found if f" {each} " in f" {run} "), each) for each in words]


def words_beyond(
    lexicon: Lexicon, wanted: str, offered: str, told: tuple[str, ...], kinds: Iterable[int]
) -> list[str]:
    """The same of any two names, ``wanted`` being held against the texts ``told`` beside ``offered``."""
    words = _beyond_names(lexicon, nearest_item(wanted, offered), tuple(kinds))
    said = _folded_words(" ".join(told)) if any(word.braised or not word.known for word in words) else ()
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
        elif word.joint and found[-1] and not word.broken:
            joints.append(word.raw)
            if (fold(found[-1][-1]), word.plain) in _DONE_SO and word.plain not in said:
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
    """The words of an item of a name, held against the names of its kinds."""
    item = told_of_goods(item)
    names, places = _names_of(lexicon, kinds), _place_words(lexicon, item)
    marked = not item.isascii()
    coffee = any(kind >= 0 and lexicon.kinds[kind].category == "coffee" for kind in kinds)
    found = []
    for word in syllables(item):
        figure = any(c.isdigit() for c in word.plain)
        telling = tells(lexicon, word.raw.lower(), item, kinds)
        of_goods = figure or (word.marked if marked else word.plain) in names or word.plain in places
        of_goods = of_goods and not telling
        washed = coffee and word.plain in ("rua", "washed")  # a way of working it, and no cleaning
        of_trade = word.marked in _NOT_TOLD if marked else word.plain in NOT_TOLD  # "thu mua", not "thủ công"
        braised = marked and word.marked == "kho" and not figure
        of_trade = of_trade and not (telling or washed)
        joint = of_trade and not of_goods
        found.append(_Word(word.raw, word.plain, word.broken, of_goods or of_trade, joint, braised))
    return tuple(found)


def _names_braised(texts: Iterable[str]) -> bool:
    return any(word.marked == "kho" for text in texts for word in syllables(text))


@lru_cache(maxsize=16_384)
def _is_english(text: str) -> bool:
    return is_english(syllables(text))


_LETTERS = re.compile(r"[^\W_]+")


@lru_cache(maxsize=8_192)
def _folded_words(text: str) -> frozenset[str]:
    """The words of a text, folded; those beside a comma or a bracket too, where nothing denies them."""
    return frozenset((*fold(text).split(), *_LETTERS.findall(without_denials(plain_of(text)))))


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
    line = {each for kind in kinds if kind >= 0 for each in (kind, *lexicon.ancestors(kind))}
    return frozenset().union(*(_words_of(lexicon, each) for each in line))


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


def unsaid_qualities(offer: Offer, demand: Demand) -> list[str]:
    """The qualities that the demand's name asks for and nothing in the offer tells."""
    if not _qualities(fold(demand.product)):
        return []
    asked = _qualities(_item(fold(demand.product), fold(offer.product)))
    if not asked:
        return []
    told = without_denials(
        plain_of("; ".join((offer.product, offer.description, offer.grade, offer.packaging, offer.remarks)))
    )
    return [
        _as_asked(words, demand.product)
        for words in asked
        if not (_PATTERNS[words].search(told) or _listed_alone(words, told))
        and not (words in _ALSO and _PATTERNS[_ALSO[words]].search(told))
        and not (words == "độ đạm" and any(_of_protein(each) for each in measures(told)))
        and not (words == "hữu cơ" and any(_ORGANIC.match(paper.code) for paper in offer.certificates))
    ]


def _as_asked(words: str, product: str) -> str:
    """A quality in the words of the name that asks for it: "black pepper" and not "tiêu đen"."""
    plain = fold(product)
    found = _PATTERNS[words].search(plain) if len(plain) == len(product) else None
    written = product[found.start() : found.end()] if found else words
    return words if fold(written) == fold(words) else written


def _of_protein(measure: Measure) -> bool:
    """Whether a figure is one of protein, called so or given in bare degrees."""
    bare = measure.dimension == "degrees" and measure.high >= LEAST_DEGREES
    return bare or measure.dimension == "protein"


@lru_cache(maxsize=8_192)
def _qualities(folded: str) -> tuple[str, ...]:
    """The qualities that a folded text names."""
    return tuple(words for words, pattern in _PATTERNS.items() if pattern.search(folded))
