"""The amount from which a seller brings the goods for nothing."""

from datetime import date

import pytest

from matchmaker.services.reference import load_reference
from matchmaker.services.understanding import demand_from, offer_from
from scoring.criteria.price_places import at_the_door

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("text", "least", "words"),
    [
        (
            "giá 300k/kg tại xưởng, lấy từ 50 kg giao miễn phí Hà Nội",
            (50, "kg"),
            "lấy từ 50 kg giao miễn phí Hà Nội",
        ),
        ("300k/kg, mua tu 2 ta freeship Ha Noi", (2, "ta"), "mua tu 2 ta freeship Ha Noi"),
        ("250k/chai, từ 50 chai bao ship Hà Nội", (50, "chai"), "từ 50 chai bao ship Hà Nội"),
        ("250k/chai giao miễn phí Hà Nội", None, "giao miễn phí Hà Nội"),
    ],
)
def test_the_amount_from_which_goods_are_brought_for_nothing_is_kept(text, least, words) -> None:
    record = {"id": "o", "product": "mật ong", "supply_text": text, "place": "Mèo Vạc, Tuyên Quang"}
    offer = offer_from(record, load_reference(), TODAY)
    (facts,) = (doubt.facts for doubt in offer.doubts if doubt.code == "price_at_place")
    assert (facts.get("least"), facts.get("least_unit")) == (least or (None, None))
    assert facts["value"] == words


@pytest.mark.parametrize(
    ("note", "places"),
    [
        ("giá đã gồm giao Hà Nội, HP", ["Hà Nội", "Hải Phòng"]),
        ("giá gồm ship TP.HCM và Cần Thơ", ["Hồ Chí Minh", "Cần Thơ"]),
        ("giao tận nơi nội thành Hà Nội", ["Hà Nội"]),
        ("giao toàn quốc", []),
        ("có xe lạnh giao Hà Nội hàng tuần", []),  # tells of no price
    ],
)
def test_a_delivered_price_reaches_no_further_than_the_places_that_it_is_named_for(note, places) -> None:
    record = {"id": "o", "product": "gạo", "place": "Mộc Châu, Sơn La", "note": note}
    priced = record | {"price_min": 34000, "price_unit": "kg", "price_basis": "delivered"}
    offer = offer_from(priced, load_reference(), TODAY)
    facts = [doubt.facts for doubt in offer.doubts if doubt.code == "price_at_place"]
    found = [place["province"] for each in facts for place in (each["at"], *each.get("also", ()))]
    assert (offer.price_basis, found) == ("delivered", places)
    for town in places:
        wanted = demand_from({"id": "d", "product": "gạo", "place": town}, load_reference(), TODAY)
        assert at_the_door(offer, wanted)
    if places:
        away = demand_from({"id": "d", "product": "gạo", "place": "Đà Nẵng"}, load_reference(), TODAY)
        assert not at_the_door(offer, away)
