"""The freight that a seller names himself: "thêm 1.200đ/kg giao TP.HCM", "cộng 500đ tới kho"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from matchmaker.intake.text import Span, fold

_PLUS = r"(?:(?:tinh them|cong them|phu thu|phu them|them|cong|plus|add)\b|\+)"
_MONEY = r"(?P<amount>\d+(?:[.,]\d+)*) ?(?P<thousands>k|nghin|ngan|ng)?(?: ?(?P<dong>d|dong|vnd))?\b"
_PER = r" ?(?:/|mot|moi|per|1) ?(?P<per>kg|ky|ki|kilo|can|ta|tan)\b"
_REST = r"(?:[^,;.\n\d()+]|\.(?=\w)|(?<=quan )\d+){0,32}"
_MOVES = r"(?:giao|ship|cho|van chuyen|toi|den|ve|cuoc|phi|tien xe|deliver(?:ed|y)|freight)"
_NAMED = (
    re.compile(rf"{_PLUS} ?{_MONEY}(?:{_PER})? ?(?:tien |neu |de |la |for |if )?{_MOVES}\b(?P<to>{_REST})"),
    re.compile(
        rf"\b(?:giao|ship|cho|toi|ve|deliver(?:ed|y))\b(?P<to>{_REST}?) ?{_PLUS} ?{_MONEY}(?:{_PER})?"
    ),
    re.compile(
        r"\b(?:cuoc|phi ship|tien ship|phi van chuyen|phi giao|freight|shipping)\b"
        rf"(?P<to>{_REST}?) ?[:=~]? ?{_MONEY}{_PER}"
    ),
)
_MIGHT = re.compile(r"them|cong|thu|phi|plus|add|\+|cuoc|ship|freight|tien")
_KILOGRAMS = {"ta": 100, "tan": 1000}
_LEAST, _MOST = Decimal(50), Decimal(100_000)  # đồng per kilogram: less or more is no freight by weight
_STATION = re.compile(r"\b(?:ben|chanh|ga|buu cuc|nha xe|len xe|xe khach)\b")
_NO_NAME = re.compile(
    r"^ *(?:(?:tan noi|tan cho|noi nhan|giao|ship|hang|van chuyen|toi|den|ve|tan|vao|ra|o|tai|la|khoang|thi"
    r"|to|for|in|delivered|phi|cuoc|kho|khach|ben mua|nguoi mua|nha|cua hang|bep|cong ty|them|neu)\b *)+"
)


@dataclass(frozen=True, slots=True)
class OwnFreight:
    """Đồng per kilogram on top of the price; ``per_said`` is False where the unit is that of the price.

    ``to`` names where the goods are brought for it, empty where the words name no place; ``span`` are the
    letters of the words.
    """

    amount: Decimal
    per_said: bool
    to: str
    span: Span
    station: bool = False


def find_own_freight(raw: str) -> OwnFreight | None:
    """The freight that the words add to a price to bring the goods; None where they name none."""
    text = fold(raw)
    if len(text) != len(raw) or not _MIGHT.search(text):
        return None
    for pattern in _NAMED:
        for found in pattern.finditer(text):
            amount = _dong(found)
            if amount is None or not _LEAST <= amount <= _MOST:
                continue
            start, end = found.span("to")
            named = _NO_NAME.match(text[start:end])
            to = raw[start + (named.end() if named else 0) : end].strip(" :")
            last = found.start() + len(found[0].rstrip())
            at_station = bool(_STATION.search(text[start:end]))
            return OwnFreight(amount, found["per"] is not None, to, (found.start(), last), at_station)
    return None


def _dong(found: re.Match[str]) -> Decimal | None:
    """What is added to a kilogram: "1.200đ", "1,5k", "700 nghìn/tấn"; never "thêm 500"."""
    if not (found["thousands"] or found["dong"] or found["per"]):
        return None
    digits = found["amount"]
    if found["thousands"]:
        value = (
            Decimal(digits.replace(",", ".")) * 1000 if digits.count(".") + digits.count(",") < 2 else None
        )
    else:
        grouped = re.fullmatch(r"\d{1,3}(?:[.,]\d{3})*|\d+", digits)
        value = Decimal(re.sub(r"[.,]", "", digits)) if grouped else None
    return value / _KILOGRAMS.get(found["per"] or "", 1) if value is not None else None
