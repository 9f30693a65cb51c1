"""Words on paper: days, sessions, and what is said when nothing is printed."""

from __future__ import annotations

import pytest

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
