"""What one piece weighs by the packs of which an offer tells how many they hold and what they weigh."""

from math import isnan

import pytest

from scoring.criteria.packed_weights import piece_weight
from scoring.criteria.piece_weights import weight_said
from scoring.records import Demand, Offer


@pytest.mark.parametrize(
    ("packing", "unit", "weight"),
    [
        ("nested, 4 sets per carton, 14 kg", "bộ", 3.5),
        ("thùng 20 chai 12 kg", "chai", 0.6),
        ("thung 12 hop, nang 9 kg", "hộp", 0.75),
        ("carton of 24 jars, 14.4 kg", "lọ", 0.6),
        ("8 chiếc/thùng (16 kg)", "chiếc", 2.0),
        ("thùng 20 chai, 12 kg/thùng", "chai", 0.6),
        ("thùng 10 kg, 20 gói", "gói", 0.5),
        ("lồng bộ, thùng 8 bộ", "bộ", None),
        ("thùng carton 15 kg", "quả", None),
        ("thùng 12 chai, bán từ 500 kg", "chai", None),
    ],
)
def test_a_pack_tells_what_one_of_its_pieces_weighs(packing, unit, weight):
    found = piece_weight(packing, unit)
    assert isnan(found) if weight is None else found == pytest.approx(weight)
    said = weight_said(Offer("o", "p", packaging=packing), Demand("d", "p"), unit)
    assert isnan(said) if weight is None else said == pytest.approx(weight)
