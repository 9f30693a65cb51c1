"""The pages of the product lexicon, its history and what a change would alter."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from matchmaker.extensions import db
from matchmaker.models import ReferenceChange, User
from matchmaker.web import proposing
from seeds import reference

Look = Callable[..., Any]
Make = Callable[..., Any]
SignIn = Callable[[User], FlaskClient]
NEW = {
    "name_vi": "quả prêu lăng",
    "synonyms_vi": "prưng hmang\nprưng nhỏ",
    "rank": "kind",
    "parent": "trái cây (fruit)",
    "form": "fresh",
    "harvest_months": ["6", "7"],
    "source": "hợp tác xã",
    "sending": "once",
}


@pytest.fixture
def desk(officer: User, sign_in: SignIn) -> FlaskClient:
    return sign_in(officer)


def kept(app: Flask) -> list[ReferenceChange]:
    with app.app_context():
        return list(db.session.scalars(db.select(ReferenceChange).order_by(ReferenceChange.id)))


def hidden(page: Any, name: str) -> str:
    return str(page.all("input", name=name)[0]["value"])


def looked(look: Look, desk: FlaskClient, path: str, typed: dict[str, Any]) -> dict[str, Any]:
    """The form as it comes back after looking: what was typed, with the seal of what was looked at."""
    page = look(desk, path, data=typed | {"step": "check"})
    assert page.status == 200
    return typed | {"step": "save", "version": hidden(page, "version"), "seal": hidden(page, "seal")}


def save(look: Look, desk: FlaskClient, path: str, typed: dict[str, Any], reason: str = "vì") -> Any:
    return look(desk, path, data=looked(look, desk, path, typed) | {"reason": reason}, follow_redirects=True)


@pytest.mark.parametrize("typed", ["mận tam hoa", "man tam hoa", "TAM HOA", "Tam Hoa plum"])
def test_a_kind_is_found_by_any_name_with_and_without_marks(
    desk: FlaskClient, look: Look, typed: str
) -> None:
    page = look(desk, f"/reference/products?q={typed}")
    assert page.all("a", href="/reference/products/plum_tam_hoa")


def test_the_whole_lexicon_is_browsed_by_pages(desk: FlaskClient, look: Look) -> None:
    page = look(desk, "/reference/products?page=2")
    assert f"51–100 trong {len(reference('products')):,}".replace(",", ".") in page.text


def test_a_family_holds_all_that_lies_below_it(desk: FlaskClient, look: Look) -> None:
    page = look(desk, "/reference/products?family=fruit&rank=variety&q=man+tam+hoa")
    assert page.all("a", href="/reference/products/plum_tam_hoa")
    assert "chưa có mặt hàng nào" in look(desk, "/reference/products?family=tea&q=man+tam+hoa").text


def test_a_kind_shows_its_family_names_months_false_friends_and_markets(
    desk: FlaskClient, look: Look
) -> None:
    page = look(desk, "/reference/products/plum")
    assert page.heading == "mận"
    for told in ("trái mận", "mận Tam Hoa", "roi", "Trung Quốc: Chưa mở", "quả hạch"):
        assert told in page.text
    assert [each["aria-label"] for each in page.all("svg", role="img")][:1] == ["Tháng thu hoạch: T5–T7"]


def test_a_new_kind_is_looked_at_then_kept_once_however_often_it_is_sent(
    app: Flask, desk: FlaskClient, look: Look
) -> None:
    typed = looked(look, desk, "/reference/products/new", NEW) | {"reason": "bà con gọi vậy"}
    assert kept(app) == []

    for _ in range(2):
        page = look(desk, "/reference/products/new", data=typed, follow_redirects=True)
        assert page.heading == "quả prêu lăng"

    assert [(row.key, row.reason) for row in kept(app)] == [("local_qua_preu_lang", "bà con gọi vậy")]
    assert "bà con gọi vậy" in page.text
    assert "cán bộ thêm" in page.text


def test_nothing_is_kept_that_was_not_looked_at(app: Flask, desk: FlaskClient, look: Look) -> None:
    typed = looked(look, desk, "/reference/products/new", NEW) | {"reason": "vì"}
    for forged in (typed | {"name_vi": "một tên khác"}, typed | {"seal": "0" * 64}, typed | {"version": "x"}):
        page = look(desk, "/reference/products/new", data=forged)
        assert "Bạn đã sửa sau khi xem" in page.text

    assert kept(app) == []


def test_a_change_by_somebody_else_meanwhile_is_told(app: Flask, desk: FlaskClient, look: Look) -> None:
    typed = looked(look, desk, "/reference/products/new", NEW) | {"reason": "vì"}
    save(look, desk, "/reference/products/new", NEW | {"name_vi": "mắc mật lá", "sending": "other"})

    page = look(desk, "/reference/products/new", data=typed)

    assert page.status == 422
    assert "Người khác vừa sửa mục này" in page.text
    assert len(kept(app)) == 1


@pytest.mark.parametrize(
    ("typed", "field", "told"),
    [
        ({"name_vi": ""}, "name_vi", "Cần điền mục này."),
        ({"parent": "một thứ lạ"}, "parent", "Danh mục không có mặt hàng “một thứ lạ”"),
        ({"rank": "variety", "parent": ""}, "parent", "Giống thì phải thuộc một mặt hàng."),
        ({"shelf_ambient_days": "lâu"}, "shelf_ambient_days", "Phải viết bằng số"),
        ({"name_en": "a; b"}, "name_en", "Chỉ ghi một tên"),
    ],
)
def test_a_fault_is_told_at_its_field_in_both_languages(
    desk: FlaskClient, look: Look, typed: dict[str, str], field: str, told: str
) -> None:
    page = look(desk, "/reference/products/new", data=NEW | typed | {"step": "check"})
    assert page.status == 422
    assert page.all("a", href=f"#{field}")
    assert told in page.text
    desk.set_cookie("language", "en")
    assert told not in look(desk, "/reference/products/new", data=NEW | typed | {"step": "check"}).text


def test_links_begin_a_change_with_a_synonym_or_a_false_friend(desk: FlaskClient, look: Look) -> None:
    page = look(desk, "/reference/products/plum/edit?synonym=m%E1%BA%ADn+tr%C3%A2u&apart=roi")
    assert "\nmận trâu<" in page.html
    assert "roi (water_apple)\nroi" in page.html
    assert page.all("input", id="parent")[0]["value"] == "quả hạch (stone_fruit)"


def test_a_kind_that_is_saved_as_it_stands_says_that_nothing_changed(desk: FlaskClient, look: Look) -> None:
    typed = {"name_vi": "quả prêu lăng", **{k: v for k, v in NEW.items() if k != "name_vi"}}
    save(look, desk, "/reference/products/new", typed)
    page = look(
        desk,
        "/reference/products/local_qua_preu_lang/edit",
        data=typed | {"name_en": "quả prêu lăng", "step": "check"},
    )
    assert "Chưa có gì thay đổi." in page.text


def test_pairs_beyond_the_readers_provinces_are_counted_and_not_named(
    app: Flask,
    make_user: Make,
    make_offer: Make,
    make_demand: Make,
    sign_in: SignIn,
    look: Look,
    officer: User,
) -> None:
    make_offer(officer, product="prưng hmang")
    make_demand(officer, product="quả prêu lăng")
    far = sign_in(make_user("officer", "far@example.com", provinces=["Cà Mau"]))

    page = look(far, "/reference/products/new", data=NEW | {"step": "check"})
    near = look(sign_in(officer), "/reference/products/new", data=NEW | {"step": "check"})

    assert "và 1 cặp khác không nêu tên ở đây" in page.text
    assert "Siêu thị A (mẫu)" not in page.text
    assert "Siêu thị A (mẫu)" in near.text


def test_long_lists_of_pairs_are_cut(
    monkeypatch: pytest.MonkeyPatch,
    desk: FlaskClient,
    officer: User,
    make_offer: Make,
    make_demand: Make,
    look: Look,
) -> None:
    monkeypatch.setattr(proposing, "SHOWN", 1)
    for number in (1, 2):
        make_offer(officer, id=f"O{number}", product="prưng hmang")
    make_demand(officer, product="quả prêu lăng")

    assert "và 1 cặp khác" in look(desk, "/reference/products/new", data=NEW | {"step": "check"}).text


def test_names_that_other_kinds_have_are_told_before_saving(desk: FlaskClient, look: Look) -> None:
    page = look(desk, "/reference/products/new", data=NEW | {"synonyms_vi": "mận\nbò", "step": "check"})
    assert "“mận” cũng là tên của" in page.text
    assert "“bò” viết không dấu giống “bơ” của" in page.text


def test_a_change_is_taken_back_from_its_history(app: Flask, desk: FlaskClient, look: Look) -> None:
    save(look, desk, "/reference/products/new", NEW)
    path = f"/reference/changes/{kept(app)[0].id}/undo"
    asked = look(desk, path)
    sealed = {"version": hidden(asked, "version"), "seal": hidden(asked, "seal")}

    assert look(desk, path, data=sealed).status == 422  # without a reason
    page = look(desk, path, data=sealed | {"reason": "nhập nhầm"}, follow_redirects=True)

    assert "đã hoàn tác" in page.text
    assert "nhập nhầm" in page.text
    assert look(desk, "/reference/products/local_qua_preu_lang").status == 404
    assert look(desk, path).status == 404


def test_an_own_addition_is_retired_and_what_rests_on_it_is_named(
    app: Flask, desk: FlaskClient, look: Look
) -> None:
    save(look, desk, "/reference/products/new", NEW)
    below = NEW | {"name_vi": "prêu tím", "rank": "variety", "parent": "local_qua_preu_lang"}
    save(look, desk, "/reference/products/new", below)
    path = "/reference/products/local_qua_preu_lang/retire"
    assert "prêu tím" in look(desk, path, follow_redirects=True).text

    path = "/reference/products/local_preu_tim/retire"
    asked = look(desk, path)
    sealed = {"version": hidden(asked, "version"), "seal": hidden(asked, "seal"), "reason": "không bán nữa"}
    assert "Đã bỏ khỏi danh mục." in look(desk, path, data=sealed, follow_redirects=True).text
    assert look(desk, "/reference/products/plum/retire").status == 404
    assert [row.action for row in kept(app)] == ["add", "add", "retire"]


def test_a_newer_release_that_says_otherwise_shows_beside_the_officers_change(
    desk: FlaskClient, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    from matchmaker.queries import kinds

    row = next(row for row in reference("products") if row["key"] == "plum")
    typed = {
        "name_vi": "mận", "name_en": row["name_en"], "rank": row["rank"], "parent": row["parent"],
        "form": row["form"], "storage": "ambient", "source": row["source"],
    }  # fmt: skip
    save(look, desk, "/reference/products/plum/edit", typed)
    assert "Bản phát hành mới" not in look(desk, "/reference/products/plum").text

    monkeypatch.setattr(kinds, "reference", lambda _name: [row | {"storage": "frozen"}])

    assert "Bản phát hành mới ghi “Bảo quản” là “đông lạnh”" in look(desk, "/reference/products/plum").text


def test_readers_see_the_catalogue_and_change_nothing(make_user: Make, sign_in: SignIn, look: Look) -> None:
    reader = sign_in(make_user("national_reader"))
    page = look(reader, "/reference/products/plum")
    assert page.status == 200
    assert "Thêm một tên gọi khác" not in page.text
    assert look(reader, "/reference/products/new").status == 403


def test_two_officers_who_change_one_kind_at_once_keep_what_both_wrote(
    app: Flask, desk: FlaskClient, look: Look, make_user: Make, sign_in: SignIn
) -> None:
    save(look, desk, "/reference/products/new", NEW)
    path, other = (
        "/reference/products/local_qua_preu_lang/edit",
        sign_in(make_user("officer", "b@example.com")),
    )
    first, second = (
        looked(look, browser, path, {**NEW, **typed, "sending": sent, "opened": "1"}) | {"reason": "vì"}
        for browser, sent, typed in (
            (desk, "first", {"synonyms_vi": "prưng hmang\nprưng nhỏ\nprêu chua"}),
            (other, "second", {"synonyms_vi": "prưng nhỏ\nprêu đỏ", "storage": "chilled"}),
        )
    )
    assert look(desk, path, data=first).status == 302

    told = look(other, path, data=second)
    assert told.status == 422
    assert "Người khác vừa sửa mục này" in told.text
    assert "Tên gọi khác: + prêu đỏ" in told.text
    again = second | {"version": hidden(told, "version"), "seal": hidden(told, "seal")}
    page = look(other, path, data=again, follow_redirects=True)

    assert "prưng nhỏ, prêu chua, prêu đỏ" in page.text
    assert len(kept(app)) == 3


def test_a_change_that_is_sent_twice_is_kept_once(app: Flask, desk: FlaskClient, look: Look) -> None:
    save(look, desk, "/reference/products/new", NEW)
    path = "/reference/products/local_qua_preu_lang/edit"
    typed = looked(look, desk, path, NEW | {"name_en": "preu", "sending": "edit", "opened": "1"})

    for _ in range(2):
        page = look(desk, path, data=typed | {"reason": "vì"}, follow_redirects=True)
        assert page.heading == "quả prêu lăng"
    assert len(kept(app)) == 2


@pytest.mark.parametrize(
    "typed", [{"name_vi": "…"}, {"name_vi": "🍑"}, {"synonyms_vi": "prưng\n--"}, {"name_en": "123"}]
)
def test_a_name_without_a_letter_is_refused(desk: FlaskClient, look: Look, typed: dict[str, str]) -> None:
    page = look(desk, "/reference/products/new", data=NEW | typed | {"step": "check"})
    assert page.status == 422
    assert "Tên phải có chữ cái." in page.text


def test_a_kind_about_which_a_market_says_something_is_not_taken_out(
    app: Flask, desk: FlaskClient, look: Look
) -> None:
    save(look, desk, "/reference/products/new", NEW)
    entry = {
        "product": "local_qua_preu_lang", "market": "CN", "open": "1", "source": "NĐ",
        "checked_on": "20/11/2026", "reason": "vì", "version": "0",
    }  # fmt: skip
    look(desk, "/reference/markets/new", data=entry)

    for path in (
        "/reference/products/local_qua_preu_lang/retire",
        f"/reference/changes/{kept(app)[0].id}/undo",
    ):
        assert "quả prêu lăng – CN" in look(desk, path, follow_redirects=True).text


def test_a_history_names_kinds_and_days_as_people_do_also_of_kinds_that_are_gone(
    app: Flask, desk: FlaskClient, look: Look
) -> None:
    save(look, desk, "/reference/products/new", NEW | {"confusable_with": "roi"})
    path = "/reference/products/local_qua_preu_lang/retire"
    asked = look(desk, path)
    sealed = {"version": hidden(asked, "version"), "seal": hidden(asked, "seal"), "reason": "không bán nữa"}
    look(desk, path, data=sealed)

    text = look(desk, "/reference/history").text
    assert "Bỏ: quả prêu lăng" in text
    assert "Thuộc: trái cây" in text
    assert "Không phải là (dễ nhầm với): roi" in text
    assert "local_" not in text.replace("Hoàn tác local_qua_preu_lang", "")
