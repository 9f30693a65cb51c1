"""What a seller's note says of trade that his fields declare too: the ground of a criterion, and no question.

"Hàng giao xong không nhận lại" beside ``accepts_returns`` false is told with the terms; a note that says
otherwise than its field (seven days of credit, and "thanh toán ngay") is asked there. Each kind of term has
its criterion, whether a field declares it or not.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from scoring.papers_said import PAPERS, agrees, codes_meant
from scoring.pooling_said import same, weighed
from scoring.records import Demand, Offer
from scoring.sale_months import as_the_months, months_said
from scoring.units import fold

_PERIODS = {"ngay": 1, "hom": 1, "day": 1, "tuan": 7, "week": 7, "thang": 30, "month": 30}
_SPAN = r"(\d{1,3})(?: ?(?:-|–|den|toi|to) ?(\d{1,3}))? ?(ngay|hom|tuan|thang|days?|weeks?|months?)\b"
_CREDIT = re.compile(
    r"(?:\b(?:tra (?:tien|cham|sau|trong)|thanh toan|cong no|cho no|goi dau|payment|credit|paid)\b|"
    rf"\bnet(?= \d)|^no (?:khong|toi|duoc|trong)\b)[^;\d]{{0,25}}{_SPAN}"
)
_AT_ONCE = re.compile(
    r"\b(?:(?:thu|lay|nhan|tra|chuyen)(?: du)? tien(?: mat)? (?:ngay|lien|luon)|trao chao muc|"
    r"(?:thanh toan|chuyen khoan) (?:ngay|lien|luon)|giao hang (?:la |xong |thi )?(?:thu|lay|nhan|tra) tien|"
    r"(?:khong|ko|k) (?:cho |nhan |ban )?(?:no|cong no|chiu|goi dau)|"
    r"(?:thanh toan|tra tien) khi (?:giao|nhan)|payment on (?:receipt|delivery)|no credit)\b"
)
_CASH = re.compile(r"\b(?:tien (?:mat|tuoi)|cash|chuyen khoan|cod)\b")
_NO_RETURNS = re.compile(
    r"\b(?:(?:khong|ko|mien)(?: duoc| cho)? (?:nhan (?:hang )?(?:doi )?(?:tra lai|tra|lai|hoan)|"
    r"(?:doi tra|hoan tra|tra lai|tra hang|hoan hang|tra)"
    r"(?! (?:cham|tien|truoc|sau|gop|ngay|loi|no|gia|thuoc)))|"
    r"no returns?)\b(?! tien)"
)
_RETURNS = re.compile(
    r"\b(?:nhan|cho|duoc|bao) (?:doi )?tra(?: hang| lai)?\b(?! (?:tien|cham|sau|truoc))|"
    r"\b(?:nhan|cho) doi\b|\bboi thuong\b|"
    r"\b(?:bu|den)(?: bu)? (?:hang|tien|lai)\b|\breturns? accepted\b|\bdoi (?:hang )?(?:loi|hong|dap)\b"
)
_NO_CONSIGNMENT = re.compile(
    r"\b(?:(?:ban|mua) dut|(?:khong|ko) (?:nhan |ban |cho )?(?:ky|ki) gui|no consignment)\b"
)
_CONSIGNMENT = re.compile(
    r"\b(?:(?:nhan|cho|chiu) (?:ky|ki) gui|(?:ky|ki) gui (?:duoc|ok)|consignment accepted)\b"
)
_DISCOUNT = re.compile(
    r"\b(?:chiet khau|hoa hong|ck|discount)\b[^;\d]{0,25}(\d{1,2}(?:[.,]\d)?)(?: ?- ?(\d{1,2}))? ?%"
)
_LEAST = re.compile(
    r"\b(?:khong (?:ban|giao|nhan)(?: le)? duoi|"
    r"don|toi thieu|it nhat|tro len|ban le|dat hang|moi lan|dat|mua|lay|minimum|min|moq|at least)\b"
)
_AMOUNT = re.compile(
    r"(?<![\d.,])(\d[\d.,]*|nua) ?(tan|ta|yen|kg|ky|ki|tons?|lit|con|qua|trai|chai|hop|hu|goi|tui|"
    r"thung|bao|bo|chau|chiec|cai)\b"
)
_PRICED = re.compile(r"\d ?(?:k|d|dong|nghin|ngan|vnd|%)\b|\bgia\b|/ ?(?:thang|tuan|ngay|nam|vu)\b")
_LEAD = re.compile(
    r"\b(?:dat|bao|goi|len don|chuan bi|gom hang|lam hang|lead time|prepar\w+|notice|order)\b[^;\d]{0,20}"
    rf"{_SPAN}|{_SPAN} (?:de )?(?:chuan bi|gom hang|lam hang|notice|lead time)"
)
_INVOICE = re.compile(
    r"\b(?:hoa don|bang ke|invoices?|hddt)\b|\b(?:co|xuat|lay)(?: duoc)?(?: ca)? vat\b(?! (?:lieu|nuoi|tu))"
)
_NOT = re.compile(r"\b(?:khong|ko|chua|no|not|non|without)\b")
_PAPERLESS = re.compile(r"\b(?:chua|khong|ko) (?:co |lam )?(?:giay to|giay|ho so)\b(?! (?:goi|hop|nop|boc))")
_DENIED_FIRST = re.compile(r"(?:van |hien )?(?:chua|khong|ko|no)\b")
_PRICE_WITH = re.compile(r"\bgia\b|\bgom\b|\bprice")
_ALL_YEAR = re.compile(r"\b(?:quanh nam|ca nam|12 thang|all year|year[- ]round)\b")
_OF_SAMPLES = re.compile(
    r"\b(?:gui|lay|xem|duyet|thu|san|co|can|nhan)(?: san| duoc| it)? mau(?! (?:so|ma|sac|do|vang|xanh|tim|"
    r"den|trang|nau|hong|cam|dep|sang|tuoi|dam|nhat))\b|\bsamples?\b"
)
_SAMPLES_SENT = re.compile(
    r"\b(?:gui|co|san|lay|nhan)(?: gui)?(?: san| duoc)? mau\b(?! (?:ma|sac))|\bsamples? (?:available|free)\b"
)
_SOLE = re.compile(
    r"\b(?:doc quyen|(?:mot|1) (?:moi|dau moi|nha phan phoi|khach)(?! hang\b)|exclusiv\w+|"
    r"sole (?:agent|buyer))\b"
)
_CARRIED = re.compile(
    r"\b(?:tu (?:cho|lay|van chuyen|boc|(?:bo tri|lo|thue|dieu) xe)|den (?:lay|nhan|boc)|"
    r"(?:cho|dua|gui) (?:hang )?(?:ra|toi|den|len|xuong) (?:ben|kho|cang|cho|duong|quoc lo|tran)|"
    r"giao (?:hang )?(?:tai|tan|den|toi|o|ngay) (?:kho|vuon|nha|noi|ben|xuong|cho|cang|ruong|trai)|"
    r"nhap kho|pick ?up|ex[- ]works?)\b"
)
_FETCHED = re.compile(
    r"\b(?:(?:ben mua|khach|nguoi mua|thuong lai) (?:phai )?(?:tu |den )"
    r"(?:lay|cho|den|boc|nhan|(?:bo tri|lo|thue|dieu|di) xe)|"
    r"giao (?:hang )?(?:tai|o|ngay) (?:kho|vuon|nha|xuong|ruong|trai|cho)|pick ?up only|ex[- ]works?)\b"
)
_COLD = re.compile(r"\b(?:xe|kho|container|tu) (?:lanh|mat|dong(?: lanh)?)\b|\bcold (?:store|storage|room)\b")
_FETCHED_BY_HIM = re.compile(
    r"\b(?:ben mua|khach|nguoi mua|thuong lai) (?:phai )?(?:tu|den) (?:lay|cho|boc|nhan|\w+(?: \w+)? xe)\b"
)
AT_THE_SELLER = ("farm_gate", "depot")


def _days(found: re.Match[str], first: int = 1) -> int:
    low, high, period = found.groups()[first - 1 : first + 2]
    return int(high or low) * _PERIODS[period if period in _PERIODS else period.rstrip("s")]


def _payment(plain: str, offer: Offer) -> bool | None:
    if offer.max_payment_days is None:
        return None
    if found := _CREDIT.search(plain):
        return _days(found) == offer.max_payment_days
    if _AT_ONCE.search(plain):
        return offer.max_payment_days == 0
    return True if offer.max_payment_days == 0 else None  # money in cash says not when


def _yes_or_no(no: re.Pattern[str], field: str) -> Callable[[str, Offer], bool | None]:
    def agreed(plain: str, offer: Offer) -> bool | None:
        own = getattr(offer, field)
        return None if own is None else (own is False) == bool(no.search(plain))

    return agreed


def _discount(plain: str, offer: Offer) -> bool | None:
    found = _DISCOUNT.search(plain)
    if not found or offer.max_discount_pct is None:
        return None
    return float((found[2] or found[1]).replace(",", ".")) == float(offer.max_discount_pct)


def _least(plain: str, offer: Offer) -> bool | None:
    said = _amount(plain)
    if not said or not offer.min_order:
        return None
    own = weighed(offer.min_order, offer.min_order_unit)
    return same(said, own) if said[1] == own[1] else None


def _amount(plain: str) -> tuple[float, str] | None:
    found = _AMOUNT.search(plain)
    return weighed(0.5 if found[1] == "nua" else _number(found[1]), found[2]) if found else None


def _number(text: str) -> float:
    """A figure as it is written here: "1.500", "1,5"."""
    thousands = re.fullmatch(r"\d{1,3}(?:\.\d{3})+", text)
    return float(text.replace(".", "") if thousands else text.replace(",", ".").strip("."))


def _lead(plain: str, offer: Offer) -> bool | None:
    found = _LEAD.search(plain)
    if not found or offer.lead_time_days is None:
        return None
    return _days(found, 1 if found[1] else 4) == offer.lead_time_days


def _invoice(plain: str, offer: Offer) -> bool | None:
    if agrees(plain, offer):
        return True
    if not _NOT.search(plain):
        return None
    return {"KHONG": True, "HDDT": False, "HDDT_MTT": False}.get(offer.invoice)


def _papers(plain: str, offer: Offer) -> bool | None:
    if agrees(plain, offer):
        return True
    codes = codes_meant(PAPERS.findall(plain))
    held = any(paper.code.startswith(codes) for paper in offer.certificates)
    return False if held and _DENIED_FIRST.match(plain) else None


def _cold(plain: str, offer: Offer) -> bool | None:
    """Cold carriage or store, held against how the goods are kept."""
    cold = offer.storage in ("chilled", "frozen")
    if _NOT.search(plain):
        return not cold if offer.storage else None
    return True if cold else None


def _all_year(plain: str, offer: Offer) -> bool | None:
    return True if len(set(offer.months)) == 12 else None


def _open(plain: str, offer: Offer) -> bool | None:
    return None


class _Kind(NamedTuple):
    """A kind of term: the criterion that it bears on, whether a folded clause names it, and whether that
    agrees with the fields of an offer; None where no field declares it."""

    criterion: str
    named: Callable[[str], bool]
    agreed: Callable[[str, Offer], bool | None]


def _any(*patterns: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda plain: any(pattern.search(plain) for pattern in patterns)


def _is_least(plain: str) -> bool:
    return all(pattern.search(plain) for pattern in (_LEAST, _AMOUNT)) and not _PRICED.search(plain)


def _is_invoice(plain: str) -> bool:
    return _INVOICE.search(plain) is not None and not _PRICE_WITH.search(plain)


def _is_carriage(plain: str) -> bool:
    return _CARRIED.search(plain) is not None and not _PRICE_WITH.search(plain)


def _is_cold(plain: str) -> bool:
    return _COLD.search(plain) is not None and not _PRICE_WITH.search(plain)


def _is_paper(plain: str) -> bool:
    named = PAPERS.search(plain) or _PAPERLESS.search(plain)
    return named is not None and not _PRICE_WITH.search(plain)


# The first kind that is named takes a clause.
_KINDS = (
    _Kind("terms", _any(_NO_RETURNS, _RETURNS), _yes_or_no(_NO_RETURNS, "accepts_returns")),
    _Kind("terms", _any(_NO_CONSIGNMENT, _CONSIGNMENT), _yes_or_no(_NO_CONSIGNMENT, "accepts_consignment")),
    _Kind("terms", _any(_DISCOUNT), _discount),
    _Kind("terms", _any(_CREDIT, _AT_ONCE, _CASH), _payment),
    _Kind("volume", _is_least, _least),
    _Kind("season", _any(_LEAD), _lead),
    _Kind("requirements", _is_invoice, _invoice),
    _Kind("terms", _any(_OF_SAMPLES, _SOLE), _open),
    _Kind("logistics", _is_carriage, _open),
    _Kind("freshness", _is_cold, _cold),
    _Kind("requirements", _is_paper, _papers),
    _Kind("season", _any(_ALL_YEAR), _all_year),
    _Kind("season", months_said, as_the_months),
)


@lru_cache(maxsize=16_384)
def kind_of_term(plain: str) -> int:
    """The number of the kind of term that a folded clause names; -1 where it names none."""
    return next((at for at, kind in enumerate(_KINDS) if kind.named(plain)), -1)


def criterion_of_term(plain: str) -> str:
    """The criterion of the term of trade that a folded clause names; "" where it names none."""
    at = kind_of_term(plain)
    return _KINDS[at].criterion if at >= 0 else ""


def as_declared(plain: str, offer: Offer) -> bool | None:
    """Whether a folded clause of a seller says of a term what his fields declare; None where they do not, or
    it names none.

    >>> as_declared("chi ban dut", Offer("o", "p", accepts_consignment=False))
    True
    """
    at = kind_of_term(plain)
    return _KINDS[at].agreed(plain, offer) if at >= 0 else None


def is_least_order(plain: str) -> bool:
    """Whether a folded clause of a seller names the least that he sells at once."""
    return criterion_of_term(plain) == "volume"


MANY_TIMES = 10  # a least order, to be plainly within what is needed


def _taken(plain: str, demand: Demand) -> bool:
    """Whether a least order in words is no more than the buyer takes at once: his least lot, or a small part
    of his need."""
    said = _amount(plain)
    lots = ((demand.min_lot, demand.min_lot_unit, 1), (demand.quantity, demand.unit, MANY_TIMES))
    amounts = [(weighed(amount, unit), times) for amount, unit, times in lots if amount]
    return bool(said) and any(
        said[1] == unit and said[0] * times <= value for (value, unit), times in amounts if said
    )


def must_suit(plain: str) -> bool:
    """Whether a folded clause of a seller sets what a buyer may not take: a least order, or fetching the
    goods himself."""
    return is_least_order(plain) or _FETCHED_BY_HIM.search(plain) is not None


def needless(plain: str, demand: Demand) -> bool:
    """Whether what a seller says of a term need not be asked of this buyer: a least order that he takes, that
    others are sold to where he wants no sole right, that goods are fetched where he fetches them."""
    if is_least_order(plain):
        return _taken(plain, demand)
    if _SOLE.search(plain) and _NOT.search(plain):
        return not _SOLE.search(fold(f"{demand.spec}; {demand.remarks}; {demand.description}"))
    return bool(_FETCHED.search(plain)) and demand.price_basis in AT_THE_SELLER


def of_samples(plain: str) -> bool:
    """Whether a folded clause asks for samples."""
    return _OF_SAMPLES.search(plain) is not None


def samples_answered(plain: str, told: str) -> str:
    """The words of a seller that tell of the samples which a buyer's folded clause asks for; "" for none."""
    if not _OF_SAMPLES.search(plain):
        return ""
    parts = (part.strip() for part in re.split(r"[,;\n]|\.(?=\s|$)", told))
    return next(
        (part for part in parts if _SAMPLES_SENT.search(fold(part)) and not _NOT.search(fold(part))), ""
    )
