"""Dates on which papers and best-before periods end: "ATTP còn đến 10/01/2027" is no month of delivery."""

from __future__ import annotations

from dataclasses import replace

from matchmaker.intake.certificates import Paper
from matchmaker.intake.text import Text, Token

_UNTIL = (
    "đến",
    "tới",
    "hết",
    "hạn",
    "valid",
    "until",
    "till",
    "to",
    "thru",
    "through",
    "expires",
    "expiring",
    "exp",
)
_LEADING = (
    "còn",
    "có",
    "giá",
    "trị",
    "hiệu",
    "lực",
    "vẫn",
    "đã",
    "cấp",
    "certificate",
    "cert",
    "certified",
    "is",
)
_SPEAKS_OF_GOODS = ("từ", "bán", "giao", "thu", "from", "ship", "deliver")
_WITHIN = 4  # tokens between the name of a paper and the word that says that it ends
_LONGEST = 9  # tokens of a date


def without_paper_dates(text: Text, papers: tuple[Paper, ...]) -> tuple[Token, ...]:
    """The tokens of a text with those of such dates made into marks, so that no month is read from them."""
    tokens = list(text.tokens)
    for paper in papers:
        i = next((i for i, token in enumerate(tokens) if token.start >= paper.span[1]), len(tokens))
        if (at := _ends(tokens, i)) is not None:
            for k in range(at, min(at + _LONGEST, len(tokens))):
                if tokens[k].text in ";\n()" or (tokens[k].text in ",." and not _in_date(tokens, k)):
                    break
                tokens[k] = replace(tokens[k], kind="mark", text=";", marked=";", folded=";")
    return tuple(tokens)


def _ends(tokens: list[Token], i: int) -> int | None:
    """The token after the word that says that the paper before token ``i`` ends; None where none does."""
    for k in range(i, min(i + _WITHIN, len(tokens))):
        if tokens[k].is_(*_UNTIL):
            return k
        if not tokens[k].is_(*_LEADING) or tokens[k].is_(*_SPEAKS_OF_GOODS):
            return None
    return None


def _in_date(tokens: list[Token], k: int) -> bool:
    """Whether a comma or point stands between the figures of a date: "15 Jan, 2027"."""
    around = tokens[max(0, k - 1) : k] + tokens[k + 1 : k + 2]
    return len(around) == 2 and all(token.kind == "number" for token in around)
