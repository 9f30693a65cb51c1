from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from matchmaker.extensions import db
from matchmaker.models import Match, ProfileVersion, User
from matchmaker.queries import profiles as stored
from matchmaker.web.profile_forms import ProfileForm
from scoring.profile import Profile

Look = Callable[..., Any]
Make = Callable[..., Any]
SignIn = Callable[[User], FlaskClient]
SHARES = {
    "product": "60",
    "volume": "9",
    "season": "9",
    "logistics": "5,5",
    "preferences": "4",
    "freshness": "3,5",
    "price": "6",
    "requirements": "2",
    "terms": "1",
}
PRICE = {f"weights.{name}": share for name, share in SHARES.items()}


@pytest.fixture
def admin(make_user: Make, make_offer: Make, make_demand: Make, sign_in: SignIn) -> FlaskClient:
    """An administrator's browser; two offers are ranked for one demand."""
    user = make_user("administrator")
    make_offer(user)
    make_offer(user, id="O2", producer="Hộ Giàng A (mẫu)", price_min=30000, price_max=32000)
    make_demand(user)
    return sign_in(user)


@pytest.fixture
def typed(app: Flask) -> dict[str, str]:
    """The form of the delivered profile as a browser sends it back, with another name."""
    with app.test_request_context():
        form = ProfileForm.of("Ưu tiên giá", Profile.default().as_data())
        return {**form.typed.to_dict(), "note": "vùng cao bán rẻ hơn", "step": "save"}


def active(app: Flask) -> ProfileVersion:
    with app.app_context():
        adoption = stored.adopted()
        assert adoption is not None
        return adoption.profile


def plain(value: float) -> str:
    return f"{value:g}".replace(".", ",")


def save(admin: FlaskClient, typed: dict[str, str], **values: str) -> int:
    """Saves a changed copy and gives its id."""
    answer = admin.post("/profiles/1/copy", data=typed | PRICE | values)
    assert answer.status_code == 302, answer.text
    return int(answer.location.split("/")[-2])


def test_the_list_names_the_profile_in_use(admin: FlaskClient, look: Look) -> None:
    page = look(admin, "/profiles/")
    assert page.heading == "Bộ trọng số"
    assert "Đang dùng: Bộ mặc định, bản 1" in page.text
    assert "kèm phần mềm" in page.text


def test_a_version_shows_its_weights_in_percent(admin: FlaskClient, look: Look) -> None:
    page = look(admin, "/profiles/1")
    assert page.heading.startswith("Bộ mặc định, bản 1")
    share = plain(Profile.default().weights["logistics"] / 10)
    assert f"Vận chuyển {share} %" in page.text
    assert "2.000 đ/kg" in page.text


def test_a_copy_begins_with_the_values_of_the_version(admin: FlaskClient, look: Look) -> None:
    page = look(admin, "/profiles/1/copy")
    share = plain(Profile.default().weights["volume"] / 10)
    assert page.all("input", name="weights.volume")[0]["value"] == share
    assert page.all("input", name="thresholds.freight_half")[0]["value"] == "2000"
    assert "Tổng: 100 %" in page.text


def test_everything_wrong_is_told_at_its_field_and_what_was_typed_stays(
    admin: FlaskClient, look: Look, typed: dict[str, str]
) -> None:
    wrong = {
        "name": "",
        "weights.price": "ba",
        "weights.volume": "120",
        "base.season": "",
        "thresholds.hours_half": "1,234",
    }
    page = look(admin, "/profiles/1/copy", data=typed | wrong)
    assert page.status == 422
    for field in wrong:
        assert page.all("p", id=f"{field}-error"), field
        assert page.all("a", href=f"#{field}"), field
    assert page.all("input", name="weights.price")[0]["value"] == "ba"
    assert "hai cách hiểu" in page.text
    assert page.title.startswith("Lỗi: ")


def test_the_sum_is_told_without_saving(
    app: Flask, admin: FlaskClient, look: Look, typed: dict[str, str]
) -> None:
    wrong = look(admin, "/profiles/1/copy", data=typed | PRICE | {"step": "check", "weights.price": "8"})
    right = look(admin, "/profiles/1/copy", data=typed | PRICE | {"step": "check"})
    assert wrong.status == 422
    assert "Tổng: 102 %" in wrong.text
    assert "(thừa 2)" in wrong.text
    assert right.status == 200
    assert "mọi giá trị đều hợp lệ" in right.text
    with app.app_context():
        assert len(stored.versions()) == 1


def test_the_same_values_under_another_name_are_refused(
    admin: FlaskClient, look: Look, typed: dict[str, str]
) -> None:
    page = look(admin, "/profiles/1/copy", data=typed)
    assert page.status == 409
    assert "“Bộ mặc định, bản 1” đã có đúng các giá trị này" in page.text


def test_a_copy_sent_twice_is_kept_once(app: Flask, admin: FlaskClient, typed: dict[str, str]) -> None:
    sent = typed | {"sending": "once"}
    assert save(admin, sent) == save(admin, sent)
    with app.app_context():
        assert len(stored.versions()) == 2


def test_a_name_too_long_to_keep_is_refused(admin: FlaskClient, look: Look, typed: dict[str, str]) -> None:
    page = look(admin, "/profiles/1/copy", data=typed | PRICE | {"name": "x" * 81})
    assert page.status == 422
    assert "Dài quá 80 ký tự." in page.text


def test_a_saved_copy_is_tried_adopted_and_taken_back(
    app: Flask, admin: FlaskClient, look: Look, typed: dict[str, str]
) -> None:
    number = save(admin, typed)
    trial = look(admin, f"/profiles/{number}/trial?demands=all")
    assert "Đã thử 1 nhu cầu" in trial.text
    assert active(app).id == 1

    seen = trial.all("input", name="seen")[0]["value"]
    told = look(admin, f"/profiles/{number}/adopt", data={"seen": seen, "note": "x"}, follow_redirects=True)
    assert "Từ nay dùng “Ưu tiên giá, bản 1”." in told.text
    assert active(app).id == number
    with app.app_context():
        match = db.session.scalars(db.select(Match)).first()
        assert match.profile == active(app).digest
    why = look(admin, f"/board/matches/{match.id}")
    assert "Chấm theo Ưu tiên giá, bản 1 ." in why.text
    assert why.all("a", href=f"/profiles/{number}")

    back = look(admin, "/profiles/1/adopt", data={"seen": told.all("input", name="seen")[0]["value"]})
    assert back.status == 302
    assert active(app).id == 1


def test_a_match_made_with_a_profile_no_longer_in_use_says_so(
    app: Flask, admin: FlaskClient, look: Look
) -> None:
    with app.app_context():
        match = db.session.scalars(db.select(Match)).first()
        match.profile = "0123456789ab"
        match.demand.ranking.profile = "0123456789ab"
        db.session.commit()
    why = look(admin, f"/board/matches/{match.id}")
    assert "Chấm theo bộ trọng số cũ 0123456789ab" in why.text
    assert "không còn được dùng" in why.text
    assert "đang chờ xếp hạng lại" in look(admin, "/board/demands/D1").text


def test_an_adoption_over_another_one_is_refused_with_words(
    app: Flask, admin: FlaskClient, look: Look, typed: dict[str, str]
) -> None:
    number = save(admin, typed)
    page = look(admin, f"/profiles/{number}/adopt", data={"seen": "77"}, follow_redirects=True)
    assert "Người khác vừa sửa mục này" in page.text
    assert active(app).id == 1


def test_an_officer_of_one_province_may_try_but_not_adopt(
    admin: FlaskClient, make_user: Make, sign_in: SignIn, look: Look, typed: dict[str, str]
) -> None:
    number = save(admin, typed)
    officer = sign_in(make_user("officer", provinces=["Lào Cai"]))
    page = look(officer, f"/profiles/{number}/trial?demands=all")
    assert page.status == 200
    assert "Chưa có nhu cầu đang mở nào để thử." in page.text
    assert "do quản trị hoặc cán bộ phụ trách cả nước quyết định" in page.text
    assert officer.post(f"/profiles/{number}/adopt", data={"seen": "1"}).status_code == 403


def test_a_trial_of_a_harder_threshold_names_who_is_refused_and_why(
    admin: FlaskClient, make_user: Make, make_demand: Make, look: Look, typed: dict[str, str]
) -> None:
    make_demand(make_user("officer"), id="D2", quantity=100, per="season", pooling_allowed=False)
    number = save(admin, typed, **{"thresholds.volume_far_below": "90"})
    page = look(admin, f"/profiles/{number}/trial?demands=some&id=D2")
    assert "sẽ bị loại: lượng quá ít" in page.text
    assert "2 nguồn đang phù hợp sẽ bị loại" in page.text
    assert "1 nhu cầu đổi nguồn đứng đầu" in page.text


def test_a_trial_without_any_demand_says_so(admin: FlaskClient, look: Look, typed: dict[str, str]) -> None:
    number = save(admin, typed)
    assert "Chưa chọn nhu cầu nào." in look(admin, f"/profiles/{number}/trial?demands=some").text


def test_the_file_of_a_version_gives_the_same_profile(admin: FlaskClient) -> None:
    answer = admin.get("/profiles/1.json")
    assert answer.mimetype == "application/json"
    assert Profile.from_data(json.loads(answer.text)) == Profile.default()


def test_pages_speak_english(admin: FlaskClient, look: Look, typed: dict[str, str]) -> None:
    number = save(admin, typed)
    admin.set_cookie("language", "en")
    assert "Default, version 1" in look(admin, "/profiles/").text
    copy = look(admin, f"/profiles/{number}/copy")
    assert copy.all("input", name="weights.logistics")[0]["value"] == "5.5"
    assert "Hours that halve the score (hours)" in copy.text
    assert look(admin, f"/profiles/{number}/trial?demands=all").heading == "Try: Ưu tiên giá, version 1"


@pytest.mark.parametrize("path", ["/profiles/0", "/profiles/99999999999", "/profiles/2147483647/trial"])
def test_numbers_that_name_no_version_are_not_found(admin: FlaskClient, path: str) -> None:
    assert admin.get(path).status_code == 404
