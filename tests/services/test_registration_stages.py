"""How a registration goes on after it was sent: checked, asked about, paused, expired, taken up again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from matchmaker import jobs
from matchmaker.errors import Conflict, NotFound, Stale
from matchmaker.extensions import db
from matchmaker.models import AuditEvent, Demand, Match, Offer, Registration, RegistrationStage, User
from matchmaker.queries import day
from matchmaker.schemas.registrations import RegistrationSchema
from matchmaker.services import (
    consents,
    demands,
    matches,
    offers,
    registration_stages,
    registrations,
    resting,
)
from tests.conftest import DEMAND, OFFER, TODAY, reload
from tests.services.test_registrations import FORM

Make = Callable[..., Any]


@pytest.fixture
def officer(session: Any, make_user: Make) -> User:
    return reload(make_user())


@pytest.fixture
def sent(session: Any) -> Registration:
    return registrations.send(RegistrationSchema().load(FORM))


@pytest.fixture
def let_in(sent: Registration, officer: User) -> Registration:
    return registrations.approve(sent.id, officer)


def told(row: Registration) -> list[tuple[str, str, str, bool]]:
    return [(s.stage, s.how, s.note, s.user_id is not None) for s in row.stages]


def waits(officer: User, code: str, days: int = 0) -> int:
    found = day.waiting(officer, TODAY + timedelta(days=days))
    return next(kind.count for kind in found if kind.code == code)


def test_who_did_what_and_when_is_kept_stage_by_stage(sent: Registration, officer: User) -> None:
    registration_stages.begin(sent.id, officer, sent.version)
    registration_stages.ask(sent.id, "giay phep kinh doanh", officer)
    row = registration_stages.supply(sent.id, registrations.key(sent), "so 12/GP")
    registrations.approve(row.id, officer)

    assert told(row) == [
        ("new", "form", "", False),
        ("verifying", "officer", "", True),
        ("info_needed", "officer", "giay phep kinh doanh", True),
        ("verifying", "link", "so 12/GP", False),
        ("approved", "officer", "", True),
    ]
    assert row.expires_on == TODAY + timedelta(days=365)


def test_what_was_asked_for_waits_for_its_sender_and_comes_back_after_a_week(
    session: Any, sent: Registration, officer: User
) -> None:
    row = registration_stages.ask(sent.id, "dia chi", officer)
    asked = (row.stages[-1].happened_at.date() - TODAY).days

    assert waits(officer, "registrations") == 0
    assert waits(officer, "info_waited", asked + 6) == 0
    assert waits(officer, "info_waited", asked + 9) == 1
    registration_stages.supply(sent.id, registrations.key(sent), "thon 3")
    assert (waits(officer, "registrations"), waits(officer, "info_waited", asked + 9)) == (1, 0)


def test_only_the_right_link_answers_and_only_what_was_asked(sent: Registration, officer: User) -> None:
    with pytest.raises(Conflict, match="registration_stage"):
        registration_stages.supply(sent.id, registrations.key(sent), "thon 3")
    registration_stages.ask(sent.id, "dia chi", officer)
    with pytest.raises(NotFound):
        registration_stages.supply(sent.id, "0" * 20, "thon 3")


def test_a_rejection_erases_what_was_asked_and_answered(sent: Registration, officer: User) -> None:
    registration_stages.ask(sent.id, "so cua ba Pao", officer)
    row = registrations.reject(sent.id, "unreachable", "", officer)

    assert {stage.note for stage in row.stages} == {""}
    assert [(s.stage, s.reason) for s in row.stages][-1] == ("rejected", "unreachable")


WORDS = "gap ba Pao, 0912 000 111"


def in_the_trail(session: Any) -> list[dict[str, Any]]:
    events = select(AuditEvent.facts).where(AuditEvent.subject == "registration").order_by(AuditEvent.id)
    return [facts for facts in session.scalars(events) if WORDS in repr(facts)]


def in_the_stages(session: Any) -> list[str]:
    return list(session.scalars(select(RegistrationStage.stage).where(RegistrationStage.note == WORDS)))


def test_words_about_persons_stay_nowhere_once_the_member_is_erased(
    session: Any, sent: Registration, officer: User
) -> None:
    registration_stages.ask(sent.id, WORDS, officer)
    registration_stages.supply(sent.id, registrations.key(sent), WORDS)
    row = registrations.approve(sent.id, officer)
    registration_stages.pause(sent.id, "out_of_stock", WORDS, officer)
    assert in_the_stages(session) == ["info_needed", "verifying", "paused"]
    consents.withdraw(str(row.organisation_id), officer)

    assert (in_the_stages(session), in_the_trail(session)) == ([], [])


def test_the_words_of_a_rejection_are_on_the_senders_page_and_not_in_the_trail(
    session: Any, sent: Registration, officer: User
) -> None:
    row = registrations.reject(sent.id, "unreachable", WORDS, officer)

    assert (row.note, in_the_trail(session)) == (WORDS, [])
    rejected = select(AuditEvent.facts).where(AuditEvent.action == "registration.rejected")
    assert session.scalars(rejected).all() == [{"reason": "unreachable"}]


def test_a_member_that_pauses_leaves_the_market_and_comes_back_with_its_offers(
    session: Any, let_in: Registration, officer: User, make_offer: Make, make_demand: Make
) -> None:
    make_offer(officer, let_in.organisation_id)
    make_offer(officer, id="OX")
    make_demand(officer)
    assert registration_stages.pause(let_in.id, "out_of_stock", "", officer) == [("offer", "O1")]
    session.expire_all()
    assert session.get(Offer, "O1").status == "paused"
    assert [m.offer_id for m in current(session)] == ["OX"]
    with pytest.raises(Conflict, match="registration_stage"):
        registration_stages.pause(let_in.id, "out_of_stock", "", officer)

    for _kind, offer in registration_stages.renew(let_in.id, officer):
        matches.rank_for_offer(offer)
    session.expire_all()
    assert session.get(Registration, let_in.id).status == "approved"
    assert sorted(m.offer_id for m in current(session)) == ["O1", "OX"]


def current(session: Any) -> list[Match]:
    wanted = select(Match).where(Match.current, Match.demand_id == DEMAND["id"])
    return list(session.scalars(wanted))


def test_a_registration_expires_after_its_last_day_and_is_renewed_from_today(
    app: Flask, session: Any, let_in: Registration, officer: User, make_offer: Make,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    make_offer(officer, let_in.organisation_id)
    assert waits(officer, "expiring", 365 - 31) == 0
    assert waits(officer, "expiring", 365 - 30) == 1
    monkeypatch.setitem(app.config, "TODAY", TODAY + timedelta(days=365))
    assert registration_stages.expire() == []
    monkeypatch.setitem(app.config, "TODAY", TODAY + timedelta(days=366))
    assert registration_stages.expire() == [let_in.id]
    session.expire_all()
    row = session.get(Registration, let_in.id)
    assert (row.status, row.stages[-1].how, row.stages[-1].user_id) == ("expired", "service", None)
    assert session.get(Offer, OFFER["id"]).status == "paused"
    assert registration_stages.expire() == []

    assert registration_stages.renew(row.id, officer) == [("offer", OFFER["id"])]
    assert row.expires_on == TODAY + timedelta(days=366 + 365)


def test_the_time_that_a_registration_holds_is_a_setting(
    app: Flask, sent: Registration, officer: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(app.config, "REGISTRATION_DAYS", 90)

    assert registrations.approve(sent.id, officer).expires_on == TODAY + timedelta(days=90)


def test_nobody_enters_by_a_renewal_and_a_past_page_is_told_so(
    session: Any, sent: Registration, officer: User, make_user: Make
) -> None:
    with pytest.raises(Conflict, match="registration_stage"):
        registration_stages.renew(sent.id, officer)
    with pytest.raises(Stale):
        registration_stages.begin(sent.id, officer, version=9)
    far = reload(make_user("officer", "far@example.com", provinces=["Cà Mau"]))
    with pytest.raises(NotFound):
        registration_stages.begin(sent.id, far)


@pytest.fixture
def second(let_in: Registration, officer: User) -> Registration:
    """Another registration that an officer found to be of the same organisation."""
    row = registrations.send(RegistrationSchema().load(FORM | {"phone": "0912345670"}))
    return registrations.approve(row.id, officer, None, str(let_in.organisation_id))


def test_a_member_rests_only_while_none_of_its_registrations_holds(
    session: Any, let_in: Registration, second: Registration, officer: User, make_offer: Make
) -> None:
    make_offer(officer, let_in.organisation_id)

    assert registration_stages.pause(let_in.id, "out_of_stock", "", officer) == []
    assert session.get(Offer, "O1").status == "open"
    assert registration_stages.pause(second.id, "out_of_stock", "", officer) == [("offer", "O1")]
    assert registration_stages.renew(let_in.id, officer) == [("offer", "O1")]
    assert session.get(Offer, "O1").status == "open"
    assert registration_stages.renew(second.id, officer) == []


def test_a_registration_that_expires_leaves_the_member_to_another_that_holds(
    app: Flask, session: Any, let_in: Registration, second: Registration, officer: User, make_offer: Make,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    make_offer(officer, let_in.organisation_id)
    monkeypatch.setitem(app.config, "TODAY", TODAY + timedelta(days=300))
    registration_stages.renew(second.id, officer)
    monkeypatch.setitem(app.config, "TODAY", TODAY + timedelta(days=366))

    assert registration_stages.expire() == [let_in.id]
    assert session.get(Offer, "O1").status == "open"
    monkeypatch.setitem(app.config, "TODAY", TODAY + timedelta(days=666))
    assert registration_stages.expire() == [second.id]
    assert session.get(Offer, "O1").status == "paused"


def test_a_second_registration_let_in_brings_a_resting_member_back(
    session: Any, let_in: Registration, officer: User, make_offer: Make
) -> None:
    make_offer(officer, let_in.organisation_id)
    registration_stages.pause(let_in.id, "out_of_stock", "", officer)
    row = registrations.send(RegistrationSchema().load(FORM | {"phone": "0912345670"}))
    registrations.approve(row.id, officer, None, str(let_in.organisation_id))

    assert session.get(Offer, "O1").status == "open"


def test_what_a_resting_member_posts_is_kept_and_rests_with_it(
    session: Any, let_in: Registration, officer: User, make_demand: Make
) -> None:
    make_demand(officer)
    registration_stages.pause(let_in.id, "out_of_stock", "", officer)
    offer = offers.post(OFFER, officer, str(let_in.organisation_id), confirmed={"quantity": 61})
    matches.rank_for_offer(offer.id)

    assert (offer.status, offer.confirmed) == ("paused", {"quantity": 61})
    assert current(session) == []
    told_of = select(AuditEvent.action, AuditEvent.on_behalf_of).where(AuditEvent.subject_id == offer.id)
    assert session.execute(told_of.order_by(AuditEvent.id)).all() == [
        (f"offer.{what}", let_in.organisation_id) for what in ("posted", "confirmed", "paused")
    ]
    assert registration_stages.renew(let_in.id, officer) == [("offer", offer.id)]
    matches.rank_for_offer(offer.id)
    assert [match.offer_id for match in current(session)] == [offer.id]


def test_what_a_resting_buyer_posts_rests_too(session: Any, officer: User) -> None:
    form = FORM | {"side": "buyer", "channel": "supermarket"}
    sent = registrations.send(RegistrationSchema().load(form))
    buyer = registrations.approve(sent.id, officer)
    registration_stages.pause(buyer.id, "out_of_stock", "", officer)
    demand = demands.post(DEMAND, officer, str(buyer.organisation_id))

    assert (demand.status, matches.stale()) == ("paused", [])
    registration_stages.renew(buyer.id, officer)
    assert session.get(Demand, demand.id).status == "open"
    assert matches.stale() == [demand.id]


def test_one_that_somebody_changes_keeps_neither_others_from_expiring_nor_the_rankings_from_being_made(
    app: Flask, session: Any, let_in: Registration, officer: User, make_demand: Make,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    other = registrations.send(RegistrationSchema().load(FORM | {"name": "HTX B", "phone": "0912345670"}))
    registrations.approve(other.id, officer)
    make_demand(officer, ranked=False)
    monkeypatch.setitem(app.config, "TODAY", TODAY + timedelta(days=366))
    ids, busy, rest = (let_in.id, other.id), let_in.organisation_id, resting.rest

    def changed(organisation_id: str, actor: User | None) -> list[tuple[str, str]]:
        if organisation_id == busy:
            raise Stale
        return rest(organisation_id, actor)

    monkeypatch.setattr(resting, "rest", changed)
    jobs.rank_stale()
    session.expire_all()
    assert [db.session.get_one(Registration, each).status for each in ids] == ["approved", "expired"]
    assert matches.stale() == []


def test_a_failure_to_expire_still_lets_the_rankings_be_made(
    let_in: Registration, officer: User, make_demand: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_demand(officer, ranked=False)

    def fail() -> list[int]:
        raise ArithmeticError

    monkeypatch.setattr(registration_stages, "expire", fail)
    with pytest.raises(ArithmeticError):
        jobs.rank_stale()
    assert matches.stale() == []
