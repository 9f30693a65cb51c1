"""A list through the pages: sent, looked at, taken in, taken back."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from matchmaker.exchange.workbooks import read_book
from matchmaker.extensions import db
from matchmaker.models import Offer, User

Look = Callable[..., Any]
LIST = (
    "Tên HTX,Sản phẩm,Sản lượng (tấn/năm),Thời vụ,Địa chỉ,Điện thoại\n"
    'HTX <b>Ba</b>,Mận tam hoa,60,tháng 6-7,"Bắc Hà, Lào Cai",0100000011\n'
    "HTX Hai,,4,,,\n"
    'HTX Bốn,rau củ các loại,nhiều,T1-T3,"Mộc Châu, Sơn La",\n'
)


@pytest.fixture
def desk(officer: User, sign_in: Callable[[User], FlaskClient]) -> FlaskClient:
    return sign_in(officer)


def send(desk: FlaskClient, look: Look, text: str = LIST, **more: Any) -> Any:
    data = {"file": (io.BytesIO(text.encode()), "cung.csv"), "kind": "offer", "sender": "Sở A"} | more
    return look(desk, "/imports/", data, follow_redirects=True)


def act(desk: FlaskClient, look: Look, page: Any, what: str, **data: Any) -> Any:
    action = next(form["action"] for form in page.all("form") if form["action"].endswith(what))
    version = page.all("input", name="version")[0]["value"]
    return look(desk, action, {"version": version} | data, follow_redirects=True)


def test_a_list_is_shown_row_by_row_before_anything_is_entered(desk: FlaskClient, look: Look) -> None:
    page = send(desk, look)
    assert page.status == 200
    assert "Nhập 2 dòng đọc được, bỏ 1 dòng chưa đúng" in page.text
    assert "Sản phẩm : Cần điền mục này." in page.text.replace(" :", " :")
    assert "Chưa hiểu “nhiều”" in page.text
    assert "Một dòng có nhiều sản phẩm" in page.text
    assert "<b>Ba" not in page.html
    assert "0100000011" not in look(desk, "/offers/").text
    assert "Mận tam hoa" not in look(desk, "/offers/").text


def test_the_good_rows_are_taken_in_and_the_list_taken_back(desk: FlaskClient, look: Look) -> None:
    page = act(desk, look, send(desk, look), "/take", rows="good")
    assert "đã nhập" in page.text
    assert "Mận tam hoa" in look(desk, "/offers/").text
    page = act(desk, look, page, "/undo")
    assert "Đã hoàn tác 2 bản ghi" in page.text
    assert "Mận tam hoa" not in look(desk, "/offers/").text


def test_columns_can_be_corrected(desk: FlaskClient, look: Look) -> None:
    page = send(desk, look, "Hang,Ben,Vu\nMận,HTX A,T6\n")
    names = [attrs["name"] for attrs in page.all("select") if attrs["name"].startswith("column-")]
    page = act(
        desk, look, page, "/columns", **dict(zip(names, ("product", "producer", "season_text"), strict=True))
    )
    assert "Nhập cả 1 dòng" in page.text


def test_who_a_name_is_can_be_answered(
    app: Flask, desk: FlaskClient, look: Look, make_member: Callable[..., str]
) -> None:
    known = make_member("producer", name="Hợp tác xã Hai")
    page = send(desk, look, "Tên HTX,Sản phẩm,Vụ\nHTX Hai,Mận,T6\n")
    assert "1 tên có thể là đơn vị đã có" in page.text
    page = act(desk, look, page, "/parties", name="HTX Hai", **{"party-0": known})
    page = act(desk, look, page, "/take")
    assert "đã nhập" in page.text


def test_the_marked_copy_holds_the_list_and_what_is_wrong_with_it(desk: FlaskClient, look: Look) -> None:
    page = send(desk, look)
    address = next(a["href"] for a in page.all("a") if a.get("href", "").endswith("copy.xlsx"))
    rows = read_book(desk.get(address).data).sheets[0].rows
    assert rows[1][:2] == ["HTX <b>Ba</b>", "Mận tam hoa"]
    assert "Cần điền mục này." in str(rows[2][-1])


@pytest.mark.parametrize("kind", ["offer", "demand"])
def test_an_empty_list_is_understood_when_it_comes_back(desk: FlaskClient, look: Look, kind: str) -> None:
    data = desk.get(f"/imports/template-{kind}.xlsx").data
    sent = {"file": (io.BytesIO(data), "mau.xlsx"), "kind": kind, "sender": ""}
    page = look(desk, "/imports/", sent, follow_redirects=True)
    assert "Nhập cả 1 dòng" in page.text
    assert "chưa biết, không đọc" not in [a.get("selected") for a in page.all("option")]


@pytest.mark.parametrize(("content", "told"), [(b"%PDF-1.7", "Đây là tệp PDF"), (b"", "không có dòng nào")])
def test_what_is_no_list_is_told(desk: FlaskClient, look: Look, content: bytes, told: str) -> None:
    page = look(desk, "/imports/", {"file": (io.BytesIO(content), "a.xlsx"), "kind": "offer"})
    assert page.status == 422
    assert told in page.text


def test_a_list_may_be_longer_than_any_form(desk: FlaskClient, look: Look) -> None:
    rows = "".join(f"HTX {number},Mận,T6,{'x' * 900}\n" for number in range(3_000))
    assert send(desk, look, "Tên HTX,Sản phẩm,Vụ,Ghi chú\n" + rows).status == 200
    assert look(desk, "/offers/new", {"product": "x" * 2_500_000}).status == 413


def test_a_refusal_says_what_stands_in_the_way(desk: FlaskClient, look: Look) -> None:
    page = act(desk, look, send(desk, look), "/take", rows="good")
    undo = next(form["action"] for form in page.all("form") if form["action"].endswith("/undo"))
    page = look(desk, undo, {"version": "1"}, follow_redirects=True)
    assert "vừa thay đổi hoặc đang được xử lý" in page.text


def test_a_row_like_a_known_record_can_be_merged_into_it(
    desk: FlaskClient, look: Look, officer: User, make_offer: Callable[..., str]
) -> None:
    known = make_offer(officer)
    rows = 'HTX Mận Bắc Hà (mẫu),mận tam hoa,55,T6-T7,"Bắc Hà, Lào Cai"\n'
    page = send(desk, look, "Tên HTX,Sản phẩm,Sản lượng (tấn/vụ),Thời vụ,Nơi sản xuất\n" + rows)
    assert "1 dòng có thể là bản ghi đã có" in page.text
    assert "Nhập cả 1 dòng" in page.text
    page = act(desk, look, page, "/records", row="1", **{"record-1": known})
    assert known in [each["value"] for each in page.all("option") if "selected" in each]
    page = act(desk, look, page, "/take")
    assert "đã nhập" in page.text
    assert desk.get(f"/offers/{known}").status_code == 200


PLACED = (
    "Tên HTX,Sản phẩm,Sản lượng (tấn/năm),Thời vụ,Nơi sản xuất\n"
    "HTX Một,Mận tam hoa,60,tháng 6-7,Tân Lập\n"
    "HTX Hai,Chuối tây,4,T1,Tân Lập\n"
    'HTX Ba,Cam sành,9,T12,"Bắc Hà, Lào Cai"\n'
)


def choice_of(page: Any, words: str) -> str:
    """The value of the option that shows ``words``."""
    return str(next(each["value"] for each in page.all("option") if words in str(each["value"])))


def test_a_place_of_several_is_chosen_once_for_all_its_rows_and_for_the_next_list(
    app: Flask, desk: FlaskClient, look: Look
) -> None:
    page = send(desk, look, PLACED)
    assert "1 nơi cần chọn" in page.text
    assert "(2 dòng)" in page.text
    name = next(each["name"] for each in page.all("select") if each["name"].startswith("place-"))
    page = act(desk, look, page, "/places", **{name: choice_of(page, "Tân Lập|Lâm Đồng")})
    assert "nơi cần chọn" not in page.text
    assert "“Tân Lập” được hiểu là Tân Lập, Lâm Đồng" in page.text
    page = act(desk, look, page, "/take")
    with app.app_context():
        taken = db.session.scalars(select(Offer).where(Offer.product == "Chuối tây")).one()
        assert taken.parsed["place"]["province"] == "Lâm Đồng"
        assert taken.raw["place"]["text"] == "Tân Lập"  # what was written stays
        assert not [doubt for doubt in taken.doubts if doubt["field"] == "place"]
    again = send(desk, look, PLACED)
    assert "Danh sách này không thay đổi gì" in again.text


def test_a_place_that_was_not_offered_is_not_taken(desk: FlaskClient, look: Look) -> None:
    page = send(desk, look, PLACED)
    name = next(each["name"] for each in page.all("select") if each["name"].startswith("place-"))
    page = act(desk, look, page, "/places", **{name: "Ba Đình|Hà Nội"})
    assert "1 nơi cần chọn" in page.text


def test_a_misspelt_place_that_keeps_its_row_in_doubt_can_be_chosen(desk: FlaskClient, look: Look) -> None:
    rows = 'HTX Một,Mận,60,T6,"Bắc Hàa, Lào Cai"\n'
    page = send(desk, look, PLACED.splitlines()[0] + "\n" + rows)
    name = next(each["name"] for each in page.all("select") if each["name"].startswith("place-"))
    page = act(desk, look, page, "/places", **{name: choice_of(page, "Bắc Hà")})
    assert "nơi cần chọn" not in page.text
    assert "Nhập cả 1 dòng" in page.text
