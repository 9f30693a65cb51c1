from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import delete

from matchmaker.models import Demand, Offer, User
from matchmaker.queries.profiles import active_digest
from matchmaker.schemas.offers import OfferSchema
from matchmaker.services import knowledge, matches, offers, resident
from matchmaker.services.calendar import today
from matchmaker.services.transaction import transaction
from tests.conftest import OFFER

Make = Callable[..., Any]


@pytest.fixture(autouse=True)
def read(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The ids of the offers that are read from the database, in the order in which they are read."""
    kept, seen = resident._OFFERS, []
    fresh = resident._Resident(kept._build, lambda names: (seen.extend(names), kept._read(names))[1])
    monkeypatch.setattr(resident, "_OFFERS", fresh)
    return seen


def held(day: Any = None) -> dict[str, Any]:
    """The offers at hand, by id."""
    shards = resident.offers(knowledge.context(day or today())).shards
    found = [record for shard in shards for record in shard.records]
    assert len({record.id for record in found}) == len(found)
    return {record.id: record for record in found}


def change(session: Any, offer: str, **fields: Any) -> None:
    row = session.get(Offer, offer)
    offers.change(
        offer,
        OfferSchema().load(OFFER | {"id": offer} | fields),
        session.get(User, row.posted_by),
        row.version,
    )


def test_only_what_changed_is_read_again(
    session: Any, make_user: Make, make_offer: Make, read: list[str]
) -> None:
    officer = make_user()
    for name in ("O1", "O2", "O3"):
        make_offer(officer, id=name)
    assert list(held()) == ["O1", "O2", "O3"]
    read.clear()

    assert list(held()) == ["O1", "O2", "O3"]
    change(session, "O2", quantity=7)
    make_offer(officer, id="O4")

    assert {name: record.quantity for name, record in held().items()} == {
        "O1": 60,
        "O2": 7,
        "O3": 60,
        "O4": 60,
    }
    assert held()["O2"].quantity == 7
    assert read == ["O2", "O4"]


def test_a_closed_or_vanished_offer_is_not_at_hand(
    session: Any, make_user: Make, make_offer: Make, read: list[str]
) -> None:
    officer = make_user()
    for name in ("O1", "O2", "O3"):
        make_offer(officer, id=name)
    held()
    read.clear()
    offers.close("O1", session.get(User, officer.id), 1)
    with transaction():
        session.execute(delete(Offer).where(Offer.id == "O3"))

    assert list(held()) == ["O2"]
    assert read == []


def test_another_record_of_the_same_id_and_version_is_not_taken_for_the_first(
    session: Any, make_user: Make, make_offer: Make
) -> None:
    officer = make_user()
    make_offer(officer, quantity=1)
    assert held()["O1"].quantity == 1
    with transaction():
        session.execute(delete(Offer))
    make_offer(officer, quantity=2)

    assert session.get(Offer, "O1").version == 1
    assert held()["O1"].quantity == 2


def test_another_day_is_judged_with_arrays_of_that_day(
    session: Any, make_user: Make, make_offer: Make, read: list[str]
) -> None:
    make_offer(make_user())
    held()
    held(today() + timedelta(days=40))

    assert read == ["O1", "O1"]


def test_many_changes_build_the_arrays_anew(
    session: Any, make_user: Make, make_offer: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resident, "RECENT", 1)
    officer = make_user()
    make_offer(officer, id="O1")
    held()
    for name in ("O2", "O3"):
        make_offer(officer, id=name)

    (shard,) = resident.offers(knowledge.context(today())).shards
    assert shard.ids == ("O1", "O2", "O3")


def test_a_change_between_looking_and_reading_is_not_lost(
    session: Any, make_user: Make, make_offer: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_offer(make_user())
    look = resident._states

    def late(*asked: Any, **kept: Any) -> Any:
        found = look(*asked, **kept)
        monkeypatch.setattr(resident, "_states", look)
        change(session, "O1", quantity=9)
        return found

    monkeypatch.setattr(resident, "_states", late)
    found = resident.offers(knowledge.context(today()))
    assert found.shards[0].records[0].quantity == 9
    assert found.versions == {"O1": 2}
    assert held()["O1"].quantity == 9


def test_demands_at_hand_are_the_open_ones_ranked_under_the_profile(
    session: Any, make_user: Make, make_demand: Make
) -> None:
    officer = make_user()
    for name, ranked in (("D1", True), ("D2", False), ("D3", True)):
        make_demand(officer, id=name, ranked=ranked)
    with transaction():
        session.get(Demand, "D3").status = "closed"
    context = knowledge.context(today())

    assert resident.ranked_demands(context, active_digest()).versions == {"D1": 1}
    assert resident.ranked_demands(context, "another").versions == {}


def test_rankings_kept_up_to_date_are_those_made_from_scratch(
    session: Any, make_user: Make, make_offer: Make, make_demand: Make
) -> None:
    officer = make_user()
    for name, price in (("O1", 12000), ("O2", 14000), ("O3", 16000)):
        make_offer(officer, id=name, price_min=price, price_max=price)
    make_demand(officer, id="D1")
    make_demand(officer, id="D2", price_max=15000)
    for offer, fields in (("O2", {"price_min": 9000}), ("O3", {"quantity": 1}), ("O2", {"invoice": "KHONG"})):
        change(session, offer, **fields)
        matches.rank_for_offer(offer)

    def stored() -> list[Any]:
        session.expire_all()
        rows = session.scalars(matches._matches_of("D1").order_by("offer_id")).all()
        rows += session.scalars(matches._matches_of("D2").order_by("offer_id")).all()
        return [(row.demand_id, row.offer_id, row.rank, row.evidence) for row in rows if row.current]

    kept = stored()
    matches.rank_demands(["D1", "D2"])
    assert stored() == kept
