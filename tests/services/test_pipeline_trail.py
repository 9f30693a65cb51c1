"""The trail of introductions, answers, stages, terms and deliveries, played again, gives the tables."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from matchmaker.extensions import db
from matchmaker.models import (
    AuditEvent,
    Delivery,
    IntroducedMatch,
    Introduction,
    IntroductionAnswer,
    IntroductionVersion,
    MatchStage,
    TermSaid,
    User,
)
from matchmaker.queries import due_follow_ups, judged
from matchmaker.queries.holdings import Purpose
from matchmaker.services import (
    answering,
    audit,
    delivering,
    histories,
    holdings,
    introducing,
    pipeline,
    terms_sheet,
)
from tests.conftest import TODAY, reload

Make = Callable[..., Any]


@pytest.fixture
def officer(session: Any, make_user: Make) -> User:
    return reload(make_user())


@pytest.fixture
def lived(session: Any, accepted: list[int], officer: User) -> int:
    """A match that has lived through everything; gives its id."""
    made = introducing.introduce("D1", [], officer)
    introducing.reissue(made.id, "sửa", officer)
    first, second = made.introduced
    purpose = Purpose(match_id=first.match_id)
    holdings.hold({"O1": {6: 5000}}, purpose, TODAY + timedelta(days=9), officer)
    holdings.promise(purpose, officer)
    answering.answer(first, "buyer", {"answer": "sample", "note": "2 kg"}, "link")
    answering.answer(second, "producer", {"answer": "refused", "reason": "papers"}, "officer", officer)
    terms_sheet.say(first.match, "buyer", {"tolerance": "±5 %"}, "link", None, "B1")
    for code in ("sample", "mou", "contract"):
        pipeline.note_stage(
            first.match_id, {"stage": code, "happened_on": TODAY, "behalf": "buyer", "value": 9}, officer
        )
    for amount in (1, 2):
        told = {"delivered_on": TODAY, "quantity": amount, "unit": "tấn", "value": 7}
        delivering.deliver(first.match, told, "link", None, "producer")
    return first.match_id


def played() -> dict[str, list[Any]]:
    """What the trail says the tables hold."""
    tables = ("letters", "versions", "answers", "stages", "terms", "deliveries")
    found: dict[str, list[Any]] = {name: [] for name in tables}
    for event in db.session.scalars(select(AuditEvent).order_by(AuditEvent.id)):
        f, who = event.facts, (event.user_id, event.on_behalf_of)
        if event.action == "introduction.made":
            found["letters"].append((f["demand"], f["province"], f["year"], f["number"], f["matches"]))
            found["stages"] += [(m, "introduced", f["on"], None, "", *who) for m in f["matches"]]
        elif event.action == "introduction.issued":
            found["versions"].append((f["number"], f["digest"]))
        elif event.action == "introduction.answered":
            found["answers"].append(
                (f["match"], f["side"], f["answer"], f["reason"], f["note"], f["how"], *who)
            )
            if f["answer"] == "refused":
                found["stages"].append((f["match"], "failed", f["on"], None, f["reason"], *who))
        elif event.action == "match.stage":
            found["stages"].append(
                (int(event.subject_id), f["stage"], f["on"], f["value"], f["reason"] or "", *who)
            )
        elif event.action == "match.terms":
            found["terms"] += [(int(event.subject_id), f["side"], t, w, *who) for t, w in f["words"].items()]
        elif event.action == "match.delivered":
            found["deliveries"].append(
                (int(event.subject_id), f["on"], f["quantity"], f["unit"], f["value"], f["consumed"], *who)
            )
    return found


def stored() -> dict[str, list[Any]]:
    """What the tables hold."""

    def all_of(model: Any) -> Any:
        return db.session.scalars(select(model).order_by(model.id))

    return {
        "letters": [
            (r.demand_id, r.province, r.year, r.number, [m.match_id for m in r.introduced])
            for r in all_of(Introduction)
        ],
        "versions": [(r.number, audit.digest(r.document)) for r in all_of(IntroductionVersion)],
        "answers": [
            (r.introduced.match_id, r.side, r.answer, r.reason, r.note, r.how, r.user_id, r.on_behalf_of)
            for r in all_of(IntroductionAnswer)
        ],
        "stages": [
            (r.match_id, r.stage, r.happened_on.isoformat(), r.value, r.reason, r.user_id, r.on_behalf_of)
            for r in all_of(MatchStage)
        ],
        "terms": [(r.match_id, r.side, r.term, r.words, r.user_id, r.on_behalf_of) for r in all_of(TermSaid)],
        "deliveries": [
            (
                *(r.match_id, r.delivered_on.isoformat(), r.quantity, r.unit, r.value, r.consumed),
                *(r.user_id, r.on_behalf_of),
            )
            for r in all_of(Delivery)
        ],
    }  # fmt: skip


def test_the_trail_played_again_equals_the_tables(lived: int) -> None:
    told, held = played(), stored()

    assert audit.broken_at() is None
    for name in held:
        assert held[name], name
        assert sorted(told[name], key=str) == sorted(held[name], key=str), name
    latest = {(m, side): answer for m, side, answer, *_ in told["answers"]}
    for row in db.session.scalars(select(IntroducedMatch)):
        for side in ("buyer", "producer"):
            assert row.answer_of(side) == latest.get((row.match_id, side), "")


def test_the_line_of_time_holds_everything_once(lived: int, session: Any) -> None:
    match = judged.one(lived, session.scalar(select(User).where(User.email == "chief@example.com")))
    told = [(event.kind, event.code) for event in histories.of(match)]

    assert sorted(told) == sorted(
        [
            ("decision", "accept"), ("letter", "letter"), ("answer", "sample"), ("terms", "tolerance"),
            ("stage", "sample"), ("stage", "mou"), ("stage", "contract"),
            ("delivery", "delivered"), ("delivery", "delivery"),
        ]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("begun", "news", "day", "asked"),
    [
        (date(2026, 1, 31), [], date(2026, 2, 27), None),
        (date(2026, 1, 31), [], date(2026, 2, 28), (1, date(2026, 2, 28))),
        (date(2026, 1, 31), [], date(2026, 5, 1), (3, date(2026, 4, 30))),
        (date(2026, 1, 31), [date(2026, 2, 20)], date(2026, 3, 1), None),
        (date(2026, 1, 31), [date(2026, 2, 20)], date(2026, 4, 30), (3, date(2026, 4, 30))),
        (date(2026, 1, 31), [date(2026, 4, 15)], date(2026, 7, 30), None),
        (date(2026, 1, 31), [], date(2027, 6, 1), (12, date(2027, 1, 31))),
    ],
)
def test_a_match_is_asked_after_again_until_there_is_news(
    begun: date, news: list[date], day: date, asked: tuple[int, date] | None
) -> None:
    assert due_follow_ups.asked(begun, news, day) == asked


def test_follow_ups_come_due_for_what_the_officer_may_see_and_end_with_the_match(
    lived: int, officer: User, make_user: Make
) -> None:
    far = reload(make_user("officer", "far@example.com", provinces=["Cà Mau"]))
    day = TODAY + timedelta(days=95)
    (one,) = due_follow_ups.listed(officer, day)  # the refused one is not asked after

    assert (one.match_id, one.months, one.stage) == (lived, 3, "ongoing")
    assert due_follow_ups.count(far, day) == 0
    assert due_follow_ups.count(officer, TODAY + timedelta(days=20)) == 0
