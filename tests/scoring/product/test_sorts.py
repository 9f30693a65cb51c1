"""The sorts that a record names of its goods, in a bracket, in a list without its noun, in its words."""

import pytest

from scoring.product import ProductText, Relation


def keys(matcher, name, description=""):
    return [matcher.lexicon.kinds[k].key for k in matcher.reading(ProductText(name, description)).kinds]


def relation(matcher, wanted, offered):
    found = matcher.compare(*(matcher.read([ProductText(*each)]) for each in (wanted, offered)))
    return Relation(int(found.relation[0, 0]))


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Trái cây sấy dẻo (xoài, mận hoặc hồng)", ["mango_dried", "plum_dried", "persimmon_soft"]),
        ("Hạt (điều, mắc ca, óc chó)", ["cashew", "macadamia", "walnut"]),
        ("Rau củ: cà rốt, su hào, bắp cải, cải thảo", ["carrot", "kohlrabi", "cabbage", "napa_cabbage"]),
        ("Hải sản khô (mực, cá thu, tôm)", ["squid_dried", "mackerel_dried", "shrimp_dried"]),
        ("Trà túi lọc (atiso, gừng, hoa cúc)", ["artichoke_tea", "ginger_tea", "chrysanthemum_tea"]),
        ("Khăn, túi thổ cẩm lanh", ["brocade_scarf", "brocade_bag"]),
        ("Lạp xưởng, đồ gác bếp", ["sausage_smoked", "smoked_meat"]),
        ("Cam canh, cam sành hoặc V2", ["mandarin_canh", "orange_sanh", "orange_valencia"]),
        ("Gạo Séng Cù hoặc tám Điện Biên", ["rice_seng_cu", "rice_dien_bien"]),
        (
            "Cà rốt, su hào, bắp cải, cải thảo, khoai tây, hành tây",
            ["carrot", "kohlrabi", "cabbage", "napa_cabbage", "potato", "onion"],
        ),
    ],
)
def test_all_goods_of_a_list_are_read_however_short_its_items_are(matcher, name, found):
    assert keys(matcher, name) == found


@pytest.mark.parametrize(
    ("name", "description", "found"),
    [
        (
            "Cam",
            "cam canh, cam sành hoặc V2, size đều, không dập",
            "mandarin_canh orange_sanh orange_valencia",
        ),
        ("gao te ngon", "gao Seng Cu hoac tam Dien Bien", "rice_seng_cu rice_dien_bien"),
        ("Trái cây sấy dẻo", "xoài, mận hoặc hồng, túi 250-500 g", "mango_dried plum_dried persimmon_soft"),
        ("Sầu riêng", "Ri6 hoặc Dona, trái 2–5 kg", "durian_ri6 durian_monthong"),
    ],
)
def test_sorts_in_the_words_of_a_record_are_what_is_meant(matcher, name, description, found):
    assert keys(matcher, name, description) == found.split()


@pytest.mark.parametrize(
    ("name", "description"),
    [
        ("Gạo", "không nhận ST25, nếp cái hoa vàng"),
        ("Gạo", "ưu tiên Séng Cù, không lấy ST25"),
        ("Trái cây", "xoài, mận để làm mứt"),  # one of them is more than a name
        ("Lê Tai Nung", "quả tươi, siêu thị"),
    ],
)
def test_what_is_turned_away_or_only_part_of_a_sentence_is_no_sort(matcher, name, description):
    assert matcher.reading(ProductText(name, description)).forms == ()


def test_sorts_beside_the_goods_leave_these_what_they_are(matcher):
    tea = ("Chè Shan tuyết cổ thụ Suối Giàng", "bạch trà, hồng trà, trà xanh 1 tôm 2 lá")
    assert relation(matcher, ("Hồng trà Shan tuyết",), tea) is Relation.SAME
    assert relation(matcher, ("Chè Shan tuyết",), tea) is Relation.SAME


@pytest.mark.parametrize(
    ("wanted", "offered", "found"),
    [
        ("Sầu riêng Ri6 cấp đông", "Cơm sầu riêng Ri6 đông lạnh", Relation.SAME),
        ("Sầu riêng Ri6 cấp đông", "Sầu riêng Dona tách múi cấp đông", Relation.SIBLING),
        ("Sầu riêng Ri6 cấp đông", "Sầu riêng cấp đông", Relation.GENERIC),
        ("Sầu riêng cấp đông", "Sầu riêng Ri6 cấp đông", Relation.SAME),
        ("Xoài cát Hòa Lộc sấy dẻo", "Xoài Cát Chu sấy dẻo", Relation.SIBLING),
    ],
)
def test_the_variety_of_frozen_and_dried_goods_counts(matcher, wanted, offered, found):
    assert relation(matcher, (wanted,), (offered,)) is found


@pytest.mark.parametrize(
    ("wanted", "offered", "found"),
    [
        ("Cam", "Cam Canh Cao Phong", Relation.VARIETY),
        ("Cam sành", "Cam Canh", Relation.SIBLING),
        ("Quýt", "Cam Canh", Relation.SIBLING),  # by the botanists a tangerine
        ("Cam Canh", "Quýt Bắc Sơn", Relation.FAMILY),
        ("Trái cây sấy", "Mít sấy", Relation.VARIETY),
        ("Trái cây sấy thập cẩm", "Trái cây sấy", Relation.GENERIC),
        ("Ghẹ sống", "Ghẹ xanh hấp", Relation.OTHER_FORM),
        ("nấm tươi các loại", "Nấm sò, nấm hương tươi", Relation.VARIETY),
        ("trà shan tuyết", "chè xanh móc câu", Relation.SIBLING),
        ("na dai", "na bở", Relation.SIBLING),
        ("Măng khô", "Măng tre Bát Độ muối", Relation.OTHER_FORM),
    ],
)
def test_goods_are_what_the_trade_calls_them(matcher, wanted, offered, found):
    assert relation(matcher, (wanted,), (offered,)) is found


@pytest.mark.parametrize(
    ("name", "description"),
    [
        ("Mận tươi", "ưu tiên mận hậu loại 1; giống mận khác chỉ nhận khi thiếu"),
        ("man tuoi", "uu tien man hau; loai khac lay neu thieu"),
    ],
)
def test_a_sort_that_comes_first_is_the_one_wanted_where_others_are_taken_in_need_alone(
    matcher, name, description
):
    told = matcher.reading(ProductText(name, description)).told
    assert matcher.lexicon.kinds[told].key == "plum_hau"
    assert matcher.reading(ProductText("Mận tươi", "ưu tiên mận hậu")).told < 0


def test_goods_named_beside_a_sort_by_another_name_are_wanted_as_much_as_it(matcher):
    assert matcher.reading(ProductText("Dê thịt sống", "dê cỏ/dê núi 25–35 kg/con")).told < 0
    told = matcher.reading(ProductText("Dê thịt sống", "dê cỏ 25–35 kg/con")).told
    assert matcher.lexicon.kinds[told].key == "goat_co"
