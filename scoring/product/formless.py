"""Words of drying, freshness and cold that tell no form of the goods: "chất khô 20 %", "phơi héo cho ngọt".

They speak of a part of the goods, of where these are kept, of fruit that is left to wither some days so that
it sweetens, or of dried goods that swell again in water.
"""

from __future__ import annotations

from collections.abc import Sequence

from scoring.product.forms import Form
from scoring.product.normalise import Syllable, spellings


def _both(sure: str, marked: str = "") -> tuple[frozenset[str], frozenset[str]]:
    """Words as looked up in bare and in marked texts; ``marked`` ones are believed with marks only."""
    return (
        frozenset(spellings(word)[1] for word in sure.split()),
        frozenset(spellings(word)[0] for word in f"{sure} {marked}".split()),
    )


# Before "khô": what is dry of goods that are not, or where and when it is dry.
_DRY_PART = _both(
    "chất vỏ nơi kho cùi tép mùa cuống đá",
    "da múi cổ đầu đít núm vụ chỗ hầm phòng nhà đất ráo trời dày mềm hơi ít rất bở xốp",
)
# After it: "khô vỏ", "khô ráo".
_DRY_OF = _both("vỏ ráo thoáng", "cổ cồi lông hạn cằn")
# What fresh fruit and roots are hung or laid out for, and what it is that dries goods after all.
_WITHERED = _both("héo ráo ngọt", "mát se tái đường mật lành sương")
_DRIES = _both("khô nắng dẻo giòn", "bóng trong")
# Plants and fruit set out for a feast are not steamed: "quất cảnh chưng Tết".
_SET_OUT_FOR = _both("tết xuân lễ bàn noel", "dịp ngày phòng mâm rằm đầu")
# How many words behind "phơi" or "treo gió" tell what for.
_REACH = 8
_LAID_OUT = ("phoi", "treo")
# Before "tươi": colours, what goods are like, and what they become again in water.
_LIKENED = _both("vàng xanh màu như giống giữ", "đỏ hồng cam sắc sáng nở độ vẫn")
_AGAIN = _both("lại như")
_SOAKED = _both("ngâm", "hoàn")
# Rooms and vans that are cold freeze nothing by themselves.
_COLD_ROOM = _both("xe kho tủ container", "hầm phòng máy ngăn")


def tells_no_form(
    words: Sequence[Syllable], start: int, end: int, form: Form, accented: bool, whole: bool
) -> bool:
    """Whether the words from ``start`` to ``end``, which may tell ``form``, speak of something else here.

    ``whole``: they are part of a name, where "hồng treo gió" and "tươi" mean what they say.
    """
    keys = [word.marked if accented else word.plain for word in words]
    before = keys[start - 1] if start and not words[start].broken else ""
    after = keys[end] if end < len(keys) and not words[end].broken else ""
    if form is Form.DRIED and words[start].plain == "kho":
        return before in _DRY_PART[accented] or after in _DRY_OF[accented]
    if form is Form.DRIED and words[start].plain in _LAID_OUT and not whole:
        clause = frozenset(_clause(words, keys, start)[:_REACH])
        return bool(clause & _WITHERED[accented]) and not clause & _DRIES[accented]
    if form is Form.PROCESSED and words[start].plain == "chung":
        return after in _SET_OUT_FOR[accented]
    if form is Form.FROZEN:
        return before in _COLD_ROOM[accented]
    if form is Form.FRESH and not whole:
        soaked = not _SOAKED[accented].isdisjoint(keys[:start])
        return before in _LIKENED[accented] or after in _AGAIN[accented] or soaked
    return False


def _clause(words: Sequence[Syllable], keys: Sequence[str], at: int) -> Sequence[str]:
    """The words from ``at`` to the end of their clause."""
    stop = next((i for i in range(at + 1, len(words)) if words[i].broken), len(words))
    return keys[at:stop]
