"""Several at once at the same thing: one succeeds, nothing is lost, nothing happens twice."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable
from typing import Any

from flask import Flask
from sqlalchemy import func, select

from matchmaker.errors import DomainError
from matchmaker.extensions import db
from matchmaker.models import AuditEvent, Decision, Match, Offer, PlaceAnswer, User
from matchmaker.services import decisions, offers, place_answers
from matchmaker.services.audit import broken_at
from matchmaker.services.idempotency import once

Make = Callable[..., Any]
AT_ONCE = 8


def at_once(app: Flask, work: Callable[[User], object], user_id: int) -> Counter[str]:
    """How often work done by several threads at the same moment ended in which way."""
    start, ends = threading.Barrier(AT_ONCE), Counter[str]()

    def run() -> None:
        with app.app_context():
            actor = db.session.get(User, user_id)
            assert actor is not None
            start.wait()
            try:
                ends[str(work(actor))] += 1
            except DomainError as error:
                ends[error.code] += 1

    threads = [threading.Thread(target=run) for _ in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return ends


def test_of_decisions_on_the_same_version_one_counts(
    app: Flask, make_user: Make, make_offer: Make, make_demand: Make
) -> None:
    user = make_user()
    make_offer(user)
    make_demand(user)
    with app.app_context():
        match = db.session.scalar(select(Match.id))

    ends = at_once(app, lambda actor: decisions.decide(match, "accept", "", "", actor, 1).status, user.id)

    assert ends == {"accepted": 1, "already_accepted": AT_ONCE - 1}
    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(Decision)) == 1
        assert broken_at() is None


def test_without_a_version_every_decision_is_kept(
    app: Flask, make_user: Make, make_offer: Make, make_demand: Make
) -> None:
    user = make_user()
    make_offer(user)
    make_demand(user)
    with app.app_context():
        match = db.session.scalar(select(Match.id))

    at_once(app, lambda actor: decisions.decide(match, "hold", "", "", actor).status, user.id)

    with app.app_context():
        assert db.session.get(Match, match).version == 1 + AT_ONCE  # type: ignore[union-attr]
        events = select(func.count()).where(AuditEvent.action == "match.decided")
        assert db.session.scalar(events) == AT_ONCE
        assert broken_at() is None


def test_one_key_enters_one_offer(app: Flask, make_user: Make) -> None:
    def post(actor: User) -> object:
        def work() -> dict[str, Any]:
            return {"id": offers.post({"product": "Mận"}, actor).id}

        return once("k", "the same request", actor, work)[1]

    ends = at_once(app, post, make_user().id)

    assert ends == {"True": 1, "False": AT_ONCE - 1}
    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(Offer)) == 1


def test_of_changes_to_the_same_version_one_counts(app: Flask, make_user: Make, make_offer: Make) -> None:
    user = make_user()
    make_offer(user)

    def change(actor: User) -> object:
        return offers.change("O1", {"product": "Mận"}, actor, 1).version

    assert at_once(app, change, user.id) == {"2": 1, "stale": AT_ONCE - 1}


def test_of_answers_to_what_a_text_means_one_stands(app: Flask, make_user: Make) -> None:
    user = make_user("officer", provinces=["Sơn La"])

    def answer(actor: User) -> object:
        place = {"commune": "Tân Lập", "province": "Sơn La", "lat": 20.0 + threading.get_ident() % 1000 / 1e4}
        return place_answers.remember("member:M1", "Tân Lập", place, "Tân Lập, Sơn La", actor).sender

    ends = at_once(app, answer, user.id)

    assert ends["member:M1"] >= 1
    assert set(ends) <= {"member:M1", "busy"}
    with app.app_context():
        standing = select(func.count()).where(PlaceAnswer.withdrawn_at.is_(None))
        assert db.session.scalar(standing) == 1
        assert broken_at() is None
