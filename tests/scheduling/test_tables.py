"""Tables: never two meetings at one, fixed ones respected, hosts changing as little as possible."""

from __future__ import annotations

from matchmaker.scheduling.conference import Conference
from matchmaker.scheduling.grid import Grid
from matchmaker.scheduling.tables import assign_tables
from tests.scheduling.cases import Record, conference


def seated(record: Record, slots: dict[tuple[str, str], int], **kept: str) -> dict[tuple[str, str], str]:
    """The table of each pair whose slot (by position) is given; ``kept`` names tables by seller."""
    grid = Grid(Conference.from_record(record))
    slot_of = [slots.get((e["a"], e["b"]), -1) for e in record["pairs"]]
    wanted = {i: grid.table_at[kept[e["a"]]] for i, e in enumerate(record["pairs"]) if e["a"] in kept}
    found = assign_tables(grid, slot_of, wanted)
    pairs = record["pairs"]
    return {(pairs[i]["a"], pairs[i]["b"]): record["tables"][k]["id"] for i, k in found.items()}


def test_a_host_keeps_its_table_through_the_day_while_another_comes_and_goes() -> None:
    slots = {("P1", "B2"): 0, ("P1", "B1"): 1, ("P2", "B2"): 1, ("P3", "B2"): 2, ("P2", "B1"): 4}
    tables = seated(conference(), slots)
    assert len({t for (_, b), t in tables.items() if b == "B2"}) == 1
    assert len({t for (_, b), t in tables.items() if b == "B1"}) == 1


def test_a_fixed_table_is_taken_from_whoever_else_would_like_it() -> None:
    record = conference()
    record["participants"][4]["fixed_table"] = "T1"
    tables = seated(record, {("P1", "B1"): 0, ("P2", "B2"): 1, ("P3", "B1"): 1})
    assert tables["P2", "B2"] == "T1"
    assert tables["P3", "B1"] == "T2"


def test_a_closed_table_is_left_free() -> None:
    record = conference(tables=[{"id": "T1", "unavailable": [1]}, {"id": "T2"}])
    assert seated(record, {("P1", "B1"): 0}) == {("P1", "B1"): "T2"}


def test_a_printed_table_is_kept() -> None:
    assert seated(conference(), {("P1", "B1"): 0}, P1="T2") == {("P1", "B1"): "T2"}
