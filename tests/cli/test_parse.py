from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from matchmaker.cli.parse import command

FIELDS = [
    "quantity_min",
    "quantity_max",
    "unit",
    "kg_min",
    "kg_max",
    "per",
    "months",
    "price_min",
    "price_max",
    "price_unit",
    "vnd_kg_min",
    "vnd_kg_max",
    "currency",
    "negotiable",
    "place",
]


def run(data: bytes | str, *options: str) -> Result:
    return CliRunner().invoke(command, [*options, "--today", "2026-11-21"], input=data)


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_a_plain_line_gives_one_object_with_every_field() -> None:
    result = run("3 ta/tuan, 20k/kg\n")
    (said,) = lines(result.stdout)
    assert result.exit_code == 0
    assert list(said) == FIELDS
    assert (said["kg_min"], said["per"], said["vnd_kg_min"]) == (300, "week", 20_000)


def test_json_lines_keep_their_id() -> None:
    (said,) = lines(run('{"id": "a", "text": "T5-T6"}').stdout)
    assert (said["id"], said["months"]) == ("a", [5, 6])


def test_a_file_is_read_by_its_name(tmp_path: Path) -> None:
    file = tmp_path / "tin nhắn.txt"
    file.write_text("\ufeff2 tấn\n\n5 tạ\n", encoding="utf-8")
    result = CliRunner().invoke(command, [str(file)])
    assert [said["kg_min"] for said in lines(result.stdout)] == [2000, None, 500]


@pytest.mark.parametrize("data", ["\n2 ta\n", " \t\r\n2 ta", "\ufeff\n2 ta\n"])
def test_an_empty_line_has_an_object_of_nothing(data: str) -> None:
    result = run(data)
    empty, said = lines(result.stdout)
    assert result.exit_code == 0
    assert (list(empty), said["kg_min"]) == (FIELDS, 200)
    assert {value for name, value in empty.items() if name != "negotiable"} == {None}


@pytest.mark.parametrize(
    ("line", "code", "field"),
    [
        (b"\xff\xfe", "not_utf8", None),
        (b'{"tex": 1}', "required", "text"),
        (b'{"text": 5}', "not_text", "text"),
        (b"{broken", "not_json", None),
        (b'{"text": "a", "n": NaN}', "not_finite", "n"),
        (b"x" * 1_000_001, "line_too_long", None),
    ],
)
def test_a_bad_line_is_named_in_both_languages_and_stops_no_other(
    line: bytes, code: str, field: str | None
) -> None:
    result = run(b"2 ta\n" + line + b"\n3 ta\n")
    (problem,) = lines(result.stderr)
    assert result.exit_code == 1
    assert [said["kg_min"] for said in lines(result.stdout)] == [200, 300]
    assert (problem["line"], problem["code"], problem["field"]) == (2, code, field)
    assert problem["message"]["vi"] != problem["message"]["en"]


def test_an_empty_file_is_named() -> None:
    result = run(b"")
    assert result.exit_code == 1
    assert lines(result.stderr)[0]["code"] == "empty_file"


def test_a_file_that_is_not_there_is_no_traceback() -> None:
    result = CliRunner().invoke(command, ["/nowhere/messages.txt"])
    assert result.exit_code == 1
    assert "Traceback" not in result.output


def test_evidence_shows_words_and_doubts() -> None:
    (said,) = lines(run("cam 1,500 kg", "--evidence").stdout)
    assert said["evidence"]["quantity"]["words"] == "1,500 kg"
    assert said["doubts"][0]["code"] == "number_format"


def test_half_a_surrogate_pair_is_printed_as_a_question_mark() -> None:
    result = run('{"id": "\\ud800", "text": "2 ta"}')
    assert result.exit_code == 0
    assert lines(result.stdout)[0]["id"] == "?"


def test_the_same_lines_give_the_same_bytes() -> None:
    data = "Mận 5 tấn, Bắc Hà, Lào Cai\ngiáp Tết\n"
    assert run(data, "--evidence").stdout_bytes == run(data, "--evidence").stdout_bytes
