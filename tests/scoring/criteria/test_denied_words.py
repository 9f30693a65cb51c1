"""What a buyer names his goods as being without is asked with its denial, or not at all."""

import pytest

from scoring.criteria.denied_words import denials_named, without_its_denials


@pytest.mark.parametrize(
    ("name", "denials"),
    [
        ("miến dong không phẩm màu Bình Liêu", ("không phẩm màu",)),
        ("nuoc mam khong chat bao quan chai 500 ml", ("khong chat bao quan",)),
        ("mật ong chưa qua xử lý nhiệt", ("chưa qua xử lý nhiệt",)),
        ("xoài sấy ít đường, không chất tạo màu", ("ít đường", "không chất tạo màu")),
        ("trà xanh không hương liệu túi 100 g", ("không hương liệu",)),
        ("sugar-free dried mango", ("sugar-free",)),
        ("dried mango, no added sugar", ("no added sugar",)),
        ("unsulphured dried ginger", ("unsulphured",)),
        ("free-range chicken", ()),
        ("dứa chua ngọt", ()),
        ("mít sấy giòn", ()),
    ],
)
def test_a_denial_is_read_with_all_its_words(name, denials):
    assert denials_named(name) == denials


def test_a_name_without_its_denials_asks_for_none_of_what_they_deny():
    assert without_its_denials("miến dong không phẩm màu") == "miến dong ;"


@pytest.mark.parametrize(
    ("wanted", "offered", "more", "unsaid"),
    [
        ("Miến dong không phẩm màu", "Miến dong", {}, ["không phẩm màu"]),
        ("Miến dong không phẩm màu", "Miến dong", {"description": "không dùng chất tạo màu"}, None),
        ("Nước mắm không chất bảo quản", "Nước mắm", {}, ["không chất bảo quản"]),
        ("Giò lụa không hàn the", "Giò lụa", {}, ["không hàn the"]),
        ("Mứt gừng ít đường", "Mứt gừng", {}, ["ít đường"]),
        ("Chanh không hạt", "Chanh", {}, ["không hạt"]),
        ("Hạt điều nhân không vỏ", "Hạt điều nhân", {}, ["không vỏ"]),  # and not “bóc vỏ” too
        ("Dried mango, no added sugar", "Dried mango", {}, ["no added sugar"]),
        ("Dried mango, no added sugar", "Dried mango", {"description": "unsweetened"}, None),
        ("Xoài sấy dẻo không đường, mít sấy không muối", "Mít sấy", {}, ["không muối"]),
        ("Cà phê nhân chưa rang", "Cà phê nhân xanh", {}, None),  # judged with the form
    ],
)
def test_a_denial_that_the_offer_does_not_say_is_asked_whole(explained, wanted, offered, more, unsaid):
    match = explained({"product": wanted}, {"product": offered, **more})
    facts = next(row.facts for row in match.reasons if row.criterion == "product")
    assert facts.get("unsaid") == unsaid


@pytest.mark.parametrize(
    ("wanted", "offered", "more", "has"),
    [
        ("Miến dong không phẩm màu", "Miến dong", "có phẩm màu nhẹ", "có phẩm màu nhẹ"),
        ("Giò lụa không hàn the", "Giò lụa", "có hàn the", "có hàn the"),
        ("Ớt khô không chất bảo quản", "Ớt khô", "có chất bảo quản", "có chất bảo quản"),
    ],
)
def test_what_the_offer_says_there_is_is_laid_beside_the_denial(explained, wanted, offered, more, has):
    match = explained({"product": wanted}, {"product": offered, "description": more})
    facts = next(row.facts for row in match.reasons if row.criterion == "product")
    assert [row["offered"] for row in facts["spec"]] == [has]
    assert "unsaid" not in facts


@pytest.mark.parametrize(
    ("wanted", "offered", "unsaid"),
    [
        ("Địa lan chậu chơi Tết", "Địa lan chậu", None),
        ("Hạt dẻ ăn chơi", "Hạt dẻ", None),
        ("Chuối tiêu xanh cúng rằm", "Chuối tiêu xanh", None),
        ("Quất cảnh chưng Tết", "Quất cảnh", None),
        ("Cam Cao Phong làm quà biếu", "Cam Cao Phong", None),
        ("dao canh choi tet", "dao canh", None),
        ("Quất cảnh uốn rồng chưng Tết", "Quất cảnh", ["uốn rồng"]),
    ],
)
def test_what_goods_are_bought_for_is_no_sort_of_them(explained, wanted, offered, unsaid):
    match = explained({"product": wanted}, {"product": offered})
    facts = next(row.facts for row in match.reasons if row.criterion == "product")
    assert facts.get("unsaid") == unsaid
    assert not any(veto.code == "wrong_form" for veto in match.vetoes)
