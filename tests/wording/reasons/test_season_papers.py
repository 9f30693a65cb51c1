"""What the reason on months promises while papers are still to be made."""

import pytest

from matchmaker.wording.reasons import sentence

ALL = {"offered": [1, 2, 3], "wanted": [1, 2, 3], "common": [1, 2, 3], "if_papers": True}


def test_all_months_are_told_as_supply_while_papers_are_lacking():
    told = sentence("season_all", ALL, "vi")
    assert "có hàng đủ cả 3 tháng, giao được khi có giấy" in told
    assert "giao đủ cả 3 tháng" not in told
    assert "giao đủ cả 3 tháng" in sentence("season_all", ALL | {"if_papers": False}, "vi")


@pytest.mark.parametrize(
    ("if_papers", "words"),
    [(True, ": có hàng T1 (1 trong 3 tháng cần), giao được khi có giấy"), (False, ": giao được T1")],
)
def test_a_part_of_the_months_is_told_as_supply_while_papers_are_lacking(if_papers, words):
    facts = ALL | {"common": [1], "if_papers": if_papers}
    assert words in sentence("season_part", facts, "vi")


@pytest.mark.parametrize(
    ("code", "common", "vi", "en"),
    [
        (
            "season_all",
            [1, 2, 3],
            "có hàng đủ cả 3 tháng, nhưng khác dạng.",
            "all 3 months, but in another form",
        ),
        ("season_part", [1], "có hàng T1 (1 trong 3 tháng cần), nhưng khác dạng.", "but in another form"),
        ("season_part", [2, 3], "có hàng T2–T3 (2 trong 3 tháng cần), nhưng khác dạng.", "in another form"),
    ],
)
def test_of_goods_in_another_form_no_paper_is_told_to_help(code, common, vi, en):
    facts = {"offered": [1, 2, 3, 4], "wanted": [1, 2, 3], "common": common, "other_form": True}
    told = sentence(code, facts, "vi")
    assert vi in told
    assert "khi có giấy" not in told
    assert "giao đủ" not in told
    assert en in sentence(code, facts, "en")
    assert "khi có giấy" in sentence(code, {**facts, "other_form": False, "if_papers": True}, "vi")
