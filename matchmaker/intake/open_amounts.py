"""Amounts that a text leaves open: "mỗi thứ vài tạ", "bao nhiêu cũng lấy", "càng nhiều càng tốt"."""

from __future__ import annotations

from matchmaker.intake.phrases import Phrases
from matchmaker.intake.text import Token
from matchmaker.intake.units import Units

_SOME = Phrases.listed(
    "vài | vài ba | mấy | dăm | dăm ba | dăm bảy | vài chục | vài trăm | mấy chục | mấy trăm | a few"
)
_ANY = Phrases.listed(
    "bao nhiêu cũng lấy | bao nhiêu cũng mua | bao nhiêu cũng nhận | càng nhiều càng tốt | "
    "không giới hạn số lượng | không hạn chế số lượng | số lượng không giới hạn | số lượng không hạn chế | "
    "số lượng lớn | số lượng nhiều | số lượng ít | số lượng tùy | theo nhu cầu thực tế | theo đơn đặt hàng | "
    "nhà trồng được ít | một ít | chút ít | as much as possible | any amount | any quantity"
)
_MARKS = (",", ";", ".", "\n", "(", ")")


def find_open_amount(tokens: tuple[Token, ...], units: Units) -> tuple[int, int] | None:
    """The tokens of the clause that says an amount without a figure; None where none does."""
    for i in range(len(tokens)):
        some = _SOME.at(tokens, i)
        named = some is not None and units.at(tokens, some.end) is not None
        if named or _ANY.at(tokens, i):
            return _clause(tokens, i)
    return None


def _clause(tokens: tuple[Token, ...], i: int) -> tuple[int, int]:
    start, end = i, i
    while start and tokens[start - 1].text not in _MARKS:
        start -= 1
    while end < len(tokens) and tokens[end].text not in _MARKS:
        end += 1
    return start, end
