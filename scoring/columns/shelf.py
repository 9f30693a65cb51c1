"""How long goods keep by what they are, where their record does not say it."""

from __future__ import annotations

import re
from functools import lru_cache

import numpy as np

from scoring.product.kind import Kind
from scoring.units import tidy

NEVER_SPOILS = 3650.0  # days of pottery, cloth, wood and the like, as the table gives most of them
_NOUN = (
    "lọ|bình|chum|vại|ấm|chén|bát|đĩa|tô|cốc|ly|khay|giỏ|gùi|thúng|mẹt|rổ|rá|nia|hộp|khăn|váy|áo|túi|ví|"
    "gối|chăn|"
    "mũ|nón|thảm|rèm|ghế|bàn|tranh|tượng|đèn|đũa|vòng|nhẫn|trâm|chậu|lục bình|quạt|chiếu|võng|tủ|kệ|"
    "khung|chuông|"
    "thớt|thìa|muỗng|lược|sáo|trống"
)
_STUFF = (
    "gốm|sứ|sành|đất nung|gỗ|tre|nứa|mây|cói|guột|bẹ chuối|lục bình|đá|đồng|bạc|thiếc|nhôm|lụa|"
    "tơ tằm|thổ cẩm|"
    "lanh|len|vải|thêu|dệt|đan|sơn mài|khảm|sừng|vỏ trai|lá nón|giấy dó|da"
)
_WARE = re.compile(rf"(?:(?:bộ|cặp|đôi|set|chiếc|cái) )?(?:{_NOUN}) (?:\w+ )?(?:{_STUFF})(?!\w)")
_HOLDS = re.compile(
    r"(?<!đựng )(?<!ngâm )(?<!pha )(?<!uống )(?<!ủ )(?<!muối )(?<!\w)"
    r"(?:mắm|rượu|mật|muối|trà|chè|bánh|kẹo|dưa|cà|tương|gạo|hạt|ô mai|mứt|thịt|cá|tôm|sữa|dầu)(?!\w)"
)


@lru_cache(maxsize=16_384)
def is_ware(name: str) -> bool:
    """Whether a name is one of vessels, cloth, furniture or ornaments by its noun and what they are made of.

    >>> is_ware("lọ sứ cắm hoa"), is_ware("bình sành đựng rượu"), is_ware("hũ sành mắm tôm")
    (True, True, False)
    """
    plain = tidy(name)
    return _WARE.match(plain) is not None and not _HOLDS.search(plain)


def shelf_of(kind: Kind | None, storage: str, name: str = "") -> float:
    """Shelf life that the product table gives for a storage; NaN where it gives none.

    Storage that was not said is ambient only for goods that are usually kept so. The table's cold column
    is for frozen storage where the goods are usually frozen. What is no food keeps for years.
    """
    if kind is None:
        return NEVER_SPOILS if is_ware(name) else np.nan
    if storage == "ambient" or (not storage and kind.storage == "ambient"):
        days = kind.shelf_ambient_days
    elif storage == ("frozen" if kind.storage == "frozen" else "chilled"):
        days = kind.shelf_chilled_days
    else:
        days = None
    usual = NEVER_SPOILS if kind.form == "craft" else np.nan
    return usual if days is None else days
