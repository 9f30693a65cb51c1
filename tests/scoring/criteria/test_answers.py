"""What an offer's words answer to one clause."""

import pytest

from scoring.criteria.answers import akin, answer
from scoring.units import fold


@pytest.mark.parametrize(
    ("asks", "told", "says"),
    [
        ("dạt B, C", "hàng loại B", "same"),
        ("dạt B, C", "", "unsaid"),
        ("khô", "cá cơm phơi khô", None),
        ("30–40 con/kg", "35 con/kg", "same"),
        ("trái 1,2–1,5 kg, có cuống", "trái 1,3 kg", "part_said"),
        ("hạt vỡ dưới 5 %", "hạt vỡ 3 %", "same"),
    ],
)
def test_words_and_figures_of_the_offer_answer_a_clause(asks, told, says):
    found = answer(asks, fold(asks), told, "", None, False)
    assert (found.says if found else None) == says


def test_a_size_after_slaughter_is_not_met_by_live_weight():
    found = answer("40–60 kg móc hàm", "40–60 kg moc ham", "lợn hơi 40–60 kg/con", "", None, True)
    assert (found.says, found.offered) == ("other", "40–60 kg/con (hơi)")


def test_a_grade_speaks_of_a_clause_that_shares_half_its_words():
    assert akin("bup non xanh", "búp non")
    assert not akin("khong sau benh", "búp non")
