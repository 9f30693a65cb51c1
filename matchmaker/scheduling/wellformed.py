"""Faults that make a conference record ill-formed, each by name.

First the shape (lists, ids, whole numbers), since nothing else can be said of a record without it; then the
references between the parts. What is merely impossible (more musts than slots, a must without a common
slot) is no fault: the planner answers it with a cause.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import Any

from .faults import Problem

MAX_SCORE = 1_000_000
Facts = dict[str, Any]


def problems_in(record: object) -> list[Problem]:
    """Every fault of a ``meetplan/1`` record, in the order of its parts; empty when it is well-formed."""
    if not isinstance(record, Mapping):
        return [Problem("not_an_object", {"field": "conference"})]
    shape = list(_shape(record))
    if shape:
        return shape
    return [
        *_repeated_ids(record),
        *_participants(record),
        *_tables(record),
        *_interpreters(record),
        *_pairs(record),
        *_previous(record),
    ]


def problems_in_schedule(record: Mapping[str, Any], schedule: object) -> list[Problem]:
    """Faults of a schedule beside its well-formed conference: shape, and names that the conference lacks."""
    meetings = schedule.get("meetings") if isinstance(schedule, Mapping) else None
    if not isinstance(meetings, list):
        return [Problem("not_a_list", {"field": "meetings"})]
    shape = [p for i, row in enumerate(meetings) for p in _fields(row, MEETING, f"meetings[{i}]")]
    return shape or list(_strangers(record, meetings))


def _strangers(record: Mapping[str, Any], meetings: list[Any]) -> Iterator[Problem]:
    slots = {s["id"] for s in record["slots"]}
    tables = {t["id"] for t in record["tables"]}
    pairs = {frozenset((e["a"], e["b"])) for e in record["pairs"]}
    for m in meetings:
        pair = {"a": m["a"], "b": m["b"]}
        if m["slot"] not in slots:
            yield Problem("unknown_slot", {**pair, "slot": m["slot"]})
        if m["table"] not in tables:
            yield Problem("unknown_table", {**pair, "table": m["table"]})
        if frozenset((m["a"], m["b"])) not in pairs:
            yield Problem("not_a_candidate", pair)


def _whole(v: object) -> bool:
    return isinstance(v, int) and not isinstance(v, bool)


def _count(v: object) -> bool:
    return _whole(v) and v >= 0  # type: ignore[operator]


def _text(v: object) -> bool:
    return isinstance(v, str) and v != ""


def _slot_id(v: object) -> bool:
    return _whole(v) or _text(v)


def _flag(v: object) -> bool:
    return isinstance(v, bool)


def _scalar(v: object) -> bool:
    return isinstance(v, str | int | float)


def _slot_ids(v: object) -> bool:
    return isinstance(v, list) and all(_slot_id(s) for s in v)


def _couple(v: object) -> bool:
    return isinstance(v, list) and len(v) == 2 and all(_text(x) for x in v)


def _couples(v: object) -> bool:
    return isinstance(v, list) and all(_couple(x) for x in v)


def _positive(v: object) -> bool:
    return _whole(v) and v >= 1  # type: ignore[operator]


def _texts(v: object) -> bool:
    return isinstance(v, list) and all(_text(x) for x in v)


def _several(v: object) -> bool:
    return _texts(v) and len(set(v)) == len(v) >= 2  # type: ignore[arg-type, call-overload]


Check = Callable[[object], bool]
# Field -> (check, required). A field that is absent or null and not required means "not said".
PARTICIPANT: dict[str, tuple[Check, bool]] = {
    "id": (_text, True),
    "available": (_slot_ids, True),
    "host": (_flag, False),
    "min_meetings": (_count, False),
    "max_meetings": (_count, False),
    "fixed_table": (_text, False),
    "representatives": (_count, False),
    "languages": (_texts, False),
}
SLOT: dict[str, tuple[Check, bool]] = {
    "id": (_slot_id, True),
    "day": (_scalar, True),
    "session": (_text, True),
}
TABLE: dict[str, tuple[Check, bool]] = {"id": (_text, True), "unavailable": (_slot_ids, False)}
PAIR: dict[str, tuple[Check, bool]] = {
    "a": (_text, True),
    "b": (_text, True),
    "score": (lambda v: _count(v) and v <= MAX_SCORE, True),  # type: ignore[operator]
    "required": (_flag, False),
    "session": (_text, False),
    "fixed_slot": (_slot_id, False),
    "after": (_couples, False),
}
MEETING: dict[str, tuple[Check, bool]] = {
    "a": (_text, True),
    "b": (_text, True),
    "slot": (_slot_id, True),
    "table": (_text, True),
}
INTERPRETERS: dict[str, tuple[Check, bool]] = {
    "languages": (_several, True),
    "count": (_count, True),
    "available": (_slot_ids, False),
}
RULES: dict[str, tuple[Check, bool]] = {
    "objective": (lambda v: v in ("score", "gaps"), False),
    "gaps": (lambda v: v in ("available", "any"), False),
    "rest_after": (_positive, False),
    "max_gap_difference": (_count, False),
}


def _shape(record: Mapping[str, Any]) -> Iterator[Problem]:
    if record.get("format") != "meetplan/1":
        yield Problem("wrong_format", {"value": record.get("format")})
    parts = {"participants": PARTICIPANT, "slots": SLOT, "tables": TABLE, "pairs": PAIR}
    for part, fields in parts.items():
        rows = record.get(part)
        if not isinstance(rows, list):
            yield Problem("not_a_list", {"field": part})
            continue
        if not rows and part != "pairs":
            yield Problem("none_given", {"field": part})
        for i, row in enumerate(rows):
            yield from _fields(row, fields, f"{part}[{i}]")
    for couples in ("forbidden_pairs", "locked"):
        if record.get(couples) is not None and not _couples(record[couples]):
            yield Problem("wrong_value", {"field": couples})
    interpreters = [] if record.get("interpreters") is None else record["interpreters"]
    if not isinstance(interpreters, list):
        yield Problem("not_a_list", {"field": "interpreters"})
        return
    for i, row in enumerate(interpreters):
        yield from _fields(row, INTERPRETERS, f"interpreters[{i}]")
    if record.get("rules") is not None:
        yield from _fields(record["rules"], RULES, "rules")
    previous = record.get("previous")
    if previous is not None:
        meetings = previous.get("meetings") if isinstance(previous, Mapping) else None
        if not isinstance(meetings, list):
            yield Problem("not_a_list", {"field": "previous.meetings"})
            return
        for i, row in enumerate(meetings):
            yield from _fields(row, MEETING, f"previous.meetings[{i}]")


def _fields(row: object, fields: Mapping[str, tuple[Check, bool]], where: str) -> Iterator[Problem]:
    if not isinstance(row, Mapping):
        yield Problem("not_an_object", {"field": where})
        return
    for name, (right, required) in fields.items():
        value = row.get(name)
        if value is None:
            if required:
                yield Problem("missing_field", {"field": f"{where}.{name}"})
        elif not right(value):
            yield Problem("wrong_value", {"field": f"{where}.{name}", "value": value})


def _twice(values: Iterable[Hashable]) -> list[Any]:
    return [v for v, n in Counter(values).items() if n > 1]


def _repeated_ids(record: Mapping[str, Any]) -> Iterator[Problem]:
    for part in ("participants", "slots", "tables"):
        for i in _twice(row["id"] for row in record[part]):
            yield Problem("repeated_id", {"field": part, "id": i})


def _participants(record: Mapping[str, Any]) -> Iterator[Problem]:
    slots = {s["id"] for s in record["slots"]}
    tables = {t["id"] for t in record["tables"]}
    for p in record["participants"]:
        who = {"participant": p["id"]}
        for s in p["available"]:
            if s not in slots:
                yield Problem("unknown_slot", {**who, "slot": s})
        for s in _twice(p["available"]):
            yield Problem("repeated_slot", {**who, "slot": s})
        low, high = p.get("min_meetings") or 0, p.get("max_meetings")
        if high is None:
            high = len(slots)
        if low > high:
            yield Problem("min_above_max", {**who, "min": low, "max": high})
        if p.get("fixed_table") is not None and p["fixed_table"] not in tables:
            yield Problem("unknown_table", {**who, "table": p["fixed_table"]})


def _tables(record: Mapping[str, Any]) -> Iterator[Problem]:
    slots = {s["id"] for s in record["slots"]}
    for t in record["tables"]:
        for s in t.get("unavailable") or ():
            if s not in slots:
                yield Problem("unknown_slot", {"table": t["id"], "slot": s})


def _interpreters(record: Mapping[str, Any]) -> Iterator[Problem]:
    slots = {s["id"] for s in record["slots"]}
    for i, row in enumerate(record.get("interpreters") or ()):
        for s in row.get("available") or ():
            if s not in slots:
                yield Problem("unknown_slot", {"field": f"interpreters[{i}]", "slot": s})


def _pairs(record: Mapping[str, Any]) -> Iterator[Problem]:
    people = {p["id"]: p for p in record["participants"]}
    slots = {s["id"] for s in record["slots"]}
    sessions = {s["session"] for s in record["slots"]}
    forbidden = {frozenset(f) for f in record.get("forbidden_pairs") or ()}
    for f in (*(record.get("forbidden_pairs") or ()), *(record.get("locked") or ())):
        yield from (Problem("unknown_participant", {"participant": q}) for q in f if q not in people)
    seen: set[frozenset[str]] = set()
    fixed: Counter[tuple[str, Any]] = Counter()
    for e in record["pairs"]:
        pair = {"a": e["a"], "b": e["b"]}
        strangers = [q for q in (e["a"], e["b"]) if q not in people]
        if strangers:
            yield from (Problem("unknown_participant", {**pair, "participant": q}) for q in strangers)
            continue
        if e["a"] == e["b"]:
            yield Problem("meets_itself", {"participant": e["a"]})
            continue
        key = frozenset((e["a"], e["b"]))
        if key in seen:
            yield Problem("repeated_pair", pair)
        seen.add(key)
        if e.get("required") and key in forbidden:
            yield Problem("required_and_forbidden", pair)
        if e.get("session", "any") not in {None, "any", *sessions}:
            yield Problem("unknown_session", {**pair, "session": e["session"]})
        for z in e.get("after") or ():
            yield from (
                Problem("unknown_participant", {**pair, "participant": q}) for q in z if q not in people
            )
        slot = e.get("fixed_slot")
        if slot is not None and slot not in slots:
            yield Problem("unknown_slot", {**pair, "slot": slot})
        elif slot is not None:
            fixed.update([(e["a"], slot), (e["b"], slot)])
    for (q, slot), n in fixed.items():
        representatives = people[q].get("representatives")
        if n > (1 if representatives is None else representatives):
            yield Problem("too_many_fixed", {"participant": q, "slot": slot, "meetings": n})
    yield from _circle(record)


def _circle(record: Mapping[str, Any]) -> Iterator[Problem]:
    """One problem if meetings wait for each other in a circle (peeled from the ends, so no recursion)."""
    waits = {
        frozenset((e["a"], e["b"])): {frozenset(z) for z in e.get("after") or ()} for e in record["pairs"]
    }
    waits = {k: {z for z in zs if z in waits} for k, zs in waits.items()}
    followers: dict[frozenset[str], list[frozenset[str]]] = {k: [] for k in waits}
    for k, zs in waits.items():
        for z in zs:
            followers[z].append(k)
    left = {k: len(zs) for k, zs in waits.items()}
    ready = [k for k, n in left.items() if n == 0]
    while ready:
        k = ready.pop()
        del left[k]
        for f in followers[k]:
            left[f] -= 1
            if left[f] == 0:
                ready.append(f)
    if left:
        yield Problem("circle_of_meetings", {"pairs": sorted(sorted(k) for k in left)[:5]})


def _previous(record: Mapping[str, Any]) -> Iterator[Problem]:
    previous = record.get("previous")
    if previous is None:
        return
    order = {s["id"]: i for i, s in enumerate(record["slots"])}
    now = previous.get("now")
    if now is None:
        return
    if not _slot_id(now) or now not in order:
        yield Problem("unknown_slot", {"field": "previous.now", "slot": now})
        return
    tables = {t["id"] for t in record["tables"]}
    candidates = {frozenset((e["a"], e["b"])) for e in record["pairs"]}
    known = [m for m in previous["meetings"] if m["slot"] in order]
    yield from _double_booked(record, [m for m in known if order[m["slot"]] < order[now]])
    for m in previous["meetings"]:
        pair = {"a": m["a"], "b": m["b"]}
        if m["slot"] not in order:
            yield Problem("unknown_slot", {**pair, "slot": m["slot"]})
        elif order[m["slot"]] < order[now]:
            if frozenset((m["a"], m["b"])) not in candidates:
                yield Problem("past_meeting_unknown", pair)
            if m["table"] not in tables:
                yield Problem("unknown_table", {**pair, "table": m["table"]})


def _double_booked(record: Mapping[str, Any], past: list[Any]) -> Iterator[Problem]:
    """Past meetings that cannot both have been: of one pair, at one table, or of one busy party."""
    seats = {
        p["id"]: 1 if p.get("representatives") is None else p["representatives"]
        for p in record["participants"]
    }
    taken: Counter[Hashable] = Counter()
    for m in past:
        taken.update([frozenset((m["a"], m["b"])), ("table", m["slot"], m["table"])])
        taken.update(("party", m["slot"], q) for q in (m["a"], m["b"]))
        twice = taken[frozenset((m["a"], m["b"]))] > 1 or taken["table", m["slot"], m["table"]] > 1
        if twice or any(taken["party", m["slot"], q] > seats.get(q, 1) for q in (m["a"], m["b"])):
            yield Problem("past_meeting_impossible", {k: m[k] for k in ("a", "b", "slot", "table")})
