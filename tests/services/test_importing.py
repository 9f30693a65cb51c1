"""A list sent as a spreadsheet: looked at first, taken whole or in its good rows, taken back as a whole."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import Any

import pytest
import xlsxwriter
from sqlalchemy import select

from matchmaker.errors import Conflict
from matchmaker.exchange.workbooks import SheetRefused
from matchmaker.extensions import db
from matchmaker.models import EVERYWHERE, AuditEvent, Import, Offer, Organisation, Registration, User
from matchmaker.queries import imports
from matchmaker.services import importing, offers, organisations

HEAD = [
    "STT",
    "Tên HTX",
    "Sản phẩm",
    "Sản lượng (tấn/năm)",
    "Thời vụ",
    "Giá (1.000đ/kg)",
    "Địa chỉ",
    "Điện thoại",
]
PLUMS = [1, "HTX Mận Bắc Hà", "Mận tam hoa", 60, "tháng 6-7", "12-20", "Bắc Hà, Lào Cai", "0100000011"]
RICE = [2, "HTX Mường Khương", "Gạo Séng Cù", 120, "quanh năm", 28, "Mường Khương, Lào Cai", "0100000012"]
TEA = [3, "HTX Suối Giàng", "Chè Shan tuyết", 4, "T3-T10", 600, "Suối Giàng, Yên Bái", ""]
NOTHING = [4, "HTX Không Tên", "", 1, "", "", "", ""]
NOWHERE = [5, "HTX Xa", "Mật ong", 1, "quanh năm", 200, "Xứ Không Có Thật Đâu", ""]


@pytest.fixture
def officer(session: Any, make_user: Callable[..., User]) -> User:
    return make_user("officer", provinces=[EVERYWHERE])


def workbook(*rows: Sequence[Any]) -> bytes:
    found = io.BytesIO()
    book = xlsxwriter.Workbook(found, {"in_memory": True})
    sheet = book.add_worksheet("Cung")
    sheet.merge_range(0, 0, 0, 7, "DANH SÁCH ĐƠN VỊ THAM GIA")
    for number, row in enumerate((HEAD, *rows), 2):
        sheet.write_row(number, 0, row)
    book.close()
    return found.getvalue()


def sent(officer: User, *rows: Sequence[Any], sender: str = "Sở Công Thương Lào Cai") -> Import:
    """A list that was checked."""
    found = importing.send(workbook(*rows), "cung.xlsx", "offer", sender, officer)
    importing.check(found.id)
    return imports.one(found.id, officer)


def taken(officer: User, *rows: Sequence[Any], only_good: bool = False) -> Import:
    found = sent(officer, *rows)
    importing.ask(found.id, officer, found.version, only_good=only_good)
    importing.take(found.id)
    return imports.one(found.id, officer)


def all_offers() -> list[Offer]:
    return list(db.session.scalars(select(Offer).order_by(Offer.product)))


class TestADryRun:
    def test_says_what_each_row_would_do_and_enters_nothing(self, officer: User) -> None:
        found = sent(officer, PLUMS, RICE, NOTHING, NOWHERE)
        assert found.status == "checked"
        assert found.look["counts"] == {"create": 2, "bad": 2}
        assert all_offers() == []
        bad = imports.rows(found.id, "bad")
        assert [(mark["field"], mark["code"]) for row in bad for mark in row.marks if mark["bad"]] == [
            ("product", "required"),
            ("place", "unknown_place"),
        ]

    def test_names_the_columns_it_guessed_and_why(self, officer: User) -> None:
        columns = {each["header"]: each for each in sent(officer, PLUMS).look["columns"]}
        assert columns["Sản lượng (tấn/năm)"]["field"] == "quantity"
        assert columns["Điện thoại"]["field"] == "phone"
        assert {each["why"] for each in columns.values()} == {"name"}

    def test_keeps_telephones_out_of_the_record(self, officer: User) -> None:
        row = imports.rows(sent(officer, PLUMS).id)[0]
        assert row.party == {"phone": "0100000011"}
        assert "0100000011" not in str(row.record)

    def test_asks_about_a_name_that_may_be_a_known_one(self, officer: User) -> None:
        known = organisations.register({"side": "producer", "name": "Hợp tác xã Mận Bắc Hà"}, officer)
        found = taken(officer, PLUMS)
        assert all_offers()[0].organisation_id is None  # nobody answered: nothing is merged
        importing.undo(found.id, officer, found.version)
        found = sent(officer, PLUMS)
        answers = {"parties": {"HTX Mận Bắc Hà": known.id}}
        importing.read_again(found.id, officer, found.version, answers=answers)
        importing.check(found.id)
        found = imports.one(found.id, officer)
        importing.ask(found.id, officer, found.version, only_good=False)
        importing.take(found.id)
        assert all_offers()[0].organisation_id == known.id

    def test_a_file_that_is_no_table_is_refused_at_once(self, officer: User) -> None:
        with pytest.raises(SheetRefused):
            importing.send(b"%PDF-1.4", "cung.xlsx", "offer", "", officer)


class TestTaking:
    def test_enters_the_rows_with_what_they_say(self, officer: User) -> None:
        taken(officer, PLUMS, RICE)
        rice, plums = all_offers()
        assert (plums.raw["quantity"], plums.raw["unit"], plums.raw["per"]) == (60_000, "kg", "year")
        assert (plums.raw["price_min"], plums.raw["price_max"]) == (12_000, 20_000)
        assert plums.parsed["months"] == [6, 7]
        assert plums.organisation is not None
        assert plums.organisation.contacts[0].phone == "0100000011"
        assert rice.place is not None
        assert rice.place.province == "Lào Cai"

    def test_what_a_list_brings_of_a_member_at_rest_rests_with_it_and_can_be_taken_back(
        self, officer: User
    ) -> None:
        told = {"side": "producer", "name": PLUMS[1], "province": "Lào Cai", "phone": PLUMS[7]}
        member = organisations.register(told, officer)
        said = {"side": "producer", "name": PLUMS[1], "province": "Lào Cai", "consent": "1"}
        db.session.add(Registration(**said, status="expired", organisation_id=member.id))
        db.session.commit()
        found = taken(officer, PLUMS, RICE)
        assert [offer.status for offer in all_offers()] == ["open", "paused"]
        assert importing.undo(found.id, officer, found.version) == 2

    def test_bad_rows_keep_a_whole_list_out_and_good_ones_can_go_alone(self, officer: User) -> None:
        found = sent(officer, PLUMS, NOTHING)
        with pytest.raises(Conflict, match="list_has_faults"):
            importing.ask(found.id, officer, found.version, only_good=False)
        taken(officer, PLUMS, NOTHING, only_good=True)
        assert [offer.product for offer in all_offers()] == ["Mận tam hoa"]

    def test_the_same_list_twice_changes_nothing(self, officer: User) -> None:
        taken(officer, PLUMS, RICE)
        events = len(db.session.scalars(select(AuditEvent)).all())
        again = sent(officer, PLUMS, RICE)
        assert again.look["counts"] == {"keep": 2}
        with pytest.raises(Conflict, match="import_changes_nothing"):
            importing.ask(again.id, officer, again.version, only_good=False)
        assert len(db.session.scalars(select(AuditEvent)).all()) == events + 1  # that the file was sent

    def test_a_row_that_says_otherwise_changes_its_record_alone(self, officer: User) -> None:
        taken(officer, PLUMS, RICE)
        dearer = [*PLUMS[:5], "15-22", *PLUMS[6:]]
        found = sent(officer, dearer, RICE)
        assert found.look["counts"] == {"change": 1, "keep": 1}
        assert imports.rows(found.id, "change")[0].before["differs"] == ["price_min", "price_max"]
        taken(officer, dearer, RICE)
        assert {offer.raw["price_max"] for offer in all_offers() if offer.product == "Mận tam hoa"} == {
            22_000
        }

    def test_two_like_rows_are_two_records_and_stay_two(self, officer: User) -> None:
        taken(officer, TEA, TEA)
        assert len(all_offers()) == 2
        assert sent(officer, TEA, TEA).look["counts"] == {"keep": 2}

    def test_a_record_entered_since_the_dry_run_keeps_the_list_out(self, officer: User) -> None:
        found, other = sent(officer, PLUMS), sent(officer, PLUMS)
        for each in (found, other):
            importing.ask(each.id, officer, each.version, only_good=False)
        assert importing.take(found.id)[1]
        assert importing.take(other.id) == ("", [])
        assert imports.one(other.id, officer).error == "import_outdated"
        assert len(all_offers()) == 1


class TestUndoing:
    def test_takes_everything_back(self, officer: User) -> None:
        taken(officer, PLUMS)
        dearer = [*PLUMS[:5], "15-22", *PLUMS[6:]]
        found = taken(officer, dearer, RICE)
        assert importing.undo(found.id, officer, found.version) == 2
        (plums,) = all_offers()
        assert plums.raw["price_max"] == 20_000
        names = db.session.scalars(select(Organisation.name)).all()
        assert "HTX Mường Khương" not in names
        assert taken(officer, dearer, RICE).status == "taken"

    def test_is_refused_whole_where_somebody_worked_with_a_record_since(self, officer: User) -> None:
        found = taken(officer, PLUMS, RICE)
        plums = next(offer for offer in all_offers() if offer.product == "Mận tam hoa")
        offers.confirm(plums.id, {"quantity": 50_000}, officer, plums.version)
        with pytest.raises(Conflict, match="import_in_use"):
            importing.undo(found.id, officer, found.version)
        assert len(all_offers()) == 2
