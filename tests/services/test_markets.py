from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from matchmaker import jobs
from matchmaker.errors import InvalidRecord, NotFound, Stale
from matchmaker.models import Match, Ranking, User
from matchmaker.queries import reference_changes as changed
from matchmaker.schemas.markets import MarketSchema, as_row
from matchmaker.services import knowledge, markets, undoing
from matchmaker.services.calendar import today

Make = Callable[..., Any]
WRITTEN = {"product": "mận", "market": "CN", "open": "1", "source": "NĐT 2026", "checked_on": "2026-11-20"}


def wanted(**other: str) -> Any:
    return markets.alteration(as_row(MarketSchema().load(WRITTEN | other)))


def kept(actor: User, **other: str) -> Any:
    version = changed.stamp("markets").number
    return markets.save(wanted(**other), "nghị định thư mới", actor, version)


@pytest.fixture
def exporter(make_user: Make, make_offer: Make, make_demand: Make) -> User:
    """An officer, and a Chinese exporter's demand for plums that China does not take."""
    officer: User = make_user()
    make_offer(officer)
    make_demand(officer, channel="exporter_cn")
    make_demand(officer, id="D2")
    return officer


def vetoes(session: Any, demand: str) -> list[str]:
    session.expire_all()
    match = session.query(Match).filter_by(demand_id=demand).one()
    return list(match.evidence["vetoes"])


def test_an_opened_market_lets_the_offer_pass_and_closes_again_when_taken_back(
    session: Any, exporter: User
) -> None:
    assert "market_closed" in vetoes(session, "D1")

    saved = kept(exporter)
    assert session.get(Ranking, "D1").status == "queued"
    assert session.get(Ranking, "D2").status == "done"
    jobs.rank_stale()
    assert "market_closed" not in vetoes(session, "D1")

    undoing.undo(saved.id, "nhầm", exporter, 1)
    jobs.rank_stale()
    assert "market_closed" in vetoes(session, "D1")


def test_a_market_that_closes_before_the_delivery_is_closed(session: Any, exporter: User) -> None:
    kept(exporter, until="2027-03-31")
    jobs.rank_stale()

    assert "market_closed" in vetoes(session, "D1")


def test_a_change_names_only_what_it_changes_and_keeps_what_was_said(session: Any, exporter: User) -> None:
    saved = kept(exporter)

    assert saved.key == "plum/CN"
    assert saved.values["set"] == {
        "open": "1",
        "source": "NĐT 2026",
        "checked_on": "2026-11-20",
        "note": "",
    }
    assert saved.before["open"] == "0"
    state = knowledge.context(today()).markets.state(["plum"], "CN")
    assert state == (True, None, "2026-11-20", None)


def test_a_product_that_was_not_in_the_table_is_added(session: Any, exporter: User) -> None:
    saved = kept(exporter, product="honey", since="2026-01-15")

    assert (saved.action, saved.key) == ("add", "honey/CN")
    state = knowledge.context(today()).markets.state(["honey"], "CN")
    assert state == (True, date(2026, 1, 15), "2026-11-20", None)


@pytest.mark.parametrize(
    ("written", "field"),
    [({"product": "một thứ lạ"}, "product"), ({"checked_on": "2026-11-22"}, "checked_on")],
)
def test_a_fault_is_told_at_its_field(session: Any, written: dict[str, str], field: str) -> None:
    with pytest.raises(InvalidRecord) as refused:
        wanted(**written)

    assert list(refused.value.messages) == [field]


def test_nothing_new_is_not_kept_and_an_earlier_state_is_refused(session: Any, exporter: User) -> None:
    kept(exporter)
    with pytest.raises(InvalidRecord):
        wanted()
    with pytest.raises(Stale):
        markets.save(wanted(open="0"), "vì", exporter, 0)
    with pytest.raises(NotFound):
        markets.one("honey", "CN")
