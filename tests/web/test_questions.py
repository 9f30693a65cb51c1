"""The queue of what is still to be asked, and the list to call from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from matchmaker.extensions import db
from matchmaker.models import AuditEvent, Offer, User
from matchmaker.queries.place_answers import remembered
from matchmaker.services import offers

Look = Callable[..., Any]
BARE = {"id": "O-bare", "product": "Mật ong", "supply_text": "2 tấn 3/vụ, 300k/lít", "place": "Mèo Vạc"}


@pytest.fixture
def desk(
    app: Flask, officer: User, sign_in: Callable[[User], FlaskClient], make_member: Callable[..., str]
) -> FlaskClient:
    member = make_member("producer", name="HTX Ong (mẫu)", contact="Bà Hoa", phone="0100000077")
    with app.app_context():
        offers.post({**BARE, "producer": "HTX Ong (mẫu)"}, officer, member)
    return sign_in(officer)


def test_the_queue_counts_what_is_open_and_leads_to_the_record(desk: FlaskClient, look: Look) -> None:
    page = look(desk, "/questions/")
    assert "1 chào bán thiếu hoặc chưa rõ tháng" in page.text
    assert "1 chào bán chưa rõ giá tại đâu" in page.text
    assert "chưa rõ lượng" not in page.text
    assert "/offers/O-bare" in [a.get("href") for a in page.all("a")]
    assert "Mật ong" not in look(desk, "/questions/?kind=offer&ask=quantity").text


def test_the_list_to_call_from_has_the_questions_and_a_message(
    app: Flask, desk: FlaskClient, look: Look
) -> None:
    page = look(desk, "/questions/calls?ask=months")
    assert "Bà Hoa" in page.text
    assert "0100000077" in page.text
    assert "Giao được những tháng nào (dương lịch)?" in page.text
    assert "Chào anh/chị, để giới thiệu Mật ong" in page.text
    with app.app_context():
        opened = db.session.scalars(select(AuditEvent).where(AuditEvent.action == "contacts.opened")).all()
        assert len(opened) == 1


def test_a_record_that_says_all_is_not_asked_about(
    desk: FlaskClient, officer: User, look: Look, make_offer: Callable[..., Any]
) -> None:
    make_offer(officer, id="O-whole")
    assert "O-whole" not in look(desk, "/questions/calls").text


def test_producers_and_buyers_do_not_see_the_queue(
    make_user: Callable[..., User], sign_in: Callable[[User], FlaskClient], look: Look
) -> None:
    assert look(sign_in(make_user("producer")), "/questions/").status == 403


@pytest.fixture
def several(app: Flask, desk: FlaskClient, officer: User, make_member: Callable[..., str]) -> str:
    """A record whose place may be several, of a member."""
    member = make_member("producer", name="HTX Tân (mẫu)")
    with app.app_context():
        offers.post({"id": "O-place", "product": "Cam", "place": "Tân Lập"}, officer, member)
    return member


def answer(desk: FlaskClient, look: Look, choice: str, version: str = "") -> Any:
    page = look(desk, "/questions/?kind=offer&ask=place")
    form = next(each for each in page.all("form") if "/questions/place" in each["action"])
    known = version or page.all("input", name="version")[0]["value"]
    said = {"kind": "offer", "id": "O-place", "version": known, "choice": choice}
    return look(desk, form["action"], said, follow_redirects=True)


def test_a_place_of_several_is_answered_in_the_queue_and_remembered_for_its_member(
    app: Flask, desk: FlaskClient, look: Look, several: str
) -> None:
    assert "“Tân Lập” là nơi nào?" in look(desk, "/questions/?kind=offer&ask=place").text
    page = answer(desk, look, "Tân Lập|Lâm Đồng")
    assert "Đã ghi: Tân Lập là Tân Lập, Lâm Đồng." in page.text
    assert "là nơi nào?" not in page.text
    with app.app_context():
        offer = db.session.get_one(Offer, "O-place")
        assert offer.parsed["place"]["province"] == "Lâm Đồng"
        assert offer.raw["place"] == "Tân Lập"
        assert remembered(f"member:{several}", "tan lap") is not None


@pytest.mark.parametrize(
    ("choice", "version", "told"),
    [("", "", "Hãy chọn một nơi."), ("Ba Đình|Hà Nội", "", "Hãy chọn một nơi."),
     ("Tân Lập|Lâm Đồng", "99", "Người khác vừa sửa bản này")],
)  # fmt: skip
def test_no_place_or_a_foreign_one_or_an_old_page_changes_nothing(
    app: Flask, desk: FlaskClient, look: Look, several: str, choice: str, version: str, told: str
) -> None:
    assert told in answer(desk, look, choice, version).text
    with app.app_context():
        assert db.session.get_one(Offer, "O-place").parsed["place"]["province"] == ""
