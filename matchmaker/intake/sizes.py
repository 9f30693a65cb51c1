"""What one piece holds, as records say it of their packing: "chai 500 ml", "túi hút chân không 250 g"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from matchmaker.intake.as_written import as_written
from matchmaker.intake.numbers import plain_values
from matchmaker.intake.text import fold


@dataclass(frozen=True, slots=True)
class PieceSize:
    """One ``unit`` holds ``low`` to ``high`` of ``measure``, a unit of mass or volume or of one of two."""

    unit: str
    low: float
    high: float
    measure: str


# The pieces by their folded names; those that are another word without marks ("lô", "cần", "còn") count only
# where the text has marks.
_PIECES = {
    "chai": "chai", "hop": "hộp", "goi": "gói", "tui": "túi", "hu": "hũ", "thung": "thùng", "bao": "bao",
    "lon": "lon", "bich": "bịch", "sot": "sọt", "phuy": "phuy", "khay": "khay", "binh": "bình", "qua": "quả",
    "trai": "quả", "bottle": "chai", "box": "hộp", "bag": "túi", "jar": "hũ", "pack": "gói", "sack": "bao",
    "drum": "phuy", "carton": "thùng", "pouch": "gói", "sachet": "gói", "tin": "lon", "bar": "thanh",
}  # fmt: skip
_MARKED_ONLY = {"lọ": "lọ", "can": "can", "con": "con", "bó": "bó", "bánh": "bánh"}
_MEASURES = {"ml": "ml", "lit": "lít", "l": "lít", "litre": "lít", "liter": "lít", "kg": "kg", "ky": "kg",
             "kilo": "kg", "g": "g", "gr": "g", "gam": "g", "gram": "g"}  # fmt: skip
_NUMBER = r"(\d+(?:[.,]\d+)?)"
_RANGE = rf"{_NUMBER}(?: ?(?:-|–|—|den|to) ?{_NUMBER})?"
_MEASURE = r"(ml|lit(?:re)?s?|liter|l|kg|ky|kilo|gram|gam|gr|g)\b"
# After a measure these make it an amount in a time ("túi 500 kg/ngày") and not what one piece holds.
_OFTEN = r"(?! ?(?:/|moi|mot|hang|per|a) ?(?:ngay|tuan|thang|vu|nam|chuyen|day|week|month|year)\b)"
# What a pack is made of or for, up to three words of it: "hộp gỗ thông 200 g", "bao giấy kraft 10 kg".
_DRESS = "|".join(
    (
        *("loai", "nhua", "thuy tinh", "tt", "giay", "zip", "ziplock", "pet", "pe", "pp", "hdpe", "x", "hut"),
        *("hut chan khong", "chan khong", "nhom", "sanh", "su", "gom", "luoi", "nang", "go", "go thong"),
        *("thong", "thiec", "sat", "inox", "carton", "cac ton", "cattong", "xop", "tre", "may", "coi", "la"),
        *("vai", "day", "dua", "kraft", "bac", "quai", "qua", "qua tang", "bieu", "vuong", "tron", "dung"),
        *("det", "to", "nho", "lon", "mini", "cao cap", "premium", "dep", "sang", "trang", "nau", "den"),
        *("xanh", "nilon", "nylon", "ni long", "lua", "ep", "kin", "seal", "nap", "nap vang", "3 bien"),
        *(
            "thach anh",
            "men",
            "2 lop",
            "hai lop",
            "pha le",
            "dau",
            "tuoi",
            "xuat khau",
            "xk",
            "paper",
            "glass",
            "plastic",
            "tin",
        ),
        "wooden",
    )
)
_DRESSING = rf"(?:(?: | ?/ ?| hoac | hay | or )(?:{_DRESS})){{0,4}}"  # "chai sứ/thủy tinh 500 ml"
_PIECE = rf"\b(?<!trung )({'|'.join((*_PIECES, *map(fold, _MARKED_ONLY)))})"
_BEFORE = re.compile(rf"{_PIECE}{_DRESSING} ?{_RANGE} ?{_MEASURE}{_OFTEN}")
# "200 chai 500ml mỗi tháng" counts bottles: what stands after is how often they are wanted.
_COUNTED = re.compile(rf"(?<=\d ){_PIECE}{_DRESSING} ?{_RANGE} ?{_MEASURE}")
# "1 cặp = 2 chậu": a pair of what is counted one by one.
_PAIR = re.compile(
    r"(?:\b1 ?|\bmot |\bmoi |(?:^|[,;(] ?))(cap|doi) ?(?:=|:|la|gom|duoc tinh la|tinh) ?(?:2|hai) ?"
    r"(chau|cay|chiec|cai|hop|chai|con|goi|canh|binh|lo)\b"
)
# "40k/bó 10 cành": a bunch of so many stems.
_BUNCH = re.compile(r"\bbo ?(?:= ?|gom |la )?(\d{1,3}) ?(canh|bong|hoa)\b(?! ?/)")
# "chậu 5 cây", "5 cây/chậu": a pot of so many plants.
_POT = re.compile(
    r"\b(?<!dai )(?<!mai )(?<!ngoc )(?<!lai )(?<!quy )(?<!a )chau "
    r"(?:gom |co |trong |= ?|la |loai )?(\d{1,2}) ?(?:cay|goc|than|stems|plants)\b(?! ?/)|"
    r"\b(\d{1,2}) ?(?:cay|goc|than|stems|plants)(?: ?/ ?| (?:mot|1|moi|per|a) )(?:chau|pot)\b"
)
_POTS_WRITTEN = {"chau": "chậu chau"}  # "đào Mai Châu" is of a place
_ONE_OF_TWO = {
    "chau": "chậu", "cay": "cây", "chiec": "chiếc", "cai": "cái", "hop": "hộp", "chai": "chai", "con": "con",
    "goi": "gói", "canh": "cành", "binh": "bình", "lo": "lọ",
}  # fmt: skip
# A tray or box of so many eggs or fruits: "vỉ 10 quả".
_HOLDS_MANY = re.compile(
    r"\b(vi|khay|hop|thung|tui|goi|ket)(?: (?:nhua|giay|xop))? ?(\d{1,3}) ?(?:qua|trai|trung|hot)\b"
)
_MANY_OF = {
    "vi": "khay",
    "khay": "khay",
    "hop": "hộp",
    "thung": "thùng",
    "tui": "túi",
    "goi": "gói",
    "ket": "két",
}
# Further contents behind the first: "chai 10 ml và 50 ml", "hũ 250 g, 500 g, 1 kg".
_NEXT = re.compile(
    rf" ?(?:,|;|/|\+|&|va|hoac|and|or) ?(?:loai )?{_RANGE} ?{_MEASURE}(?! ?(?:/|x\b|{_PIECE})){_OFTEN}"
)
# Several figures before one measure: "chai 10, 30, 50 ml", "gói 100/200 g".
_FIGURES = re.compile(
    rf"{_PIECE}{_DRESSING} ?((?:\d+(?:[.,]\d+)?(?:, | ?/ ?| ?; ?| va | hoac | and | or )){{1,5}})"
    rf"(?=\d+(?:[.,]\d+)? ?{_MEASURE})"
)
_PREVIOUS = re.compile(rf"(?<![\d.,]){_NUMBER} ?{_MEASURE} ?(?:,|/|&|and|or) ?$")  # "10 ml and 50 ml bottles"
_NEAR = 10  # times: contents of one kind of pack; what is further off is an amount
_MAY = re.compile(r"\d ?[mlkgqthcb]|\bcap\b|\bdoi\b")  # without one no text tells a content
_HALF = re.compile(r"\bnua (?=(?:kg|ky|kilo)\b)")
_AFTER = re.compile(rf"{_RANGE} ?{_MEASURE} ?(?:/|moi|mot|per) ?{_PIECE}\b(?! ?\d[\d.,]* ?{_MEASURE})")
# English names the pack behind what it holds: "100g pouch", "500 ml glass bottles".
ENGLISH_PACKS = (
    "pouch",
    "bottle",
    "box",
    "bag",
    "jar",
    "pack",
    "sack",
    "drum",
    "carton",
    "sachet",
    "tin",
    "bar",
)
_MADE = "(?:glass|plastic|paper|kraft|zip|vacuum|foil|retail|ceramic|porcelain)"
_GLASS = f"(?:{_MADE}(?:(?: ?/ ?| or ){_MADE})? )?"
_ENGLISH = re.compile(rf"{_RANGE} ?{_MEASURE} {_GLASS}({'|'.join(ENGLISH_PACKS)})(?:es|s)?\b")


# What a head of a herd or flock weighs, beside its name: "lợn hơi 50–70 kg". The kilograms of one, at least
# and at most, keep apart what is an amount of them.
_HEADS = {
    "lợn": (4, 250), "heo": (4, 250), "gà": (0.4, 6), "vịt": (0.8, 6), "ngan": (1, 8), "ngỗng": (2, 12),
    "dê": (8, 90), "cừu": (8, 90), "bò": (80, 900), "trâu": (100, 900), "thỏ": (0.8, 7), "hươu": (20, 120),
    "nai": (30, 200),
}  # fmt: skip
_A_HEAD = re.compile(
    rf"\b({'|'.join(map(fold, _HEADS))})(?: (?:hoi|song|thit|den|ban|ta|doi|co|tha|vuon|lai|rung|nui|bien|"
    rf"xiem|bau|giong|nang|tu|khoang|con|xuat chuong)){{0,4}} {_RANGE} ?(?:kg|ky|kilo)\b(?! ?[/x×])"
    rf"(?! (?:gia|le)){_OFTEN}"
)


def _heads(plain: str, text: str, named: bool) -> tuple[PieceSize, ...]:
    """The weights of heads that stand beside the animal's name: in a name or packing, or of live weight."""
    found: list[float] = []
    for match in _A_HEAD.finditer(plain):
        animal = next(name for name in _HEADS if fold(name) == match[1])
        if not text.isascii() and animal not in text.lower():
            continue
        ends = [float(plain_values(each)[0]) for each in match.groups()[1:] if each]
        fits = _HEADS[animal][0] <= min(ends) and max(ends) <= _HEADS[animal][1]
        if fits and (named or (len(ends) > 1 and re.search(r"\b(?:hoi|song)\b", match[0]))):
            found += ends
    return (PieceSize("con", min(found), max(found), "kg"),) if found else ()


@lru_cache(maxsize=16_384)
def piece_sizes(text: str, named: bool = False) -> tuple[PieceSize, ...]:
    """The pieces whose content a text states, each once; several contents of one piece are a range.

    A ``named`` text is the name or the packing of goods: there a bare "can" is a jerrycan and no "cần".

    >>> piece_sizes("chai 500 ml, thùng 12 chai")
    (PieceSize(unit='chai', low=500.0, high=500.0, measure='ml'),)
    """
    plain = fold(text)
    if "nua" in plain:
        plain = _HALF.sub("0,5 ", plain)
    if not _MAY.search(plain):
        return ()
    found: dict[tuple[str, str], list[float]] = {}
    for pattern, order in ((_BEFORE, (0, 1, 2, 3)), (_COUNTED, (0, 1, 2, 3)), (_AFTER, (3, 0, 1, 2)),
                           (_ENGLISH, (3, 0, 1, 2))):  # fmt: skip
        for match in pattern.finditer(plain):
            groups = match.groups()
            piece, low, high, measure = (groups[k] for k in order)
            unit = _PIECES.get(piece) or _marked(piece, text, named)
            if piece == "con" and pattern is _AFTER:  # "kg/con" is no "còn", whatever marks it has
                unit = piece
            values = [plain_values(number)[0] for number in (low, high) if number]
            name = _measure(measure)
            if unit and name and values and min(values) > 0:
                found.setdefault((unit, name), []).extend(float(value) for value in values)
                before = plain[: match.start()] if pattern is _ENGLISH else ""
                while other := _PREVIOUS.search(before):
                    figure, kind = plain_values(other[1])[:1], _measure(other[2])
                    if not figure or not kind:
                        break
                    found.setdefault((unit, kind), []).append(float(figure[0]))
                    before = before[: other.start()]
                if order[0] == 0:
                    _add_others(plain, match.end(), unit, found, float(values[-1]) * _IN_SMALL[name])
    for match in _FIGURES.finditer(plain):
        unit, name = _PIECES.get(match[1]) or _marked(match[1], text, named), _measure(match[3])
        last = re.match(r"\d+(?:[.,]\d+)?", plain[match.end() :])
        if unit and name and last:
            figures = re.findall(r"\d+(?:[.,]\d+)?", f"{match[2]} {last[0]}")
            values = [value for each in figures for value in plain_values(each)[:1] if value > 0]
            found.setdefault((unit, name), []).extend(float(value) for value in values)
    pairs = tuple(PieceSize("cặp", 2.0, 2.0, _ONE_OF_TWO[match[2]]) for match in _PAIR.finditer(plain))
    many = {_MANY_OF[match[1]]: float(match[2]) for match in _HOLDS_MANY.finditer(plain)}
    if len(many) == 1 == len(_HOLDS_MANY.findall(plain)):  # of several trays the one meant is not known
        pairs += tuple(PieceSize(unit, held, held, "quả") for unit, held in many.items() if held)
    bunches = {float(match[1]) for match in _BUNCH.finditer(plain)}
    if len(bunches) == 1:
        stems = bunches.pop()
        pairs = (*pairs, PieceSize("bó", stems, stems, "cành"))
    pots = {float(match[1] or match[2]) for match in _POT.finditer(as_written(text, _POTS_WRITTEN))}
    if len(pots) == 1 and (plants := pots.pop()) > 1:
        pairs = (*pairs, PieceSize("chậu", plants, plants, "cây"))
    held = (PieceSize(unit, min(values), max(values), measure) for (unit, measure), values in found.items())
    pieces = (*held, *dict.fromkeys(pairs))
    heads = () if any(each.unit == "con" for each in pieces) else _heads(plain, text, named)
    return (*pieces, *heads)


_IN_SMALL = {"ml": 1.0, "lít": 1000.0, "g": 1.0, "kg": 1000.0}


def _measure(word: str) -> str | None:
    return _MEASURES.get(word.rstrip("s") if word not in _MEASURES else word)


def _add_others(
    plain: str, at: int, unit: str, found: dict[tuple[str, str], list[float]], size: float
) -> None:
    """The contents that follow the first of a piece, each no more than a few times the one before."""
    while match := _NEXT.match(plain, at):
        name, values = _measure(match[3]), [plain_values(number)[0] for number in match.group(1, 2) if number]
        scaled = [float(value) * _IN_SMALL[str(name)] for value in values] if name else []
        if not scaled or not all(size / _NEAR <= each <= size * _NEAR for each in scaled):
            return
        found.setdefault((unit, str(name)), []).extend(float(value) for value in values)
        size, at = scaled[-1], match.end()


def _marked(piece: str, text: str, named: bool) -> str | None:
    """The piece where the text has marks and holds the word as it is spelt with them."""
    lowered = text.lower()
    if named and piece == "can":
        return piece
    names = (name for name in _MARKED_ONLY if fold(name) == piece)
    return next((n for n in names if not text.isascii() and re.search(rf"\b{n}\b", lowered)), None)
