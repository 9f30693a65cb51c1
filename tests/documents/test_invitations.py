"""Letters of invitation: one for each participant, with its own link where that may be handed out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from matchmaker.documents.material import Material
from matchmaker.documents.prints import made
from tests.documents.conftest import LONG
from tests.documents.reading import texts

Pages = Callable[[bytes], list[str]]


def test_each_participant_is_invited_by_name_with_its_own_link(material: Material, pages: Pages) -> None:
    material.conference.update({"wishes_until": "2026-12-01"})  # type: ignore[attr-defined]
    printed = pages(made(material, "invitations", "pdf", "vi"))
    assert len(printed) == 14
    for told in (
        f"trân trọng kính mời: {LONG}",
        "10/12/2026",
        "trước ngày 01/12/2026",
        "Số: …/GM-SCT",
        "A01",
    ):
        assert told in printed[0]
    assert "https://ket-noi.example/p/C1/P0/0a1b" in printed[0]
    assert "Bàn giao thương của đơn vị: T0." in printed[7]


def test_without_links_the_letter_tells_none(material: Material) -> None:
    told = " ".join(texts(made(replace(material, links={}), "invitations", "docx", "vi")))
    assert "https://" not in told
    assert told.count("GIẤY MỜI") == 14
