"""The packs that texts name, and what they hold."""

from __future__ import annotations

import re
from functools import lru_cache

from scoring.units import fold, tidy

# Packs by the words for them as written; the second table also where a text has no marks at all.
_PACKS = {
    word: kind
    for kind, words in {
        "chai": "chai bottle bottles", "hộp": "hộp box boxes", "hũ": "hũ lọ jar jars",
        "túi": "túi gói bịch bag bags pack packs pouch pouches",
        "thùng": "thùng carton cartons", "bao": "bao sack sacks", "lon": "lon", "sọt": "sọt",
        "phuy": "phuy drum drums", "can": "can",
        "khay": "khay vỉ tray trays", "kiện": "kiện", "lồng": "lồng", "két": "két", "rời": "rời xá",
        "bó": "bó",
        "rổ": "rổ giỏ thúng lẵng", "lưới": "lưới", "block": "block khối", "bình": "bình chum vò tank",
    }.items()
    for word in words.split()
}  # fmt: skip
_BARE_PACKS = {
    "hop": "hộp",
    "tui": "túi",
    "thung": "thùng",
    "sot": "sọt",
    "goi": "túi",
    "bich": "túi",
    "roi": "rời",
    "bo": "bó",
    "hu": "hũ",
    "lo": "hũ",
}
_NO_PACK = re.compile(
    r"\b(?:(?:dưa|nhà|vân|vỏ|vằn|nổi|che|giăng) lưới|lưới thép|"
    r"bao (?:gồm|tiêu|quản|gom|tieu|quan|dam|bi|(?:luôn |luon |cả |ca )?(?:lá|cuống|cành|la|cuong|canh)|"
    r"ăn|ngon|đổi|trả|ship|xe|doi|tra)\b|hop (?:tac|dong|ly|le)|bao đảm|"
    r"(?:ủ|u|ngâm|ngam|chượp|chuop|lên men|len men|hạ thổ|ha tho)(?: trong| bằng| bang)? "
    r"(?:thùng|thung|chum|bể|be|lu|hũ|hu|khạp|can)|"
    r"(?:ấm|chén|bát|đĩa|tách|am|chen|bat|dia|tach) ?(?:\+|và|va|kèm|kem|có|co) ?khay)\b|"
    # Bagging the fruit on the tree, which packs none: "bao trái bằng túi vải", "bọc túi giấy trên cây".
    r"\b(?:(?:túi|tui) )?(?:bao|bọc|boc) (?:từng |tung )?"
    r"(?:trái|quả|buồng|chùm|trai|qua|buong|chum)\b"
    r"(?: (?:bằng|trong|bang|túi|lưới|giấy|vải|nilon|ni lông|ni lon|chuyên dụng|tui|luoi|giay|vai)"
    r"(?!\w))*|"
    # "15k/trái bao 10 kg" is a sack behind a price by the fruit.
    r"(?<!/)(?<!/ )\b(?:trái|quả|buồng|trai|qua|buong) (?:được |duoc )?(?:bao|bọc|boc)"
    r"(?! ?\d)(?! (?:gồm|gom|nhiêu|nhieu|bì|bi|tải|tai|pp|pe|jumbo|dứa|dua|đay|day)\b)"
    r"(?: (?:bằng|trong|bang|túi|lưới|giấy|vải|nilon|tui|luoi|giay|vai)(?!\w))*|"
    r"\b(?:bao|bọc|trùm|boc|trum)[^,;.\d]{0,24} (?:trên|tren|ở|tại|o|tai) (?:cây|cay|vườn|vuon)\b|"
    r"\b(?:phủ|trùm|trum) lưới\b"
)
_NAMED_PACK = re.compile(
    r"\b(?:chai|hộp|hop|gói|túi|tui|hũ|thùng|thung|bao|sọt|khay) [\d.,]+(?: ?[-–] ?[\d.,]+)? ?"
    r"(?:kg|g|ml|lít|lit|l)\b|"
    r"\b(?:chai|hộp|hop|túi|tui|hũ|lọ|thùng|thung|giỏ) (?:gỗ|go|sứ|su|thủy tinh|thuy tinh|thiếc|thiec|"
    r"tre|sơn mài|"
    r"son mai|cói|mây)\b",
    re.IGNORECASE,
)


_STUFF = r"(?: ?(?:pp|pe|pa|opp|pet|hdpe|kraft|jumbo|2 lop|hai lop|nhua|giay|vai|dua|tai|day|moi))*"
_HELD = re.compile(rf"\b(?:(bao|lon|bo|hu|lo){_STUFF} ?\d|(can){_STUFF} ?\d+ ?(?:l(?:it)?|kg)\b)")


# So much under vacuum is a bag of it: "hút chân không 500 g".
_VACUUM = re.compile(r"\b(?:chân không|chan khong|hck|vacuum(?: packed)?) \d[\d.,]* ?(?:kg|g|gr|gam)\b")
_VACUUM_IN = re.compile(r"\b(?:túi|tui|gói|goi|bịch|bich|bag|pack|khay|hộp|hop)\b")


# Names of places and sorts in capitals, which are no packs: "tại Bình Dương", "gạo Bao Thai".
_PLACE = re.compile(r"(?<=\w )[^\W\d_a-zà-ỹđ]\w*(?: [^\W\d_a-zà-ỹđ]\w*)+")


def packs_in(text: str, marked: bool | None = None) -> list[str]:
    """The kinds of packs that a text names; ``marked``: whether the whole that it is part of has marks."""
    return [pack for part in text.split(";") for pack in _packs_of(part, marked)]


@lru_cache(maxsize=16_384)
def _packs_of(text: str, marked: bool | None) -> list[str]:
    plain = _NO_PACK.sub(" ", tidy(_PLACE.sub(" ", text)))
    if _VACUUM.search(plain) and not _VACUUM_IN.search(plain):
        plain = f"{plain} túi"
    words = re.findall(r"\w+", plain)
    if marked or (marked is None and not plain.isascii()):
        return [_PACKS[word] for word in words if word in _PACKS]
    known = {**_PACKS, **_BARE_PACKS}
    hidden = {"lon", "can", "bao", "bo", "hu", "lo"} - {
        each for found in _HELD.findall(plain) for each in found
    }
    return [known[word] for word in words if word in known and word not in hidden]  # no lợn, cần, bảo, bò, lô


@lru_cache(maxsize=16_384)
def packed_in(packaging: str) -> list[str]:
    """The kinds of packs that the words on packing name, which speak of nothing else: "can", "bo 1kg"."""
    words = re.findall(r"\w+", _NO_PACK.sub(" ", tidy(packaging)))
    known = {**_PACKS, **_BARE_PACKS} if packaging.isascii() else _PACKS
    return [known[word] for word in words if word in known]


@lru_cache(maxsize=16_384)
def packs_named(product: str) -> tuple[str, ...]:
    """Packs with their content that a product's name itself asks for: "Vải thiều đóng hộp 3 kg"; no goods
    that are a basket or a bag themselves: "giỏ mây tre", "khăn, túi cói"."""
    found = tuple(_NAMED_PACK.findall(product))
    vessels = [item for item in _ITEMS.split(product) if found and vessel_named(item)]
    own = [pack for pack in found if any(each.startswith(pack) for each in (product, *vessels))]
    return tuple(pack for pack in found if any(c.isdigit() for c in pack) or pack not in own)


_ITEMS = re.compile(r"[,;+&/]\s*|\s(?:và|va|hoặc|hoac)\s")


_MADE_OF = (
    r"(?:mây|tre|cói|gỗ|gốm|sứ|lục bình|nứa|giang|guột|bèo|lá|vải|da|thổ cẩm|lanh|len|sơn mài|đan|thêu|dệt|"
    r"may|coi|go|gom|su|luc binh|nua|guot|beo|vai|tho cam|son mai|dan|theu|det|rattan|bamboo|sedge|wooden)"
)
_VESSEL = re.compile(
    r"(?:^|[,;+&/]\s*|\s(?:và|va|hoặc|hoac)\s)"
    rf"(?:bộ |bo |cặp |cap )?(giỏ|rổ|túi|hộp|khay|bình|chum|vò|thúng|lẵng|hũ|lọ|gio|ro|tui|hop|binh|thung|lo)"
    rf" (?:xách |xach )?{_MADE_OF}(?!\w)",
    re.IGNORECASE,
)


@lru_cache(maxsize=16_384)
def vessel_named(product: str) -> str:
    """The noun of goods that are a basket, a bag or a box themselves, folded; "" of all other goods.

    >>> vessel_named("Giỏ mây tre đan đựng quà"), vessel_named("Hộp bánh cốm"), vessel_named("bamboo basket")
    ('gio', '', 'basket')
    >>> vessel_named("Khăn, túi thổ cẩm")
    'tui'
    """
    if found := _VESSEL.search(product.strip()):
        return fold(found[1])
    english = re.search(
        r"\b(?:rattan|bamboo|sedge|wooden|ceramic|woven|seagrass)\b.*\b(basket|bag|box|tray|jar)s?$",
        product.lower(),
    )
    return english[1] if english else ""


UNITS = frozenset(("kg", "g", "gr", "gam", "gram", "ml", "lit", "l", "ky", "x"))
_HOLDS = re.compile(
    r"(\d+(?:[.,]\d+)?)(?: ?[-–—] ?(\d+(?:[.,]\d+)?))? ?"
    r"(kg|ky|gr|gam|g|ml|lit|l|qua|trai|con|chai|goi|tui|hop|bap|bong|canh|chiec|cai|mieng|banh|vien)\b"
)
# "5/10/25 kg": three packs, and "1/2 kg" half a kilogram.
_LISTED = re.compile(r"(?<![\d/])(?!1/2 ?(?:kg|ky)\b)(\d+)((?:/\d+)+) ?(kg|gr|gam|g|ml|lit|l)\b")
_HALF = re.compile(r"\bnua (?=(?:kg|ky|kilo)\b)")
_IN_GRAMS = {"kg": 1000.0, "ky": 1000.0, "lit": 1000.0, "l": 1000.0}


_TWICE = re.compile(r"(\d) ?(kg|gr|g|ml|l|lit|cm|mm|m)(?= ?[-–—] ?\d[\d.,]* ?\2\b)")


def joined(plain: str) -> str:
    """A folded text in which a range names its unit once: "15g-25g" as "15-25g"."""
    return _TWICE.sub(r"\1", plain)


_SLASH = re.compile(
    r"\s*(?<![\d ]g)(?<!kg)(?<!gr)(?<!ml)(?<![\d ]l)(?<!lit)(?<!lít)(?<=[^\W\d_])/(?=[^\W\d_])\s*",
    re.IGNORECASE,
)
_OR = re.compile(r"\b(?:hoặc|hoac|or)\b", re.IGNORECASE)


def choices_of(asks: str) -> list[str]:
    """The packs of which a clause leaves the choice, each with what it is to hold: "túi/hộp 500 g" and "chai
    500 ml hoặc can 5 lít" are two each; the clause alone where it names no pack of one of them.

    >>> choices_of("túi/hộp 500 g"), choices_of("hộp 50 g/thùng 20 kg")
    (['túi 500 g', 'hộp 500 g'], ['hộp 50 g/thùng 20 kg'])
    """
    choices = [each.strip(" ,") for part in _OR.split(asks) for each in _SLASH.split(part)]
    if len(choices) < 2 or not all(packs_in(each) for each in choices):
        return [asks]
    held = _CONTENT_OF.search(choices[-1])
    bare = held and not any(pack_measures(fold(each)) for each in choices[:-1]) and "/" in asks
    return [*(f"{each} {held[0]}" for each in choices[:-1]), choices[-1]] if bare and held else choices


_CONTENT_OF = re.compile(
    r"(?<!\w)\d[\d.,]*(?: ?[-–] ?\d[\d.,]*)? ?(?:kg|gr?|gam|ml|lít|lit|l)(?!\w)", re.IGNORECASE
)


def pack_measures(plain: str) -> list[tuple[str, float, float]]:
    """What packs of a folded text hold: of mass, of volume, or pieces of a kind."""
    found = []
    plain = _LISTED.sub(lambda each: each[0].replace("/", f" {each[3]} "), plain)
    for low, high, unit in _HOLDS.findall(_HALF.sub("0,5 ", joined(plain))):
        times = _IN_GRAMS.get(unit, 1.0)
        kind = "volume" if unit in ("ml", "lit", "l") else "mass" if unit in UNITS else unit
        ends = [float(each.replace(",", ".")) * times for each in (low, high or low)]
        found.append((kind, min(ends), max(ends)))
    return found


NEARLY = 1.02  # packs that differ by less hold the same


def near(wanted: list[tuple[str, float, float]], given: list[tuple[str, float, float]]) -> bool:
    return any(
        kind == other and low <= high * NEARLY and least <= most * NEARLY
        for kind, least, high in wanted
        for other, low, most in given
    )


_CARRIED = re.compile(
    r"\W*(?:(?:bang |co |dung |kem )?(?:xe|container|cont|tau|may bay)\b(?! (?:nua|manh|thit|nho|soi))|"
    r"(?:giao|cho|ship|van chuyen|gui|bao quan|giu|deliver\w*|shipped|kept|refrigerated (?:truck|van)s?)\b).*"
)


def as_packed(packaging: str) -> str:
    """The words on packing without those on carriage and keeping: "hộp 250 g, xe lạnh" has the box alone.

    >>> as_packed("hộp 250 g, xe lạnh"), as_packed("xe lạnh"), as_packed("thùng xốp, có đá")
    ('hộp 250 g', 'xe lạnh', 'thùng xốp, có đá')
    """
    parts = re.split(r"(; ?|, ?(?!\d))", packaging)
    kept = [n for n in range(0, len(parts), 2) if not _CARRIED.fullmatch(fold(parts[n]))]
    if not kept or len(kept) * 2 > len(parts):
        return packaging
    return "".join(parts[n] + (parts[n + 1] if n != kept[-1] else "") for n in kept)


_SET = re.compile(r"\W*(?:giỏ|hộp|túi|set|gio|hop|tui) (?:quà|qua)\b", re.IGNORECASE)
_STOP = frozenset(
    (
        *("lấy", "lay", "giao", "giá", "gia", "tại", "tai", "bán", "ban", "mua", "từ", "tu", "tới", "toi"),
        *("cho", "ở", "o", "nhận", "nhan", "ai", "đến", "den", "nếu", "neu"),
    )
)
_LONGEST = 4  # words of a pack beside its content: "túi zip hút chân không"


def first_pack(told: str) -> str:
    """The words of an offer for its first pack and what it holds, without a price or place beside them."""
    parts = [part.strip() for part in re.split(r"[;,](?!\d)|\.\s", told) if packs_in(part)]
    named = [part for part in parts if not _SET.match(part)] or parts
    return _pack_words(named[0]) if named else ""


def _pack_words(part: str) -> str:
    kinds, words = packs_in(part), part.split()
    known = {**_PACKS, **_BARE_PACKS}
    at = next((n for n, word in enumerate(words) if known.get(tidy(word.strip(".:()"))) in kinds), 0)
    end, letters = at + 1, 0
    while end < len(words) and _bare(words[end]) not in _STOP:
        letters += words[end][0].isalpha() and _bare(words[end]) not in UNITS
        if letters > _LONGEST or _PRICE.match(" ".join(words[end : end + 2])):
            break
        end += 1
    return " ".join(words[at:end])


def _bare(word: str) -> str:
    """A word in lower case without the signs around it."""
    return tidy(word.strip(".:()"))


def packs_listed(told: str) -> list[tuple[str, list[tuple[str, float, float]]]]:
    """The packs that a text lists with what each holds: "hộp 100 g, túi 250 g, 500 g" are three."""
    found: list[tuple[str, list[tuple[str, float, float]]]] = []
    for part in re.split(r"[;+&]|,(?!\d)|\b(?:và|va|hoặc|hoac)\b", told):
        measures = pack_measures(fold(part))
        kinds = [kind for kind in packs_in(part, marked=None) if kind != "lồng"]
        if kinds:
            found += [(kind, measures) for kind in kinds]
        elif found and _BARE_CONTENT.fullmatch(part):
            found.append((found[-1][0], measures))
    return found


_BARE_CONTENT = re.compile(
    r"\W*(?:(?:khoảng|chừng|tầm|nặng|tổng|khoang|chung|tam|nang|tong|about|approx\.?|net|gross) )*"
    r"\d[\d.,]*(?: ?[-–] ?[\d.,]+)? ?(?:kg|g|ml|l|lít|lit)"
    r"(?: (?:hck|hút chân không|hut chan khong|chân không|chan khong))?\W*",
    re.IGNORECASE,
)


# "6k 1 kg", "120.000 đ/kg": a price, and no size.
_PRICE = re.compile(
    r"\d[\d.,]*(?: ?[-–] ?\d[\d.,]*)? ?(?:k|nghìn|ngàn|nghin|ngan|đ|đồng|dong|tr|triệu|trieu)\b ?"
    r"(?:/|một|mot|mỗi|moi)? ?(?:1 ?)?(?:kg|ký|ky|kí|ki|g|con|quả|trái|lít|lit)\b",
    re.IGNORECASE,
)


_WEIGHT = re.compile(
    r"(?:(?:khoang|chung|xap xi|about|around|roughly|circa|approx\.?) |[~≈] ?)?"
    r"\d[\d.,]*(?: ?[-–—] ?\d[\d.,]*)? ?(?:kg|kgs|ky|kilos?|g|gr|gam|grams?)"
)


def holds_alone(words: str, told: str, packaging: str) -> bool:
    """Whether a bare weight stands in an offer's words on packing and in no others: "bịch 1kg"; that of a
    piece or a living head, "con 2,5–3 kg", is no pack's."""
    plain = fold(packaging)
    if _WEIGHT.fullmatch(words) is None or words not in plain or _OF_PIECE.search(plain.partition(words)[0]):
        return False
    return fold(told).count(words) == plain.count(words)


_OF_PIECE = re.compile(
    r"(?:^|[,;] ?)(?:(?:moi|tung|size|co) )?"
    r"(?:con|qua|trai|cu|bap|canh|nai|buong|(?:[a-z]+ ){1,2}(?:hoi|song))\b[a-z ]*$"
)


def unpacked(told: str) -> str:
    """An offer's words without its packs ("thùng 5 kg, 10 kg"), whose content is no size of a piece."""
    kept, packed = [], False
    for part in re.split(r"[;]|,(?!\d)", told):
        part = _PRICE.sub(" ", part)
        packed = bool(packs_in(part)) or (packed and bool(_BARE_CONTENT.fullmatch(part)))
        kept += [] if packed else [part]
    return "; ".join(kept)
