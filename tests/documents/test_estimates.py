"""The sheets that the page tells beside the sheets that come out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from matchmaker.documents.estimates import sheets_of_paper
from matchmaker.documents.material import Material
from matchmaker.documents.prints import KINDS, made

Pages = Callable[[bytes], list[str]]


@pytest.mark.parametrize("code", ["participants", "slips", "cards", "signs", "plan"])
def test_cards_slips_halves_and_signs_are_counted_exactly(
    code: str, material: Material, pages: Pages
) -> None:
    assert sheets_of_paper(material, code, "vi") == len(pages(made(material, code, "pdf", "vi")))


@pytest.mark.parametrize("code", [code for code, kind in KINDS.items() if not kind.sheets])
def test_lists_are_counted_to_a_page_or_a_fifth(code: str, material: Material, pages: Pages) -> None:
    printed = len(pages(made(material, code, "pdf", "vi")))
    assert abs(sheets_of_paper(material, code, "vi") - printed) <= max(1, printed / 5)
