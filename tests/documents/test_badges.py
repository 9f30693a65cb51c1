"""Name cards, table signs, the plan of booths."""

from __future__ import annotations

from collections.abc import Callable

from matchmaker.documents import badges
from matchmaker.documents.conference import sheets_pdf
from matchmaker.documents.material import Material
from matchmaker.documents.sheets import Sheets

Pages = Callable[[bytes], list[str]]


def test_each_delegate_has_a_card_and_those_without_a_name_a_line_to_write_on(material: Material) -> None:
    cards = badges.cards(Sheets(material))
    assert [c["name"] for c in cards if c["party"].startswith("Hợp tác xã")] == [
        "Giàng Thị Súa",
        "Vàng A Páo",
    ]
    assert [c["name"] for c in cards if c["party"] == "HTX Số 1 (mẫu)"] == ["", "", ""]
    assert len(cards) == 14 + 1 + 2


def test_a_card_carries_a_code_only_where_the_link_may_be_handed_out(material: Material) -> None:
    material.links.pop("P3")  # type: ignore[attr-defined]
    coded = {c["party"]: bool(c["qr"]) for c in badges.cards(Sheets(material))}
    assert not coded["HTX Số 3 (mẫu)"]
    assert coded["HTX Số 4 (mẫu)"]


def test_cards_are_printed_eight_to_a_sheet(material: Material, pages: Pages) -> None:
    printed = pages(sheets_pdf(material, "cards"))
    assert len(printed) == 3
    assert "Giàng Thị Súa" in printed[0]
    assert "BÊN MUA Bàn T6" in printed[2]


def test_a_sign_names_table_and_host_on_both_faces(material: Material, pages: Pages) -> None:
    printed = pages(sheets_pdf(material, "signs"))
    assert len(printed) == 7
    assert printed[0].count("T0") == 2
    assert printed[0].count("Siêu thị 0") == 2


def test_booths_stand_in_the_order_of_their_numbers(material: Material, pages: Pages) -> None:
    assert [b["booth"] for row in badges.plan(material) for b in row] == ["A01", "A2", "A10"]
    assert "A10 HTX Số 1 (mẫu)" in pages(sheets_pdf(material, "plan"))[0]


def test_a_new_letter_and_an_eleventh_booth_start_a_row(material: Material) -> None:
    for place, p in enumerate(material.conference["participants"]):
        p["booth"] = f"A{place + 1}" if place < 12 else f"B{place}"
    assert [len(row) for row in badges.plan(material)] == [10, 2, 2]
