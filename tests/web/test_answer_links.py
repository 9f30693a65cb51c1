"""A side's own page of an introduction: by link or by account; each sees its own side alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from matchmaker.models import User
from matchmaker.queries import match_stages
from matchmaker.services import answering, introducing, pipeline
from tests.conftest import TODAY, apart, reload

Look = Callable[..., Any]
Make = Callable[..., Any]


@pytest.fixture
def links(app: Flask, accepted: list[int], make_user: Make) -> dict[str, str]:
    """The address of each side's page, of an introduction of both matches."""
    officer = make_user("officer")
    with apart(app):
        made = introducing.introduce("D1", [], reload(officer))
        found = {"buyer": f"/i/{made.id}/{answering.key(made)}"}
        for row in made.introduced:
            found[f"producer{row.match_id}"] = f"/i/{made.id}/{row.match_id}/{answering.key(made, row)}"
    return found


def test_the_buyer_sees_every_source_and_a_producer_its_own_pair_alone(
    client: FlaskClient, links: dict[str, str], look: Look
) -> None:
    buyer, first = look(client, links["buyer"]), look(client, links["producer1"])

    assert "2 nguồn hàng được giới thiệu" in buyer.heading
    assert "HTX Mận (mẫu)" in buyer.text
    assert "HTX Mận Bắc Hà (mẫu)" in buyer.text
    assert first.heading == "Bên mua được giới thiệu: Siêu thị A (mẫu)"
    assert "HTX Mận Bắc Hà (mẫu)" not in first.html
    assert "40.000" not in first.html  # the buyer's ceiling price


@pytest.mark.parametrize("whose", ["buyer", "producer1"])
def test_the_page_is_never_cached_or_indexed_and_shows_no_contact_unasked(
    client: FlaskClient, links: dict[str, str], look: Look, whose: str
) -> None:
    page = look(client, links[whose])

    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert page.all("script") == []
    assert "0100 000 009" not in page.html


@pytest.mark.parametrize("whose", ["buyer", "producer1"])
def test_contacts_are_shown_when_asked_for(
    client: FlaskClient, links: dict[str, str], look: Look, whose: str
) -> None:
    page = look(client, links[whose], data={"do": "contacts", "match": "1"})

    assert page.status == 200
    assert "0100 000 009" in page.text


@pytest.mark.parametrize("path", ["/i/1/0123456789abcdef0123", "/i/1/1/0123456789abcdef0123", "/i/99/x"])
def test_a_wrong_link_is_not_found(client: FlaskClient, links: dict[str, str], path: str) -> None:
    assert client.get(path).status_code == 404
    assert client.post(path, data={"do": "answer", "answer": "interested"}).status_code == 404


def test_a_buyer_answers_for_one_source_and_no_other(
    app: Flask, client: FlaskClient, links: dict[str, str], look: Look
) -> None:
    data = {"do": "answer", "match": "2", "answer": "sample", "note": "gui 2 kg"}
    page = look(client, links["buyer"], data=data, follow_redirects=True)

    assert "Đã ghi câu trả lời: Cần hàng mẫu." in page.text
    assert page.text.count("Đã ghi câu trả lời: ") == 1
    wrong = look(client, links["buyer"], data={**data, "match": "77"})
    assert wrong.status == 404


def test_a_refusal_without_a_reason_comes_back(
    client: FlaskClient, links: dict[str, str], look: Look
) -> None:
    page = look(client, links["producer1"], data={"do": "answer", "answer": "refused"})

    assert page.status == 422
    assert "Chọn lý do chưa phù hợp." in page.text


def test_the_sides_tell_of_steps_and_deliveries_as_far_as_the_table_lets_them(
    app: Flask, client: FlaskClient, links: dict[str, str], look: Look
) -> None:
    look(client, links["producer1"], data={"do": "answer", "answer": "interested"}, follow_redirects=True)
    stage = {"do": "stage", "stage": "mou", "happened_on": "20/11/2026"}
    before = look(client, links["producer1"], data=stage)
    assert before.status == 422  # it was introduced only the day after

    for code in ("sample", "mou", "contract"):
        told = look(
            client,
            links["producer1"],
            data={**stage, "stage": code, "happened_on": "21/11/2026", "quantity": "5", "unit": "tấn"},
            follow_redirects=True,
        )
        assert told.status == 200
    delivery = {"do": "delivery", "match": "1", "delivered_on": "21/11/2026", "quantity": "2", "unit": "tấn"}
    page = look(client, links["buyer"], data=delivery, follow_redirects=True)
    assert "Đã giao lần đầu 21/11/2026 2 tấn" in page.text
    with apart(app):
        stages = [row for row, _ in match_stages.of_match(1)]
        assert [row.stage for row in stages] == ["introduced", "sample", "mou", "contract", "delivered"]
        assert [row.how for row in stages[1:]] == ["link"] * 4
        assert [row.on_behalf_of for row in stages[1:]] == ["S1", "S1", "S1", "B1"]


@pytest.mark.parametrize("stage", ["introduced", "closed", "delivered", "scheduled"])
def test_a_side_cannot_tell_what_is_the_officers_to_note(
    client: FlaskClient, links: dict[str, str], look: Look, stage: str
) -> None:
    data = {"do": "stage", "stage": stage, "happened_on": "21/11/2026"}
    assert look(client, links["producer1"], data=data).status == 422


def test_terms_are_said_by_a_side_and_read_by_the_other(
    client: FlaskClient, links: dict[str, str], look: Look
) -> None:
    said = {"do": "terms", "t-penalty": "phat 5% lo giao cham", "was-penalty": ""}
    look(client, links["producer1"], data=said, follow_redirects=True)
    page = look(client, links["buyer"])

    assert "Bên kia nêu: phat 5% lo giao cham" in page.text


def test_an_account_lists_and_answers_its_own_introductions(
    app: Flask, links: dict[str, str], make_user: Make, sign_in: Callable[[User], FlaskClient], look: Look
) -> None:
    seller = sign_in(make_user("producer", organisation_id="S1"))
    listed = look(seller, "/introduced/")
    assert "Siêu thị A (mẫu)" in listed.text
    assert "đang chờ đơn vị" in listed.text
    assert [a["href"] for a in listed.all("a") if a["href"].startswith("/introduced/1")] == [
        "/introduced/1/1"
    ]

    page = look(
        seller, "/introduced/1/1", data={"do": "answer", "answer": "interested"}, follow_redirects=True
    )
    assert "Đã ghi câu trả lời: Quan tâm." in page.text
    assert seller.get("/introduced/1/2").status_code == 404
    refused = look(seller, "/introduced/1/1", data={"do": "answer", "answer": "terms"})
    assert refused.status == 422
    people = look(seller, "/introduced/1/1", data={"do": "contacts"})
    assert "0100 000 009" in people.text


def test_who_has_nothing_introduced_sees_an_empty_list(
    make_user: Make,
    make_member: Make,
    links: dict[str, str],
    sign_in: Callable[[User], FlaskClient],
    look: Look,
) -> None:
    stranger = sign_in(make_user("buyer", organisation_id=make_member("buyer")))

    assert "Chưa có bên nào được giới thiệu với đơn vị." in look(stranger, "/introduced/").text
    assert stranger.get("/introduced/1/1").status_code == 404


def test_a_contract_ends_the_answers_but_not_the_deliveries(
    app: Flask, client: FlaskClient, links: dict[str, str], make_user: Make, look: Look
) -> None:
    chief = make_user("administrator")
    with apart(app):
        pipeline.note_stage(1, {"stage": "contract", "happened_on": TODAY}, reload(chief))
    late = look(client, links["producer1"], data={"do": "answer", "answer": "interested"})

    assert late.status == 422
    assert "không nhận câu trả lời nữa" in late.text
    assert "Báo lần giao hàng" in late.text
