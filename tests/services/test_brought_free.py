"""The amount from which a seller brings the goods for nothing."""

from datetime import date

import pytest

from matchmaker.services.reference import load_reference
from matchmaker.services.understanding import offer_from

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
