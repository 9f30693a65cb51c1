"""What a seller says that he does not have answers the buyer who asks for it."""

from __future__ import annotations

import pytest

from matchmaker.wording.reasons import sentence
from matchmaker.wording.reasons.questions import questions
from scoring.criteria.lacks_said import lacks_said


@pytest.mark.parametrize(
    ("plain", "told", "part"),
    [
        ("dan tem ruou day du", "can 20 lít; chưa có tem", "chưa có tem"),
        ("in logo rieng", "khong in logo, bao 10 kg", "khong in logo"),
        ("con cuong", "quả không cuống", "quả không cuống"),
        ("labels in english", "no labels", "no labels"),
        ("co xe lanh 5 do", "chưa có xe lạnh", "chưa có xe lạnh"),
        ("khong dan tem", "chưa có tem", ""),
        ("hang tet", "không còn hàng", ""),
        ("dan tem", "đã dán tem", ""),
    ],
)
def test_a_thing_that_is_asked_for_and_lacks(plain, told, part):
    assert lacks_said(plain, told) == part


def _rows(explained, note: str, said: str):
    wanted = {"product": "Rượu ngô", "payment_days": 7, "remarks": note, "note": note}
    match = explained(wanted, {"product": "rượu ngô", "remarks": said, "note": said})
    return {each.criterion: {"code": each.code, "facts": each.facts} for each in match.reasons}


def test_what_is_lacking_is_told_beside_the_note_that_asks_for_it(explained):
    rows = _rows(explained, "dán tem rượu đầy đủ", "chưa có tem")
    told = sentence(rows["terms"]["code"], rows["terms"]["facts"], "vi")
    assert "Bên mua ghi “dán tem rượu đầy đủ”, bên bán ghi “chưa có tem”: chưa đáp ứng" in told
    assert "not met yet" in sentence(rows["terms"]["code"], rows["terms"]["facts"], "en")
    product = sentence(rows["product"]["code"], rows["product"]["facts"], "vi")
    assert "chưa có tem" not in product
    assert not any("lời bên bán" in each for each in questions(rows, "vi"))


@pytest.mark.parametrize(
    "note", ["bù hàng nứt vỡ khi vận chuyển", "hoàn tiền nếu hỏng", "replace broken pieces"]
)
def test_goods_made_good_are_asked_for_with_the_terms(explained, note):
    rows = _rows(explained, note, "")
    told = sentence(rows["terms"]["code"], rows["terms"]["facts"], "vi")
    assert f"Bên mua ghi “{note}”: phải hỏi bên bán có đáp ứng không" in told
