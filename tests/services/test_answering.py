"""What the sides answer to an introduction, by link, by account, or told to an officer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from matchmaker.errors import Conflict, NotFound
from matchmaker.extensions import db
from matchmaker.models import AuditEvent, Introduction, User
from matchmaker.queries import match_stages
from matchmaker.services import answering, introducing, pipeline
from tests.conftest import TODAY, reload

Make = Callable[..., Any]
REFUSED = {"answer": "refused", "reason": "price", "note": "gia hoi cao"}


@pytest.fixture
def officer(session: Any, make_user: Make) -> User:
    return reload(make_user())


@pytest.fixture
def letter(session: Any, accepted: list[int], officer: User) -> Introduction:
    return introducing.introduce("D1", [], officer)


def test_a_link_opens_its_own_side_alone(letter: Introduction) -> None:
    first, second = letter.introduced
    buyer, own = answering.key(letter), answering.key(letter, first)

    assert answering.opened_by_buyer(letter.id, buyer).id == letter.id
    assert answering.opened_by_producer(letter.id, first.match_id, own).id == first.id
    for wrong in (own, answering.key(letter, second), buyer[:-1], "", "ở đâu"):
        with pytest.raises(NotFound):
            answering.opened_by_buyer(letter.id, wrong)
    for wrong in (buyer, answering.key(letter, second)):
        with pytest.raises(NotFound):
            answering.opened_by_producer(letter.id, first.match_id, wrong)
    with pytest.raises(NotFound):
        answering.opened_by_producer(letter.id, 999_999, own)


@pytest.mark.parametrize("whose", ["buyer", "producer"])
def test_a_withdrawn_link_leads_nowhere(letter: Introduction, officer: User, whose: str) -> None:
    row = letter.introduced[0]
    before = answering.key(letter, row if whose == "producer" else None)
    answering.withdraw_link(letter.id, row.match_id if whose == "producer" else 0, officer)

    opened: dict[str, Callable[[], object]] = {
        "buyer": lambda: answering.opened_by_buyer(letter.id, before),
        "producer": lambda: answering.opened_by_producer(letter.id, row.match_id, before),
    }
    with pytest.raises(NotFound):
        opened[whose]()


def test_an_answer_by_link_names_no_user_but_the_organisation(session: Any, letter: Introduction) -> None:
    row = letter.introduced[0]
    given = answering.answer(row, "buyer", {"answer": "sample", "note": "2 kg"}, "link")

    assert (given.user_id, given.on_behalf_of, given.how) == (None, "B1", "link")
    assert (row.buyer_answer, row.producer_answer) == ("sample", "")
    told = session.scalars(select(AuditEvent).order_by(AuditEvent.id.desc())).first()
    assert (told.user_id, told.on_behalf_of, told.facts["answer"]) == (None, "B1", "sample")


def test_an_officer_answers_on_behalf_of_a_side(letter: Introduction, officer: User) -> None:
    row = answering.of_officer(letter.id, letter.introduced[0].match_id, officer)
    given = answering.answer(row, "producer", {"answer": "interested"}, "officer", officer)

    assert (given.user_id, given.on_behalf_of) == (officer.id, "S1")


def test_a_refusal_ends_the_match_with_its_reason(letter: Introduction) -> None:
    row = letter.introduced[0]
    answering.answer(row, "buyer", REFUSED, "link")
    stage = match_stages.latest(row.match_id)

    assert (stage.stage, stage.reason, stage.note) == ("failed", "price", "gia hoi cao")
    assert (stage.how, stage.user_id, stage.on_behalf_of) == ("link", None, "B1")


def test_another_answer_takes_a_refused_match_up_again_once_neither_refuses(letter: Introduction) -> None:
    row = letter.introduced[0]
    answering.answer(row, "buyer", REFUSED, "link")
    answering.answer(row, "producer", REFUSED, "link")
    answering.answer(row, "producer", {"answer": "interested"}, "link")
    assert match_stages.latest(row.match_id).stage == "failed"

    answering.answer(row, "buyer", {"answer": "interested"}, "link")
    assert match_stages.latest(row.match_id).stage == "introduced"
    assert [each.answer for each in row.answers] == ["refused", "refused", "interested", "interested"]


def test_a_signed_contract_takes_no_more_answers(letter: Introduction, officer: User) -> None:
    row = letter.introduced[0]
    pipeline.note_stage(row.match_id, {"stage": "contract", "happened_on": TODAY}, officer)

    with pytest.raises(Conflict, match="introduction_over"):
        answering.answer(row, "buyer", REFUSED, "link")


def test_an_account_answers_for_its_own_side_alone(
    letter: Introduction, make_user: Make, make_member: Make
) -> None:
    match_id = letter.introduced[0].match_id
    people = {
        side: reload(make_user(side, organisation_id=own))
        for side, own in [("buyer", "B1"), ("producer", "S1")]
    }
    for side, person in people.items():
        assert answering.of_account(letter.id, match_id, person)[1] == side
    stranger = reload(make_user("buyer", "x@example.com", organisation_id=make_member("buyer")))
    for person, match in ((stranger, match_id), (people["producer"], letter.introduced[1].match_id)):
        with pytest.raises(NotFound):
            answering.of_account(letter.id, match, person)


def test_opening_contacts_is_in_the_trail(session: Any, letter: Introduction) -> None:
    row = letter.introduced[0]
    people = answering.open_contacts(row, "buyer", "link")

    assert [one["phone"] for one in people] == ["0100 000 009"]
    told = session.scalars(select(AuditEvent).order_by(AuditEvent.id.desc())).first()
    assert (told.action, told.on_behalf_of) == ("contacts.opened", "B1")
    assert told.facts["organisations"] == ["S1"]
    assert answering.open_contacts(letter.introduced[1], "buyer", "link") == []


def test_an_officer_of_elsewhere_answers_for_nobody(letter: Introduction, make_user: Make) -> None:
    far = reload(make_user("officer", "far@example.com", provinces=["Cà Mau"]))
    with pytest.raises(NotFound):
        answering.of_officer(letter.id, letter.introduced[0].match_id, far)
    assert db.session.get(Introduction, letter.id) is not None
