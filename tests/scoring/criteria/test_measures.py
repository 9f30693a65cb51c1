from math import inf

import pytest

from scoring.criteria.ends import meets, within
from scoring.criteria.measures import measures


@pytest.mark.parametrize(
    ("text", "dimension", "low", "high"),
    [
        ("20–25 con/kg", "size", 40, 50),
        ("density 550 g/l min", "density", 550, inf),
        ("moisture 12.5% max", "moisture", 0, 12.5),
        ("1,2-1,5kg/con", "size", 1200, 1500),
        ("40/60 pcs/kg", "size", 1000 / 60, 25),
        ("3 tới 5 con 1 ký", "size", 200, 1000 / 3),
        ("bạch tuộc size 20-40", "size", 25, 50),
        ("size 20-30 cm", "length", 20, 30),
        ("glazing max 5%", "% ma bang", 0, 5),
        ("size 250 g trở lên", "size", 250, inf),
        ("dưới 300g/quả", "size", 0, 300),
        ("độ ẩm tối đa 14%", "moisture", 0, 14),
        ("Brix 18-20", "brix", 18, 20),
        ("rượu 35 độ cồn", "alcohol", 35, 35),
        ("550–570 g/l", "density", 550, 570),
        ("dài 8–10 cm", "length", 8, 10),
        ("tấm ≤ 5 %", "% tam", 0, 5),
        ("tỷ lệ tấm 5%", "% tam", 5, 5),
        ("75% aldehyde", "% aldehyde", 75, 75),
        ("cinnamaldehyde ≥ 85%", "% aldehyde", 85, inf),
        ("tap 1, do 15", "moisture", 15, 15),
        ("tạp chất 1", "% tap chat", 1, 1),
    ],
)
def test_a_figure_is_read_with_its_dimension_and_ends(text, dimension, low, high):
    first = measures(text)[0]
    assert (first.dimension, first.low, first.high) == (dimension, pytest.approx(low), pytest.approx(high))


def test_amounts_in_a_time_and_prices_are_no_sizes():
    assert [each for each in measures("500 kg/ngày; 60.000 đ/kg") if each.dimension == "size"] == []


def test_what_lies_within_and_what_only_meets():
    wanted, inside, across, beyond = (
        measures(text)[0] for text in ("quả 200–300 g", "quả 220–250 g", "quả 250–400 g", "quả 400–500 g")
    )
    assert within(inside, wanted)
    assert not within(across, wanted)
    assert meets(across, wanted)
    assert not meets(beyond, wanted)


@pytest.mark.parametrize(
    ("text", "dimension", "low", "high"),
    [
        ("no 2-3 phan", "% no", 20.0, 30.0),
        ("nở 3 phần", "% no", 30.0, 30.0),
        ("hoa hé 1-2 phần", "% no", 10.0, 20.0),
        ("chín 7–8 phần", "ripeness", 70.0, 80.0),
        ("dài 8 phân", "length", 8.0, 8.0),
    ],
)
def test_tenths_that_are_open_or_ripe_are_no_length(text, dimension, low, high):
    assert [(each.dimension, each.low, each.high) for each in measures(text)] == [(dimension, low, high)]
