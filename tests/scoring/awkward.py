"""Awkward records drawn at random: thirds, odd amounts, lapsed papers, dates beside months."""

from datetime import date
from random import Random

from scoring.records import Certificate, Demand, Offer, Place

PRODUCTS = ("vải thiều", "vải u hồng", "gạo ST25", "tỏi Lý Sơn", "thổ cẩm", "sầu riêng Ri6", "lợn đen hơi")
PLACES = (
    Place(text="Lục Ngạn", lat=21.3, lon=106.6),
    Place(text="Hà Nội", lat=21.0, lon=105.8),
    Place(text="Cần Thơ", lat=10.0, lon=105.8),
    Place(),
)
PERIODS = ("day", "week", "month", "quarter", "season", "year", "total", "batch", "")
UNITS = ("kg", "tạ", "tấn", "quả", "kg hơi")


class Market:
    """Draws awkward records: thirds, odd amounts, lapsed papers, dates beside months."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)

    def offer(self, number: int) -> Offer:
        pick, low = self.random.choice, self.random.choice((0, 333, 9_777, 21_333.33, 88_888))
        return Offer(
            id=f"o{number:04d}",
            product=pick(PRODUCTS),
            **self._amount(),
            months=self._months(),
            deliver_from=pick((None, None, None, date(2026, 12, 9), date(2027, 5, 3))),
            deliver_to=pick((None, None, None, date(2027, 6, 20), date(2027, 7, 31))),
            price_min=low,
            price_max=low * 1.2,
            price_unit="kg",
            price_basis=pick(("farm_gate", "delivered", "truck_station", "")),
            certificates=self._papers(),
            ocop_stars=pick((None, 3, 4)),
            ocop_expiry=pick((None, date(2026, 12, 1))),
            invoice=pick(("HDDT", "HDDT", "KHONG", "")),
            shelf_life_days=pick((None, 1, 20)),
            storage=pick(("ambient", "chilled", "")),
            min_order=pick((None, None, 77.7, 1234.5)),
            min_order_unit="kg",
            max_payment_days=pick((None, 15)),
            max_discount_pct=pick((None, 10)),
            accepts_returns=pick((None, False)),
            lead_time_days=pick((None, None, 45)),
            place=pick((PLACES[0], PLACES[3])),
        )

    def demand(self, number: int) -> Demand:
        pick = self.random.choice
        return Demand(
            id=f"d{number:04d}",
            product=pick(PRODUCTS),
            channel="supermarket",
            **self._amount(),
            months=self._months(),
            price_max=pick((None, 0, 8_765.43, 30_000)),
            price_unit="kg",
            price_basis=pick(("delivered", "farm_gate")),
            required_certificates=pick(((), (Certificate("ATTP"),), (Certificate("QR"),))),
            min_ocop_stars=pick((None, None, 4)),
            invoices_accepted=pick(((), ("HDDT_MTT", "HDDT"))),
            min_lot=pick((None, None, 400.7, 12_345)),
            min_lot_unit="kg",
            min_remaining_days=pick((None, 3)),
            pooling_allowed=pick((None, False)),
            payment_days=pick((None, 45)),
            discount_pct=pick((None, 12.34)),
            returns=pick((None, True)),
            place=pick(PLACES[1:3]),
        )

    def _amount(self):
        quantity = self.random.choice((1, 7, 33, 100, 333, 1000.1, 4321))
        unit = self.random.choice(UNITS)
        weight = 0.333 if unit == "quả" and self.random.random() < 0.5 else None
        return {"quantity": quantity, "unit": unit, "per": self.random.choice(PERIODS), "unit_kg": weight}

    def _months(self) -> tuple[int, ...]:
        first = self.random.randint(1, 12)
        return tuple((first - 1 + i) % 12 + 1 for i in range(self.random.choice((0, 1, 2, 5))))

    def _papers(self) -> tuple[Certificate, ...]:
        held = [Certificate("ATTP", self.random.choice((None, date(2026, 12, 20))))]
        held += [Certificate("QR"), Certificate("OCOP", date(2026, 12, 20), 4)]
        return tuple(paper for paper in held if self.random.random() < 0.5)
