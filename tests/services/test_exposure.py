from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from matchmaker.errors import NotAllowed
from matchmaker.models import Demand, ExposureSetting, Match, User
from matchmaker.queries import judged
from matchmaker.services import audit, decisions, exposure

Make = Callable[..., Any]
DELTA = {"commune": "Tiên Du", "province": "Bắc Ninh", "lat": 21.1529, "lon": 106.022, "terrain": "delta"}
ISLAND = {"commune": "Lý Sơn", "province": "Quảng Ngãi", "lat": 15.38, "lon": 109.11}


@pytest.fixture
def admin(session: Any, make_user: Make) -> User:
    """An administrator in the present session."""
    return session.get(User, make_user("administrator").id)


@pytest.fixture
def market(admin: User, make_offer: Make, make_demand: Make) -> None:
    """Three offers of the delta stand a little before one of the mountains, which has no first place."""
    for number in range(3):
        make_offer(
            admin, id=f"O{number}", place=DELTA, price_min=14_000 + number, producer=f"Đồng bằng {number}"
        )
    make_offer(admin, id="O8", price_min=15_000, producer="Vùng cao")
    make_demand(admin)


def group(found: Any, name: str) -> Any:
    return next(each for each in found if each.group == name)


def test_remote_goods_without_a_first_place_are_told_as_crowded_out(admin: User, market: None) -> None:
    found = exposure.report(admin, places=3, max_loss=0)

    remote = group(found.now, exposure.REMOTE)
    assert (remote.eligible, remote.places, remote.starved) == (1, 0, True)
    assert remote.share_of_supply == pytest.approx(1 / 4)
    assert found.raised[0] == exposure.REMOTE
    assert (found.changed, found.mean_loss, found.then) == (0, 0.0, found.now)


def test_a_loss_that_is_allowed_gives_them_their_part_and_tells_its_cost(admin: User, market: None) -> None:
    found = exposure.report(admin, places=3, max_loss=exposure.MOST_LOSS)

    assert group(found.then, exposure.REMOTE).places == 1
    assert found.changed == 1
    assert 0 < found.mean_loss <= found.largest_loss <= exposure.MOST_LOSS


def test_islands_and_mountains_are_remote_and_the_delta_by_the_capital_is_not(
    admin: User, market: None, make_offer: Make
) -> None:
    make_offer(admin, id="O9", place=ISLAND)

    assert exposure.groups_of(["O0", "O1", "O8", "O9"])[exposure.REMOTE] == {"O8", "O9"}


def test_a_producer_is_a_newcomer_until_accepted_for_some_demand(
    session: Any, admin: User, market: None
) -> None:
    match = session.scalar(select(Match.id).where(Match.offer_id == "O8"))
    assert "O8" in exposure.groups_of(["O0", "O8"])[exposure.NEWCOMER]

    decisions.decide(match, "accept", "", "", admin)

    assert exposure.groups_of(["O0", "O8"])[exposure.NEWCOMER] == {"O0"}


def shown(session: Any) -> tuple[list[str], frozenset[str]]:
    matches, raised = exposure.ordered(judged.of_demand(session.get(Demand, "D1")))
    return [match.offer_id for match in matches], raised


def test_lists_follow_the_ranks_until_a_limit_is_set(session: Any, admin: User, market: None) -> None:
    order, raised = shown(session)
    assert order[-1] == "O8"
    assert raised == frozenset()


def test_under_a_limit_the_list_raises_them_and_ranks_stay(session: Any, admin: User, market: None) -> None:
    exposure.limit(3, exposure.MOST_LOSS, "thử", admin)

    order, raised = shown(session)
    assert raised == {"O8"}
    assert order.index("O8") < 3
    assert sorted(order) == ["O0", "O1", "O2", "O8"]
    assert session.scalar(select(Match.rank).where(Match.offer_id == "O8")) == 4
    assert session.scalar(select(ExposureSetting)).raised[0] == exposure.REMOTE
    assert audit.broken_at() is None


def test_a_limit_of_nothing_turns_it_off(session: Any, admin: User, market: None) -> None:
    exposure.limit(3, exposure.MOST_LOSS, "", admin)
    exposure.limit(3, 0, "", admin)

    assert shown(session)[1] == frozenset()


def test_an_officer_of_some_provinces_does_not_set_it(session: Any, make_user: Make) -> None:
    officer = session.get(User, make_user("officer", provinces=["Lào Cai"]).id)
    with pytest.raises(NotAllowed):
        exposure.limit(3, 10, "", officer)


@pytest.mark.parametrize(("places", "loss"), [(4, 10), (3, -1), (3, exposure.MOST_LOSS + 1)])
def test_what_cannot_be_set_is_refused(admin: User, places: int, loss: int) -> None:
    with pytest.raises(ValueError, match="outside"):
        exposure.limit(places, loss, "", admin)


def test_an_empty_market_gives_an_empty_report(admin: User) -> None:
    found = exposure.report(admin, places=3, max_loss=10)
    assert (found.demands, found.mean_loss, found.largest_loss) == (0, 0.0, 0)
