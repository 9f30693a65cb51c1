"""A conference entered and set up by form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from matchmaker.models import User

Look = Callable[..., Any]
SETTING = {"name": "Hội nghị <b>thử</b> (mẫu)", "tables": "4", "province": "Bắc Ninh", "closed": "1"}
SESSION = {
    "s_session": "",
    "s_date": "10/12/2026",
    "s_start": "8h",
    "s_end": "9h30",
    "s_minutes": "20",
    "s_gap": "5",
}
SESSION |= {"s_breaks": "", "s_label_vi": "Sáng ngày 1", "s_label_en": ""}


@pytest.fixture
def browser(make_user: Callable[..., User], sign_in: Callable[[User], FlaskClient]) -> FlaskClient:
    return sign_in(make_user("organizer"))


def enter(browser: FlaskClient, look: Look, **changes: str) -> Any:
    return look(browser, "/conferences/new", SETTING | SESSION | {"step": "save"} | changes)


def test_a_conference_is_entered_by_form_and_leads_to_its_preparation(
    browser: FlaskClient, look: Look
) -> None:
    answer = enter(browser, look)
    assert answer.status == 302
    page = look(browser, answer.headers["Location"])
    assert "Hội nghị &lt;b&gt;thử&lt;/b&gt; (mẫu)" in page.html
    assert "Chưa có đơn vị nào" in page.text
    assert [tab["href"].rsplit("/", 1)[1] for tab in page.all("a", **{"aria-current": "page"})] == [
        "preparation"
    ] * 2


def test_the_slots_are_shown_before_anything_is_kept(browser: FlaskClient, look: Look) -> None:
    page = look(browser, "/conferences/new", SETTING | SESSION | {"step": "preview"})
    assert page.status == 200
    assert "3 khung giờ" in page.text
    assert "08:50–09:10" in page.text
    assert look(browser, "/conferences/").text.count("Chưa có hội nghị") == 1


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"name": ""}, "Tên: Cần điền mục này."),
        ({"s_end": "7h"}, "Buổi 1, Kết thúc: Giờ kết thúc phải sau giờ bắt đầu"),
        ({"s_start": "tám giờ"}, "Buổi 1, Bắt đầu: Giờ phải viết như 8:00 hoặc 13h30"),
        ({"s_date": ""}, "Buổi 1, Ngày: Cần điền mục này."),
        ({"tables": "0"}, "Số bàn: Không được nhỏ hơn 1."),
        ({"closed_at": "1 4"}, "Ghi bàn, dấu hai chấm"),
        ({"interpreters": "vi: 2"}, "Phiên dịch ghi như vi-en: 2"),
        ({"closed": "44"}, "Không có khung giờ số 44."),
        ({"producer_min": "5", "producer_max": "2"}, "Số cuộc ít nhất lớn hơn số cuộc nhiều nhất."),
    ],
)
def test_what_is_wrong_is_told_at_its_field_and_the_form_stays_filled(
    browser: FlaskClient, look: Look, wrong: dict[str, str], told: str
) -> None:
    page = enter(browser, look, **wrong)
    assert page.status == 422
    assert told in page.text
    assert page.all("input", name="s_minutes", value="20")


def test_the_setting_comes_back_as_it_was_entered_and_saving_it_changes_nothing(
    browser: FlaskClient, look: Look
) -> None:
    place = enter(browser, look).headers["Location"].replace("preparation", "setting")
    page = look(browser, place)
    typed = {tag["name"]: tag["value"] for tag in page.all("input") if tag.get("name") in SETTING | SESSION}
    assert page.all("input", name="s_start")[0]["value"] == "08:00"
    assert page.all("input", name="s_session")[0]["value"] == "S1"
    assert typed["closed"] == "1"
    data = SETTING | SESSION | {"s_session": "S1", "version": "1", "step": "save"}
    assert look(browser, place, data).status == 302
    assert look(browser, place).all("input", name="version", value="1")
    assert "08:00–08:20" in look(browser, place).text


def test_single_tables_and_interpreters_come_back_as_they_were_entered(
    browser: FlaskClient, look: Look
) -> None:
    more = {"closed_at": "2: 3\n4: 2-3", "interpreters": "vi-en: 2; vi - ZH/en 1 (2-3)"}
    place = enter(browser, look, **more).headers["Location"].replace("preparation", "setting")
    page = look(browser, place)
    assert page.all("input", name="interpreters", value="vi-en: 2; vi-zh-en: 1 (2 3)")
    assert "2: 3\n4: 2 3</textarea>" in page.html


def test_a_setting_that_somebody_changed_meanwhile_is_not_written_over(
    browser: FlaskClient, look: Look
) -> None:
    place = enter(browser, look).headers["Location"].replace("preparation", "setting")
    data = SETTING | SESSION | {"s_session": "S1", "version": "1", "step": "save"}
    assert look(browser, place, data | {"name": "Tên mới (mẫu)"}).status == 302
    late = look(browser, place, data | {"name": "Tên khác (mẫu)"})
    assert late.status == 422
    assert "Người khác vừa sửa" in late.text
    assert "Tên mới (mẫu)" in look(browser, place).text
