from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Flask
from flask.testing import FlaskClient

from matchmaker.extensions import db
from matchmaker.models import Offer, User

Look = Callable[..., Any]
SignIn = Callable[[User], FlaskClient]

TYPED = {
    "product": "Mận tam hoa",
    "supply_text": "5 tấn mỗi tháng, giá 18–22 nghìn/kg tại vườn",
    "season_text": "từ tháng 5 đến tháng 7",
    "place": "Bắc Hà, Lào Cai",
    "certificates": ["ATTP", "VIETGAP"],
    "invoice": "HDDT",
}
MOST_BYTES = 24_000  # of the page itself, before compression: a cheap phone on a weak line


def posted(app: Flask) -> list[Offer]:
    with app.app_context():
        return list(db.session.scalars(db.select(Offer)))


def test_an_offer_in_a_producers_own_words_is_understood(
    app: Flask, producer: User, sign_in: SignIn, look: Look
) -> None:
    page = look(sign_in(producer), "/offers/new", data=TYPED, follow_redirects=True)
    assert "Đã nhận chào bán “Mận tam hoa”." in page.text
    assert "T5–T7" in page.text
    assert "5 tấn mỗi tháng" in page.text
    (offer,) = posted(app)
    assert offer.organisation_id == producer.organisation_id
    assert offer.raw["supply_text"] == TYPED["supply_text"]
    assert offer.parsed["months"] == [5, 6, 7]
    assert {paper["code"] for paper in offer.parsed["certificates"]} == {"ATTP", "VIETGAP"}


def test_the_form_is_light_and_needs_no_script(producer: User, sign_in: SignIn, look: Look) -> None:
    page = look(sign_in(producer), "/offers/new")
    assert page.all("script") == []
    assert len(page.html.encode()) < MOST_BYTES


def test_a_form_without_a_product_comes_back_with_its_message(
    app: Flask, producer: User, sign_in: SignIn, look: Look
) -> None:
    page = look(sign_in(producer), "/offers/new", data={**TYPED, "product": " "})
    assert page.status == 422
    assert "Cần điền mục này." in page.text
    assert "18–22 nghìn/kg" in page.text
    assert posted(app) == []


def test_a_place_nobody_knows_is_told_at_its_field(producer: User, sign_in: SignIn, look: Look) -> None:
    page = look(sign_in(producer), "/offers/new", data={**TYPED, "place": "Xyzzy Qwrtp"})
    assert page.status == 422
    assert page.all("a", href="#place")


def test_an_officer_posts_for_a_producer(
    app: Flask, officer: User, producer: User, sign_in: SignIn, look: Look
) -> None:
    browser = sign_in(officer)
    data = {**TYPED, "organisation": producer.organisation_id}
    assert look(browser, "/offers/new", data=data).status == 302
    (offer,) = posted(app)
    assert (offer.organisation_id, offer.posted_by) == (producer.organisation_id, officer.id)


def test_a_producer_sees_no_competitor(
    officer: User, producer: User, make_offer: Callable[..., str], sign_in: SignIn
) -> None:
    make_offer(officer)
    assert "Mận tam hoa Bắc Hà" not in sign_in(producer).get("/offers/").text


def test_a_producer_opens_neither_the_board_nor_demands(producer: User, sign_in: SignIn) -> None:
    browser = sign_in(producer)
    assert browser.get("/board/").status_code == 403
    assert browser.get("/demands/").status_code == 403


def test_a_long_list_of_offers_comes_in_pages(
    officer: User, make_offer: Callable[..., str], sign_in: SignIn, look: Look
) -> None:
    for number in range(51):
        make_offer(officer, id=f"O{number:03}")
    browser = sign_in(officer)
    assert "1–50 trong 51" in look(browser, "/offers/").text
    assert "51–51 trong 51" in look(browser, "/offers/?page=9").text


def test_an_officer_must_say_for_whom(
    app: Flask, officer: User, producer: User, sign_in: SignIn, look: Look
) -> None:
    page = look(sign_in(officer), "/offers/new", data=TYPED)
    assert page.status == 422
    assert page.all("a", href="#organisation")
    assert posted(app) == []


def test_a_form_sent_twice_makes_one_offer_and_a_changed_one_another(
    app: Flask, producer: User, sign_in: SignIn, look: Look
) -> None:
    client = sign_in(producer)
    assert look(client, "/offers/new").all("input", name="sending")
    sent = {**TYPED, "sending": "lan-mo-thu-nhat"}
    for _ in range(2):
        look(client, "/offers/new", data=sent, follow_redirects=True)
    assert len(posted(app)) == 1
    look(client, "/offers/new", data={**sent, "product": "Mận hậu"}, follow_redirects=True)
    assert len(posted(app)) == 2
