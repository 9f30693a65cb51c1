from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from matchmaker.models import Match, User
from matchmaker.queries.near_misses import NearMiss
from matchmaker.services import decisions, matches, unlocks

Make = Callable[..., Any]
MEO_VAC = {"commune": "Mèo Vạc", "province": "Tuyên Quang", "lat": 23.16, "lon": 105.41}


@pytest.fixture
def admin(session: Any, make_user: Make) -> User:
    """An administrator in the present session."""
    return session.get(User, make_user("administrator").id)


@pytest.fixture
def market(admin: User, make_offer: Make, make_demand: Make) -> None:
    """Two demands that need VietGAP, one with an invoice; an offer without the paper and one without both."""
    paper = ["ATTP@2028-12-31"]
    make_offer(admin, id="O1", certificates=paper, quantity=12)
    make_offer(admin, id="O2", certificates=paper, quantity=8, invoice="KHONG", place=MEO_VAC)
    whole = {"quantity": 9, "per": "season", "required_certificates": ["ATTP", "VIETGAP"]}
    make_demand(admin, id="D1", **whole)
    make_demand(admin, id="D2", **(whole | {"invoice_required": ["HDDT", "HDDT_MTT", "KHONG"]}))


def told(rows: list[unlocks.Unlock]) -> dict[tuple[str, str], tuple[dict[str, float], int, int]]:
    return {(row.commune, row.key): (dict(row.amounts), row.offers, row.demands) for row in rows}


def test_amounts_stand_under_the_step_and_its_combination_alone(admin: User, market: None) -> None:
    rows = told(unlocks.summaries(admin)["commune"])

    paper, both = "obtain_paper:VIETGAP", "issue_invoice:HDDT+obtain_paper:VIETGAP"
    assert rows["Bắc Hà", paper] == ({"kg": 12_000}, 1, 2)  # 12 of the offer, not 9 + 9
    assert rows["Mèo Vạc", paper] == ({"kg": 8_000}, 1, 1)
    assert rows["Mèo Vạc", both] == ({"kg": 8_000}, 1, 1)
    assert len(rows) == 3


def test_a_province_is_summed_anew_and_not_from_its_communes(
    admin: User, make_offer: Make, make_demand: Make
) -> None:
    sa_pa = {"commune": "Sa Pa", "province": "Lào Cai", "lat": 22.34, "lon": 103.84}
    make_offer(admin, id="O1", certificates=[], quantity=12)
    make_offer(admin, id="O2", certificates=[], quantity=12, place=sa_pa)
    make_demand(admin, quantity=9, per="season", required_certificates=["VIETGAP"])

    provinces, communes = (told(unlocks.summaries(admin)[level]) for level in unlocks.LEVELS)

    paper = "obtain_paper:VIETGAP"
    assert communes["Bắc Hà", paper][0] == communes["Sa Pa", paper][0] == {"kg": 9_000}
    assert provinces == {("", paper): ({"kg": 9_000}, 2, 1)}


def test_counted_goods_are_kept_apart_from_weights(
    admin: User, market: None, make_offer: Make, make_demand: Make
) -> None:
    cloth = {"product": "Thổ cẩm", "unit": "chiếc", "price_unit": "chiếc", "price_min": 100_000,
             "price_max": 200_000, "storage": "ambient", "shelf_life_days": 700}  # fmt: skip
    make_offer(admin, id="O9", quantity=300, certificates=[], **cloth)
    make_demand(admin, id="D9", product="Thổ cẩm", quantity=200, unit="chiếc", per="season",
                price_max=500_000, price_unit="chiếc", required_certificates=["OCOP"])  # fmt: skip

    rows = told(unlocks.summaries(admin)["commune"])

    assert rows["Bắc Hà", "obtain_paper:OCOP"] == ({"chiếc": 200}, 1, 1)


def test_the_pairs_behind_a_row_are_those_of_its_step_and_place(admin: User, market: None) -> None:
    found = unlocks.pairs(admin, "obtain_paper:VIETGAP", "Lào Cai", "Bắc Hà")

    assert {(pair.near.evidence["offer"], pair.near.evidence["demand"]) for pair in found} == {
        ("O1", "D1"),
        ("O1", "D2"),
    }
    assert [pair.amount for pair in found] == [9_000, 9_000]
    assert unlocks.pairs(admin, "obtain_paper:VIETGAP", "Cà Mau") == []


def test_a_rejected_pair_and_a_closed_demand_count_no_more(session: Any, admin: User, market: None) -> None:
    match = session.query(Match).filter_by(offer_id="O1", demand_id="D1").one()
    decisions.decide(match.id, "reject", "papers", "", admin)

    assert told(unlocks.summaries(admin)["commune"])["Bắc Hà", "obtain_paper:VIETGAP"] == (
        {"kg": 9_000},
        1,
        1,
    )


def test_an_officer_sees_the_goods_of_the_own_provinces(
    session: Any, make_user: Make, admin: User, market: None
) -> None:
    officer = session.get(User, make_user("officer", provinces=["Tuyên Quang"]).id)

    assert {row.commune for row in unlocks.summaries(officer)["commune"]} == {"Mèo Vạc"}
    assert unlocks.summaries(None) == unlocks.summaries(admin)


def test_a_paper_that_comes_too_late_is_told_and_not_counted(admin: User, market: None) -> None:
    row = next(row for row in unlocks.summaries(admin)["commune"] if row.commune == "Bắc Hà")
    near = unlocks.pairs(admin, row.key, "Lào Cai")[0].near
    facts = near.evidence["missing"]["facts"] | {"in_time": False}
    late = near.evidence | {"missing": near.evidence["missing"] | {"facts": facts}}

    pair = unlocks._pair(NearMiss(**(vars(near) | {"evidence": late})))
    told_late = unlocks._unlock("Lào Cai", "", row.key, [pair])

    assert (told_late.late, dict(told_late.amounts), told_late.offers) == (1, {}, 1)


def test_goods_of_no_known_place_have_rows_and_pairs_of_their_own(
    admin: User, market: None, make_offer: Make
) -> None:
    make_offer(admin, id="O3", certificates=[], quantity=5, place=None)
    matches.rank_for_offer("O3")

    rows = {row.province: row for row in unlocks.summaries(admin)["province"] if "+" not in row.key}

    assert rows[""].offers == 1
    assert {pair.near.evidence["offer"] for pair in unlocks.pairs(admin, rows[""].key, "")} == {"O3"}
