from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from matchmaker.cli.route import command
from matchmaker.wording.routes import told

FIELDS = [
    "from",
    "to",
    "km",
    "hours",
    "legs",
    "cost_vnd_per_kg",
    "co2_kg_per_tonne",
    "confidence",
    "fallback",
]


def run(*arguments: str) -> list[dict[str, object]]:
    result = CliRunner().invoke(command, list(arguments), catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_one_pair_is_one_object_with_the_fields_of_the_format() -> None:
    (found,) = run("--from", "Mèo Vạc", "--to", "Tiên Du", "--json")
    assert list(found)[: len(FIELDS)] == FIELDS
    assert found["from"] == "Mèo Vạc"
    assert found["hours"]["low"] < found["hours"]["high"]  # type: ignore[index]
    assert set(found["legs"][0]) >= {"mode", "from", "to", "km", "hours", "road"}  # type: ignore[index]
    assert sum(leg["km"] for leg in found["legs"]) == pytest.approx(found["km"], abs=0.5)  # type: ignore[attr-defined]
    assert found["fallback"] is False


def test_pairs_come_out_one_line_a_row_in_order(tmp_path: Path) -> None:
    rows = [("Hà Nội", "Sơn La"), ("Tân Thành", "Hà Nội"), ("Nowhere Xyzzy", "Hà Nội"), ("Huế", "Đà Nẵng")]
    file = tmp_path / "pairs.csv"
    file.write_text(
        "note,from_name,to_name\n" + "".join(f"x,{a},{b}\n" for a, b in rows), encoding="utf-8-sig"
    )
    found = run("--pairs", str(file))
    assert [(r["from"], r["to"]) for r in found] == rows
    assert [r["km"] is None for r in found] == [False, True, True, False]


def test_an_ambiguous_name_gives_no_km_but_candidates() -> None:
    (found,) = run("--from", "Tân Thành", "--to", "Hà Nội")
    assert found["km"] is None
    assert found["error"] == "same_name"
    assert len(found["candidates"]["from"]) > 1  # type: ignore[index]


def test_an_unknown_name_gives_no_km_but_an_error() -> None:
    (found,) = run("--from", "Hà Nội", "--to", "Xyzzy Plugh")
    assert (found["km"], found["error"]) == (None, "unknown_place")


def test_a_bare_name_shared_with_a_province_is_the_town_and_a_province_is_no_endpoint() -> None:
    (town,) = run("--from", "Lào Cai", "--to", "Bắc Hà")
    assert town["level"] == {"from": "town", "to": "town"}
    (province,) = run("--from", "tỉnh Lào Cai", "--to", "Bắc Hà")
    assert (province["km"], province["error"]) == (None, "province_only")


def test_an_island_is_reached_by_a_boat_that_carries_freight() -> None:
    (found,) = run("--from", "Hà Nội", "--to", "Lý Sơn")
    assert [leg["mode"] for leg in found["legs"] if leg["mode"] != "road"] == ["cargo_boat"]  # type: ignore[attr-defined]


def test_an_island_without_a_boat_says_so() -> None:
    (found,) = run("--from", "Hà Nội", "--to", "đặc khu Trường Sa")
    assert (found["km"], found["error"]) == (None, "no_freight_way")


def test_the_same_question_has_the_same_bytes() -> None:
    asked = ["--from", "Mù Cang Chải", "--to", "TP.HCM", "--date", "2026-12-01"]
    first, second = (CliRunner().invoke(command, asked).stdout for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--from", "Hà Nội"],
        ["--from", "a", "--to", "b", "--date", "2026-02-30"],
        ["--pairs", "absent.csv"],
    ],
)
def test_a_wrong_call_is_refused_without_a_traceback(arguments: list[str]) -> None:
    result = CliRunner().invoke(command, arguments)
    assert result.exit_code == 2
    assert "Traceback" not in result.output


@pytest.mark.parametrize("content", [b"a,b\n1,2\n", b"", b"from_name,to_name\n\xff\xfe\xfa,x\n"])
def test_a_file_that_is_no_list_of_pairs_is_refused_without_a_traceback(
    tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "pairs.csv"
    file.write_bytes(content)
    result = CliRunner().invoke(command, ["--pairs", str(file)])
    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_a_route_is_told_in_words_on_a_terminal() -> None:
    (found,) = run("--from", "Sa Pa", "--to", "Hà Nội")
    assert "Sa Pa → Hà Nội" in told(found)
    assert "chưa hiệu chỉnh" in told(found)
    (unknown,) = run("--from", "Tân Thành", "--to", "Hà Nội")
    assert "trùng tên" in told(unknown)


def test_an_island_is_told_from_its_namesake_by_the_province_of_the_other_end() -> None:
    (asked,) = run("--from", "Hà Nội", "--to", "Cô Tô")
    assert (asked["km"], asked["error"], len(asked["candidates"]["to"])) == (None, "same_name", 2)
    (told,) = run("--from", "Cô Tô", "--to", "Hạ Long")
    assert told["resolved"]["from"] == "Cô Tô, Quảng Ninh"
    assert told["doubt"]["from"] == "same_name"
