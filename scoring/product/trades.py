"""Goods of another trade that bear a product's name: paint, building sand, tyres, motors, ornaments.

Told by the noun or the material, and by the unit in which such things are sold: nobody sells plums in volts,
inches or cubic metres. Words are chosen from the chapters of the customs tariff that hold no produce.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from scoring.product.normalise import Syllable, syllables

# By chapters of the tariff; each phrase is that trade's own and no part of a product of farm, sea or craft.
_PHRASES = (
    # 25, 68-70: stone, earth, building
    "xi măng", "cát xây", "cát vàng xây", "bê tông", "thạch cao", "đá ốp lát", "đá granite",
    "đá cẩm thạch", "gạch men", "gạch lát", "ngói lợp", "tấm lợp", "phèn chua", "vôi bột", "chậu nhựa",
    "bột trét", "chống thấm", "cement", "plasterboard", "floor tile", "ceramic tile", "granite slab",
    # 28-38: chemicals, paint, glue, ink
    "sơn tường", "sơn nước", "sơn dầu", "sơn lót", "sơn chống", "sơn móng", "gốc dầu", "chống rỉ",
    "mực in", "máy in", "mực viết", "keo dán", "keo sữa", "keo silicon", "dầu nhớt", "nhớt xe",
    "thuốc nhuộm", "thuốc diệt", "diệt cỏ", "diệt chuột", "diệt muỗi", "hóa chất", "emulsion paint",
    "wall paint", "engine oil", "adhesive", "varnish", "printer", "printing", "toner", "herbicide",
    "insecticide", "shoe polish", "nail polish",
    "tẩy sơn", "tẩy rửa", "tẩy trang", "tẩy trắng", "tẩy bồn", "thông cống", "lau sàn", "xịt phòng",
    "bột giặt", "nước giặt", "nước xả", "paint remover", "detergent", "floor cleaner",
    # 39-40: plastics, rubber
    "nhựa pvc", "ống nhựa", "bằng nhựa", "lốp xe", "săm lốp", "vỏ xe", "vòng bi", "lưới che", "lưới đánh",
    "lưới cước", "màng phủ", "bạt phủ", "ống tưới", "pvc", "tyre", "tire", "shade net", "fishing net",
    # 61-65: clothes that are no craft
    "áo mưa", "áo chống", "chống tia", "quần jean", "dép nhựa", "mũ bảo", "nón bảo", "bảo hiểm", "bảo hộ",
    "khẩu trang", "t shirt", "helmet", "raincoat", "polyester", "sneaker",
    # 71-83: metal and ware of it
    "thép không gỉ", "sắt thép", "tôn lạnh", "ốc vít", "bu lông", "bản lề", "khóa cửa", "đinh vít",
    "pha lê", "stainless steel", "door lock",
    # 84-90: machines, electrical goods, vehicles, instruments
    "bơm nước", "xe máy", "xe đạp", "xe hơi", "xe cút", "cút kít", "xe rùa", "xe đẩy", "xe nâng",
    "tủ lạnh", "điện thoại", "tai nghe", "đèn led", "đèn pin", "dây điện", "ổ cắm", "quạt điện", "ắc quy",
    "cân điện", "cân đồng hồ", "pin sạc", "dẫn dụ", "motorbike", "bicycle", "headphone", "smartphone",
    "water pump", "gearbox", "spare part", "car part", "power bank",
    # 95-96: toys and likenesses
    "đồ chơi", "hoa lụa", "nhân tạo", "ốp lưng", "soft toy", "phone case", "fridge magnet", "jigsaw",
    "chuỗi hạt", "tràng hạt", "vòng hạt", "đeo tay", "prayer bead", "bead bracelet",
    # services and shows
    "cho thuê", "thuê chuyến", "chụp ảnh", "giặt ủi", "for rent", "rental",
    # for animals that are kept at home
    "cho mèo", "cho chó", "pet food", "dog food", "cat food", "dog chew", "cat litter",
)  # fmt: skip
# Believed where marks are typed: folded they are as often words of produce ("đông cô" is a mushroom).
_MARKED_PHRASES = (
    "vàng xây", "xây tô", "xây trát", "động cơ", "mô tơ", "ô tô", "tủ đông", "in ấn", "dán gỗ", "che nắng",
    "đánh cá", "gốc nước", "cao su non", "quạt máy", "chim cảnh",
)  # fmt: skip
# Only beside food and plants: crafts are sold in these words.
_ORNAMENTS = (
    "bonsai", "cây cảnh", "cây kiểng", "chậu cảnh", "trồng cảnh", "cây thế", "potted plant",
    "trang trí", "lưu niệm", "treo tường", "cửa gỗ", "gỗ căm xe", "gỗ hương", "gỗ lim", "gỗ gõ", "gỗ sồi",
    "gỗ óc chó", "gỗ xẻ", "gỗ tròn", "gỗ công nghiệp", "ván ép", "bàn ghế", "đồ gỗ", "hoa tai", "vòng tay",
    "trang sức", "decal", "mô hình", "móc khóa", "gấu bông", "thú bông", "búp bê", "áo thun", "áo khoác",
    "quần áo", "giày dép", "giày da", "ga gối", "chăn ga", "rèm cửa", "inox", "timber", "plywood",
    "furniture", "decoration", "decorative", "earring", "bracelet", "necklace", "souvenir", "jewellery",
    "jewelry", "figurine", "wall art", "plush", "keychain", "key ring", "curtain", "bed sheet",
)  # fmt: skip
# Units of power, bore and room, in which no produce is sold.
_UNITS = frozenset(("v", "w", "kw", "kwh", "kva", "hp", "inch", "ah", "mah", "m3", "rpm", "btu"))
_BARE_UNITS = frozenset(("kw", "kwh", "kva", "hp", "inch", "mah", "m3", "rpm", "btu"))
_LITRES = frozenset(("lit", "litre", "liter"))
LONGEST = 3

# Materials of which likenesses are made, and words before an English name that tell one.
_OF = syllables("bằng")[0].marked
_STUFFS = frozenset(s.marked for s in syllables("gốm gỗ sứ vải len đá đồng sáp giấy nhựa nỉ đất"))
_LIKE = frozenset(s.marked for s in syllables("giả nhựa"))
_LIKENESSES = frozenset(
    s.plain
    for s in syllables(
        "ceramic plastic wooden resin knitted crochet felt porcelain artificial faux plush inflatable"
    )
)
# Words right behind an English name that tell a likeness of it: "pear-shaped".
_SHAPED = frozenset(("shaped", "themed", "patterned", "motif"))

Phrases = frozenset[tuple[str, ...]]


def _indexed(texts: Iterable[str], marked_only: Iterable[str] = ()) -> tuple[Phrases, Phrases]:
    """The phrases folded, and marked."""
    marked = frozenset(tuple(s.marked for s in syllables(t)) for t in texts)
    folded = frozenset(tuple(s.plain for s in syllables(t)) for t in texts)
    return folded, marked | frozenset(tuple(s.marked for s in syllables(t)) for t in marked_only)


# Where marks are typed: folded, "canh" is a soup and an orange.
_MARKED_ORNAMENTS = ("cảnh", "kiểng", "để bàn", "cây thế", "dáng thế")

_TRADES = _indexed(_PHRASES, _MARKED_PHRASES)
_TRADES_AND_CRAFTS = _indexed((*_PHRASES, *_ORNAMENTS), (*_MARKED_PHRASES, *_MARKED_ORNAMENTS))


def of_another_trade(
    name: Sequence[Syllable], rest: Sequence[Syllable], taken: Sequence[bool], accented: bool, eaten: bool
) -> bool:
    """True where a record's words or units are those of another trade; ``taken`` are words of known products.

    ``eaten``: the product named is food or a plant, so words of ornaments tell another trade too.
    """
    table = (_TRADES_AND_CRAFTS if eaten else _TRADES)[accented]
    return _tells(name, taken, accented, table) or _measured(name) or _measured(rest)


def _tells(words: Sequence[Syllable], taken: Sequence[bool], accented: bool, table: Phrases) -> bool:
    keys = [w.marked if accented else w.plain for w in words]
    opening = _openings(table)
    for start in (at for at, key in enumerate(keys) if key in opening):
        for end in range(start + 1, min(start + LONGEST, len(keys)) + 1):
            if tuple(keys[start:end]) not in table or all(taken[start:end]):
                continue
            if not any(word.broken for word in words[start + 1 : end]):
                return True
    return False


@lru_cache(maxsize=8)
def _openings(table: Phrases) -> frozenset[str]:
    """The words with which the phrases open."""
    return frozenset(phrase[0] for phrase in table)


def is_likeness(words: Sequence[Syllable], start: int, end: int, accented: bool, english: bool) -> bool:
    """True where the product at ``start:end`` is only an image of it, in a material that is no food: "xoài
    bằng gốm", "chuối giả", "ceramic mango"."""
    if english:
        shaped = end < len(words) and words[end].plain in _SHAPED and not words[end].broken
        made = start > 0 and words[start - 1].plain in _LIKENESSES and not words[start].broken
        return shaped or made
    after = [w.marked for w in words[end : end + 2]]
    if not accented or not after or words[end].broken:
        return False
    return after[0] in _LIKE or (len(after) > 1 and after[0] == _OF and after[1] in _STUFFS)


def bottled(words: Sequence[Syllable]) -> bool:
    """True for words that tell an amount in litres early: "bịch 1 lít, giao lạnh"."""
    return _in_litres(words[:4])


def poured(name: Sequence[Syllable], rest: Sequence[Syllable]) -> bool:
    """True where a name, or a description at its beginning, tells an amount in litres: "200 lít"."""
    return _in_litres(name) or _in_litres(rest[:2])


def _in_litres(words: Sequence[Syllable]) -> bool:
    for before, word in zip((None, *words), words, strict=False):
        figure = word.plain.rstrip("abcdefghijklmnopqrstuvwxyz")
        if word.plain[len(figure) :] in _LITRES and (figure or (before and before.plain.isdigit())):
            return True
    return False


def _measured(words: Sequence[Syllable]) -> bool:
    """True for an amount in one of the units: "12V", "2 kW", "m3"."""
    for before, word in zip((None, *words), words, strict=False):
        number = word.plain.rstrip("abcdefghijklmnopqrstuvwxyz")
        unit = word.plain[len(number) :]
        if word.plain == "m3" or (number.isdigit() and unit in _UNITS):
            return True
        if word.plain in _BARE_UNITS and before is not None and before.plain.isdigit():
            return True
    return False
