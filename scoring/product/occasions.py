"""What goods are bought for, told behind their names: feasts, altars, gifts; no sort of them."""

from __future__ import annotations

import re

_FEASTS = (
    "tết|xuân|noel|giáng sinh|năm mới|rằm|trung thu|lễ|giỗ|chạp|vu lan|cưới|"
    "tổ tiên|thần tài|ông công ông táo|bàn thờ|mâm ngũ quả|gia tiên|phật|chùa|"
    "tet|xuan|giang sinh|nam moi|ram|chap|cuoi|to tien|than tai"
)
OCCASION = re.compile(
    rf"(?<!\w)(?<!bánh )(?<!banh )(?<!giỏ )(?<!gio )(?<!hộp )(?<!hop )(?<!set )(?<!túi )(?<!tui )(?<!bộ )"
    rf"(?:(?:chơi|bày|chưng|trưng|đón|mừng|vui|cúng|thờ|thờ cúng|dâng|đi|sắm|dịp|hàng|biếu|tặng|quà|"
    rf"ăn|phục vụ|choi|bay|chung|trung|don|mung|cung|tho|tho cung|dang|sam|dip|bieu|tang|qua|an)"
    rf" (?:{_FEASTS})(?!\w)(?: (?:{_FEASTS})(?!\w))*|"
    r"(?:ăn |an )?chơi(?= ?(?:$|[,;()/+&]))|(?:thờ )?cúng(?!\w)|(?:làm )?quà (?:biếu|tặng)|làm quà|"
    r"(?:đi )?(?:biếu|tặng)(?!\w))"
    r"(?: (?:âm|dương) lịch)?",
    re.IGNORECASE,
)


def without_occasion(item: str) -> str:
    """An item of a list without what it is bought for at its end: "bưởi đỏ" of "bưởi đỏ bày Tết"."""
    found = [each for each in OCCASION.finditer(item) if each.end() == len(item.rstrip())]
    return item[: found[-1].start()].strip() or item if found else item
