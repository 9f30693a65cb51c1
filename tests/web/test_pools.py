"""The pool of a demand in the browser: who sees it, what each button does, what is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from matchmaker.extensions import db
from matchmaker.models import AuditEvent, Conference, Demand, Holding, Match, Pool, PoolMember, User
from matchmaker.queries import pools
from matchmaker.services import conferences, gathering, pool_answers
from tests.services.pool_market import NAMES, large_demand, villages
from tests.services.test_conferences import document

Make = Callable[..., Any]
PAGE = "/board/demands/D1/pool"


@pytest.fixture
def owners(make_member: Make) -> dict[str, str]:
    """The organisations of the villages."""
    return {
        offer: make_member("producer", name=name, contact=f"Người {offer}", phone=f"01000000{offer[1:]}")
        for offer, name in NAMES.items()
    }


@pytest.fixture
def officer(make_user: Make, make_offer: Make, make_demand: Make, make_member: Make, owners: Any) -> User:
    """An officer over the villages and their large demand, whose buyer has an organisation."""
    user = make_user()
    villages(user, make_offer, owners)
    large_demand(user, make_demand, make_member("buyer", name="Siêu thị A (mẫu)"))
    return user


@pytest.fixture
def browser(officer: User, sign_in: Make) -> FlaskClient:
    """The officer's browser, with a pool proposed."""
    found = sign_in(officer)
    assert found.post(PAGE).status_code == 302
    return found


def members(app: Flask) -> list[PoolMember]:
    with app.app_context():
        pool = pools.standing(db.session.get(Demand, "D1"))
        return [row for row in pool.members if row.share]


def agree(app: Flask, browser: FlaskClient) -> None:
    for row in members(app):
        assert (
            browser.post(f"{PAGE}/members/{row.offer_id}/answer", data={"answer": "yes"}).status_code == 302
        )


def test_a_board_without_one_sufficient_producer_offers_to_fill_the_order(
    officer: User, sign_in: Make
) -> None:
    page = sign_in(officer).get("/board/demands/D1").text
    assert "Không bên nào một mình đủ lượng" in page
    assert "Gom hàng cho đơn này" in page


def test_a_board_with_a_sufficient_producer_does_not(officer: User, make_demand: Make, sign_in: Make) -> None:
    make_demand(officer, id="D2", quantity=1, unit="tấn", per="month")
    assert "Gom hàng cho đơn này" not in sign_in(officer).get("/board/demands/D2").text


def test_the_page_shows_the_filling_the_members_and_the_way(browser: FlaskClient, app: Flask) -> None:
    page = browser.get(PAGE).text
    assert "Gom đủ" in page
    assert "Tháng 6" in page
    assert "100 %" in page
    for row in members(app):
        assert NAMES[row.offer_id] in page
    assert "Đường gom hàng" in page
    assert "đứng đầu" in page


def test_each_member_is_told_what_reaches_it_and_where_that_comes_from(
    browser: FlaskClient, look: Make
) -> None:
    page = look(browser, PAGE)
    assert "Về tay tại nơi sản xuất" in page.text
    addresses = [each["href"] for each in page.all("a") if each.get("href", "").endswith("/way")]
    assert addresses
    assert "Còn lại tại nơi sản xuất" in look(browser, addresses[0]).text


def test_a_trial_shows_what_would_change_and_changes_nothing(browser: FlaskClient, app: Flask) -> None:
    one = members(app)[0].offer_id
    page = browser.get(f"{PAGE}/what-if?offer={one}&action=out").text
    assert "Phần của ai thay đổi" in page
    assert "ra khỏi nhóm" in page
    assert one in {row.offer_id for row in members(app)}


def test_an_order_is_carried_out(browser: FlaskClient, app: Flask) -> None:
    one = members(app)[0].offer_id
    assert browser.post(f"{PAGE}/orders", data={"offer": one, "action": "out"}).status_code == 302
    assert one not in {row.offer_id for row in members(app)}
    assert "Yêu cầu đang có" in browser.get(PAGE).text


@pytest.mark.parametrize("typed", [{}, {"offer": "O1"}, {"offer": "O1", "action": "fix", "m-6": "nhiều"}])
def test_an_order_that_cannot_be_read_comes_back_with_a_message(
    browser: FlaskClient, typed: dict[str, str]
) -> None:
    answer = browser.post(f"{PAGE}/orders", data=typed)
    assert answer.status_code == 422
    assert "Có chỗ cần sửa" in answer.text


def test_an_answer_told_by_telephone_names_the_officer(browser: FlaskClient, app: Flask) -> None:
    one = members(app)[0].offer_id
    browser.post(f"{PAGE}/members/{one}/answer", data={"answer": "less", "m-6": "500", "note": "ít xe"})
    page = browser.get(PAGE).text
    assert "giao được ít hơn" in page
    assert "officer@example.com" in page
    assert "Lần tính này đổi gì" in page
    assert browser.post(f"{PAGE}/members/{one}/answer", data={"answer": "less"}).status_code == 422
    assert browser.post(f"{PAGE}/members/khong-co/answer", data={"answer": "yes"}).status_code == 404


def test_shares_are_held_until_a_day(browser: FlaskClient, app: Flask) -> None:
    assert browser.post(f"{PAGE}/hold", data={"until": "05/12/2026"}).status_code == 302
    assert "đang giữ hàng đến hết ngày 05/12/2026" in browser.get(PAGE).text
    with app.app_context():
        assert db.session.scalar(select(Holding.pool_id)) is not None
    assert browser.post(f"{PAGE}/hold", data={"until": "hôm nào đó"}).status_code == 422


def test_what_is_held_shows_on_the_board_of_another_demand(
    browser: FlaskClient, officer: User, make_demand: Make
) -> None:
    browser.post(f"{PAGE}/hold", data={"until": "05/12/2026"})
    large_demand(officer, make_demand, id="D2")
    assert "Đang giữ hoặc đã hứa cho đơn khác" in browser.get("/board/demands/D2").text
    assert "Đang giữ hoặc đã hứa cho đơn khác" not in browser.get("/board/demands/D1").text


def test_the_call_list_has_telephones_and_links_and_is_logged(browser: FlaskClient, app: Flask) -> None:
    page = browser.get(f"{PAGE}/calls").text
    one = members(app)[0]
    assert f"01000000{one.offer_id[1:]}" in page
    assert f"/g/{one.id}/" in page
    with app.app_context():
        assert db.session.scalar(select(AuditEvent.id).where(AuditEvent.action == "contacts.opened"))


def test_a_member_answers_on_its_own_page_and_sees_nobody_else(
    browser: FlaskClient, app: Flask, client: FlaskClient
) -> None:
    one, other = members(app)[:2]
    with app.app_context():
        address = f"/g/{one.id}/{pool_answers.key(one)}"
    page = client.get(address)
    assert page.headers["Cache-Control"] == "no-store"
    assert NAMES[one.offer_id] in page.text
    assert NAMES[other.offer_id] not in page.text
    assert "Siêu thị A" not in page.text
    assert client.post(address, data={"answer": "less", "m-6": "1", "m-7": "x"}).status_code == 422
    assert client.post(address, data={"answer": "yes"}).status_code == 302
    assert "Đã ghi câu trả lời" in client.get(address).text
    assert client.get(f"/g/{other.id}/{address.rsplit('/', 1)[1]}").status_code == 404


def test_accepting_waits_for_all_and_then_goes_on_under_the_lead(browser: FlaskClient, app: Flask) -> None:
    assert browser.post(f"{PAGE}/accept", follow_redirects=True).text.count("chưa đồng ý với phần") == 1
    agree(app, browser)
    assert "Đã chốt nhóm" in browser.post(f"{PAGE}/accept", follow_redirects=True).text
    board = browser.get("/board/demands/D1").text
    assert "Đứng đầu nhóm gom hàng gồm" in board
    with app.app_context():
        match = db.session.get(Match, db.session.scalar(select(Pool.match_id)))
        assert match is not None
        assert match.status == "accepted"


def test_a_pool_given_up_leaves_room_for_another(browser: FlaskClient, app: Flask) -> None:
    browser.post(f"{PAGE}/hold", data={"until": "05/12/2026"})
    browser.post(f"{PAGE}/close")
    assert "Máy tìm các bên bán" in browser.get(PAGE).text
    browser.post(PAGE)
    assert "Những lần gom đã thôi" in browser.get(f"{PAGE}/history").text


def test_the_history_tells_each_solution_and_who_asked_for_it(browser: FlaskClient, app: Flask) -> None:
    one = members(app)[0].offer_id
    browser.post(f"{PAGE}/members/{one}/answer", data={"answer": "no"})
    page = browser.get(f"{PAGE}/history").text
    assert "bản tính nhanh" in page
    assert "sau câu trả lời của thành viên" in page
    assert "ra khỏi nhóm" in page


def test_a_buyer_sees_an_accepted_pool_as_one_supplier_without_names(
    browser: FlaskClient, app: Flask, make_user: Make, sign_in: Make
) -> None:
    with app.app_context():
        owner = db.session.get(Demand, "D1").organisation_id  # type: ignore[union-attr]
    buyer = sign_in(make_user("buyer", organisation_id=owner))
    assert "Một nguồn gom từ" not in buyer.get("/demands/D1").text
    assert buyer.get(PAGE).status_code == 403
    agree(app, browser)
    browser.post(f"{PAGE}/accept")
    page = buyer.get("/demands/D1").text
    assert "Một nguồn gom từ" in page
    assert "Lào Cai" in page
    assert not any(name in page for name in NAMES.values())


def test_a_producer_sees_its_own_part_alone(
    browser: FlaskClient, app: Flask, make_user: Make, sign_in: Make, owners: dict[str, str]
) -> None:
    one, other = members(app)[:2]
    producer = sign_in(make_user("producer", organisation_id=owners[one.offer_id]))
    page = producer.get(f"/offers/{one.offer_id}").text
    assert "Phần của chào bán này trong các đơn gom chung" in page
    assert NAMES[other.offer_id] not in page
    assert "Siêu thị A" not in page


def test_a_reader_looks_and_changes_nothing(browser: FlaskClient, make_user: Make, sign_in: Make) -> None:
    reader = sign_in(make_user("national_reader"))
    page = reader.get(PAGE)
    assert page.status_code == 200
    assert "Ghi câu trả lời" not in page.text
    assert reader.get(f"{PAGE}/calls").status_code == 403


def test_an_accepted_pool_enters_a_conference_as_its_lead(
    browser: FlaskClient, app: Flask, make_user: Make, sign_in: Make, owners: dict[str, str]
) -> None:
    organizer = make_user("administrator")
    with app.app_context():
        conferences.post(document(), db.session.get(User, organizer.id), "C1")
    arranging = sign_in(organizer)
    enter = {"conference": "C1"}
    assert "Chỉ nhóm đã chốt" in arranging.post(f"{PAGE}/conference", data=enter, follow_redirects=True).text
    agree(app, browser)
    browser.post(f"{PAGE}/accept")
    arranging.post(f"{PAGE}/conference", data=enter)
    with app.app_context():
        rows = db.session.get(Conference, "C1").document["participants"]  # type: ignore[union-attr]
        pool = db.session.scalar(select(Pool))
        assert pool is not None
        lead = owners[pool.latest["lead"]]
        assert [row["pool"]["demand"] for row in rows if row.get("organisation") == lead] == ["D1"]


def test_prints_mark_the_meeting_of_a_pool_with_the_buyer_whose_demand_it_fills(
    browser: FlaskClient, app: Flask, make_user: Make, sign_in: Make
) -> None:
    organizer = make_user("administrator")
    record = document()
    with app.app_context():
        demand = db.session.get(Demand, "D1")
        record["participants"][2]["organisation"] = demand.organisation_id if demand else None
        conferences.post(record, db.session.get(User, organizer.id), "C1")
    agree(app, browser)
    browser.post(f"{PAGE}/accept")
    arranging = sign_in(organizer)
    arranging.post(f"{PAGE}/conference", data={"conference": "C1"})
    with app.app_context():
        actor = db.session.get(User, organizer.id)
        assert actor is not None
        known = db.session.get(Conference, "C1")
        lead = next(row["id"] for row in known.document["participants"] if row.get("pool"))  # type: ignore[union-attr]
        found = gathering.material("C1", 0, "vi", actor)
        pair = frozenset((lead, "B1"))
        solved = db.session.scalars(select(Pool)).one().latest
        total = f"{sum(solved['by_month'].values()):,.0f}".replace(",", ".")
        assert found.pooled == {pair: len(solved["members"])}
        assert found.traded[pair].volume == f"{total} {solved['unit']} (T6–T7)"
    browser.post(f"{PAGE}/close")
    with app.app_context():
        actor = db.session.get(User, organizer.id)
        assert actor is not None
        assert not gathering.material("C1", 0, "vi", actor).pooled


@pytest.mark.parametrize("form", ["pdf", "docx", "xlsx"])
def test_the_agreement_comes_as_a_file(browser: FlaskClient, form: str) -> None:
    answer = browser.get(f"{PAGE}/agreement.{form}")
    assert answer.status_code == 200
    assert answer.data[:2] in (b"%P", b"PK")
    assert "filename*=UTF-8''" in answer.headers["Content-Disposition"]
    assert browser.get(f"{PAGE}/agreement.odt").status_code == 404


def test_an_officer_of_another_province_finds_nothing(
    browser: FlaskClient, make_user: Make, sign_in: Make
) -> None:
    far = sign_in(make_user("officer", "far@example.com", provinces=["Cà Mau"]))
    for path in ("", "/calls", "/history", "/agreement.pdf", "/what-if?offer=O1&action=out"):
        assert far.get(f"{PAGE}{path}").status_code == 404
    for path in ("", "/hold", "/accept", "/close", "/orders", "/members/O1/answer"):
        assert far.post(f"{PAGE}{path}").status_code == 404


def test_in_english_the_form_holds_a_day_that_can_be_sent_back(browser: FlaskClient) -> None:
    browser.post("/language", data={"language": "en"})
    page = browser.get(PAGE).text
    assert "Fill this order" in page
    assert 'value="05/12/2026"' in page
