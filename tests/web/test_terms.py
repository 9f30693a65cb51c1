from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask.testing import FlaskClient

from matchmaker.models import User

Look = Callable[..., Any]
Make = Callable[..., Any]
SignIn = Callable[[User], FlaskClient]


def as_shown(page: Any, **other: Any) -> dict[str, Any]:
    """The form of a template as it stands, with some fields typed otherwise."""
    ticked = [box for box in page.all("input", type="checkbox") if "checked" in box]
    typed: dict[str, Any] = {}
    for box in ticked:
        typed.setdefault(box["name"], []).append(box["value"])
    chosen = [option["value"] for option in page.all("option") if "selected" in option]
    typed |= {each["name"]: each["value"] for each in page.all("input", type="text")}
    typed["version"] = page.all("input", name="version")[0]["value"]
    names = [select["name"] for select in page.all("select")]
    known = {"0,67": "min_remaining_share", "1": "returns"}
    typed |= {known[value]: value for value in chosen if known.get(value) in names}
    return typed | other


def test_an_administrator_changes_the_template_of_a_channel(
    make_user: Make, buyer: User, sign_in: SignIn, look: Look
) -> None:
    browser = sign_in(make_user("administrator"))
    path = "/reference/channels/supermarket"
    page = look(browser, path)
    look(browser, path, data=as_shown(page, payment_days="21", reason="họp với siêu thị"))

    page = look(browser, path)
    assert "họp với siêu thị" in page.text
    assert "Thanh toán sau (ngày): 30 → 21" in page.text
    demand = look(sign_in(buyer), "/demands/new")
    assert demand.all("input", id="payment_days")[0]["value"] == "21"
    assert "Theo mẫu của kênh, cán bộ sửa ngày" in demand.text


def test_an_officer_reads_the_template_of_a_channel_and_does_not_change_it(
    officer: User, sign_in: SignIn, look: Look
) -> None:
    browser = sign_in(officer)
    page = look(browser, "/reference/channels/supermarket")
    assert page.all("fieldset", **{"class": "plain-fieldset"})[0].get("disabled") is not None
    assert look(browser, "/reference/channels/supermarket", data={}).status == 403


def test_a_buyer_changes_its_own_template_and_nobody_elses(
    buyer: User, make_member: Make, make_user: Make, sign_in: SignIn, look: Look
) -> None:
    other = make_member("buyer", name="Người khác (mẫu)", channel="supermarket")
    browser = sign_in(buyer)
    path = f"/reference/buyers/{buyer.organisation_id}"
    look(browser, path, data=as_shown(look(browser, path), payment_days="7", reason="ưu tiên"))

    page = look(browser, "/demands/new")
    assert page.all("input", id="payment_days")[0]["value"] == "7"
    assert "Theo mẫu riêng của bên mua" in page.text
    assert look(browser, f"/reference/buyers/{other}").status == 404
    assert look(browser, "/reference/channels").status == 403


def test_an_officer_fills_a_demand_from_the_template_of_the_buyer_that_it_names(
    officer: User, buyer: User, sign_in: SignIn, look: Look
) -> None:
    browser = sign_in(officer)
    path = f"/reference/buyers/{buyer.organisation_id}"
    look(browser, path, data=as_shown(look(browser, path), discount_pct="8,5", reason="theo hợp đồng"))

    typed = {"step": "prefill", "organisation": buyer.organisation_id, "product": "mận tam hoa"}
    page = look(browser, "/demands/new", data=typed)

    assert page.all("input", id="discount_pct")[0]["value"] == "8,5"
    assert "checked" in page.all("input", id="required_certificates-VIETGAP")[0]


def test_the_history_of_buyers_beyond_an_officers_provinces_is_not_shown(
    officer: User, buyer: User, make_user: Make, sign_in: SignIn, look: Look
) -> None:
    browser = sign_in(officer)
    path = f"/reference/buyers/{buyer.organisation_id}"
    look(browser, path, data=as_shown(look(browser, path), payment_days="7", reason="ưu tiên"))
    far = sign_in(make_user("officer", "far@example.com", provinces=["Cà Mau"]))

    assert "Siêu thị A (mẫu)" in look(browser, "/reference/history?subject=buyers").text
    assert "Siêu thị A (mẫu)" not in look(far, "/reference/history").text
    assert look(far, "/reference/changes/1/undo").status == 404


def test_a_template_saved_as_it_stands_or_with_a_fault_says_so(
    buyer: User, sign_in: SignIn, look: Look
) -> None:
    browser = sign_in(buyer)
    path = f"/reference/buyers/{buyer.organisation_id}"
    page = look(browser, path)
    assert "Chưa có gì thay đổi." in look(browser, path, data=as_shown(page, reason="vì")).text
    refused = look(browser, path, data=as_shown(page, payment_days="lâu", reason="vì"))
    assert refused.status == 422
    assert refused.all("a", href="#payment_days")


def test_a_buyer_takes_a_change_of_its_own_template_back(buyer: User, sign_in: SignIn, look: Look) -> None:
    browser = sign_in(buyer)
    path = f"/reference/buyers/{buyer.organisation_id}"
    look(browser, path, data=as_shown(look(browser, path), payment_days="7", reason="ưu tiên"))
    undo = look(browser, path).all("a", href="/reference/changes/1/undo")[0]["href"]

    asked = look(browser, undo)
    assert asked.all("a", href=path)
    sealed = {name: asked.all("input", name=name)[0]["value"] for name in ("version", "seal")}
    page = look(browser, undo, data=sealed | {"reason": "nhầm"}, follow_redirects=True)

    assert page.all("input", id="payment_days")[0]["value"] == "30"
    assert "đã hoàn tác" in page.text
