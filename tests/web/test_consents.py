"""Members that came by a list agree by their own link, by telephone or on paper."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from matchmaker.extensions import db
from matchmaker.models import AuditEvent, Consent, Contact, ContactOpening, User
from matchmaker.wording.consents import CURRENT

Look = Callable[..., Any]
Make = Callable[..., Any]


@pytest.fixture
def member(make_member: Make) -> str:
    return str(make_member("producer", name="HTX Sa Pả (mẫu)", province="Lào Cai", phone="0100000009"))


@pytest.fixture
def office(member: str, officer: User, sign_in: Callable[..., FlaskClient]) -> FlaskClient:
    return sign_in(officer)


def link(page: Any) -> str:
    found = re.search(r"http://localhost(/c/[^/\s]+/\w+)", page.text)
    assert found is not None
    return found[1]


def test_a_member_of_a_list_agrees_by_its_own_link(
    app: Flask, office: FlaskClient, member: str, look: Look
) -> None:
    assert look(office, "/consents/").all("a", href=f"/consents/{member}")
    assert "Đơn vị chưa có bản đồng ý" in look(office, "/today/").text
    address = link(look(office, f"/consents/{member}"))
    stranger = app.test_client()
    page = look(stranger, address)
    assert page.headers["Cache-Control"] == "no-store"
    assert page.all("script") == []
    assert "0100000009" not in page.text

    assert look(stranger, address, data={}).status == 422
    with app.app_context():
        assert db.session.scalar(select(Consent)) is None
    for _click in range(2):
        given = look(stranger, address, data={"consent": "1"}, follow_redirects=True)
    assert "Đã đồng ý" in given.text
    with app.app_context():
        (row,) = db.session.scalars(select(Consent)).all()
        assert (row.organisation_id, row.text, row.how) == (member, CURRENT, "link")
        told = db.session.scalars(select(AuditEvent).where(AuditEvent.action == "consent.given")).all()
        assert [(event.user_id, event.facts["text"]) for event in told] == [(None, CURRENT)]
    assert not look(office, "/consents/").all("a", href=f"/consents/{member}")
    assert "đánh dấu ở đường dẫn riêng" in look(office, f"/consents/{member}").text


def test_a_wrong_link_opens_nothing(client: FlaskClient, member: str) -> None:
    for path in (f"/c/{member}/{'0' * 20}", "/c/khong-co/abc"):
        assert client.get(path).status_code == 404
        assert client.post(path, data={"consent": "1"}).status_code == 404


def test_what_was_told_to_an_officer_names_the_officer(
    app: Flask, office: FlaskClient, member: str, look: Look, officer: User
) -> None:
    page = look(office, f"/consents/{member}/told", data={}, follow_redirects=True)

    assert "nói hoặc ký với cán bộ" in page.text
    with app.app_context():
        row = db.session.scalars(select(Consent)).one()
        assert (row.how, row.noted_by) == ("told", officer.id)


def test_a_consent_taken_back_for_a_member_erases_and_ends_the_link(
    app: Flask, office: FlaskClient, member: str, look: Look
) -> None:
    address = link(look(office, f"/consents/{member}"))
    app.test_client().post(address, data={"consent": "1"})
    assert "Rút lại đồng ý thay HTX Sa Pả (mẫu)?" in look(office, f"/consents/{member}/withdraw").text
    page = look(office, f"/consents/{member}/withdraw", data={}, follow_redirects=True)

    assert "đã rút lại" in page.text
    assert app.test_client().get(address).status_code == 404
    with app.app_context():
        assert db.session.scalar(select(Contact)) is None


def test_a_member_that_never_agreed_is_erased_and_its_link_ends(
    app: Flask, office: FlaskClient, member: str, look: Look
) -> None:
    address = link(look(office, f"/consents/{member}"))
    page = look(office, f"/consents/{member}/withdraw", data={}, follow_redirects=True)

    assert "không có bản đồng ý; đã xóa tên người và số điện thoại" in page.text
    assert app.test_client().get(address).status_code == 404
    with app.app_context():
        assert db.session.scalar(select(Contact)) is None


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_the_form_to_sign_prints(office: FlaskClient, member: str, form: str) -> None:
    answer = office.get(f"/consents/{member}/form.{form}")

    assert answer.data[:4] == {"pdf": b"%PDF", "docx": b"PK\x03\x04"}[form]
    assert office.get(f"/consents/{member}/form.xlsx").status_code == 404


def test_whom_to_send_it_to_is_opened_on_record(
    app: Flask, office: FlaskClient, member: str, look: Look
) -> None:
    assert "0100000009" not in look(office, f"/consents/{member}").text
    assert "0100000009" in look(office, f"/consents/{member}/contacts", data={}).text
    with app.app_context():
        row = db.session.scalars(select(ContactOpening)).one()
        assert (row.organisation_id, row.subject) == (member, "consent")
