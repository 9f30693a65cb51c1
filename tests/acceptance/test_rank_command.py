"""The `rank` command as a script outside sees it: files in, JSON Lines out, nothing else needed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import seeds

TODAY = "2026-11-21"
GOOD_OFFER = {
    "id": "o-good",
    "producer": "HTX Séng Cù (mẫu)",
    "product": "Gạo Séng Cù",
    "quantity": 40,
    "unit": "tấn",
    "per": "month",
    "months": [10, 11, 12, 1, 2],
    "price_min": 30000,
    "price_max": 34000,
    "price_unit": "kg",
    "price_basis": "farm_gate",
    "certificates": ["ATTP@2029-01-01", "OCOP4"],
    "invoice": "HDDT",
    "place": {"commune": "Mường Khương", "province": "Lào Cai"},
}
GOOD_DEMAND = {
    "id": "d-good",
    "product": "Gạo Séng Cù",
    "quantity": 20,
    "unit": "tấn",
    "per": "month",
    "months": [12, 1],
    "price_max": 45000,
    "price_unit": "kg",
    "price_basis": "delivered",
    "required_certificates": ["ATTP"],
    "invoice_required": True,
    "place": "Long Biên, Hà Nội",
}


def lines(*records: Any) -> bytes:
    """JSON Lines bytes of the records; bytes and strings go in as they are."""
    out = []
    for record in records:
        raw = record if isinstance(record, str | bytes) else json.dumps(record, ensure_ascii=False)
        out.append(raw if isinstance(raw, bytes) else raw.encode())
    return b"\n".join(out) + b"\n"


def rank(offers: Path, demands: Path, *options: str) -> subprocess.CompletedProcess[bytes]:
    """Run `matchmaker rank` as a process of its own."""
    command = [sys.executable, "-m", "matchmaker.cli", "rank", "--offers", str(offers)]
    command += ["--demands", str(demands), "--today", TODAY, *options]
    return subprocess.run(command, capture_output=True, timeout=300, check=False)


@pytest.fixture
def demands(tmp_path: Path) -> Path:
    path = tmp_path / "demands.jsonl"
    path.write_bytes(lines(GOOD_DEMAND))
    return path


@pytest.fixture
def offers(tmp_path: Path) -> Path:
    path = tmp_path / "offers.jsonl"
    path.write_bytes(lines(GOOD_OFFER))
    return path


def micro(number: float) -> int:
    """The number as whole millionths; fails where it is not a multiple of 1e-6."""
    whole = round(number * 1_000_000)
    assert abs(number * 1_000_000 - whole) < 1e-6
    return whole


def test_every_demo_demand_is_ranked_and_every_explanation_adds_up() -> None:
    done = rank(seeds.demo("offers.jsonl"), seeds.demo("demands.jsonl"), "--all")
    assert done.returncode == 0, done.stderr.decode()
    matches = [json.loads(line) for line in done.stdout.splitlines()]
    demand_ids = {json.loads(line)["id"] for line in seeds.demo("demands.jsonl").read_text().splitlines()}
    offer_ids = {json.loads(line)["id"] for line in seeds.demo("offers.jsonl").read_text().splitlines()}
    assert {match["demand"] for match in matches} == demand_ids
    assert len(matches) == len(demand_ids) * len(offer_ids)
    for match in matches:
        effects = sum(micro(reason["effect"]) for reason in match["reasons"])
        assert micro(match["score"]) == micro(match["base"]) + effects
        assert match["eligible"] == (match["vetoes"] == []) == (match["rank"] is not None)
        assert all(0 <= component <= 1 for component in match["components"].values())


def test_ranks_of_a_demand_count_from_one_in_order_of_score() -> None:
    done = rank(seeds.demo("offers.jsonl"), seeds.demo("demands.jsonl"))
    by_demand: dict[str, list[dict[str, Any]]] = {}
    for line in done.stdout.splitlines():
        match = json.loads(line)
        if match["eligible"]:
            by_demand.setdefault(match["demand"], []).append(match)
    assert by_demand
    for matches in by_demand.values():
        assert [match["rank"] for match in matches] == list(range(1, len(matches) + 1))
        scores = [match["score"] for match in matches]
        assert scores == sorted(scores, reverse=True)


def test_the_same_inputs_give_the_same_bytes() -> None:
    first = rank(seeds.demo("offers.jsonl"), seeds.demo("demands.jsonl"), "--top", "5")
    second = rank(seeds.demo("offers.jsonl"), seeds.demo("demands.jsonl"), "--top", "5")
    assert first.stdout == second.stdout != b""


def test_the_order_of_the_offers_file_does_not_matter(tmp_path: Path) -> None:
    turned = tmp_path / "turned.jsonl"
    turned.write_text("\n".join(reversed(seeds.demo("offers.jsonl").read_text().splitlines())) + "\n")
    straight = rank(seeds.demo("offers.jsonl"), seeds.demo("demands.jsonl"), "--top", "3")
    assert rank(turned, seeds.demo("demands.jsonl"), "--top", "3").stdout == straight.stdout


def bad(**changes: Any) -> dict[str, Any]:
    return {**GOOD_OFFER, "id": "o-bad", **changes}


BAD_OFFERS: dict[str, tuple[Any, str | None]] = {
    "unknown unit": (bad(unit="thùng phuy to"), "unit"),
    "impossible month": (bad(months=[13]), "months"),
    "negative price": (bad(price_min=-5), "price_min"),
    "negative quantity": (bad(quantity=-1), "quantity"),
    "unknown enum": (bad(price_basis="somewhere"), "price_basis"),
    "unknown invoice": (bad(invoice="PHIEU"), "invoice"),
    "NaN": (json.dumps(bad()).replace('"quantity": 40', '"quantity": NaN'), "quantity"),
    "infinity": (json.dumps(bad()).replace('"quantity": 40', '"quantity": 1e999'), "quantity"),
    "missing product": ({"id": "o-bad"}, "product"),
    "missing id": ({"product": "chè"}, "id"),
    "duplicate id": (GOOD_OFFER, "id"),
    "impossible date": (bad(deliver_from="2027-02-30"), "deliver_from"),
    "not JSON": (b'{"id": "o-bad", ', None),
    "not an object": ("[1, 2]", None),
    "wrong encoding": (json.dumps(bad(), ensure_ascii=False).encode("windows-1258", "replace"), None),
    "line of 10 MB": (bad(description="x" * 10_000_000), None),
    "quantity as words": (bad(quantity="nhiều"), "quantity"),
    "nested quantity": (bad(quantity={"a": [1]}), "quantity"),
}


@pytest.fixture(scope="module")
def bad_run(tmp_path_factory: pytest.TempPathFactory) -> subprocess.CompletedProcess[bytes]:
    """One run over a good offer and, from line 2 on, every bad one."""
    folder = tmp_path_factory.mktemp("bad")
    (folder / "offers.jsonl").write_bytes(lines(GOOD_OFFER, *(raw for raw, _ in BAD_OFFERS.values())))
    (folder / "demands.jsonl").write_bytes(lines(GOOD_DEMAND))
    return rank(folder / "offers.jsonl", folder / "demands.jsonl")


@pytest.mark.parametrize("name", BAD_OFFERS)
def test_a_bad_record_is_named_with_line_and_field(
    name: str, bad_run: subprocess.CompletedProcess[bytes]
) -> None:
    line = list(BAD_OFFERS).index(name) + 2
    errors = [json.loads(text) for text in bad_run.stderr.splitlines()]
    mine = [error for error in errors if error["line"] == line]
    assert mine
    assert all(error["message"]["vi"] and error["message"]["en"] and error["code"] for error in mine)
    field = BAD_OFFERS[name][1]
    assert field is None or any(str(error["field"]).split(".")[0] == field for error in mine), mine


def test_bad_records_stop_no_other_and_show_no_traceback(bad_run: subprocess.CompletedProcess[bytes]) -> None:
    assert bad_run.returncode == 1
    assert b"Traceback" not in bad_run.stderr
    assert [json.loads(line)["offer"] for line in bad_run.stdout.splitlines()] == ["o-good"]


def test_a_file_in_a_foreign_encoding_is_refused_with_a_message(tmp_path: Path, demands: Path) -> None:
    path = tmp_path / "offers.jsonl"
    path.write_bytes(json.dumps(GOOD_OFFER, ensure_ascii=False).encode("utf-16"))
    done = rank(path, demands)
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert json.loads(done.stderr.splitlines()[0])["message"]["vi"]


def test_an_unknown_place_is_a_doubt_and_not_a_wrong_distance(tmp_path: Path, demands: Path) -> None:
    path = tmp_path / "offers.jsonl"
    path.write_bytes(lines({**GOOD_OFFER, "place": "Xứ Sở Không Tên"}))
    done = rank(path, demands)
    match = json.loads(done.stdout.splitlines()[0])
    assert "cannot_reach" not in match["vetoes"]
    logistics = next(r for r in match["reasons"] if r["criterion"] == "logistics")
    assert "km" not in logistics["facts"] or logistics["facts"]["km"] is None


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf"])
def test_an_empty_file_of_offers_gives_no_match_and_a_clear_message(
    content: bytes, tmp_path: Path, demands: Path
) -> None:
    path = tmp_path / "offers.jsonl"
    path.write_bytes(content)
    done = rank(path, demands)
    assert done.stdout == b""
    assert b"Traceback" not in done.stderr
    assert done.returncode == 1
    assert json.loads(done.stderr.splitlines()[0])["message"]["vi"]


def test_a_file_that_is_not_there_is_named(tmp_path: Path, demands: Path) -> None:
    done = rank(tmp_path / "absent.jsonl", demands)
    assert done.returncode != 0
    assert b"absent.jsonl" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_paper_lapsing_before_the_delivery_is_a_veto(tmp_path: Path, demands: Path) -> None:
    path = tmp_path / "offers.jsonl"
    path.write_bytes(lines({**GOOD_OFFER, "certificates": ["ATTP@2026-11-30"]}))
    match = json.loads(rank(path, demands).stdout.splitlines()[0])
    assert match["vetoes"] == ["cert_expired"]
    assert match["rank"] is None


def test_another_product_is_shown_only_when_all_pairs_are_asked_for(tmp_path: Path, demands: Path) -> None:
    path = tmp_path / "offers.jsonl"
    path.write_bytes(lines({**GOOD_OFFER, "product": "Hạt tiêu đen"}))
    assert rank(path, demands).stdout == b""
    match = json.loads(rank(path, demands, "--all").stdout.splitlines()[0])
    assert "wrong_product" in match["vetoes"]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_other_formats_come_out_whole(kind: str, offers: Path, demands: Path) -> None:
    done = rank(offers, demands, "--format", kind)
    assert done.returncode == 0
    assert done.stdout.startswith(b"PK" if kind == "xlsx" else b"demand,")


def test_iced_animals_are_another_form_where_only_live_ones_are_asked_for(tmp_path: Path) -> None:
    path, wanted = tmp_path / "offers.jsonl", tmp_path / "demands.jsonl"
    iced = {"id": "iced", "product": "Cá tầm ướp đá", "storage": "chilled"}
    path.write_bytes(lines(iced, {"id": "live", "product": "Cá tầm", "storage": "live"}))
    either = {"id": "either", "product": "Cá tầm", "spec": "sống hoặc ướp đá"}
    wanted.write_bytes(lines({"id": "alive", "product": "Cá tầm sống"}, either))
    done = rank(path, wanted)
    found = {
        (row["demand"], row["offer"]): row["vetoes"] for row in map(json.loads, done.stdout.splitlines())
    }
    assert found["alive", "iced"] == ["wrong_form"]
    assert not any(found["alive", "live"] + found["either", "iced"] + found["either", "live"])
