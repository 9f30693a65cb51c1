"""What a buyer writes that he will not have is refused where the seller says that his goods are just that."""

from __future__ import annotations

import pytest

from matchmaker.wording.reasons import sentence


@pytest.mark.parametrize(
    ("wanted", "offered", "quoted"),
    [
        ({"product": "Rượu ngô men lá", "spec": "chai 500 ml; không mua rượu can"},
         {"product": "rượu ngô can"},
         ["không mua rượu can", "rượu ngô can"]),
        ({"product": "Mật ong", "spec": "không nhận hàng can"},
         {"product": "mật ong", "packaging": "can 30 kg"}, ["không nhận hàng can", "can 30 kg"]),
        ({"product": "Organic cassia cinnamon", "spec": "Cigarette rolls, no broken, no oil"},
         {"product": "que vun, que chi"}, ["no broken", "que vun, que chi"]),
        ({"product": "Thịt lợn đen", "spec": "không nhận lợn hơi, không nhận hàng đông"},
         {"product": "lợn đen cả con", "remarks": "mỗi con 45–60 kg hơi. Không mổ.", "storage": "live"},
         ["không nhận lợn hơi", "mỗi con 45–60 kg hơi"]),
        ({"product": "Đảng sâm khô", "spec": "không nhận củ tươi"}, {"product": "đảng sâm tươi"},
         ["không nhận củ tươi", "đảng sâm tươi"]),
        ({"product": "Cà phê Arabica", "spec": "không mua cà phê rang"},
         {"product": "Cà phê Arabica rang xay"},
         ["không mua cà phê rang", "Cà phê Arabica rang xay"]),
    ],
)  # fmt: skip
def test_a_refused_form_is_refused_and_quoted(explained, wanted, offered, quoted) -> None:
    match = explained(wanted, offered)
    facts = next(each.facts for each in match.reasons if each.criterion == "product")
    assert "wrong_form" in match.vetoes
    assert facts["refused_form"] == quoted
    for lang in ("vi", "en"):
        assert all(words in sentence("wrong_form", facts, lang) for words in quoted)


@pytest.mark.parametrize(
    ("wanted", "offered"),
    [
        ({"product": "Rượu ngô", "spec": "chai 500 ml; không mua rượu can"},
         {"product": "rượu ngô", "packaging": "chai 500 ml; can 20 lít"}),
        ({"product": "Chè Shan tuyết", "spec": "không lấy chè vụn"},
         {"product": "chè Shan tuyết", "description": "búp một tôm hai lá, ít vụn"}),
        ({"product": "Quế vỏ", "spec": "không nhận quế vụn"}, {"product": "quế thanh, quế vụn"}),
        ({"product": "Tôm sú đông lạnh", "spec": "không nhận hàng đông đá"},
         {"product": "tôm sú cấp đông", "storage": "frozen"}),
        ({"product": "Gừng", "spec": "không nhận củ tươi dập"}, {"product": "gừng tươi"}),
    ],
)  # fmt: skip
def test_another_pack_sort_or_blemish_is_not(explained, wanted, offered) -> None:
    assert "wrong_form" not in explained(wanted, offered).vetoes


def test_who_slaughters_is_not_asked_of_a_seller_who_does_not(explained) -> None:
    offered = {"product": "lợn đen hơi", "remarks": "60 con, chỉ bán hơi, không mổ", "storage": "live"}
    facts = next(
        each.facts
        for each in explained({"product": "Lợn đen làm sạch"}, offered).reasons
        if each.criterion == "product"
    )
    assert facts["to_slaughter"]
    assert facts["unslaughtered"]
    assert "tự thuê mổ" in sentence("product_same", facts, "vi")
    assert "slaughters none" in sentence("product_same", facts, "en")
