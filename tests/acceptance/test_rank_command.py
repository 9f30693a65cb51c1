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


BAD_OFFERS = {
    "unknown unit": (lines(bad(unit="thùng phuy to")), "unit"),
    "impossible month": (lines(bad(months=[13])), "months"),
    "negative price": (lines(bad(price_min=-5)), "price_min"),
    "negative quantity": (lines(bad(quantity=-1)), "quantity"),
    "unknown enum": (lines(bad(price_basis="somewhere")), "price_basis"),
    "unknown invoice": (lines(bad(invoice="PHIEU")), "invoice"),
    "NaN": (lines(json.dumps(bad()).replace('"quantity": 40', '"quantity": NaN')), "quantity"),
    "infinity": (lines(json.dumps(bad()).replace('"quantity": 40', '"quantity": 1e999')), "quantity"),
    "missing product": (lines({"id": "o-bad"}), "product"),
    "missing id": (lines({"product": "chè"}), "id"),
    "duplicate id": (lines(GOOD_OFFER), "id"),
    "impossible date": (lines(bad(deliver_from="2027-02-30")), "deliver_from"),
    "not JSON": (b'{"id": "o-bad", \n', None),
    "not an object": (lines("[1, 2]"), None),
    "wrong encoding": (json.dumps(bad(), ensure_ascii=False).encode("utf-16") + b"\n", None),
    "line of 10 MB": (lines(bad(description="x" * 10_000_000)), None),
    "quantity as words": (lines(bad(quantity="nhiều")), "quantity"),
    "nested quantity": (lines(bad(quantity={"a": [1]})), "quantity"),
}


@pytest.mark.parametrize("name", BAD_OFFERS)
def test_a_bad_record_is_named_with_line_and_field_and_stops_no_other(
    name: str, tmp_path: Path, demands: Path
) -> None:
    raw, field = BAD_OFFERS[name]
    path = tmp_path / "offers.jsonl"
    path.write_bytes(lines(GOOD_OFFER) + raw)
    done = rank(path, demands)
    assert done.returncode == 1
    errors = [json.loads(line) for line in done.stderr.splitlines()]
    assert errors, name
    assert all(error["message"]["vi"] and error["message"]["en"] and error["code"] for error in errors)
    assert min(error["line"] for error in errors) == 2
    if field:
        assert any(str(error["field"]).split(".")[0] == field for error in errors), errors
    assert b"Traceback" not in done.stderr
    assert [json.loads(line)["offer"] for line in done.stdout.splitlines()] == ["o-good"]


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
