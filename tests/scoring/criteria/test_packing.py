"""Packs that a buyer wants are the offer's own, others to be repacked, or unsaid."""

import pytest

from scoring.criteria.packing import packed
from scoring.criteria.packs import first_pack, packed_in, packs_in, packs_listed, packs_named
from scoring.units import fold


@pytest.mark.parametrize(
    ("asks", "told", "packaging", "says"),
    [
        ("gói 200 g", "", "gói 200 g", "same"),
        ("gói 200 g", "", "bao 20 kg", "repack"),
        ("gói 200 g", "", "gói 500 g", "repack"),
        ("gói 200 g", "", "gói", "unsaid"),
        ("gói 200 g", "", "", "unsaid"),
        ("hũ thủy tinh 300 ml", "", "hũ nhựa 300 ml", "repack"),
        ("gói 200 g", "đóng gói 200 g, 500 g", "", "same"),
        ("túi 100 g", "", "hộp 100 g, túi 500 g", "repack"),
        ("túi 500 g", "", "hộp 100 g, túi 500 g", "same"),
        ("bao 10 kg", "", "túi 5 kg, 10 kg", "same"),
        ("bao 25 kg", "", "bao 10 kg, 25 kg", "same"),
        ("túi 100 g", "", "bao 10 kg", "repack"),
        ("trà rời", "", "túi bóng 1 kg", "same"),
        ("trà rời", "", "hộp thiếc 100 g", "repack"),
        ("hộp gỗ đẹp", "", "hộp gỗ 200 g", "same"),
        ("hộp gỗ đẹp", "", "bao giấy kraft 10 kg", "repack"),
        ("bọc lưới", "", "sọt 15 kg", "repack"),
        ("bọc lưới", "", "lưới từng bắp", "same"),
        ("thùng 30 túi", "", "túi 400 g", "unsaid"),
        ("hộp 4–6 món", "", "hộp giấy", "unsaid"),
        ("gói van 250 g, 500 g", "", "gói 500 g có van", "same"),
    ],
)
def test_a_pack_that_is_wanted_is_held_against_those_offered(asks, told, packaging, says):
    pack = packs_in(asks)[0]
    assert packed(asks, fold(asks), pack, f"{told}; {packaging}", packaging).says == says


@pytest.mark.parametrize(
    "text", ["ủ thùng gỗ 12 tháng", "u thung go", "ngâm chum sành", "1 ấm 6 chén + khay"]
)
def test_what_goods_were_made_in_or_a_set_consists_of_is_no_pack(text):
    assert packs_in(text) == []


@pytest.mark.parametrize(
    ("text", "packs"),
    [
        ("300 g/quả bao 20 kg", ["bao"]),
        ("15k/trái bao 10 kg", ["bao"]),
        ("15k/trai bao 10kg", ["bao"]),
        ("quả bao pp 20 kg", ["bao"]),
        ("1,2 kg / quả bao dứa", ["bao"]),
        ("trái bao túi vải", []),
        ("quả bao giấy trên cây", []),
        ("qua boc tui", []),
    ],
)
def test_a_sack_behind_a_fruit_is_a_pack_and_a_bag_on_the_tree_is_none(text, packs):
    assert packs_in(text) == packs


def test_the_words_on_packing_speak_of_packs_alone():
    assert (packed_in("can"), packed_in("bo 1kg"), packed_in("bao quản mát")) == (["can"], ["bó"], [])
    assert packs_in("bo sua, lon den") == []


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("ruou ngo; 45 do 35k/lit can 20 lit lay tai nha", "can 20 lit"),
        ("Giỏ quà Tết; giỏ tre 6 món", "giỏ tre 6 món"),
        ("chanh leo; đóng thùng carton 10 kg giao tại vườn, 12k/kg", "thùng carton 10 kg"),
        ("dưa lưới; trồng nhà lưới", ""),
    ],
)
def test_an_offer_is_quoted_with_the_words_for_its_pack_alone(told, words):
    assert first_pack(told) == words


def test_a_text_lists_packs_each_with_what_it_holds():
    listed = packs_listed("hộp 100 g, túi 250 g, 500 g")
    assert [(kind, [low for _, low, _ in held]) for kind, held in listed] == [
        ("hộp", [100.0]), ("túi", [250.0]), ("túi", [500.0]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("packaging", "pack"),
    [
        ("hộp 250 g, xe lạnh", "hộp 250 g"),
        ("khay 500 g; giao xe tải", "khay 500 g"),
        ("thung xop 5 kg, van chuyen lanh 2-4 do", "thung xop 5 kg"),
        ("carton 5 kg, refrigerated truck", "carton 5 kg"),
        ("thùng xốp, có đá", "thùng xốp, có đá"),
        ("túi hút chân không, dán nhãn", "túi hút chân không, dán nhãn"),
    ],
)
def test_how_goods_are_carried_is_no_pack(packaging, pack):
    assert packed("hộp 300 g", "hop 300 g", "hộp", packaging, packaging).offered == pack


@pytest.mark.parametrize(
    ("product", "packs"),
    [
        ("Giỏ mây tre đựng quà Tết", ()),
        ("Túi cói thêu hoa", ()),
        ("Hộp gỗ sơn mài", ()),
        ("Vải thiều đóng hộp 3 kg", ("hộp 3 kg",)),
    ],
)
def test_goods_that_are_a_pack_themselves_ask_for_none(product, packs):
    assert packs_named(product) == packs


@pytest.mark.parametrize(
    ("asks", "packaging", "remarks", "said"),
    [
        ("bó 0,5 kg", "bó", "moi ngay 15-20kg", "unsaid"),
        ("túi 500 g", "túi hút chân không", "mỗi tháng 3 tấn, 20 kg một lần", "unsaid"),
        ("hộp 250 g", "hộp nhựa", "40 kg/ngày", "unsaid"),
        ("bó 0,5 kg", "bó 1 kg", "moi ngay 15-20kg", "repack"),
        ("túi 500 g", "bao", "mỗi tháng 300 kg", "repack"),
    ],
)
def test_an_amount_told_elsewhere_is_no_content_of_a_pack(asks, packaging, remarks, said):
    found = packed(asks, fold(asks), packs_in(asks)[0], f"rau; {packaging}; {remarks}", packaging)
    assert found.says == said


@pytest.mark.parametrize(
    ("packaging", "grams"),
    [
        ("bao PP 50 kg, bao 25 kg", [50_000.0, 25_000.0]),
        ("bao PE 60kg", [60_000.0]),
        ("bao dua 30 kg", [30_000.0]),
        ("bao gom 50 kg", []),
    ],
)
def test_what_a_bag_is_made_of_may_stand_before_what_it_holds(packaging, grams):
    assert [held[0][1] for _, held in packs_listed(packaging) if held] == grams
