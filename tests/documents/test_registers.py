"""The workbooks of signs, drawings and letters hold what stands on paper, a row each."""

from __future__ import annotations

from matchmaker.documents.material import Material
from matchmaker.documents.prints import made
from tests.documents.reading import sheets


def rows(material: Material, code: str) -> list[list[object]]:
    (found,) = sheets(made(material, code, "xlsx", "vi")).values()
    return found


def test_a_row_for_each_sign_names_table_and_host(material: Material) -> None:
    told = [row[:2] for row in rows(material, "signs")]
    assert [f"T{i}" for i in range(7)] == [row[0] for row in told if row[1] and str(row[0]).startswith("T")]
    assert ["T3", "Siêu thị 3"] in told


def test_booths_stand_in_cells_as_on_the_plan(material: Material) -> None:
    cells = [cell for row in rows(material, "plan") for cell in row]
    assert "A10 HTX Số 1 (mẫu)" in cells


def test_each_memorandum_has_its_row_with_signer_goods_and_quantity(material: Material) -> None:
    first = next(row for row in rows(material, "memoranda") if row[0] == 1)
    assert first[2] == "Lào Cai"
    assert first[3] == "Giàng Thị Súa, Giám đốc"
    assert first[4] == "Siêu thị 1"
    assert first[7:9] == ["Mận tam hoa", "20,5 tấn"]


def test_each_letter_has_its_row_with_the_link_that_stands_in_it(material: Material) -> None:
    told = {row[1]: row[-1] for row in rows(material, "invitations") if isinstance(row[0], float)}
    assert len(told) == 14
    assert told["HTX Số 1 (mẫu)"] == "https://ket-noi.example/p/C1/P1/0a1b"
