"""A small trade: a dozen kinds, a few units, roads of one's own, and makers of offers and demands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pytest

from scoring.candidates import Market
from scoring.columns import DemandColumns, OfferColumns
from scoring.context import Context
from scoring.criteria import JUDGES
from scoring.logistics.routes import RouteMatrix, Rows
from scoring.pairs import Pairs
from scoring.product import Lexicon, ProductMatcher
from scoring.profile import Profile
from scoring.ranking import explain_pair
from scoring.records import Certificate, Demand, Match, Offer, Place
from scoring.units import Units

TODAY = date(2026, 11, 21)
ALL_YEAR = ";".join(str(month) for month in range(1, 13))


def kind(key: str, name: str, **more: str) -> dict[str, str]:
    """A row of the product table."""
    return {"key": key, "name_vi": name, "rank": "kind", "category": "fruit", "form": "fresh", **more}


FRESH = {
    "storage": "chilled",
    "shelf_ambient_days": "3",
    "shelf_chilled_days": "20",
    "harvest_months": "5;6;7",
}
DRY = {"storage": "ambient", "shelf_ambient_days": "365", "saleable_months": ALL_YEAR, "storable": "1"}
MADE = {**DRY, "category": "health", "form": "processed"}
SWEET = {**DRY, "category": "confectionery", "form": "processed"}
DRY_RICE = {**DRY, "category": "rice", "form": "dried"}
PRODUCTS = [
    kind("lychee", "vải thiều", **FRESH),
    kind("lychee_main", "vải thiều Lục Ngạn", parent="lychee", rank="variety", gi_name="Lục Ngạn", **FRESH),
    kind("lychee_early", "vải u hồng", parent="lychee", rank="variety", **FRESH),
    kind("lychee_dried", "vải sấy", parent="lychee", **{**DRY, "form": "dried"}),
    kind("durian", "sầu riêng", **FRESH),
    kind("durian_ri6", "sầu riêng Ri6", parent="durian", rank="variety", **FRESH),
    kind("durian_monthong", "sầu riêng Monthong", parent="durian", rank="variety", **FRESH),
    kind("durian_dak_lak", "sầu riêng Đắk Lắk", parent="durian", rank="variety", origins="Đắk Lắk", **FRESH),
    kind("rice", "gạo", **DRY_RICE),
    kind("rice_seng_cu", "gạo Séng Cù", parent="rice", rank="variety", **DRY_RICE),
    kind("rice_st25", "gạo ST25", parent="rice", rank="variety", **DRY_RICE),
    kind("garlic", "tỏi", **{**DRY, "category": "vegetable", "form": "dried"}),
    kind(
        "garlic_ly_son",
        "tỏi Lý Sơn",
        parent="garlic",
        rank="variety",
        gi_name="Lý Sơn",
        **{**DRY, "category": "vegetable", "form": "dried"},
    ),
    kind("pig_black", "lợn đen", synonyms_vi="lợn đen hơi", category="meat", form="", storage="live"),
    kind("brocade", "thổ cẩm", **{**DRY, "category": "handicraft", "form": "craft"}),
    kind("turmeric", "nghệ", **{**FRESH, "category": "spice"}),
    kind("turmeric_starch", "tinh bột nghệ", parent="turmeric", **MADE),
    kind("turmeric_fibre", "xơ nghệ", parent="turmeric", **{**MADE, "category": "fibre"}),
    kind("pear", "lê", **FRESH),
    kind("pear_vh6", "lê VH6", parent="pear", rank="variety", **FRESH),
    kind("pomelo_dien", "bưởi Diễn", **{**FRESH, "shelf_ambient_days": "60", "shelf_chilled_days": "100",
         "harvest_months": "11;12;1", "storable": "1"}),
    kind("chestnut", "hạt dẻ", **{**FRESH, "category": "nut"}),
    kind("pear_dried", "lê sấy", **{**DRY, "category": "dried fruit", "form": "dried"}),
    kind("buffalo_live", "trâu", synonyms_vi="trâu sống", category="livestock", form="live", storage="live"),
    kind("buffalo_jerky", "trâu gác bếp", **{**DRY, "category": "meat", "form": "processed"}),
    kind("sweets", "bánh kẹo", **{**SWEET, "rank": "family"}),
    kind("coconut_candy", "kẹo dừa", parent="sweets", **SWEET),
    kind("banana_candy", "kẹo chuối", parent="sweets", **SWEET),
    kind("honey", "mật ong", **{**DRY, "category": "bee product", "form": "processed"}),
    kind("squid", "mực một nắng", category="seafood", storage="frozen", shelf_ambient_days="2",
         shelf_chilled_days="180", harvest_months=ALL_YEAR),
]  # fmt: skip
UNITS = [
    {"unit": "kg", "aliases": "ký", "dimension": "mass", "base": "kg", "factor": "1"},
    {"unit": "tấn", "aliases": "ton;tan", "dimension": "mass", "base": "kg", "factor": "1000"},
    {"unit": "tạ", "aliases": "", "dimension": "mass", "base": "kg", "factor": "100"},
    {"unit": "quả", "aliases": "trái", "dimension": "count", "base": "quả", "factor": "1"},
    {"unit": "chục", "aliases": "", "dimension": "count", "base": "quả", "factor": "10"},
    {"unit": "chiếc", "aliases": "cái", "dimension": "count", "base": "chiếc", "factor": "1"},
    {"unit": "chậu", "aliases": "", "dimension": "count", "base": "chậu", "factor": "1"},
    {"unit": "chai", "aliases": "", "dimension": "count", "base": "chai", "factor": "1"},
    {"unit": "hộp", "aliases": "", "dimension": "count", "base": "hộp", "factor": "1"},
    {"unit": "bộ", "aliases": "set", "dimension": "count", "base": "bộ", "factor": "1"},
    {"unit": "con", "aliases": "", "dimension": "count", "base": "con", "factor": "1"},
    {"unit": "kg hơi", "aliases": "", "dimension": "live_mass", "base": "kg hơi", "factor": "1"},
    {"unit": "cặp", "aliases": "đôi", "dimension": "count", "base": "cặp", "factor": "1"},
    {"unit": "lít", "aliases": "lit", "dimension": "volume", "base": "lít", "factor": "1"},
]
CERTIFICATES = [
    {
        "code": "ATTP",
        "satisfied_by": "VIETGAP;HACCP",
        "validity_months": "36",
        "lead_days_low": "15",
        "lead_days_high": "45",
    },
    {"code": "VIETGAP", "validity_months": "36", "lead_days_low": "90", "lead_days_high": "180"},
    {
        "code": "OCOP",
        "satisfied_by": "",
        "validity_months": "36",
        "lead_days_low": "90",
        "lead_days_high": "270",
    },
    {"code": "QR", "satisfied_by": "", "validity_months": ""},
    {"code": "HC_EU", "validity_months": "12", "lead_days_low": "365", "lead_days_high": "1095"},
]
MARKETS = [
    {"product": "lychee", "market": "CN", "open": "1", "since": "2020", "checked_on": "2026-11-21"},
    {"product": "durian", "market": "JP", "open": "0", "since": "", "checked_on": "2026-11-21"},
    {"product": "garlic", "market": "EU", "open": "1", "since": "2028-01-01", "checked_on": "2026-11-21"},
]

FARM = Place(text="Lục Ngạn", lat=21.3, lon=106.6, commune="Lục Ngạn")
NEAR = Place(text="Hà Nội", lat=21.0, lon=105.8, commune="Long Biên")
FAR = Place(text="Cần Thơ", lat=10.0, lon=105.8, commune="Cái Răng")
ISLAND = Place(text="Đảo Xa", lat=16.0, lon=111.0, commune="Đảo Xa")


class Roads:
    """A backend of routes: by place name, one way near, one far, none to the island."""

    WAYS = {"Hà Nội": (100.0, 4.0, 6.0, 400.0, 600.0), "Cần Thơ": (1800.0, 40.0, 56.0, 2400.0, 3600.0)}  # noqa: RUF012

    def matrix(
        self,
        origins: Sequence[Place],
        destinations: Sequence[Place],
        storage: str = "ambient",
        vehicle: object = None,
        on: date | None = None,
    ) -> RouteMatrix:
        shape = (len(origins), len(destinations))
        values = np.full((5, *shape), np.nan, dtype=np.float32)
        reach = np.ones(shape, dtype=np.uint8)
        for i, origin in enumerate(origins):
            for j, destination in enumerate(destinations):
                if origin.lat is None or destination.lat is None:
                    continue
                if "Đảo Xa" in (origin.text, destination.text):
                    reach[i, j] = 2
                    continue
                reach[i, j] = 0
                values[:, i, j] = self.WAYS[destination.text]
        ferry = np.zeros(shape, dtype=np.bool_)
        return RouteMatrix(
            *values, ferry=ferry, fallback=ferry, reach=reach, hours_hurried=(values[1] + values[2]) / 2
        )

    def ends(self, places: Sequence[Place]) -> tuple[Place, ...]:
        return tuple(places)

    def between(
        self,
        origins: Sequence[Place],
        destinations: Sequence[Place],
        row: Rows,
        column: Rows,
        *rest: Any,
        **more: Any,
    ) -> RouteMatrix:
        return self.matrix(origins, destinations, *rest, **more).pick(row, column)


@pytest.fixture(scope="session")
def trade() -> Context:
    matcher = ProductMatcher(Lexicon.from_rows(PRODUCTS))
    return Context.build(matcher, Roads(), Units.from_rows(UNITS), CERTIFICATES, MARKETS, TODAY)  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def profile() -> Profile:
    return Profile.default()


OFFER = Offer(
    id="o1",
    product="vải thiều",
    quantity=30,
    unit="tấn",
    per="month",
    months=(6, 7),
    price_min=20000,
    price_max=24000,
    price_unit="kg",
    price_basis="farm_gate",
    certificates=(Certificate("ATTP"),),
    invoice="HDDT",
    storage="chilled",
    shelf_life_days=20,
    place=FARM,
)
DEMAND = Demand(
    id="d1",
    product="vải thiều",
    channel="supermarket",
    quantity=20,
    unit="tấn",
    per="month",
    months=(6, 7),
    price_max=30000,
    price_unit="kg",
    price_basis="delivered",
    required_certificates=(Certificate("ATTP"),),
    invoices_accepted=("HDDT", "HDDT_MTT"),
    place=NEAR,
)


@pytest.fixture
def offer() -> Callable[..., Offer]:
    """An offer of lychee that fits the usual demand, with changes."""
    return lambda **changes: replace(OFFER, **changes)


@pytest.fixture
def demand() -> Callable[..., Demand]:
    """A supermarket's demand for lychee, with changes."""
    return lambda **changes: replace(DEMAND, **changes)


@pytest.fixture
def pairs(trade: Context, profile: Profile) -> Callable[..., Pairs]:
    """All pairs of some offers and demands."""

    def build(offers: Sequence[Offer], demands: Sequence[Demand]) -> Pairs:
        market = Market.of(
            DemandColumns.build(demands, trade), OfferColumns.build(offers, trade), trade, profile
        )
        return next(market.candidates(1_000_000, all_pairs=True))

    return build


class One:
    """What one criterion says of one pair."""

    def __init__(self, criterion: str, pairs: Pairs, profile: Profile) -> None:
        verdict = JUDGES[criterion](pairs, profile)
        self.score = float(verdict.score[0])
        self.code = verdict.codes[int(verdict.code[0])]
        self.vetoes = [veto for veto, mask in verdict.vetoes.items() if mask[0]]
        self.facts: dict[str, Any] = verdict.facts(0)
        self.why = lambda veto: verdict.why(veto, 0)


@pytest.fixture
def one(pairs: Callable[..., Pairs], profile: Profile) -> Callable[[str, Offer, Demand], One]:
    """The verdict of a criterion on one offer for one demand."""
    return lambda criterion, offer, demand: One(criterion, pairs([offer], [demand]), profile)


@pytest.fixture
def match(trade: Context, profile: Profile) -> Callable[[Offer, Demand], Match]:
    """The full account of one pair."""
    return lambda offer, demand: explain_pair(demand, offer, trade, profile)
