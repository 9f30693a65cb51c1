"""Containers as trade writes them: "2x40' RF", "1 cont 20 feet", "công 40", "3 x 20ft containers".

Their length and kind are no amounts. They are blanked, and the load is written as one that is counted
("2 fcl"), in a text of the same length, so that every other word stays where it is.
"""

from __future__ import annotations

import re

_NAME = r"(?:containers?|conts?|công|cong|fcl|reefers?)"
_FOOT = r"(?:'|’|′|ft\b|feet\b|foot\b)"
_KIND = r"(?: ?-? ?(?:hc|hq|rf|rh|dc|gp|dry|l[aạ]nh|kh[oô]|reefer))"
_SIZE = rf"(?:20|40|45)(?: ?{_FOOT}{_KIND}?|{_KIND}| ?(?=\())"
_NO_UNIT = r"(?! ?[-–—%])(?! ?(?:tấn|tan|tạ|ta|kg|tons?|tonnes?|m2|m²|khối|đến|den|to)(?!\w))"
# "2x40' RF", "3 x 20ft containers"
_TIMES = re.compile(rf"(?<![\w.,])(\d{{1,3}}) ?[x×] ?{_SIZE}(?: {_NAME})?(?!\w)", re.IGNORECASE)
# "1 cont 20 feet (16 tấn)", "FCL 40'HC", "mỗi tuần 1 công 40"
_BEHIND = re.compile(
    rf"(?<=\d )({_NAME}) ?({_SIZE}|(?:20|40|45)(?![\w.,/'’]){_NO_UNIT})(?!\w)", re.IGNORECASE
)
# "1 40ft container"
_BEFORE = re.compile(rf"(?<=\d )({_SIZE}) ({_NAME})(?!\w)", re.IGNORECASE)


def without_load_sizes(raw: str) -> str:
    """The text with loads counted alone.

    >>> without_load_sizes("2x40' RF mỗi tháng"), without_load_sizes("1 cont 20 feet (16 tấn)")
    ('2 fcl    mỗi tháng', '1 cont         (16 tấn)')
    """
    if not any(size in raw for size in ("20", "40", "45")):
        return raw
    raw = _TIMES.sub(lambda m: f"{m[1]} fcl".ljust(len(m[0])) if len(m[1]) + 4 <= len(m[0]) else m[0], raw)
    raw = _BEHIND.sub(lambda m: _load(m[1]).ljust(len(m[0])), raw)
    return _BEFORE.sub(lambda m: " " * (len(m[0]) - len(m[2])) + m[2], raw)


def _load(name: str) -> str:
    """The load by its name; "công" is land elsewhere."""
    return "cont" if name.lower() in ("công", "cong") else name
