"""What a seller says of sales abroad stands beside the market that is asked about."""

import pytest

from matchmaker.wording.reasons import sentence
from scoring.notes import notes
from scoring.records import Demand, Offer
from scoring.sold_abroad import sold_abroad


@pytest.mark.parametrize(
    ("channel", "fields", "words"),
    [
        ("exporter_jp", {"sold_at": "siêu thị Hà Nội; xuất Nhật, Hàn"}, "xuất Nhật, Hàn"),
        ("exporter_us", {"sold_at": "xuất Mỹ, EU"}, "xuất Mỹ, EU"),
        ("exporter_us", {"sold_at": "đã xuất EU, Mỹ"}, "đã xuất EU, Mỹ"),
        ("exporter_eu", {"sold_at": "chợ đầu mối; sang Đức, Hà Lan"}, "sang Đức, Hà Lan"),
        ("exporter_cn", {"description": "chuối già. Đã bán sang Trung Quốc"}, "Đã bán sang Trung Quốc"),
        ("exporter_jp", {"sold_at": "exports to Japan since 2024"}, "exports to Japan since 2024"),
        ("exporter_jp", {"sold_at": "chưa xuất Nhật"}, ""),
        ("exporter_jp", {"sold_at": "muốn xuất Nhật"}, ""),
        ("exporter_us", {"sold_at": "siêu thị Mỹ Đình"}, ""),
        ("exporter_jp", {"description": "giống Nhật, củ to"}, ""),
        ("supermarket", {"sold_at": "xuất Nhật"}, ""),
    ],
)
def test_words_of_sales_to_the_country_are_found(channel, fields, words):
    assert sold_abroad(Offer("o", "chuối", **fields), Demand("d", "chuối", channel=channel)) == words


def test_they_stand_beside_the_market_and_are_no_question():
    offer = Offer("o", "chuối", sold_at="xuất Nhật, Hàn")
    rows = notes(offer, Demand("d", "chuối", channel="exporter_jp"))["requirements"]
    assert rows == [{"side": "offer", "words": "xuất Nhật, Hàn", "asked": False, "sold": True}]
    facts = {"market": "JP", "product": "chuối", "notes": rows}
    assert sentence("market_unknown", facts, "vi").endswith(
        "cần tra lại. Bên bán ghi nơi đã bán: “xuất Nhật, Hàn”."
    )
