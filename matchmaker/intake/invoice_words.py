"""Whether words say that a seller issues no invoice, or is bought from by a list of purchases."""

from __future__ import annotations

from matchmaker.intake.phrases import Phrases, meaning
from matchmaker.intake.text import Token

_NONE, _LIST = "KHONG", "BANG_KE"
_WORDS = Phrases(
    [
        *meaning(
            _NONE,
            "không hóa đơn | không có hóa đơn | không xuất hóa đơn | không xuất được hóa đơn | "
            "chưa có hóa đơn | chưa xuất được hóa đơn | ko có hóa đơn | ko hóa đơn | no invoice | "
            "without invoice",
        ),
        *meaning(_LIST, "bảng kê | có bảng kê | bảng kê thu mua | purchase list"),
    ]
)


def find_invoice(tokens: tuple[Token, ...]) -> str:
    """``KHONG`` or ``BANG_KE`` where the words say so, the list where they say both; else "".

    That there is an invoice tells nothing of its kind: it stays to be asked.
    """
    found = {hit.value for i in range(len(tokens)) if (hit := _WORDS.at(tokens, i))}
    if found == {_NONE, _LIST}:
        return _LIST  # "không hóa đơn, có bảng kê"
    return found.pop() if found else ""
