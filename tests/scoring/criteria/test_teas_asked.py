"""How the leaf of a tea is worked is asked where the buyer names it and the seller leaves it open."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("wanted", "offered", "asked"),
    [
        ("Chè xanh Shan tuyết", {"product": "Trà Shan tuyết cổ thụ", "grade": "búp non lông tuyết"}, True),
        ("tra xanh shan tuyet", {"product": "tra shan tuyet co thu"}, True),
        ("green tea Shan", {"product": "Shan tuyet tea"}, True),
        ("trà xanh", {"product": "trà Tà Xùa"}, True),
        ("Chè xanh Shan tuyết", {"product": "Chè Shan tuyết Cao Bồ", "grade": "chè xanh sao chảo"}, False),
        ("Chè xanh Shan tuyết", {"product": "chè xanh Shan tuyết Tủa Chùa"}, False),
        ("trà xanh", {"product": "chè móc câu Tân Cương"}, False),
        ("chè xanh", {"product": "chè Shan tuyết", "description": "sao suốt bằng tay"}, False),
        ("chè Shan tuyết", {"product": "trà Shan tuyết cổ thụ"}, False),
        ("trà ô long", {"product": "trà Kim Tuyên"}, False),
    ],
)
def test_how_the_leaf_is_worked_is_asked_where_it_is_left_open(explained, wanted, offered, asked):
    match = explained({"product": wanted}, offered)
    row = next(each for each in match.reasons if each.criterion == "product")
    unsaid = [word.lower() for word in row.facts.get("unsaid") or ()]
    assert any(word in ("chè xanh", "trà xanh", "green tea") for word in unsaid) == asked


def test_what_a_specification_asks_of_the_leaf_is_asked_once(explained):
    wanted = {"product": "Trà Shan tuyết", "spec": "trà xanh sao"}
    match = explained(wanted, {"product": "Chè Shan tuyết Phình Hồ"})
    row = next(each for each in match.reasons if each.criterion == "product")
    assert "trà xanh" not in (row.facts.get("unsaid") or ())
    assert [each["asks"] for each in row.facts["spec"]] == ["trà xanh sao"]
