"""Conferences for tests: a small one made by hand, and a strategy that makes all kinds of small ones."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

Record = dict[str, Any]


def conference(**changes: Any) -> Record:
    """Three sellers, two buyers, two sessions of three slots, two tables, all pairs worth 10."""
    slots = list(range(1, 7))
    people = [("P1", "producer"), ("P2", "producer"), ("P3", "producer"), ("B1", "buyer"), ("B2", "buyer")]
    return {
        "format": "meetplan/1",
        "participants": [
            {"id": q, "side": side, "host": side == "buyer", "available": list(slots)} for q, side in people
        ],
        "slots": [{"id": t, "day": 1, "session": "am" if t <= 3 else "pm"} for t in slots],
        "tables": [{"id": "T1"}, {"id": "T2"}],
        "pairs": [{"a": p, "b": b, "score": 10} for p in ("P1", "P2", "P3") for b in ("B1", "B2")],
        **changes,
    }


@st.composite
def conferences(draw: st.DrawFn, objective: str = "score") -> Record:
    """Well-formed conferences of up to 7 participants and 6 slots that use every rule of the format."""
    slot_ids = list(range(1, draw(st.integers(2, 6)) + 1))
    cut = draw(st.integers(0, len(slot_ids)))
    tables = [
        {"id": f"T{k}", "unavailable": draw(st.lists(st.sampled_from(slot_ids), unique=True, max_size=2))}
        for k in range(draw(st.integers(1, 3)))
    ]
    people = [_person(draw, q, slot_ids, tables) for q in range(draw(st.integers(2, 7)))]
    if abroad := draw(st.booleans()):
        for person in people:
            person["languages"] = draw(st.sampled_from([["vi"], ["vi"], ["en"], ["zh"], []]))
    couples = [(p["id"], q["id"]) for i, p in enumerate(people) for q in people[i + 1 :]]
    chosen = draw(st.lists(st.sampled_from(couples), unique=True, max_size=12))
    forbidden = draw(st.lists(st.sampled_from(couples), unique=True, max_size=2))
    pairs = [_pair(draw, a, b, (a, b) in forbidden, slot_ids) for a, b in chosen]
    for i, pair in enumerate(pairs[1:], start=1):
        if draw(st.integers(0, 6)) == 0:
            pair["after"] = [[pairs[i - 1]["a"], pairs[i - 1]["b"]]]
    return {
        "format": "meetplan/1",
        "participants": people,
        "slots": [{"id": t, "day": 1, "session": "am" if t <= cut else "pm"} for t in slot_ids],
        "tables": tables,
        "pairs": [p for p in pairs if p["session"] == "any" or (0 < cut < len(slot_ids))],
        "forbidden_pairs": [list(f) for f in forbidden],
        "interpreters": [
            _interpreter(draw, slot_ids) for _ in range(draw(st.integers(0, 2)) if abroad else 0)
        ],
        "rules": {
            "objective": objective,
            "gaps": draw(st.sampled_from(["available", "any"])),
            "rest_after": draw(st.sampled_from([None, None, 1, 2])),
            "max_gap_difference": draw(st.sampled_from([None, None, 0, 1])),
        },
    }


def _interpreter(draw: st.DrawFn, slots: list[int]) -> Record:
    there = draw(st.none() | st.lists(st.sampled_from(slots), unique=True).map(sorted))
    return {
        "languages": draw(st.sampled_from([["vi", "en"], ["vi", "zh"], ["en", "zh"], ["vi", "en", "zh"]])),
        "count": draw(st.sampled_from([1, 1, 1, 0, 2])),
        **({} if there is None else {"available": there}),
    }


def _person(draw: st.DrawFn, number: int, slots: list[int], tables: list[Record]) -> Record:
    least = draw(st.integers(0, 2))
    table = draw(st.sampled_from([None, None, None, *(t["id"] for t in tables)]))
    return {
        "id": f"Q{number}",
        "side": "peer",
        "host": draw(st.booleans()),
        "available": draw(st.lists(st.sampled_from(slots), unique=True).map(sorted)),
        "min_meetings": least,
        "max_meetings": draw(st.integers(least, len(slots))),
        "fixed_table": table,
        "representatives": draw(st.sampled_from([1, 1, 1, 2])),
    }


def _pair(draw: st.DrawFn, a: str, b: str, forbidden: bool, slots: list[int]) -> Record:
    return {
        "a": a,
        "b": b,
        "score": draw(st.integers(0, 100)),
        "required": not forbidden and draw(st.integers(0, 4)) == 0,
        "session": draw(st.sampled_from(["any", "any", "any", "am", "pm"])),
        "after": [],
    }
