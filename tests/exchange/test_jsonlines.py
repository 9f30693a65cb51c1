from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from matchmaker.exchange.jsonlines import LONGEST_LINE, Problem, opened, raw_records, record_of, records


def read(raw: bytes) -> list[tuple[int, object]]:
    return [
        (number, found.code if isinstance(found, Problem) else found)
        for number, found in records(io.BytesIO(raw))
    ]


def test_records_come_with_their_line() -> None:
    assert read(b'{"id": "a"}\n\n{"id": "b"}') == [(1, {"id": "a"}), (3, {"id": "b"})]


def test_a_byte_order_mark_and_windows_ends_are_taken() -> None:
    assert read(b'\xef\xbb\xbf{"id": "a"}\r\n') == [(1, {"id": "a"})]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b"{not json", "not_json"),
        (b"[1]", "not_an_object"),
        (b'"text"', "not_an_object"),
        ('{"id": "mận"}'.encode("utf-16"), "not_utf8"),
        (b'{"id": "a", "quantity": NaN}', "not_finite"),
        (b'{"id": "a", "quantity": 1e999}', "not_finite"),
        (b"[" * 100_000, "not_json"),
        (b'{"id": "' + b"x" * LONGEST_LINE + b'"}', "line_too_long"),
    ],
)
def test_a_bad_line_is_named_and_the_next_is_read(line: bytes, code: str) -> None:
    found = read(line.replace(b"\n", b"") + b'\n{"id": "b"}\n')
    assert found == [(1, code), (2, {"id": "b"})]


def test_a_number_that_is_none_names_its_field() -> None:
    [(_, problem)] = records(io.BytesIO(b'{"id": "a", "quantity": Infinity}'))
    assert isinstance(problem, Problem)
    assert problem.field == "quantity"


@pytest.mark.parametrize("raw", [b"", b"\n  \n"])
def test_a_file_without_records_is_named(raw: bytes) -> None:
    assert read(raw) == [(1, "empty_file")]


def test_an_error_record_speaks_both_languages_and_cuts_long_values() -> None:
    record = Problem(7, "id", "x" * 1000, "duplicate_id", {"id": "x"}).as_record("offers.jsonl")
    assert record["line"] == 7
    assert record["field"] == "id"
    assert record["file"] == "offers.jsonl"
    assert record["message"]["vi"] != record["message"]["en"]
    assert len(record["value"]) == 200
    assert json.loads(json.dumps(record)) == record


def test_a_file_is_opened_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "with a space.jsonl"
    path.write_bytes(b"{}\n")
    with opened(str(path)) as stream:
        assert [found for _, found in records(stream)] == [{}]
    with pytest.raises(OSError, match="absent"), opened(str(tmp_path / "absent")):
        pass


def test_lines_can_be_left_to_be_read_elsewhere() -> None:
    written = b'\xef\xbb\xbf{"id": "a"}\n\n[1]\n'
    raw = list(raw_records(io.BytesIO(written)))
    assert raw == [(1, b'\xef\xbb\xbf{"id": "a"}\n'), (3, b"[1]\n")]
    assert [(number, record_of(number, line)) for number, line in raw if isinstance(line, bytes)] == list(
        records(io.BytesIO(written))
    )
