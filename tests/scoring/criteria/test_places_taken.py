"""Places that a buyer lists with one noun will all do, and all are named where goods are from another one."""

import pytest

from matchmaker.services.reference import lexicon_matcher
from matchmaker.wording.reasons import sentence
from scoring.criteria.places_taken import places_taken


@pytest.mark.parametrize(
    ("wanted", "offered", "places"),
    [
        ("Quýt (Bắc Sơn, Trà Lĩnh, Bạch Thông)", "quýt Trà Lĩnh", ("Bắc Sơn", "Trà Lĩnh", "Bạch Thông")),
        ("Chè Thái Nguyên (Tân Cương, La Bằng)", "Chè La Bằng", ("Tân Cương", "La Bằng")),
        ("Nhãn Hưng Yên, Sơn La", "Nhãn", ("Hưng Yên", "Sơn La")),
        ("Na Chi Lăng hoặc Lục Nam", "Na", ("Chi Lăng", "Lục Nam")),
        ("Cam Cao Phong, bưởi Tân Lạc", "Bưởi", ("Tân Lạc",)),
        ("Cam Cao Phong (CS1, V2)", "Cam V2", ("Cao Phong",)),
        ("Cam sành", "Cam", ()),
    ],
)  # fmt: skip
def test_the_places_of_one_noun_are_taken_together(wanted, offered, places):
    assert places_taken(lexicon_matcher().lexicon, wanted, offered) == places


def test_goods_of_one_of_the_places_are_asked_nothing_and_others_are_told_all_of_them(explained):
    wanted = {"product": "Quýt ngọt vùng cao (Bắc Sơn, Trà Lĩnh, Bạch Thông)"}
    own = explained(wanted, {"product": "quýt Bạch Thông"})
    facts = next(row.facts for row in own.reasons if row.criterion == "product")
    assert "unsaid" not in facts
    assert "place_asked" not in facts
    other = explained(wanted, {"product": "Quýt vàng Tràng Định"})
    row = next(row for row in other.reasons if row.criterion == "product")
    assert "“Bắc Sơn”, “Trà Lĩnh” hoặc “Bạch Thông”" in sentence(row.code, row.facts, "vi")
    assert "“Bắc Sơn”, “Trà Lĩnh” or “Bạch Thông”" in sentence(row.code, row.facts, "en")
