from __future__ import annotations

from matchmaker.intake.reading import Reader


def test_a_pack_price_is_per_pack_and_its_stated_weight_gives_the_price_of_a_kilogram(reader: Reader) -> None:
    reading = reader.read("50k/túi 250g")
    assert (reading.price_min, reading.price_unit, reading.vnd_kg_min) == (50_000, "túi", 200_000)


def test_a_pack_of_unknown_weight_has_no_price_per_kilogram(reader: Reader) -> None:
    reading = reader.read("38k/chai 500ml")
    assert (reading.price_unit, reading.vnd_kg_min, reading.quantity_min) == ("chai", None, None)


def test_what_a_price_has_come_down_to_is_the_price(reader: Reader) -> None:
    said = reader.read("giá gốc 50k giảm còn 42k/kg")
    assert (said.price_min, said.price_unit) == (42_000, "kg")
