"""Which texts of places a list leaves in doubt, and what was once said of them."""

from __future__ import annotations

from datetime import UTC, datetime

from matchmaker.exchange.sheet_rows import Mark
from matchmaker.models import PlaceAnswer
from matchmaker.models.users import User
from matchmaker.queries.place_answers import key
from matchmaker.services.checked_row import Checked
from matchmaker.services.import_places import asked, meant, recalled


def doubt(text: str, code: str = "same_name", field: str = "place") -> Mark:
    return Mark(1, 0, field, text, code, {"value": text})


def answered(written: str, **place: str) -> dict[str, PlaceAnswer]:
    answer = PlaceAnswer(text=key(written), written=written, place=place, named="Tân Lập, Lâm Đồng")
    answer.chosen_at, answer.chooser = datetime(2026, 10, 1, tzinfo=UTC), User(name="Chị Hoa")
    return {answer.text: answer}


def test_texts_are_counted_by_rows_the_most_frequent_first() -> None:
    twice = [Checked(n, "create", marks=[doubt("Bảo Lâm"), doubt("Bảo Lâm")]) for n in (1, 2)]
    once = Checked(3, "bad", marks=[doubt("Xã Không Có", "unknown_place")])
    told = Checked(4, "create", marks=[doubt("Sơn La", "province_only"), doubt("x", field="price")])
    assert asked([once, told, *twice]) == [
        {"text": "Bảo Lâm", "rows": 2},
        {"text": "Xã Không Có", "rows": 1},
    ]


def test_an_answer_holds_whatever_the_case_and_keeps_what_was_written() -> None:
    known = answered("Tân Lập", commune="Tân Lập", province="Lâm Đồng")
    place = {"text": "tân lập", "commune": "Tân Lập", "province": "Lâm Đồng"}
    assert meant([doubt("tân lập")], known) == ("tân lập", place)
    assert meant([doubt("tân lập", "province_only")], known) is None
    assert meant([doubt("Bảo Lâm")], known) is None


def test_a_place_that_is_a_name_alone_takes_the_place_of_the_text() -> None:
    assert meant([doubt("Bắc Hàa")], answered("Bắc Hàa", text="Bắc Hà, Lào Cai")) == (
        "Bắc Hàa",
        "Bắc Hà, Lào Cai",
    )


def test_it_is_told_who_chose_and_when() -> None:
    rows = [Checked(n, "create", recalled="Tân Lập") for n in (1, 2)] + [Checked(3, "create")]
    known = answered("Tân Lập", commune="Tân Lập", province="Lâm Đồng")
    told = {
        "text": "Tân Lập",
        "named": "Tân Lập, Lâm Đồng",
        "by": "Chị Hoa",
        "day": "2026-10-01",
        "rows": 2,
    }
    assert recalled(rows, known) == [told]
