"""What is made of the goods wanted, by its own name, is the wrong form of them and no other product."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from matchmaker.services.reference import scoring_context
from scoring.context import Context
from scoring.criteria.made_of_wanted import made_of_wanted


@pytest.fixture(scope="session")
def trade() -> Context:
    """All kinds of the table."""
    return scoring_context(date(2026, 11, 27))


@pytest.mark.parametrize(
    ("wanted", "offered", "form"),
    [
        ("Dâu tây tươi", "Mứt dâu tây Đà Lạt", "sweet"),
        ("Quýt hồng", "Mứt quýt (hũ 300 g)", "sweet"),
        ("Bưởi Diễn", "Mứt vỏ bưởi Diễn", "sweet"),
        ("Mận hậu tươi", "Ô mai mận xào gừng", "sweet"),
        ("man hau tuoi", "o mai man", "sweet"),
        ("dau tay tuoi", "mut dau tay", "sweet"),
        ("Tỏi Lý Sơn", "Bột tỏi", "powder"),
        ("Củ dền tươi", "Bột củ dền", "powder"),
        ("Chùm ngây tươi", "Bột lá chùm ngây", "powder"),
        ("Thạch đen khô", "Bột thạch đen ăn liền", "powder"),
        ("Nấm hương tươi", "Bột nấm hương", "powder"),
        ("Táo mèo tươi", "Siro táo mèo", "processed"),
        ("Thanh long tươi", "Nước ép thanh long", "juice"),
        ("Fresh strawberry", "Strawberry jam", "sweet"),
        ("Dừa xiêm tươi", "Dừa khô", "dried"),
    ],
)
def test_what_is_made_of_the_goods_wanted_is_their_wrong_form(one, offer, demand, wanted, offered, form):
    said = one("product", offer(product=offered), demand(product=wanted))
    assert (said.vetoes, said.code) == (["wrong_form"], "product_other_form")
    assert (said.facts["offered_form"], said.facts["offered_form_unsaid"]) == (form, False)


@pytest.mark.parametrize(
    ("wanted", "offered"),
    [
        ("Dứa tươi", "Mứt dừa"),
        ("Dứa tươi", "mut dua"),  # of coconut or of pineapple
        ("Bưởi Năm Roi", "Mứt vỏ bưởi Diễn"),
        ("Mận hậu tươi", "Ô mai mơ"),
        ("Gừng tươi", "Ô mai mơ gừng"),
        ("Chanh tươi", "Siro chanh leo"),
        ("Chanh tươi", "Bột giặt hương chanh"),
        ("Gừng tươi", "Siro gừng mật ong"),
        ("Mơ tươi", "Rượu mơ"),
        ("Gừng tươi", "Trà gừng"),
        ("Gừng tươi", "Tinh dầu gừng"),
        ("Dâu tây tươi", "Kẹo dâu tây"),
        ("Dâu tây tươi", "Bánh dâu tây"),
        ("Táo mèo tươi", "Giấm táo mèo"),
        ("Hạt sen", "Bột lá sen"),
        ("Mứt dâu tây", "Mứt gừng"),
    ],
)
def test_what_only_bears_the_name_or_is_made_of_another_stays_another_product(
    one, offer, demand, wanted, offered
):
    assert one("product", offer(product=offered), demand(product=wanted)).vetoes == ["wrong_product"]


def test_what_is_made_is_right_where_it_is_asked_for(one, offer, demand):
    for name in ("Mứt gừng", "Siro táo mèo", "Bột nấm hương"):
        assert one("product", offer(product=name), demand(product=name)).vetoes == []


@pytest.mark.parametrize(
    ("wanted", "offered", "forms"),
    [
        ("Mứt gừng", "Gừng tươi", ("sweet", "fresh")),
        ("mut gung", "gung tuoi", ("sweet", "fresh")),
        ("Ô mai mơ", "Mơ Hương Tích", ("sweet", "fresh")),
        ("Mứt dâu tây", "Dâu tây Đà Lạt", ("sweet", "fresh")),
        ("Siro dâu tằm", "Dâu tằm tươi", ("processed", "fresh")),
        ("Bột tôm", "Tôm khô", ("powder", "dried")),
        ("Orange marmalade", "Fresh orange", ("sweet", "fresh")),
        ("Mango puree", "Fresh mangoes", ("juice", "fresh")),
        ("Mứt dừa, mứt gừng", "Gừng tươi", ("sweet", "fresh")),
    ],
)
def test_the_raw_goods_are_the_wrong_form_of_what_is_made_of_them(one, offer, demand, wanted, offered, forms):
    said = one("product", offer(product=offered), demand(product=wanted))
    assert (said.vetoes, said.code) == (["wrong_form"], "product_other_form")
    assert (said.facts["demanded_form"], said.facts["offered_form"]) == forms


@pytest.mark.parametrize(
    ("wanted", "offered"),
    [
        ("Rượu mơ", "Mơ tươi"),
        ("Trà gừng", "Gừng tươi"),
        ("Mứt gừng", "Dừa tươi"),
        ("mut dua", "dua tuoi"),  # of coconut or of pineapple
    ],
)
def test_the_raw_goods_of_a_drink_stay_another_product(one, offer, demand, wanted, offered):
    assert one("product", offer(product=offered), demand(product=wanted)).vetoes == ["wrong_product"]


def test_whether_raw_goods_are_fresh_is_told_only_where_it_is_said(one, offer, demand):
    for offered, unsaid in (("Gừng", True), ("Gừng tươi", False)):
        said = one("product", offer(product=offered), demand(product="Mứt gừng"))
        assert said.facts["offered_form_unsaid"] is unsaid


def test_many_pairs_are_told_as_each_alone(pairs, offer, demand):
    """What is worked out once a record is the same in any block, and asked again."""
    wanted = [demand(product=name) for name in ("Dâu tây tươi", "Mứt gừng", "Gừng tươi", "Siro dâu tây")]
    offered = [offer(product=name) for name in ("Mứt dâu tây", "Gừng tươi", "Mứt gừng", "Dâu tây tươi")]
    found = pairs(offered, wanted)
    told = {
        (found.demand(i).product, found.offer(i).product)
        for i in np.flatnonzero(made_of_wanted(found)).tolist()
    }
    assert told == {
        ("Dâu tây tươi", "Mứt dâu tây"),
        ("Mứt gừng", "Gừng tươi"),
        ("Gừng tươi", "Mứt gừng"),
        ("Siro dâu tây", "Dâu tây tươi"),
    }
    again = found.take(np.arange(len(found))[::-1])
    assert made_of_wanted(again).tolist() == made_of_wanted(found).tolist()[::-1]
