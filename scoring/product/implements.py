"""Things that serve a product and bear its name: implements at the head of a name ("khuôn bánh khảo").

A Vietnamese name begins with what is sold, an English one ends with it. The nouns are those of the trades
that make tools, vessels, gear, clothes and pictures; none of them heads a name of food.
"""

from __future__ import annotations

from collections.abc import Sequence

from scoring.product.noise import ENGLISH_TURNS, NOISE
from scoring.product.normalise import Syllable, has_marks, marked_words, syllables


def _phrases(*texts: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(s.marked for s in syllables(text)) for text in texts)


# Source: tariff chapters 39, 44, 63-70, 73, 82-85, 94-97, by their Vietnamese nouns.
_NOUNS = marked_words(
    "kìm kéo cưa cuốc xẻng liềm rìu búa đục kẹp cối chày khuôn chảo xoong ấm chum vại phên giàn trụ "
    "cọc kệ tủ bếp lò gas bạt lưới ống vòi bơm quạt thước giường tượng ảnh sách bút tem cờ nệm "
    "xe thuyền ghe xuồng chuồng bẫy trúm nơm gạch ngói cửa ván gỗ củi máng thớt giày dép ủng balo ví "
    "nến máy cày nhẫn móc rập chậu sàng "
)
_PHRASES = _phrases(
    "giá đỡ", "cần câu", "mồi câu", "găng tay", "dây đai", "dây thừng", "dây buộc", "hoa tai",
    "bông tai", "trang sức", "bộ dụng cụ", "dụng cụ", "bàn chải", "chổi", "hạt giống", "cành giống",
    "phên phơi", "màng phủ", "màng bọc", "túi lưới", "bồn", "xô nhựa", "rổ nhựa", "thùng nhựa",
    "khay nhựa", "khay ươm", "giá thể", "chế phẩm", "thuốc trừ", "thuốc xịt", "thuốc phun", "nhiệt kế",
    "cân bàn", "đồng hồ", "móc khóa", "phân dơi", "phân bò", "phân gà", "mùn cưa", "đất trồng",
    "đất sạch",
)  # fmt: skip
# Vessels are packing of what they hold, and things of their own where a material is told.
_VESSELS = marked_words("bình hũ lọ chai hộp thùng khay rổ giỏ túi can xô thau chén tô đĩa")
_MATERIALS = _phrases(
    "thủy tinh", "inox", "nhựa", "gốm", "sành", "sứ", "thép", "nhôm", "tre", "mây", "gỗ", "lưới",
    "giấy",
)  # fmt: skip
# Nouns that end an English name of a thing that only bears a product's name.
_ENGLISH = marked_words(
    "barrel blanket board bonsai book bracelet brick costume cutter dress earring figurine film "
    "grater grinder hat hook kettle keychain kiln knife label lamp log lumber magnet mill model mold "
    "mould mug net oven peeler pesticide pillow pipe plank postcard poster press print pump rack "
    "scarf keyring cookbook culture plant tree shrub bookmark mat curtain cushion shirt cap "
    "repellent rope sapling sheller shirt sieve specimen sprayer stake statue sticker stove tank "
    "teapot tent tile towel toy trap tray trellis twine wheel wire wood "
    "aerator apron balance blender cage calendar chair coaster cooker coop crusher dehuller dispenser "
    "extractor feeder fence fermenter fryer funnel harvester holder huller hutch incubator jig juicer "
    "ladder loom machete mixer notebook opener painting pendant plastic pruner puzzle saw scissor shaker "
    "shovel sickle sorter stand steamer table thresher tong tool trolley wallpaper washer wheelbarrow "
)
# Nouns that end an English name of a tool of a craft.
_ENGLISH_CRAFT_TOOLS = marked_words("loom kiln spindle warper")
# Boxes that are bought empty, by the word before.
_EMPTY_BOXES = marked_words("packing packaging shipping mailing")
_CRAFT_TOOLS = _phrases(
    "bàn xoay", "khung cửi", "khung dệt", "khung thêu", "kim thêu", "chỉ thêu", "lò nung", "lò gốm",
    "guồng tơ", "xa quay", "dao trổ", "máy chẻ", "máy vót", "máy dệt", "máy may", "men gốm",
    "thuốc nhuộm", "bột màu",
)  # fmt: skip
# Bags that are bought empty, by the word before.
_EMPTY_BAGS = marked_words("net grow growing mesh poly carrier storage fruit paper packaging")
# The nouns that are no other word where marks were left out.
_BARE_NOUNS = marked_words("khuon giuong quat balo giay thuyen chuong gach bep tranh xoong tuong")
_BARE_PHRASES = _phrases(
    "gia do", "dung cu", "moc khoa", "trang suc", "ban chai", "sach trong", "sach day", "xe cho", "xe keo",
    "cui dun", "mun cua", "dat trong",
)  # fmt: skip
_POWER = frozenset(("w", "kw", "hp", "kva"))


def is_implement(
    words: Sequence[Syllable], start: int, hidden: Sequence[bool], accented: bool, english: bool
) -> bool:
    """True where a thing that only bears the name of the food at ``start`` heads the name.

    ``hidden`` are words of places; ``start`` is where the product begins, of an English name where it ends.
    """
    if english:
        return _ends_as_thing(words, start)
    if not accented:
        keys = tuple(w.plain for w in words[:start])
        return keys[:1] != () and (keys[0] in _BARE_NOUNS or keys[:2] in _BARE_PHRASES)
    if not has_marks(tuple(words)):
        return False
    keys = tuple(w.marked for w in words)
    at = next((i for i in range(start) if not hidden[i] and keys[i] not in _BEFORE), start)
    if at >= start or words[at].broken:
        return False
    if keys[at] in _NOUNS or any(keys[at : at + len(p)] == p for p in _PHRASES):
        return True
    return keys[at] in _VESSELS and any(_holds(keys[at + 1 :], material) for material in _MATERIALS)


_BEFORE = NOISE - _VESSELS - _NOUNS


def is_craft_tool(name: Sequence[Syllable], rest: Sequence[Syllable], accented: bool) -> bool:
    """True for a tool of a craft, by its own noun or by the power that it draws: "bàn xoay gốm, 350W"."""
    keys = tuple(w.marked for w in name)
    if accented and any(keys[: len(p)] == p for p in _CRAFT_TOOLS):
        return True
    own = next((i for i, word in enumerate(name) if i and word.broken), len(name))
    if keys[own - 1 : own] and keys[own - 1] in _ENGLISH_CRAFT_TOOLS:
        return True
    return any(w.plain.lstrip("0123456789") in _POWER and w.plain[0].isdigit() for w in (*name, *rest))


def _holds(keys: Sequence[str], phrase: tuple[str, ...]) -> bool:
    return any(tuple(keys[i : i + len(phrase)]) == phrase for i in range(len(keys)))


def _ends_as_thing(words: Sequence[Syllable], end: int) -> bool:
    """Whether the last word behind the product, before a turn like "for" or a break, is that of a thing."""
    last: list[str] = []
    for word in words[end:]:
        if word.broken or word.plain in ENGLISH_TURNS:
            break
        last.append(word.plain)
    if not last or last[-2:] == ["whole", "plant"]:
        return False
    before = last[-2] if len(last) > 1 else ""
    if last[-1] in ("box", "carton", "crate"):
        return before in _EMPTY_BOXES
    return last[-1] in _ENGLISH or (last[-1] == "bag" and before in _EMPTY_BAGS)
