from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask.testing import FlaskClient

from matchmaker.models import User
from tests.web.test_joining import FORM

Make = Callable[..., Any]


def test_what_waits_leads_to_where_it_is_done(
    officer: User,
    client: FlaskClient,
    make_offer: Make,
    make_demand: Make,
    sign_in: Callable[..., FlaskClient],
    look: Make,
) -> None:
    client.post("/join/producer", data=FORM)
    make_offer(officer, certificates=["ATTP@2026-12-31"], season_text="khi nao co")
    make_demand(officer, valid_until="2026-12-01", product="Cà phê nhân")
    browser = sign_in(officer)
    page = look(browser, "/today/")

    assert "Đăng ký mới ( 1 )" in page.text
    assert "Giấy tờ hết hạn trong 60 ngày ( 1 )" in page.text
    rows = [a["href"] for a in page.all("a", **{"data-key": "open"})]
    assert {"/registrations/1", "/board/demands/D1", "/offers/O1"} <= set(rows)
    for address in rows:
        assert browser.get(address).status_code == 200, address


def test_a_quiet_day_says_so(officer: User, sign_in: Callable[..., FlaskClient], look: Make) -> None:
    assert "Không có việc gì chờ." in look(sign_in(officer), "/today/").text
