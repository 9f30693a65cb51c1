"""What a buyer refuses, waives or does himself asks nothing of a seller; refused goods are no match."""

import pytest

from scoring.criteria.specification import specified
from scoring.criteria.turned_away import excluded
from scoring.exclusions import asked_of, is_refusal
from scoring.notes import notes
from scoring.records import Demand, Offer


@pytest.mark.parametrize(
    ("product", "text", "asks", "goods"),
    [
        ("Khoai môn", "củ trên 1 kg; khoai sọ không lấy", "củ trên 1 kg", ("khoai sọ",)),
        ("Chuối tiêu hồng", "nải to. Không nhận chuối tây, chuối ngự", "nải to", ("chuối tây", "chuối ngự")),
        ("Thanh long ruột đỏ", "khong mua thanh long ruot trang", "", ("thanh long ruot trang",)),
        ("Xoài cát Hòa Lộc", "không nhận R2E2, Keo; 3 quả/kg", "3 quả/kg", ("R2E2", "Keo")),
        ("Nghệ vàng", "củ to, nghệ đen củ nhỏ loại", "củ to", ("nghệ đen củ nhỏ",)),
        ("Tôm sú", "20 con/kg. tôm thẻ không phải mặt hàng này", "20 con/kg", ("tôm thẻ",)),
        ("Cashew kernels", "W320, splits not accepted, LBW rejected", "W320", ("splits", "LBW")),
        ("Black pepper", "550 g/l. No white pepper; dry", "550 g/l. dry", ("white pepper",)),
        ("Dried mango", "soft; except green mango chips", "soft", ("green mango chips",)),
        ("Bơ 034", "dài quả; ngoại trừ bơ sáp", "dài quả", ("bơ sáp",)),
        ("Fresh lychee", "3 cm, gift box not required, leaves optional", "3 cm", ()),
        ("Nhãn lồng", "không bắt buộc cuống lá; chùm", "chùm", ()),
        ("Ginger", "washed; cartons provided by the buyer; irradiated at our plant", "washed", ()),
        ("Cải bắp", "bắp 1 kg, bên mua tự lo thùng xốp", "bắp 1 kg", ()),
        ("Su hào", "củ tròn, nhãn do bên mua cấp", "củ tròn", ()),
        ("Miến dong", "không phẩm màu, không lẫn sắn", "không phẩm màu, không lẫn sắn", ()),
        ("Star anise", "no sulphur, broken max 5%", "no sulphur, broken max 5%", ()),
        ("Cam sành", "loại 1, các loại, không nhận tháng 3", "loại 1, các loại, không nhận tháng 3", ()),
        ("Lan hồ điệp", "cành gãy trừ tiền theo cành", "cành gãy trừ tiền theo cành", ()),
        ("Cải thảo", "nghỉ tháng 7, 8 không lấy", "nghỉ tháng 7, 8 không lấy", ()),
        ("Khoai lang", "không lấy khoai mật, củ 200 g", "củ 200 g", ("khoai mật",)),
        ("Dừa xiêm", "gọt trọc; loại trừ dừa khô", "gọt trọc", ("dừa khô",)),
        ("Tôm sú", "từ chối tôm ướp ure, 20 con/kg", "20 con/kg", ("tôm ướp ure",)),
        ("Bưởi da xanh", "trên 1 kg; miễn bưởi năm roi", "trên 1 kg", ("bưởi năm roi",)),
        ("Cà phê nhân", "ẩm 12%; không nhận quả tươi", "ẩm 12%", ("quả tươi",)),
        ("Bưởi da xanh", "trên 1 kg; miễn phí giao", "trên 1 kg; miễn phí giao", ()),
        ("Quả miền Tây", "mien tay, qua to", "mien tay, qua to", ()),
        ("Black pepper", "550 g/l; ETO treated goods will be rejected", "550 g/l", ("ETO",)),
    ],
)  # fmt: skip
def test_only_what_is_asked_of_the_seller_is_left_of_a_text(product, text, asks, goods):
    found = asked_of(text, product)
    assert [
        each.strip() for each in found.text.replace(";", ",").replace(".", ",").split(",") if each.strip()
    ] == [each.strip() for each in asks.replace(";", ",").replace(".", ",").split(",") if each.strip()]
    assert tuple(name for each in found.refused for name in each.goods) == goods


@pytest.mark.parametrize(
    ("product", "spec", "offer", "words"),
    [
        ("Khoai môn", "khoai sọ không lấy", {"product": "Khoai sọ Cụ Cang"}, "Khoai sọ"),
        ("Khoai môn", "khoai sọ không lấy", {"product": "Khoai môn Lệ Phố"}, ""),
        (
            "Chuối tiêu",
            "không nhận chuối tây",
            {"product": "chuoi xanh", "remarks": "loai chuoi tay"},
            "chuoi tay",
        ),
        ("Chuối tiêu", "không nhận chuối tây", {"product": "Chuối", "remarks": "ngọt hơn chuối tây"}, ""),
        ("Nghệ vàng", "nghệ đen củ nhỏ loại", {"product": "Nghệ đen"}, "Nghệ đen"),
        ("Xoài cát", "không nhận R2E2, Keo", {"product": "Xoài Keo"}, "Keo"),
        ("Xoài cát", "không nhận R2E2, Keo", {"product": "Xoài Úc R2E2"}, "R2E2"),
        ("Black pepper", "no white pepper", {"product": "White pepper 630 g/l"}, "White pepper"),
        ("Chè đinh", "chè đinh; chè bồm không lấy", {"product": "Chè đinh", "remarks": "còn chè bồm"}, ""),
        ("Bơ 034", "không lấy bơ sáp", {"product": "Bơ 034, bơ sáp"}, ""),
        ("Cá lăng sống", "cá cấp đông không nhận", {"product": "Cá lăng cấp đông"}, "cấp đông"),
    ],
)
def test_an_offer_of_a_refused_sort_is_known_by_its_own_words(product, spec, offer, words):
    assert excluded(Offer("o", **offer), Demand("d", product, spec=spec)) == words


@pytest.mark.parametrize(
    ("spec", "remarks", "told"),
    [
        ("khoai sọ không lấy", "", []),
        ("khoai sọ không lấy", "không lẫn khoai sọ", []),
        ("khoai sọ không lấy", "có khoai sọ kèm", [("khoai sọ không lấy", "unmet", "khoai sọ")]),
        ("frozen not accepted, washing not needed", "", []),
        ("bên mua lo bao bì; củ sạch đất", "", [("củ sạch đất", "unsaid", "")]),
    ],
)
def test_a_refusal_is_told_only_where_the_offer_speaks_of_it(spec, remarks, told):
    clauses = specified(Offer("o", "Khoai môn", remarks=remarks), Demand("d", "Khoai môn", spec=spec))
    assert [(each.asks, each.says, each.offered) for each in clauses] == told


@pytest.mark.parametrize(
    ("spec", "description", "told"),
    [
        ("no polyester", "polyester pha", ("unmet", "polyester pha")),
        ("No printed batik", "printed batik pattern", ("unmet", "printed batik pattern")),
        ("No printed batik", "handwoven", ("unsaid", "")),
        ("cấm pha bột sắn", "có pha bột sắn 10%", ("unmet", "có pha bột sắn 10%")),
        ("No sulphur", "không lưu huỳnh", ("same", "")),
        ("tránh hàng dập nát", "ít dập nát", ("other", "ít dập nát")),
        ("without added sugar", "sugar added", ("unmet", "sugar added")),
        ("không lẫn rơm rạ", "không lẫn rơm rạ", ("same", "")),
        ("không tẩm ướp gia vị", "tẩm ướp gia vị Tây Bắc", ("unmet", "tẩm ướp")),
        ("không quá 5 kg", "5 kg một cuộn", ("same", "")),
    ],
)
def test_what_may_not_be_in_the_goods_is_missed_where_the_offer_says_it_is_there(spec, description, told):
    offer = Offer("o", "Vải thổ cẩm", description=description)
    clauses = specified(offer, Demand("d", "Vải thổ cẩm", spec=spec))
    assert [(each.says, each.offered) for each in clauses] == [told]
    assert clauses[0].refused is ("quá" not in spec)


def test_a_refusal_that_runs_on_is_told_as_one():
    offer = Offer("o", "Tôm thẻ", remarks="tôm bơm tạp chất")
    demand = Demand("d", "Tôm sú", spec="từ chối tôm ướp ure, tôm bơm tạp chất")
    assert [each.asks for each in specified(offer, demand)] == ["từ chối tôm bơm tạp chất"]


def test_what_is_not_to_be_frozen_is_not_asked_to_be_frozen():
    demand = Demand("d", "Dried mango", spec="never frozen")
    assert specified(Offer("o", "Dried mango", storage="ambient"), demand) == []
    assert [each.says for each in specified(Offer("o", "Dried mango", storage="frozen"), demand)] == ["unmet"]


@pytest.mark.parametrize(
    ("note", "asked"),
    [
        ("giá tại kho đóng gói, bên mua lo bốc xếp", [False]),
        ("bên mua tự dán tem", [False]),
        ("bên bán phải dán tem", [True]),
    ],
)
def test_what_the_buyer_sees_to_himself_is_quoted_and_not_asked(note, asked):
    found = notes(Offer("o", "Su su"), Demand("d", "Su su", note=note, remarks=note))
    assert [row["asked"] for rows in found.values() for row in rows] == asked


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        ("no 2-3 phan", False),
        ("no deu", False),
        ("no hoa dung Tet", False),
        ("no lacquer", True),
        ("no added sugar", True),
    ],
)
def test_flowers_that_open_refuse_nothing(words, refusal):
    assert is_refusal(words) is refusal
