"""Amounts without a figure are found with the clause that they stand in, and figures are left alone."""

from datetime import date

import pytest

from matchmaker.services.reference import load_reference


@pytest.fixture(scope="module")
def read():
    return load_reference().reader(date(2026, 11, 21)).read


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("lay hang Tet, moi thu vai ta, giao truoc Tet", "moi thu vai ta"),
        ("mua xoài, bao nhiêu cũng lấy; trả tiền ngay", "bao nhiêu cũng lấy"),
        ("dăm ba chục con gà", "dăm ba chục con gà"),
        ("số lượng lớn, giao Hà Nội", "số lượng lớn"),
    ],
)
def test_the_clause_that_leaves_an_amount_open_is_found(read, text, words):
    start, end = read(text).open_amount
    assert text[start:end] == words


@pytest.mark.parametrize("text", ["2 tạ mỗi tuần, càng nhiều càng tốt", "vài ngày nữa có hàng", "vải tươi"])
def test_figures_and_other_words_leave_nothing_open(read, text):
    assert read(text).open_amount is None
