"""Lists made to harm are read or refused: the first of ten thousand (see benchmarks/mutated_lists.py)."""

from __future__ import annotations

import pytest

from matchmaker.exchange.workbooks import MOST_CELLS, Book, SheetRefused, read_book
from tests.exchange import old_workbooks as old
from tests.exchange.mutants import mutant

FIRST, PORTION = 200, 40


@pytest.mark.parametrize("begin", range(0, FIRST, PORTION))
def test_a_mutated_list_is_read_within_bounds_or_refused(begin: int) -> None:
    ends = set()
    for number in range(begin, begin + PORTION):
        try:
            book = read_book(mutant(number).data)
        except SheetRefused as refused:
            ends.add(refused.code)
        else:
            assert isinstance(book, Book)
            assert sum(len(row) for sheet in book.sheets for row in sheet.rows) <= MOST_CELLS
            ends.add("read")
    assert "read" in ends
    assert len(ends) > 1  # a mutator that harms nothing tests nothing


def test_a_mutant_is_the_same_every_time() -> None:
    assert [mutant(n).data for n in range(8)] == [mutant(n).data for n in range(8)]


def test_an_old_workbook_is_read_and_one_with_a_password_says_so() -> None:
    sheet = old.sheet_stream([["Tên HTX", "Giá"], ["HTX Mận", 12.5]])
    plain = old.compound(old.workbook_stream([("Cung", sheet)]))
    assert read_book(plain).sheets[0].rows == [["Tên HTX", "Giá"], ["HTX Mận", 12.5]]
    locked = old.workbook_stream([("Cung", sheet)], old.record(old.FILEPASS, b"\1\0" * 27))
    with pytest.raises(SheetRefused) as refused:
        read_book(old.compound(locked))
    assert refused.value.code == "sheet_password"
