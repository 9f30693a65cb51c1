"""Of several goods that a buyer lists those that an offer has not are told, and a note that lists others."""

from __future__ import annotations

import pytest

from matchmaker.wording.reasons import sentence
from matchmaker.wording.reasons.summary import headline
from scoring.criteria.goods_lacking import otherwise
from scoring.records import Offer

GREENS = "Rau ôn đới trái vụ (bắp cải, cải thảo, cải mèo)"


def product_of(match):
    return next(each for each in match.reasons if each.criterion == "product")


@pytest.mark.parametrize(
    ("wanted", "offered", "lacks", "of"),
    [
        (GREENS, "rau trái vụ: bắp cải, cải thảo, su hào", ["cải mèo"], 3),
        ("Gừng, nghệ, sả", "Gừng, nghệ", ["sả"], 3),
        ("Tôm sú, tôm thẻ, mực ống", "mực ống, cua, tôm sú", ["tôm thẻ"], 3),
        ("Trái cây sấy dẻo (xoài, mận, hồng)", "xoài sấy dẻo, mận sấy dẻo", ["hồng"], 3),
        ("bap cai, su hao, ca rot", "bap cai, ca rot", ["su hao"], 3),
        ("Mực một nắng, cá thu cấp đông", "Mực một nắng", ["cá thu cấp đông"], 2),
        ("Nấm hương và mộc nhĩ", "mộc nhĩ khô", ["Nấm hương"], 2),
        ("Váy, khăn thổ cẩm", "Khăn thổ cẩm", ["Váy thổ cẩm"], 2),
    ],
)
def test_what_a_list_wants_and_nobody_offers_is_told(explained, wanted, offered, lacks, of) -> None:
    match = explained({"product": wanted}, {"product": offered})
    facts = product_of(match).facts
    assert (facts["not_offered"], facts["wanted_goods"]) == (lacks, of)
    told = sentence(product_of(match).code, facts, "vi")
    assert f"không chào “{lacks[0]}” bên mua cần: tìm nguồn khác" in told
    assert "is not offered: to be found elsewhere" in sentence(product_of(match).code, facts, "en")


@pytest.mark.parametrize(
    ("wanted", "offered", "more"),
    [
        ("Gừng, nghệ hoặc sả", "Gừng, nghệ", {}),  # a choice
        ("Rau củ: bắp cải, su hào, cà rốt", "Cà rốt, su hào", {"description": "có cả bắp cải tím"}),
        ("Rau các loại", "Bắp cải, su hào", {}),
        ("Gừng, nghệ", "Gừng, nghệ, sả", {}),
        ("Cam sành, cam V2", "Cam V2", {}),  # of which either may do
        ("Gừng, nghệ, sả, tỏi, ớt", "Gừng", {}),  # too many to name
    ],
)
def test_nothing_is_lacking_of_a_choice_a_family_or_what_is_said_elsewhere(explained, wanted, offered, more):
    facts = product_of(explained({"product": wanted}, {"product": offered, **more})).facts
    assert "not_offered" not in facts


def test_the_one_line_names_what_is_not_offered(explained) -> None:
    match = explained({"product": GREENS}, {"product": "bắp cải, cải thảo, su hào"})
    row = {"criterion": "product", "code": product_of(match).code, "facts": product_of(match).facts}
    line = headline({"eligible": True, "vetoes": [], "reasons": [row], "missing": None}, "vi")
    assert line.startswith("Có 2 trong 3 thứ cần, không có “cải mèo”")


NAME = "Rau trái vụ (bắp cải, cải mèo, cải thảo)"
HOLDS = ["bắp cải", "cải thảo", "cải mèo"]


@pytest.mark.parametrize(
    ("note", "left"),
    [
        ("bắp cải, cải mèo, su su", ["cải thảo"]),
        ("su su, cải thảo, bắp cải", ["cải mèo"]),
        ("bap cai, cai thao, su hao.", ["cải mèo"]),
        ("bắp cải, cải mèo, cải thảo, su su", None),  # more, and nothing left out
        ("bắp cải, cải mèo", None),  # nothing else
        ("giao sáng, xe mát", None),
    ],
)
def test_a_note_that_lists_other_goods_than_the_name_is_asked(note, left) -> None:
    told = otherwise(Offer("O", NAME, note=note), HOLDS)
    assert (told["listed_otherwise"]["leaves_out"] if told else None) == left


def test_such_a_note_is_told_once_and_asked(explained) -> None:
    match = explained({"product": GREENS}, {"product": NAME, "note": "bắp cải, cải mèo, su su"})
    told = sentence(product_of(match).code, product_of(match).facts, "vi")
    assert "bên bán ghi thêm “bắp cải, cải mèo, su su”, không có “cải thảo”: phải hỏi có đủ không" in told
    assert told.count("su su") == 1
