"""The papers, and the invoice, that a buyer's words make a condition: "phải có giấy ATTP và hóa đơn"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from matchmaker.intake.certificates import Paper
from matchmaker.intake.phrases import Phrases
from matchmaker.intake.text import Text, Token

_MUST = Phrases.listed(
    "phải | phải có | phải kèm | phải đủ | bắt buộc | yêu cầu | yêu cầu có | đòi | cần có | cần đủ | "
    "cần giấy | must | a must | required | requires | mandatory | needed | compulsory"
)
# A clause with one of these leaves it open whether the paper is a condition, or which of several is.
_OPEN = Phrases.listed(
    "không cần | không phải | không bắt buộc | không yêu cầu | khỏi | ưu tiên | càng tốt | thì tốt | "
    "thì càng | nếu | hoặc | hay | cũng được | or | preferred | welcome | if | not | no need | hỗ trợ | giúp"
)
_INVOICE = Phrases.listed("hóa đơn | hđđt | invoice | invoices")
_ENDS = re.compile(r"[,;\n]|\.(?=\s|$)")


def wanted_papers(text: Text, papers: tuple[Paper, ...]) -> tuple[str, ...]:
    """Codes of the papers that the text makes a condition, OCOP with its stars ("OCOP4"), each once.

    A clause counts that has a word of duty and leaves nothing open: "OCOP thì càng tốt", "VietGAP hoặc hữu
    cơ" make no condition. What is said to lack is none either.
    """
    duties = [(tokens[0].start, tokens[-1].end) for tokens in _duties(text)]
    wanted = (p for p in papers if p.held and any(a <= p.span[0] < b for a, b in duties))
    return tuple(f"{p.code}{p.stars or ''}" if p.code == "OCOP" else p.code for p in wanted)


def wants_an_invoice_among(text: Text) -> bool:
    """Whether a clause of duty names an invoice: "phải đủ ATTP, VietGAP và hóa đơn"."""
    return any(_any(_INVOICE, tokens) for tokens in _duties(text))


def _duties(text: Text) -> Iterator[tuple[Token, ...]]:
    """The clauses that make a condition."""
    for tokens in _clauses(text):
        if _any(_MUST, tokens) and not _any(_OPEN, tokens):
            yield tokens


def _clauses(text: Text) -> Iterator[tuple[Token, ...]]:
    """The tokens between commas, semicolons and full stops; what a duty covers after a comma is not known."""
    ends = [found.start() for found in _ENDS.finditer(text.raw)] + [len(text.raw)]
    start = 0
    for end in ends:
        if tokens := tuple(t for t in text.tokens if start <= t.start < end):
            yield tokens
        start = end


def _any(phrases: Phrases[None], tokens: tuple[Token, ...]) -> bool:
    return any(phrases.at(tokens, i) is not None for i in range(len(tokens)))
