"""The table of stages: whole, closed in itself, and leading back only where a thing may be repeated."""

from __future__ import annotations

import pytest

from matchmaker.schemas.choices import LATER_STAGES
from matchmaker.schemas.pipeline import ENDED, MATCH, ORDER, REGISTRATION, TOLD_BY, may_follow
from matchmaker.wording.statuses import MATCH as NAMES
from matchmaker.wording.statuses import REGISTRATION as REGISTRATION_NAMES


@pytest.mark.parametrize("table", [MATCH, REGISTRATION])
def test_every_stage_that_may_follow_is_a_stage_of_the_table(table: dict[str, tuple[str, ...]]) -> None:
    assert {after for row in table.values() for after in row} <= table.keys()


def test_the_stages_are_those_that_the_guide_names() -> None:
    assert set(REGISTRATION) == set(REGISTRATION_NAMES)
    ours = set(MATCH) - {"quote"} | {"audit"} - {"visit"}
    assert ours - {"visit"} == set(NAMES)


@pytest.mark.parametrize("stage", [code for code in ORDER if code not in ENDED])
def test_every_stage_leads_to_an_end(stage: str) -> None:
    seen, ahead = set(), {stage}
    while ahead:
        seen |= ahead
        ahead = {after for code in ahead for after in MATCH[code]} - seen
    assert seen >= ENDED


def test_a_delivery_comes_only_after_a_contract() -> None:
    assert {before for before in MATCH if may_follow(before, "delivered")} == {"framework", "contract"}
    assert {before for before in MATCH if may_follow(before, "ongoing")} == {"delivered", "ongoing", "closed"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("suggested", "introduced"),
        ("suggested", "contract"),
        ("rejected", "introduced"),
        ("contract", "sample"),
        ("delivered", "mou"),
        ("closed", "failed"),
        ("unknown", "met"),
    ],
)
def test_what_makes_no_sense_may_not_follow(before: str, after: str) -> None:
    assert not may_follow(before, after)


def test_a_failed_match_may_be_taken_up_again_but_not_delivered() -> None:
    assert may_follow("failed", "introduced")
    assert not may_follow("failed", "delivered")


def test_the_sides_tell_of_stages_that_can_be_noted() -> None:
    for told in TOLD_BY.values():
        assert set(told) <= set(LATER_STAGES)
