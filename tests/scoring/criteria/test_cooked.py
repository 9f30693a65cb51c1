"""Goods that are boiled or blanched already are asked of a buyer who says nothing of it; it is no packing."""

from __future__ import annotations

import pytest

from matchmaker.wording.reasons import sentence
from matchmaker.wording.reasons.questions import questions
from scoring.criteria.cooked import cooked_in, packed_only


def product_of(match):
    return next(each for each in match.reasons if each.criterion == "product")


@pytest.mark.parametrize(
    ("goods", "words", "state"),
    [
        ("Măng Bát Độ", "sơ chế luộc, thùng 20 kg", "sơ chế luộc"),
        ("Ngô nếp", "luộc chín, túi 2 bắp", "luộc chín"),
        ("Tôm thẻ", "hấp chín, khay 500 g", "hấp chín"),
        ("Đậu nành lông", "túi 1 kg; chần sơ", "chần sơ"),
        ("Ngo nep", "da luoc chin, tui 2 bap", "da luoc chin"),
        ("Tôm thẻ", "pre-cooked, 500 g tray", "pre-cooked"),
    ],
)
def test_what_is_cooked_already_is_asked_of_the_buyer(explained, goods, words, state) -> None:
    reason = product_of(explained({"product": goods}, {"product": goods, "packaging": words}))
    assert reason.facts["cooked"] == state
    told = sentence(reason.code, reason.facts, "vi")
    assert f"bên bán ghi “{state}”, bên mua không nói: hỏi bên mua có nhận hàng ấy không" in told
    assert "ask whether it is taken so" in sentence(reason.code, reason.facts, "en")
    rows = {"product": {"code": reason.code, "facts": reason.facts}}
    assert f"bên mua có nhận hàng “{state}” không" in questions(rows, "vi")


@pytest.mark.parametrize(
    ("wanted", "offered"),
    [
        ({"product": "Ngô nếp luộc"}, {"product": "Ngô nếp", "packaging": "luộc chín"}),
        ({"product": "Tôm thẻ", "spec": "hấp chín"}, {"product": "Tôm thẻ", "packaging": "hấp chín"}),
        ({"product": "Khoai lang"}, {"product": "Khoai lang", "packaging": "rửa sạch, thùng 10 kg"}),
        ({"product": "Khoai lang"}, {"product": "Khoai lang", "description": "luộc ăn rất bở"}),
        ({"product": "Gà đồi"}, {"product": "Gà đồi", "description": "thịt hấp dẫn"}),
    ],
)
def test_what_is_asked_for_or_said_of_its_use_is_not_asked(explained, wanted, offered) -> None:
    assert "cooked" not in product_of(explained(wanted, offered)).facts


def test_a_state_is_not_quoted_as_packing(explained) -> None:
    wanted = {"product": "Măng Bát Độ", "spec": "sọt"}
    reason = product_of(
        explained(wanted, {"product": "Măng Bát Độ", "packaging": "sơ chế luộc, thùng 20 kg"})
    )
    told = sentence(reason.code, reason.facts, "vi")
    assert "“thùng 20 kg”" in told
    assert "“sơ chế luộc, thùng 20 kg”" not in told


def test_a_state_in_the_packing_answers_what_is_specified(explained) -> None:
    wanted = {"product": "Ngô nếp", "spec": "luộc chín"}
    reason = product_of(explained(wanted, {"product": "Ngô nếp", "packaging": "luộc chín, túi 2 bắp"}))
    assert [row["says"] for row in reason.facts["spec"]] == ["same"]


@pytest.mark.parametrize(
    ("text", "state", "rest"),
    [
        ("sơ chế luộc, thùng 20 kg", "sơ chế luộc", "thùng 20 kg"),
        ("thùng 20 kg", "", "thùng 20 kg"),
        ("luộc ăn ngon, túi 1 kg", "", "luộc ăn ngon, túi 1 kg"),
    ],
)
def test_packing_is_told_apart_from_a_state(text, state, rest) -> None:
    assert (cooked_in(text), packed_only(text)) == (state, rest)
