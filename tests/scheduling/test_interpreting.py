"""Interpreters: no slot needs more than there are, the bound stays true, and each meeting knows who comes."""

from __future__ import annotations

import random
from typing import Any

import numpy as np
import pytest
from scipy.optimize import LinearConstraint, milp

from matchmaker.scheduling import Conference, bound_of, broken_rules, move, plan, repair, without
from matchmaker.scheduling.conference import Meeting
from matchmaker.scheduling.interpreting import interpreters_of
from tests.scheduling.cases import Record, conference
from tests.scheduling.checker import violations

SECONDS = 20.0
SEEDS = range(12)


def fair(seed: int, **changes: Any) -> Record:
    """Six sellers of whom most speak Vietnamese alone, four buyers from abroad, few interpreters."""
    rng, slots = random.Random(seed), list(range(1, 6))
    tongues = {"P": [["vi"], ["vi"], ["vi", "en"], []], "B": [["en"], ["zh"], ["en", "zh"], ["vi"]]}
    names = [f"P{i}" for i in range(6)] + [f"B{i}" for i in range(4)]
    people = [
        {
            "id": name,
            "side": "producer" if name[0] == "P" else "buyer",
            "host": name[0] == "B",
            "available": sorted(rng.sample(slots, rng.randint(3, 5))),
            "min_meetings": rng.choice([0, 1]),
            "languages": rng.choice(tongues[name[0]]),
        }
        for name in names
    ]
    staff = [
        {"languages": ["vi", "en"], "count": 1},
        {"languages": ["zh", "vi", "en"], "count": 1, "available": sorted(rng.sample(slots, 3))},
    ]
    return {
        "format": "meetplan/1",
        "participants": people,
        "slots": [{"id": t, "day": 1, "session": "am" if t < 4 else "pm"} for t in slots],
        "tables": [{"id": f"T{k}"} for k in range(4)],
        "pairs": [
            {"a": f"P{i}", "b": f"B{j}", "score": rng.randint(1, 9), "required": rng.random() < 0.1}
            for i in range(6)
            for j in range(4)
        ],
        "interpreters": staff,
        **changes,
    }


def planned(record: Record) -> Record:
    return plan(Conference.from_record(record), SECONDS).as_record()


def best(record: Record, missing: int, shortfall: int) -> int:
    """The best score with so little lacking: one programme in which every meeting names its interpreter."""
    people = {p["id"]: p for p in record["participants"]}
    staff: list[Record] = record["interpreters"]
    columns: list[tuple[int, int, int]] = []
    for e, pair in enumerate(record["pairs"]):
        one, two = (set(people[pair[end]]["languages"]) for end in ("a", "b"))
        needed = bool(one and two and not one & two)
        for t in set(people[pair["a"]]["available"]) & set(people[pair["b"]]["available"]):
            for r in range(len(staff)) if needed else [-1]:
                known = set(staff[r]["languages"]) if r >= 0 else set()
                if r < 0 or (known & one and known & two and t in staff[r].get("available", [t])):
                    columns.append((e, t, r))
    lacks = [("must", e) for e, pair in enumerate(record["pairs"]) if pair["required"]]
    lacks += [("least", q) for q in people]
    width = len(columns) + len(lacks)
    rows: list[tuple[Any, float, float]] = []

    def row(low: float, high: float, *names: tuple[str, Any], when: Any) -> None:
        line = np.zeros(width)
        line[[c for c, column in enumerate(columns) if when(*column)]] = 1
        for name in names:
            line[len(columns) + lacks.index(name)] = 1
        rows.append((line, low, high))

    inf, pairs = np.inf, record["pairs"]
    for e, pair in enumerate(pairs):
        row(0, 1, when=lambda x, t, r, e=e: x == e)
        if pair["required"]:
            row(1, inf, ("must", e), when=lambda x, t, r, e=e: x == e)
    for q, person in people.items():
        low = person["min_meetings"]
        row(low, inf, ("least", q), when=lambda x, t, r, q=q: q in (pairs[x]["a"], pairs[x]["b"]))
    for s in (slot["id"] for slot in record["slots"]):
        row(0, len(record["tables"]), when=lambda x, t, r, s=s: t == s)
        for q in people:
            row(0, 1, when=lambda x, t, r, s=s, q=q: t == s and q in (pairs[x]["a"], pairs[x]["b"]))
        for i, own in enumerate(staff):
            row(0, own["count"], when=lambda x, t, r, s=s, i=i: t == s and r == i)
    for kind, most in (("must", missing), ("least", shortfall)):
        line = np.zeros(width)
        line[[len(columns) + i for i, (lack, _) in enumerate(lacks) if lack == kind]] = 1
        rows.append((line, 0, most))
    worth = np.array([-float(pairs[e]["score"]) for e, _, _ in columns] + [0.0] * len(lacks))
    limits = LinearConstraint(np.array([r[0] for r in rows]), [r[1] for r in rows], [r[2] for r in rows])
    found = milp(worth, constraints=limits, integrality=np.ones(width))
    return round(-found.fun)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_plan_keeps_to_the_interpreters_there_and_its_bound_is_true(seed: int) -> None:
    record = fair(seed)
    schedule = planned(record)
    assert violations(record, schedule["meetings"]) == []
    claims, certificate = schedule["claims"], schedule["certificate"]
    most = best(record, claims["required_missing"], claims["shortfall"])
    assert claims["score"] <= most <= schedule["upper_bound"]
    if schedule["status"] == "optimal":
        assert claims["score"] == most
    if (claims["required_missing"], claims["shortfall"]) == (
        certificate["missing"],
        certificate["shortfall"],
    ):
        assert most <= bound_of(Conference.from_record(record), certificate)


def test_in_such_conferences_interpreters_are_what_binds() -> None:
    bound = 0
    for seed in SEEDS:
        record = fair(seed)
        free = planned({**record, "interpreters": []})
        bound += violations(record, free["meetings"]) != []
    assert bound >= len(SEEDS) - 2


@pytest.mark.parametrize("seed", SEEDS[:6])
def test_gaps_as_objective_and_repairs_keep_to_them_too(seed: int) -> None:
    record = fair(seed, rules={"objective": "gaps"})
    for pair in record["pairs"]:
        pair["required"] = pair["a"] == "P0"
    schedule = planned(record)
    assert violations(record, schedule["meetings"]) == []
    record = fair(seed)
    before = [Meeting(m["a"], m["b"], m["slot"], m["table"]) for m in planned(record)["meetings"]]
    today = without(record, {"P1", "B2"}, 2)
    today["interpreters"] = today["interpreters"][:1]
    after = repair(Conference.from_record(today), before, 2).schedule.as_record()
    today["previous"] = {"meetings": [m.as_record() for m in before], "now": 2}
    assert violations(today, after["meetings"]) == []


def abroad(count: int, **changes: Any) -> Record:
    """The small conference with sellers who speak Vietnamese and buyers who speak English."""
    record = conference(**{"interpreters": [{"languages": ["en", "vi"], "count": count}], **changes})
    for p in record["participants"]:
        p["languages"] = ["vi"] if p["side"] == "producer" else ["en"]
    return record


def test_each_meeting_that_needs_one_is_told_who_interprets() -> None:
    record = abroad(2)
    record["participants"][2]["languages"] = ["vi", "en"]
    told = {(m["a"], m["b"]): m.get("interpreter") for m in planned(record)["meetings"]}
    assert told["P3", "B1"] is told["P3", "B2"] is None
    assert all(i["languages"] == ["en", "vi"] for (p, _), i in told.items() if p != "P3")
    assert {i["number"] for (p, _), i in told.items() if p != "P3"} <= {1, 2}


def test_an_interpreter_stays_with_whom_it_has_just_served() -> None:
    c = Conference.from_record(abroad(2))
    meetings = [
        Meeting("P1", "B1", 1, "T1"),
        Meeting("P2", "B2", 1, "T2"),
        Meeting("P1", "B2", 2, "T1"),
        Meeting("P2", "B1", 2, "T2"),
        Meeting("P3", "B2", 3, "T1"),
    ]
    who = {(m.a, m.b): interpreters_of(c, meetings)[m.key].number for m in meetings}
    assert {who["P1", "B1"], who["P2", "B2"]} == {who["P1", "B2"], who["P2", "B1"]} == {1, 2}
    assert who["P3", "B2"] == who["P1", "B2"]


def test_nobody_is_told_to_interpret_where_nobody_is_named() -> None:
    record = abroad(0, interpreters=[])
    schedule = planned(record)
    assert len(schedule["meetings"]) == 6
    assert not any("interpreter" in m for m in schedule["meetings"])


def test_a_move_by_hand_says_when_no_interpreter_is_free() -> None:
    c = Conference.from_record(abroad(1))
    meetings = [Meeting("P1", "B1", 1, "T1"), Meeting("P2", "B2", 2, "T2")]
    assert broken_rules(c, meetings) == []
    _, (problem,) = move(c, meetings, meetings[1], 1, "T2")
    assert problem.code == "no_interpreter_free"
    assert problem.facts == {
        "slot": 1,
        "pairs": [["P1", "B1"], ["P2", "B2"]],
        "meetings": 2,
        "interpreters": 1,
        "languages": [["en", "vi"]],
    }


def test_what_was_held_without_an_interpreter_is_left_alone() -> None:
    before = [Meeting("P1", "B1", 1, "T1"), Meeting("P2", "B2", 1, "T2"), Meeting("P3", "B1", 3, "T1")]
    record = abroad(1)
    done = repair(Conference.from_record(record), before, 2).schedule
    assert {m for m in done.meetings if m.slot == 1} == set(before[:2])
    record["previous"] = {"meetings": [m.as_record() for m in before], "now": 2}
    assert broken_rules(Conference.from_record(record), done.meetings) == []


def test_a_must_for_whom_no_interpreter_is_left_names_that_cause() -> None:
    record = abroad(1)
    for p in record["participants"]:
        p["available"] = [1]
    for e in record["pairs"]:
        e["required"] = (e["a"], e["b"]) in {("P1", "B1"), ("P2", "B2")}
    (unmet,) = planned(record)["unmet"]
    assert unmet["code"] == "musts_compete_for_interpreters"
    facts = unmet["facts"]
    assert (facts["needed"], facts["room"], facts["languages"]) == (2, 1, [["en", "vi"]])


def test_a_must_in_a_language_that_nobody_interprets_names_that_cause() -> None:
    record = abroad(1)
    record["participants"][3]["languages"] = ["zh"]
    record["pairs"][0]["required"] = True
    (unmet,) = planned(record)["unmet"]
    assert (unmet["code"], unmet["facts"]["languages"]) == ("no_interpreter_there", [["vi"], ["zh"]])


def test_minima_that_need_more_interpreters_than_there_are_name_them() -> None:
    record = abroad(1)
    for p in record["participants"]:
        p["available"] = [1, 2]
        p["min_meetings"] = 1 if p["side"] == "producer" else 0
    (short,) = planned(record)["short"]
    assert short["code"] == "minima_compete_for_interpreters"
    assert (short["facts"]["needed"], short["facts"]["room"]) == (3, 2)
