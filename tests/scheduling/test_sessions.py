from __future__ import annotations

from matchmaker.scheduling.sessions import Session, numbered, overlapping, sessions_in, slots_of

MORNING = Session("S1", "2026-12-11", "08:00", "11:30", 20, 5, (("09:40", "10:00"),))
AFTERNOON = Session("S2", "2026-12-10", "13:30", "15:00", 30)


def test_slots_follow_each_other_with_the_gap_and_leave_out_the_break() -> None:
    starts = [slot["start"] for slot in slots_of([MORNING])]
    assert starts == ["08:00", "08:25", "08:50", "09:15", "10:00", "10:25", "10:50"]


def test_no_slot_touches_a_break_or_outlasts_its_session() -> None:
    session = Session("S1", "2026-12-11", "08:00", "10:00", 30, 0, (("08:40", "08:50"), ("09:20", "09:25")))
    assert [(s["start"], s["end"]) for s in slots_of([session])] == [
        ("08:00", "08:30"),
        ("08:50", "09:20"),
        ("09:25", "09:55"),
    ]


def test_days_count_from_the_first_date_whatever_the_order_of_the_sessions() -> None:
    assert [(s["day"], s["session"]) for s in slots_of([MORNING, AFTERNOON])][2:4] == [(1, "S2"), (2, "S1")]


def test_a_session_that_is_put_off_keeps_the_ids_of_its_slots() -> None:
    before = numbered(slots_of([AFTERNOON, MORNING]), [])
    later = Session("S2", "2026-12-10", "14:00", "16:00", 30)
    after = numbered(slots_of([later, MORNING]), before)
    assert [slot["id"] for slot in after if slot["session"] == "S2"] == [1, 2, 3, 11]
    assert [slot["id"] for slot in after if slot["session"] == "S1"] == [4, 5, 6, 7, 8, 9, 10]


def test_sessions_are_read_back_from_their_slots() -> None:
    found = sessions_in(numbered(slots_of([MORNING, AFTERNOON]), []))
    assert slots_of(found) == slots_of([MORNING, AFTERNOON])
    assert [(s.code, s.minutes, s.gap) for s in found] == [("S2", 30, 0), ("S1", 20, 5)]
    assert found[1].breaks == (("09:35", "10:00"),)


def test_only_sessions_that_share_time_overlap() -> None:
    assert overlapping(MORNING, Session("X", "2026-12-11", "11:00", "12:00", 20))
    assert not overlapping(MORNING, Session("X", "2026-12-11", "11:30", "12:00", 20))
    assert not overlapping(MORNING, Session("X", "2026-12-12", "08:00", "12:00", 20))
