"""Days that papers, letters and meetings have: they stand in a message, and are no months of goods."""

from __future__ import annotations

from itertools import pairwise

from matchmaker.intake.phrases import Phrases
from matchmaker.intake.text import Token

_OF_PAPERS = Phrases.listed(
    "cấp ngày | ký ngày | ngày cấp | ngày ký | cấp tháng | hết hạn | hạn | hạn đến | hiệu lực | hiệu lực "
    "đến | giá trị đến | quyết định | qđ | họp | sinh ngày | sinh năm | valid until | valid to | expires | "
    "expiry | issued | dated | deadline | vietgap đến | globalgap đến | attp đến | haccp đến | chứng nhận "
    "đến | vietgap tới | globalgap tới | attp tới | haccp tới | ocop đến | ocop tới | iso đến | iso tới | "
    "chứng nhận tới | giấy đến | giấy tới | kiểm dịch đến | kiểm dịch tới | "
    "hẹn gặp | hẹn ngày | hẹn | gặp ngày | gặp hôm | hội nghị | hội chợ | đã gửi | gửi báo giá | gửi mail | "
    "meeting | meet on | talk on | call on | our talk | our call | call me | phone me | email of | "
    "letter of | công văn | giấy mời | kế hoạch số | thông báo số | tờ trình | biên bản | phiếu số | "
    "date : | sent : | "
    "ngày gửi : | gửi lúc | gửi ngày | ngày lập | ngày viết | đã viết ngày | nhắn lúc | chốt đơn | "
    "chốt trước | chốt danh sách | đăng ký trước | trả lời trước | phản hồi trước | báo lại trước | "
    "báo trước | "
    "liên hệ trước | reply by | please reply | respond by | confirm by | by return | invoice of | "
    "quotation of | quote of | "
    "thành lập | kiểm tra ngày | khảo sát | ghé thăm | xuống thăm | đến thăm | visit on | visit"
)
_WITHIN = 8  # tokens before the day
_STOPS = (",", ";", ".", "|", "\n")
_WRITTEN_WITHIN = 18  # tokens from a day to "đã viết:"


def of_a_letter(tokens: tuple[Token, ...], start: int, end: int) -> bool:
    """Whether the day in tokens ``start`` to ``end`` is that of a paper, a letter, a meeting, a deadline.

    "VietGAP hết hạn 30/6/2027", "QĐ ngày 24/2/2023", "Sent: Tuesday, 03 November 2026 08:15", "Hà Giang,
    ngày 12 tháng 10 năm 2026", "Ngày 5/11/2026, anh A đã viết:".
    """
    if start and tokens[start - 1].is_("số", "no") and tokens[end : end + 1]:
        return tokens[end].text == "/"
    numbered = start > 1 and tokens[start - 1].text == "." and tokens[start - 2].is_("no", "số")
    return (
        numbered
        or _of_a_document(tokens, start)
        or _announced(tokens, start)
        or _heads(tokens, start, end)
        or _timed(tokens, end)
    )


def is_clock(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether token ``i`` is a part of "08:15" and so neither a month nor a day."""
    if i >= len(tokens) or tokens[i].kind != "number" or len(tokens[i].text) > 2:
        return False
    after = tokens[i + 1 : i + 3]
    opens = len(after) == 2 and after[0].text == ":" and after[0].glued and _minutes(after[1])
    return opens or (i > 1 and tokens[i - 1].text == ":" and tokens[i].glued and _minutes(tokens[i]))


def _minutes(token: Token) -> bool:
    return token.kind == "number" and token.glued and len(token.text) == 2


def _announced(tokens: tuple[Token, ...], start: int) -> bool:
    """Whether a word of papers stands a few words before, in the same clause (the day of a week aside)."""
    for at in range(max(0, start - _WITHIN), start):
        hit = _OF_PAPERS.at(tokens, at)
        if hit and not (at and tokens[at - 1].is_("cung")):
            between = [t for t in tokens[hit.end : start] if not t.is_("thứ")]
            header = tokens[hit.end - 1].text == ":"
            return not any(t.text in _STOPS and not (header and t.text == ",") for t in between)
    return False


def _heads(tokens: tuple[Token, ...], start: int, end: int) -> bool:
    """Whether a full date heads a letter ("Hà Giang, ngày 12 tháng 10 năm 2026") or a quoted mail."""
    day = tokens[start].is_("ngày") or (start > 0 and tokens[start - 1].is_("ngày"))
    line = max((i for i in range(start) if tokens[i].text == "\n"), default=-1) + 1
    at = next((i for i in range(line, start + 1) if tokens[i].is_("ngày")), None)
    place = at is not None and 0 < at - line <= 6 and tokens[at - 1].text == ","
    closed = end >= len(tokens) or tokens[end].text == "\n"
    if (day or at is not None) and place and closed and tokens[end - 1].text.isdigit():
        return len(tokens[end - 1].text) == 4
    said = tokens[end : end + _WRITTEN_WITHIN]
    return any(a.is_("viết", "wrote") and b.text == ":" for a, b in pairwise(said))


def _of_a_document(tokens: tuple[Token, ...], start: int) -> bool:
    """Whether the number of a document stands before the day: "Số: 125/CV-HTX ngày 02/10/2026"."""
    for at in range(max(0, start - _WITHIN), start - 3):
        number = at + 2 if tokens[at + 1].text == ":" else at + 1
        if tokens[at].is_("số") and tokens[number].kind == "number" and tokens[number + 1].text == "/":
            return not any(t.text in _STOPS for t in tokens[number:start])
    return False


def _timed(tokens: tuple[Token, ...], end: int) -> bool:
    """Whether the date is a stamp with its year and the time: "05/11/2026 10:22"."""
    year = tokens[end - 1].text.isdigit() and len(tokens[end - 1].text) == 4
    at = end + 1 if end < len(tokens) and tokens[end].is_("at", "-", ",") else end
    return year and is_clock(tokens, at)
