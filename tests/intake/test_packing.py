from __future__ import annotations

import pytest

from matchmaker.intake.reading import Reader


@pytest.mark.parametrize(
    ("text", "count", "unit", "kilograms", "per"),
    [
        ("20 bao ngô 50kg", 20, "bao", 1000, None),
        ("500 cartons (10 kg each) per month", 500, "thùng", 5000, "month"),
        ("20 thung vai x 10kg thoi", 20, "thùng", 200, None),
        ("20 bao gạo ST25 50kg", 20, "bao", 1000, None),
        ("20 bao gạo 50kg và 10 bao ngô", 20, "bao", 1000, None),
        ("100 thùng cam 20 kg", 100, "thùng", 2000, None),
        ("40 sọt vải 25kg/ngày", 40, "sọt", 1000, "day"),
        ("20 bao x 50kg", 20, "bao", 1000, None),
        ("50kg x 20 bao", 20, "bao", 1000, None),
        ("500g x 100 gói", 100, "gói", 50, None),
        ("50 thùng, 10 kg 1 thùng", 50, "thùng", 500, None),
        ("100 chai 1 lít", 100, "chai", None, None),
        ("mật ong 100 chai 1 lít, 500k/chai", 100, "chai", None, None),
        ("100 hộp 1 kg", 100, "hộp", 100, None),
        ("10 thùng cam, 20 kg quýt", 10, "thùng", None, None),
        ("100 thùng bưởi giao 20 kg", 100, "thùng", None, None),
        ("500 con gà 2 tấn", 500, "con", None, None),
        ("200kg x 3 chuyến/tuần", 600, "kg", 600, "week"),
        ("3 chuyến x 200kg/tuần", 600, "kg", 600, "week"),
        ("2 tấn x 4 đợt/tháng", 8000, "kg", 8000, "month"),
    ],
)
def test_the_weight_of_one_piece_stands_beside_their_number(
    reader: Reader, text: str, count: int, unit: str, kilograms: int | None, per: str | None
) -> None:
    reading = reader.read(text)
    assert (reading.quantity_min, reading.unit, reading.kg_min, reading.per) == (count, unit, kilograms, per)


@pytest.mark.parametrize("text", ["8 con 1 kg", "8 con/kg"])
def test_heads_to_the_kilogram_are_a_size(reader: Reader, text: str) -> None:
    assert reader.read(text).quantity_min is None


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("ca phe bot 500kg/thang, hut chan khong 500g", 500),
        ("miến khô 8 tạ/tháng, bán lẻ từ 2 tạ", 800),
        ("gạo 5 tấn/tháng, bao 10kg, 25kg, 50kg", 5000),
        ("thach den 300kg/thang, bao 10kg, goi 100g", 300),
        ("thảo quả 2 tấn, giao đợt đầu 5 tạ", 2000),
        ("tiêu 3 tấn/tháng, mẫu thử 2 kg", 3000),
        ("200 tonnes per month in 290 kg drums, honey", 200_000),
        ("honey 20 MT/month in drums of 290 kg", 20_000),
        ("dried mango 500 kg/month in 10 kg cartons", 500),
        ("pepper 30 tonnes in 50kg bags, Feb-April", 30_000),
        ("1 x 20ft reefer (12 t) per month", 12_000),
    ],
)
def test_packs_samples_and_first_loads_are_no_second_amounts(reader: Reader, text: str, amount: int) -> None:
    said = reader.read(text)
    assert said.quantity_min == amount
    assert not [doubt for doubt in said.doubts if doubt.code == "several"]


def test_what_a_pack_holds_goes_with_its_part_of_several_amounts(reader: Reader) -> None:
    said = reader.read("cai thao 4 tan/tuan, bap cai 300 sot/tuan (sot 20kg)")
    (several,) = [doubt.facts["parts"] for doubt in said.doubts if doubt.code == "several"]
    assert [(part["quantity"], part.get("unit_kg")) for part in several] == [(4000, None), (300, 20)]
    bags = reader.read("mang kho 60 kg/thang, mang luoc tui hut chan khong 1kg 300 tui/thang")
    (parts,) = [doubt.facts["parts"] for doubt in bags.doubts if doubt.code == "several"]
    assert (parts[1]["quantity"], parts[1]["unit"], parts[1]["unit_kg"]) == (300, "túi", 1)


@pytest.mark.parametrize(
    ("text", "count", "unit"),
    [
        ("khan 200 chiec/thang, 120-180k/chiec", 200, "chiếc"),
        ("áo: 50 bộ/tháng, 300k/bộ", 50, "bộ"),
        ("da bac, hoa binh: 50 con/thang, 160k/kg", 50, "con"),
        ("nón 300 cái mỗi tháng", 300, "cái"),
        ("hộp 6 chiếc, 40 hộp/tháng", 40, "hộp"),
        ("bó 10 cành, 300 bó/tháng", 300, "bó"),
    ],
)
def test_pieces_behind_the_goods_are_so_many_of_them(
    reader: Reader, text: str, count: int, unit: str
) -> None:
    found = reader.read(text)
    assert (found.quantity_min, found.unit, found.per) == (count, unit, "month")
