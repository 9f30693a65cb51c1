from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from matchmaker.extensions import db
from matchmaker.models import AuditEvent, Offer, User
from tests.web.test_joining import FORM

Look = Callable[..., Any]


@pytest.fixture
def office(officer: User, client: FlaskClient, sign_in: Callable[..., FlaskClient]) -> FlaskClient:
    assert client.post("/join/producer", data=FORM).status_code == 302
    return sign_in(officer)


def link(text: str) -> str:
    found = re.search(r"http://[^\s.]+/k/[\w/-]+", text)
    assert found is not None
    return urlsplit(found[0]).path


def test_an_approved_member_sets_a_password_by_the_link_and_signs_in_by_telephone(
    app: Flask, office: FlaskClient, look: Look
) -> None:
    page = look(
        office, "/registrations/1", data={"decision": "approve", "version": "1"}, follow_redirects=True
    )
    assert "Đã duyệt" in page.text
    member = app.test_client()
    address = link(page.text)
    assert "0912345678" in look(member, address).text

    typed = {"password": "mận chín tháng sáu", "again": "mận chín tháng sáu"}
    assert member.post(address, data=typed).location == "/"
    assert member.get("/offers/").status_code == 200
    assert member.get(address).status_code == 404

    again = app.test_client()
    signing = {"email": "0912 345 678", "password": typed["password"]}
    assert again.post("/sign-in", data=signing).status_code == 302
    assert again.get("/offers/").status_code == 200


def test_two_passwords_that_differ_are_refused(app: Flask, office: FlaskClient, look: Look) -> None:
    page = look(office, "/registrations/1", data={"decision": "approve"}, follow_redirects=True)
    refused = look(app.test_client(), link(page.text), data={"password": "a" * 12, "again": "b" * 12})

    assert refused.status == 422
    assert "Hai lần gõ không giống nhau." in refused.text


def test_a_new_link_takes_the_place_of_a_lost_one(app: Flask, office: FlaskClient, look: Look) -> None:
    first = link(look(office, "/registrations/1", data={"decision": "approve"}, follow_redirects=True).text)
    second = link(look(office, "/registrations/1/link", data={}, follow_redirects=True).text)

    assert app.test_client().get(first).status_code == 404
    assert app.test_client().get(second).status_code == 200


def test_a_rejection_needs_a_reason_and_is_told_to_who_registered(
    office: FlaskClient, client: FlaskClient, look: Look
) -> None:
    assert look(office, "/registrations/1", data={"decision": "reject"}).status == 422
    page = look(
        office,
        "/registrations/1",
        data={"decision": "reject", "reason": "incomplete", "note": "thiếu xã"},
        follow_redirects=True,
    )
    followed = next(a["href"] for a in page.all("a") if "/join/followed/" in a.get("href", ""))

    told = look(client, followed).text
    assert "thiếu xã" in told
    assert "Thiếu thông tin" in told


def test_a_known_organisation_is_offered_and_never_taken_by_itself(
    office: FlaskClient, make_member: Callable[..., str], look: Look
) -> None:
    known = make_member("producer", name="HTX Mận Bắc Hà (mẫu)", province="Lào Cai")
    page = look(office, "/registrations/1")

    assert "Có thể đã có trong hệ thống" in page.text
    assert page.all("input", name="organisation", value=known)


def test_a_decision_meanwhile_is_told(office: FlaskClient, look: Look) -> None:
    look(office, "/registrations/1", data={"decision": "approve"})
    late = look(office, "/registrations/1", data={"decision": "reject", "reason": "duplicate"})

    assert late.status == 409
    assert "đã có người quyết định" in late.text


def test_the_list_shows_what_waits_and_what_was_decided(office: FlaskClient, look: Look) -> None:
    assert FORM["name"] in look(office, "/registrations/").text
    look(office, "/registrations/1", data={"decision": "approve"})
    assert FORM["name"] not in look(office, "/registrations/").text
    assert FORM["name"] in look(office, "/registrations/?status=approved").text


def test_an_officer_withdraws_the_consent_for_a_member_after_a_look(
    app: Flask, office: FlaskClient, look: Look
) -> None:
    assert office.get("/registrations/1/withdraw").status_code == 404  # nobody was let in yet
    page = look(office, "/registrations/1", data={"decision": "approve"}, follow_redirects=True)
    address = link(page.text)
    assert "không lấy lại được" in look(office, "/registrations/1/withdraw").text
    assert app.test_client().get(address).status_code == 200

    after = look(office, "/registrations/1/withdraw", data={}, follow_redirects=True)

    assert "0912345678" not in after.text
    assert "Rút lại đồng ý thay" not in after.text
    assert app.test_client().get(address).status_code == 404
    with app.app_context():
        event = db.session.scalars(select(AuditEvent).where(AuditEvent.action == "consent.withdrawn")).one()
        assert event.on_behalf_of == event.subject_id


def test_more_is_asked_for_and_answered_without_an_account(
    app: Flask, office: FlaskClient, look: Look
) -> None:
    begun = look(
        office, "/registrations/1/step", data={"step": "begin", "version": "1"}, follow_redirects=True
    )
    assert "Đang thẩm tra" in begun.text
    refused = look(office, "/registrations/1/step", data={"step": "ask"})
    assert refused.status == 422
    asked = look(
        office, "/registrations/1/step", data={"step": "ask", "note": "xa nao"}, follow_redirects=True
    )
    found = re.search(r"http://localhost(/join/followed/1/\w+)", asked.text)
    assert found is not None
    assert "còn cần bổ sung: xa nao" in asked.text
    assert look(office, "/registrations/?status=info_needed").all("a", href="/registrations/1")

    stranger = app.test_client()
    assert "“xa nao”" in look(stranger, found[1]).text
    answered = look(stranger, found[1], data={"note": "xa Bac Ha"}, follow_redirects=True)
    assert "Đã gửi phần bổ sung" in answered.text
    assert "“xa Bac Ha”" in look(office, "/registrations/1").text
    again = look(stranger, found[1], data={"note": "nua"}, follow_redirects=True)
    assert "đang ở bước khác" in again.text


def test_a_member_is_paused_with_a_reason_and_taken_up_again(
    app: Flask, office: FlaskClient, look: Look
) -> None:
    look(office, "/registrations/1", data={"decision": "approve"})
    assert look(office, "/registrations/1/step", data={"step": "pause"}).status == 422
    data = {"step": "pause", "reason": "out_of_stock"}
    paused = look(office, "/registrations/1/step", data=data, follow_redirects=True)
    assert "Tạm ngừng/Hết hàng" in paused.text
    assert "hết hàng" in look(office, "/registrations/?status=paused").text.lower()
    assert look(office, "/registrations/1/step", data=data).status == 409
    back = look(office, "/registrations/1/step", data={"step": "renew"}, follow_redirects=True)
    assert "Đăng ký có hiệu lực đến hết" in back.text


def test_who_posts_while_its_member_rests_is_told_so_and_none_rests_while_another_registration_holds(
    app: Flask, officer: User, office: FlaskClient, client: FlaskClient, look: Look
) -> None:
    page = look(office, "/registrations/1", data={"decision": "approve"}, follow_redirects=True)
    with app.app_context():
        organisation = db.session.scalar(select(User.organisation_id).where(User.id != officer.id))
    producer, typed = app.test_client(), "mận chín tháng sáu"
    producer.post(link(page.text), data={"password": typed, "again": typed})
    plums = {"product": "Mận", "place": "Bắc Hà, Lào Cai"}
    pause = {"step": "pause", "reason": "out_of_stock"}
    assert office.post("/registrations/1/step", data=pause).status_code == 302

    said = look(producer, "/offers/new", data=plums, follow_redirects=True)
    assert "chưa vào danh sách và xếp hạng" in said.text
    assert statuses(app) == ["paused"]
    assert "đang nghỉ" in look(office, "/registrations/1").text

    assert client.post("/join/producer", data=FORM | {"phone": "0912345670"}).status_code == 302
    joined = {"decision": "approve", "organisation": str(organisation)}
    assert office.post("/registrations/2", data=joined).status_code == 302
    assert statuses(app) == ["open"]
    assert "chào bán và nhu cầu không nghỉ" in look(office, "/registrations/1").text
    said = look(producer, "/offers/new", data=plums, follow_redirects=True)
    assert "chưa vào danh sách" not in said.text


def statuses(app: Flask) -> list[str]:
    with app.app_context():
        return list(db.session.scalars(select(Offer.status).order_by(Offer.id)))
