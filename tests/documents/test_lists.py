"""The organizers' lists: participants, booths, catalogue, missing papers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from matchmaker.documents.lists import in_order
from matchmaker.documents.material import Material
from matchmaker.documents.prints import made
from tests.documents.conftest import LONG
from tests.documents.reading import sheets, texts

Pages = Callable[[bytes], list[str]]


def test_participants_stand_by_side_and_province_in_the_vietnamese_order(material: Material) -> None:
    book = sheets(made(material, "delegates", "xlsx", "vi"))
    assert list(book) == ["Đơn vị bán hàng", "Đơn vị mua hàng"]
    sellers = [row[0] for row in book["Đơn vị bán hàng"] if isinstance(row[0], str) and not any(row[1:])]
    assert sellers[-4:] == ["An Giang", "Đắk Lắk", "Lào Cai", "Chưa rõ tỉnh, thành phố"]


def test_every_participant_and_delegate_is_on_the_list_in_each_format(
    material: Material, pages: Pages
) -> None:
    printed = " ".join(pages(made(material, "delegates", "pdf", "vi")))
    written = " ".join(texts(made(material, "delegates", "docx", "vi")))
    cells = str(sheets(made(material, "delegates", "xlsx", "vi")))
    for p in material.conference["participants"]:
        assert p["name"] in printed
        assert p["name"] in written
        assert p["name"] in cells
    for told in ("Giàng Thị Súa", "0100 123 456", "Vàng A Páo", "3 người"):
        assert told in printed
        assert told in written


def test_without_the_right_to_contacts_no_telephone_is_printed(material: Material, pages: Pages) -> None:
    blind = replace(material, contacts={})
    for code in ("delegates", "slips", "catalogue", "memoranda", "report"):
        assert "0100" not in " ".join(pages(made(blind, code, "pdf", "vi"))), code


def test_a_report_leaves_the_telephones_out_even_for_those_who_may_see_them(
    material: Material, pages: Pages
) -> None:
    assert "0100" not in " ".join(pages(made(material, "report", "pdf", "vi")))


def test_booths_are_in_the_order_of_their_numbers(material: Material) -> None:
    (rows,) = sheets(made(material, "booths", "xlsx", "vi")).values()
    assert [row[1] for row in rows if isinstance(row[0], float)] == ["A01", "A2", "A10"]
    assert in_order("A2") < in_order("A10") < in_order("B1")


def test_the_catalogue_names_goods_but_a_contact_only_with_consent(material: Material, pages: Pages) -> None:
    people = material.conference["participants"]
    people[0] |= {"contact": "Giàng Thị Súa", "phone": "0100 999 999"}
    printed = " ".join(pages(made(material, "catalogue", "pdf", "vi")))
    for told in ("Mận tam hoa", "60 tấn mỗi vụ", "T6–T7", "VietGAP", "Xã Bắc Hà, Lào Cai", "Gian A01", LONG):
        assert told in printed
    assert "0100" not in printed
    people[0]["contact_public"] = True
    assert "0100 999 999" in " ".join(pages(made(material, "catalogue", "pdf", "vi")))


def test_missing_papers_stand_under_their_producer_with_the_day_they_lapse(
    material: Material, pages: Pages
) -> None:
    printed = " ".join(pages(made(material, "missing", "pdf", "vi")))
    assert f"{LONG} · Lào Cai" in printed
    assert "Tem truy xuất 31/01/2027 Siêu thị 1" in printed
    (rows,) = sheets(made(material, "missing", "xlsx", "vi")).values()
    assert rows[-1][3] in (datetime(2027, 1, 31), datetime(2027, 1, 31).date())  # noqa: DTZ001


def test_an_empty_list_says_so(material: Material, pages: Pages) -> None:
    bare = replace(material, lacks=(), goods={})
    assert "Chưa có mục nào." in pages(made(bare, "missing", "pdf", "vi"))[0]
    assert "Chưa có mục nào." in pages(made(bare, "catalogue", "pdf", "vi"))[0]
