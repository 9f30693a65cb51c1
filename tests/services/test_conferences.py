"""The organizer's use cases: take in a conference, arrange it, move a meeting, print."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pypdf
import pytest

from matchmaker.documents.conference import PARTS
from matchmaker.errors import Conflict, InvalidRecord, NotFound
from matchmaker.models import User
from matchmaker.queries import conferences as queries
from matchmaker.services import arranging, conferences, printing
from matchmaker.services.arranging import Place
from matchmaker.services.printing import Order


def document(**changes: Any) -> dict[str, Any]:
    """Two producers and two buyers, four slots, two tables."""
    slots = [1, 2, 3, 4]
    people = [("P1", "producer"), ("P2", "producer"), ("B1", "buyer"), ("B2", "buyer")]
    return {
        "format": "meetplan/1",
        "name": "Hội nghị thử (mẫu)",
        "participants": [
            {"id": q, "side": side, "name": f"Đơn vị {q} (mẫu)", "host": side == "buyer", "available": slots}
            for q, side in people
        ],
        "slots": [
            {"id": s, "day": 1, "session": "am", "start": f"0{7 + s}:00", "end": f"0{7 + s}:20"}
            for s in slots
        ],
        "tables": [{"id": "1"}, {"id": "2"}],
        "pairs": [{"a": a, "b": b, "score": 300_000} for a in ("P1", "P2") for b in ("B1", "B2")],
        **changes,
    }


@pytest.fixture
def organizer(make_user: Callable[..., User], session: Any) -> User:
    return session.get(User, make_user("organizer").id)


@pytest.fixture
def conference_id(organizer: User) -> str:
    return conferences.post(document(), organizer, "C1").id


def test_an_ill_formed_document_is_refused_and_its_fault_is_named(organizer: User) -> None:
    with pytest.raises(InvalidRecord) as refused:
        conferences.post(document(tables=[]), organizer)
    assert [fault["code"] for fault in refused.value.messages["document"]] == ["none_given"]


def test_a_conference_is_arranged_into_a_first_version(conference_id: str, organizer: User) -> None:
    version = arranging.arrange(conference_id, organizer, 2)
    assert version.number == 1
    assert version.document["claims"]["meetings"] == 4
    assert version.document["status"] == "optimal"


def test_a_moved_meeting_makes_a_new_version_and_the_old_one_stays(
    conference_id: str, organizer: User
) -> None:
    first = arranging.arrange(conference_id, organizer, 2)
    meeting = first.document["meetings"][0]
    taken = {(m["slot"], m["table"]) for m in first.document["meetings"]}
    parties = frozenset((meeting["a"], meeting["b"]))
    busy = {m["slot"] for m in first.document["meetings"] if parties & {m["a"], m["b"]}}
    slot = next(s for s in (1, 2, 3, 4) if s not in busy)
    table = next(t for t in ("1", "2") if (slot, t) not in taken)
    second = arranging.move_meeting(conference_id, 1, parties, Place(slot, table), organizer, "xin đổi giờ")
    where = {frozenset((m["a"], m["b"])): (m["slot"], m["table"]) for m in second.document["meetings"]}
    assert (second.number, second.note) == (2, "xin đổi giờ")
    assert where[parties] == (slot, table)
    assert arranging.schedule_of(conference_id, 1, organizer).document["meetings"][0] == meeting


def test_a_move_onto_a_taken_table_is_refused_and_nothing_is_kept(
    conference_id: str, organizer: User
) -> None:
    version = arranging.arrange(conference_id, organizer, 2)
    one, other = version.document["meetings"][0], version.document["meetings"][-1]
    parties = frozenset((one["a"], one["b"]))
    place = Place(other["slot"], other["table"])
    tried = arranging.try_move(conference_id, 1, parties, place, organizer)
    assert "table_taken" in {p.code for p in tried.problems}
    with pytest.raises(Conflict, match="breaks_a_rule"):
        arranging.move_meeting(conference_id, 1, parties, place, organizer)
    assert len(queries.one(conference_id, organizer).schedules) == 1


def test_only_the_latest_version_can_be_changed(conference_id: str, organizer: User) -> None:
    first = arranging.arrange(conference_id, organizer, 2)
    arranging.arrange(conference_id, organizer, 2)
    meeting = first.document["meetings"][0]
    with pytest.raises(Conflict, match="not_the_latest_timetable"):
        arranging.move_meeting(
            conference_id, 1, frozenset((meeting["a"], meeting["b"])), Place(4, "1"), organizer
        )


def test_a_meeting_that_does_not_exist_is_not_found(conference_id: str, organizer: User) -> None:
    arranging.arrange(conference_id, organizer, 2)
    with pytest.raises(NotFound):
        arranging.try_move(conference_id, 1, frozenset(("P1", "P2")), Place(1, "1"), organizer)


def test_ranked_matches_raise_the_score_of_their_parties_and_join_those_without_a_wish(
    organizer: User,
    make_user: Callable[..., User],
    make_member: Callable[..., str],
    make_offer: Callable[..., str],
    make_demand: Callable[..., str],
) -> None:
    officer = make_user("officer")
    producer = make_member("producer", province="Lào Cai")
    buyer = make_member("buyer", province="Bắc Ninh")
    make_offer(officer, producer)
    make_demand(officer, buyer)
    people = [
        {"id": producer, "side": "producer", "name": "HTX", "available": [1, 2]},
        {"id": buyer, "side": "buyer", "name": "Siêu thị", "host": True, "available": [1, 2]},
    ]
    slots = [{"id": s, "day": 1, "session": "am"} for s in (1, 2)]
    conferences.post(document(participants=people, slots=slots, pairs=[]), organizer, "C2")
    version = arranging.arrange("C2", organizer, 2)
    assert [(m["a"], m["b"]) for m in version.document["meetings"]] == [(producer, buyer)]
    stored = queries.one("C2", organizer).document["pairs"][0]
    assert stored["score"] == 2 * stored["match"] // 3 > 0
    again = arranging.propose("C2", organizer, 2)
    assert again.document["pairs"] == [stored]
    text = pdf_text(printing.printed("C2", "slips", "pdf", Order(1), organizer))
    assert "Mận tam hoa Bắc Hà → Mận tam hoa" in text


def test_every_print_comes_out_with_the_parties_names(conference_id: str, organizer: User) -> None:
    arranging.arrange(conference_id, organizer, 2)
    for which in (*PARTS, "pack"):
        text = pdf_text(printing.printed(conference_id, which, "pdf", Order(1), organizer))
        assert all(f"Đơn vị {q} (mẫu)" in text for q in ("P1", "P2", "B1", "B2")), which


def pdf_text(pdf: bytes) -> str:
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)
