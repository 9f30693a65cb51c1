"""The row on the months is told in short sentences, each month and word of the records once."""

import re

import pytest

from matchmaker.wording.reasons import sentence

FEAST = {"from": "2027-01-08", "to": "2027-02-05"}


@pytest.mark.parametrize(
    ("said", "words", "about"),
    [
        ("T8-9 và dịp Tết", "dịp Tết", ", “dịp Tết” là khoảng 08/01/2027–05/02/2027: trước 8/1"),
        ("quanh năm, nhiều vào tháng Chạp", "tháng Chạp", ", “tháng Chạp” là khoảng"),
        ("vu Tet", "vu Tet", "“vu Tet”, tức khoảng 08/01/2027–05/02/2027: trước 8/1"),
    ],
)
def test_lunar_words_within_those_of_a_season_are_told_in_one_sentence(said, words, about):
    facts = {"offered": [1, 8, 9], "wanted": [1], "common": [1], "lacks": [["before", 1, 8]],
             "season_said": said, "offered_lunar": {"words": words, **FEAST}}  # fmt: skip
    told = sentence("season_all", facts, "vi")
    assert about in told
    assert told.count("ghi “") == 1
    assert "about 8 Jan 2027" in sentence("season_all", facts, "en")
    apart = sentence("season_all", {**facts, "season_said": "từ 8/1"}, "vi")
    assert apart.count("ghi “") == 2


@pytest.mark.parametrize(
    ("lacks", "vi", "en"),
    [
        ([["early", 6, 0], ["late", 6, 0]], "đầu và cuối T6 phải", "early and late Jun"),
        (
            [["early", 5, 0], ["middle", 5, 0], ["late", 6, 0]],
            "đầu và giữa T5, cuối T6 phải",
            "early and mid-May, late Jun",
        ),
        ([["middle", 7, 0]], "giữa T7 phải", "mid-Jul"),
        (
            [["before", 6, 10], ["after", 7, 15]],
            "trước 10/6 và sau 15/7 phải",
            "before 10 Jun and after 15 Jul",
        ),
    ],
)
def test_parts_of_one_month_are_told_together(lacks, vi, en):
    facts = {"offered": [5, 6, 7], "wanted": [5, 6, 7], "common": [5, 6, 7], "lacks": lacks}
    assert vi.lower() in sentence("season_all", facts, "vi").lower()
    assert en.lower() in sentence("season_all", facts, "en").lower()


KEPT = {"stored": True, "stored_for": [10], "kept_since": 9, "kept_until": "2027-11-23", "kept_days": 180,
        "kept_left": 126}  # fmt: skip


def test_months_of_two_years_do_not_read_as_one():
    supply = [3, 4, 5, 6, 7, 8, 9]
    facts = {"offered": supply, "wanted": [*range(1, 13)], "common": supply, "sooner": [11, 12, 1, 2], **KEPT}
    told = sentence("season_part", facts, "vi")
    assert "T10/2027 phải trữ hàng" in told
    assert "đến khoảng cuối T11/2027" in told
    assert "for Oct 2027" in sentence("season_part", facts, "en")
    later = sentence("season_part", {**facts, "kept_until": "2028-03-01", "kept_days": 278}, "vi")
    assert "T10 phải trữ hàng" in later or "T10/2027" in later
    last = {
        **facts,
        "left_over": [11, 12, 1, 2],
        "kept_until": "2027-02-25",
        "kept_days": 360,
        "kept_left": 216,
    }
    assert "T10/2027 phải trữ hàng" in sentence("season_part", last, "vi")  # not of the month gone by
    alone = {**facts, "wanted": [9, 10], "common": [9]}
    assert "T10 phải trữ hàng" in sentence("season_part", alone, "vi")


def test_months_of_supply_are_not_repeated_where_all_of_them_are_served():
    facts = {"offered": [4, 5], "wanted": [4, 5, 6, 7], "common": [4, 5]}
    assert ": giao được 2 trong 4 tháng cần. T6–T7 phải" in sentence("season_part", facts, "vi")
    assert "served in 2 of 4 months. " in sentence("season_part", facts, "en")
    papers = sentence("season_part", {**facts, "if_papers": True}, "vi")
    assert ": có hàng 2 trong 4 tháng cần, giao được khi có giấy." in papers
    other = sentence("season_part", {**facts, "offered": [3, 4, 5]}, "vi")
    assert ": giao được T4–T5 (2 trong 4 tháng cần)" in other


def test_no_sentence_of_a_long_row_holds_two_brackets_or_more_than_thirty_five_words():
    facts = {"offered": [9, 10, 11], "wanted": [*range(1, 13)], "common": [9, 10, 11], "stored": True,
             "stored_for": [12, 1, 2], "sold_since": 9, "demand_stands_until": "2027-03-28", "days_left": 4,
             "kept_since": 11, "kept_until": "2027-07-03", "kept_days": 540, "kept_left": 324}  # fmt: skip
    for lang in ("vi", "en"):
        for each in re.split(r"(?<=\.) (?=[A-ZĐ])", sentence("season_part", facts, lang)):
            assert len(each.split()) <= 35
            assert each.count("(") <= 1
