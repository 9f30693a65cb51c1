from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from matchmaker.extensions import db
from matchmaker.models import Decision, Match, User
from matchmaker.web.explanations import explanation

Look = Callable[..., Any]
Make = Callable[..., str]
SignIn = Callable[[User], FlaskClient]


@pytest.fixture
def board(officer: User, make_offer: Make, make_demand: Make, sign_in: SignIn) -> FlaskClient:
    """An officer's browser; one demand with a fitting offer and one that lacks its invoice."""
    make_offer(officer)
    make_offer(officer, id="O2", producer="Hộ Giàng A (mẫu)", invoice="KHONG")
    make_demand(officer)
    return sign_in(officer)


@pytest.fixture
def match_id(app: Flask, board: FlaskClient) -> int:
    """The fitting offer's match."""
    with app.app_context():
        return db.session.scalars(db.select(Match.id).where(Match.offer_id == "O1")).one()


def last_decision(app: Flask) -> Decision:
    with app.app_context():
        return db.session.scalars(db.select(Decision).order_by(Decision.id.desc())).first()


def test_the_board_lists_a_demand_with_its_best_supply(board: FlaskClient, look: Look) -> None:
    page = look(board, "/board/")
    assert page.heading == "Bảng kết nối"
    assert "Mận tam hoa" in page.text
    assert "2 tấn mỗi tuần" in page.text
    assert "T6–T7" in page.text
    assert "HTX Mận Bắc Hà (mẫu)" in page.text
    assert "Chờ quyết định" in page.text


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?q=man+tam+hoa", True),
        ("?q=sieu+thi", True),
        ("?q=TIEN+DU", True),
        ("?q=vai+thieu", False),
        ("?month=6", True),
        ("?month=9", False),
        ("?month=abc", True),
        ("?status=to_decide", True),
        ("?status=decided", False),
        ("?channel=supermarket", True),
        ("?channel=canteen", False),
        ("?page=99", True),
        ("?sort=nonsense", True),
    ],
)
def test_filters_narrow_the_board(board: FlaskClient, look: Look, query: str, found: bool) -> None:
    page = look(board, f"/board/{query}")
    assert (len(page.all("tr")) > 1) is found
    assert ("Không có nhu cầu nào khớp" in page.text) is not found


def test_a_long_board_comes_in_pages_that_keep_the_filter(
    officer: User, make_demand: Make, sign_in: SignIn, look: Look
) -> None:
    for number in range(53):
        make_demand(officer, id=f"D{number:03}", ranked=False)
    page = look(sign_in(officer), "/board/?q=man&sort=product")
    assert len(page.all("tr")) == 51
    assert "1–50 trong 53" in page.text
    following = page.all("a", rel="next")[0]["href"]
    assert "q=man" in following
    assert "sort=product" in following
    assert len(look(sign_in(officer), following).all("tr")) == 4


def test_one_demand_shows_ranked_offers_then_near_misses_with_what_they_lack(
    board: FlaskClient, look: Look
) -> None:
    page = look(board, "/board/demands/D1")
    assert page.heading == "Mận tam hoa"
    assert "1 nguồn hàng phù hợp" in page.text
    assert page.text.index("HTX Mận Bắc Hà (mẫu)") < page.text.index("Hộ Giàng A (mẫu)")
    assert "Gần đạt: còn thiếu điều gì" in page.text
    assert "Cần thêm để đạt:" in page.text
    assert "12.000–20.000 đ/kg" in page.text
    assert "Bắc Hà, Lào Cai" in page.text


def test_a_near_miss_cannot_be_accepted_with_one_key(board: FlaskClient, look: Look) -> None:
    page = look(board, "/board/demands/D1")
    assert len(page.all("button", **{"data-key": "accept"})) == 1


def test_no_page_of_the_board_gives_coordinates_away(board: FlaskClient, look: Look, match_id: int) -> None:
    for path in ("/board/", "/board/demands/D1", f"/board/matches/{match_id}"):
        assert "22.52" not in look(board, path).html


def test_an_account_opens_with_the_line_of_its_card(board: FlaskClient, look: Look, match_id: int) -> None:
    """Whoever opens the account from a message has not seen the list: the line must stand there too."""
    account = look(board, f"/board/matches/{match_id}").text
    line = account.split("Điểm này từ đâu ra", 1)[1].split("Tiêu chí", 1)[0].strip()
    assert "km" in line
    assert line in look(board, "/board/demands/D1").text


def test_an_explanation_adds_up_to_the_score(
    app: Flask, board: FlaskClient, look: Look, match_id: int
) -> None:
    page = look(board, f"/board/matches/{match_id}")
    assert "Điểm này từ đâu ra" in page.text
    assert "Tổng điểm" in page.text
    with app.app_context():
        match = db.session.get(Match, match_id)
        steps = explanation(match)
        micro = round(steps.base * 1_000_000) + sum(round(row.effect * 1_000_000) for row in steps.rows)
        assert micro == match.score
        assert steps.rows[-1].after == match.score / 1_000_000


def test_accepting_is_kept_and_leads_back_to_the_offer(
    app: Flask, board: FlaskClient, match_id: int, look: Look
) -> None:
    answer = board.post(f"/board/matches/{match_id}/decision", data={"decision": "accept", "note": "ổn"})
    assert answer.status_code == 302
    assert answer.location == f"/board/demands/D1#match-{match_id}"
    assert last_decision(app).decision == "accept"
    assert "“ổn”" in look(board, "/board/demands/D1").text
    assert "Đã duyệt nguồn" in look(board, "/board/?status=decided").text


def test_rejecting_without_a_reason_asks_for_one(board: FlaskClient, look: Look, match_id: int) -> None:
    page = look(board, f"/board/matches/{match_id}/decision", data={"decision": "reject"})
    assert page.status == 422
    assert "Từ chối thì cần chọn lý do." in page.text


def test_rejecting_with_a_reason_is_kept(app: Flask, board: FlaskClient, match_id: int) -> None:
    board.post(f"/board/matches/{match_id}/decision", data={"decision": "reject", "reason": "price"})
    kept = last_decision(app)
    assert (kept.decision, kept.reason) == ("reject", "price")


def test_a_part_of_the_page_is_answered_with_the_card_alone(board: FlaskClient, match_id: int) -> None:
    answer = board.post(
        f"/board/matches/{match_id}/decision", data={"decision": "hold"}, headers={"HX-Request": "true"}
    )
    assert answer.status_code == 200
    assert answer.text.strip().startswith("<li")
    assert "Tạm giữ" in answer.text


@pytest.mark.parametrize("decision", ["", "approve", "accept' OR 1=1"])
def test_an_unknown_decision_is_refused(board: FlaskClient, match_id: int, decision: str) -> None:
    assert board.post(f"/board/matches/{match_id}/decision", data={"decision": decision}).status_code == 422


def test_a_match_that_is_not_there_is_not_found(board: FlaskClient) -> None:
    assert board.get("/board/matches/999999").status_code == 404
    assert board.post("/board/matches/999999/decision", data={"decision": "accept"}).status_code == 404


def test_a_foreign_officer_does_not_see_the_demand(
    board: FlaskClient, make_user: Callable[..., User], sign_in: SignIn, match_id: int
) -> None:
    foreign = sign_in(make_user("officer", email="xa@example.com", provinces=["Cà Mau"]))
    assert "Mận tam hoa" not in foreign.get("/board/").text
    assert foreign.get("/board/demands/D1").status_code == 404
    assert foreign.get(f"/board/matches/{match_id}").status_code == 404
    assert foreign.post(f"/board/matches/{match_id}/decision", data={"decision": "accept"}).status_code == 404


def test_who_may_only_read_sees_no_buttons_to_decide(
    board: FlaskClient, make_user: Callable[..., User], sign_in: SignIn, look: Look, match_id: int
) -> None:
    reader = sign_in(make_user("national_reader"))
    assert look(reader, "/board/demands/D1").all("button", name="decision") == []
    assert reader.post(f"/board/matches/{match_id}/decision", data={"decision": "accept"}).status_code == 403


def test_a_decision_on_a_page_no_longer_true_is_not_carried_out(
    app: Flask, board: FlaskClient, match_id: int, look: Look
) -> None:
    address = f"/board/matches/{match_id}/decision"
    assert look(board, address, data={"decision": "accept", "version": "1"}).status == 302
    page = look(board, address, data={"decision": "hold", "version": "1"}, headers={"HX-Request": "true"})
    assert page.status == 409
    assert "officer@example.com" in page.text
    assert "Duyệt" in page.text
    assert page.all("input", name="version")[0]["value"] == "2"
    assert last_decision(app).decision == "accept"


def test_who_may_not_post_is_not_sent_to_the_form(
    make_user: Callable[..., User], sign_in: SignIn, look: Look, board: FlaskClient
) -> None:
    assert look(board, "/board/").all("a", href="/demands/new")
    for role in ("organizer", "national_reader"):
        assert look(sign_in(make_user(role)), "/board/").all("a", href="/demands/new") == []


def test_a_list_can_be_seen_from_both_sides(board: FlaskClient, look: Look, match_id: int) -> None:
    page = look(board, "/board/demands/D1")
    assert page.all("a", href="/board/demands/D1/both-sides")

    both = look(board, "/board/demands/D1/both-sides")
    assert "Cả hai phía" in both.title
    assert both.all("a", href=f"/board/matches/{match_id}")
    assert "giá còn dư trên giá sàn" in both.text
    assert "Hộ Giàng A" not in both.text


def test_both_sides_of_a_demand_without_supply_say_so(
    board: FlaskClient, officer: User, make_demand: Make, look: Look
) -> None:
    make_demand(officer, id="D2", product="Sâm Ngọc Linh")
    assert "Chưa có nguồn hàng nào đạt đủ điều kiện" in look(board, "/board/demands/D2/both-sides").text


def test_an_empty_board_speaks_of_filters_only_where_there_are_any(
    officer: User, sign_in: SignIn, look: Look
) -> None:
    browser = sign_in(officer)
    assert "Chưa có nhu cầu nào." in look(browser, "/board/").text
    assert "bộ lọc này" in look(browser, "/board/?q=xoai").text
