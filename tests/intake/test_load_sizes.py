"""The length and the kind of a container are no amounts, and the load is one that is counted."""

from datetime import date

import pytest

from matchmaker.intake.load_sizes import without_load_sizes
from matchmaker.services.reference import load_reference
from matchmaker.services.understanding import offer_from

TODAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1 FCL (16 tons) per week", (16000, "kg", "week")),
        ("lấy 1 cont 20 feet (16 tấn) mỗi tuần", (16000, "kg", "week")),
        ("mỗi tuần 1 công 40 (25 tấn)", (25000, "kg", "week")),
        ("2x40' RF mỗi tháng", (2, "container", "month")),
        ("3 x 20ft containers per month", (3, "container", "month")),
        ("2x40HC mỗi tháng", (2, "container", "month")),
        ("1 40ft container per week", (1, "container", "week")),
        ("moi thang 2 cont 40 lanh", (2, "container", "month")),
        ("2 x 40'RF (48 tấn)/tháng", (48000, "kg", "month")),
        ("mỗi tháng 2 container (32 tấn)", (32000, "kg", "month")),  # no container holds so much
        ("2 cont/tháng, 18 tấn/cont", (36000, "kg", "month")),
        ("2 cont 40 tấn/tháng", (40000, "kg", "month")),
    ],
)
def test_loads_are_counted_and_their_weight_is_read(text, amount):
    offer = offer_from({"id": "O", "product": "Thanh long", "supply_text": text}, load_reference(), TODAY)
    assert (offer.quantity, offer.unit, offer.per) == amount
    assert not any(doubt.code == "each_or_all" for doubt in offer.doubts)


@pytest.mark.parametrize("text", ["mỗi tháng 2 container 20 feet (16 tấn)", "2 chuyến xe (5 tấn) mỗi tuần"])
def test_a_weight_in_brackets_behind_several_loads_is_asked(text):
    offer = offer_from({"id": "O", "product": "Thanh long", "supply_text": text}, load_reference(), TODAY)
    assert any(doubt.code == "each_or_all" for doubt in offer.doubts)


@pytest.mark.parametrize(
    "text",
    ["thùng 12x40 g", "2x20 kg mỗi ngày", "1 công 40 m2", "20 tấn/tháng", "giá 40k/kg, 2 cont 45-50 tấn"],
)
def test_other_figures_stay(text):
    assert without_load_sizes(text) == text


def test_every_other_word_stays_where_it_is():
    text = "lấy 2x40' RF mỗi tháng, 1 cont 20 feet"
    assert len(without_load_sizes(text)) == len(text)
    assert without_load_sizes(text).index("mỗi") == text.index("mỗi")
