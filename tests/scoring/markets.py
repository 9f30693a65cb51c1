"""Small markets drawn at random, for comparisons of whole rankings."""

import random

from scoring.records import Certificate, Place

PRODUCTS = [
    "vải thiều",
    "vải u hồng",
    "vải thiều Lục Ngạn",
    "vải sấy",
    "gạo ST25",
    "gạo",
    "tỏi Lý Sơn",
    "thổ cẩm",
    "phở",
]
PLACES = [Place(text="Lục Ngạn", lat=21.3, lon=106.6), Place(text="Đảo Xa", lat=16.0, lon=111.0), Place()]
DESTINATIONS = [
    Place(text="Hà Nội", lat=21.0, lon=105.8),
    Place(text="Cần Thơ", lat=10.0, lon=105.8),
    Place(),
]


def market(offer, demand, n=80, m=12, seed=3):
    """Offers and demands drawn at random, with everything that can be absent sometimes absent."""
    draw = random.Random(seed)

    def month_set():
        return tuple(sorted(draw.sample(range(1, 13), draw.randint(0, 5))))

    offers = [
        offer(
            id=f"o{i:03d}",
            product=draw.choice(PRODUCTS),
            quantity=draw.choice([None, 1, 5, 20, 200]),
            unit=draw.choice(["tấn", "kg", "quả"]),
            per=draw.choice(["month", "season", "week", ""]),
            months=month_set(),
            price_min=draw.choice([None, 10000, 25000, 31000]),
            price_max=None,
            price_basis=draw.choice(["farm_gate", "delivered", ""]),
            certificates=tuple(Certificate(c) for c in ("ATTP", "QR", "GI") if draw.random() < 0.6),
            invoice=draw.choice(["HDDT", "KHONG", ""]),
            max_payment_days=draw.choice([None, 10, 60]),
            place=draw.choice(PLACES),
        )
        for i in range(n)
    ]
    demands = [
        demand(
            id=f"d{i:03d}",
            product=draw.choice(PRODUCTS),
            channel=draw.choice(["supermarket", "exporter_cn", "canteen"]),
            quantity=draw.choice([None, 5, 50]),
            months=month_set(),
            pooling_allowed=draw.choice([None, True, False]),
            min_lot=draw.choice([None, 2]),
            payment_days=draw.choice([None, 30]),
            place=draw.choice(DESTINATIONS),
        )
        for i in range(m)
    ]
    return offers, demands
