"""Writes any number of realistic offers and demands: `python tests/benchmarks/generate.py OUT 2000 20000`.

Products, months, shelf lives and price bands come from the product table, places from the places table;
names are varied as people write them (no accents, a place behind, a packing before). The same seed gives
the same bytes.
"""

from __future__ import annotations

import argparse
import json
import random
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from seeds import reference

Record = dict[str, Any]
Row = dict[str, str]

CHANNELS = (
    *("supermarket", "supermarket", "hypermarket", "minimarket", "organic_store", "processor", "wholesale"),
    *("canteen", "restaurant", "gift_horeca", "ecommerce", "exporter_cn", "exporter_eu"),
)
PAPERS = ("ATTP", "VIETGAP", "QR", "TCB", "GS1", "GI", "HACCP", "GLOBALGAP", "HC_VN")
EXTRAS = ("", "", "", " loại 1", " loại 2", " đặc sản", " sạch", " nguyên chất", " hữu cơ")
FORM_STORAGE = {"fresh": "chilled", "frozen": "frozen", "live": "live"}
REMOTE = ("remote_town", "island", "district_town")


def folded(text: str) -> str:
    """The text without diacritics."""
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in plain if not unicodedata.combining(c))


class Market:
    """Draws records from the reference tables with one random generator."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        rows = reference("products")
        self.products = [row for row in rows if row["rank"] != "family" and row["harvest_months"]]
        places = [row for row in reference("places") if row.get("lat") and row["lat"] != ""]
        self.places = [row for row in places if row.get("name_vi") or row.get("name")]

    def offers(self, n: int) -> Iterator[Record]:
        """``n`` offers with ids o000001 …"""
        for i in range(1, n + 1):
            yield self.offer(f"o{i:06d}", self.random.choice(self.products))

    def demands(self, n: int) -> Iterator[Record]:
        """``n`` demands with ids d000001 …"""
        for i in range(1, n + 1):
            yield self.demand(f"d{i:06d}", self.random.choice(self.products))

    def offer(self, name: str, product: Row) -> Record:
        """One offer of a product."""
        draw = self.random
        low, high, unit = self._price(product)
        return {
            "id": name,
            "producer": f"HTX số {draw.randint(1, 4000)} (mẫu)",
            "product": self._named(product),
            "quantity": draw.choice((0.5, 1, 2, 3, 5, 8, 10, 15, 20, 40, 60, 100)),
            "unit": "tấn" if unit == "kg" else unit,
            "per": draw.choice(("month", "month", "season", "year", "week")),
            "months": self._months(product, draw.randint(0, 2)),
            "price_min": low,
            "price_max": high,
            "price_unit": unit,
            "price_basis": draw.choice(("farm_gate", "farm_gate", "depot", "truck_station", "delivered")),
            "certificates": self._papers(0.75),
            "ocop_stars": draw.choice((0, 0, 3, 3, 4, 5)),
            "invoice": draw.choice(("HDDT", "HDDT", "HDDT", "BANG_KE", "KHONG")),
            "storage": FORM_STORAGE.get(product["form"], "ambient"),
            "min_order_kg": draw.choice((50, 100, 500, 1000)),
            "max_payment_days": draw.choice((None, None, 7, 15, 30)),
            "place": self._place(),
        }

    def demand(self, name: str, product: Row) -> Record:
        """One demand for a product."""
        draw = self.random
        _, high, unit = self._price(product)
        return {
            "id": name,
            "buyer": f"Bên mua số {draw.randint(1, 300)} (mẫu)",
            "channel": draw.choice(CHANNELS),
            "product": self._named(product),
            "quantity": draw.choice((1, 2, 5, 10, 20, 45, 60, 120)),
            "unit": "tấn" if unit == "kg" else unit,
            "per": draw.choice(("month", "month", "week", "total")),
            "months": self._months(product, draw.randint(0, 3)),
            "price_max": round(high * draw.uniform(0.8, 1.6), -2),
            "price_unit": unit,
            "price_basis": draw.choice(("delivered", "delivered", "farm_gate")),
            "required_certificates": [code for code in ("ATTP", "VIETGAP", "QR") if draw.random() < 0.35],
            "preferred_certificates": [code for code in ("OCOP", "GI", "HACCP") if draw.random() < 0.4],
            "invoice_required": draw.random() < 0.6,
            "min_lot_kg": draw.choice((None, 200, 500, 2000)),
            "min_remaining_share": draw.choice((None, 0.5, 0.67)),
            "pooling_allowed": draw.random() < 0.7,
            "payment_days": draw.choice((None, 7, 15, 30, 45)),
            "place": self._place(),
        }

    def _named(self, product: Row) -> str:
        names = [product["name_vi"], *filter(None, product["synonyms_vi"].split(";"))]
        name = self.random.choice(names) + self.random.choice(EXTRAS)
        origins = [part for part in product["origins"].split(";") if part]
        if origins and self.random.random() < 0.3:
            name += f" {self.random.choice(origins).split(',')[0]}"
        return folded(name) if self.random.random() < 0.15 else name

    def _months(self, product: Row, shift: int) -> list[int]:
        months = product["saleable_months"] if product["storable"] == "1" else product["harvest_months"]
        chosen = [int(month) for month in months.split(";") if month]
        kept = chosen[shift:] or chosen
        return sorted(set(kept))

    def _price(self, product: Row) -> tuple[int, int, str]:
        low = float(product["price_low"] or self.random.choice((12000, 25000, 60000, 180000)))
        high = float(product["price_high"] or low * 1.6)
        start = low + (high - low) * self.random.random() * 0.6
        unit = product["price_unit"] or "kg"
        return round(start, -2), round(start * self.random.uniform(1.05, 1.4), -2), unit  # type: ignore[return-value]

    def _papers(self, share: float) -> list[str]:
        held = [code for code in PAPERS[:3] if self.random.random() < share]
        held += [code for code in PAPERS[3:] if self.random.random() < 0.2]
        year, month = self.random.randint(2026, 2029), self.random.randint(1, 12)
        return [f"{code}@{year}-{month:02d}-15" if self.random.random() < 0.5 else code for code in held]

    def _place(self) -> Record:
        """A spot within some 20 km of a known place, as a producer's commune would be."""
        row = self.random.choice(self.places)
        step = self.random.randint(-3, 3), self.random.randint(-3, 3)
        lat, lon = float(row["lat"]) + step[0] * 0.03, float(row["lon"]) + step[1] * 0.03
        return {"lat": round(min(max(lat, 8.5), 23.3), 4), "lon": round(lon, 4)}


def write(folder: Path, demands: int, offers: int, seed: int = 1) -> tuple[Path, Path]:
    """Writes demands.jsonl and offers.jsonl into ``folder``; their paths."""
    market = Market(seed)
    folder.mkdir(parents=True, exist_ok=True)
    paths = folder / "demands.jsonl", folder / "offers.jsonl"
    for path, records in zip(paths, (market.demands(demands), market.offers(offers)), strict=True):
        with path.open("w", encoding="utf-8") as out:
            for record in records:
                out.write(json.dumps(record, ensure_ascii=False) + "\n")
    return paths


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("demands", type=int)
    parser.add_argument("offers", type=int)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    write(given.folder, given.demands, given.offers, given.seed)
