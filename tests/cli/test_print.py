"""``matchmaker print``: PDF files of a timetable."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from matchmaker.cli import main
from matchmaker.cli.print import WHICH
from matchmaker.documents.conference import PRINTS
from matchmaker.scheduling import Conference, plan
from tests.scheduling.cases import conference


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str, str]:
    """The schedule, the conference and the folder to print into."""
    schedule = plan(Conference.from_record(conference()), 5).as_record()
    (tmp_path / "s.json").write_text(json.dumps(schedule))
    (tmp_path / "c.json").write_text(json.dumps(conference()))
    return str(tmp_path / "s.json"), str(tmp_path / "c.json"), str(tmp_path / "out")


def run(files: tuple[str, str, str], *more: str) -> Result:
    schedule, conf, out = files
    return CliRunner().invoke(main, ["print", schedule, "--conference", conf, "--out", out, *more])


def test_without_choice_each_part_is_a_file(files: tuple[str, str, str]) -> None:
    assert run(files).exit_code == 0
    assert sorted(p.name for p in Path(files[2]).iterdir()) == [
        "grid.pdf",
        "participants.pdf",
        "slips.pdf",
        "tables.pdf",
    ]


def test_one_part_alone_is_printed_and_its_path_said(files: tuple[str, str, str]) -> None:
    answer = run(files, "--only", "pack")
    assert answer.stdout == f"{Path(files[2]) / 'pack.pdf'}\n"
    assert (Path(files[2]) / "pack.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("which", ["cards", "signs", "plan"])
def test_cards_signs_and_the_plan_need_no_database(files: tuple[str, str, str], which: str) -> None:
    assert run(files, "--only", which).exit_code == 0
    assert (Path(files[2]) / f"{which}.pdf").read_bytes().startswith(b"%PDF")


def test_the_choices_are_the_prints_that_a_conference_alone_gives() -> None:
    assert set(WHICH) == set(PRINTS)


def test_a_timetable_of_another_conference_is_refused(files: tuple[str, str, str]) -> None:
    meetings: list[dict[str, Any]] = [{"a": "X", "b": "B1", "slot": 77, "table": "T1"}]
    Path(files[0]).write_text(json.dumps({"meetings": meetings}))
    answer = run(files)
    assert answer.exit_code == 2
    assert "77" in answer.stderr
    assert not Path(files[2]).exists()


def test_missing_fonts_are_said_in_both_languages(
    files: tuple[str, str, str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("matchmaker.documents.typesetting.FONTS", tmp_path / "none")
    answer = run(files)
    assert answer.exit_code == 1
    assert "Thiếu phông chữ" in answer.stderr
    assert "fonts for printing are missing" in answer.stderr
