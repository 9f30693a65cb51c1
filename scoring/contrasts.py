"""Words that tell goods of one kind apart: how they were dried, of which sort or colour they are.

Two texts that name different words of one group speak of different goods, whatever kind the table calls them
both: bananas dried crisp are no soft ones. What only one text names is asked. Each group is a set of bits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scoring.product.normalise import syllables
from scoring.units import fold

# Group: word as told, and the phrases that mean it, as written with marks. Source: labels and price lists.
_DRIED = {
    "sấy dẻo": ("sấy dẻo", "dẻo sấy", "khô dẻo", "sấy mềm", "soft dried"),
    "sấy giòn": ("sấy giòn", "chiên giòn", "giòn sấy", "sấy chân không", "crispy", "chips"),
    "ép khô": ("ép", "ép khô", "khô ép"),
    "treo gió": ("treo gió", "hong gió"),
    "sấy thăng hoa": ("sấy thăng hoa", "thăng hoa", "freeze dried"),
}
WAYS_OF_DRYING = frozenset(_DRIED)
_TARO = {"khoai môn": ("khoai môn",), "khoai sọ": ("khoai sọ",)}
_GINGER = {
    "gừng trâu": ("gừng trâu",),
    "gừng dé": ("gừng dé", "gừng gié", "gừng sẻ", "gừng núi đá"),
    "gừng gió": ("gừng gió",),
}
_BAGGED = {
    "túi lọc": ("túi lọc", "phin giấy", "tea bag", "teabag", "tea bags", "teabags"),
    "hòa tan": ("hòa tan", "instant", "3 in 1"),
}
# Teas by how their leaf was worked: none of them is another, whatever tree and place they come from.
_TEAS = {
    "bạch trà": ("bạch trà", "trà trắng", "chè trắng", "white tea"),
    "hồng trà": ("hồng trà", "trà đen", "chè đen", "black tea"),
    "trà xanh": ("trà xanh", "chè xanh", "lục trà", "green tea"),
    "ô long": ("ô long", "oolong", "olong"),
    "phổ nhĩ": ("phổ nhĩ", "pu erh", "puer"),
    "hoàng trà": ("hoàng trà", "trà vàng", "yellow tea"),
}
_PEELED = {
    "bóc vỏ": (
        "bóc vỏ",
        "tách vỏ",
        "lột vỏ",
        "bóc nõn",
        "bỏ vỏ",
        "cà vỏ",
        "đãi vỏ",
        "không vỏ",
        "peeled",
        "shelled",
        "nhân hạt",
        "nhân điều",
        "nhân mắc ca",
        "nhân lạc",
        "lạc nhân",
        "đậu phộng nhân",
        "kernel",
    ),
    "nguyên vỏ": (
        "lạc củ",
        "lạc vỏ",
        "đậu phộng củ",
        "đậu phộng vỏ",
        "nguyên vỏ",
        "nứt vỏ",
        "sấy nứt",
        "rang nứt",
        "nứt máy",
        "nứt tay",
        "hạt nứt",
        "còn vỏ",
        "cả vỏ",
        "in shell",
        "unpeeled",
    ),
}
# Fruit to be pressed for its juice, oil or sugar; told apart from nothing, and asked where nobody says it.
PRESSED = "ép nước"
_PRESSED = {PRESSED: ("ép nước", "ép lấy nước", "vắt nước", "làm nước ép", "for juicing")}
_FOR_JUICE = re.compile(
    r"\b(?:ép|ep)(?= (?:nước|lấy nước|dầu|mật|nuoc|lay nuoc|dau|mat)\b)|(?<=\bnước )ép\b|(?<=\bnuoc )ep\b",
    re.IGNORECASE,
)
# Goods pressed for another end than to dry: into bales and cakes, for their oil, by a vacuum.
_PRESSED_TIGHT = re.compile(
    r"\b(?:ép|ep)(?: thành| thanh)? (?=(?:kiện|bánh|khối|viên|cục|tấm|bao|túi|thùng|hơi|chân|chặt|khuôn|lạnh|"
    r"nguội|plastic|nhựa|kien|banh|khoi|vien|cuc|tam|tui|thung|hoi|chan|chat|khuon|lanh|nguoi|nhua)\b)|"
    r"(?<=\bbánh )ép\b|(?<=\bbã )ép\b|(?<=\bbanh )ep\b",
    re.IGNORECASE,
)
_OIL = re.compile(r"\b((?:dầu|dau)(?: [^\W\d]+){0,2}) (?:ép|ep)\b", re.IGNORECASE)
_INNER_SKIN = re.compile(r"\b(?:bóc|tách|lột|bỏ|không|nguyên|còn|cả) vỏ(?= (?:lụa|trấu))", re.IGNORECASE)
# What is not shelled, which is no word of shelling: "dừa nguyên trái chưa lột".
_UNPEELED = re.compile(
    r"\b(?:chưa|chua|không|khong) (?:bóc|tách|lột|gọt|boc|tach|lot|got)\b(?: (?:vỏ|vo)\b(?! lụa| lua))?",
    re.IGNORECASE,
)
BAGS = "túi lọc"
_COLOURS = {
    "đen": ("đen", "black", "dark"),
    "trắng": ("trắng", "white", "tiêu sọ", "sọ"),
    "đỏ": ("đỏ", "red"),
    "tím": ("tím", "purple"),
    "vàng": ("vàng", "yellow"),
    "xanh": ("xanh", "green"),
}
# Colours that folded letters cannot tell from other words (đen from đến) need their marks.
_NEED_MARKS = frozenset(("vàng", "đen"))
# Goods that a colour is no sort of: it is part of their names, or of the place or plant they come from.
_NO_COLOUR = re.compile(
    r"\b(?:trà|chè|tea|mật ong|honey|cà phê|coffee|bưởi da xanh|da xanh|hoa vàng|nhân xanh|"
    r"green beans?|lim xanh|sâm|cây|tảo|sữa|rượu|gà|lợn|heo|bò|trâu|dê|khoai|Nha Trang|"
    r"bánh tráng|banh trang)\b",
    re.IGNORECASE,
)
# Meat and sausages hung over the hearth, and those that are not.
_CURED = {
    "gác bếp": ("gác bếp", "hun khói", "xông khói", "smoked", "smoke dried"),
    "tươi": ("lạp xưởng tươi", "lạp sườn tươi", "lạp xường tươi", "fresh sausage"),
}
# Small fish and shrimps are steamed before they are dried, or dried raw in the sun; asked of neither.
_STEAMED = {
    "hấp sấy": ("hấp sấy", "hấp khô", "khô hấp", "hấp phơi", "luộc sấy"),
    "phơi nắng": ("phơi khô", "phơi nắng", "khô phơi", "sun dried"),
}
# Told apart where both sides name theirs, and asked with the specification where one does not.
_JAM = {"dẻo": ("mứt dẻo", "gừng dẻo", "quất dẻo", "dừa dẻo"), "lát khô": ("lát khô", "mứt khô", "sợi khô")}
_STRANDS = {
    "sợi nhỏ": ("sợi nhỏ", "sợi mảnh", "thin strands"),
    "sợi to": ("sợi to", "sợi lớn", "sợi dày", "thick strands"),
}
_SWEETENED = {
    "không đường": (
        "không đường",
        "no sugar",
        "no added sugar",
        "sugar free",
        "unsweetened",
        "không tẩm đường",
    ),
    "có đường": ("có đường", "tẩm đường", "ít đường", "sweetened", "low sugar", "less sugar", "sugared"),
}
_WOVEN = {
    "dệt tay": ("dệt tay", "dệt thủ công", "handwoven", "hand woven", "hand loomed"),
    "dệt máy": ("dệt máy", "dệt công nghiệp", "machine woven", "power loom"),
}
_NOODLES = ("bún", "phở", "bánh phở", "mì", "mì Quảng", "hủ tiếu", "bánh canh", "sợi")
_MOIST = {word: tuple(f"{each} {word}" for each in _NOODLES) for word in ("tươi", "khô")}
_FIBRES = {
    "bông": ("sợi bông", "vải bông", "cotton"),
    "lanh": ("vải lanh", "sợi lanh", "linen", "hemp"),
    "tơ tằm": ("tơ tằm", "sợi tơ", "silk"),
    "len": ("sợi len", "wool"),
    "gai": ("sợi gai", "vải gai", "ramie"),
}
# Trade names of teas that tell how their leaf was worked, though by none of the words above, folded.
_TEA_KNOWN = re.compile(
    r"\b(?:moc cau|tan cuong|thai nguyen|(?:che|tra) dinh|tom non|non tom|bup kho|sao suot|"
    r"sao (?:chao|lan|kho|tay)|"
    r"matcha|sencha|long tinh|longjing|otd|ctc|pekoe|orthodox|len men|kim tuyen|tu quy|my nhan|"
    r"(?:ep |dong )?banh|hac tra|tra chin|uop (?:sen|nhai|hoa))\b"
)
NOT_ASKED = frozenset((PRESSED, *_MOIST, *_FIBRES, *_STEAMED, *_JAM, *_STRANDS, *_SWEETENED, *_WOVEN, *_TEAS))
_Group = Mapping[str, tuple[str, ...]]
_GROUPS: tuple[_Group, ...] = (_DRIED, _TARO, _GINGER, _BAGGED, _PEELED, _COLOURS, _PRESSED, _STEAMED,
                                _JAM, _STRANDS, _SWEETENED, _WOVEN, _MOIST, _FIBRES, _TEAS,
                                _CURED)  # fmt: skip
BAGGED, COLOURS, TEAS = (_GROUPS.index(each) for each in (_BAGGED, _COLOURS, _TEAS))

Told = NDArray[np.uint64]


class Contrast(NamedTuple):
    """Two words of one group: what is asked for, and what is offered ("" where nothing is said)."""

    asks: str
    offered: str


def _numbered() -> tuple[
    tuple[str, ...], tuple[tuple[int, int], ...], dict[str, tuple[tuple[int, str], ...]]
]:
    """All words in the order of their bits, the span of bits of each group, and what each phrase means."""
    words: list[str] = []
    groups: list[tuple[int, int]] = []
    phrases: dict[str, list[tuple[int, str]]] = {}
    for number, group in enumerate(_GROUPS):
        first = len(words)
        # Goods loose is what a text means that says nothing of bags.
        own: dict[str, tuple[str, ...]] = {"": ()} if number == BAGGED else {}
        own |= group
        for word, spellings in own.items():
            for spelling in spellings:
                marked = " ".join(s.marked for s in syllables(spelling))
                phrases.setdefault(marked, []).append((len(words), word))
                plain = " ".join(s.plain for s in syllables(spelling))
                if plain != marked and word not in _NEED_MARKS and not (number == 0 and spelling == "ép"):
                    phrases.setdefault(f"~{plain}", []).append((len(words), word))
            words.append(word)
        groups.append((first, len(words)))
    return tuple(words), tuple(groups), {key: tuple(found) for key, found in phrases.items()}


WORDS, _SPANS, _PHRASES = _numbered()
_BEGINNINGS = frozenset(phrase.removeprefix("~").split()[0] for phrase in _PHRASES)
GROUP_MASKS = tuple(sum(1 << bit for bit in range(*span)) for span in _SPANS)
LOOSE = 1 << _SPANS[BAGGED][0]
_MADE = sum(
    GROUP_MASKS[_GROUPS.index(group)] for group in (_JAM, _STRANDS, _SWEETENED, _WOVEN, _FIBRES, _TEAS)
)
_DRY_PRESSED = WORDS.index("ép khô")
NOUNS = (_GROUPS.index(_TARO), _GROUPS.index(_GINGER))
_ITEMS = re.compile(r"[,;+&]|\b(?:và|va|and)\b")
# What stands behind the goods of one name and is no item of a list: "young green jackfruit, canned".
_NO_ITEM = re.compile(
    r"(?:(?:canned|frozen|dried|fresh|sliced|peeled|washed|whole|pitted|bulk|organic|iqf|in brine|in syrup|"
    r"đóng lon|đóng hộp|cấp đông|đông lạnh|sấy khô|tươi|khô|hữu cơ)[ /]*)+",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d$")


@lru_cache(maxsize=65_536)
def said(name: str, more: str = "", rest: str = "") -> int:
    """The words of all groups that an offer tells, as bits; of goods listed what each of them is told of.
    ``rest``: words that may speak of other goods too, of which only how the goods are made counts."""
    return _common(name, _told(name, more), range(len(GROUP_MASKS))) | _made(name, rest)


@lru_cache(maxsize=65_536)
def asked(name: str, more: str = "", rest: str = "") -> int:
    """The same of a demand; a word that holds the name of goods is that of one item: none but this is it."""
    groups = [n for n in range(len(GROUP_MASKS)) if n not in NOUNS]
    return _common(name, _told(name, more), groups) | _made(name, rest)


_NOT_WANTED = re.compile(  # "không lấy hàng dệt máy" asks for none of it
    r"\b(?:không|ko|khong|no|not)(?: (?:lấy|nhận|mua|hàng|loại|lay|nhan|hang|loai)){1,3} "
    r"(?:dệt|det|sợi|soi|tẩm|tam) \w+",
    re.IGNORECASE,
)


def _made(name: str, rest: str) -> int:
    """How the goods of a record are made, anywhere in its words; nothing of goods that are listed."""
    if not rest or len([item for item in _ITEMS.split(name) if item.strip()]) > 1:
        return 0
    return _found(_NOT_WANTED.sub(" ", rest)) & _MADE


def _unmixed(mask: int) -> int:
    """Without "tẩm đường" where it stands behind a "không"."""
    plain, sugared = (1 << WORDS.index(word) for word in _SWEETENED)
    return mask & ~sugared if mask & plain else mask


_ANY = re.compile(r"/|\bhoặc\b|\bhoac\b|\bor\b", re.IGNORECASE)


@lru_cache(maxsize=16_384)
def takes_any_colour(name: str) -> bool:
    """Whether a name has goods of several colours any of which will do: "thanh long ruột trắng/đỏ"."""
    return _ANY.search(name) is not None and (asked(name) & GROUP_MASKS[COLOURS]).bit_count() > 1


def _told(name: str, more: str) -> int:
    """Colours by the ``name`` alone, the others also by the ``more`` that a record says."""
    text = f"{name} ; {more}" if more.strip("; ") else name
    mask = _found(text) & ~GROUP_MASKS[COLOURS]
    colours = _found(name) & GROUP_MASKS[COLOURS]
    if colours and not _NO_COLOUR.search(name):
        mask |= colours
    return mask if mask & GROUP_MASKS[BAGGED] else mask | LOOSE


def _common(name: str, mask: int, groups: Iterable[int]) -> int:
    """Without the words of groups that not every item of a list is told of."""
    pieces = _ITEMS.split(name)
    if len(pieces) < 2:
        return mask
    items = [item for item in pieces if item.strip() and not _NO_ITEM.fullmatch(item.strip())]
    if len(items) < 2:
        return mask
    each = [_told(item, "") for item in items]
    for group in (GROUP_MASKS[number] for number in groups):
        if not all(one & group for one in each):
            mask &= ~group
    return mask


@lru_cache(maxsize=16_384)
def _found(text: str) -> int:
    text = _UNPEELED.sub("nguyen vo" if text.isascii() else "nguyên vỏ", text)
    return _unmixed(sum({1 << bit for _, bits in _read(text) for bit in bits}))


def _read(text: str) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The phrases of a text that mean words of a group, as it writes them, with the bits of these words."""
    lowered, pressed = text.lower(), False
    if "vỏ" in lowered:
        text = _INNER_SKIN.sub("vỏ", text)  # the skin of a kernel is not its shell
    if "ép" in lowered or "ep" in lowered:
        text = _OIL.sub(r"\1", _PRESSED_TIGHT.sub(" ", text))
        pressed = _FOR_JUICE.search(text) is not None
    words = syllables(text)
    accented = not text.isascii()
    keys = [word.marked if accented else word.plain for word in words]
    for start in [at for at, key in enumerate(keys) if key in _BEGINNINGS]:
        for end in range(start + 1, min(start + 4, len(keys) + 1)):
            if any(word.broken for word in words[start + 1 : end]):
                break
            phrase = " ".join(keys[start:end])
            known = _PHRASES.get(phrase, ()) or (() if accented else _PHRASES.get(f"~{phrase}", ()))
            degrees = start and not words[start].broken and _DIGIT.search(keys[start - 1])  # "30 do"
            if known and not degrees:
                bits = tuple(bit for bit, _ in known if not (pressed and bit == _DRY_PRESSED))
                yield " ".join(word.raw for word in words[start:end]), bits


@lru_cache(maxsize=8_192)
def as_named(word: str, text: str) -> str:
    """The longest phrase by which a text names a word of a group, as it is written: "khô ép" of "ép khô"; the
    word itself where the text names it by none.

    >>> as_named("ép khô", "Chuối khô ép Trần Hợi"), as_named("đen", "Black pepper")
    ('khô ép', 'Black')
    """
    named = [phrase for phrase, bits in _read(text) if any(WORDS[bit] == word for bit in bits)]
    return max(named, key=len, default=word)


def unpeeled(asks: str, told: str) -> str:
    """The words of an offer that leave on what is to be peeled or shelled off; "" where it says none."""
    shelled = 1 << WORDS.index("bóc vỏ")
    found = _UNPEELED.search(told) if asked(asks) & shelled else None
    return found[0] if found else ""


def tea_open(word: str, told: str) -> bool:
    """Whether a word is how a tea is worked that its seller's words leave open: "trà Shan tuyết" may be green
    or white, "chè móc câu" is green by its name.

    >>> tea_open("trà xanh", "Trà Shan tuyết cổ thụ"), tea_open("trà xanh", "chè móc câu")
    (True, False)
    """
    return word in _TEAS and _TEA_KNOWN.search(fold(told)) is None


def other_teas(asks: Told, says: Told) -> NDArray[np.bool_]:
    """Where one tea is asked for and another one is offered: green leaf for a white tea."""
    bits = np.uint64(GROUP_MASKS[TEAS])
    return np.asarray(((asks & bits) != 0) & ((says & bits) != 0) & ((asks & says & bits) == 0))


def differs(asks: Told, says: Told) -> NDArray[np.bool_]:
    """Where what is asked for and what is said are different words of one group."""
    apart = np.zeros(len(asks), dtype=np.bool_)
    for group in GROUP_MASKS:
        bits = np.uint64(group)
        apart |= ((asks & bits) != 0) & ((says & bits) != 0) & ((asks & says & bits) == 0)
    return apart


def contrasts(asks: int, says: int) -> list[Contrast]:
    """The groups of which one pair of texts names different words, or of which only the buyer names any."""
    return list(_contrasts(asks, says))


@lru_cache(maxsize=16_384)
def _contrasts(asks: int, says: int) -> tuple[Contrast, ...]:
    found = []
    for group in GROUP_MASKS:
        if asks & group and not asks & says & group and _named(asks & group):
            found.append(Contrast(_named(asks & group), _named(says & group)))
        elif says & group & ~LOOSE and asks & LOOSE & group and not asks & says & group:
            found.append(Contrast("", _named(says & group)))
    return tuple(found)


def contrasts_named(asks: int, says: int) -> list[Contrast]:
    """The groups of which both texts name words, and different ones."""
    return [each for each in contrasts(asks, says) if each.asks and each.offered]


def _named(mask: int) -> str:
    return " / ".join(word for bit, word in enumerate(WORDS) if mask >> bit & 1 and word)
