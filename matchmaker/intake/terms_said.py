"""Terms of trade in the words of a message: when it is paid, discount, returns, consignment, money ahead."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from matchmaker.intake.text import fold

_DAYS = {"ngay": 1, "hom": 1, "tuan": 7, "thang": 30, "day": 1, "days": 1, "week": 7, "weeks": 7, "month": 30}
_N = r"(\d{1,3})(?: ?(?:-|–|den|toi|to) ?(\d{1,3}))?"
_PERIOD = r"(ngay|hom|tuan|thang|days?|weeks?|month)\b"
_PAID = (
    r"(?:tra tien|tra cham|tra sau|tra lai tien|thanh toan|cong no|cho no|ghi no|goi dau|quyet toan|doi soat|"
    r"payment|credit|paid)"
)
# Without marks also "trà", "cá tra", "hoa nở": believed where a clause begins.
_PAID_AT_FIRST = r"(?:(?:^|[,;.:(] ?|ben mua |khach |duoc )(?:no|tra|tt|pay))"
_WITHIN = (
    r"(?: ?:| trong| vong| trong vong| sau| cham| cham nhat| toi da| khoang| tien| hang| khong qua| within)*"
)
_LATER = re.compile(rf"(?:(?<![a-z]){_PAID}|{_PAID_AT_FIRST}){_WITHIN} {_N} ?{_PERIOD}")
_LATER_AFTER = re.compile(
    rf"(?<!\d){_N} ?{_PERIOD} (?:moi |sau |thi |la )?(?:thanh toan|tra tien|cong no|quyet toan|credit)"
)
_NET = re.compile(r"(?<![a-z])net ?(\d{1,3})\b")
_AT_ONCE = re.compile(
    r"(?<![a-z])(?:(?:tra|thanh toan|chuyen khoan|nhan)(?: tien)?(?: mat)? (?:ngay|lien)"
    r"(?! ?\d)(?! (?:\d|hang|le|tet))|"
    r"(?:thu|lay)(?: du)? tien(?: mat)? (?:ngay|lien|luon)|"
    r"giao hang (?:la |xong |thi )?(?:thu|lay|nhan) tien|"
    r"(?:chuyen khoan|tra tien|nhan du tien|tien ve) (?:xong |du |truoc )?(?:roi |thi )?moi (?:giao|gui)|"
    r"tra tien mat|tien mat|tien tuoi|tien trao chao muc|(?:tra|thanh toan)(?: tien)? khi nhan(?: hang)?|"
    r"nhan hang (?:la )?(?:tra|thanh toan)(?: tien)?|tra (?:tien )?tai cho|cod|cash(?: on delivery)?|"
    r"payment on (?:receipt|delivery))(?![a-z])"
)
_BY_PERIOD = re.compile(
    r"(?<![a-z])(?:tra tien|thanh toan|quyet toan|doi soat|chot tien)(?: tien)?(?: theo| vao)? "
    r"(?:cuoi|hang|hằng|moi|theo) (tuan|thang)|(?<![a-z])(tuan|thang) (?:thanh toan|tra tien) (?:mot|1) lan"
)
_OPEN = re.compile(
    r"(?<![a-z])(?:goi dau|goi chuyen|cho no|cong no|tra cham|ban chiu)(?: \d+ (?:chuyen|lo|don))?"
)
_NO_CREDIT = re.compile(r"(?<![a-z])(?:khong|k|ko) (?:cho no|cong no|nhan no|ban chiu|goi dau|no)(?![a-z])")
_DISCOUNT = re.compile(
    r"(?<![a-z])(?:chiet khau|triet khau|ck|hoa hong|discount)"
    r"(?: ?:| toi da| muc| it nhat| tu| khoang| cho shop)* ?(\d{1,2}(?:[.,]\d)?)(?: ?- ?(\d{1,2}))? ?%"
)
_DISCOUNT_AFTER = re.compile(r"(?<!\d)(\d{1,2}) ?% (?:chiet khau|hoa hong|discount)")
_NO_RETURNS = re.compile(
    r"(?<![a-z])(?:khong|k|ko) (?:doi tra|tra hang|nhan tra|nhan lai hang|tra lai|doi lai)|"
    r"mua dut ban doan|no returns|mien (?:doi )?tra|(?:khong|k|ko) nhan (?:hang )?(?:tra )?lai(?! tien)"
)
_RETURNS = re.compile(
    r"(?<![a-z])(?:doi tra|bao doi|bao tra|tra lai hang|tra lai neu|tra hang loi|hang loi (?:tra|doi)|"
    r"nhan lai hang|hoan hang|doi (?:hang|trai|qua|con|hop|chai|goi|lo) (?:hong|loi|khong|dap|chet|kem)|"
    r"thu hoi hang|hang hong (?:doi|tra)|returns? accepted|can return)"
)
_NO_CONSIGNMENT = re.compile(r"(?<![a-z])(?:khong|k|ko) (?:nhan )?k[iy] gui|(?:mua|ban) dut|no consignment")
_CONSIGNMENT = re.compile(r"(?<![a-z])(?:ky gui|ki gui|ban het moi tra|consignment)")
_AHEAD = re.compile(
    r"(?<![a-z])(?:dat coc|coc|coc truoc|ung truoc|tam ung|tra truoc|ung|deposit)"
    r"(?: truoc| tien| hang| khoang)* ?(\d{1,3}) ?%|"
    r"(?<!\d)(\d{1,3}) ?% (?:dat coc|coc|tra truoc|ung truoc|deposit)"
)


@dataclass(frozen=True, slots=True)
class Terms:
    """Days until payment, discount in per cent, returns and consignment; None where the text does not say.

    ``payment_words`` are words that put payment off without a number of days ("gối đầu 1 chuyến"), ``ahead``
    the per cent that is paid before delivery.
    """

    payment_days: int | None = None
    discount_pct: float | None = None
    returns: bool | None = None
    consignment: bool | None = None
    payment_words: str = ""
    ahead: int | None = None


def find_terms(raw: str) -> Terms:
    """What a message says of the terms; the latest payment and the highest discount of a range.

    >>> find_terms("giao kho Long Biên, công nợ 30 ngày, chiết khấu 5-8%")
    Terms(payment_days=30, discount_pct=8.0, returns=None, consignment=None, payment_words='', ahead=None)
    """
    written = " ".join(unicodedata.normalize("NFC", raw).split())
    plain = fold(written)
    days, span = _payment(plain)
    ahead = _AHEAD.search(plain)
    return Terms(
        days,
        _discount(plain),
        _yes_or_no(plain, _RETURNS, _NO_RETURNS),
        _yes_or_no(plain, _CONSIGNMENT, _NO_CONSIGNMENT),
        (written if len(written) == len(plain) else plain)[slice(*span)],
        int(ahead.group(1) or ahead.group(2)) if ahead else None,
    )


def _payment(plain: str) -> tuple[int | None, tuple[int, int]]:
    """Days until payment, and where words stand that put it off without a number."""
    for pattern in (_LATER, _LATER_AFTER):
        if match := pattern.search(plain):
            low, high, period = match.groups()
            return int(high or low) * _DAYS[period.rstrip("s") if period not in _DAYS else period], (0, 0)
    if match := _NET.search(plain):
        return int(match.group(1)), (0, 0)
    if match := _BY_PERIOD.search(plain):
        return _DAYS[match.group(1) or match.group(2)], (0, 0)
    if _AT_ONCE.search(plain) or _NO_CREDIT.search(plain):
        return 0, (0, 0)
    match = _OPEN.search(plain)
    return None, match.span() if match else (0, 0)


def _discount(plain: str) -> float | None:
    if match := _DISCOUNT.search(plain):
        return float((match.group(2) or match.group(1)).replace(",", "."))
    match = _DISCOUNT_AFTER.search(plain)
    return float(match.group(1)) if match else None


def _yes_or_no(plain: str, yes: re.Pattern[str], no: re.Pattern[str]) -> bool | None:
    if no.search(plain):
        return False
    return True if yes.search(plain) else None
