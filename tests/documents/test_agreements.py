"""The agreement on joint supply: everybody named, every share in the table, in all three formats."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from matchmaker.documents.agreements import JointSupply, Party, agreement, shares
from matchmaker.documents.papers import Signatures
from matchmaker.documents.prints import written
from tests.documents.reading import texts

Pages = Callable[[bytes], list[str]]

PARTIES = [
    Party("HTX Mận Bắc Hà (mẫu)", "Bắc Hà, Lào Cai", {6: 7_000, 7: 5_000}),
    Party("HTX Bản Liền (mẫu)", "Bản Liền, Lào Cai", {6: 3_000}),
    Party("THT Tả Củ Tỷ (mẫu)", "Tả Củ Tỷ, Lào Cai", {7: 4_500}),
    Party("HTX Lùng Phình (mẫu)", "", {6: 2_000, 7: 2_500}),
]


def supply(months: tuple[int, ...] = (6, 7), **more: object) -> JointSupply:
    known = {
        "product": "Mận tam hoa",
        "spec": "loại 1",
        "buyer": "Siêu thị A (mẫu)",
        "place": "Tiên Du, Bắc Ninh",
        "months": months,
        "unit": "kg",
        "parties": PARTIES,
        "papers": "ATTP, VietGAP",
        "stops": ["HTX Bản Liền (mẫu)", "HTX Mận Bắc Hà (mẫu)"],
        "year": 2026,
    }
    return JointSupply(**{**known, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("lang", "title"), [("vi", "BẢN THỎA THUẬN CUNG ỨNG CHUNG"), ("en", "AGREEMENT ON JOINT SUPPLY")]
)
def test_the_printed_agreement_names_everybody_and_every_share(lang: str, title: str, pages: Pages) -> None:
    text = " ".join(pages(written([agreement(supply(), lang)], "pdf")))
    assert title in text
    for party in PARTIES:
        assert party.name in text
    for amount in ("7.000", "4.500", "24.000") if lang == "vi" else ("7,000", "4,500", "24,000"):
        assert amount in text


def test_the_table_adds_up_by_party_and_by_month() -> None:
    table = shares(supply(), "vi")
    rows = list(table.rows)
    assert [row[-1] for row in rows] == [12_000, 3_000, 4_500, 4_500]
    assert list(table.total) == ["", "Tổng", "", 12_000, 12_000, 24_000]
    assert rows[1][4] is None


def test_everybody_signs_three_abreast_the_lead_first() -> None:
    signing = [block for block in agreement(supply(), "vi").blocks if isinstance(block, Signatures)]
    assert [[name for _, name in block.parties] for block in signing] == [
        [party.name for party in PARTIES[:3]],
        [PARTIES[3].name],
    ]
    assert signing[0].parties[0][0] == "Bên đứng đầu"


def test_many_months_lie_across() -> None:
    assert not agreement(supply(), "vi").landscape
    assert agreement(supply(months=tuple(range(1, 13))), "vi").landscape


def test_without_a_known_way_there_is_no_article_on_the_collection() -> None:
    told = [getattr(block, "text", "") for block in agreement(supply(stops=[]), "vi").blocks]
    assert not any(text.startswith("Điều 5.") for text in told)


def test_the_word_file_can_be_edited_and_the_workbook_has_the_shares() -> None:
    assert "HTX Lùng Phình (mẫu)" in texts(written([agreement(supply(), "vi")], "docx"))
    assert written([agreement(supply(), "vi")], "xlsx")[:2] == b"PK"
