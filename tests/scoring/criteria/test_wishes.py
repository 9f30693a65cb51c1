"""What buyers ask of the goods in free words."""

import pytest

from scoring.criteria.wishes import wishes
from scoring.records import Demand


@pytest.mark.parametrize(
    ("remarks", "spec", "asked"),
    [
        ("can buoi co la, thung 10kg", "", ["co la", "thung 10kg"]),
        ("lấy dê móc hàm, hút chân không", "", ["móc hàm", "hút chân không"]),
        ("bưởi có lá", "quả có lá", []),
        ("giao buổi sáng, có làm thêm", "", []),
    ],
)
def test_free_words_ask_for_parts_and_packs_that_no_specification_says(remarks, spec, asked):
    assert wishes(Demand("d", "bưởi", remarks=remarks, spec=spec)) == asked


def test_a_grade_in_the_name_is_asked_and_a_note_is_not_read_twice():
    assert wishes(Demand("d", "Vải thiều loại 1")) == ["loại 1"]
    assert wishes(Demand("d", "vải", remarks="vải có lá", note="vải có lá")) == []
