from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from matchmaker.cli.similar import command

OFFERS = [
    {"id": "o1", "product": "Mật bạc hà Đồng Văn", "description": "hũ 500g", "unknown": 1},
    {"id": "o2", "name": "Cám gạo"},
    {"id": "o3", "product": "Cam sành Hàm Yên"},
]


def written(path: Path, records: list[Any]) -> str:
    lines = [r if isinstance(r, str) else json.dumps(r, ensure_ascii=False) for r in records]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


def run(tmp_path: Path, offers: list[Any], demands: list[Any], *options: str) -> Result:
    files = [
        "--offers",
        written(tmp_path / "o.jsonl", offers),
        "--demands",
        written(tmp_path / "d.jsonl", demands),
    ]
    return CliRunner().invoke(command, [*files, *options])


def test_each_demand_gets_its_nearest_offers_first(tmp_path: Path) -> None:
    done = run(
        tmp_path, OFFERS, [{"id": "d1", "name": "Mật ong bạc hà"}, {"id": "d2", "product": "Cam sành"}]
    )
    assert done.exit_code == 0
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(f["demand"], f["offer"]) for f in found if f["score"] > 0.5] == [("d1", "o1"), ("d2", "o3")]
    assert len(found) == 6
    assert all(set(f) == {"demand", "offer", "score"} and 0 <= f["score"] <= 1 for f in found)


def test_top_limits_the_offers_of_a_demand(tmp_path: Path) -> None:
    done = run(tmp_path, OFFERS, [{"id": "d1", "product": "Cam"}], "--top", "1")
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.parametrize(
    ("bad", "field", "code"),
    [
        ({"product": "Cam"}, "id", "required"),
        ({"id": "o9"}, "product", "required"),
        ({"id": "o9", "product": ""}, "product", "required"),
        ({"id": 9, "product": "Cam"}, "id", "not_text"),
        ({"id": "o9", "product": ["Cam"]}, "product", "not_text"),
        ({"id": "o9", "product": "Cam", "description": 5}, "description", "not_text"),
        ({"id": "o1", "product": "Cam"}, "id", "duplicate_id"),
        ({"id": "o9", "product": "c" * 20_000}, "product", "too_long"),
        ("[1]", None, "not_an_object"),
        ("{", None, "not_json"),
    ],
)
def test_a_bad_offer_is_named_and_stops_no_other(
    tmp_path: Path, bad: Any, field: str | None, code: str
) -> None:
    done = run(tmp_path, [OFFERS[0], bad], [{"id": "d1", "product": "Mật ong bạc hà"}])
    assert done.exit_code == 1
    [error] = [json.loads(line) for line in done.stderr.splitlines()]
    assert (error["line"], error["field"], error["code"]) == (2, field, code)
    assert error["message"]["vi"]
    assert error["message"]["en"]
    assert [json.loads(line)["offer"] for line in done.stdout.splitlines()] == ["o1"]


def test_a_bad_demand_is_named_too(tmp_path: Path) -> None:
    done = run(tmp_path, OFFERS, [{"id": "d1"}])
    assert done.exit_code == 1
    assert done.stdout == ""
    assert json.loads(done.stderr)["field"] == "product"


def test_a_missing_file_is_named_without_a_traceback(tmp_path: Path) -> None:
    absent = str(tmp_path / "absent.jsonl")
    done = CliRunner().invoke(command, ["--offers", absent, "--demands", absent])
    assert done.exit_code == 1
    assert "absent.jsonl" in done.stderr
    assert "Traceback" not in done.stderr


def test_both_sides_cannot_come_from_standard_input() -> None:
    assert CliRunner().invoke(command, ["--offers", "-", "--demands", "-"]).exit_code == 2


def test_one_side_may_come_from_standard_input(tmp_path: Path) -> None:
    demands = written(tmp_path / "d.jsonl", [{"id": "d1", "product": "Cam sành"}])
    offers = json.dumps(OFFERS[2], ensure_ascii=False).encode()
    done = CliRunner().invoke(command, ["--offers", "-", "--demands", demands], input=offers)
    assert json.loads(done.stdout)["offer"] == "o3"


def test_the_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    demands = [{"id": "d1", "product": "Cam"}]
    assert run(tmp_path, OFFERS, demands).stdout == run(tmp_path, OFFERS[::-1], demands).stdout
