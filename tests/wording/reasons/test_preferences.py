"""Sentences on stars and indications that lapse midway, and on months that the buyer never named."""

import pytest

from matchmaker.wording.reasons import sentence

LAPSING = {
    "stars": 0,
    "origin": True,
    "stars_lapsing": 5,
    "stars_until": "2027-07-15",
    "stars_months": [5, 6, 7, 8],
    "stars_cover": [5, 6],
}


def test_goods_that_have_both_are_not_told_to_stand_behind_those_with_both():
    told = sentence("distinctions", LAPSING, "vi")
    assert told == (
        "Có chỉ dẫn địa lý. OCOP 5 sao hết hạn 15/07/2027 (chỉ được tính T5–T6): "
        "nên phân hạng lại để giữ điểm cộng."
    )
    assert "those with both" not in sentence("distinctions", LAPSING, "en")


def test_an_indication_that_is_required_is_nothing_more_than_asked():
    facts = {"stars": 4, "asked_stars": 3, "origin": True, "asked_origin": True}
    assert sentence("distinctions", facts, "vi") == (
        "OCOP 4 sao, bên mua đòi từ 3 sao: hơn mức đòi, có chỉ dẫn địa lý như bên mua đòi."
    )


def test_months_that_nobody_named_are_those_of_supply():
    facts = {**LAPSING, "origin": False, "stars_lapsed": False, "months_unsaid": True}
    assert "bên bán có hàng T5–T8: chỉ được tính T5–T6" in sentence("plain", facts, "vi")
    assert "in supply May–Aug" in sentence("plain", facts, "en")


def test_fewer_stars_than_required_are_told_to_fall_short():
    short = {"stars": 0, "stars_short": 3, "asked_stars": 4}
    assert sentence("plain", short, "vi") == (
        "OCOP 3 sao, bên mua đòi từ 4 sao: kém mức đòi 1 sao, phải đánh giá, phân hạng lại."
    )
    told = sentence("distinctions", {**short, "origin": True}, "en")
    assert "1 fewer" in told
    assert "geographical indication" in told


def test_nobody_is_told_to_rate_again_before_a_day_that_is_too_near():
    facts = {**LAPSING, "origin": False, "stars_lapsed": False, "rated_again_from": "2027-02-25"}
    told = sentence("plain", facts, "vi")
    assert "phân hạng lại ngay cũng phải sau 25/02/2027 mới có" in told
    assert "trước ngày ấy" not in told


def test_stars_that_can_be_rated_again_before_the_first_delivery_are_not_told_as_too_late():
    facts = {
        **LAPSING,
        "origin": False,
        "stars_lapsed": False,
        "stars_until": "2027-01-13",
        "stars_cover": [],
    }
    facts |= {"rated_again_from": "2027-02-25", "rated_in_time": True}
    told = sentence("plain", facts, "vi")
    assert "phân hạng lại ngay thì kịp (sớm nhất 25/02/2027)" in told
    assert "cũng phải sau" not in told
    assert "rated again at once it is in time" in sentence("plain", facts, "en")


@pytest.mark.parametrize(
    ("facts", "end"),
    [
        ({"have": ["OCOP"], "lack": ["GI"], "plus": True}, ". Có điểm cộng nhưng đứng sau hàng đủ giấy."),
        (
            {"lack": ["GI"], "stars": 5, "plus": True},
            "OCOP 5 sao được điểm cộng nhưng đứng sau hàng đủ giấy.",
        ),
        ({"have": ["OCOP"], "lack": ["GI", "HACCP"], "plus": False}, "HACCP. Đứng sau hàng đủ giấy."),
        ({"lack": ["GI"]}, "Đứng sau hàng đủ giấy."),
    ],
)
def test_what_is_preferred_in_part_is_told_by_the_sign_of_its_effect(facts, end):
    wanted = [*facts.get("have", ()), *facts.get("lack", ())]
    assert sentence("preferred_some", {**facts, "preferred": wanted}, "vi").endswith(end)


LAPSED = {"preferred": ["VIETGAP"], "have": ["VIETGAP"], "stars_lapsing": 3, "stars_until": "2026-07-05",
          "stars_lapsed": True, "stars_months": [9, 10], "stars_cover": []}  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "có VietGAP; OCOP 3 sao đã hết hạn 05/07/2026 (không còn được tính). Đứng trước"),
        ({"stars_lapsed": False, "stars_until": "2027-06-08"},
         "OCOP 3 sao hết hạn 08/06/2027 (hàng giao T9–T10, không được tính)"),
        ({"stars_lapsed": False, "stars_until": "2027-10-08", "stars_cover": [9]}, "(chỉ được tính T9)"),
        ({"stars_lapsed": False, "stars_until": "2027-09-08"}, "(chỉ còn hạn cho hàng giao trước ngày ấy)"),
        ({"preferred": ["OCOP"], "have": [], "lack": ["OCOP"], "preferred_stars": 4, "held_stars": 3},
         "ưu tiên: OCOP 3 sao đã hết hạn 05/07/2026, bên mua ưu tiên từ 4 sao. Đứng sau"),
    ],
)  # fmt: skip
def test_stars_that_lapsed_are_told_beside_the_papers_preferred(changes, words):
    assert words in sentence("preferred_all", LAPSED | changes, "vi")
    assert "None" not in sentence("preferred_all", LAPSED | changes, "en")


def test_stars_that_hold_are_not_told_as_lapsing():
    facts = {"preferred": ["VIETGAP"], "have": ["VIETGAP"], "stars": 4}
    assert "OCOP" not in sentence("preferred_all", facts, "vi")
    short = {"stars_short": 3, "asked_stars": 4, "stars_until": "2027-01-02", "stars_lapsing": 3}
    assert "OCOP 3 sao hết hạn 02/01/2027, bên mua đòi từ 4 sao: kém mức đòi 1 sao" in sentence(
        "plain", short, "vi"
    )


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_name_that_ends_in_a_full_stop_is_not_closed_twice(lang):
    told = sentence("preferred_none", {"preferred": ["GLOBALGAP"], "have": [], "lack": ["GLOBALGAP"]}, lang)
    assert "P. " in told
    assert ".." not in told
