"""The market that goods are bought for, as a name or a clause tells it: "đi Nhật", "for the EU market"."""

from __future__ import annotations

import re

_COUNTRIES = (
    "nhật(?: bản)?|trung qu[ốo]c|trung|tq|eu|châu âu|mỹ|hoa kỳ|hàn(?: quốc)?|úc|đài loan|singapore|"
    "thái(?: lan)?|nga|dubai|trung đông|new zealand|canada|anh(?: quốc)?|pháp|đức|hà lan|malaysia|ấn độ|"
    "nước ngoài|"
    "nhat(?: ban)?|chau au|my|hoa ky|han(?: quoc)?|uc|dai loan|thai lan|trung dong|ha lan|an do|"
    "nuoc ngoai|japan|china|europe|usa?|korea|australia|taiwan"
)
_TO = (
    "đi|sang|qua|xuất(?: khẩu)?(?: (?:đi|sang|qua|cho))?|(?:cho |vào |phục vụ )?thị trường|"
    "di|xuat(?: khau)?(?: (?:di|sang|qua|cho))?|(?:cho |vao |phuc vu )?thi truong|"
    "for(?: export to)?(?: the)?|export(?:ed)? to(?: the)?"
)
# Goods that bear a country's name of their own ("khoai lang Nhật") have none of these words before it.
DESTINED = re.compile(
    rf"(?<!\w)(?:(?:hàng|để|dùng|hang|de|dung) )?(?:{_TO}) (?:thị trường |thi truong )?(?:{_COUNTRIES})(?!\w)"
    r"(?: market)?",
    re.IGNORECASE,
)


def is_destination(plain: str) -> bool:
    """Whether a folded clause names the buyer's own market and no more.

    >>> is_destination("hang di trung quoc"), is_destination("tieu chuan xuat nhat")
    (True, False)
    """
    return DESTINED.fullmatch(plain) is not None
