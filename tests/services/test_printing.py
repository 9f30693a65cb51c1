"""A conference printed from the database: who may see what on paper, archive, only what changed."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Callable
from datetime import date
from typing import Any

import pypdf
import pytest
from flask import Flask

from matchmaker.errors import NotFound
from matchmaker.extensions import db
from matchmaker.models import AuditEvent, Match, MatchStage, MeetingResult, User
from matchmaker.services import arranging, conferences, gathering, personal_links, printing
from matchmaker.services.printing import Order
from matchmaker.services.transaction import transaction
from tests.documents.reading import sheets, texts
from tests.web.test_conferences import DOCUMENT

BASE = "https://ket-noi.example/"


def words(pdf: bytes) -> str:
    return " ".join(" ".join(p.extract_text() for p in pypdf.PdfReader(io.BytesIO(pdf)).pages).split())


@pytest.fixture
def organizer(make_user: Callable[..., User]) -> User:
    return make_user("organizer")


@pytest.fixture
def conference_id(
    session: Any, organizer: User, make_user: Any, make_member: Any, make_offer: Any, make_demand: Any
) -> str:
    """P1 is the producer of the sample offer, B1 the buyer of the sample demand, P2 a stranger to both."""
    producer = make_member("producer", name="HTX Một (mẫu)", province="Lào Cai")
    buyer = make_member("buyer", name="Siêu thị (mẫu)", province="Bắc Ninh")
    admin = make_user("administrator")
    make_offer(admin, producer, certificates=["ATTP@2028-12-31", "VIETGAP@2027-01-15"])
    make_offer(admin, producer, id="O2", certificates=["ATTP@2028-12-31"], invoice="KHONG")
    make_demand(admin, buyer)
    document = copy.deepcopy(DOCUMENT)
    document["participants"][0] |= {"organisation": producer, "contact": "Bà Súa", "phone": "0100 123 456"}
    document["participants"][2] |= {"organisation": buyer}
    document["pairs"][0]["required"] = True
    conferences.post(document, organizer, "C1", "Bắc Ninh")
    arranging.arrange("C1", organizer, 2)
    return "C1"


def test_an_organizer_prints_telephones_and_links_and_it_is_noted(
    conference_id: str, organizer: User
) -> None:
    assert "0100 123 456" in words(printing.printed(conference_id, "delegates", "pdf", Order(), organizer))
    (rows,) = sheets(printing.printed(conference_id, "cards", "xlsx", Order(base=BASE), organizer)).values()
    conference = conferences.conferences.one(conference_id, organizer)
    key = personal_links.key(conference_id, conference.document["participants"][0])
    assert f"https://ket-noi.example/p/C1/P1/{key}" in [row[-1] for row in rows]
    noted = db.session.scalars(
        db.select(AuditEvent.facts).where(AuditEvent.action == "conference.printed")
    ).all()
    assert [facts["which"] for facts in noted] == ["delegates", "cards"]


def test_who_only_reads_prints_neither_telephones_nor_links(
    conference_id: str, make_user: Callable[..., User]
) -> None:
    reader = make_user("national_reader")
    found = gathering.material(conference_id, 0, "vi", reader, BASE)
    assert (found.contacts, found.links) == ({}, {})
    for which, form in (("delegates", "xlsx"), ("slips", "pdf"), ("cards", "xlsx"), ("catalogue", "docx")):
        body = printing.printed(conference_id, which, form, Order(base=BASE), reader)
        told = words(body) if form == "pdf" else str(sheets(body)) if form == "xlsx" else str(texts(body))
        assert "0100" not in told
        assert "/p/C1/" not in told


def test_slips_give_reasons_without_any_price(conference_id: str, organizer: User) -> None:
    told = words(printing.printed(conference_id, "slips", "pdf", Order(), organizer))
    assert "Vì sao ghép hai bên" in told
    assert "Mận tam hoa" in told
    for price in ("12.000", "20.000", "40.000"):
        assert price not in told


def test_the_catalogue_tells_volume_months_papers_and_commune(conference_id: str, organizer: User) -> None:
    told = words(printing.printed(conference_id, "catalogue", "pdf", Order(), organizer))
    for part in ("Mận tam hoa Bắc Hà", "60 tấn", "T6–T7", "VietGAP (hết hạn 15/01/2027)", "Bắc Hà, Lào Cai"):
        assert part in told
    assert "12.000" not in told


def test_missing_papers_come_from_the_buyers_here_and_from_their_days(
    conference_id: str, organizer: User
) -> None:
    found = gathering.material(conference_id, 0, "vi", organizer)
    told = {(lack.what, lack.asked_by) for lack in found.lacks}
    assert ("VietGAP (hết hạn 15/01/2027)", "") in told
    assert any("óa đơn" in what and buyer == "Siêu thị A (mẫu)" for what, buyer in told)
    assert {lack.participant for lack in found.lacks} == {"P1"}


def test_results_and_stages_reach_the_report(conference_id: str, organizer: User) -> None:
    match_id = db.session.scalar(db.select(Match.id).where(Match.eligible))
    db.session.rollback()
    slip = {"producer": "P1", "buyer": "B1", "outcome": "met", "steps": ["mou"], "quantity": 20, "value": 5}
    stage = {"stage": "contract", "happened_on": date(2027, 1, 1), "quantity": 12, "value": 144_000_000}
    with transaction():
        told = {"match_id": match_id, "unit": "tấn"}
        db.session.add(MeetingResult(conference_id=conference_id, entered_by=organizer.id, **told, **slip))
        db.session.add(MatchStage(user_id=organizer.id, **told, **stage))
    printed = words(printing.printed(conference_id, "report", "pdf", Order(), organizer))
    assert "Biên bản ghi nhớ 1 20 5" in printed
    assert "Hợp đồng mua bán, đơn hàng 1 12 144.000.000" in printed
    pair = texts(printing.memorandum(conference_id, ("P1", "B1"), "docx", Order(), organizer))
    assert any("Sản lượng dự kiến: 20 tấn." in text for text in pair)


def test_the_archive_holds_every_print_with_a_numbered_vietnamese_name(
    conference_id: str, organizer: User
) -> None:
    with zipfile.ZipFile(io.BytesIO(printing.archive(conference_id, Order(), organizer))) as book:
        names = book.namelist()
        assert book.testzip() is None
        assert book.read("In (PDF)/03 Lịch theo bàn.pdf").startswith(b"%PDF")
    assert "Văn bản (Word)/11 Báo cáo tổng hợp và phụ lục.docx" in names
    assert "Bảng tính (Excel)/01 Danh sách đơn vị, đại biểu.xlsx" in names
    assert len(names) == len(set(names)) == 41


def test_only_the_sheets_that_changed_are_printed_again(
    app: Flask, conference_id: str, organizer: User
) -> None:
    meetings = arranging.schedule_of(conference_id, 1, organizer).document["meetings"]
    taken = {m["slot"] for m in meetings}
    free = next(slot for slot in (1, 2, 3) if slot not in taken)
    place = arranging.Place(free, "1")
    arranging.move_meeting(conference_id, 1, frozenset(("P1", "B1")), place, organizer)
    told = words(printing.reprint(conference_id, 1, 2, "participants", Order(2), organizer))
    assert told.count("Bản 2 – thay bản 1") == 2
    assert "Lịch giao thương của đơn vị" in told
    assert "HTX Hai (mẫu)" not in told.split("Siêu thị (mẫu)")[0]
    only = printing.changes(conference_id, 1, 2, organizer)
    assert (only.tables, only.participants, only.pairs) == ({"1"}, {"P1", "B1"}, {frozenset(("P1", "B1"))})
    with pytest.raises(NotFound):
        printing.reprint(conference_id, 1, 1, "tables", Order(1), organizer)


@pytest.mark.parametrize("which", ["secret", "../x"])
def test_an_unknown_print_is_not_found(which: str, conference_id: str, organizer: User) -> None:
    with pytest.raises(NotFound):
        printing.printed(conference_id, which, "pdf", Order(), organizer)
    with pytest.raises(NotFound):
        printing.printed(conference_id, "tables", "docx", Order(), organizer)
    with pytest.raises(NotFound):
        printing.printed(conference_id, "tables", "pdf", Order(number=9), organizer)
