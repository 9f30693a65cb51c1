"""Days and months of a folded season text in one way of writing: "20 tháng 5", "20 May", "end of June"."""

from __future__ import annotations

import re
from functools import lru_cache

_DAY_OF_MONTH = re.compile(r"\b(?:ngay )?(\d{1,2}) thang (\d{1,2})\b(?! ?[/-])")
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
)
_ENGLISH = re.compile(r"\b(?:from|to|until|till|through|early|mid|middle|late|end|beginning)\b")
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_NAME}")
_NAME_FIRST = re.compile(rf"\b{_NAME} (\d{{1,2}})(?:st|nd|rd|th)?\b(?! ?/)")
_ALONE = re.compile(rf"\b{_NAME}")
_PARTS = (
    (re.compile(r"\b(?:the )?end of (?=thang )"), "het "),
    (re.compile(r"\b(?:early|(?:the )?beginning of)[ -](?=thang )"), "dau "),
    (re.compile(r"\b(?:mid|(?:the )?middle of)[ -]*(?=thang )"), "giua "),
    (re.compile(r"\blate[ -](?=thang )"), "cuoi "),
)


@lru_cache(maxsize=16_384)
def with_dates(plain: str) -> str:
    """The text with each day as day/month and each English month by its number.

    >>> with_dates("from 20 may to end of june"), with_dates("tu 20 thang 5 den 25 thang 6")
    ('from 20/5 to het thang 6', 'tu 20/5 den 25/6')
    """
    plain = _DAY_OF_MONTH.sub(r"\1/\2", plain)
    if not _ENGLISH.search(plain) or not _ALONE.search(plain):
        return plain
    plain = _DAY_FIRST.sub(lambda found: f"{found[1]}/{_number(found[2])}", plain)
    plain = _NAME_FIRST.sub(lambda found: f"{found[2]}/{_number(found[1])}", plain)
    plain = _ALONE.sub(lambda found: f"thang {_number(found[1])}", plain)
    for words, said in _PARTS:
        plain = words.sub(said, plain)
    return plain


def _number(name: str) -> int:
    return _NAMES.index(name[:3]) + 1
