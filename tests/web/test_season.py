from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.services.pool_market import NAMES, large_demand, villages

Make = Callable[..., Any]


def test_the_plan_tells_who_gets_what(
    make_user: Make, make_offer: Make, make_demand: Make, sign_in: Make
) -> None:
    user = make_user()
    villages(user, make_offer)
    large_demand(user, make_demand, valid_until="2027-05-01")
    large_demand(user, make_demand, id="D2", product="Mận tam hoa Bắc Hà", valid_until="2027-03-01")
    browser = sign_in(user)
    assert "Từng đơn được bao nhiêu" not in browser.get("/board/season/").text
    page = browser.get("/board/season/?demand=D1").text
    assert "Từng đơn được bao nhiêu" in page
    assert "Mận tam hoa Bắc Hà" in page
    assert NAMES["O4"] in page
    assert browser.get("/board/season/?demand=khong-co").status_code == 404


def test_where_nothing_competes_the_page_says_so(make_user: Make, sign_in: Make) -> None:
    assert "không có đơn nào tranh" in sign_in(make_user()).get("/board/season/").text
