"""Ground, pressed, bagged, minced and infused goods are another form or product than the plain ones."""

from __future__ import annotations

import pytest

from scoring.product import Relation


def judged(explained, wanted, offered):
    match = explained({"product": wanted}, {"product": offered})
    code = next(each.code for each in match.reasons if each.criterion == "product")
    return set(match.vetoes) & {"wrong_product", "wrong_form"}, code


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Quế vỏ", "Bột quế"),
        ("Quế thanh Văn Yên", "Quế xay"),
        ("que vo", "bot que"),
        ("Hồ tiêu đen hạt", "Tiêu xay"),
        ("Tiêu sọ", "Tiêu sọ xay"),
        ("tieu den", "bot tieu"),
        ("Hoa hồi", "Bột hoa hồi"),
        ("Mắc khén", "Bột mắc khén"),
        ("Hạt dổi", "Bột dổi"),
        ("Thảo quả khô", "Thảo quả xay"),
        ("Riềng khô", "Bột riềng"),
        ("Black pepper", "Ground black pepper"),
        ("Dứa tươi", "Nước dứa cô đặc"),
        ("Dứa", "Nước ép dứa"),
        ("Trà xanh", "Trà túi lọc"),
        ("Hồng trà", "Chè túi lọc"),
        ("tra xanh", "tra tui loc"),
        ("Vải thiều tươi", "Long vải"),
        ("vai thieu", "long vai"),
    ],
)
def test_two_forms_of_one_product_exclude_each_other_both_ways(explained, one, other):
    assert judged(explained, one, other)[0] == {"wrong_form"}
    assert judged(explained, other, one)[0] == {"wrong_form"}


@pytest.mark.parametrize(
    ("wanted", "offered"),
    [
        ("Gà đồi", "Giò gà"),
        ("Vịt", "Giò vịt"),
        ("Giò gà", "Gà đồi"),
        ("Giò lụa", "Giò gà"),
        ("Gà ta", "Xúc xích gà"),
        ("Thịt lợn", "Giò lụa"),
        ("Thịt trâu", "Giò trâu"),
        ("ga doi", "gio ga"),
        ("Mật ong", "Mật ong tẩm nghệ"),
        ("Mật ong", "Mật ong ngâm chanh đào"),
        ("Mật ong rừng", "Mật ong rừng ngâm sâm"),
        ("mat ong", "mat ong ngam toi"),
        ("Mật ong", "Tỏi ngâm mật ong"),
        ("Tỏi", "Tỏi ngâm mật ong"),
        ("Quế", "Tinh dầu quế"),
        ("Bột ngũ vị hương", "Hoa hồi"),
        ("Bánh chưng", "Bánh tét"),
        ("banh tet", "banh chung"),
    ],
)
def test_what_is_made_or_mixed_is_another_product(explained, wanted, offered):
    assert judged(explained, wanted, offered)[0] == {"wrong_product"}


@pytest.mark.parametrize(
    ("wanted", "offered"),
    [
        ("Bột quế", "Quế xay"),
        ("Quế ống", "Quế vỏ"),
        ("Bột tiêu", "Tiêu xay"),
        ("Trà xanh túi lọc", "Trà túi lọc"),
        ("Mật ong", "Mật ong hoa nhãn"),
        ("Mật ong", "Mật ong Nghệ An"),
        ("mat ong", "mat ong Nghe An"),
        ("Mật ong ngâm tỏi", "Tỏi ngâm mật ong"),
        ("Vải sấy khô", "Long vải"),
        ("Tiêu đen", "Tiêu đen Phú Quốc"),
        ("Bánh tét", "Bánh tét lá cẩm"),
        ("Cá rô phi", "Cá diêu hồng"),
    ],
)
def test_the_same_goods_stay_the_same(explained, wanted, offered):
    vetoes, code = judged(explained, wanted, offered)
    right = (Relation.SAME, Relation.VARIETY)
    assert (vetoes, code in {f"product_{each.name.lower()}" for each in right}) == (set(), True)


def test_tilapia_may_be_another_than_the_red_one(explained):
    assert judged(explained, "Cá diêu hồng", "Cá rô phi") == (set(), "product_generic")
