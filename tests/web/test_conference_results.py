"""Typing in slips in the browser, the figures, the follow-up, and later stages on a match's page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from matchmaker.models import Match, User
from matchmaker.services import arranging, conferences
from tests.web.test_conferences import DOCUMENT

Look = Callable[..., Any]
RESULTS = "/conferences/C1/results"
SLIP = f"{RESULTS}/P1/B1"


@pytest.fixture
def browser(
    app: Flask,
    make_user: Callable[..., User],
    traders: tuple[str, str],
    sign_in: Callable[[User], FlaskClient],
) -> FlaskClient:
    """An organizer's browser; P1 and B1 are organisations with a ranked match, met in October."""
    organizer = make_user("organizer")
    members = dict(zip(("P1", "B1"), traders, strict=True))
    people = [{**p, "organisation": members.get(p["id"], "")} for p in DOCUMENT["participants"]]
    slots = [{**slot, "date": "2026-10-10"} for slot in DOCUMENT["slots"]]
    with app.app_context():
        conferences.post({**DOCUMENT, "participants": people, "slots": slots}, organizer, "C1", "Bắc Ninh")
        arranging.arrange("C1", organizer, 2)
    return sign_in(organizer)


@pytest.fixture
def match_id(app: Flask, browser: FlaskClient) -> int:
    from matchmaker.extensions import db

    with app.app_context():
        return db.session.scalars(db.select(Match.id).where(Match.current)).one()


def test_the_next_slip_opens_by_scan_place_id_or_name(browser: FlaskClient, look: Look) -> None:
    page = look(browser, RESULTS)
    assert "Đã nhập 0/2 phiếu" in page.text
    (field,) = page.all("input", name="code")
    assert "autofocus" in field
    for code in (f"http://may-tinh:8000{SLIP}", "P1", "htx mot"):
        assert browser.get(RESULTS, query_string={"code": code}).location == SLIP, code
    several = look(browser, f"{RESULTS}?code=sieu thi")
    assert "Phiếu nào?" in several.text
    assert "Không tìm thấy phiếu" in look(browser, f"{RESULTS}?code=khong co").text


def test_a_slip_is_typed_in_and_the_list_grows_shorter(browser: FlaskClient, look: Look) -> None:
    form = look(browser, SLIP)
    assert [box["value"] for box in form.all("input", name="outcome") if "autofocus" in box] == ["met"]
    assert [box.get("data-digit") for box in form.all("input", name="steps")] == list("123456")
    data = {
        "outcome": "met",
        "steps": ["interested", "mou"],
        "quantity": "12,5",
        "unit": "tấn",
        "value": "300tr",
        "version": "0",
    }
    answer = browser.post(SLIP, data=data)
    assert answer.location == RESULTS
    page = look(browser, RESULTS)
    assert "Đã nhập 1/2 phiếu" in page.text
    again = look(browser, SLIP)
    assert again.all("input", name="quantity")[0]["value"] == "12,5"
    assert again.all("input", name="version")[0]["value"] == "1"


def test_one_can_go_on_to_the_next_slip_at_once(browser: FlaskClient) -> None:
    answer = browser.post(SLIP, data={"outcome": "met", "version": "0", "step": "next"})
    assert answer.location == f"{RESULTS}/P2/B1"
    last = browser.post(
        f"{RESULTS}/P2/B1", data={"outcome": "producer_absent", "version": "0", "step": "next"}
    )
    assert last.location == RESULTS


def test_what_is_wrong_is_said_at_its_field_and_stays_typed(browser: FlaskClient, look: Look) -> None:
    page = look(browser, SLIP, data={"outcome": "met", "steps": "unfit", "note": "giá cao", "version": "0"})
    assert page.status == 422
    assert "Không phù hợp thì cần chọn lý do." in page.text
    assert page.all("input", name="note")[0]["value"] == "giá cao"
    assert "Đã nhập 0/2 phiếu" in look(browser, RESULTS).text


def test_the_second_of_two_who_type_the_same_slip_sees_the_first(browser: FlaskClient, look: Look) -> None:
    browser.post(SLIP, data={"outcome": "met", "note": "thứ nhất", "version": "0"})
    page = look(browser, SLIP, data={"outcome": "cancelled", "note": "thứ hai", "version": "0"})
    assert page.status == 409
    assert "organizer@example.com đã nhập phiếu này lúc" in page.text
    assert page.all("input", name="note")[0]["value"] == "thứ nhất"


def test_the_figures_count_each_kind_of_agreement_by_itself(
    browser: FlaskClient, look: Look, match_id: int
) -> None:
    mou = {
        "outcome": "met",
        "steps": "mou",
        "quantity": "12,5",
        "unit": "tấn",
        "value": "300tr",
        "version": "0",
    }
    browser.post(SLIP, data=mou)
    browser.post(
        f"{RESULTS}/P2/B1", data={"outcome": "met", "steps": "unfit", "reason": "price", "version": "0"}
    )
    stage = {
        "stage": "contract",
        "happened_on": "10/11/2026",
        "quantity": "500",
        "unit": "kg",
        "value": "20tr",
    }
    assert browser.post(f"/board/matches/{match_id}/stages", data=stage).status_code == 302
    page = look(browser, f"{RESULTS}/report")
    assert "Biên bản ghi nhớ 1 12,5 tấn 300.000.000 đ" in page.text
    assert "Hợp đồng nguyên tắc 0 – –" in page.text
    assert "Hợp đồng mua bán, đơn hàng 1 0,5 tấn 20.000.000 đ" in page.text
    assert "320.000.000" not in page.text
    assert "Giá không phù hợp 1" in page.text


def test_a_match_shows_its_stages_and_takes_new_ones(browser: FlaskClient, look: Look, match_id: int) -> None:
    browser.post(SLIP, data={"outcome": "met", "steps": "sample", "version": "0"})
    address = f"/board/matches/{match_id}"
    page = look(browser, address)
    assert "Đã gặp 10/10/2026" in page.text
    assert "slip " not in page.text
    refused = look(browser, f"{address}/stages", data={"stage": "failed", "happened_on": "1/11/2026"})
    assert refused.status == 422
    assert "cần chọn lý do" in refused.text
    future = look(browser, f"{address}/stages", data={"stage": "contract", "happened_on": "1/12/2026"})
    assert "Ngày này chưa tới." in future.text
    done = {
        "stage": "contract",
        "happened_on": "20/11/2026",
        "quantity": "2",
        "unit": "tấn",
        "note": "đơn hàng đầu",
    }
    told = look(browser, f"{address}/stages", data=done, follow_redirects=True)
    assert "HĐ mua bán 20/11/2026 2 tấn đơn hàng đầu" in told.text
    wrong = look(browser, f"{address}/stages", data={"stage": "sample", "happened_on": "21/11/2026"})
    assert "Từ bước “HĐ mua bán” không sang được bước “Gửi mẫu”." in wrong.text


def test_pairs_are_followed_up_until_there_is_news(browser: FlaskClient, look: Look, match_id: int) -> None:
    browser.post(SLIP, data={"outcome": "met", "steps": "sample", "version": "0"})
    browser.post(f"{RESULTS}/P2/B1", data={"outcome": "buyer_absent", "version": "0"})
    look(browser, RESULTS)
    page = look(browser, f"{RESULTS}/follow-up")
    assert "1 tháng 10/11/2026 : quá hạn hỏi" in page.text
    assert "HTX Hai" not in page.text
    browser.post(f"/board/matches/{match_id}/stages", data={"stage": "quote", "happened_on": "12/11/2026"})
    page = look(browser, f"{RESULTS}/follow-up?state=later")
    assert "1 tháng 10/11/2026 : đã có tin" in page.text
    assert "3 tháng 10/01/2027 : chưa đến hạn" in page.text


def test_readers_see_the_figures_but_type_nothing(
    browser: FlaskClient,
    make_user: Callable[..., User],
    sign_in: Callable[[User], FlaskClient],
    match_id: int,
) -> None:
    reader = sign_in(make_user("national_reader"))
    assert reader.get(f"{RESULTS}/report").status_code == 200
    assert reader.get(SLIP).status_code == 403
    assert reader.post(f"/board/matches/{match_id}/stages", data={}).status_code == 403
    assert "Ghi bước mới" not in reader.get(f"/board/matches/{match_id}").text


def test_two_that_no_match_joins_have_their_later_steps_on_a_page_of_their_own(
    browser: FlaskClient, look: Look
) -> None:
    slip, steps = f"{RESULTS}/P2/B1", f"{RESULTS}/P2/B1/stages"
    assert browser.get(steps).status_code == 404
    browser.post(slip, data={"outcome": "met", "version": "0"})
    assert look(browser, slip).all("a", href=steps)
    refused = browser.post(steps, data={"stage": "contract", "happened_on": "31/12/2099"})
    assert refused.status_code == 422
    answer = browser.post(steps, data={"stage": "contract", "happened_on": "20/10/2026", "value": "25tr"})
    assert answer.location == steps
    assert "20/10/2026" in look(browser, steps).text
    assert look(browser, f"{RESULTS}/follow-up").all("a", href=steps)
