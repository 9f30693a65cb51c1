"""What kind of organisation a producer is, by how its name begins; it decides the default rate."""

from __future__ import annotations

import re

from scoring.units import fold

_BEGINNINGS = (
    ("cooperative", r"(lien hiep )?(htx|hop tac xa|lhhtx|cooperative)\b"),
    ("company", r"(cong ty|cty|ctcp|tnhh|dn|dntn|doanh nghiep|tap doan|xi nghiep|company)\b"),
    ("group", r"(tht|to hop tac|to san xuat|to lien ket|nhom|chi hoi|hoi|group)\b"),
    ("household", r"(ho|hkd|ho kinh doanh|nong ho|gia dinh|ong|ba|anh|chi|trang trai|vuon|household)\b"),
)
_PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in _BEGINNINGS)


def kind_of(producer: str) -> str:
    """``company``, ``cooperative``, ``group``, ``household``, or "" where the name does not say."""
    name = fold(producer)
    return next((kind for kind, pattern in _PATTERNS if pattern.match(name)), "")
