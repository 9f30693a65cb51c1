"""What a text means is asked once for each sender, kept with who said so, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from matchmaker.errors import NotFound
from matchmaker.extensions import db
from matchmaker.models import AuditEvent, PlaceAnswer, User
from matchmaker.queries import place_answers as queries
from matchmaker.services import place_answers

SON_LA = {"commune": "Tân Lập", "province": "Sơn La"}
LAO_CAI = {"commune": "Tân Lĩnh", "province": "Lào Cai"}


@pytest.fixture
def clerk(session: Any, make_user: Callable[..., User]) -> User:
    return make_user("officer", provinces=["Sơn La"])


def test_an_answer_holds_for_the_same_text_however_it_is_typed(clerk: User) -> None:
    sender = queries.sender_of(clerk)
    place_answers.remember(sender, "Xã Tân Lập", SON_LA, "Tân Lập, Sơn La", clerk)
    found = queries.remembered(sender, " xa  tan lap ")
    assert found is not None
    assert (found.place, found.chooser, found.written) == (SON_LA, clerk, "Xã Tân Lập")
    assert queries.remembered(sender, "Tân Lập") is None


def test_an_answer_of_one_sender_says_nothing_for_another(clerk: User) -> None:
    place_answers.remember("member:M1", "Tân Lập", SON_LA, "Tân Lập, Sơn La", clerk)
    assert queries.remembered("member:M2", "Tân Lập") is None
    assert queries.sender_of(clerk, "M1") == "member:M1"


def test_another_choice_takes_the_place_of_the_first_and_both_stay_on_the_trail(clerk: User) -> None:
    first = place_answers.remember("member:M1", "Tân Lập", SON_LA, "Tân Lập, Sơn La", clerk)
    assert place_answers.remember("member:M1", "tân lập", SON_LA, "Tân Lập, Sơn La", clerk) is first
    place_answers.remember("member:M1", "Tân Lập", LAO_CAI, "Tân Lĩnh, Lào Cai", clerk)
    found = queries.remembered("member:M1", "Tân Lập")
    assert found is not None
    assert found.place == LAO_CAI
    told = db.session.scalars(
        select(AuditEvent.action).where(AuditEvent.subject == "place_answer").order_by(AuditEvent.id)
    ).all()
    assert told == ["place_answer.given", "place_answer.withdrawn", "place_answer.given"]


def test_an_answer_taken_back_answers_nothing_and_cannot_be_taken_back_again(clerk: User) -> None:
    answer = place_answers.remember(queries.sender_of(clerk), "Tân Lập", SON_LA, "Tân Lập, Sơn La", clerk)
    place_answers.withdraw(answer.id, clerk)
    assert queries.remembered(queries.sender_of(clerk), "Tân Lập") is None
    assert queries.listed(clerk) == []
    with pytest.raises(NotFound):
        place_answers.withdraw(answer.id, clerk)


def test_only_those_whose_texts_they_are_see_and_take_back_answers(
    clerk: User, make_user: Callable[..., User]
) -> None:
    answer = place_answers.remember(queries.sender_of(clerk), "Tân Lập", SON_LA, "Tân Lập, Sơn La", clerk)
    stranger = make_user("officer", email="xa@example.com", provinces=["Lào Cai"])
    colleague = make_user("officer", email="gan@example.com", provinces=["Sơn La"])
    assert queries.listed(stranger) == []
    with pytest.raises(NotFound):
        place_answers.withdraw(answer.id, stranger)
    assert [each.id for each in queries.listed(colleague)] == [answer.id]
    place_answers.withdraw(answer.id, colleague)
    assert db.session.get_one(PlaceAnswer, answer.id).withdrawn_at is not None
