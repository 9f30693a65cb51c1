"""Figures that texts state of goods, to compare two texts: the size of a piece, moisture, degrees, length."""

from __future__ import annotations

import re
from functools import lru_cache
from math import inf

from scoring.criteria.ends import Measure
from scoring.criteria.figure_words import ENDS, FIGURE, LEAST, MOST, UP, N, bounds, ends
from scoring.criteria.heat_and_height import heights, is_heat
from scoring.criteria.packs import joined
from scoring.units import fold

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
DAYS_OF_YEAR = 360.0  # of an age: 90 days are three months
_SCORES = (50.0, 100.0)  # of a cup of coffee or tea

# Dimension, pattern with the groups least, most, low, high, up, down, and what follows as the unit.
_COUNT = rf"{N}(?: ?(?:-|–|—|~|/|den|toi|to) ?{N})?"
_PER_KG = re.compile(rf"{ENDS}{_COUNT} ?{_PIECE}(?: ?(?:/|mot|moi|per) ?(?:1 ?)?| 1 ?)(?:kg|ky|ki|kilo)\b")
# The kilogram first: "mỗi kg 3–4 củ", "1 kg được 20 con".
_KG_OF = re.compile(
    rf"\b(?:moi|mot|1|per|each) ?(?:kg|ky|ki|kilo)(?: (?:duoc|co|khoang|gom|chung|la|"
    rf"tam))* ?{ENDS}{_COUNT} ?"
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
    rf"\b(?:size|loai|co) (?:tu )?{N} ?(?:-|–|/|den|toi) ?{N} ?(?:con|qua|trai|cu)\b"
    r"(?! ?(?:/|mot|moi|per|1 ?k))|"
    r"\bsize (?:tu )?(\d{1,3}) ?(?:con|qua|trai|cu)\b(?! ?(?:/|mot|moi|per|1 ?k))|"
    r"\bsize (?:tu )?(\d{2,3}) ?(?:-|–|/|den|toi) ?(\d{2,3})\b(?! ?(?:[a-z%/]|[.,]\d))"
)
_EACH = re.compile(rf"{FIGURE} ?{_MASS}{UP}(?: ?/ ?(?:1 ?)?{_PIECE}\b)?")
_OTHERS = {
    "moisture": (
        re.compile(
            rf"(?:do am|am do|thuy phan|moisture|\bam)(?: content)?(?: (?:tam|la|dat|of))* ?:? ?{FIGURE} ?%?"
        ),
        re.compile(rf"{FIGURE} ?% ?(?:do am|am do|thuy phan|am\b|moisture)"),
        # "tạp 1, độ 15": beside admixture a bare degree of grain, pepper and coffee is its moisture.
        re.compile(rf"(?:\btap(?: chat)? [\d.,]*\d ?%?[ ,;/]+)do {FIGURE} ?%?"),
        re.compile(rf"\bdo {FIGURE} ?%?(?=[ ,;/]+tap\b)"),
    ),
    "protein": (
        re.compile(
            rf"(?<!\d )(?<!\d)\b(?:do dam|dam tong|(?<!do )dam) ?:? ?{FIGURE} ?"
            rf"(?:do|n|g/l|%)?(?! ?(?:lit|kg))"
        ),
        re.compile(rf"{FIGURE} ?(?:do dam|do n|°n|n/l|gn/l|n\b(?! ?-)){UP}"),
    ),
    "brix": (
        re.compile(
            rf"\b(?:(?:do )?(?:brix|bx)|do (?:ngot|duong)|"
            rf"(?:vi |rat )?ngot(?= (?:tu |tren |>|≥)*\d[\d.,–-]* ?(?:do|%)))"
            rf"(?: (?:dat|khoang|la|cua|tam))* ?:? ?{FIGURE}(?: ?(?:do|%))?{UP}"
        ),
        re.compile(rf"{FIGURE} ?(?:do |° ?|% ?)?(?:brix|bx|(?<=do )(?:ngot|duong)){UP}"),
    ),
    "alcohol": (
        re.compile(rf"(?:do con|nong do)(?: (?:tam|la|dat))* ?:? ?{FIGURE}"),
        re.compile(rf"{FIGURE} ?(?:do con|% vol)"),
    ),
    "degrees": (
        re.compile(
            rf"{FIGURE} ?do\b(?! ?(?:dam|am|con|chin|brix|bx|ngot|duong|man|day|cao|tuoi|sang|trang|cung|bao|"
            rf"c\b|n\b)){UP}"
        ),
    ),
    "density": (
        re.compile(rf"{FIGURE} ?g/l\b"),
        re.compile(rf"\bdung trong ?:? ?{FIGURE}(?! ?(?:%|g/l|[\d.,]))"),
    ),
    "hoc": (re.compile(rf"{FIGURE} ?hoc\b{UP}"),),  # the locules of a durian
    "length": (re.compile(rf"{FIGURE} ?(?:cm|phan)\b{UP}"),),
    "thickness": (re.compile(rf"{FIGURE} ?(?:mm|ly|li)\b{UP}"),),
    "screen": (re.compile(rf"(?:\bs|sang|san|screen) ?{FIGURE}{UP}"),),
    "score": (
        re.compile(
            rf"\b(?:sca+|cup(?:ping)?|score|diem)"
            rf"(?: (?:score|points?|quality|diem|cup(?:ping)?|sca|thu nem|nem|thu|"
            rf"chat luong|dat|khoang|of|la))*"
            rf" ?:? ?(?<![a-z]){FIGURE}(?! ?(?:(?:mm|ml|cm|oz|g|kg|cai|chiec|k)\b|%)){UP}"
        ),
        re.compile(
            rf"{FIGURE} ?(?:diem|points?|pts?|sca+|cup(?:ping)?)\b(?! (?:ban|giao|thu mua|nhan|hang)\b){UP}"
        ),
    ),
    "age": (
        re.compile(rf"{FIGURE} ?nam (?:tuoi|trong){UP}"),
        re.compile(
            rf"\b(?:cu|cay|re|goc|nuoi|tuoi|tha|trong)(?: duoc| khoang| du)? {FIGURE} ?nam\b{UP}(?! ?\d)"
        ),
    ),
    "age in months": (
        re.compile(rf"\b(?:nuoi|tuoi|gia|tha)(?: duoc| khoang| du)? {FIGURE} ?thang\b{UP}(?! ?\d)"),
        re.compile(rf"{FIGURE} ?thang tuoi{UP}"),
    ),
    "age in days": (
        re.compile(
            rf"\b(?:nuoi|tuoi|gia|tha)(?: duoc| khoang| du)? {FIGURE} ?ngay\b{UP}(?! ?(?:\d|truoc|sau|moi|/))"
        ),
        re.compile(rf"{FIGURE} ?(?:ngay tuoi|days? old){UP}"),
    ),
    "ripeness": (re.compile(rf"(?:chin|do chin|gia|do gia)(?: khoang| dat)? ?{FIGURE} ?%{UP}"),),
    "tenths of ripeness": (re.compile(rf"\b(?:chin|gia)(?: khoang| dat)? ?{FIGURE} ?phan\b{UP}"),),
    "tenths open": (re.compile(rf"\b(?:no|he)(?: khoang| dat)? ?{FIGURE} ?phan\b{UP}"),),
}
_TENTHS = {"tenths of ripeness": "ripeness", "tenths open": "% no"}
# Parts of ten that are ripe or open, which are no centimetres: "chín 8 phần", "nở 2–3 phần".
_OF_TEN = re.compile(r"\b(?:chin|gia|no|he)(?: khoang| dat)? ?[\d.,]+(?: ?[-–—] ?[\d.,]+)? ?phan$")
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
    rf"{FIGURE} ?({_NOUN}){UP} ?(?:/|mot|moi|tren(?: moi| mot)?|per|each) ?({_WITH})\b{UP}"
)
_EACH_WITH = re.compile(rf"\b(?:moi )?({_WITH}) (?:lan |hoa |mai |dao )?(?:co )?{FIGURE} ?({_NOUN})\b{UP}")
# Kilograms as they are spoken of behind a piece, "quả trên 1 cân"; folded, "can" is a jerrycan too.
_IN_CAN = re.compile(rf"\b{_PIECE} (?:(?:khoang|co|chung|tam|nang|gan) )*(?=\S){FIGURE} ?can\b(?! ?\d)")
# The same of parts that goods are not sold by, where nothing says of what: "4–6 tai" of cut lilies; folded,
# "tại" before a place is no part.
_BARE_PARTS = re.compile(
    rf"{FIGURE}(\+)? ?(tai hoa|tai nu|tai|nu hoa|nu|tep|mui|buds|cloves|canh hoa|canh|"
    rf"ngong hoa|ngong|stems|spikes){UP}"
    r"(?= ?(?:$|[,;.()+]|(?:deu|to|lon|gia)\b))"
)
OF_ANY = "/*"  # behind a part of what is not said
# Admixture in the short words of dealers, without its sign of percent: "tạp 1".
_ADMIXTURE = re.compile(rf"\btap(?: chat)? ?:? ?{FIGURE}(?! ?(?:%|kg|g\b|tan|ta\b|\d))")
# What a laboratory finds, told behind its figure: "75% aldehyde". Names are those of the goods' own tests.
_FOUND = {
    "cinnamaldehyde": "aldehyde", "cinnamic aldehyde": "aldehyde", "aldehyde": "aldehyde",
    "anethole": "anethol", "anethol": "anethol", "curcumin": "curcumin", "piperine": "piperin",
    "piperin": "piperin", "saponin": "saponin", "eugenol": "eugenol", "menthol": "menthol",
    "citral": "citral", "eucalyptol": "cineol", "cineol": "cineol", "cineole": "cineol",
    "oil": "tinh dau", "oil content": "tinh dau", "dau": "tinh dau", "ham luong dau": "tinh dau",
    "tinh dau": "tinh dau", "essential oil": "tinh dau", "volatile oil": "tinh dau", "amylose": "amylose",
    "polyphenol": "polyphenol", "tam": "tam", "broken rice": "tam", "mdi": "mdi", "andehit": "aldehyde",
    "cotton": "cotton", "bong": "cotton", "linen": "lanh", "flax": "lanh", "lanh": "lanh", "silk": "to tam",
    "to tam": "to tam", "wool": "len", "fat": "beo", "beo": "beo", "chat beo": "beo", "sugar": "duong",
    "salt": "muoi", "do man": "muoi", "man": "muoi", "purity": "thuan", "do thuan": "thuan", "thuan": "thuan",
}  # fmt: skip
_FOUND_BEHIND = re.compile(
    rf"{FIGURE} ?% ?({'|'.join(sorted(_FOUND, key=len, reverse=True))})\b(?! ?:? ?(?:{LEAST}|{MOST})? ?\d)"
)
_AFTER_ADMIXTURE = re.compile(r"^tap\b.*\bdo (?=\d)")
_SHARE = re.compile(
    rf"([a-z]+(?: (?!(?:{LEAST}|{MOST}) ?\d)[a-z]+)?) ?:? ?{FIGURE} ?%{UP}"
)  # "tạp chất ≤ 1 %", "hạt vỡ dưới 5 %"
# Defects told behind their figure, "5% đen vỡ"; English ones by their Vietnamese names.
_DEFECTS = {
    "defects": "loi", "defect": "loi", "hat loi": "loi", "loi": "loi",
    "black": "den", "broken": "vo", "foreign matter": "tap chat", "admixture": "tap chat",
    "den": "den", "vo": "vo", "tap chat": "tap chat", "tap": "tap", "sau": "sau", "moc": "moc",
    "hat lep": "lep", "hat den": "den", "hat vo": "vo", "den vo": "den vo", "vo den": "den vo",
    "glazing": "ma bang", "glaze": "ma bang", "ice glaze": "ma bang", "ice glazing": "ma bang",
    "black and broken": "den vo", "black broken": "den vo", "bb": "den vo",
}  # fmt: skip
_DEFECT = "|".join(sorted(_DEFECTS, key=len, reverse=True))
_SHARE_BEHIND = re.compile(rf"{FIGURE} ?% ?({_DEFECT})\b(?! ?:? ?(?:{LEAST}|{MOST})? ?\d)")
# English writes the bound behind the figure: "550 g/l min", "12.5% max".
_BOUND_BEHIND = re.compile(r"(\d[\d.,]* ?(?:g/l|%|brix|mm|cm|n|do)?) (min|max)\b(?! ?[\d:])")
_SCREENS = re.compile(r"\b(s|sang|screen) ?(\d\d) ?(-|–|—|den) ?\1 ?(?=\d\d\b)")  # "S16–S18"
_SIDES = re.compile(r"(\d[\d.,]* ?[x*] ?\d[\d.,]*(?: ?[x*] ?\d[\d.,]*)?) ?(?:cm|mm)\b")
_COMPARED = re.compile(rf" ?(?:{LEAST}|{MOST})$")


# What a degree may be of, where only one side says of what.
LEAST_DEGREES = 8.0  # of spirits and fish sauce; what is less is how cold goods are kept
_OF_DEGREES = ("alcohol", "protein", "brix", "moisture")
_MOST_DEGREES = {"moisture": 30.0, "protein": 60.0, "alcohol": 80.0}  # what is more is a heat
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
        of = other if one == "degrees" else one
        most = _MOST_DEGREES.get(of, inf)
        return of in _OF_DEGREES and bare.high >= LEAST_DEGREES and (bare.high == inf or bare.high <= most)
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
        low, high = ends(match)
        sizes = 1000 / high if high else inf, 1000 / low if low else inf
        found.append(Measure(SIZE, sizes[0], sizes[1], match[0].strip()))
    for match in _SIZED.finditer(plain):  # "size 15-20 con": so many to the kilogram
        counts = [float(each.replace(",", ".")) for each in match.groups() if each]
        few, many = min(counts), max(counts)
        found.append(Measure(SIZE, 1000 / many if many else inf, 1000 / few if few else inf, match[0]))
    for match in _EACH.finditer(plain):
        if any(each.start() < match.end() <= each.end() for each in per_kg):  # "3 con 1 kg"
            continue
        times = GRAMS[match[5]]
        low, high = ends(match, match[6], match[7])
        rest = plain[match.end() :].lstrip()
        if not rest.startswith("/") and not _is_amount(match[0], plain[: match.start()], rest):
            found.append(Measure(SIZE, low * times, high * times, match[0].strip()))
    for dimension, patterns in _OTHERS.items():
        for pattern in patterns:
            for match in pattern.finditer(plain):
                more = match.groups()[4:]
                words = _AFTER_ADMIXTURE.sub("do ", match[0]).strip()
                low, high = ends(match, *more)
                if dimension == "length" and _OF_TEN.search(f"{plain[: match.start()]}{words}"):
                    continue
                if dimension.startswith("age in"):
                    year = 12 if dimension == "age in months" else DAYS_OF_YEAR
                    found.append(Measure("age", low / year, high / year, words))
                elif dimension in _TENTHS:
                    found.append(Measure(_TENTHS[dimension], low * 10, high * 10, words))
                elif (dimension == "score" and not _SCORES[0] <= low <= _SCORES[1] >= min(high, 100)) or (
                    dimension == "degrees" and is_heat(plain, match.start(3), match.end())
                ):
                    continue
                else:
                    found.append(Measure(dimension, low, high, words))
    found += heights(plain)
    known = {each.words for each in found}
    for match in _SHARE.finditer(plain):
        if not any(words in match[0] or match[0] in words for words in known):
            name, words = _COMPARED.sub("", match[1]), match[0].strip()
            if " " in name and name.split()[0] in _COUNTED:  # "[tỷ] lệ tấm 5%"
                name, words = name.split()[1], words.split(" ", 1)[1]
            least, most, start, end, up, down = match.groups()[1:]
            low, high = bounds(least or up, most or down, start, end)
            found.append(Measure(f"% {_DEFECTS.get(name, _FOUND.get(name, name))}", low, high, words))
    for match in _SHARE_BEHIND.finditer(plain):
        found.append(Measure(f"% {_DEFECTS[match[5]]}", *ends(match), match[0].strip()))
    for match in _FOUND_BEHIND.finditer(plain):
        found.append(Measure(f"% {_FOUND[match[5]]}", *ends(match), match[0].strip()))
    for match in _PARTS_EACH.finditer(plain):
        part, having = _PART_OF[match[5]], _HAVING[match[8]]
        low, high = ends(match, match[6] or match[9], match[7] or match[10])
        found.append(Measure(f"{part}/{having}", low, high, match[0].strip()))
    for match in _EACH_WITH.finditer(plain):
        if (part := _PART_OF[match[6]]) != (having := _HAVING[match[1]]):
            least, most, first, last = match.groups()[1:5]
            low, high = bounds(least or match[7], most or match[8], first, last)
            found.append(Measure(f"{part}/{having}", low, high, match[0].strip()))
    for match in _IN_CAN.finditer(plain):
        low, high = ends(match)
        found.append(Measure(SIZE, low * 1000, high * 1000, match[0].strip()))
    for match in _BARE_PARTS.finditer(plain):
        if not any(match[0] in each.words for each in found) and not _SOLD.search(plain[: match.start()]):
            low, high = ends(match, match[5] or match[7], match[8])
            found.append(Measure(f"{_PART_OF[match[6]]}{OF_ANY}", low, high, match[0].strip()))
    for match in _ADMIXTURE.finditer(plain):
        found.append(Measure("% tap chat", *ends(match), match[0].strip()))
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
