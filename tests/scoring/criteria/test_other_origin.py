"""A name that tells an origin is believed before any place of packing, of selling or of the seller."""

from __future__ import annotations

from datetime import date

import pytest

from matchmaker.services.reference import load_reference, scoring_context
from matchmaker.services.understanding import demand_from, offer_from
from scoring.packed_at import without_work_places
from scoring.profile import Profile
from scoring.ranking import explain_pair

AT = {
    "Lý Sơn": "đặc khu Lý Sơn, tỉnh Quảng Ngãi",
    "Hoàng Su Phì": "xã Hoàng Su Phì, tỉnh Tuyên Quang",
    "Cao Phong": "xã Cao Phong, tỉnh Phú Thọ",
    "Lục Ngạn": "xã Lục Ngạn, tỉnh Bắc Ninh",
    "Mường Khương": "xã Mường Khương, tỉnh Lào Cai",
    "Bắc Kạn": "phường Bắc Kạn, tỉnh Thái Nguyên",
    "Văn Quan": "xã Văn Quan, tỉnh Lạng Sơn",
    "Hương Khê": "xã Hương Khê, tỉnh Hà Tĩnh",
}

TODAY = date(2026, 11, 27)


@pytest.fixture(scope="module")
def explained():
    """The account of two records as they come in."""
    reference, context, profile = load_reference(), scoring_context(TODAY), Profile.default()

    def match(wanted, offered):
        demand = demand_from({"id": "D", "place": "Hà Nội", **wanted}, reference, TODAY)
        offer = offer_from({"id": "O", **offered}, reference, TODAY)
        return explain_pair(demand, offer, context, profile)

    return match


@pytest.mark.parametrize(
    ("wanted", "offered", "description", "place"),
    [
        ("Tỏi Lý Sơn", "Tỏi Kinh Môn Hải Dương", "tỏi khô loại 1, đóng túi tại Lý Sơn", "Lý Sơn"),
        ("Tỏi Lý Sơn", "toi kho Kinh Mon", "dong tui tai Ly Son", "Lý Sơn"),
        ("Tỏi Lý Sơn", "Tỏi Ninh Thuận", "packed in Ly Son", "Lý Sơn"),
        ("Tỏi Lý Sơn", "Tỏi Nghệ An", "", "Lý Sơn"),
        ("Chè Shan tuyết Hà Giang", "Chè Thái Nguyên", "đóng gói tại Hoàng Su Phì", "Hoàng Su Phì"),
        ("Cam Cao Phong", "Cam Vinh bán tại Cao Phong", "", "Cao Phong"),
        ("Cam Cao Phong", "Cam Hà Giang", "kho tại Cao Phong", "Cao Phong"),
        ("Gạo Séng Cù", "Gạo ST25 đóng ở Mường Khương", "", "Mường Khương"),
        ("Vải Lục Ngạn", "Vải Thanh Hà", "sơ chế tại Lục Ngạn", "Lục Ngạn"),
        ("Vải thiều Lục Ngạn", "Vải thiều Hưng Yên", "", "Lục Ngạn"),
        ("Hồng không hạt Bắc Kạn", "Hồng Đà Lạt", "sơ chế tại Bắc Kạn", "Bắc Kạn"),
        ("Hoa hồi Lạng Sơn", "Hoa hồi Cao Bằng", "tập kết ở Lạng Sơn", "Văn Quan"),
    ],
)
def test_goods_named_by_another_origin_are_another_product(explained, wanted, offered, description, place):
    offer = {"product": offered, "description": description, "place": AT[place], "certificates": ["GI"]}
    assert "wrong_product" in explained({"product": wanted}, offer).vetoes


@pytest.mark.parametrize(
    ("wanted", "offered", "description", "place"),
    [
        ("Tỏi Lý Sơn", "Tỏi trồng tại Lý Sơn", "đóng túi 500 g", "Lý Sơn"),
        ("Tỏi Lý Sơn", "Tỏi khô", "trồng và đóng túi tại Lý Sơn", "Lý Sơn"),
        ("Tỏi Lý Sơn", "Tỏi Quảng Ngãi", "", "Lý Sơn"),
        ("Cam Cao Phong", "Cam V2", "trồng tại Cao Phong", "Cao Phong"),
        ("Cam Cao Phong", "Cam Hòa Bình", "", "Cao Phong"),
        ("Vải thiều Lục Ngạn", "Vải thiều Bắc Giang", "bán tại Hà Nội", "Lục Ngạn"),
        ("Cam Hà Tĩnh", "Cam Khe Mây", "", "Hương Khê"),
    ],
)
def test_goods_of_the_place_stay_right(explained, wanted, offered, description, place):
    offer = {"product": offered, "description": description, "place": AT[place], "certificates": ["GI"]}
    assert "wrong_product" not in explained({"product": wanted}, offer).vetoes


def test_a_cultivar_only_packed_in_the_place_is_none_of_it(explained):
    offer = {"product": "Cam V2", "description": "bán tại Cao Phong", "place": "Vinh, Nghệ An"}
    assert "wrong_product" in explained({"product": "Cam Cao Phong"}, offer).vetoes


def test_general_goods_packed_in_the_place_are_none_of_it(explained):
    offer = {
        "product": "Vải thiều",
        "description": "đóng gói tại Lục Ngạn",
        "place": "xã Thanh Hà, Hải Phòng",
    }
    assert "wrong_product" in explained({"product": "Vải thiều Lục Ngạn"}, offer).vetoes


def test_goods_named_by_another_place_rank_behind_wherever_they_are_sold(explained):
    offer = {"product": "Địa lan Sìn Hồ", "description": "bán tại Sa Pa", "place": "phường Sa Pa, Lào Cai"}
    match = explained({"product": "Địa lan Sa Pa"}, offer)
    assert next(r.code for r in match.reasons if r.criterion == "product") == "product_sibling"
    own = explained({"product": "Địa lan Sa Pa"}, {"product": "Địa lan", "place": "phường Sa Pa, Lào Cai"})
    assert next(r.code for r in own.reasons if r.criterion == "product") == "product_same"


def test_garlic_called_dry_is_garlic(explained):
    assert not explained({"product": "Tỏi"}, {"product": "Tỏi khô", "place": "Hà Nội"}).vetoes
    assert (
        "wrong_form"
        in explained({"product": "Tỏi khô"}, {"product": "Tỏi sấy lát", "place": "Hà Nội"}).vetoes
    )


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("tỏi khô loại 1, đóng túi 500 g tại Lý Sơn", "tỏi khô loại 1, đóng túi 500 g"),
        ("dong tui tai ly son", "dong tui"),
        ("packed in Ly Son, dried", "packed, dried"),
        ("Cam Vinh bán tại Cao Phong, trồng ở Quỳ Hợp", "Cam Vinh, trồng ở Quỳ Hợp"),
        ("kho tại xã Cao Phong, tỉnh Phú Thọ; giao nhanh", "giao nhanh"),
        ("trồng và đóng gói tại Lý Sơn", "trồng và đóng gói tại Lý Sơn"),
        ("đóng thùng 10 kg, trồng tại Lục Ngạn", "đóng thùng 10 kg, trồng tại Lục Ngạn"),
        ("sầu riêng đóng thùng, vườn ở Khánh Sơn", "sầu riêng đóng thùng, vườn ở Khánh Sơn"),
        ("giao tại vườn Cao Phong", "giao tại vườn Cao Phong"),
        ("bán khô cá ở Cà Mau", "bán khô cá ở Cà Mau"),
    ],
)
def test_places_of_packing_and_selling_are_left_out(text, left):
    assert without_work_places(text) == left
