"""Every code of the planner has its sentence in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from matchmaker import scheduling
from matchmaker.wording.schedules import BROKEN, FINDINGS, PROBLEMS, UNMET, sentence

HOUSE = Path(scheduling.__file__).parent
CAUSE = re.compile(r'(?:return|code =) "([a-z_]+)"')


def test_every_fault_and_broken_rule_has_words() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in sorted(HOUSE.glob("*.py")))
    codes = set(re.findall(r'Problem\(\s*"([a-z_]+)"', source))
    assert codes - PROBLEMS.keys() - BROKEN.keys() - FINDINGS.keys() == set()
    assert codes


def test_every_cause_of_an_unmet_must_has_words() -> None:
    codes = set(CAUSE.findall((HOUSE / "causes.py").read_text(encoding="utf-8")))
    codes |= set(re.findall(r'"([a-z]+_compete[a-z_]*)"', (HOUSE / "competing.py").read_text("utf-8")))
    assert codes ^ UNMET.keys() == set()


@pytest.mark.parametrize("code", [*PROBLEMS, *BROKEN, *UNMET, *FINDINGS])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_sentence_stands_without_its_facts_and_ends_as_one(code: str, lang: str) -> None:
    said = sentence(code, {}, lang)
    assert "{" not in said
    assert said.endswith(".")


def test_everything_found_before_planning_has_words() -> None:
    source = "".join((HOUSE / f"{name}.py").read_text("utf-8") for name in ("feasibility", "interpreting"))
    codes = set(re.findall(r'(?:Finding\(|yield )[\s(]*"([a-z_]+)"', source))
    assert codes - FINDINGS.keys() - UNMET.keys() == set()
    assert len(codes) > 8


def test_a_cause_is_said_after_what_it_prevents() -> None:
    facts = {"a": "P1", "b": "B1", "cause": "never_available", "facts": {"participant": "P1"}}
    said = sentence("must_impossible", facts, "en")
    assert said == "The required meeting P1 – B1 cannot take place. P1 is never there."


def test_facts_are_said_and_lists_are_joined() -> None:
    assert sentence("unknown_slot", {"participant": "P1", "slot": 9}, "en") == "There is no slot 9 (P1)."
    interpreters = {"field": "interpreters[0]", "slot": 9}
    assert sentence("unknown_slot", interpreters, "vi") == "Không có khung giờ 9 (interpreters[0])."
    assert sentence("slots_taken", {"slots": [1, 2]}, "vi") == "Các khung chung 1, 2 đều đã kín."


def test_an_unknown_code_is_shown_as_it_is() -> None:
    assert sentence("something_else", {}, "vi") == "something_else"
