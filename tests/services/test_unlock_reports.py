"""Reports of what missing steps would unlock: made in the background, kept with their moment."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask

from matchmaker.models import Match, UnlockReport, User, UserScope
from matchmaker.models.base import now
from matchmaker.queries import unlock_reports as queries
from matchmaker.services import decisions, unlock_reports, unlocks
from matchmaker.services.transaction import transaction
from tests.conftest import TODAY

Make = Callable[..., Any]


@pytest.fixture
def chief(session: Any, make_user: Make) -> User:
    """An officer of the whole country in the present session."""
    return session.get(User, make_user().id)


@pytest.fixture
def local(session: Any, make_user: Make) -> User:
    """An officer of one province."""
    return session.get(User, make_user("officer", "local@example.com", provinces=["Lào Cai"]).id)


@pytest.fixture(autouse=True)
def market(chief: User, make_offer: Make, make_demand: Make) -> None:
    """Twelve tonnes that lack VietGAP for a demand of nine."""
    make_offer(chief, id="O1", certificates=["ATTP@2028-12-31"], quantity=12)
    make_demand(chief, id="D1", quantity=9, per="season", required_certificates=["VIETGAP"])


def made(actor: User) -> UnlockReport:
    """The report after somebody asked for it and the worker made it."""
    unlock_reports.carry_out(unlock_reports.ask(actor).id)
    found = queries.of(actor, "province")
    assert found is not None
    return found


def test_a_report_holds_the_steps_at_its_moment(chief: User) -> None:
    report = made(chief)
    assert report.status == "done"
    assert report.made_at is not None
    assert report.made_at.astimezone(unlock_reports.VIET_NAM).date() == TODAY
    for level in unlocks.LEVELS:
        assert unlock_reports.rows(report, level) == unlocks.summaries(chief)[level] != []
    assert unlock_reports.rows(report, "commune", "Cà Mau") == []


def test_whoever_sees_the_whole_country_shares_one_report_and_others_have_their_own(
    chief: User, local: User, make_user: Make, session: Any
) -> None:
    other = session.get(User, make_user("national_reader", "reader@example.com").id)
    assert made(chief).id == made(other).id
    assert made(local).id != made(chief).id
    assert len(queries.every()) == 2


def test_an_officer_of_other_provinces_is_not_shown_what_was_made_before(session: Any, local: User) -> None:
    made(local)
    with transaction():
        local.scopes[:] = [UserScope(province="Cà Mau")]
    assert queries.of(local) is None
    assert unlock_reports.rows(made(local), "province") == []

    unlock_reports.refresh()

    assert len(queries.every()) == 2  # of the country and of the present provinces


def test_what_changes_later_leaves_the_report_and_is_told(session: Any, chief: User) -> None:
    report = made(chief)
    before = unlock_reports.rows(report, "province")
    assert not queries.outdated(report)

    decisions.decide(session.query(Match).one().id, "reject", "papers", "", chief)

    found = queries.of(chief, "province")
    assert found is not None
    assert queries.outdated(found)
    assert unlock_reports.rows(found, "province") == before
    assert unlock_reports.rows(made(chief), "province") == []


def test_a_report_under_way_is_not_asked_for_twice_until_its_worker_is_lost(chief: User) -> None:
    report = unlock_reports.ask(chief)
    moment = report.asked_at
    assert unlock_reports.ask(chief).asked_at == moment
    with transaction():
        report.asked_at = now() - unlock_reports.GRACE - timedelta(seconds=1)
    assert not unlock_reports.under_way(report)
    assert unlock_reports.ask(chief).asked_at >= moment


def test_a_report_is_carried_out_once(chief: User, monkeypatch: pytest.MonkeyPatch) -> None:
    report = made(chief)
    monkeypatch.setattr(unlocks, "summaries", pytest.fail)
    unlock_reports.carry_out(report.id)
    unlock_reports.carry_out(report.id + 1)


def test_a_failure_is_noted_and_the_last_result_stays(chief: User, monkeypatch: pytest.MonkeyPatch) -> None:
    before = unlock_reports.rows(made(chief), "province")

    def fail(_actor: object) -> None:
        raise ArithmeticError

    monkeypatch.setattr(unlocks, "summaries", fail)
    with pytest.raises(ArithmeticError):
        made(chief)

    report = queries.of(chief, "province")
    assert report is not None
    assert report.status == "failed"
    assert unlock_reports.rows(report, "province") == before


def test_reports_are_made_anew_each_day(
    app: Flask, chief: User, local: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlock_reports.refresh()  # the country's without anybody asking
    country, own = queries.of(chief), made(local)
    assert country is not None
    moments = country.made_at, own.made_at
    unlock_reports.refresh()
    assert [report.made_at for report in queries.every()] == [*moments]

    monkeypatch.setitem(app.config, "TODAY", TODAY + timedelta(days=1))
    unlock_reports.refresh()

    days = {report.made_at.astimezone(unlock_reports.VIET_NAM).date() for report in queries.every()}
    assert days == {TODAY + timedelta(days=1)}


def test_a_report_of_nobody_is_let_go(chief: User, local: User) -> None:
    made(local)
    with transaction():
        local.active = False
    unlock_reports.refresh()
    assert [report.user_id for report in queries.every()] == [None]


def test_who_lost_its_reach_while_the_report_waited_gets_none(local: User) -> None:
    report = unlock_reports.ask(local)
    with transaction():
        local.scopes[:] = []
    unlock_reports.carry_out(report.id)
    assert queries.every() == []
