"""What a piece holds is read where it stands beside the piece, and never out of an amount."""

import pytest

from matchmaker.intake.sizes import PieceSize, piece_sizes


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("chai 500 ml, thùng 12 chai", [("chai", 500, 500, "ml")]),
        ("nuoc mam ca com chai 1 lit", [("chai", 1, 1, "lít")]),
        ("can 20 lít, chai 500 ml", [("can", 20, 20, "lít"), ("chai", 500, 500, "ml")]),
        ("túi hút chân không 250 g", [("túi", 250, 250, "g")]),
        ("hũ thủy tinh 0,5 kg", [("hũ", 0.5, 0.5, "kg")]),
        ("200g/gói", [("gói", 200, 200, "g")]),
        ("fried chips 100g pouches", [("gói", 100, 100, "g")]),
        ("500 ml glass bottle", [("chai", 500, 500, "ml")]),
        ("túi 300–500 g", [("túi", 300, 500, "g")]),
        ("lợn hơi 40–60 kg/con", [("con", 40, 60, "kg")]),
        ("chai 500 ml, chai 750 ml", [("chai", 500, 750, "ml")]),
        ("trung bình 500 kg mỗi ngày", []),
        ("can 20 lit moi ngay", []),
        ("túi 500 kg/tuần", []),
        ("200 chai 500ml mỗi tháng", [("chai", 500, 500, "ml")]),
        ("chai sứ/thủy tinh 500 ml", [("chai", 500, 500, "ml")]),
        ("chai su/thuy tinh 500ml", [("chai", 500, 500, "ml")]),
        ("túi giấy hoặc nhựa 250 g", [("túi", 250, 250, "g")]),
        ("500 ml glass/ceramic bottles", [("chai", 500, 500, "ml")]),
        ("hộp 50 g/thùng 20 kg", [("hộp", 50, 50, "g"), ("thùng", 20, 20, "kg")]),
        ("gà sống 1,8–2,2 kg", [("con", 1.8, 2.2, "kg")]),
        ("gà sống 20 kg", []),
        ("bán gà 2 kg", []),
        ("lô 500 kg", []),
        ("giá 40-50k/bó 10 cành tại ruộng", [("bó", 10, 10, "cành")]),
        ("bó 10 cành hoặc bó 20 cành", []),
        ("cúc mâm xôi, chậu 5 cây, cao 40 cm", [("chậu", 5, 5, "cây")]),
        ("120k/chau gom 3 cay", [("chậu", 3, 3, "cây")]),
        ("địa lan 4 cây/chậu", [("chậu", 4, 4, "cây")]),
        ("cúc đại đóa 5 cây / chậu", [("chậu", 5, 5, "cây")]),
        ("3 cay moi chau", [("chậu", 3, 3, "cây")]),
        ("2 gốc một chậu", [("chậu", 2, 2, "cây")]),
        ("lan Đai Châu 5 cây", []),
        ("đào Mai Châu 10 gốc", []),
        ("lan dai chau 5 cay", []),
        ("dao Mai Chau 10 goc", []),
        ("chậu 3 cây hoặc chậu 5 cây", []),
        ("chậu 1 cây", []),
        ("chậu 20 cm, 5 cây mẹ", []),
    ],
)
def test_sizes_are_read_from_packing_and_names(text, sizes):
    assert piece_sizes(text) == tuple(PieceSize(*each) for each in sizes)


def test_a_bare_can_is_a_jerrycan_in_the_name_of_goods_alone():
    assert piece_sizes("ruou ngo can 20l", named=True) == (PieceSize("can", 20, 20, "lít"),)
    assert piece_sizes("ruou ngo can 20l") == ()


@pytest.mark.parametrize(
    ("text", "unit", "low", "measure"),
    [
        ("hộp gỗ thông 200g", "hộp", 200, "g"),
        ("bao giấy kraft 10 kg", "bao", 10, "kg"),
        ("tui zip bac dung 500 g", "túi", 500, "g"),
        ("can nhựa 20 lít", "can", 20, "lít"),
        ("thung xop 8kg", "thùng", 8, "kg"),
    ],
)
def test_what_a_pack_is_made_of_may_stand_before_what_it_holds(
    text: str, unit: str, low: float, measure: str
) -> None:
    (size,) = piece_sizes(text, named=True)
    assert (size.unit, size.low, size.measure) == (unit, low, measure)


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("1 cặp = 2 chậu", "chậu"),
        ("giao tận nơi, một đôi là 2 chiếc", "chiếc"),
        ("1 cap = 2 hop, co tui", "hộp"),
        ("120k/cặp (cặp = hai cành)", "cành"),
    ],
)
def test_a_pair_is_two_of_what_is_said(text: str, one: str) -> None:
    assert piece_sizes(text) == (PieceSize("cặp", 2.0, 2.0, one),)


@pytest.mark.parametrize(
    "text", ["cặp gà trống 2 con", "2 cặp = 4 chậu", "giao một cặp, 2 chậu", "mot cap 3 chau"]
)
def test_what_is_no_statement_of_a_pair_gives_none(text: str) -> None:
    assert piece_sizes(text) == ()


def test_a_tray_of_eggs_holds_its_number_and_half_a_kilogram_is_a_figure():
    assert [(s.unit, s.low, s.measure) for s in piece_sizes("vỉ 10 quả")] == [("khay", 10, "quả")]
    assert [(s.unit, s.low, s.measure) for s in piece_sizes("gói nửa ký")] == [("gói", 0.5, "kg")]
    assert piece_sizes("vỉ 10 quả, vỉ 30 quả") == ()


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("chai 10 ml và 50 ml", [("chai", 10, 50, "ml")]),
        ("lọ 30 ml hoặc 100 ml", [("lọ", 30, 100, "ml")]),
        ("goi 100g, 200g", [("gói", 100, 200, "g")]),
        ("hũ 250 g, 500 g, 1 kg", [("hũ", 250, 500, "g"), ("hũ", 1, 1, "kg")]),
        ("chai 10, 30, 50 ml", [("chai", 10, 50, "ml")]),
        ("10 ml and 50 ml bottles", [("chai", 10, 50, "ml")]),
        ("gói 500 g, 200 kg, giá 200k", [("gói", 500, 500, "g")]),
        ("gói 500 g, 2 kg mỗi tuần", [("gói", 500, 500, "g")]),
        ("gói 500 g, 20 kg/thùng", [("gói", 500, 500, "g"), ("thùng", 20, 20, "kg")]),
        ("chai 1,5 lít", [("chai", 1.5, 1.5, "lít")]),
    ],
)
def test_the_sizes_of_a_list_are_all_read_and_amounts_are_none(text, sizes):
    assert [(s.unit, s.low, s.high, s.measure) for s in piece_sizes(text)] == sizes


@pytest.mark.parametrize(
    ("packing", "weighs"),
    [
        ("lợn hơi 50–70 kg", (50, 70)),
        ("lon ban hoi 20-25 kg", (20, 25)),
        ("vịt cỏ 1,8 kg", (1.8, 1.8)),
        ("dê núi từ 25 đến 30 kg, giao tận nơi", (25, 30)),
        ("bò lai hơi 250–300 kg", (250, 300)),
        ("gà 500 kg mỗi tháng", None),
        ("lợn hơi 500 kg", None),  # no pig weighs so much
        ("bơ 80 kg", None),
        ("lợn hơi 60.000 đ/kg", None),
    ],
)
def test_what_a_head_weighs_is_read_beside_the_animals_name(packing, weighs):
    found = [each for each in piece_sizes(packing, named=True) if each.unit == "con"]
    assert found == ([PieceSize("con", *weighs, "kg")] if weighs else [])
