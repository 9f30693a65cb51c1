"""A short, independent reading of the rules of ``meetplan/1``: what a timetable breaks, and its counts.

Shares no code with the planner and works on the plain records.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

Record = dict[str, Any]


def violations(conference: Record, meetings: list[Record]) -> list[str]:
    return [
        *_each(conference, meetings),
        *_together(conference, meetings),
        *_interpreted(conference, meetings),
        *_order(conference, meetings),
        *_waiting(conference, meetings),
        *_past(conference, meetings),
    ]


def _each(c: Record, meetings: list[Record]) -> Iterator[str]:
    people = {p["id"]: p for p in c["participants"]}
    session = {s["id"]: s["session"] for s in c["slots"]}
    closed = {t["id"]: t.get("unavailable", []) for t in c["tables"]}
    pairs = {frozenset((e["a"], e["b"])): e for e in c["pairs"]}
    banned = [set(f) for f in c.get("forbidden_pairs", [])]
    for m in meetings:
        name, pair = f"{m['a']}-{m['b']}", pairs.get(frozenset((m["a"], m["b"])))
        if pair is None:
            yield f"{name} is no pair"
            continue
        if {m["a"], m["b"]} in banned:
            yield f"{name} forbidden"
        if m["slot"] in closed[m["table"]]:
            yield f"{name} at a closed table"
        if pair.get("session", "any") not in ("any", session[m["slot"]]):
            yield f"{name} in the wrong session"
        if pair.get("fixed_slot") not in (None, m["slot"]):
            yield f"{name} not in its slot"
        for q in (m["a"], m["b"]):
            if m["slot"] not in people[q]["available"]:
                yield f"{q} absent in {m['slot']}"
            if people[q].get("fixed_table") not in (None, m["table"]):
                yield f"{q} not at its table"


def _together(c: Record, meetings: list[Record]) -> Iterator[str]:
    if len({frozenset((m["a"], m["b"])) for m in meetings}) < len(meetings):
        yield "a pair meets twice"
    if len({(m["slot"], m["table"]) for m in meetings}) < len(meetings):
        yield "a table is taken twice"
    at_once = Counter((q, m["slot"]) for m in meetings for q in (m["a"], m["b"]))
    in_all = Counter(q for m in meetings for q in (m["a"], m["b"]))
    for p in c["participants"]:
        if any(n > p.get("representatives", 1) for (q, _), n in at_once.items() if q == p["id"]):
            yield f"{p['id']} in two places"
        if in_all[p["id"]] > p.get("max_meetings", len(c["slots"])):
            yield f"{p['id']} has too many meetings"


def _interpreted(c: Record, meetings: list[Record]) -> Iterator[str]:
    """In each slot to come, one interpreter for each meeting that needs one: all ways are tried."""
    speaks = {p["id"]: set(p.get("languages") or []) for p in c["participants"]}
    order = [s["id"] for s in c["slots"]]
    now = (c.get("previous") or {}).get("now")
    for slot in order[order.index(now) if now is not None else 0 :] if c.get("interpreters") else []:
        staff = [
            set(i["languages"])
            for i in c["interpreters"]
            if i.get("available") is None or slot in i["available"]
            for _ in range(i["count"])
        ]
        parties = [(speaks[m["a"]], speaks[m["b"]]) for m in meetings if m["slot"] == slot]
        if not _served([(one, two) for one, two in parties if one and two and not one & two], staff):
            yield f"too few interpreters in {slot}"


def _served(parties: list[tuple[set[str], set[str]]], staff: list[set[str]]) -> bool:
    if not parties:
        return True
    (one, two), *rest = parties
    able = [i for i, known in enumerate(staff) if known & one and known & two]
    return any(_served(rest, staff[:i] + staff[i + 1 :]) for i in able)


def _order(c: Record, meetings: list[Record]) -> Iterator[str]:
    position = {s["id"]: i for i, s in enumerate(c["slots"])}
    when = {frozenset((m["a"], m["b"])): position[m["slot"]] for m in meetings}
    for e in c["pairs"]:
        mine = when.get(frozenset((e["a"], e["b"])))
        for before in e.get("after", []):
            if mine is not None and when.get(frozenset(before), 10**9) >= mine:
                yield f"{e['a']}-{e['b']} not after {before}"


def _waiting(c: Record, meetings: list[Record]) -> Iterator[str]:
    rules = c.get("rules") or {}
    rest = rules.get("rest_after")
    for p in c["participants"]:
        for run in _runs(c, _times(c, meetings, p["id"])):
            if rest and p.get("host") and len(run) > rest:
                yield f"{p['id']} has no rest"
    spread = rules.get("max_gap_difference")
    gaps = [gaps_of(c, meetings, p) for p in c["participants"]]
    if spread is not None and max(gaps) - min(gaps) > spread:
        yield f"gaps {gaps} differ too much"


def _past(c: Record, meetings: list[Record]) -> Iterator[str]:
    previous = c.get("previous") or {}
    if previous.get("now") is None:
        return
    position = {s["id"]: i for i, s in enumerate(c["slots"])}
    now = position[previous["now"]]
    fact = {
        (m["a"], m["b"], m["slot"], m["table"]) for m in previous["meetings"] if position[m["slot"]] < now
    }
    if fact != {(m["a"], m["b"], m["slot"], m["table"]) for m in meetings if position[m["slot"]] < now}:
        yield "the past has changed"


def _times(c: Record, meetings: list[Record], person: str) -> list[int]:
    position = {s["id"]: i for i, s in enumerate(c["slots"])}
    return sorted(position[m["slot"]] for m in meetings if person in (m["a"], m["b"]))


def _block(c: Record, t: int) -> tuple[Any, Any]:
    return c["slots"][t]["day"], c["slots"][t]["session"]


def _runs(c: Record, times: list[int]) -> list[list[int]]:
    """Stretches of adjacent slots in one session."""
    runs: list[list[int]] = []
    for t in sorted(set(times)):
        if runs and t == runs[-1][-1] + 1 and _block(c, t) == _block(c, t - 1):
            runs[-1].append(t)
        else:
            runs.append([t])
    return runs


def gaps_of(c: Record, meetings: list[Record], person: Record) -> int:
    """Gaps of one participant by the conference's own rule."""
    rules = c.get("rules") or {}
    runs = _runs(c, _times(c, meetings, person["id"]))
    if rules.get("gaps") == "any":
        times = sorted(set(_times(c, meetings, person["id"])))
        return sum(b > a + 1 for a, b in pairwise(times))
    gaps = 0
    for run, following in pairwise(runs):
        if _block(c, run[-1]) != _block(c, following[0]):
            continue
        waits = sum(c["slots"][t]["id"] in person["available"] for t in range(run[-1] + 1, following[0]))
        rested = rules.get("rest_after") and person.get("host") and len(run) == rules["rest_after"]
        gaps += waits > (1 if rested else 0)
    return gaps


def counts(c: Record, meetings: list[Record]) -> dict[str, int]:
    """The counts that every schedule claims."""
    value = {frozenset((e["a"], e["b"])): e["score"] for e in c["pairs"]}
    met = {frozenset((m["a"], m["b"])) for m in meetings}
    held: dict[str, int] = defaultdict(int)
    for m in meetings:
        held[m["a"]] += 1
        held[m["b"]] += 1
    return {
        "meetings": len(meetings),
        "score": sum(value[k] for k in met),
        "required_missing": sum(
            bool(e.get("required")) and frozenset((e["a"], e["b"])) not in met for e in c["pairs"]
        ),
        "shortfall": sum(max(0, p.get("min_meetings", 0) - held[p["id"]]) for p in c["participants"]),
        "gaps": sum(gaps_of(c, meetings, p) for p in c["participants"]),
    }
