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


def test_a_price_that_is_too_little_for_a_sack_is_that_of_a_kilogram(reader: Reader) -> None:
    cheap = reader.read("tam tai nguyen bao 50 ky, 17k giao noi thanh")
    assert (cheap.price_min, cheap.price_unit) == (17_000, None)
    assert reader.read("bao 50 ky, 850k").price_unit == "bao"


def test_the_figures_of_a_variety_count_no_packs(reader: Reader) -> None:
    said = reader.read("gạo ST24 và ST25 túi 5kg, tháng có 15 tấn")
    assert (said.quantity_min, said.unit, said.per) == (15_000, "kg", "month")
