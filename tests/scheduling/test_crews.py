"""Crews: the sets of interpreters that may run short, with the pairs that only they can serve."""

from __future__ import annotations

from typing import Any

from matchmaker.scheduling import Conference
from matchmaker.scheduling.crews import crews, needs
from tests.scheduling.cases import conference

VI_EN, VI_ZH, ALL = ["vi", "en"], ["vi", "zh"], ["vi", "en", "zh"]


def spoken(interpreters: list[dict[str, Any]], **languages: list[str]) -> Conference:
    record = conference(interpreters=interpreters)
    for p in record["participants"]:
        p["languages"] = languages.get(p["id"], [])
    return Conference.from_record(record)


def test_whoever_shares_a_language_or_told_none_needs_nobody() -> None:
    c = spoken([{"languages": VI_EN, "count": 1}], P1=["vi"], P2=["vi", "en"], B1=["en"])
    assert [set(c.pairs[p].key) for p in needs(c)] == [{"P1", "B1"}]


def test_those_who_serve_others_as_well_are_counted_with_them() -> None:
    staff = [{"languages": VI_EN, "count": 2}, {"languages": ALL, "count": 1, "available": [2]}]
    c = spoken(staff, P1=["vi"], P2=["vi"], P3=["vi"], B1=["en"], B2=["zh"])
    small, both = crews(c)
    assert {c.pairs[p].b for p in small.pairs} == {"B2"}
    assert small.room == (0, 1, 0, 0, 0, 0)
    assert len(both.pairs) == 6
    assert both.room == (2, 3, 2, 2, 2, 2)
    assert both.languages == (("en", "vi"), ("en", "vi", "zh"))


def test_crews_that_share_nobody_are_not_joined() -> None:
    staff = [{"languages": VI_EN, "count": 1}, {"languages": VI_ZH, "count": 1}]
    c = spoken(staff, P1=["vi"], P2=["vi"], P3=["vi"], B1=["en"], B2=["zh"])
    assert [len(crew.pairs) for crew in crews(c)] == [3, 3]


def test_pairs_that_nobody_serves_have_a_crew_without_room() -> None:
    c = spoken([{"languages": VI_EN, "count": 1}], P1=["vi"], B1=["zh"], B2=["en"])
    nobody, served = crews(c)
    assert (nobody.languages, set(nobody.room)) == ((), {0})
    assert [c.pairs[p].b for p in nobody.pairs] == ["B1"]
    assert [c.pairs[p].b for p in served.pairs] == ["B2"]


def test_where_no_interpreters_are_named_there_is_no_rule() -> None:
    assert crews(spoken([], P1=["vi"], B1=["en"])) == []
