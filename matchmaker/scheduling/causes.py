"""Why a must does not take place, or why somebody has fewer meetings than the minimum."""

from __future__ import annotations

from typing import Any

from .conference import SlotId
from .grid import Grid, bits
from .schedule import Short, Unmet
from .timetable import Timetable


def unmet_musts(timetable: Timetable) -> tuple[Unmet, ...]:
    """Each must without a slot, in the order of the conference's pairs."""
    g = timetable.grid
    out = []
    for pair, required in enumerate(g.required):
        if required and timetable.slot_of[pair] < 0:
            code, facts = cause_of(timetable, pair)
            e = g.conference.pairs[pair]
            out.append(Unmet(e.a, e.b, code, facts))
    return tuple(out)


def cause_of(timetable: Timetable, pair: int) -> tuple[str, dict[str, Any]]:
    """Why a pair has no slot in a timetable: the plainest cause first."""
    g = timetable.grid
    if not g.allowed[pair]:
        return impossible(g, pair)
    a, b = g.ends[pair]
    for q in (a, b):
        who = g.conference.participants[q]
        musts = sum(g.required[p] for p in g.pairs_of[q])
        room = min(g.available[q].bit_count() * g.seats[q], g.most[q])
        if musts > room:
            return "more_musts_than_slots", {"participant": who.id, "musts": musts, "slots": room}
    waits = [p for p in g.before[pair] if timetable.slot_of[p] < 0]
    if waits:
        first = g.conference.pairs[waits[0]]
        return "waits_for_unmet", {"a": first.a, "b": first.b}
    for q in (a, b):
        if timetable.count[q] >= g.most[q]:
            return "max_meetings_reached", {
                "participant": g.conference.participants[q].id,
                "max": g.most[q],
            }
    both = g.allowed[pair] & ~(timetable.full[a] | timetable.full[b] | timetable.slots_full)
    full, unserved = [n for n in g.crews_of[pair] if both & timetable.crew_full[n]], both
    for n in full:
        unserved &= ~timetable.crew_full[n]
    if full and not unserved:
        languages = [list(known) for known in g.crews[full[0]].languages]
        return "interpreters_taken", {"slots": _ids(g, both), "languages": languages}
    return "slots_taken", {"slots": _ids(g, g.allowed[pair]), "by": _taken_by(timetable, pair)}


def _ids(g: Grid, slots: int) -> list[SlotId]:
    return [g.conference.slots[t].id for t in bits(slots)]


def _taken_by(timetable: Timetable, pair: int) -> list[dict[str, Any]]:
    """What occupies the slots in which the pair could have met: a party's meeting, or all tables."""
    g, out = timetable.grid, []
    for t in bits(g.allowed[pair]):
        slot = g.conference.slots[t].id
        holders = [p for q in g.ends[pair] for p in timetable.at[q].get(t, []) if timetable.full[q] >> t & 1]
        for p in dict.fromkeys(holders):
            e = g.conference.pairs[p]
            out.append({"slot": slot, "a": e.a, "b": e.b, "required": e.required})
        if not holders:
            out.append({"slot": slot, "tables": g.capacity[t]})
    return out


def impossible(g: Grid, pair: int) -> tuple[str, dict[str, Any]]:
    """The first rule, from the plainest to the finest, that leaves the pair no slot at all."""
    e = g.conference.pairs[pair]
    a, b = g.ends[pair]
    for q in (a, b):
        who = g.conference.participants[q].id
        if not g.seats[q]:
            return "no_representative", {"participant": who}
        if not g.available[q]:
            return "never_available", {"participant": who}
    if any(key not in g.pair_at for key in e.after):
        return "waits_for_no_candidate", {}
    if g.fixed_table[a] >= 0 and g.fixed_table[b] >= 0 and g.fixed_table[a] != g.fixed_table[b]:
        tables = g.conference.tables
        return "two_fixed_tables", {"tables": [tables[g.fixed_table[q]].id for q in (a, b)]}
    common = g.available[a] & g.available[b]
    if not common:
        return "no_common_slot", {}
    if e.session != "any":
        common &= g.session_mask[e.session]
        if not common:
            return "no_common_slot_in_session", {"session": e.session}
    if e.fixed_slot is not None and not common >> g.slot_at[e.fixed_slot] & 1:
        return "fixed_slot_unavailable", {"slot": e.fixed_slot}
    if not common >> g.now:
        return "slots_already_past", {}
    if g.crews_of[pair] and any(g.capacity[t] for t in bits(common)):
        languages = [sorted(g.conference.participants[q].languages) for q in (a, b)]
        return "no_interpreter_there", {"languages": languages, "slots": _ids(g, common)}
    return "no_table_in_common_slots", {"slots": _ids(g, common)}


def short_of_minimum(timetable: Timetable) -> tuple[Short, ...]:
    """Each participant below its minimum: too few partners, too few slots, or the others' slots taken."""
    g, out = timetable.grid, []
    for q, p in enumerate(g.conference.participants):
        if timetable.count[q] >= g.least[q]:
            continue
        partners = sum(bool(g.allowed[i]) for i in g.pairs_of[q])
        if partners < g.least[q]:
            code = "too_few_partners"
        elif g.available[q].bit_count() * g.seats[q] < g.least[q]:
            code = "too_few_slots"
        else:
            code = "partners_taken"
        out.append(Short(p.id, timetable.count[q], g.least[q], code))
    return tuple(out)
