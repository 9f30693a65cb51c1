"""Whether words say that a seller issues no invoice or only a list, or that a buyer asks for one."""

from __future__ import annotations

from matchmaker.intake.phrases import Phrases, meaning
from matchmaker.intake.text import Token

_NONE, _LIST, _ISSUED = "KHONG", "BANG_KE", "HDDT"
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


# All invoices are electronic since July 2022; those written by hand at a shop are none that a buyer books.
_SAID = Phrases.listed(
    "có hóa đơn | có xuất hóa đơn | xuất hóa đơn | xuất được hóa đơn | hóa đơn điện tử | hóa đơn đỏ | "
    "hóa đơn vat | hóa đơn gtgt | có vat | xuất vat | đủ hóa đơn | đầy đủ hóa đơn | có đủ hóa đơn | "
    "vat invoice | e-invoice"
)
_BY_HAND = Phrases.listed("bán lẻ | viết tay | tay | thường")
_WANTED = Phrases.listed(
    "cần hóa đơn | cần có hóa đơn | phải có hóa đơn | phải xuất hóa đơn | yêu cầu hóa đơn | "
    "yêu cầu có hóa đơn | yêu cầu xuất hóa đơn | cần xuất hóa đơn | lấy hóa đơn | cần lấy hóa đơn | "
    "bắt buộc có hóa đơn | bắt buộc hóa đơn | bắt buộc xuất hóa đơn | "
    " invoice required | invoice needed | need an invoice | with invoice"
)
_NOT = ("không", "ko", "khỏi", "chưa", "chẳng", "no", "not")


def wants_invoice(tokens: tuple[Token, ...]) -> bool:
    """Whether a buyer asks for an invoice: "cần hóa đơn", "phải xuất hóa đơn"."""
    return any(
        _WANTED.at(tokens, i) is not None and not (i and tokens[i - 1].is_(*_NOT)) for i in range(len(tokens))
    )


def find_invoice(tokens: tuple[Token, ...]) -> str:
    """``KHONG``, ``BANG_KE`` or ``HDDT`` where a seller's words say so, the list where they say both of the
    first; else "".
    """
    found = {hit.value for i in range(len(tokens)) if (hit := _WORDS.at(tokens, i))}
    if found == {_NONE, _LIST}:
        return _LIST  # "không hóa đơn, có bảng kê"
    return found.pop() if found else _ISSUED if _is_issued(tokens) else ""


def _is_issued(tokens: tuple[Token, ...]) -> bool:
    for i in range(len(tokens)):
        said = _SAID.at(tokens, i)
        if said and not (i and tokens[i - 1].is_(*_NOT, "cần", "nếu")) and not _BY_HAND.at(tokens, said.end):
            return True
    return False
