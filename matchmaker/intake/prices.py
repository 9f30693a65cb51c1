"""What it costs, from the clauses of a message: in money per unit, per kilogram where the unit is mass."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from matchmaker.intake.clause import Clause
from matchmaker.intake.phrases import Phrases
from matchmaker.intake.text import Token

# Nobody sells for less than a thousand đồng: a bare "180/kg" leaves the thousands out.
_LEAST_VND = Decimal(1000)
_LEAST_PIECE = Decimal(100)
_NEGOTIABLE = Phrases.listed(
    "theo bảng giá | bảng giá tuần | thỏa thuận | thương lượng | theo giá thị trường | giá thị trường | "
    "theo giá sàn | theo báo giá | negotiable | market price | giá liên hệ | liên hệ giá | theo thị "
    "trường | theo thời điểm | theo thời giá | thời giá | theo giá chợ | theo giá ngày | giá theo ngày "
    "| giá theo sàn | theo giá thời điểm | to be agreed | to be discussed | to be negotiated | theo sàn "
    "| open to offers | giá mở | giá cả thương thảo | thương thảo | deal | theo giá từng thời điểm | "
    "market rate | at market price | tùy thị trường | báo giá sau | giá tùy thời điểm | giá ib | ib giá "
    "| inbox giá | giá inbox | current price | theo giá cà phê | theo giá london | giá cả thỏa thuận | "
    "đàm phán | giá tl | giá tt | hai bên bàn bạc | bàn bạc | trao đổi sau | giá trao đổi | gặp nói "
    "chuyện | price on request | open to negotiation | subject to market | subject to negotiation | price "
    "open | theo giá thế giới | theo giá hiện hành | upon agreement | thoả thuận"
)
_BY_KIND = Phrases.listed(
    "tùy loại | tuỳ loại | theo loại | tùy theo loại | tùy size | tùy cỡ | theo size | theo cỡ | tùy hàng | "
    "tùy chất lượng | tùy mẫu | theo mẫu | tùy kích thước | tùy giống | tùy độ dài | tùy lô | tùy độ | "
    "depending on grade | depending on size | by grade"
)
_ABOUT = Phrases.listed(
    "khoảng | chừng | tầm | độ | cỡ | khoảng chừng | tầm khoảng | áng chừng | ước chừng | xấp xỉ | quanh | "
    "trên dưới | loanh quanh | around | about | approximately | ~"
)
_NOT = ("không", "khỏi", "miễn", "no", "not", "non", "ko", "k")
_WHOLESALE = ("sỉ", "buôn", "wholesale")
_GRADE = Phrases.listed(
    "loại 1 | loại 2 | loại 3 | loại i | loại ii | loại a | loại b | loại c | loại to | loại nhỏ | loại "
    "đẹp | hàng đẹp | hàng xô | bán xô | xô | lựa | hàng lựa | dạt | hàng dạt | đại | trung | nhỏ | to "
    "| size to | size nhỏ | grade a | grade b | grade c | đặc biệt | thượng hạng | hạng a | hạng b | vip | "
    "hàng vip | loại vip | tuyển | hàng tuyển | loại tuyển | thường | hàng thường | loại thường | "
    "nhất | nhì | loại nhất | loại nhì | premium | standard | select | size s | size m | size l | size xl | "
    + " | ".join(
        f"{word} {n}" for word in ("loại", "hạng", "size", "sz", "cỡ", "grade") for n in range(1, 51)
    )
)
_RETAIL = ("lẻ", "retail")


@dataclass(frozen=True, slots=True)
class Price:
    """A price from ``low`` to ``high`` (None: open) in ``currency`` for one ``unit`` ("" if unsaid).

    Prices per mass are per kg. ``vnd_kg_*`` are đồng per kilogram where currency and weight are known.
    """

    low: Decimal | None
    high: Decimal | None
    unit: str
    currency: str
    vnd_kg_low: Decimal | None
    vnd_kg_high: Decimal | None
    start: int
    end: int
    confidence: float
    doubts: tuple[str, ...] = ()
    parts: tuple[Price, ...] = ()  # the prices of several grades, where this is the range of them all


def find_prices(tokens: tuple[Token, ...], clauses: list[Clause]) -> list[Price]:
    """The prices of a message, the one for trade first; ranges said as two prices are joined."""
    said = [c for c in clauses if c.role == "price"]
    firm = _with_shared_unit([c for c in said if not c.weak] or said[:1])
    prices = _joined(tokens, [(c, _price(tokens, c, clauses)) for c in firm])
    ranked = sorted(prices, key=lambda item: _rank(tokens, item[0]))
    return _over_grades(tokens, ranked) or [price for _, price in ranked]


def _over_grades(tokens: tuple[Token, ...], priced: list[tuple[Clause, Price]]) -> list[Price]:
    """ "loại 1 30k, loại 2 22k/kg" asks from 22 to 30; nothing where one has no grade or another unit."""
    graded = [_GRADE.before(tokens, clause.start, 3) for clause, _ in priced]
    prices = [price for _, price in priced]
    if len(prices) < 2 or not all(graded) or len({(p.unit, p.currency) for p in prices}) > 1:
        return []
    by_low = sorted(prices, key=lambda price: price.low or price.high or 0)
    first, last = min(prices, key=lambda p: p.start), max(prices, key=lambda p: p.end)
    whole = _range(by_low[0], replace(by_low[-1], high=by_low[-1].high or by_low[-1].low))
    return [replace(whole, start=first.start, end=last.end, parts=tuple(prices))]


def _with_shared_unit(clauses: list[Clause]) -> list[Clause]:
    """Prices said in a row share the unit said once: "sỉ 18k, lẻ 25k/kg"."""
    units = {clause.per_unit for clause in clauses if clause.per_unit}
    if len(units) != 1:
        return clauses
    unit = next(iter(units))
    return [c if c.per_unit else replace(c, per_unit=unit) for c in clauses]


def is_negotiable(tokens: tuple[Token, ...]) -> tuple[int, int] | None:
    """The tokens that leave the price open, None where none does or the text refuses it."""
    for i in range(len(tokens)):
        hit = _NEGOTIABLE.at(tokens, i)
        if hit and not any(t.is_(*_NOT) for t in tokens[max(0, i - 2) : i]):
            return i, hit.end
    return None


def is_by_kind(tokens: tuple[Token, ...], price: Price) -> tuple[int, int] | None:
    """The tokens that leave a range of prices to the kind: "280-450 nghìn/kg tuỳ loại"; else None."""
    if price.low is None or price.low == price.high:
        return None
    for i in range(price.end, min(price.end + 2, len(tokens))):
        if hit := _BY_KIND.at(tokens, i):
            return i, hit.end
    return None


def is_about(tokens: tuple[Token, ...], price: Price) -> tuple[int, int] | None:
    """The tokens of a price that is named roughly ("chừng 1tr/kg"), with the word that says so; else None."""
    if (hit := _ABOUT.at(tokens, price.start)) and hit.end < price.end:  # "trên dưới 9k"
        return price.start, price.end
    for end in (price.start, price.start + 1):
        if about := _ABOUT.before(tokens, end):
            return about[0], price.end
    return None


def _price(tokens: tuple[Token, ...], clause: Clause, clauses: Sequence[Clause]) -> Price:
    amount, unit = clause.amount, clause.per_unit
    currency = amount.currency or "VND"
    doubts = []
    low, high = amount.low, amount.high
    top = high if high is not None else low
    by_count = unit is not None and not unit.kg and amount.currency == "VND"  # "800 đ/lá" is what it says
    least = _LEAST_PIECE if by_count else _LEAST_VND
    if currency == "VND" and amount.scale < 1000 and top is not None and 0 < top < least:
        low, high = (None if v is None else v * 1000 for v in (low, high))
        doubts.append("thousands_implied")
    if any(token.is_("hơi") for token in tokens[clause.start : clause.end]):
        doubts.append("live_weight")
    if clause.broken:
        doubts.append("broken_range")
    if clause.weak:
        doubts.append("bare_price")
    if amount.others and currency != "VND":
        doubts.append("number_format")
    factor = (unit.kg or Decimal(1)) * clause.per_count if unit else Decimal(1)
    low, high = (None if v is None else v / factor for v in (low, high))
    kg = Decimal(1) if unit and unit.kg else clause.pack_kg or _weight_each(clause, clauses)
    known = currency == "VND" and unit is not None and bool(kg)
    vnd = [v / kg if known and kg and v is not None else None for v in (low, high)]
    name = "" if unit is None else "kg" if unit.kg else unit.name
    confidence = (0.95 if unit else 0.75) - 0.15 * len(doubts)
    return Price(
        low, high, name, currency, vnd[0], vnd[1], clause.start, clause.end, confidence, tuple(doubts)
    )


def _weight_each(clause: Clause, clauses: Sequence[Clause]) -> Decimal | None:
    """The one weight stated elsewhere for the piece that is priced ("túi 500g, 60k/túi")."""
    if clause.per_unit is None:
        return None
    for other in clauses:
        if other.role == "weight_each" and other.each_of == clause.per_unit.name:
            single = other.amount.in_kg().single
            return single / other.per_count if single else None
    return None


def _joined(tokens: tuple[Token, ...], priced: list[tuple[Clause, Price]]) -> list[tuple[Clause, Price]]:
    """Joins "15k/kg - 20k/kg" into one range."""
    joined: list[tuple[Clause, Price]] = []
    for clause, price in priced:
        if joined:
            before = joined[-1][1]
            between = tokens[before.end : clause.start]
            same = (before.unit, before.currency) == (price.unit, price.currency)
            if same and before.high is None and price.low is None and (before.low or 0) <= (price.high or 0):
                joined[-1] = (joined[-1][0], _range(before, price))  # "giá sàn 12k, trần 15k"
                continue
            rising = price.high is None or (before.low or 0) <= price.high
            if same and rising and len(between) == 1 and between[0].is_("-", "đến", "tới", "to"):
                joined[-1] = (joined[-1][0], _range(before, price))
                continue
        joined.append((clause, price))
    return joined


def _range(a: Price, b: Price) -> Price:
    return Price(
        a.low, b.high, b.unit, b.currency, a.vnd_kg_low, b.vnd_kg_high, a.start, b.end,
        min(a.confidence, b.confidence), tuple(dict.fromkeys((*a.doubts, *b.doubts))),
    )  # fmt: skip


def _rank(tokens: tuple[Token, ...], clause: Clause) -> int:
    """Wholesale before unnamed before retail."""
    window = tokens[max(0, clause.start - 2) : clause.start]
    if any(t.is_(*_WHOLESALE) for t in window):
        return 0
    return 2 if any(t.is_(*_RETAIL) for t in window) else 1
