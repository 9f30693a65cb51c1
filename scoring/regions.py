"""Parts of the country by which goods are named in trade, and the provinces that lie in them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from scoring.units import fold, tidy

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
# Without their marks these are other words too: "mien dong" is noodles, "nam bo" brisket.
_MARKED_ONLY = ("miền Đông", "Nam Bộ")
_LONGEST_FIRST = sorted(PROVINCES, key=len, reverse=True)
_NAMED = re.compile(rf"\b(?:{'|'.join(re.escape(name.lower()) for name in _LONGEST_FIRST)})\b")
BARE_NAMES = tuple(fold(name) for name in _LONGEST_FIRST if name not in _MARKED_ONLY)
_BARE = re.compile(rf"\b(?:{'|'.join(map(re.escape, BARE_NAMES))})\b")
_BY_NAME = {name.lower(): name for name in PROVINCES}


@lru_cache(maxsize=16_384)
def region_named(text: str) -> str:
    """The part of the country by which a text names its goods; "" for none.

    >>> region_named("bánh kẹo đặc sản miền Nam"), region_named("gà ri"), region_named("miến dong")
    ('miền Nam', '', '')
    """
    if not text.isascii() and (found := _NAMED.search(tidy(text))):
        return _BY_NAME[found[0]]
    found = _BARE.search(fold(text)) if text.isascii() else None
    return _BY_WORDS[found[0]] if found else ""


def is_region(text: str) -> bool:
    """Whether a text is the name of a part of the country and no more."""
    return fold(text) in _BY_WORDS


def but_regions(places: tuple[str, ...]) -> tuple[str, ...]:
    """Places without those that are parts of the country, where goods are from anywhere within."""
    return tuple(place for place in places if not is_region(place))


def lies_in(province: str, region: str) -> bool:
    """Whether a province, by its name of today, lies in a part of the country or reaches into it."""
    return fold(province) in PROVINCES[region]


# The provinces of today of which a part alone lies there, by the names of the old ones that do: of the others
# in these parts the whole does.
_PARTLY: Mapping[str, Mapping[str, str]] = {
    "Tây Bắc": {"Phú Thọ": "Hòa Bình"},
    "Đông Bắc": {"Phú Thọ": "", "Bắc Ninh": "Bắc Giang", "Lào Cai": ""},
    "Việt Bắc": {"Phú Thọ": "", "Bắc Ninh": "", "Quảng Ninh": "", "Lào Cai": ""},
    "miền núi phía Bắc": {"Bắc Ninh": "Bắc Giang"},
    "vùng cao phía Bắc": {"Bắc Ninh": "", "Quảng Ninh": "", "Phú Thọ": "Hòa Bình"},
    "đồng bằng sông Hồng": {"Bắc Ninh": "Bắc Ninh", "Phú Thọ": "Vĩnh Phúc", "Quảng Ninh": ""},
    "Bắc Trung Bộ": {},
    "Nam Trung Bộ": {
        "Quảng Ngãi": "Quảng Ngãi", "Gia Lai": "Bình Định", "Đắk Lắk": "Phú Yên", "Lâm Đồng": "Bình Thuận",
    },
    "Tây Nguyên": {
        "Quảng Ngãi": "Kon Tum", "Gia Lai": "Gia Lai", "Đắk Lắk": "Đắk Lắk", "Lâm Đồng": "Lâm Đồng;Đắk Nông",
    },
    "Đông Nam Bộ": {"Tây Ninh": "Tây Ninh"},
    "miền Tây": {"Tây Ninh": "Long An"},
}  # fmt: skip
_PARTLY_TOO = {
    "đồng bằng Bắc Bộ": "đồng bằng sông Hồng", "miền Đông": "Đông Nam Bộ", "Tây Nam Bộ": "miền Tây",
    "đồng bằng sông Cửu Long": "miền Tây",
}  # fmt: skip
# The old provinces of the lowlands, and the longitude and latitude within which the highlands surely lie.
_LOW = ("Bình Định", "Phú Yên", "Bình Thuận", "Quảng Ngãi")
_HIGHLANDS_END = {
    "gia lai": (108.72, 12.9), "dak lak": (108.85, 12.0), "lam dong": (108.65, 11.38),
    "quang ngai": (108.25, 13.9),
}  # fmt: skip
_NORTH_WEST_ALONE = frozenset(map(fold, _NORTH_WEST.split(";")))


@lru_cache(maxsize=16_384)
def surely_in(
    province: str, text: str, region: str, lat: float | None = None, lon: float | None = None
) -> bool:
    """Whether a place lies in a part of the country for certain, by its province of today and, where that
    reaches beyond it, by the old province that the place's own words name or by where it lies.

    >>> surely_in("Sơn La", "", "Tây Bắc"), surely_in("Phú Thọ", "", "Tây Bắc")
    (True, False)
    >>> surely_in("Phú Thọ", "Cao Phong, Hòa Bình", "Tây Bắc")
    True
    """
    own = fold(province)
    if not own or own not in PROVINCES[region]:
        return False
    if region == "Tây Bắc" and own not in _NORTH_WEST_ALONE:
        return False
    partly = _PARTLY.get(_PARTLY_TOO.get(region, region), {})
    olds = next((olds for name, olds in partly.items() if fold(name) == own), None)
    if olds is None:
        return True
    told = fold(text)
    named = [old for old in olds.split(";") if old and re.search(rf"\b{re.escape(fold(old))}\b", told)]
    if region == "Tây Nguyên":
        low = any(re.search(rf"\b{re.escape(fold(old))}\b", told) for old in _LOW if fold(old) != own)
        east, south = _HIGHLANDS_END.get(own, (0.0, 90.0))
        high_up = lat is not None and lon is not None and lon < east and lat > south
        return not low and (high_up or bool(set(map(fold, named)) - {own}))
    if own in map(fold, named):  # today's name, which the old one shares, tells nothing
        return False
    return bool(named)
