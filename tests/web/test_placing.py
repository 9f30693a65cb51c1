"""Where a name stands for several places the form asks which, once, and lets one say that none fits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from matchmaker.extensions import db
from matchmaker.models import Offer, User
from matchmaker.web.placing import ELSEWHERE, options

Look = Callable[..., Any]
SignIn = Callable[[User], FlaskClient]

SEVERAL = "Tân Lập"


def posted(app: Flask) -> list[Offer]:
    with app.app_context():
        return list(db.session.scalars(db.select(Offer)))


def test_a_question_lists_old_names_beside_the_new_and_a_way_out(app: Flask) -> None:
    with app.test_request_context():
        offered = options(SEVERAL)
    assert len(offered) > 3
    assert any("trước là Tân Lập" in option.text for option in offered)
    assert offered[-1].value == ELSEWHERE


def test_places_far_from_the_province_written_are_not_offered(app: Flask) -> None:
    with app.test_request_context():
        assert all("Sơn La" in option.text for option in options("Tân Lập, Sơn La")[:1])
        assert options("Bắc Hà, Lào Cai") == options("") == []


@pytest.mark.parametrize(
    ("written", "first", "why"),
    [
        ("Bắc Hàa, Lào Cai", "Bắc Hà, Lào Cai", "viết đúng như vậy"),
        ("Nậm Lúc Bắc Ninh", "Cốc Lầu, Lào Cai – trước là Nậm Lúc", "không thuộc về nhau"),
        ("xã Mường Tè, Cà Mau", "Mường Tè, Lai Châu", "không thuộc về nhau"),
    ],
)
def test_a_slip_or_names_apart_are_asked_about_with_the_reason(
    producer: User, sign_in: SignIn, look: Look, written: str, first: str, why: str
) -> None:
    page = look(sign_in(producer), "/offers/new", data={"product": "Mận", "place": written})
    assert page.status == 422
    assert why in page.text
    assert first in page.text


def test_a_town_is_picked_by_its_name(app: Flask, producer: User, sign_in: SignIn, look: Look) -> None:
    written = "Bắc Hàa, Lào Cai"
    with app.test_request_context():
        chosen = options(written)[0].value
    data = {"product": "Mận", "place": written, "place_asked": written, "place_choice": chosen}
    assert look(sign_in(producer), "/offers/new", data=data).status == 302
    (offer,) = posted(app)
    assert offer.raw["place"] == "Bắc Hà, Lào Cai"
    assert offer.parsed["place"]["province"] == "Lào Cai"
    assert [doubt for doubt in offer.doubts if doubt["field"] == "place"] == []


def test_a_pin_takes_the_place_of_a_name_that_nobody_knows(
    app: Flask, producer: User, sign_in: SignIn, look: Look
) -> None:
    browser = sign_in(producer)
    data = {"product": "Mận", "place": "bản Xa Lắc Xa Lơ"}
    page = look(browser, "/offers/new", data=data)
    assert page.status == 422
    assert page.all("input", name="pin_lat")
    wrong = look(browser, "/offers/new", data=data | {"pin_lat": "22,5", "pin_lon": "đông"})
    assert wrong.status == 422
    assert "Ghi vĩ độ và kinh độ bằng số" in wrong.text
    abroad = look(browser, "/offers/new", data=data | {"pin_lat": "48,8", "pin_lon": "2,3"})
    assert abroad.status == 422
    assert posted(app) == []
    pinned = data | {"pin_lat": "22,5246", "pin_lon": "104.307"}
    assert look(browser, "/offers/new", data=pinned).status == 302
    (offer,) = posted(app)
    assert offer.raw["place"] == {"text": "bản Xa Lắc Xa Lơ", "lat": 22.5246, "lon": 104.307}
    assert offer.parsed["place"]["province"] == "Lào Cai"


def test_the_question_is_listed_at_the_top_of_the_page_and_takes_the_focus(
    app: Flask, producer: User, sign_in: SignIn, look: Look
) -> None:
    browser = sign_in(producer)
    page = look(browser, "/offers/new", data={"product": "Mận", "place": SEVERAL})
    assert page.status == 422
    assert page.all("a", href="#place_choice")
    (summary,) = [
        attrs for attrs in page.all("div") if "govuk-error-summary" in attrs.get("class", "").split()
    ]
    assert "autofocus" in summary
    again = look(browser, "/offers/new", data={"product": "Mận", "place": SEVERAL, "place_asked": SEVERAL})
    assert "chọn “nơi khác”" in again.text
    assert posted(app) == []


@pytest.mark.parametrize("choice", ["Nơi không có|Hà Nội", "x", "|"])
def test_a_choice_that_was_not_offered_is_none(
    app: Flask, producer: User, sign_in: SignIn, look: Look, choice: str
) -> None:
    data = {"product": "Mận", "place": SEVERAL, "place_asked": SEVERAL, "place_choice": choice}
    assert look(sign_in(producer), "/offers/new", data=data).status == 422
    assert posted(app) == []


def test_elsewhere_keeps_the_words_and_leaves_the_place_in_doubt(
    app: Flask, producer: User, sign_in: SignIn, look: Look
) -> None:
    data = {"product": "Mận", "place": SEVERAL, "place_asked": SEVERAL, "place_choice": ELSEWHERE}
    assert look(sign_in(producer), "/offers/new", data=data).status == 302
    (offer,) = posted(app)
    assert offer.raw["place"] == SEVERAL
    assert [doubt["field"] for doubt in offer.doubts] == ["place"]


def test_a_chosen_place_is_the_records_place(app: Flask, producer: User, sign_in: SignIn, look: Look) -> None:
    with app.test_request_context():
        chosen = options(SEVERAL)[0].value
    data = {"product": "Mận", "place": SEVERAL, "place_asked": SEVERAL, "place_choice": chosen}
    assert look(sign_in(producer), "/offers/new", data=data).status == 302
    (offer,) = posted(app)
    assert f"{offer.parsed['place']['commune']}|{offer.parsed['place']['province']}" == chosen
