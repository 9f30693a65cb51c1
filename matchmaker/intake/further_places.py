"""The places that stand behind the first one of a list: "giao Hà Nội, HP và Hải Dương"."""

from __future__ import annotations

import re

_NAME = r"(?:(?:TP|tp|Tp|T\.P)\.? ?)?[A-ZĐÀ-Ỹ][\w.]*(?: [A-ZĐÀ-Ỹ][\w.]*){0,3}"
_NEXT = re.compile(
    rf"\s*(?:,|/|&|\+|–|-|\bvà\b|\bva\b|\band\b|\bhoặc\b|\bhay\b|\bor\b)\s*({_NAME})(?!\w|\s*\d)"
)
_NO_PLACE = re.compile(r"(?:HTX|VAT|COD|HĐ|Giá|Giao|Thanh toán|OCOP|HACCP|ISO)\b")


def further_names(text: str) -> tuple[str, list[str]]:
    """The names that a text lists on from where it begins, and the letters up to the last of them.

    >>> further_names(", HP và Hải Dương; giao thứ hai"), further_names(", giá tốt")
    ((', HP và Hải Dương', ['HP', 'Hải Dương']), ('', []))
    """
    found, end = [], 0
    while (more := _NEXT.match(text, end)) and not _NO_PLACE.match(more[1]):
        found.append(more[1].strip(" ."))
        end = more.end()
    return text[:end], found
