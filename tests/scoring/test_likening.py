"""Goods that a seller likens to others are not these; examples and varieties are what he has."""

from datetime import date

import pytest

from matchmaker.services.reference import load_reference, scoring_context
from matchmaker.services.understanding import offer_from
from matchmaker.wording.reasons import sentence
from scoring.likening import likened
from scoring.profile import Profile
from scoring.ranking import explain_pair
from scoring.records import Demand

TODAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("vải Đông Triều, ngọt giống vải Lục Ngạn", "vải Đông Triều, ngọt"),
        ("thom nhu toi Ly Son, cu to", "thom, cu to"),
        ("Gạo thơm kiểu ST25", "Gạo thơm"),
        ("bưởi ngọt không kém bưởi Diễn", "bưởi ngọt"),
        ("ngon hơn cam Vinh, giá rẻ hơn", "ngon, giá rẻ hơn"),
        ("cơm vàng như Ri6 trồng ở Cai Lậy", "cơm vàng trồng ở Cai Lậy"),
        ("không khác gì xoài cát Hòa Lộc; 3 quả/kg", "3 quả/kg"),
        ("as fragrant as Ly Son garlic, dried", "dried"),
        ("similar to Son La mango, packed in cartons", "packed in cartons"),
        ("mịn như bột, có hạt", "mịn, có hạt"),
    ],
)
def test_what_goods_are_likened_to_is_left_out(text, goods):
    assert likened(text).text == goods


@pytest.mark.parametrize(
    "text",
    [
        "giống V2 trồng Cao Phong",
        "ngọt, giống Lục Ngạn",
        "đặc sản vùng cao như mật ong, thịt trâu",
        "các loại nếp như nếp Tú Lệ, nếp cái hoa vàng",
        "tropical fruits like mango and banana",
        "bao tương đương 50 kg, hơn 5 tấn/tháng",
        "kiểu dáng đẹp, giao như mẫu, theo nhu cầu",
        "honey as well as wax, as per contract",
    ],
)
def test_varieties_examples_and_amounts_stay(text):
    assert likened(text) == (text, ())


@pytest.mark.parametrize(
    ("name", "description", "wanted", "code"),
    [
        ("Sầu riêng", "cơm vàng như Ri6", "Sầu riêng Ri6", "product_generic"),
        ("Sầu riêng", "giống Ri6, cơm vàng", "Sầu riêng Ri6", "product_same"),
        ("Mật ong rừng", "thơm giống mật ong bạc hà", "Mật ong bạc hà", "product_sibling"),
        ("Gạo thơm kiểu ST25", "hạt dài", "Gạo ST25", "product_generic"),
        ("Xoài", "thom nhu xoai cat Hoa Loc", "Xoài cát Hòa Lộc", "product_generic"),
    ],
)
def test_goods_are_never_what_they_are_likened_to(name, description, wanted, code):
    offer = offer_from({"id": "O", "product": name, "description": description}, load_reference(), TODAY)
    match = explain_pair(Demand("D", wanted), offer, scoring_context(TODAY), Profile.default())
    row = next(row for row in match.reasons if row.criterion == "product")
    assert (row.code, row.facts["offered"]) == (code, name)
    compared = "likened" in row.facts
    assert compared == (code != "product_same")
    told = [sentence(row.code, row.facts, lang) for lang in ("vi", "en")]
    assert [
        words in text for words, text in zip(("lời ví của bên bán", "only likens"), told, strict=True)
    ] == [compared] * 2
