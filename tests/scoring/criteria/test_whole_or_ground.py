"""Beans sold whole or ground beside the way that a buyer names, and sorts any of which will do."""

import pytest

from matchmaker.wording.reasons import sentence


def _row(match):
    return next(row for row in match.reasons if row.criterion == "product")


@pytest.mark.parametrize(
    ("wanted", "spec", "name", "description", "says", "words"),
    [
        ("Cà phê rang", "nguyên hạt", "Cà phê rang", "có hạt và bột", "chosen", "có hạt và bột"),
        ("Ca phe rang nguyen hat", "", "Ca phe rang", "ban ca hat lan bot", "chosen", "ca hat lan bot"),
        ("Ground coffee", "", "Roasted coffee", "whole bean or ground", "chosen", "whole bean or ground"),
        (
            "Tiêu đen",
            "xay",
            "Tiêu đen",
            "nguyên hạt, nhận xay theo yêu cầu",
            "chosen",
            "nhận xay theo yêu cầu",
        ),
        ("Cà phê rang", "nguyên hạt", "Cà phê rang xay", "bột pha phin", "unmet", "bột pha phin"),
        ("Cà phê rang", "nguyên hạt", "Cà phê rang xay", "gói 500 g", "other", "xay"),
        ("Cà phê rang xay", "xay mịn", "Cà phê rang", "nguyên hạt", "other", "nguyên hạt"),
    ],
)
def test_the_way_wanted_is_held_against_those_offered(
    explained, wanted, spec, name, description, says, words
):
    match = explained({"product": wanted, "spec": spec}, {"product": name, "description": description})
    facts = _row(match).facts
    found = [(row["says"], row["offered"]) for row in facts["spec"] if row["says"] != "same"]
    assert (says, words) in found
    told = [sentence(_row(match).code, facts, lang) for lang in ("vi", "en")]
    assert ("ghi rõ khi đặt" in told[0], "named in the order" in told[1]) == (says == "chosen",) * 2


def test_nothing_is_told_of_it_where_both_sides_say_the_same_or_one_is_silent(explained):
    for wanted, offered in (("Cà phê rang xay", "Cà phê rang xay"), ("Cà phê rang", "Cà phê rang xay")):
        assert not _row(explained({"product": wanted}, {"product": offered})).facts.get("spec")


@pytest.mark.parametrize(
    ("spec", "description", "graded"),
    [
        ("búp/nõn, khô", "nõn tôm", False),
        ("búp hoặc nõn", "nõn tôm", False),
        ("búp", "nõn tôm", True),
        ("nõn tôm", "chè búp", True),
    ],
)
def test_one_of_the_grades_that_a_buyer_gives_to_choose_from_suffices(explained, spec, description, graded):
    match = explained(
        {"product": "Chè xanh", "spec": spec}, {"product": "Chè xanh", "description": description}
    )
    assert ("demanded_grade" in _row(match).facts) is graded


def test_one_of_two_figures_suffices(explained):
    match = explained(
        {"product": "Hạt tiêu đen", "spec": "500 g/l hoặc 550 g/l"},
        {"product": "Hạt tiêu đen", "description": "550 g/l"},
    )
    assert [row["says"] for row in _row(match).facts["spec"]] == ["same"]
