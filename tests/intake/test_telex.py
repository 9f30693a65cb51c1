from __future__ import annotations

import pytest

from matchmaker.intake.reading import Reader
from matchmaker.intake.telex import SLIPS, spellings


@pytest.mark.parametrize("slip", ["taans", "taasn", "tấns", "tâns", "tanas", "tansa"])
def test_every_half_typed_form_of_a_word_is_known(slip: str) -> None:
    assert slip in spellings("tấn")
    assert SLIPS[slip] == "tấn"


def test_a_slip_that_is_a_word_itself_stays() -> None:
    assert not {"list", "car", "tax"} & set(SLIPS)


def test_a_message_typed_with_the_input_method_off_is_read(reader: Reader) -> None:
    reading = reader.read("2 taans mooix tuaanf, thangs 5 ddeens thangs 7, 30 nghinf/kg")
    assert (reading.kg_min, reading.per, reading.months, reading.price_min) == (
        2000,
        "week",
        (5, 6, 7),
        30_000,
    )
