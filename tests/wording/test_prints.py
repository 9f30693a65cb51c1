"""Words on paper: days, sessions, and what is said when nothing is printed."""

from __future__ import annotations

import pytest

from matchmaker.wording import prints
from matchmaker.wording.prints import WORDS, day_label, fault, session_label, words


def test_both_languages_have_every_word() -> None:
    assert words("vi").keys() == words("en").keys() == WORDS.keys()
    assert all(vi and en for vi, en in WORDS.values())


@pytest.mark.parametrize(
    ("day", "lang", "label"),
    [
        ("2026-12-10", "vi", "10/12/2026"),
        (2, "vi", "Ngày 2"),
        (2, "en", "Day 2"),
        ("x-y-z", "en", "Day x-y-z"),
    ],
)
def test_a_date_is_written_day_first_and_a_number_is_named(day: object, lang: str, label: str) -> None:
    assert day_label(day, lang) == label


def test_a_session_is_called_what_the_conference_calls_it() -> None:
    slot = {"session": "S1", "day": 1}
    conference = {"sessions": [{"session": "S1", "label_vi": "Chiều ngày 1"}]}
    assert session_label(conference, slot, "vi") == "Chiều ngày 1 · Ngày 1"
    assert session_label({}, slot, "vi") == "S1 · Ngày 1"
    assert session_label({}, {"session": "am", "day": 1}, "en") == "Morning · Day 1"


def test_a_session_named_in_the_other_language_alone_is_numbered() -> None:
    slot = {"session": "S1", "day": 1, "start": "14:00"}
    named = {"session": "S1", "label_vi": "Chiều ngày 1"}
    assert session_label({"sessions": [named]}, slot, "en") == "Session 1, afternoon · Day 1"
    assert session_label({"sessions": [named]}, {"session": "S1", "day": 1}, "en") == "Session 1 · Day 1"
    english = {"sessions": [named | {"label_en": "Opening"}]}
    assert session_label(english, slot, "en") == "Opening · Day 1"


def test_missing_fonts_name_the_folder_and_the_remedy() -> None:
    for lang in ("vi", "en"):
        assert "/f" in fault("fonts_missing", {"folder": "/f"}, lang)
        assert "make run" in fault("fonts_missing", {"folder": "/f"}, lang)


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("Bàn số 1", "1"),
        ("bàn 12", "12"),
        ("Table no. 3", "3"),
        ("BÀN SỐ A-2", "A-2"),
        ("T03", "T03"),
        ("Bàn", "Bàn"),
        ("Bàng Vuông", "Bàng Vuông"),
    ],
)
def test_a_table_is_not_called_table_twice(table: str, said: str) -> None:
    assert prints.table_name(table) == said


def test_an_interpreter_is_told_by_languages_and_number() -> None:
    told = {"languages": ["en", "vi"], "number": 2}
    assert prints.interpreter(told, "vi") == "Phiên dịch Việt–Anh 2"
    assert prints.interpreter(told, "en") == "Interpreter Vietnamese–English 2"
    assert prints.interpreter({"languages": ["vi", "xx"], "number": 1}, "vi") == "Phiên dịch Việt–xx 1"
    assert prints.interpreter(None, "vi") == ""
