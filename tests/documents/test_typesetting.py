"""The process that typesets: its limits, and what it says when nothing comes out."""

from __future__ import annotations

from pathlib import Path

import pytest

from matchmaker.documents.typesetting import NotPrintedError, clean, render


def test_missing_fonts_are_named_with_their_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("matchmaker.documents.typesetting.FONTS", tmp_path)
    with pytest.raises(NotPrintedError) as failed:
        render("conference", {})
    assert (failed.value.code, failed.value.facts) == ("fonts_missing", {"folder": str(tmp_path)})


def test_data_that_the_template_cannot_use_fail_without_a_pdf() -> None:
    with pytest.raises(NotPrintedError) as failed:
        render("conference", {"lang": "vi"})
    assert failed.value.code == "not_typeset"


def test_work_that_takes_too_long_is_stopped() -> None:
    row = {"slot": "1", "time": "", "parties": []}
    sheet = {"table": "1", "host": None, "count": 0, "groups": [{"label": "x", "rows": [row] * 200_000}]}
    data = {"lang": "vi", "words": {}, "parts": [{"part": "tables", "sheets": [sheet]}]}
    with pytest.raises(NotPrintedError) as failed:
        render("conference", data, seconds=0.2)
    assert failed.value.code == "too_slow"


def test_text_is_composed_and_control_characters_are_dropped() -> None:
    assert clean({"a": ["e\u0302\u0301\x00", "x\ny\u202e", 1, None]}) == {"a": ["ế", "x y", 1, None]}
