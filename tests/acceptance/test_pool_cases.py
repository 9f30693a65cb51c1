"""Pools judged by an expert from the trade's own rules, against what ``pool`` makes of the same records.

A line of cases/pools/expert.jsonl is a demand, its offers, and what an expert accepts: members that must and
must not be there, how many, how much is filled, who may lead, months in which a member has nothing to give,
and what must be refused. Run as a program, this prints where the two differ:
``python tests/acceptance/test_pool_cases.py [file.jsonl or case id …]``.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from matchmaker.cli.pool import command

CASES = Path(__file__).with_name("cases") / "pools" / "expert.jsonl"
ACCEPTED = 28  # of thirty, at least
NEAR = 0.005  # of a fill


def read(path: Path) -> list[dict[str, Any]]:
    """The cases of one file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def pool_of(case: Mapping[str, Any], folder: Path) -> tuple[dict[str, Any], list[str]]:
    """What the command makes of a case on its day, and what it complains of."""
    offers, demand = folder / "offers.jsonl", folder / "demand.jsonl"
    offers.write_text("".join(json.dumps(each) + "\n" for each in case["offers"]), "utf-8")
    demand.write_text(json.dumps(case["demand"]) + "\n", "utf-8")
    asked = ["--offers", str(offers), "--demand", str(demand), "--today", case["today"]]
    result = CliRunner().invoke(command, asked)
    assert isinstance(result.exception, SystemExit | None), f"{case['id']}: {result.exception!r}"
    (line,) = result.stdout.splitlines()
    return json.loads(line), result.stderr.splitlines()


def objections(case: Mapping[str, Any], pool: Mapping[str, Any]) -> Iterator[str]:
    """What an expert would not accept of a pool."""
    accept, members = case["accept"], {each["offer"]: each for each in pool["members"]}
    yield from (f"lacks {name}" for name in accept["must_have"] if name not in members)
    yield from (f"has {name}" for name in accept["must_not"] if name in members)
    low, high = accept["members_between"]
    if not low <= len(members) <= high:
        yield f"{len(members)} members, not {low} to {high}"
    low, high = accept["fill_between"]
    if not low - NEAR <= pool["fill"] <= high + NEAR:
        yield f"fills {pool['fill']:.3f}, not {low} to {high}"
    if accept.get("lead_in") is not None and pool["lead"] not in accept["lead_in"]:
        yield f"led by {pool['lead']}, not one of {accept['lead_in']}"
    if members and accept.get("unit") and any(each["unit"] != accept["unit"] for each in members.values()):
        yield f"amounts in {next(iter(members.values()))['unit']}, not {accept['unit']}"
    for name, months in (accept.get("zero_months") or {}).items():
        given = members.get(name, {}).get("amount_per_month", {})
        yield from (f"{name} gives {given[str(m)]} in month {m}" for m in months if given.get(str(m)))
    refused = {each["code"] for each in pool["refusals"]}
    if accept["refusal"] == "no_member" and (members or not refused):
        yield "should have refused with a reason"
    if accept["refusal"] == "partial" and (pool["fill"] >= 1 or "filled_in_part" not in refused):
        yield "should have said that it is filled only in part"


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    folder = tmp_path_factory.mktemp("pools")
    return {case["id"]: list(objections(case, pool_of(case, folder)[0])) for case in read(CASES)}


def test_the_cases_are_sound_in_themselves() -> None:
    cases = read(CASES)
    assert len(cases) >= 30
    for case in cases:
        offers = {offer["id"] for offer in case["offers"]}
        accept = case["accept"]
        assert len(offers) == len(case["offers"]), case["id"]
        assert {*accept["must_have"], *accept["must_not"], *(accept.get("lead_in") or ())} <= offers, case[
            "id"
        ]
        assert not set(accept["must_have"]) & set(accept["must_not"]), case["id"]


def test_an_expert_accepts_the_pools(found: dict[str, list[str]]) -> None:
    rejected = {name: wrong for name, wrong in found.items() if wrong}
    print(rejected)
    assert len(found) - len(rejected) >= ACCEPTED


def main(asked: list[str]) -> None:
    """Prints what an expert would not accept, and how many pools he does."""
    paths = [Path(name) for name in asked if name.endswith(".jsonl")] or [CASES]
    ids = {name for name in asked if not name.endswith(".jsonl")}
    cases = [case for path in paths for case in read(path) if not ids or case["id"] in ids]
    accepted = 0
    with tempfile.TemporaryDirectory() as folder:
        for case in cases:
            pool, problems = pool_of(case, Path(folder))
            wrong = list(objections(case, pool))
            accepted += not wrong
            if wrong or problems or ids:
                print(f"{case['id']} {case['demand']['product']} ({case['today']}): {case['why']}")
                print("   ", "; ".join(wrong) or "accepted", "|", sorted(e["offer"] for e in pool["members"]))
                print("   ", case["accept"], *problems, sep="\n    ")
    print(f"accepted {accepted} of {len(cases)}")


if __name__ == "__main__":
    main(sys.argv[1:])
