from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from flask.testing import FlaskClient

from matchmaker.models import User
from matchmaker.services import knowledge

Look = Callable[..., Any]
SignIn = Callable[[User], FlaskClient]
DIESEL = "/reference/coefficients/cost/diesel"
TYPED = {"low": "21.500", "source": "giá bán lẻ ngày 20/11", "checked_on": "20/11/2026"}


@pytest.fixture
def admin(make_user: Callable[..., User]) -> User:
    return make_user("administrator", "admin@example.com")


def hidden(page: Any) -> dict[str, str]:
    return {name: page.all("input", name=name)[0]["value"] for name in ("version", "seal")}


def test_every_setting_stands_with_its_source_its_day_and_that_nothing_is_calibrated(
    officer: User, sign_in: SignIn, look: Look
) -> None:
    page = look(sign_in(officer), "/reference/coefficients/")
    assert "Giá dầu diesel" in page.text
    assert "19.000 đ/lít" in page.text
    assert "Cước chưa hiệu chỉnh." in page.text
    assert "cost/" not in page.text
    assert "21/11/2026" in page.text


def test_a_figure_is_looked_at_first_and_then_kept_with_its_reason(
    admin: User, sign_in: SignIn, look: Look
) -> None:
    browser = sign_in(admin)
    page = look(browser, DIESEL, data=TYPED)
    assert "19000 → 21500" in page.text
    assert "Chưa lưu." in page.text
    refused = look(browser, DIESEL, data=TYPED | hidden(page) | {"step": "save", "reason": ""})
    assert refused.status == 422
    assert "Cần ghi lý do" in refused.text
    look(browser, DIESEL, data=TYPED | hidden(page) | {"step": "save", "reason": "giá mới"})
    page = look(browser, DIESEL)
    assert "21.500 đ/lít" in page.text
    assert "giá mới" in page.text


def test_what_was_not_looked_at_is_not_kept(admin: User, sign_in: SignIn, look: Look) -> None:
    browser = sign_in(admin)
    page = look(browser, DIESEL, data=TYPED)
    other = TYPED | hidden(page) | {"step": "save", "reason": "giá mới", "low": "50.000"}
    assert look(browser, DIESEL, data=other).status == 422
    assert "19.000 đ/lít" in look(browser, DIESEL).text


def test_a_change_is_taken_back_after_a_look(admin: User, sign_in: SignIn, look: Look) -> None:
    browser = sign_in(admin)
    page = look(browser, DIESEL, data=TYPED)
    look(browser, DIESEL, data=TYPED | hidden(page) | {"step": "save", "reason": "giá mới"})
    address = (
        look(browser, DIESEL).links("/undo")[0] if hasattr(page, "links") else "/reference/changes/1/undo"
    )
    page = look(browser, address)
    assert "Giá dầu diesel" in page.text
    look(browser, address, data=hidden(page) | {"reason": "nhầm"}, follow_redirects=True)
    assert "19.000 đ/lít" in look(browser, DIESEL).text


def test_an_officer_reads_and_does_not_change(officer: User, sign_in: SignIn, look: Look) -> None:
    browser = sign_in(officer)
    assert look(browser, DIESEL).all("input", name="low") == []
    assert browser.post(DIESEL, data=TYPED).status_code == 403


QUEUE = {"first": "01/12/2026", "last": "20/12/2026", "low": "10", "high": "72"} | {
    "source": "Ban quản lý cửa khẩu báo",
    "checked_on": "20/11/2026",
}
GATE_QUEUE = "/reference/coefficients/gate-queue"


def test_a_queue_at_the_gate_is_dated_after_a_look_and_stands_in_the_list(
    admin: User, sign_in: SignIn, look: Look
) -> None:
    browser = sign_in(admin)
    page = look(browser, GATE_QUEUE, data=QUEUE)
    assert "Chờ ở cửa khẩu, 01/12/2026 – 20/12/2026: 10 – 72 giờ" in page.text
    look(browser, GATE_QUEUE, data=QUEUE | hidden(page) | {"step": "save", "reason": "ùn ứ"})
    listed = look(browser, "/reference/coefficients/")
    assert "Chờ ở cửa khẩu, 01/12/2026 – 20/12/2026" in listed.text
    assert "Chờ ở cửa khẩu, 20/11/2021 – 31/01/2022" in listed.text
    with browser.application.app_context():
        c = knowledge.network().coefficients
        assert c.on(date(2026, 12, 5)).gate_queue_h == (10.0, 72.0)
        assert c.on(date(2026, 12, 21)).gate_queue_h == (1.0, 12.0)
    assert "ùn ứ" in look(browser, "/reference/history").text


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"last": "30/11/2026"}, "last"),
        ({"low": "80"}, "high"),
        ({"first": "20/11/2021", "last": "31/01/2022"}, "first"),
        ({"high": ""}, "high"),
    ],
)
def test_a_queue_that_cannot_be_is_refused_at_its_field(
    admin: User, sign_in: SignIn, look: Look, wrong: dict[str, str], field: str
) -> None:
    page = look(sign_in(admin), GATE_QUEUE, data=QUEUE | wrong)
    assert page.status == 422
    assert page.all("p", id=f"{field}-error")
    assert ("hãy sửa dòng ấy" in page.text) == (wrong.get("first") == "20/11/2021")


def test_the_hours_of_a_dated_queue_can_be_changed(admin: User, sign_in: SignIn, look: Look) -> None:
    browser = sign_in(admin)
    address = "/reference/coefficients/border/gate queue 2027-06-01 to 2027-07-20"
    page = look(browser, address, data=TYPED | {"low": "6", "high": "60"})
    look(
        browser,
        address,
        data=TYPED | {"low": "6", "high": "60"} | hidden(page) | {"step": "save", "reason": "vụ vải"},
    )
    assert "6 – 60 giờ" in look(browser, address).text


def test_an_officer_reads_the_queue_and_does_not_date_it(officer: User, sign_in: SignIn) -> None:
    assert sign_in(officer).get(GATE_QUEUE).status_code == 403
