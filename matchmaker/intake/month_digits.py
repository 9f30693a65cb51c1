"""Months, days and years in digits: "11", "7.8", "15/8", "T7/8/9", "/2026"."""

from __future__ import annotations

from matchmaker.intake.calendar_words import Months
from matchmaker.intake.text import Token


def split(text: str) -> Months:
    """The months in a run of digits: "11" → 11; "11,12" and "7.8" → both; nothing if one is no month."""
    parts = text.replace(",", ".").split(".")
    if not all(0 < len(part) <= 2 for part in parts):
        return ()
    months = tuple(small(part) for part in parts)
    return months if all(1 <= month <= 12 for month in months) else ()


def small(digits: str) -> int:
    """The value of one or two ASCII digits."""
    return sum("0123456789".index(d) * 10**place for place, d in enumerate(reversed(digits)))


def day_of(token: Token) -> int:
    """The day of a month that a token may be, else 0."""
    day = small(token.text) if token.kind == "number" and token.text.isdigit() and len(token.text) <= 2 else 0
    return day if day <= 31 else 0


def is_year(token: Token) -> bool:
    return (
        token.kind == "number"
        and token.text.isdigit()
        and ((len(token.text) == 4 and token.text.startswith("20")) or len(token.text) == 2)
    )


def is_date(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether "15/8" stands at token ``i``."""
    return (
        i + 2 < len(tokens)
        and day_of(tokens[i]) > 0
        and tokens[i + 1].text == "/"
        and tokens[i + 2].kind == "number"
        and len(split(tokens[i + 2].text)) == 1
    )


def slashed(tokens: tuple[Token, ...], at: int, first: Months) -> tuple[Months, int]:
    """The months of "T7/8/9": three or more rising numbers with slashes between, and the token after them."""
    months, end = list(first), at + 1
    while end + 1 < len(tokens) and tokens[end].text == "/" and tokens[end + 1].kind == "number":
        following = split(tokens[end + 1].text)
        if len(following) != 1 or following[0] <= months[-1]:
            break
        months.append(following[0])
        end += 2
    return (tuple(months), end) if len(months) > len(first) + 1 else (first, at + 1)


def skip_year(tokens: tuple[Token, ...], i: int) -> int:
    """Past "/2026", ".2026", " 2026" or "năm 2026" after a month."""
    at = i + 1 if i < len(tokens) and (tokens[i].text in "/-.'" or tokens[i].is_("năm", "of")) else i
    if at < len(tokens) and len(tokens[at].text) == 4 and is_year(tokens[at]):
        return at + 1
    return i


def year_of(tokens: tuple[Token, ...], i: int) -> int | None:
    """The year that token ``i`` names: 2027 of "2027" and of "27" behind a slash."""
    if i < 3 or tokens[i - 1].text != "/" or tokens[i - 3].text != "/" or not is_year(tokens[i]):
        return None
    digits = tokens[i].text
    return int(digits) if len(digits) == 4 else 2000 + int(digits)
