from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from matchmaker.models import Demand, Match, Offer, Ranking, User
from matchmaker.queries import matches as stored
from matchmaker.schemas.demands import DemandSchema
from matchmaker.services import demands, matches, offers, profiles, ranked_rows

Make = Callable[..., Any]


def ranked(session: Any, demand: str) -> list[tuple[str, int | None, int]]:
    rows = session.scalars(
        select(Match).where(Match.demand_id == demand, Match.current).order_by(Match.position)
    )
    return [(row.offer_id, row.rank, row.score) for row in rows]


def test_a_demand_is_ranked_against_all_open_offers(
    session: Any, make_user: Make, make_offer: Make, make_demand: Make
) -> None:
    officer = make_user()
    for number, price in enumerate((12000, 30000), start=1):
        make_offer(officer, id=f"O{number}", price_min=price, price_max=price)
    make_demand(officer)

    found = ranked(session, "D1")

    assert [(offer, rank) for offer, rank, _ in found] == [("O1", 1), ("O2", 2)]
    assert session.get(Ranking, "D1").status == "done"
    assert session.get(Ranking, "D1").eligible == 2


def test_the_stored_score_is_the_base_plus_all_effects(
    session: Any, make_user: Make, make_offer: Make, make_demand: Make
) -> None:
    officer = make_user()
    make_offer(officer)
    make_demand(officer)

    match = session.scalar(select(Match))

    effects = sum(round(reason["effect"] * 1_000_000) for reason in match.evidence["reasons"])
    assert match.base + effects == match.score == round(match.evidence["score"] * 1_000_000)


def test_a_new_offer_enters_stored_rankings_as_a_full_ranking_would_place_it(
    session: Any, make_user: Make, make_offer: Make, make_demand: Make
) -> None:
    officer = make_user()
    make_offer(officer, id="O2", price_min=20000)
    make_demand(officer)
    make_offer(officer, id="O1", price_min=12000)
    make_offer(officer, id="O3", product="Cá tra phi lê đông lạnh", storage="frozen")

    for offer in ("O1", "O3"):
        matches.rank_for_offer(offer)
    entered = ranked(session, "D1")
    matches.rank_demand("D1")

    assert entered == ranked(session, "D1")
    assert [offer for offer, _, _ in entered] == ["O1", "O2"]


def test_a_closed_offer_leaves_the_rankings(
    session: Any, make_user: Make, make_offer: Make, make_demand: Make
) -> None:
    officer = make_user()
    make_offer(officer, id="O1")
    make_offer(officer, id="O2")
    make_demand(officer)
    actor = session.get(User, officer.id)

    offers.close("O1", actor, session.get(Offer, "O1").version)
    matches.rank_for_offer("O1")

    assert [(offer, rank) for offer, rank, _ in ranked(session, "D1")] == [("O2", 1)]
    assert [match.offer_id for match in stored.ranked("D1", actor).matches] == ["O2"]


def test_ranking_anew_keeps_decisions(
    session: Any, make_user: Make, make_offer: Make, make_demand: Make
) -> None:
    officer = make_user()
    make_offer(officer)
    make_demand(officer)
    match = session.scalar(select(Match))
    match.status = "accepted"
    from matchmaker.services.transaction import settle

    settle()

    matches.rank_demand("D1")

    assert session.scalar(select(Match.status)) == "accepted"


def test_a_demand_changed_while_it_was_ranked_keeps_waiting(
    session: Any, make_user: Make, make_offer: Make, make_demand: Make
) -> None:
    officer = make_user()
    make_offer(officer)
    make_demand(officer, ranked=False)

    matches._store("D1", 99, [], matches.today(), 0, profiles.active().version)

    assert session.get(Ranking, "D1").status == "queued"


def test_demands_ranked_on_an_earlier_day_are_stale(session: Any, make_user: Make, make_demand: Make) -> None:
    officer = make_user()
    make_demand(officer, id="D1")
    make_demand(officer, id="D2", ranked=False)

    assert matches.stale() == ["D2"]


def test_an_offer_that_comes_while_a_demand_is_ranked_is_not_lost(
    session: Any, make_user: Make, make_offer: Make, make_demand: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    officer = make_user()
    make_offer(officer, id="O1")
    make_demand(officer, ranked=False)
    engine = matches.rank_shards

    def rank_slowly(*arguments: Any, **options: Any) -> Any:
        found = list(engine(*arguments, **options))
        if len(found) == 1 and session.get(Ranking, "D1").status == "queued":
            make_offer(officer, id="O2")
            matches.rank_for_offer("O2")  # its own job: the demand has no ranking yet
        return found

    monkeypatch.setattr(matches, "rank_shards", rank_slowly)
    matches.rank_demand("D1")

    assert [offer for offer, _, _ in ranked(session, "D1")] == ["O1", "O2"]


def test_evidence_from_a_past_version_of_an_offer_is_never_stored(
    session: Any, make_user: Make, make_offer: Make, make_demand: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    officer = make_user()
    make_offer(officer)
    make_demand(officer)
    actor = session.get(User, officer.id)
    engine = matches.explained

    def rank_slowly(*arguments: Any, **options: Any) -> Any:
        found = list(engine(*arguments, **options))
        offers.close("O1", actor, 1)
        return found

    monkeypatch.setattr(matches, "explained", rank_slowly)
    matches.rank_for_offer("O1")

    row = session.scalar(select(Match))
    assert (row.current, row.rank, row.evidence["rank"], row.standing) == (False, None, None, "withdrawn")


def test_an_offer_closed_while_a_demand_is_ranked_does_not_come_back(
    session: Any, make_user: Make, make_offer: Make, make_demand: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    officer = make_user()
    make_offer(officer)
    make_demand(officer, ranked=False)
    actor = session.get(User, officer.id)
    engine = matches.rank_shards

    def rank_slowly(*arguments: Any, **options: Any) -> Any:
        found = list(engine(*arguments, **options))
        if session.get(Offer, "O1").status == "open":
            offers.close("O1", actor, 1)
        return found

    monkeypatch.setattr(matches, "rank_shards", rank_slowly)
    matches.rank_demand("D1")

    assert ranked(session, "D1") == []
    assert session.get(Ranking, "D1").eligible == 0


def test_a_demand_ranked_anew_while_an_offer_is_judged_keeps_the_offer(
    session: Any, make_user: Make, make_offer: Make, make_demand: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    officer = make_user()
    make_offer(officer)
    make_demand(officer)
    actor = session.get(User, officer.id)
    engine = matches.explained

    def rank_slowly(*arguments: Any, **options: Any) -> Any:
        found = list(engine(*arguments, **options))
        if session.get(Demand, "D1").version == 1:
            record = session.get(Demand, "D1").raw | {"product": "Mận hậu"}
            demands.change("D1", DemandSchema().load(record), actor, 1)
            matches.rank_demand("D1")
        return found

    monkeypatch.setattr(matches, "explained", rank_slowly)
    matches.rank_for_offer("O1")
    kept = ranked(session, "D1")
    matches.rank_demand("D1")

    assert kept == ranked(session, "D1") != []


def test_the_evidence_tells_the_rank_of_today_though_it_was_written_earlier(
    session: Any, make_user: Make, make_offer: Make, make_demand: Make
) -> None:
    officer = make_user()
    make_offer(officer, id="O2", price_min=20000)
    make_demand(officer)
    before = session.scalar(select(Match)).evidence

    make_offer(officer, id="O1", price_min=12000)
    matches.rank_for_offer("O1")

    row = session.scalar(select(Match).where(Match.offer_id == "O2"))
    assert (before["rank"], row.evidence["rank"], row.rank) == (1, 2, 2)
    assert row.evidence == before | {"rank": 2}
    assert row.told["rank"] is None


def test_equal_offers_stand_in_the_order_of_the_bytes_of_their_ids(
    session: Any, make_user: Make, make_offer: Make, make_demand: Make
) -> None:
    officer = make_user()
    make_offer(officer, id="b1")
    make_demand(officer)
    for name in ("B2", "a-3", "a.2", "a10", "A9", "a_1"):
        make_offer(officer, id=name)
        matches.rank_for_offer(name)

    entered = ranked(session, "D1")
    assert [offer for offer, _, _ in entered] == ["A9", "B2", "a-3", "a.2", "a10", "a_1", "b1"]
    matches.rank_demand("D1")
    assert ranked(session, "D1") == entered


def test_an_offer_enters_a_full_ranking_only_before_its_last_place_and_takes_that(
    session: Any, make_user: Make, make_offer: Make, make_demand: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ranked_rows, "KEPT", 2)
    officer = make_user()
    for name, price in (("O2", 14000), ("O4", 18000)):
        make_offer(officer, id=name, price_min=price, price_max=price)
    make_demand(officer)

    for name, price in (("O5", 20000), ("O3", 16000), ("O1", 12000)):
        make_offer(officer, id=name, price_min=price, price_max=price)
        matches.rank_for_offer(name)
    entered = ranked(session, "D1")

    assert [offer for offer, _, _ in entered] == ["O1", "O2"]
    rows = session.scalars(select(Match).order_by(Match.offer_id)).all()
    assert [(row.offer_id, row.current, row.rank) for row in rows] == [
        ("O1", True, 1),
        ("O2", True, 2),
        ("O3", False, None),
        ("O4", False, None),
    ]
    assert session.get(Ranking, "D1").eligible == 2
    matches.rank_demand("D1")
    assert ranked(session, "D1") == entered
