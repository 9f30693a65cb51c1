from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from matchmaker.errors import Conflict
from matchmaker.models import FreightQuote, Match, User
from matchmaker.queries import reference_changes as changed
from matchmaker.services import calibration, coefficients, freight_lists, knowledge, ways
from scoring.records import Place

Make = Callable[..., Any]
ENDS = [
    "Mèo Vạc, Tuyên Quang",
    "Bắc Hà, Lào Cai",
    "Mộc Châu, Sơn La",
    "Đồng Văn, Tuyên Quang",
    "Sa Pa, Lào Cai",
]


@pytest.fixture
def admin(session: Any, make_user: Make) -> User:
    found: User = session.get(User, make_user("administrator").id)
    return found


def send(admin: User, count: int, factor: float) -> None:
    """Quotes to Tiên Du that are so many times the computed middle, a little up and down."""
    entries = []
    for i in range(count):
        record = {
            "origin": ENDS[i % 5],
            "destination": "Tiên Du, Bắc Ninh",
            "tonnes": "10",
            "price_kg": "1.000",
            "quoted_on": f"{i % 28 + 1:02d}/10/2026",
            "source": f"xe {i}",
        }
        entries.append((i + 2, record))
    assert freight_lists.take("quotes", entries, admin) == count
    for i, each in enumerate(calibration.report().compared):
        each.row.price = (each.quote.low + each.quote.high) / 2 * factor * (0.95, 1.0, 1.05)[i % 3]


def test_a_fit_is_shown_adopted_after_a_look_and_taken_back(
    session: Any, admin: User, make_offer: Make, make_demand: Make
) -> None:
    make_offer(admin)
    make_demand(admin)
    before = knowledge.network().legs(Place(node="meo_vac"), Place(node="hanoi"))
    send(admin, 30, 2.0)
    session.commit()
    report = calibration.report()
    assert report.fit
    assert report.fit.held_out.median < 0.06 < 0.4 < report.fit.before.median
    changes = calibration.adoption(report.fit)
    assert coefficients.look(changes, admin).tried
    assert not knowledge.network().coefficients.calibrated

    calibration.keep(changes, "30 báo giá tháng 10", admin, 0)
    after = knowledge.network().legs(Place(node="meo_vac"), Place(node="hanoi"))
    assert after.calibrated
    assert after.cost_low > 1.5 * before.cost_low
    assert after.cost_high - after.cost_low < before.cost_high - before.cost_low
    again = calibration.report()
    assert again.in_use
    assert again.same
    assert again.fit == report.fit
    with pytest.raises(Conflict):
        calibration.adoption(again.fit)

    back = calibration.going_back()
    calibration.keep(back, "nhầm", admin, changed.stamp("coefficients").number)
    assert knowledge.network().legs(Place(node="meo_vac"), Place(node="hanoi")).cost_low == before.cost_low
    with pytest.raises(Conflict):
        calibration.going_back()


def test_few_quotes_are_compared_and_adopt_nothing(session: Any, admin: User) -> None:
    send(admin, 4, 2.0)
    assert calibration.report().fit is None
    session.query(FreightQuote).delete()
    session.commit()
    send(admin, 12, 2.0)
    found = calibration.report().fit
    assert found
    with pytest.raises(Conflict):
        calibration.adoption(found)


def test_a_fit_that_is_no_better_is_not_adopted(session: Any, admin: User) -> None:
    send(admin, 30, 1.0)
    for i, each in enumerate(calibration.report().compared):
        each.row.price *= 3.0 if i % 2 else 1.0
    found = calibration.report().fit
    assert found
    if not found.better:
        with pytest.raises(Conflict):
            calibration.adoption(found)


@pytest.fixture
def match(session: Any, admin: User, make_offer: Make, make_demand: Make) -> Match:
    make_offer(admin)
    make_demand(admin)
    found: Match = session.query(Match).one()
    return found


def card(admin: User, **said: str) -> None:
    usual = {"carrier": "Nhà xe A", "price_kg": "900", "valid_from": "01/11/2026", "valid_to": "31/12/2026"}
    assert freight_lists.take("cards", [(2, usual | said)], admin) == 1


def freight(match: Match) -> Any:
    return next(line for line in ways.of_match(match).account.lines if line.code == "freight")


def test_a_rate_card_takes_the_place_of_the_computed_freight_and_is_named(admin: User, match: Match) -> None:
    assert freight(match).source == "coefficients"
    card(admin, km_from="0", km_to="2000", price_kg="950", carrier="Nhà xe B")
    assert freight(match).amount == (-950, -950)
    card(admin, origin="Lào Cai", destination="Bắc Ninh")
    assert (freight(match).amount, freight(match).facts["carrier"]) == ((-900, -900), "Nhà xe A")
    card(admin, origin="Bắc Hà, Lào Cai", destination="Tiên Du, Bắc Ninh", price_kg="800")
    found = freight(match)
    assert (found.source, found.amount, found.facts["valid_to"]) == ("rate_card", (-800, -800), "2026-12-31")


@pytest.mark.parametrize(
    "said",
    [
        {"origin": "Sơn La", "destination": "Bắc Ninh"},
        {"origin": "Lào Cai", "destination": "Bắc Ninh", "valid_to": "20/11/2026"},
        {"origin": "Lào Cai", "destination": "Bắc Ninh", "valid_from": "01/12/2026"},
        {"origin": "Lào Cai", "destination": "Bắc Ninh", "tonnes_to": "5"},
        {"km_to": "100"},
    ],
)
def test_a_card_for_another_way_time_or_load_does_not_apply(
    admin: User, match: Match, said: dict[str, str]
) -> None:
    card(admin, **said)
    assert freight(match).source == "coefficients"


def test_a_withdrawn_card_and_quote_count_no_longer(session: Any, admin: User, match: Match) -> None:
    card(admin, km_to="2000")
    assert freight(match).source == "rate_card"
    freight_lists.withdraw("cards", freight(match).facts["card"], admin)
    assert freight(match).source == "coefficients"
    send(admin, 5, 1.0)
    freight_lists.withdraw("quotes", session.query(FreightQuote).first().id, admin)
    assert len(calibration.report().compared) == 4


def test_the_day_of_a_quote_decides_which_roads_were_open(admin: User, session: Any) -> None:
    send(admin, 5, 1.0)
    assert {each.row.quoted_on.month for each in calibration.report().compared} == {date(2026, 10, 1).month}
