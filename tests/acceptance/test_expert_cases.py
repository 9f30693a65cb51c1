"""Whole matches judged by an expert from the trade's own rules, against what `rank` says of them.

A line of cases/*.jsonl is a demand, six to ten offers, the vetoes that an expert gives, the order of the rest
(in tiers, best first; one tier holds equals) and why. Run as a program, this prints where the two differ:
``python tests/acceptance/test_expert_cases.py [file.jsonl or case id …]``.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from matchmaker.cli.rank import command
from scoring.evaluation import misordered, precision_recall, tiered_pairs

CASES = Path(__file__).with_name("cases")
ORDER, RECALL, PRECISION = 0.95, 0.97, 0.97  # the least that an officer may rely on


@dataclass(frozen=True)
class Verdict:
    """One case beside what the program said of it: `matches` by offer id and `problems` with its records."""

    case: Mapping[str, Any]
    matches: Mapping[str, Mapping[str, Any]]
    problems: list[str]
    swapped: list[tuple[str, str]]
    pairs: int

    @property
    def right(self) -> set[tuple[str, str]]:
        """(offer, code) of each veto of the expert."""
        return {(offer, code) for offer, codes in self.case["vetoes"].items() for code in codes}

    @property
    def found(self) -> set[tuple[str, str]]:
        """(offer, code) of each veto of the program."""
        return {(offer, code) for offer, match in self.matches.items() for code in match["vetoes"]}

    @property
    def no_match_agrees(self) -> bool:
        """True where both find something eligible, or neither does."""
        return bool(self.case["order"]) == any(match["eligible"] for match in self.matches.values())


def read(path: Path) -> list[dict[str, Any]]:
    """The cases of one file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def judge(case: Mapping[str, Any], folder: Path) -> Verdict:
    """The case ranked by the command itself, every pair of it, on the day of the case."""
    offers, demands = folder / "offers.jsonl", folder / "demands.jsonl"
    offers.write_text("".join(json.dumps(each) + "\n" for each in case["offers"]), "utf-8")
    demands.write_text(json.dumps(case["demand"]) + "\n", "utf-8")
    asked = ["--offers", str(offers), "--demands", str(demands), "--all", "--today", case["today"]]
    result = CliRunner().invoke(command, asked)
    assert isinstance(result.exception, SystemExit | None), f"{case['id']}: {result.exception!r}"
    matches = {match["offer"]: match for match in map(json.loads, result.stdout.splitlines())}
    assert set(matches) == {offer["id"] for offer in case["offers"]}
    ranks = {offer: match["rank"] for offer, match in matches.items()}
    problems = [json.loads(line)["message"]["en"] for line in result.stderr.splitlines()]
    return Verdict(
        case, matches, problems, misordered(ranks, case["order"]), len(tiered_pairs(case["order"]))
    )


def differences(verdict: Verdict) -> Iterator[str]:
    """Lines for a reader: the case, each swapped pair with its components, each veto that one side lacks."""
    missed, wrong = verdict.right - verdict.found, verdict.found - verdict.right
    if not (verdict.swapped or missed or wrong or verdict.problems):
        return
    case = verdict.case
    yield f"{case['id']} {case['demand']['product']} ({case['today']}): {case['why']}"
    ranks = {offer: match["rank"] for offer, match in verdict.matches.items()}
    yield f"   expert {case['order']}   program {sorted(filter(ranks.get, ranks), key=ranks.__getitem__)}"
    yield from (f"   record: {problem}" for problem in verdict.problems)
    for better, worse in verdict.swapped:
        yield f"   order: {better} should stand above {worse}; {_apart(verdict, better, worse)}"
    for offer, code in sorted(missed):
        yield f"   missed: {offer} {code} (program: {verdict.matches[offer]['vetoes'] or 'eligible'})"
    for offer, code in sorted(wrong):
        yield f"   not the expert's: {offer} {code} (expert: {case['vetoes'].get(offer) or 'eligible'})"


def _apart(verdict: Verdict, better: str, worse: str) -> str:
    """Scores of two offers and the criteria in which they differ."""
    one, other = verdict.matches[better], verdict.matches[worse]
    parts = [
        f"{name} {value:.2f}/{other['components'][name]:.2f}"
        for name, value in one["components"].items()
        if value != other["components"][name]
    ]
    return f"score {one['score']:.4f}/{other['score']:.4f}, " + ", ".join(parts)


def figures(verdicts: Iterable[Verdict]) -> dict[str, float]:
    """Order, recall, precision and agreement on "no match"; each pair and each veto counts once."""
    seen = list(verdicts)
    found = {veto for verdict in seen for veto in verdict.found}
    right = {veto for verdict in seen for veto in verdict.right}
    precision, recall = precision_recall(found, right)
    pairs = sum(verdict.pairs for verdict in seen)
    swapped = sum(len(verdict.swapped) for verdict in seen)
    agreed = sum(verdict.no_match_agrees for verdict in seen)
    return {
        "cases": len(seen),
        "pairs": pairs,
        "vetoes": len(right),
        "order": 1 - swapped / pairs if pairs else 1.0,
        "recall": recall,
        "precision": precision,
        "no match": agreed / len(seen),
    }


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> list[Verdict]:
    folder = tmp_path_factory.mktemp("cases")
    found = [judge(case, folder) for path in sorted(CASES.glob("*.jsonl")) for case in read(path)]
    print(*(line for verdict in found for line in differences(verdict)), sep="\n")
    return found


def test_the_cases_are_sound_in_themselves() -> None:
    cases = [case for path in sorted(CASES.glob("*.jsonl")) for case in read(path)]
    assert len(cases) >= 100
    assert len({case["id"] for case in cases}) == len(cases)
    for case in cases:
        offers = {offer["id"] for offer in case["offers"]}
        ordered = [offer for tier in case["order"] for offer in tier]
        assert 6 <= len(offers) == len(case["offers"]) <= 10, case["id"]
        assert set(case["vetoes"]) <= offers, case["id"]
        assert sorted(ordered) == sorted(offer for offer in offers if not case["vetoes"].get(offer)), case[
            "id"
        ]


def test_the_records_of_the_cases_are_read_without_a_complaint(verdicts: list[Verdict]) -> None:
    assert [verdict.problems for verdict in verdicts if verdict.problems] == []


def test_the_order_is_the_experts(verdicts: list[Verdict]) -> None:
    assert figures(verdicts)["order"] >= ORDER


def test_the_vetoes_are_the_experts(verdicts: list[Verdict]) -> None:
    reached = figures(verdicts)
    assert reached["recall"] >= RECALL
    assert reached["precision"] >= PRECISION


def test_no_match_is_said_exactly_where_the_expert_says_it(verdicts: list[Verdict]) -> None:
    assert [verdict.case["id"] for verdict in verdicts if not verdict.no_match_agrees] == []
    assert sum(not verdict.case["order"] for verdict in verdicts) >= 5


def main(asked: list[str]) -> None:
    """Prints the differences of the named files and cases (all where none is named), then the figures."""
    paths = [Path(name) for name in asked if name.endswith(".jsonl")] or sorted(CASES.glob("*.jsonl"))
    ids = {name for name in asked if not name.endswith(".jsonl")}
    with tempfile.TemporaryDirectory() as folder:
        total: list[Verdict] = []
        for path in paths:
            found = [judge(case, Path(folder)) for case in read(path) if not ids or case["id"] in ids]
            if not found:
                continue
            total += found
            for verdict in found:
                for line in differences(verdict):
                    print(line)
            print(path.stem, {name: round(value, 4) for name, value in figures(found).items()}, "\n")
    print("all", {name: round(value, 4) for name, value in figures(total).items()})


if __name__ == "__main__":
    main(sys.argv[1:])
