"""Figures that texts state of goods, to compare two texts: the size of a piece, moisture, degrees, length."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from math import inf

from scoring.criteria.packs import joined
from scoring.units import fold

_N = r"(\d+(?:[.,]\d+)?)"
_RANGE = rf"{_N}(?: ?(?:-|–|—|~|den|toi|to) ?{_N})?"
_LEAST = (
    r"(?:≥|>=|>|not less than|no less than|more than|minimum(?: of)?|"
    r"tu|tren|toi thieu|it nhat|min|hon|at least|over|from)"
)
_MOST = (
    r"(?:≤|<=|<|(?:not|no) (?:more|greater|higher) than|not (?:exceeding|over|above)|less than|"
    r"maximum(?: of)?|duoi|toi da|khong qua|khong vuot qua|max|nho hon|up to|at most|below|under)"
)
_ENDS = rf"(?:({_LEAST})|({_MOST}))? ?"
_UP = r"(?: ?(\+|tro len|up|or more)| ?(tro xuong|or less))?"
_FIGURE = rf"{_ENDS}{_RANGE}"
_PIECE = r"(?:qua|trai|con|cu|bong|bap|cay|canh|mieng|hat|nai|buong|pieces?|pcs|fruits?|heads?)"
_MASS = r"(g|gr|gam|grams?|kg|kgs|ky|kilos?|lang)\b"
GRAMS = {
    "g": 1.0,
    "gr": 1.0,
    "gam": 1.0,
    "gram": 1.0,
    "grams": 1.0,
    "kg": 1000.0,
    "ky": 1000.0,
    "kgs": 1000.0,
    "kilo": 1000.0,
    "kilos": 1000.0,
    "lang": 100.0,
}
SIZE = "size"  # grams a piece

# Dimension, pattern with the groups least, most, low, high, up, down, and what follows as the unit.
_COUNT = rf"{_N}(?: ?(?:-|–|—|~|/|den|toi|to) ?{_N})?"
_PER_KG = re.compile(rf"{_ENDS}{_COUNT} ?{_PIECE}(?: ?(?:/|mot|moi|per) ?(?:1 ?)?| 1 ?)(?:kg|ky|ki|kilo)\b")
# The kilogram first: "mỗi kg 3–4 củ", "1 kg được 20 con".
_KG_OF = re.compile(
    rf"\b(?:moi|mot|1|per|each) ?(?:kg|ky|ki|kilo)(?: (?:duoc|co|khoang|gom|chung|la|"
    rf"tam))* ?{_ENDS}{_COUNT} ?"
    rf"{_PIECE}\b(?! ?/)"
)
# Several sizes of which the last one names what is counted: "10–15, 15–20, 20–30 con/kg".
_LISTED = re.compile(
    rf"(\d[\d.,]*\d? ?(?:-|–|—|den|toi) ?\d+)(?=(?: ?[,;/+&] ?| (?:va|hoac|or|and) )"
    rf"(?:\d[\d.,]* ?(?:-|–|—|den|toi) ?\d+(?: ?[,;/+&] ?| (?:va|hoac|or|and) ))*"
    rf"\d[\d.,]* ?(?:-|–|—|den|toi) ?\d+ ?({_PIECE} ?/ ?(?:1 ?)?(?:kg|ky|kilo)|g ?/ ?{_PIECE}|g|gr|kg|cm|"
    rf"mm)\b)"
)
# One range of which both ends name the unit: "300 g đến 500 g".
_BOTH_ENDS = re.compile(
    rf"(\d[\d.,]*) ?(g|gr|gram|grams|kg|ky|cm|mm|%|{_PIECE[3:-1]}) ?(-|–|—|den|toi|to) ?"
    r"(?=(?:duoi |tren )?\d[\d.,]* ?\2(?![a-z]))"
)
_SIZED = re.compile(
    rf"\b(?:size|loai|co) (?:tu )?{_N} ?(?:-|–|/|den|toi) ?{_N} ?(?:con|qua|trai|cu)\b"
    r"(?! ?(?:/|mot|moi|per|1 ?k))|"
    r"\bsize (?:tu )?(\d{1,3}) ?(?:con|qua|trai|cu)\b(?! ?(?:/|mot|moi|per|1 ?k))|"
    r"\bsize (?:tu )?(\d{2,3}) ?(?:-|–|/|den|toi) ?(\d{2,3})\b(?! ?(?:[a-z%/]|[.,]\d))"
)
_EACH = re.compile(rf"{_FIGURE} ?{_MASS}{_UP}(?: ?/ ?(?:1 ?)?{_PIECE}\b)?")
_OTHERS = {
    "moisture": (
        re.compile(rf"(?:do am|am do|thuy phan|moisture|\bam)(?: content)? ?:? ?{_FIGURE} ?%?"),
        re.compile(rf"{_FIGURE} ?% ?(?:do am|am do|thuy phan|am\b|moisture)"),
        # "tạp 1, độ 15": beside admixture a bare degree of grain, pepper and coffee is its moisture.
        re.compile(rf"(?:\btap(?: chat)? [\d.,]*\d ?%?[ ,;/]+)do {_FIGURE} ?%?"),
        re.compile(rf"\bdo {_FIGURE} ?%?(?=[ ,;/]+tap\b)"),
    ),
    "protein": (
        re.compile(
            rf"(?<!\d )(?<!\d)\b(?:do dam|dam tong|(?<!do )dam) ?:? ?{_FIGURE} ?"
            rf"(?:do|n|g/l|%)?(?! ?(?:lit|kg))"
        ),
        re.compile(rf"{_FIGURE} ?(?:do dam|do n|°n|n/l|gn/l|n\b(?! ?-)){_UP}"),
    ),
    "brix": (
        re.compile(rf"(?:do )?brix ?:? ?{_FIGURE}(?: ?(?:do|%))?{_UP}"),
        re.compile(rf"{_FIGURE} ?(?:do |° ?|% ?)?brix{_UP}"),
    ),
    "alcohol": (
        re.compile(rf"(?:do con|nong do) ?:? ?{_FIGURE}"),
        re.compile(rf"{_FIGURE} ?(?:do con|% vol)"),
    ),
    "degrees": (re.compile(rf"{_FIGURE} ?do\b(?! ?(?:dam|am|con|chin|brix|c\b|n\b)){_UP}"),),
    "density": (
        re.compile(rf"{_FIGURE} ?g/l\b"),
        re.compile(rf"\bdung trong ?:? ?{_FIGURE}(?! ?(?:%|g/l|[\d.,]))"),
    ),
    "hoc": (re.compile(rf"{_FIGURE} ?hoc\b{_UP}"),),  # the locules of a durian
    "length": (re.compile(rf"{_FIGURE} ?(?:cm|phan)\b{_UP}"),),
    "thickness": (re.compile(rf"{_FIGURE} ?(?:mm|ly|li)\b{_UP}"),),
    "screen": (re.compile(rf"(?:\bs|sang|san|screen) ?{_FIGURE}{_UP}"),),
    "score": (
        re.compile(rf"(?:\bsca+|cupping|diem)(?: (?:cupping|sca|thu nem))? ?{_FIGURE}{_UP}"),
        re.compile(rf"{_FIGURE} ?(?:diem|points?|sca+)\b{_UP}"),
    ),
    "age": (
        re.compile(rf"{_FIGURE} ?nam (?:tuoi|trong){_UP}"),
        re.compile(rf"\b(?:cu|cay|re|goc|nuoi|tuoi)(?: duoc| khoang| du)? {_FIGURE} ?nam\b{_UP}(?! ?\d)"),
    ),
    "age in months": (
        re.compile(rf"\b(?:nuoi|tuoi|gia|tha)(?: duoc| khoang| du)? {_FIGURE} ?thang\b{_UP}(?! ?\d)"),
        re.compile(rf"{_FIGURE} ?thang tuoi{_UP}"),
    ),
    "ripeness": (re.compile(rf"(?:chin|do chin|gia|do gia)(?: khoang| dat)? ?{_FIGURE} ?%{_UP}"),),
}
# How many of a part another has: "3–5 cành/chậu", "chậu 3–5 cành", "5 nụ một cành"; nouns by one name each.
_PART_OF = {
    "canh": "canh", "canh hoa": "canh", "bong": "bong", "hoa": "bong", "nu": "nu", "bup": "bup", "la": "la",
    "qua": "qua", "trai": "qua", "tep": "tep", "mui": "mui", "hat": "hat", "than": "than", "ngon": "ngon",
    "nhanh": "nhanh", "choi": "choi", "mam": "mam", "stem": "canh", "stems": "canh", "spikes": "canh",
    "flowers": "bong", "blooms": "bong", "buds": "nu", "leaves": "la", "cloves": "tep",
    "tai": "tai", "tai hoa": "tai", "tai nu": "tai nu", "nu hoa": "nu", "ngong": "canh", "ngong hoa": "canh",
}  # fmt: skip
_HAVING = {
    "chau": "chau", "pot": "chau", "canh": "canh", "stem": "canh", "cay": "cay", "plant": "cay", "cu": "cu",
    "bulb": "cu", "gio": "gio", "chum": "chum", "bap": "bap", "nai": "nai", "buong": "buong", "hand": "nai",
}  # fmt: skip
_NOUN, _WITH = ("|".join(sorted(each, key=len, reverse=True)) for each in (_PART_OF, _HAVING))
_PARTS_EACH = re.compile(
    rf"{_FIGURE} ?({_NOUN}){_UP} ?(?:/|mot|moi|tren(?: moi| mot)?|per|each) ?({_WITH})\b{_UP}"
)
_EACH_WITH = re.compile(rf"\b(?:moi )?({_WITH}) (?:lan |hoa |mai |dao )?(?:co )?{_FIGURE} ?({_NOUN})\b{_UP}")
# Kilograms as they are spoken of behind a piece, "quả trên 1 cân"; folded, "can" is a jerrycan too.
_IN_CAN = re.compile(rf"\b{_PIECE} (?:(?:khoang|co|chung|tam|nang|gan) )*(?=\S){_FIGURE} ?can\b(?! ?\d)")
# The same of parts that goods are not sold by, where nothing says of what: "4–6 tai" of cut lilies; folded,
# "tại" before a place is no part.
_BARE_PARTS = re.compile(
    rf"{_FIGURE}(\+)? ?(tai hoa|tai nu|tai|nu hoa|nu|tep|mui|buds|cloves|canh hoa|canh|"
    rf"ngong hoa|ngong|stems|spikes){_UP}"
    r"(?= ?(?:$|[,;.()+]|(?:deu|to|lon|gia)\b))"
)
OF_ANY = "/*"  # behind a part of what is not said
# Admixture in the short words of dealers, without its sign of percent: "tạp 1".
_ADMIXTURE = re.compile(rf"\btap(?: chat)? ?:? ?{_FIGURE}(?! ?(?:%|kg|g\b|tan|ta\b|\d))")
# What a laboratory finds, told behind its figure: "75% aldehyde". Names are those of the goods' own tests.
_FOUND = {
    "cinnamaldehyde": "aldehyde", "cinnamic aldehyde": "aldehyde", "aldehyde": "aldehyde",
    "anethole": "anethol", "anethol": "anethol", "curcumin": "curcumin", "piperine": "piperin",
    "piperin": "piperin", "saponin": "saponin", "eugenol": "eugenol", "menthol": "menthol",
    "citral": "citral", "eucalyptol": "cineol", "cineol": "cineol", "cineole": "cineol",
    "oil": "tinh dau", "oil content": "tinh dau", "dau": "tinh dau", "ham luong dau": "tinh dau",
    "tinh dau": "tinh dau", "essential oil": "tinh dau", "volatile oil": "tinh dau", "amylose": "amylose",
    "polyphenol": "polyphenol", "tam": "tam", "broken rice": "tam", "mdi": "mdi", "andehit": "aldehyde",
}  # fmt: skip
_FOUND_BEHIND = re.compile(
    rf"{_FIGURE} ?% ?({'|'.join(sorted(_FOUND, key=len, reverse=True))})\b(?! ?:? ?(?:{_LEAST}|{_MOST})? ?\d)"
)
_AFTER_ADMIXTURE = re.compile(r"^tap\b.*\bdo (?=\d)")
_SHARE = re.compile(
    rf"([a-z]+(?: (?!(?:{_LEAST}|{_MOST}) ?\d)[a-z]+)?) ?:? ?{_FIGURE} ?%{_UP}"
)  # "tạp chất ≤ 1 %", "hạt vỡ dưới 5 %"
# Defects told behind their figure, "5% đen vỡ"; English ones by their Vietnamese names.
_DEFECTS = {
    "black": "den", "broken": "vo", "foreign matter": "tap chat", "admixture": "tap chat",
    "den": "den", "vo": "vo", "tap chat": "tap chat", "tap": "tap", "sau": "sau", "moc": "moc",
    "hat lep": "lep", "hat den": "den", "hat vo": "vo", "den vo": "den vo", "vo den": "den vo",
    "glazing": "ma bang", "glaze": "ma bang", "ice glaze": "ma bang", "ice glazing": "ma bang",
    "black and broken": "den vo", "black broken": "den vo", "bb": "den vo",
}  # fmt: skip
_DEFECT = "|".join(sorted(_DEFECTS, key=len, reverse=True))
_SHARE_BEHIND = re.compile(rf"{_FIGURE} ?% ?({_DEFECT})\b(?! ?:? ?(?:{_LEAST}|{_MOST})? ?\d)")
# English writes the bound behind the figure: "550 g/l min", "12.5% max".
_BOUND_BEHIND = re.compile(r"(\d[\d.,]* ?(?:g/l|%|brix|mm|cm|n|do)?) (min|max)\b(?! ?[\d:])")
_SCREENS = re.compile(r"\b(s|sang|screen) ?(\d\d) ?(-|–|—|den) ?\1 ?(?=\d\d\b)")  # "S16–S18"
_SIDES = re.compile(r"(\d[\d.,]* ?[x*] ?\d[\d.,]*(?: ?[x*] ?\d[\d.,]*)?) ?(?:cm|mm)\b")
_COMPARED = re.compile(rf" ?(?:{_LEAST}|{_MOST})$")


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure of one dimension, from ``low`` to ``high`` (0, inf where an end is open), as it is written."""

    dimension: str
    low: float
    high: float
    words: str


def within(given: Measure, wanted: Measure) -> bool:
    """Whether all that is given lies in what is wanted."""
    return given.low >= wanted.low * 0.999 and given.high <= wanted.high * 1.001


def meets(given: Measure, wanted: Measure) -> bool:
    """Whether some of what is given lies in what is wanted."""
    return given.low <= wanted.high * 1.001 and given.high >= wanted.low * 0.999


# What a degree may be of, where only one side says of what.
LEAST_DEGREES = 8.0  # of spirits and fish sauce; what is less is how cold goods are kept
_OF_DEGREES = ("alcohol", "protein", "brix", "moisture")
_OF_DEFECTS = frozenset(("den", "vo", "sau", "moc", "lep", "tap", "bang"))
_COUNTED = frozenset(("co", "dat", "ham", "luong", "ty", "le", "ti", "khoang", "tu", "la", "duoc", "chi"))


def alike(given: Measure, wanted: Measure) -> bool:
    """Whether two figures are of one dimension: bare degrees are what the other side says they are of, and
    the names of two shares need not be written in full."""
    one, other = given.dimension, wanted.dimension
    if one == other:
        return True
    if "/" in one and "/" in other:
        (part, _, of), (own, _, having) = one.partition("/"), other.partition("/")
        named = part == own or part in own.split() or own in part.split()  # "tai nụ" by either name
        return named and (of == having or "*" in (of, having))
    if "degrees" in (one, other):
        bare = given if one == "degrees" else wanted
        return (one in _OF_DEGREES or other in _OF_DEGREES) and bare.high >= LEAST_DEGREES
    if not (one.startswith("% ") and other.startswith("% ")):
        return False
    if {one, other} == {"% vo", "% tam"}:  # broken rice, as English calls it
        return "broken" in f"{given.words} {wanted.words}"
    names = [set(name[2:].split()) - _COUNTED for name in (one, other)]
    if names[1] & _OF_DEFECTS and not names[1] & _OF_DEFECTS <= names[0]:
        return False  # how much is black says nothing of how much is broken
    return all(names) and (names[0] <= names[1] or names[1] <= names[0])


def at_most(wanted: Measure) -> Measure:
    """A wanted figure of what nobody wants more of, moisture and defects, as the most of it: "ẩm 12 %"."""
    bad = wanted.dimension == "moisture" or set(wanted.dimension[2:].split()) & _OF_DEFECTS
    if not bad or wanted.low != wanted.high:
        return wanted
    return Measure(wanted.dimension, 0.0, wanted.high, wanted.words)


@lru_cache(maxsize=16_384)
def measures(text: str) -> tuple[Measure, ...]:
    """The figures of goods that a text states, in its own words; what packs hold is none of them."""
    plain = _BOUND_BEHIND.sub(r"\2 \1", joined(fold(text)))
    plain = _BOTH_ENDS.sub(r"\1 \3 ", _LISTED.sub(r"\1 \2", plain))
    plain = _SCREENS.sub(r"\1\2\3", plain)
    plain = _SIDES.sub(r"\1", plain)  # the sides of a cloth or a box, which are no one length
    found: list[Measure] = []
    per_kg = [*_PER_KG.finditer(plain), *_KG_OF.finditer(plain)]
    for match in per_kg:
        low, high = _ends(match)
        sizes = 1000 / high if high else inf, 1000 / low if low else inf
        found.append(Measure(SIZE, sizes[0], sizes[1], match[0].strip()))
    for match in _SIZED.finditer(plain):  # "size 15-20 con": so many to the kilogram
        ends = [float(each.replace(",", ".")) for each in match.groups() if each]
        few, many = min(ends), max(ends)
        found.append(Measure(SIZE, 1000 / many if many else inf, 1000 / few if few else inf, match[0]))
    for match in _EACH.finditer(plain):
        if any(each.start() < match.end() <= each.end() for each in per_kg):  # "3 con 1 kg"
            continue
        times = GRAMS[match[5]]
        low, high = _ends(match, match[6], match[7])
        rest = plain[match.end() :].lstrip()
        if not rest.startswith("/") and not _is_amount(match[0], plain[: match.start()], rest):
            found.append(Measure(SIZE, low * times, high * times, match[0].strip()))
    for dimension, patterns in _OTHERS.items():
        for pattern in patterns:
            for match in pattern.finditer(plain):
                more = match.groups()[4:]
                words = _AFTER_ADMIXTURE.sub("do ", match[0]).strip()
                low, high = _ends(match, *more)
                if dimension == "age in months":
                    found.append(Measure("age", low / 12, high / 12, words))
                else:
                    found.append(Measure(dimension, low, high, words))
    known = {each.words for each in found}
    for match in _SHARE.finditer(plain):
        if not any(words in match[0] or match[0] in words for words in known):
            name, words = _COMPARED.sub("", match[1]), match[0].strip()
            if " " in name and name.split()[0] in _COUNTED:  # "[tỷ] lệ tấm 5%"
                name, words = name.split()[1], words.split(" ", 1)[1]
            least, most, start, end, up, down = match.groups()[1:]
            low, high = _bounds(least or up, most or down, start, end)
            found.append(Measure(f"% {_DEFECTS.get(name, _FOUND.get(name, name))}", low, high, words))
    for match in _SHARE_BEHIND.finditer(plain):
        found.append(Measure(f"% {_DEFECTS[match[5]]}", *_ends(match), match[0].strip()))
    for match in _FOUND_BEHIND.finditer(plain):
        found.append(Measure(f"% {_FOUND[match[5]]}", *_ends(match), match[0].strip()))
    for match in _PARTS_EACH.finditer(plain):
        part, having = _PART_OF[match[5]], _HAVING[match[8]]
        low, high = _ends(match, match[6] or match[9], match[7] or match[10])
        found.append(Measure(f"{part}/{having}", low, high, match[0].strip()))
    for match in _EACH_WITH.finditer(plain):
        if (part := _PART_OF[match[6]]) != (having := _HAVING[match[1]]):
            least, most, first, last = match.groups()[1:5]
            low, high = _bounds(least or match[7], most or match[8], first, last)
            found.append(Measure(f"{part}/{having}", low, high, match[0].strip()))
    for match in _IN_CAN.finditer(plain):
        low, high = _ends(match)
        found.append(Measure(SIZE, low * 1000, high * 1000, match[0].strip()))
    for match in _BARE_PARTS.finditer(plain):
        if not any(match[0] in each.words for each in found) and not _SOLD.search(plain[: match.start()]):
            low, high = _ends(match, match[5] or match[7], match[8])
            found.append(Measure(f"{_PART_OF[match[6]]}{OF_ANY}", low, high, match[0].strip()))
    for match in _ADMIXTURE.finditer(plain):
        found.append(Measure("% tap chat", *_ends(match), match[0].strip()))
    return tuple(found)


# An amount that is sold or ordered, and no size of a piece: "bán từ 5 kg", "200 kg mỗi tuần".
_SOLD = re.compile(
    r"\b(?:ban|lay|don|dat|nhan|giao|mua|min|moq|toi thieu|ship|ngay|tuan|thang|duoc|moi|luong|le|si|gom|"
    r"xuat)"
    r"(?: hang)?(?: (?:tu|duoc|khoang|le|it nhat|lay|toi thieu|duoi|tren))? ?$"
)
_PERIOD = re.compile(
    r"(?:mot|moi|1)? ?(?:ngay|tuan|thang|vu|nam|lan|chuyen|don|dot)\b|(?:tro len )?(?:giao|ship)\b"
)
_OF_A_PIECE = re.compile(_PIECE)


def _is_amount(words: str, before: str, after: str) -> bool:
    if _OF_A_PIECE.search(words):
        return False
    return _SOLD.search(before) is not None or _PERIOD.match(after) is not None


def _ends(match: re.Match[str], up: str | None = None, down: str | None = None) -> tuple[float, float]:
    least, most, low, high = match.groups()[:4]
    return _bounds(least or up, most or down, low, high)


def _bounds(least: str | None, most: str | None, low: str | None, high: str | None) -> tuple[float, float]:
    start = float((low or "0").replace(",", "."))
    end = float(high.replace(",", ".")) if high else start
    if least and not high:
        return start, inf
    return (0.0, end) if most else (min(start, end), max(start, end))
