"""Words of specifications: which say nothing, which say the same in English, and which exclude each other."""

from __future__ import annotations

import re
from functools import lru_cache

from scoring.criteria.ends import Measure
from scoring.units import fold

_WORD = re.compile(r"[a-z0-9]+")
# English words as Vietnamese ones, folded, where single words are compared (phrases: ``scoring/meanings``).
_ENGLISH = {
    "purple": "tim", "red": "do", "yellow": "vang", "white": "trang", "black": "den", "green": "xanh",
    "brown": "nau", "reddish": "do", "golden": "vang", "pink": "hong", "amber": "ho phach", "ivory": "nga",
    "whole": "nguyen", "organic": "huu co", "honey": "mat ong", "roasted": "rang", "ground": "xay",
    "washed": "rua sach", "crushed": "nghien", "crispy": "gion", "crunchy": "gion", "ripe": "chin",
    "unripe": "xanh", "dried": "kho", "fresh": "tuoi", "frozen": "dong lanh", "natural": "tu nhien",
    "uniform": "deu", "clean": "sach", "smell": "mui", "colour": "mau", "color": "mau", "sugar": "duong",
    "salt": "muoi", "stem": "cuong", "stems": "cuong", "skin": "vo", "kernel": "nhan", "kernels": "nhan",
    "glass": "thuy tinh", "plastic": "nhua", "paper": "giay", "metal": "kim loai", "bamboo": "tre",
    "frame": "khung", "frames": "khung",
    "box": "hop", "boxes": "hop", "bag": "tui", "bags": "tui", "jar": "hu", "bottle": "chai", "tray": "khay",
}  # fmt: skip
_OF_ENGLISH = re.compile(rf"\b(?:{'|'.join(sorted(_ENGLISH, key=len, reverse=True))})\b")
# Words of which goods or packs have one: who says another one does not have that which is asked.
_ONE_OF = tuple(
    tuple(re.compile(rf"\b(?:{words})\b") for words in group)
    for group in (
        ("thuy tinh", "nhua|pet|pp|pe", "giay|kraft", "thiec|nhom|kim loai|inox", "su|gom", "tre|nua|go"),
        ("tach hat|bo hat|tach muoi", "nguyen mui", "nguyen hat|con hat", "nguyen trai|nguyen qua"),
        ("ong sao|ong dieu", "que che", "que thanh", "que vun"),
        ("(?:loai|det|chieu|coi) chap(?! nhan)", "det may"),
    )
)


def words_of(text: str) -> frozenset[str]:
    """The words of a list that is written in one line."""
    return frozenset(text.split())


# Words that tell nothing of themselves, as they are written, and without their marks.
EMPTY_WRITTEN = words_of(
    "loại hàng có size cỡ theo từ trở lên dùng dụng đúng đóng trong trọng cho của bằng các một mỗi mọi để là "
    "cái hay được đạt dạt đặt phải cần cân bán mua đều in of the with for packed each a"
)
_COMPOUNDS = (
    "tieu chuan|kich thuoc|quy cach|yeu cau|dien tich|dung tich|the tich"  # halves of which tell something
)
_HALVES = words_of("tieu chuan kich thuoc quy cach yeu cau tich")
EMPTY = frozenset(map(fold, EMPTY_WRITTEN)) | _HALVES
_OF_COMPOUNDS = re.compile(rf"\b(?:{_COMPOUNDS})\b")


@lru_cache(maxsize=16_384)
def saying(asks: str) -> frozenset[str]:
    """The words of a clause that say something though, folded, they are among those that say nothing: the
    "tiêu" of "cá cơm sọc tiêu", which is no "tiêu chuẩn", and the "bản" of "lợn bản", which is no "bán"."""
    found = _HALVES & set(_WORD.findall(_OF_COMPOUNDS.sub(" ", fold(asks))))
    if not asks.isascii():
        words = (word for word in re.findall(r"\w+", asks.lower()) if word not in EMPTY_WRITTEN)
        found |= {plain for word in words if (plain := fold(word)) in EMPTY - _HALVES}
    return found


_PIECE_WORDS = frozenset(
    (
        *(
            "qua",
            "trai",
            "con",
            "cu",
            "bong",
            "bap",
            "cay",
            "canh",
            "mieng",
            "hat",
            "nai",
            "buong",
            "chum",
            "bo",
        ),
        *(
            "kg",
            "g",
            "gr",
            "gram",
            "gam",
            "cm",
            "mm",
            "ly",
            "tren",
            "duoi",
            "toi",
            "thieu",
            "da",
            "it",
            "nhat",
        ),
        *("khong", "qua", "do", "am", "dam", "brix", "con", "min", "max", "hon", "thuy", "phan", "moisture"),
        *(
            "to",
            "lon",
            "nho",
            "deu",
            "size",
            "content",
            "l",
            "ml",
            "lit",
            "n",
            "trong",
            "luong",
            "dai",
            "duong",
            "kinh",
            "phan",
            "den",
            "ky",
        ),
        *(
            "diameter",
            "length",
            "thickness",
            "piece",
            "pieces",
            "pcs",
            "fruit",
            "fruits",
            "head",
            "heads",
            "than",
            "nang",
            "deu",
            "size",
            "screen",
        ),
        *(
            "dung",
            "trong",
            "density",
            "bulk",
            "sca",
            "diem",
            "cupping",
            "points",
            "lat",
            "slice",
            "slices",
            "hoac",
            "hay",
            "or",
            "tap",
            "chat",
            "vo",
            "hat",
            "ham",
            "nong",
            "sang",
            "san",
            "s",
            "d",
            "chin",
            "day",
            "rong",
            "loai",
        ),
    )
)


# Words that say something though, folded, they are among those that say nothing.
_SAYING = {"dê": "de", "cỏ": "co", "lá": "la", "cổ": "co", "bản": "ban", "đồng": "dong", "tư": "tu"}


def words_beside(asks: str, plain: str, wanted: Measure) -> list[str]:
    """What a clause says beside its figure: "dê cỏ" of "dê cỏ 25–30 kg"; of a share its name is no such."""
    if wanted.dimension.startswith("%"):
        return []
    rest = plain.replace(wanted.words, " ")
    saying = [_SAYING[w] for w in asks.lower().split() if w in _SAYING]
    return saying + [
        w for w in _WORD.findall(rest) if w not in EMPTY and w not in _PIECE_WORDS and w.isalpha()
    ]


@lru_cache(maxsize=65_536)
def vietnamese(plain: str) -> str:
    """A folded text with the English words of specifications as Vietnamese ones."""
    return _OF_ENGLISH.sub(lambda found: _ENGLISH[found[0]], plain)


_POT = re.compile(r"\bchau\b")
_OF_POT = re.compile(r"\bchau (?:[a-z]+ )?(?:su|gom|nhua|go|dat|xi mang)\b")


def another(plain: str, told: str) -> str:
    """The words of an offer that say another one where goods or packs have one of several: chai nhựa."""
    for group in _ONE_OF:
        asked = [each for each in group if each.search(plain)]
        if any(each.search(told) for each in asked):  # of "chai sứ hoặc thủy tinh" either will do
            continue
        if group is _ONE_OF[0] and _POT.search(plain) and not _OF_POT.search(told):
            continue  # the crate of a plant says nothing of its pot
        if asked and (other := next((found for each in group if (found := each.search(told))), None)):
            return other[0]
    return ""


# Groups of which nothing is two at once, and what leaves it to the buyer after all.
_FIRM = re.compile(r"det may|nguyen (?:trai|qua|hat|mui)|con hat|(?:tach|bo) hat|tach muoi")
_AS_ORDERED = re.compile(
    r"\b(?:theo (?:yeu cau|don|dat)|tuy (?:don|khach|yeu cau)|to order|on request|hoac|or)\b"
)


def firmly(differing: str, told: str) -> bool:
    """Whether words by which an offer says another one exclude what is asked, and are not made to order."""
    return _FIRM.fullmatch(differing) is not None and not _AS_ORDERED.search(told)


_NUMBERS = {"mot": "1", "hai": "2", "ba": "3", "bon": "4", "nam": "5", "sau": "6", "tam": "8"}
_COUNTED = re.compile(r"\b(?:mot|hai|ba|bon)\b(?= [a-z])")  # "một tôm hai lá"


def joined(plain: str) -> str:
    """A folded text without the signs and words that join: "bộ 4 ghế + 1 bàn" is "bộ 4 ghế 1 bàn"."""
    counted = _COUNTED.sub(lambda found: _NUMBERS[found[0]], plain)
    return " ".join(re.sub(r"[+&]|\bva\b", " ", counted).split())
