"""Numbers as people type them. What can be meant in two ways is asked back, never guessed."""

from __future__ import annotations

import re

from matchmaker.intake.numbers import read_number
from matchmaker.intake.text import tokenize
from matchmaker.schemas.base import Refused

PLAIN = re.compile(r"[+-]?[0-9]{1,18}(\.[0-9]{1,18})?([eE][+-]?[0-9]{1,3})?", re.ASCII)
_LOCAL = re.compile(r"[+-]?[0-9]{1,3}(\.[0-9]{3})+(,[0-9]{1,9})?|[+-]?[0-9]{1,18}(,[0-9]{1,9})?", re.ASCII)
# Spaces between thousands, no-break and narrow ones too.
_SPACED = re.compile(r"[+-]?[1-9][0-9]{0,2}([ \u00a0\u202f][0-9]{3})+(,[0-9]{1,9})?")
# A comma before exactly three digits: thousands in English, a decimal comma in Vietnamese.
_AMBIGUOUS = re.compile(r"[+-]?[1-9][0-9]{0,2},[0-9]{3}", re.ASCII)
# Two commas can only stand between thousands.
_ENGLISH_THOUSANDS = re.compile(r"[+-]?[1-9][0-9]{0,2}(,[0-9]{3}){2,}", re.ASCII)
_CURRENCY = frozenset({"đ", "đồng", "dong", "vnd", "vnđ"})


def parse(text: str, *, local: bool, money: bool) -> float:
    """The number a text states; ``local`` as written in Viet Nam (1.234,5), ``money`` also in words (25k).

    Raises ``Refused`` ``not_finite``, ``ambiguous_number`` (with both readings), ``not_money`` or
    ``not_a_number``.

    >>> parse("1.234,5", local=True, money=False), parse("1,5 triệu", local=True, money=True)
    (1234.5, 1500000.0)
    """
    if text.casefold().lstrip("+-") in ("nan", "inf", "infinity"):
        raise Refused("not_finite")
    if _AMBIGUOUS.fullmatch(text):
        whole, part = text.split(",")
        decimal = f"{whole},{part.rstrip('0')}".rstrip(",")
        raise Refused("ambiguous_number", value=text, thousands=whole + part, decimal=decimal)
    if _ENGLISH_THOUSANDS.fullmatch(text):
        return float(text.replace(",", ""))
    if _SPACED.fullmatch(text):
        return float(re.sub(r"\s", "", text).replace(",", "."))
    if local and _LOCAL.fullmatch(text):
        return float(text.replace(".", "").replace(",", "."))
    if PLAIN.fullmatch(text):
        return float(text)
    if money:
        return _money(text)
    raise Refused("not_a_number")


def _money(text: str) -> float:
    """An amount of đồng said with thousands or millions: one number, sure, and nothing else but the money."""
    tokens = tokenize(text[:60]).tokens
    number = read_number(tokens, 0)
    rest = tokens[number.end :] if number else ()
    if number is None or not number.sure or any(token.text.casefold() not in _CURRENCY for token in rest):
        raise Refused("not_money")
    if number.others:
        thousands, decimal = (f"{value:f}" for value in (number.value, number.others[0]))
        raise Refused("ambiguous_number", value=text, thousands=thousands, decimal=decimal.replace(".", ","))
    return float(number.value)
