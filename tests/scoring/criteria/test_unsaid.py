import pytest

from scoring.records import Certificate


@pytest.mark.parametrize(
    ("wanted", "offered", "more", "unsaid"),
    [
        ("Trà Shan tuyết cổ thụ", "Chè Shan tuyết", {}, ["cổ thụ"]),
        ("Trà Shan tuyết cổ thụ", "che shan tuyet co thu", {}, None),
        ("Trà Shan tuyết cổ thụ", "Chè Shan tuyết", {"description": "hái từ cây cổ thụ"}, None),
        ("Nước mắm trên 35 độ đạm", "Nước mắm cốt 40 độ đạm", {}, None),
        ("Nước mắm trên 35 độ đạm", "Mắm nhĩ 38N", {}, None),
        ("Nước mắm trên 35 độ đạm", "nuoc mam ca com", {}, ["độ đạm"]),
        ("Hạt điều rang muối", "Hạt điều Bình Phước", {}, ["rang muối"]),
        ("Quế hữu cơ", "Quế", {"certificates": (Certificate("HC_EU"),)}, None),
        ("Miến dong", "Miến dong", {}, None),
        ("Chanh leo tươi (đường hàng không)", "Chanh leo", {}, None),  # how it is carried
        ("Vải thiều đóng hộp 3 kg", "Vải thiều", {}, None),  # how it is packed
        ("Vải thiều ép nước", "Vải thiều", {}, None),  # what it is for
        ("gao nau ruou", "gạo", {}, None),
        ("gạo huyết rồng nấu cháo", "gạo", {}, ["huyết rồng"]),
        ("Mực một nắng, nước mắm cốt", "Nước mắm cá cơm", {}, None),  # a quality of another of the goods
        ("Mực một nắng, nước mắm cốt", "Mực khô", {}, ["một nắng"]),
        ("Mực một nắng", "mực 1 nắng Phú Quý", {}, None),
        ("Cá thu một nắng", "ca thu 1 nang", {}, None),
        ("Mực một nắng", "mực", {"description": "hàng 1 nắng 500 g/túi"}, None),
        ("Mực một nắng", "mực", {"description": "hàng một nắng từ Cô Tô"}, None),
        ("Mực 1 nắng", "mực một nắng", {}, None),
        ("Mực 1 nắng", "mực ống khô", {}, ["1 nắng"]),
        ("Mực một nắng", "mực 2 nắng", {}, ["một nắng"]),
        ("Mực một nắng", "mực loại 1 nặng 2 kg", {}, ["một nắng"]),
    ],
)
def test_a_quality_that_nothing_in_the_offer_tells_is_named(
    one, offer, demand, wanted, offered, more, unsaid
):
    told = one("product", offer(product=offered, **more), demand(product=wanted)).facts
    assert told.get("unsaid") == unsaid


def test_organic_goods_without_the_paper_required_are_told_to_lack_it_and_not_asked(one, offer, demand):
    wanted = demand(product="Gạo ST25 hữu cơ JAS", required_certificates=(Certificate("HC_JAS"),))
    told = one("product", offer(product="Gạo ST25"), wanted).facts
    assert told["organic_missing"]
    assert "unsaid" not in told
    held = one("product", offer(product="Gạo ST25", certificates=(Certificate("HC_JAS"),)), wanted).facts
    assert "unsaid" not in held


@pytest.mark.parametrize(
    ("wanted", "offered", "own"),
    [
        ("Tinh dầu tràm nguyên chất", "dầu tràm nấu thủ công", ["nấu thủ công"]),
        ("Tinh dầu tràm nguyên chất", "dau tram nau thu cong", ["nau thu cong"]),
        ("Miến dong hữu cơ", "miến dong tráng thủ công", ["tráng thủ công"]),
        ("Giỏ mây đan tay", "Giỏ mây đan có quai", ["có quai"]),
        ("Bộ bình gốm mộc", "Bộ bình gốm nung lộ thiên", ["nung lộ thiên"]),
        ("Mật ong nguyên chất", "mật ong quay thủ công", ["quay thủ công"]),
    ],
)
def test_the_sellers_words_are_told_whole(explained, wanted, offered, own):
    match = explained({"product": wanted}, {"product": offered})
    told = next(each.facts for each in match.reasons if each.criterion == "product")
    assert told.get("own_words") == own


@pytest.mark.parametrize(
    ("wanted", "offered", "unsaid"),
    [
        ("Chè Thái Nguyên sao thủ công", "Chè Thái Nguyên", ["thủ công"]),
        ("Miến dong thủ công", "Miến dong", ["thủ công"]),
        ("Giỏ mây đan tay", "Giỏ mây đan có quai", ["đan tay"]),
        ("Cam lòng vàng Cao Phong (CS1, V2)", "cam V2 Cao Phong", None),
        ("Thu mua miến dong số lượng lớn", "Miến dong", None),
        ("Cần mua chè Thái Nguyên loại ngon giá sỉ", "Chè Thái Nguyên", None),
    ],
)
def test_words_of_trade_are_known_as_they_are_written(explained, wanted, offered, unsaid):
    match = explained({"product": wanted}, {"product": offered})
    told = next(each.facts for each in match.reasons if each.criterion == "product")
    assert told.get("unsaid") == unsaid


@pytest.mark.parametrize(
    ("wanted", "offered", "unsaid"),
    [
        ("Cam tươi (ưu tiên cam lòng vàng Cao Phong)", "Cam lòng vàng Cao Phong", None),
        ("Bưởi, ưu tiên bưởi da xanh", "Bưởi da xanh Bến Tre", None),
        ("cam tuoi (uu tien cam sanh)", "cam sanh", None),
        ("Gạo (tốt nhất là gạo ST25)", "Gạo ST25", None),
        ("gạo huyết rồng (ưu tiên Long An)", "gạo", ["huyết rồng"]),  # what is wanted is asked still
    ],
)
def test_that_the_buyer_prefers_something_is_never_asked_of_the_goods(
    one, offer, demand, wanted, offered, unsaid
):
    assert one("product", offer(product=offered), demand(product=wanted)).facts.get("unsaid") == unsaid


@pytest.mark.parametrize(
    ("wanted", "offered", "description", "unsaid"),
    [
        ("Giỏ mây có nắp", "Giỏ mây", "bộ 3 giỏ lồng nhau, có nắp, đã sấy chống mốc", None),
        ("Giỏ mây có quai", "Giỏ mây", "co quai; say", None),
        ("Miến dong thủ công", "Miến dong", "làm thủ công.", None),
        ("Giỏ mây có nắp", "Giỏ mây", "bộ 3 (có nắp)", None),
        ("Giỏ mây có nắp", "Giỏ mây", "bộ 3, đã sấy", ["nắp"]),
    ],
)
def test_a_word_beside_a_comma_or_a_bracket_is_said(explained, wanted, offered, description, unsaid):
    match = explained({"product": wanted}, {"product": offered, "description": description})
    told = next(each.facts for each in match.reasons if each.criterion == "product")
    assert told.get("unsaid") == unsaid


def test_a_word_beside_a_comma_that_is_denied_is_not_said(explained):
    match = explained(
        {"product": "Giỏ mây có nắp"}, {"product": "Giỏ mây", "description": "bộ 3, không nắp, sấy"}
    )
    told = next(each.facts for each in match.reasons if each.criterion == "product")
    assert [(row["says"], row["offered"]) for row in told["spec"]] == [("unmet", "không nắp")]
