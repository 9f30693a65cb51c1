"""Whether a record speaks of live animals: then a plain kilogram means one of live weight."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from scoring.columns.arrays import Ints, ints
from scoring.product import Form, Kind
from scoring.units import KILOGRAM, LIVE_KILOGRAM, Units, fold

# Animals sold by live weight ("lợn hơi"), also where a text has no marks at all.
_BY_LIVE_WEIGHT = re.compile(r"\b(hơi|live weight)\b")
_BARE = re.compile(r"\bhoi\b")
# "Hàu tươi sống" may come on ice; "Sông Mã" is a river, and so is "song Ma".
_ALIVE = re.compile(r"(?<!tuoi )\bsong\b(?! (?:ma|da|lo|hong|hau|cau|hinh|cong|con)\b)|\blive\b")
_ALIVE_MARKED = re.compile(r"(?<!tươi )\bsống\b|\blive\b")
MEAT = re.compile(r"\s*(?:thịt|thit|meat)\b", re.IGNORECASE)  # the goods are asked for as meat
# Animals of which a kilogram is one of the whole animal, alive or not: nobody says "kg hơi" of a crab.
SOLD_AS_THEY_ARE = frozenset(("seafood",))
ICED = re.compile(r"\b(?:uop da|uop lanh|lam sach|giet mo|on ice|iced|chilled)\b")
# "Hơi" of a weight or a price, and not "a little": "30 kg hơi", "hơi 145k", "lợn hơi".
_WEIGHED_ALIVE = re.compile(
    r"\b(?:can|con|gia|kg|ky|kilo|yen|ta|tan|lon|heo|de|bo|trau|be|cuu|ga|vit|ngan|\d+k?)[ /.]{0,2}"
    r"hoi\b(?! (?:nho|gia|to|be|it|gay|beo|dai|non|nhieu)\b)"
    r"|\bhoi (?:\d|con|tai trai|xuat chuong|tai chuong)"
)
_ANIMALS = frozenset(("meat", "livestock"))
_SLAUGHTERHOUSE = re.compile(r"\b(?:lo mo|giet mo|slaughterhouse|abattoir)\b")
# Slaughtered, plucked, gutted or cut up; "đã làm lông" and "bỏ nội tạng" say it as well.
_DRESSED = re.compile(
    r"\b(?:moc ham|(?<!lo )(?<!noi )(?<!cho )(?<!khong )(?<!chua )giet mo|"
    r"(?:mo|lam|giet) (?:san|sach|moi|phanh)|(?:lam|nho|vat|cao) long|"
    r"bo (?:noi tang|long|ruot)|xe (?:nua|manh|thit)|thit (?:xe|manh|.{0,30}manh)|pha loc|phi le|fillet|"
    r"carcass|dressed|gutted|plucked)\b"
)


def is_alive(
    text: str, form: Form, kind: Kind | None, named_units: tuple[str, ...], units: Units, more: str = ""
) -> bool:
    """True only where the record says so: its units, its words, or a kind that is traded alive.

    ``text`` names and describes the animals, ``more`` is what else the record says of weights and prices.

    An animal named without any of these may as well be wanted slaughtered, and is not taken for live.
    """
    found = (units.find(name) for name in named_units if name)
    if any(unit is not None and unit.base == LIVE_KILOGRAM for unit in found):
        return True
    if kind is None or kind.category in SOLD_AS_THEY_ARE:
        return False
    plain = fold(text)
    if _DRESSED.search(plain) or form not in (Form.NONE, Form.LIVE, Form.FRESH):
        return False
    weighed = kind.category in _ANIMALS and kind.form in ("", "live")
    if weighed and _WEIGHED_ALIVE.search(fold(f"{text}; {more}")):
        return not MEAT.match(text)
    if "live" not in (kind.form, kind.storage) and not (form == Form.LIVE and kind.category == "meat"):
        return False
    words = text.lower()
    told = _BY_LIVE_WEIGHT.search(words) or (words.isascii() and _BARE.search(words))
    return form == Form.LIVE or bool(told) or (form == Form.NONE and kind.form == "live")


def as_meat(product: str) -> str:
    """The name of large animals that are sold slaughtered as that of their meat: "lợn đen móc hàm"."""
    plain = fold(product)
    if not _HERD.match(plain) or not _CARCASS.search(plain):
        return product
    return f"{'thit' if product.isascii() else 'thịt'} {product}"


def slaughters(buyer: str, kind: Kind | None) -> bool:
    """Whether a buyer of animals is a slaughterhouse: it takes them alive, by live weight."""
    animal = (
        kind is not None and kind.category in ("meat", "livestock") and "live" in (kind.form, kind.storage)
    )
    return animal and _SLAUGHTERHOUSE.search(fold(buyer)) is not None


def priced_live(price_unit: str, units: Units) -> bool:
    """Whether a price is one of a kilogram live weight: nobody prices meat so."""
    found = units.find(price_unit) if price_unit else None
    return found is not None and found.base == LIVE_KILOGRAM


_CARCASS = re.compile(r"\b(?:moc ham|xe (?:nua|manh|thit)|(?:mo|lam) (?:san|sach)|pha loc|carcass|dressed)\b")
_HERD = re.compile(r"(?:lon|heo|trau|bo|de|ngua|cuu|nai)\b")


def asks_for_herd(product: str, unit: str, units: Units) -> bool:
    """Whether large animals are wanted by the head: nobody counts pork or beef so."""
    counted = units.find(unit) if unit else None
    plain = fold(product)
    heads = counted is not None and counted.base == "con"
    return heads and _HERD.match(plain) is not None and not _DRESSED.search(plain)


# A specification of the animals themselves: "gà hơi, 1,2 kg", "vịt sống", "hàng sống". Without marks "ca hoi"
# is salmon, and "ca song" may be fish of a river.
_BEFORE = r"(?:^|[,;(] ?|\b(?:nhận|lấy|mua|giao|nhan|lay) )(?:"
_BEHIND = r"(?= ?(?:[,;)\d]|$|khỏe|khoe\b|con\b|nguyên|nguyen|từ|tu\b|loại|loai))"
_SPECIFIED_ALIVE = re.compile(
    rf"{_BEFORE}(?:lợn|heo|gà|vịt|ngan|ngỗng|dê|bò|trâu|cừu|thỏ|con|hàng) hơi|"
    r"(?:(?:lợn|heo|gà|vịt|ngan|ngỗng|chim|thỏ|dê|bò|trâu|cừu|ếch|lươn|cá|tôm|cua|ghẹ|hàng|con|nguyên con) )?"
    rf"(?:con )?sống){_BEHIND}"
)
_BARE_ALIVE = re.compile(
    rf"{_BEFORE}(?:lon|heo|ga|vit|ngan|ngong|de|bo|trau|cuu|tho) hoi|"
    rf"(?:lon|heo|ga|vit|ngan|ngong|tho|de|bo|trau|cuu|luon|tom|cua|ghe|hang) song){_BEHIND}"
)


def asks_for_live(product: str, spec: str) -> bool:
    """Whether live animals are asked for by name or specification, and nothing else would do."""
    found = _ALIVE.search(fold(product)) if product.isascii() else _ALIVE_MARKED.search(product.lower())
    living = found is not None
    plain = fold(spec)
    if not living and not _DRESSED.search(plain):
        said = _BARE_ALIVE.search(plain) if spec.isascii() else _SPECIFIED_ALIVE.search(spec.lower())
        living = said is not None
    return living and not ICED.search(plain)


def dressed(text: str) -> bool:
    """Whether a text asks for slaughtered and cleaned animals."""
    return bool(_DRESSED.search(fold(text)))


def bases_of_trade(
    measured: Iterable[tuple[float, int]], alive: Iterable[bool], index: Mapping[str, int]
) -> Ints:
    """The bases in which amounts are compared: kilograms of live animals are kilograms live weight.

    ``measured`` holds an amount and its base a record, ``index`` the number of each base by name.
    """
    live, plain = index.get(LIVE_KILOGRAM), index[KILOGRAM]
    both = zip(measured, alive, strict=True)
    return ints(live if lives and live is not None and base == plain else base for (_, base), lives in both)
