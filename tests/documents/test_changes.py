"""Only what changed is printed again."""

from __future__ import annotations

import copy
from collections.abc import Callable

from matchmaker.documents.changes import changed
from matchmaker.documents.conference import sheets_pdf
from matchmaker.documents.material import Material

Pages = Callable[[bytes], list[str]]


def test_nothing_is_printed_again_for_the_same_timetable(material: Material) -> None:
    assert not changed(material.schedule, material.schedule)


def test_a_moved_meeting_changes_both_tables_both_parties_and_its_slip() -> None:
    before = {
        "meetings": [
            {"a": "P", "b": "B", "slot": 1, "table": "1"},
            {"a": "Q", "b": "B", "slot": 2, "table": "1"},
        ]
    }
    after = copy.deepcopy(before)
    after["meetings"][0]["table"] = "2"
    found = changed(before, after)
    assert (found.tables, found.participants) == ({"1", "2"}, {"P", "B"})
    assert found.pairs == {frozenset("PB")}


def test_a_meeting_that_is_gone_has_no_slip_but_changes_the_sheets() -> None:
    before = {"meetings": [{"a": "P", "b": "B", "slot": 1, "table": "1"}]}
    found = changed(before, {"meetings": []})
    assert (found.tables, found.participants, found.pairs) == ({"1"}, {"P", "B"}, frozenset())


def test_the_sheets_printed_again_are_those_alone_and_say_what_they_replace(
    material: Material, pages: Pages
) -> None:
    after = copy.deepcopy(dict(material.schedule))
    gone = after["meetings"].pop()
    found = changed(material.schedule, after)
    again = material.with_schedule(after)
    tables = pages(sheets_pdf(again, "tables", only=found))
    assert len(tables) == 1
    assert f"BÀN {gone['table']}" in tables[0]
    assert "Bản 3 – thay bản 2" in tables[0]
    halves = " ".join(pages(sheets_pdf(again, "participants", only=found)))
    assert halves.count("Lịch giao thương của đơn vị") == 2
    assert halves.count("Bản 3 – thay bản 2") == 2
    assert len(pages(sheets_pdf(again, "slips"))) == 24


def test_another_interpreter_at_the_same_time_and_table_is_printed_again() -> None:
    meeting = {"a": "P", "b": "B", "slot": 1, "table": "1"}
    first = {"meetings": [meeting | {"interpreter": {"languages": ["vi", "en"], "number": 1}}]}
    second = {"meetings": [meeting | {"interpreter": {"languages": ["vi", "en"], "number": 2}}]}
    found = changed(first, second)
    assert found.tables == {"1"}
    assert found.participants == {"P", "B"}
    assert found.pairs == {frozenset("PB")}
    assert changed(first, {"meetings": [meeting]})
    turned = {"meetings": [meeting | {"interpreter": {"languages": ["en", "vi"], "number": 1}}]}
    assert not changed(first, turned)
