"""What one piece holds is a figure only where the record states a single one for the piece it counts."""

from math import isnan

from scoring.columns.sizes import sizes
from scoring.records import Size
from scoring.units import Bases, Units
from seeds import reference

BASES = Bases(Units.from_rows(reference("units")))


def test_the_size_of_the_piece_counted_is_held_in_its_base():
    unit, measure, size = sizes([((Size("chai", 500, 500, "ml"),), ("chai", "", ""), None, False)], BASES)
    assert (BASES.names[unit[0]], BASES.names[measure[0]], size[0]) == ("chai", "lít", 0.5)


def test_a_size_of_the_unit_of_the_price_serves_where_the_amount_is_in_litres():
    unit, _, size = sizes([((Size("chai", 500, 500, "ml"),), ("lít", "chai", ""), None, False)], BASES)
    assert (BASES.names[unit[0]], size[0]) == ("chai", 0.5)


def test_equal_sizes_in_two_measures_are_one():
    told = (Size("chai", 1000, 1000, "ml"), Size("chai", 1, 1, "lít"))
    assert sizes([(told, ("chai",), None, False)], BASES)[2][0] == 1


def test_ranges_several_sizes_and_other_pieces_hold_nothing():
    for told in [
        (Size("chai", 300, 500, "ml"),),
        (Size("chai", 500, 500, "ml"), Size("chai", 1, 1, "lít")),
        (Size("can", 20, 20, "lít"),),
        (Size("con", 50, 50, "kg"),),
        (),
    ]:
        unit, _, size = sizes([(told, ("chai", "con"), None, False)], BASES)
        assert unit[0] == -1
        assert isnan(size[0])


def test_heads_whose_weight_stands_beside_their_number_are_held_with_it():
    unit, measure, size = sizes([((), ("con", "kg"), 1.2, False), ((), ("con",), 50, True)], BASES)
    assert [BASES.names[each] for each in unit] == ["con", "con"]
    assert [BASES.names[each] for each in measure] == ["kg", "kg hơi"]
    assert size.tolist() == [1.2, 50]


def test_bunches_whose_weight_stands_beside_their_number_are_held_with_it():
    unit, measure, size = sizes([((), ("bó", "bó"), 0.3, False), ((), ("chục bó",), 0.3, False)], BASES)
    assert (BASES.names[unit[0]], BASES.names[measure[0]], size[0]) == ("bó", "kg", 0.3)
    assert unit[1] == -1


def test_what_one_pack_holds_is_held_for_goods_counted_in_its_measure():
    unit, measure, size = sizes([((Size("chai", 500, 500, "ml"),), ("lít", "lít"), None, False)], BASES)
    assert (BASES.names[unit[0]], BASES.names[measure[0]], size[0]) == ("chai", "lít", 0.5)
    by_weight = sizes([((Size("chai", 500, 500, "ml"),), ("kg",), None, False)], BASES)
    assert by_weight[0][0] == -1
