"""Fresh and dried, told by a short clause of each side, are two forms of whatever grows or is caught."""

from __future__ import annotations

import pytest

from scoring.criteria.brief_states import offered_state, wanted_state
from scoring.product import Form
from scoring.records import Demand, Offer


@pytest.mark.parametrize(
    ("wanted", "offered", "forms"),
    [
        ({"product": "nấm hương", "spec": "nấm khô"}, {"product": "nấm hương",
         "description": "nấm tươi hái trong ngày"}, ("fresh", "dried")),
        ({"product": "chuối", "spec": "sấy dẻo"}, {"product": "chuối", "description": "tươi, nải"},
         ("fresh", "dried")),
        ({"product": "cá thát lát", "spec": "tươi"}, {"product": "cá thát lát", "description": "phơi khô"},
         ("dried", "fresh")),
        ({"product": "hoa hồng", "spec": "hoa sấy"}, {"product": "hoa hồng",
         "description": "hoa tươi cắt cành"}, ("fresh", "dried")),
        ({"product": "nam huong", "spec": "say kho"}, {"product": "nam huong",
         "description": "hai tuoi trong ngay"}, ("fresh", "dried")),
        ({"product": "rau má", "spec": "sấy khô"}, {"product": "rau má", "description": "rau tươi"},
         ("fresh", "dried")),
        ({"product": "Trà hoa vàng đóng hộp", "spec": "hoa nguyên bông sấy"},
         {"product": "hoa trà vàng tươi", "shelf_life_days": 3.0}, ("fresh", "dried")),
    ],
)  # fmt: skip
def test_fresh_for_dried_is_the_wrong_form(explained, wanted, offered, forms) -> None:
    match = explained(wanted, offered)
    said = match.reasons[0].facts
    assert "wrong_form" in match.vetoes
    assert (said["offered_form"], said["demanded_form"]) == forms


@pytest.mark.parametrize(
    ("wanted", "offered"),
    [
        ({"product": "xoài", "spec": "dùng để sấy, quả tươi"},
         {"product": "xoài", "description": "quả tươi"}),
        ({"product": "gừng", "spec": "củ tươi, vỏ khô"}, {"product": "gừng", "description": "củ tươi"}),
        ({"product": "nấm hương", "spec": "nấm khô"},
         {"product": "nấm hương", "description": "sấy khô từ nấm tươi"}),
        ({"product": "cá thu", "spec": "cá tươi"},
         {"product": "cá thu", "description": "cá tươi, ướp đá khô"}),
        ({"product": "nấm hương", "spec": "tươi hoặc khô"},
         {"product": "nấm hương", "description": "nấm khô"}),
        ({"product": "ớt", "spec": "tươi, không nhận khô"}, {"product": "ớt", "description": "ớt tươi"}),
        ({"product": "mít", "spec": "quả tươi"}, {"product": "mít", "description": "quả tươi, có lò sấy"}),
    ],
)  # fmt: skip
def test_what_speaks_of_something_else_refuses_nothing(explained, wanted, offered) -> None:
    assert "wrong_form" not in explained(wanted, offered).vetoes


def test_both_and_neither_tell_nothing() -> None:
    assert wanted_state(Demand("d", "chuối", spec="tươi, sấy dẻo")) is Form.NONE
    assert wanted_state(Demand("d", "chuối", spec="nguyên liệu sấy dẻo")) is Form.NONE
    assert offered_state(Offer("o", "chuối", description="nải to, đều")) is Form.NONE


@pytest.mark.parametrize(
    "told",
    [
        "thu hoạch mùa khô", "trồng vụ khô", "nuôi thức ăn khô", "cho ăn cám khô", "tép khô", "múi khô",
        "đất khô", "cùi khô", "thân lá khô", "phơi héo nhẹ", "múi vàng tươi", "thịt đỏ tươi",
        "ruột hồng tươi", "giống tươi", "cơ sở sấy dẻo", "chuyên sấy khô", "nhận sấy lạnh",
        "thu hoach mua kho", "mua kho", "thuc an kho", "giao tai kho", "nhap kho", "kho lanh",
        "tuoi nho giot", "tuoi 2 nam",
        "cay 3 nam tuoi", "tuoi nuoc sach", "uop da kho", "ca kho", "co so say deo",
        "fresh water", "raised in freshwater", "fresh-water fish", "stays fresh long", "fed dried pellets",
        "fresh aroma",
        "cửa hàng đồ khô", "nhà hàng cá tươi", "siêu thị thực phẩm tươi", "cua hang do kho", "bảo quản khô",
        "thời tiết khô", "hái lúc khô", "trời nắng khô", "ướp muối khô", "bao quan kho",
    ],
)  # fmt: skip
def test_seasons_feed_parts_colours_and_stores_tell_no_state(told) -> None:
    assert offered_state(Offer("o", "", description=told)) is Form.NONE
    assert wanted_state(Demand("d", "", spec=told)) is Form.NONE


@pytest.mark.parametrize(
    ("told", "form"),
    [
        ("say kho", Form.DRIED), ("phoi kho", Form.DRIED), ("da say deo", Form.DRIED),
        ("hoa kho", Form.DRIED), ("say thang hoa", Form.DRIED), ("la kho", Form.DRIED),
        ("sun dried", Form.DRIED), ("củ khô", Form.DRIED), ("cá khô", Form.DRIED), ("sấy lạnh", Form.DRIED),
        ("tuoi nguyen qua", Form.FRESH), ("rau tuoi", Form.FRESH), ("tuoi", Form.FRESH),
        ("hai tuoi trong ngay", Form.FRESH), ("fresh whole fish", Form.FRESH), ("tươi mới hái", Form.FRESH),
    ],
)  # fmt: skip
def test_states_are_read_with_and_without_marks(told, form) -> None:
    assert offered_state(Offer("o", "", description=told)) is form
    assert wanted_state(Demand("d", "", spec=told)) is form


def test_a_name_tells_fresh_goods_and_not_a_colour() -> None:
    assert wanted_state(Demand("d", "hồng tươi")) is Form.FRESH
    assert offered_state(Offer("o", "hoa trà vàng tươi")) is Form.FRESH


def test_goods_of_the_dry_season_serve_a_buyer_of_fresh_ones(explained) -> None:
    for told in ("thu hoạch mùa khô", "thu hoach mua kho", "tép khô", "đất khô"):
        match = explained({"product": "bưởi", "spec": "quả tươi"}, {"product": "bưởi", "description": told})
        assert "wrong_form" not in match.vetoes, told
