from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from flask import Flask

from matchmaker.web import cards

TODAY = date(2026, 11, 21)


@pytest.fixture(autouse=True)
def vietnamese() -> Iterator[None]:
    """A request without a chosen language."""
    with Flask(__name__).test_request_context():
        yield


def evidence(volume: dict[str, Any], season: dict[str, Any]) -> dict[str, Any]:
    return {
        "reasons": [
            {"criterion": "volume", "code": "volume_part", "facts": volume, "effect": 0.1},
            {"criterion": "season", "code": "season_part", "facts": season, "effect": -0.3},
            {"criterion": "price", "code": "price_under", "facts": {}, "effect": 0.02},
            {"criterion": "product", "code": "product_same", "facts": {}, "effect": 0.25},
        ]
    }


def test_the_three_weightiest_reasons_are_told_those_in_favour_first() -> None:
    told = cards.best_reasons(evidence({}, {}))
    assert [reason.code for reason in told] == ["product_same", "volume_part", "season_part"]


def test_amounts_outside_the_months_wanted_are_none_of_the_three() -> None:
    told = cards.best_reasons(evidence({"out_of_season": True}, {}))
    assert [reason.code for reason in told] == ["product_same", "price_under", "season_part"]


def test_lacking_what_nobody_asks_for_is_none_of_the_three() -> None:
    told = evidence({}, {})
    told["reasons"].append({"criterion": "preferences", "code": "plain", "facts": {}, "effect": -0.5})
    assert "plain" not in [reason.code for reason in cards.best_reasons(told)]
    told["reasons"][-1]["facts"] = {"stars_lapsing": 4}
    assert "plain" in [reason.code for reason in cards.best_reasons(told)]


def test_bars_show_supply_against_need_in_the_months_of_each() -> None:
    volume = {"supply_month": 500, "need_month": 1000, "unit": "kg", "need_unit": "kg"}
    bars = cards.bars(evidence(volume, {"wanted": [6, 7], "offered": [7, 8]}))
    assert [bar.month for bar in bars] == list(range(1, 13))
    assert [bar.month for bar in bars if bar.need] == [6, 7]
    assert {bar.month: bar.supply for bar in bars if bar.supply} == {7: cards.BAR / 2, 8: cards.BAR / 2}
    assert [bar.month for bar in bars if bar.needed] == [6, 7]


@pytest.mark.parametrize(
    ("volume", "share"),
    [
        ({"supply_month": 5000, "need_month": 1000, "unit": "kg", "need_unit": "kg"}, 1.0),
        ({"supply_month": 250, "need_month": None, "need": 1000, "unit": "kg", "need_unit": "kg"}, 0.5),
        ({"supply_month": 250, "need_month": 1000, "unit": "quả", "need_unit": "kg"}, 0.5),
        ({"supply_month": None, "need_month": 1000, "unit": "kg", "need_unit": "kg"}, 0.5),
    ],
)
def test_a_bar_is_never_higher_than_the_need_and_half_where_amounts_do_not_compare(
    volume: dict[str, Any], share: float
) -> None:
    bars = cards.bars(evidence(volume, {"wanted": [6, 7], "offered": [6]}))
    assert bars[5].supply == pytest.approx(cards.BAR * share)


def test_without_known_months_there_is_no_chart() -> None:
    assert cards.bars(evidence({}, {"wanted": [6], "offered": []})) == []


def test_papers_asked_for_come_first_and_lapsed_ones_are_marked() -> None:
    parsed = {
        "certificates": [
            {"code": "QR", "expires": None, "stars": None},
            {"code": "ATTP", "expires": "2026-11-20", "stars": None},
            {"code": "VIETGAP", "expires": "2026-11-21", "stars": None},
        ],
        "ocop_stars": 4,
        "ocop_expiry": "2027-01-01",
    }
    wanted = {"required_certificates": [{"code": "VIETGAP"}], "preferred_certificates": [{"code": "OCOP"}]}
    shown = cards.papers(parsed, wanted, TODAY)
    assert [paper.name for paper in shown] == ["OCOP 4★", "VietGAP", "ATTP", "Tem truy xuất"]
    assert [paper.name for paper in shown if paper.lapsed] == ["ATTP"]
    assert shown[0].expires == date(2027, 1, 1)
