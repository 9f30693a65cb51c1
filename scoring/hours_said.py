"""The hour of the day by which a buyer wants his goods, as he writes it: "trước 4 giờ sáng"."""

from __future__ import annotations

import re

_HOUR = re.compile(
    r"(?<!\w)(?:giao )?(?:(?:trước|lúc|tầm|khoảng|chậm nhất|muộn nhất|truoc|luc|tam|khoang|cham nhat) )?"
    r"\d{1,2} ?(?:h|giờ|gio)(?:\d{2})?(?!\w)(?: (?:kém|rưỡi) ?\d*)?(?: ?(?:sáng|trưa|chiều|tối|đêm|khuya|"
    r"sang|trua|chieu|toi|dem)(?!\w))?(?:(?: hằng| mỗi| các| hang| moi)? (?:ngày|thứ|chủ nhật|ngay|thu|"
    r"cn) ?\d?(?!\w))*",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?:trước|lúc|chậm nhất|muộn nhất|truoc|luc|cham nhat|sáng|chiều|tối|sang|chieu|toi|dem|đêm)"
)


def hour_of_day(words: str) -> str:
    """The hour of the day by which goods are to come, as a buyer says it; "" where he says none."""
    found = _HOUR.search(words)
    given = found and _CLOCK.search(found[0].lower()) and not re.search(r"trong \d", words[: found.end()])
    return found[0].strip() if found and given else ""
