"""Parts of the country by which goods are named in trade, and the provinces that lie in them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from scoring.units import fold

# The provinces of today (resolution 202/2025/QH15). One that reaches into two parts stands in both.
_NORTH_WEST = "Lào Cai;Lai Châu;Điện Biên;Sơn La;Phú Thọ"
_NORTH_EAST = "Tuyên Quang;Cao Bằng;Lạng Sơn;Thái Nguyên;Bắc Ninh;Quảng Ninh;Phú Thọ;Lào Cai"
_NORTH_DELTA = "Hà Nội;Hải Phòng;Hưng Yên;Ninh Bình;Bắc Ninh;Phú Thọ;Quảng Ninh"
_NORTH_CENTRE = "Thanh Hóa;Nghệ An;Hà Tĩnh;Quảng Trị;Huế"
_SOUTH_CENTRE = "Đà Nẵng;Quảng Ngãi;Gia Lai;Đắk Lắk;Khánh Hòa;Lâm Đồng"
_HIGHLANDS = "Quảng Ngãi;Gia Lai;Đắk Lắk;Lâm Đồng"
_SOUTH_EAST = "Hồ Chí Minh;Đồng Nai;Tây Ninh"
_SOUTH_WEST = "Tây Ninh;Đồng Tháp;Vĩnh Long;An Giang;Cần Thơ;Cà Mau"
_NORTH = f"{_NORTH_WEST};{_NORTH_EAST};{_NORTH_DELTA}"
_CENTRE = f"{_NORTH_CENTRE};{_SOUTH_CENTRE}"
_SOUTH = f"{_SOUTH_EAST};{_SOUTH_WEST}"
PROVINCES: Mapping[str, frozenset[str]] = {
    name: frozenset(fold(province) for province in provinces.split(";"))
    for names, provinces in (
        ("miền Bắc;Bắc Bộ;đất Bắc", _NORTH),
        ("Tây Bắc;vùng cao phía Bắc;miền núi phía Bắc", f"{_NORTH_WEST};{_NORTH_EAST}"),
        ("Đông Bắc;Việt Bắc", _NORTH_EAST),
        ("đồng bằng sông Hồng;đồng bằng Bắc Bộ", _NORTH_DELTA),
        ("miền Trung;Trung Bộ", f"{_CENTRE};{_HIGHLANDS}"),
        ("Bắc Trung Bộ", _NORTH_CENTRE),
        ("Nam Trung Bộ", _SOUTH_CENTRE),
        ("Tây Nguyên", _HIGHLANDS),
        ("miền Nam;Nam Bộ;phía Nam", _SOUTH),
        ("Đông Nam Bộ;miền Đông", _SOUTH_EAST),
        ("miền Tây;Tây Nam Bộ;đồng bằng sông Cửu Long", _SOUTH_WEST),
    )
    for name in names.split(";")
}
_BY_WORDS = {fold(name): name for name in PROVINCES}
_NAMED = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, _BY_WORDS), key=len, reverse=True))})\b")


@lru_cache(maxsize=16_384)
def region_named(text: str) -> str:
    """The part of the country by which a text names its goods; "" for none.

    >>> region_named("bánh kẹo đặc sản miền Nam"), region_named("gà ri")
    ('miền Nam', '')
    """
    found = _NAMED.search(fold(text))
    return _BY_WORDS[found[0]] if found else ""


def lies_in(province: str, region: str) -> bool:
    """Whether a province, by its name of today, lies in a part of the country."""
    return fold(province) in PROVINCES[region]
