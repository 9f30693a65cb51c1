from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from matchmaker.extensions import db
from matchmaker.models import Demand, User

Look = Callable[..., Any]
Make = Callable[..., str]
SignIn = Callable[[User], FlaskClient]

TYPED = {
    "product": "Mận tam hoa",
    "quantity": "1.500,5",
    "unit": "kg",
    "per": "week",
    "months": ["6", "7"],
    "place": "Tiên Du, Bắc Ninh",
    "price_max": "40.000",
    "price_unit": "kg",
    "price_basis": "delivered",
    "channel": "supermarket",
    "required_certificates": ["ATTP"],
    "invoice_required": "true",
    "valid_until": "31/03/2027",
}


def posted(app: Flask) -> list[Demand]:
    with app.app_context():
        return list(db.session.scalars(db.select(Demand)))


def test_the_form_comes_with_what_the_buyers_channel_usually_asks(
    buyer: User, sign_in: SignIn, look: Look
) -> None:
    page = look(sign_in(buyer), "/demands/new")
    assert page.heading == "Đăng nhu cầu mua"
    assert "checked" in page.all("input", id="required_certificates-ATTP")[0]
    assert "checked" in page.all("input", id="invoice_required-HDDT")[0]
    assert page.all("input", id="payment_days")[0]["value"] == "30"
    assert page.text.count("Theo mẫu của kênh") == 6
    assert page.all("select", id="organisation") == []


def test_a_demand_typed_as_people_write_is_posted_and_ranked(
    app: Flask, buyer: User, officer: User, make_offer: Make, sign_in: SignIn, look: Look
) -> None:
    make_offer(officer)
    page = look(sign_in(buyer), "/demands/new", data=TYPED, follow_redirects=True)
    assert "Đã đăng nhu cầu “Mận tam hoa”." in page.text
    assert "1 nguồn hàng phù hợp" in page.text
    (demand,) = posted(app)
    assert demand.organisation_id == buyer.organisation_id
    assert demand.raw["quantity"] == 1500.5
    assert demand.raw["price_max"] == 40000
    assert demand.raw["months"] == [6, 7]
    assert demand.raw["invoice_required"] is True
    assert demand.raw["valid_until"] == "2027-03-31"


def test_the_kinds_of_invoice_that_serve_are_kept_by_name(
    app: Flask, buyer: User, sign_in: SignIn, look: Look
) -> None:
    look(sign_in(buyer), "/demands/new", data=TYPED | {"invoice_required": ["HDDT", "BANG_KE"]})
    (demand,) = posted(app)
    assert demand.raw["invoice_required"] == ["HDDT", "BANG_KE"]


def test_a_value_that_was_typed_otherwise_no_longer_says_it_comes_from_a_template(
    buyer: User, sign_in: SignIn, look: Look
) -> None:
    changed = TYPED | {"quantity": "nhiều", "payment_days": "10", "min_remaining_share": "0,67"}
    page = look(sign_in(buyer), "/demands/new", data=changed)
    assert page.status == 422
    assert page.all("input", id="payment_days")[0]["value"] == "10"
    assert page.text.count("Theo mẫu của kênh") == 1  # the share alone is as the template has it


def test_candidates_name_no_producer_before_the_introduction(
    buyer: User, officer: User, make_offer: Make, sign_in: SignIn, look: Look
) -> None:
    make_offer(officer)
    page = look(sign_in(buyer), "/demands/new", data=TYPED, follow_redirects=True)
    assert "Bắc Hà, Lào Cai" in page.text
    assert "chưa thẩm tra" in page.text
    assert "HTX Mận Bắc Hà" not in page.html
    assert "22.52" not in page.html


def test_a_price_above_the_ceiling_is_told_without_its_figures(
    buyer: User, officer: User, make_offer: Make, sign_in: SignIn, look: Look
) -> None:
    make_offer(officer, price_min=987_000, price_max=988_000, product="Mận tam hoa, gọi 0912345678")
    page = look(sign_in(buyer), "/demands/new", data=TYPED, follow_redirects=True)
    assert "Giá chào cao hơn giá trần" in page.text
    assert "987" not in page.text
    assert "0912345678" not in page.html


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("product", "", "Cần điền mục này."),
        ("quantity", "-1", "Không được nhỏ hơn 0."),
        ("quantity", "nhiều", "Phải viết bằng số, ví dụ 1500 hoặc 2,5."),
        ("unit", "mủng", "Không biết đơn vị “mủng”."),
        ("months", ["13"], "Tháng phải là số từ 1 đến 12: 13."),
        ("valid_until", "31/02/2027", "Phải là ngày"),
        ("required_certificates", ["<script>"], "Giấy chứng nhận"),
    ],
)
def test_a_wrong_value_is_told_at_its_field_and_nothing_typed_is_lost(
    app: Flask, buyer: User, sign_in: SignIn, look: Look, field: str, value: Any, message: str
) -> None:
    page = look(sign_in(buyer), "/demands/new", data={**TYPED, "note": "giữ lại", field: value})
    assert page.status == 422
    assert message in page.text
    assert page.title.startswith("Lỗi")
    assert page.all("a", href=f"#{field}")
    assert "giữ lại" in page.text
    assert "<script>" not in page.html
    assert posted(app) == []


def test_messages_come_in_the_language_of_the_page(buyer: User, sign_in: SignIn, look: Look) -> None:
    browser = sign_in(buyer)
    browser.post("/language", data={"language": "en", "back": "/demands/new"})
    page = look(browser, "/demands/new", data={**TYPED, "quantity": "-1"})
    assert "Must not be less than 0." in page.text
    assert page.all("html", lang="en")


def test_papers_are_filled_in_from_the_channel_without_posting(
    app: Flask, buyer: User, sign_in: SignIn, look: Look
) -> None:
    data = {
        "product": "Vải thiều tươi",
        "channel": "exporter_cn",
        "step": "prefill",
        "required_certificates": ["OCOP"],
    }
    page = look(sign_in(buyer), "/demands/new", data=data)
    ticked = {box["value"] for box in page.all("input", name="required_certificates") if "checked" in box}
    assert "PUC_CN" in ticked
    assert "OCOP" not in ticked
    assert page.all("input", name="product")[0]["value"] == "Vải thiều tươi"
    assert posted(app) == []


def test_a_place_with_several_meanings_is_asked_in_a_second_step(
    app: Flask, buyer: User, sign_in: SignIn, look: Look
) -> None:
    browser = sign_in(buyer)
    page = look(browser, "/demands/new", data={**TYPED, "place": "Tân Thành"})
    assert page.status == 422
    choices = page.all("input", name="place_choice")
    assert len(choices) > 1
    again = {
        **TYPED,
        "place": "Tân Thành",
        "place_asked": "Tân Thành",
        "place_choice": choices[0]["value"],
    }
    assert look(browser, "/demands/new", data=again).status == 302
    (demand,) = posted(app)
    assert demand.parsed["place"]["commune"] == "Tân Thành"


def test_a_choice_of_place_falls_away_when_the_text_changes(
    app: Flask, buyer: User, sign_in: SignIn, look: Look
) -> None:
    data = {**TYPED, "place_asked": "Tân Thành", "place_choice": "Tân Thành|Cà Mau"}
    assert look(sign_in(buyer), "/demands/new", data=data).status == 302
    (demand,) = posted(app)
    assert demand.parsed["place"]["province"] == "Bắc Ninh"


def test_an_officer_posts_for_a_member(
    app: Flask, officer: User, buyer: User, sign_in: SignIn, look: Look
) -> None:
    browser = sign_in(officer)
    form = look(browser, "/demands/new")
    assert buyer.organisation_id in {option.get("value") for option in form.all("option")}
    data = {**TYPED, "organisation": buyer.organisation_id}
    assert look(browser, "/demands/new", data=data).status == 302
    (demand,) = posted(app)
    assert (demand.organisation_id, demand.posted_by) == (buyer.organisation_id, officer.id)


def test_a_buyer_does_not_see_the_demands_of_another(
    officer: User, buyer: User, make_demand: Make, sign_in: SignIn
) -> None:
    make_demand(officer)
    browser = sign_in(buyer)
    assert "Mận tam hoa" not in browser.get("/demands/").text
    assert browser.get("/demands/D1").status_code == 404


def test_a_demand_of_their_own_stands_in_the_buyers_list(buyer: User, sign_in: SignIn, look: Look) -> None:
    browser = sign_in(buyer)
    browser.post("/demands/new", data=TYPED)
    page = look(browser, "/demands/")
    assert "Mận tam hoa" in page.text
    assert "31/03/2027" in page.text


def test_an_officer_must_say_for_whom(
    app: Flask, officer: User, buyer: User, sign_in: SignIn, look: Look
) -> None:
    page = look(sign_in(officer), "/demands/new", data=TYPED)
    assert page.status == 422
    assert page.all("a", href="#organisation")
    assert posted(app) == []
