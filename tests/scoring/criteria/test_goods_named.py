"""Who names goods of a family wants those; others of it, and goods from elsewhere, are asked first."""

import pytest

from scoring.records import Place

HUE = Place(text="Huế", commune="Thuận Hóa", province="Huế")


@pytest.mark.parametrize("words", ["kẹo dừa 2.000 hộp, giao tháng 12", "cần kẹo dừa; không lấy hàng cận hạn"])
def test_goods_of_a_family_that_the_buyer_does_not_name_are_asked(one, offer, demand, words):
    wanted = demand(product="bánh kẹo", remarks=words)
    named, other = (one("product", offer(product=name), wanted) for name in ("kẹo dừa", "kẹo chuối"))
    assert (named.facts.get("others_named"), other.facts["others_named"]) == (None, ["kẹo dừa"])
    assert other.vetoes == []
    assert other.score < named.score


def test_an_amount_beside_goods_is_theirs(one, offer, demand):
    wanted = demand(product="bánh kẹo", remarks="kẹo dừa 2.000 hộp")
    assert one("product", offer(product="kẹo chuối"), wanted).facts["amounts_of"] == ["kẹo dừa"]


def test_who_names_none_takes_any(one, offer, demand):
    said = one("product", offer(product="kẹo chuối"), demand(product="bánh kẹo", remarks="giao tháng 12"))
    assert "others_named" not in said.facts


def test_goods_of_a_part_of_the_country_are_asked_of_who_lives_elsewhere(one, offer, demand):
    wanted = demand(product="bánh kẹo miền Nam")
    here, there = (
        one("product", offer(product="kẹo dừa", place=place), wanted)
        for place in (Place(text="Vĩnh Long", province="Vĩnh Long"), HUE)
    )
    assert "region_asked" not in here.facts
    assert (there.facts["region_asked"], there.facts["province"]) == ("miền Nam", "Huế")
    assert there.score < here.score
