"""What an offer lists and the buyer names as well is wanted whole; what he names no one of is told apart."""

import pytest

from matchmaker.wording.reasons import sentence
from matchmaker.wording.reasons.summary import headline
from scoring.criteria.all_wanted import all_wanted
from scoring.records import Demand, Offer


@pytest.mark.parametrize(
    ("wanted", "spec", "offered", "whole"),
    [
        ("Xà lách romaine, xà lách lô lô", "", "xà lách romaine, lô lô xanh tím", True),
        ("Xà lách romaine, xà lách lô lô", "", "Xà lách ôn đới (romaine, lô lô)", True),
        ("Xà lách romaine, xà lách lô lô", "", "xà lách romaine, lôlô tím", True),
        ("Bơ 034, bơ Booth", "", "bơ 034, booth loại 1", True),
        ("Bơ 034, bơ Booth", "", "bơ Booth, bơ sáp", False),
        ("Cam lòng vàng Cao Phong (CS1, V2)", "", "Cam lòng vàng CS1 và V2", True),
        ("Organic cassia", "Cigarette rolls or split", "Organic cassia, cigarette and split", True),
        ("Gạo ST24, ST25", "", "Gạo ST25, ST24", True),
        ("toi, hanh tim", "", "Hành tím Vĩnh Châu, tỏi Phan Rang", True),
        ("Xà lách romaine, xà lách lô lô", "", "Xà lách romaine, xà lách mỡ", False),
        ("Organic cassia", "Cigarette rolls", "Organic cassia, cigarette and split", False),
        ("Xà lách romaine, xà lách lô lô", "", "Xà lách romaine", False),
        ("Gạo ST25", "", "Gạo ST24, ST25", False),
    ],
)
def test_an_offer_is_wanted_whole_where_the_buyer_names_all_that_it_lists(wanted, spec, offered, whole):
    assert all_wanted(Offer("o", offered), Demand("d", wanted, spec=spec)) is whole


MORE = {"quantity": 5.0, "unit": "tấn", "per": "month", "months": (12, 1), "price_min": 20_000.0,
        "price_unit": "kg"}  # fmt: skip
NEED = {"quantity": 2.0, "unit": "tấn", "per": "month", "months": (12, 1), "price_max": 90_000.0,
        "price_unit": "kg"}  # fmt: skip


@pytest.mark.parametrize(
    ("wanted", "offered"),
    [
        ("Xà lách romaine, xà lách lô lô", "Xà lách ôn đới (romaine, lô lô)"),
        ("Cam canh, cam sành", "Cam sành và cam canh"),
        ("Tỏi, hành tím", "Hành tím Vĩnh Châu, tỏi Phan Rang"),
    ],
)
def test_an_offer_of_all_that_is_wanted_asks_for_the_shares_alone(explained, wanted, offered):
    match = explained({"product": wanted, **NEED}, {"product": offered, **MORE})
    told = [{"criterion": row.criterion, "code": row.code, "facts": row.facts} for row in match.reasons]
    rows = {row["criterion"]: row for row in told}
    said = {name: sentence(row["code"], row["facts"], "vi") for name, row in rows.items()}
    assert "cả hai thứ bên mua cần" in said["product"]
    assert "tính chung" not in said["volume"]
    assert "riêng loại này" not in said["volume"]
    assert "giá từng thứ" not in said["price"]
    line = headline({"reasons": told}, "vi")
    assert line.startswith("Đúng cả hai thứ cần")
    assert "tỷ lệ từng loại" in line
    assert "both of what the buyer wants" in sentence(rows["product"]["code"], rows["product"]["facts"], "en")


def test_one_of_a_choice_asks_for_no_shares(explained):
    match = explained({"product": "Cam canh hoặc cam sành"}, {"product": "Cam sành, cam canh"})
    facts = next(row.facts for row in match.reasons if row.criterion == "product")
    assert "holds_all" not in facts


def test_cuts_of_one_product_are_no_several_goods(explained):
    wanted = {"product": "Organic cassia cinnamon", "spec": "Cigarette rolls or split, no broken", **NEED}
    match = explained(wanted, {"product": "Organic cassia, cigarette and split", **MORE})
    rows = {row.criterion: row for row in match.reasons}
    assert not rows["product"].facts["offered_listed"]
    assert "supply_listed" not in rows["volume"].facts
    assert "price_of_all" not in rows["price"].facts


@pytest.mark.parametrize(
    ("wanted", "offered", "right"),
    [
        ("Bưởi Diễn, bưởi đỏ bày Tết", "Bưởi đỏ Tân Lạc", True),
        ("Bưởi Diễn, bưởi đỏ bày Tết", "Bưởi Diễn", True),
        ("Chuối tiêu, chuối ngự cúng Tết", "Chuối ngự", True),
        ("Cam canh, cam sành", "Cam sành", True),
        ("Bưởi Diễn, bưởi đỏ bày Tết", "Bưởi da xanh", False),
    ],
)
def test_any_of_the_goods_that_a_buyer_lists_is_right(explained, wanted, offered, right):
    match = explained({"product": wanted}, {"product": offered})
    row = next(row for row in match.reasons if row.criterion == "product")
    assert (row.code != "product_sibling") is right


@pytest.mark.parametrize(
    ("wanted", "offered", "unsaid"),
    [
        ("Na dai (na Chi Lăng, na Mai Sơn)", "Na Chi Lăng", None),
        ("Chè hữu cơ (Tân Cương, La Bằng)", "Chè La Bằng", ["hữu cơ"]),
        ("Miến dong không phẩm màu (Bình Liêu, Na Rì)", "Miến dong Bình Liêu", ["không phẩm màu"]),
    ],
)
def test_goods_that_a_bracket_names_are_what_stands_before_it(explained, wanted, offered, unsaid):
    match = explained({"product": wanted}, {"product": offered})
    facts = next(row.facts for row in match.reasons if row.criterion == "product")
    assert facts.get("unsaid") == unsaid


@pytest.mark.parametrize(
    ("wanted", "offered", "words"),
    [
        ("Mật ong đặc sản các loại", "Mật ong bạc hà", "thuộc “Mật ong đặc sản các loại” bên mua cần"),
        ("Rau củ quả các loại", "Rau Đà Lạt (xà lách, cà chua)", "thuộc nhóm “Rau củ quả các loại”"),
        ("nho xanh, tao Ninh Thuan", "Nho Ninh Thuận", "hợp loại “nho xanh” bên mua cần"),
        ("Cam sành, cam V2", "Cam V2", "đúng “cam V2” trong các thứ bên mua nêu"),
    ],
)
def test_goods_of_which_no_sort_is_named_are_none_of_a_list(explained, wanted, offered, words):
    match = explained({"product": wanted}, {"product": offered})
    row = next(row for row in match.reasons if row.criterion == "product")
    assert words in sentence(row.code, row.facts, "vi")
    assert sentence(row.code, row.facts, "en")


def test_a_sort_that_the_offer_does_not_say_is_no_sort_told_of_it(explained):
    wanted = {"product": "Quế hữu cơ", "spec": "điếu thuốc, ống sáo"}
    match = explained(wanted, {"product": "quế ống sáo"})
    row = next(row for row in match.reasons if row.criterion == "product")
    assert "loại “điếu thuốc”" not in sentence(row.code, row.facts, "vi")
    assert "đúng quy cách “ống sáo”" in sentence(row.code, row.facts, "vi")
