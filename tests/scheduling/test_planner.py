"""Whole plans: no rule is ever broken, what is claimed is what is there, and what is proven holds."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from matchmaker.scheduling import Conference, IllFormedError, NotFoundError, plan
from tests.scheduling.cases import Record, conference, conferences
from tests.scheduling.checker import counts, violations

MANY = settings(
    max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
SECONDS = 20.0  # far more than any of these takes


def planned(record: Record) -> Record:
    return plan(Conference.from_record(record), SECONDS).as_record()


@MANY
@given(conferences())
def test_a_plan_breaks_no_rule_and_claims_what_it_holds(record: Record) -> None:
    schedule = planned(record)
    assert violations(record, schedule["meetings"]) == []
    claims = {k: schedule["claims"][k] for k in counts(record, [])}
    assert claims == counts(record, schedule["meetings"])
    assert schedule["upper_bound"] >= claims["score"]


@MANY
@given(conferences())
def test_what_is_called_optimal_is_not_beaten_by_the_input_in_another_order(record: Record) -> None:
    first = planned(record)
    turned = {**record, "participants": record["participants"][::-1], "pairs": record["pairs"][::-1]}
    second = planned(turned)
    if first["status"] == second["status"] == "optimal":
        assert worth(first) == worth(second)
    elif first["status"] == "optimal":
        assert worth(first) >= worth(second)


@MANY
@given(conferences(objective="gaps"))
def test_with_gaps_as_objective_every_must_takes_place_or_it_is_proven_impossible(record: Record) -> None:
    try:
        schedule = planned(record)
    except NotFoundError:
        return
    if schedule["status"] == "infeasible":
        assert schedule["meetings"] == []
        assert not musts_fit(record)
    else:
        assert violations(record, schedule["meetings"]) == []
        assert schedule["claims"]["required_missing"] == 0


@MANY
@given(conferences())
def test_a_second_plan_keeps_what_has_been_held(record: Record) -> None:
    first = planned(record)
    now = record["slots"][len(record["slots"]) // 2]["id"]
    again = {**record, "previous": {"meetings": first["meetings"], "now": now}}
    second = planned(again)
    assert violations(again, second["meetings"]) == []
    assert second["claims"]["lost"] + second["claims"]["moved"] == 0


def worth(schedule: Record) -> tuple[int, int, int]:
    claims = schedule["claims"]
    return -claims["required_missing"], -claims["shortfall"], claims["score"]


def musts_fit(record: Record) -> bool:
    """Whether some choice of slots and tables for all musts breaks no rule (gaps aside), tried one by one."""
    bare = {**record, "rules": {**record["rules"], "max_gap_difference": None}}
    musts = [e for e in record["pairs"] if e["required"]]
    places = list(itertools.product([s["id"] for s in record["slots"]], [t["id"] for t in record["tables"]]))

    def extend(i: int, meetings: list[Record]) -> bool:
        if [v for v in violations(bare, meetings) if "not after" not in v]:
            return False
        if i == len(musts):
            return not violations(bare, meetings)
        e = musts[i]
        return any(
            extend(i + 1, [*meetings, {"a": e["a"], "b": e["b"], "slot": s, "table": t}]) for s, t in places
        )

    return extend(0, [])


def test_the_best_selection_is_found_and_proven() -> None:
    record = conference()
    record["pairs"][0]["score"] = 1
    record["participants"][3]["max_meetings"] = 2
    schedule = planned(record)
    assert (schedule["status"], schedule["claims"]["score"], schedule["upper_bound"]) == ("optimal", 50, 50)


def test_a_must_comes_before_any_score() -> None:
    record = conference()
    record["participants"][3]["max_meetings"] = 1
    for pair in record["pairs"]:
        pair["score"] = 1000
    record["pairs"][0] |= {"score": 0, "required": True}
    meetings = planned(record)["meetings"]
    assert [m["a"] for m in meetings if m["b"] == "B1"] == ["P1"]


def test_a_minimum_comes_before_the_score_of_others() -> None:
    record = conference(
        pairs=[{"a": p, "b": "B1", "score": s} for p, s in (("P1", 90), ("P2", 80), ("P3", 1))]
    )
    record["participants"][3]["max_meetings"] = 2
    record["participants"][2]["min_meetings"] = 1
    assert {m["a"] for m in planned(record)["meetings"]} == {"P1", "P3"}


def test_the_same_conference_gives_the_same_timetable() -> None:
    one, two = planned(conference()), planned(conference())
    assert one["meetings"] == two["meetings"]


def test_a_timetable_without_pairs_is_empty_and_optimal() -> None:
    schedule = planned(conference(pairs=[]))
    assert (schedule["meetings"], schedule["status"]) == ([], "optimal")


def test_an_unmet_must_is_named_with_its_cause_and_the_rest_is_planned() -> None:
    record = conference()
    record["participants"][0]["available"] = [1]
    record["participants"][3]["available"] = [2, 3]
    record["pairs"][0]["required"] = True
    schedule = planned(record)
    assert [(u["a"], u["b"], u["code"]) for u in schedule["unmet"]] == [("P1", "B1", "no_common_slot")]
    assert schedule["claims"]["meetings"] == 5


def test_somebody_short_of_meetings_is_named() -> None:
    record = conference()
    record["participants"][0] |= {"min_meetings": 3}
    assert planned(record)["short"] == [
        {"participant": "P1", "meetings": 2, "min_meetings": 3, "code": "too_few_partners", "facts": {}}
    ]


def test_a_no_show_leaves_the_other_meetings_where_they_were() -> None:
    record = conference()
    first = planned(record)["meetings"]
    record["participants"][0]["available"] = []
    again = planned({**record, "previous": {"meetings": first, "now": None}})
    stayed = [m for m in first if m["a"] != "P1"]
    assert again["meetings"] == stayed
    assert (again["claims"]["kept"], again["claims"]["lost"]) == (len(stayed), len(first) - len(stayed))


def test_a_past_that_contradicts_the_conference_is_refused() -> None:
    record = conference()
    first = planned(record)["meetings"]
    record["participants"][0]["available"] = []
    with pytest.raises(IllFormedError) as refused:
        planned({**record, "previous": {"meetings": first, "now": 6}})
    assert {p.code for p in refused.value.problems} == {"past_meeting_impossible"}


def peers(pairs: list[Any], slots: int) -> Record:
    names = sorted({q for pair in pairs for q in pair})
    return conference(
        participants=[{"id": q, "available": list(range(slots))} for q in names],
        slots=[{"id": t, "day": 1, "session": "am"} for t in range(slots)],
        tables=[{"id": "T1"}, {"id": "T2"}],
        pairs=[{"a": a, "b": b, "score": 1, "required": True} for a, b in pairs],
        rules={"objective": "gaps", "gaps": "any", "max_gap_difference": 1},
    )


def test_meetings_are_pushed_together_when_gaps_are_the_objective() -> None:
    schedule = planned(peers([("a", "b"), ("c", "d"), ("a", "c"), ("b", "d")], 5))
    assert (schedule["claims"]["gaps"], schedule["status"]) == (0, "optimal")


def test_a_triangle_in_two_slots_is_proven_infeasible_and_nothing_is_planned() -> None:
    schedule = planned(peers([("a", "b"), ("b", "c"), ("a", "c")], 2))
    assert (schedule["status"], schedule["meetings"]) == ("infeasible", [])
    assert schedule["unmet"]
