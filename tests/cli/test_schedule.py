"""``matchmaker schedule``: what it writes, what it says, and the status it ends with."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from matchmaker.cli import main, schedule
from tests.scheduling.cases import conference
from tests.scheduling.checker import counts, violations


def run(*arguments: str, given: Any = None) -> Result:
    text = given if isinstance(given, str) else json.dumps(given)
    return CliRunner().invoke(main, ["schedule", *arguments], input=text)


def test_a_conference_on_standard_input_comes_out_as_a_timetable() -> None:
    answer = run("-", given=conference())
    schedule = json.loads(answer.stdout)
    assert answer.exit_code == 0
    assert violations(conference(), schedule["meetings"]) == []
    assert {k: schedule["claims"][k] for k in counts(conference(), [])} == counts(
        conference(), schedule["meetings"]
    )
    assert (schedule["status"], schedule["gap"], schedule["unmet"]) == ("optimal", 0, [])


def test_the_timetable_is_written_where_asked(tmp_path: Path) -> None:
    answer = run("-", "--out", str(tmp_path / "s.json"), given=conference())
    assert answer.stdout == ""
    assert len(json.loads((tmp_path / "s.json").read_text())["meetings"]) == 6


def test_what_was_held_before_now_stays(tmp_path: Path) -> None:
    first = json.loads(run("-", given=conference()).stdout)
    (tmp_path / "s.json").write_text(json.dumps({**first, "now": 3}))
    changed = conference()
    changed["participants"][0]["available"] = [1, 2]
    second = json.loads(run("-", "--previous", str(tmp_path / "s.json"), given=changed).stdout)
    assert [m for m in second["meetings"] if m["slot"] < 3] == [m for m in first["meetings"] if m["slot"] < 3]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (conference(slots=[]), ("slots trống", "slots is empty")),
        ("{", ("Không đọc được JSON", "not JSON")),
        ('{"format": "meetplan/1", "format": "meetplan/1"}', ("lặp lại", "given twice")),
        ("[]", ("đối tượng", "object")),
        (conference(forbidden_pairs=[["P1", "X"]]), ("“X”", "not among the participants")),
    ],
)
def test_an_ill_formed_conference_ends_with_2_and_is_named_in_both_languages(
    given: Any, words: tuple[str, str]
) -> None:
    answer = run("-", given=given)
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert all(word in answer.stderr for word in words)


def test_a_file_that_is_not_there_ends_with_2() -> None:
    assert run("/nowhere/at/all.json").exit_code == 2


def test_impossible_musts_with_gaps_as_objective_end_with_1_and_no_meetings() -> None:
    record = conference(rules={"objective": "gaps"})
    for pair in record["pairs"]:
        pair["required"] = True
    record["participants"][3]["available"] = [1, 2]
    answer = run("-", given=record)
    schedule = json.loads(answer.stdout)
    assert answer.exit_code == 1
    assert (schedule["status"], schedule["meetings"]) == ("infeasible", [])
    assert {u["code"] for u in schedule["unmet"]} == {"more_musts_than_slots"}


def test_what_a_new_process_waited_before_it_began_to_plan_counts() -> None:
    ask = "import time; time.sleep(0.7); from matchmaker.cli.schedule import _starting; print(_starting())"
    told = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert 0.7 <= float(told.stdout) < 15


def test_the_other_work_of_a_process_that_lives_on_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schedule, "STARTING", 0.0)
    assert schedule._starting() == 0.0
