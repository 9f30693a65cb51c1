"""A quantity held for one match on its page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from matchmaker.extensions import db
from matchmaker.models import Match

Make = Callable[..., Any]


@pytest.fixture
def browser(make_user: Make, make_offer: Make, make_demand: Make, sign_in: Make) -> FlaskClient:
    user = make_user()
    make_offer(user)
    make_demand(user)
    return sign_in(user)


@pytest.fixture
def page(app: Flask, browser: FlaskClient) -> str:
    with app.app_context():
        return f"/board/matches/{db.session.scalar(select(Match.id))}"


def test_a_quantity_is_held_promised_and_released(browser: FlaskClient, page: str) -> None:
    assert "Còn trống" in browser.get(page).text
    browser.post(f"{page}/hold", data={"m-6": "1.500", "until": "01/12/2026"})
    shown = browser.get(page).text
    assert "Đang giữ cho kết nối này" in shown
    assert "T6 1,5 tấn" in shown
    browser.post(f"{page}/holding", data={"step": "promise"})
    assert "Đã cam kết cho kết nối này" in browser.get(page).text
    browser.post(f"{page}/holding", data={"step": "release"})
    assert "Đã cam kết cho kết nối này" not in browser.get(page).text


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"m-6": "99999999", "until": "01/12/2026"}, "không còn đủ"),
        ({"m-6": "nhiều", "until": "01/12/2026"}, "viết bằng số"),
        ({"m-6": "5", "until": "01/12/2020"}, "Ngày giữ hàng"),
        ({"m-6": "5", "until": ""}, "Cần điền"),
    ],
)
def test_what_cannot_be_held_is_told(
    browser: FlaskClient, page: str, typed: dict[str, str], told: str
) -> None:
    assert told in browser.post(f"{page}/hold", data=typed, follow_redirects=True).text


def test_nothing_held_is_nothing_promised(browser: FlaskClient, page: str) -> None:
    answer = browser.post(f"{page}/holding", data={"step": "promise"}, follow_redirects=True)
    assert "Chưa giữ lượng hàng nào" in answer.text


def test_holding_for_one_demand_ranks_the_offer_anew_for_others(
    app: Flask, browser: FlaskClient, make_user: Make, make_demand: Make, page: str
) -> None:
    make_demand(make_user("administrator", "chief@example.com"), id="D2")

    def told() -> str:
        with app.app_context():
            return str(db.session.scalar(select(Match.told).where(Match.demand_id == "D2")))

    assert "kept" not in told()
    browser.post(f"{page}/hold", data={"m-6": "25.000", "until": "01/12/2026"})
    assert "'kept': 25000" in told()
