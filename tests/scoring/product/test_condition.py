from __future__ import annotations

import pytest

from scoring.product import Form, ProductMatcher, ProductText, Relation


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (ProductText("Xoài"), Form.NONE),
        (ProductText("Hạt sen tươi"), Form.FRESH),
        (ProductText("Mực một nắng"), Form.NONE),
        (ProductText("Tôm sú tươi", kept=Form.FROZEN), Form.FROZEN),
        (ProductText("Chuối khô", kept=Form.FROZEN), Form.NONE),
        (ProductText("Mận hậu", "Mận sấy giòn, gói 200 g"), Form.DRIED),
        (ProductText("Fresh ginger, air-dried"), Form.FRESH),
        (ProductText("Rice paper for fresh spring rolls"), Form.NONE),
        (ProductText("Frozen passion fruit puree"), Form.FROZEN),
        (ProductText("Măng cụt xanh gọt sẵn"), Form.PROCESSED),
        (ProductText("Mít sấy ăn liền"), Form.NONE),
        (ProductText("Dứa tươi sấy dẻo"), Form.DRIED),
        (ProductText("Hạt sen tươi luộc"), Form.PROCESSED),
        (ProductText("Hành tím Vĩnh Châu sấy lát"), Form.PROCESSED),
        (ProductText("Hành tím khô nguyên củ"), Form.DRIED),
        (ProductText("Cà phê vối bột rang xay"), Form.ROASTED),
        (ProductText("Cá cơm khô hấp"), Form.NONE),
        (ProductText("Ruốc khô hấp"), Form.DRIED),
        (ProductText("Tôm hấp"), Form.PROCESSED),
        (ProductText("Mực một nắng Cô Tô", "cấp đông sau phơi", kept=Form.FROZEN), Form.HALF_DRIED),
    ],
)
def test_the_form_comes_from_keeping_name_and_description(
    matcher: ProductMatcher, text: ProductText, form: Form
) -> None:
    assert matcher.reading(text).form is form


@pytest.mark.parametrize("name", ["Tôm một nắng", "Cá đù một nắng", "ca thu 1 nang", "Bạch tuộc một nắng"])
def test_goods_dried_for_one_sun_are_the_same_frozen_or_chilled(matcher: ProductMatcher, name: str) -> None:
    wanted = matcher.read([ProductText(name, "cấp đông, túi 500 g"), ProductText(name)])
    given = matcher.read(
        [ProductText(name, kept=Form.FROZEN), ProductText(f"{name} cấp đông"), ProductText(name)]
    )
    assert (matcher.compare(wanted, given).relation <= Relation.VARIETY).all()


def test_goods_dried_for_one_sun_are_neither_the_dried_nor_the_fresh(matcher: ProductMatcher) -> None:
    wanted, given = ProductText("Mực một nắng"), [ProductText("Mực khô"), ProductText("Mực tươi")]
    found = matcher.compare(matcher.read([wanted]), matcher.read(given)).relation
    assert (found == Relation.OTHER_FORM).all()


def test_fresh_flowers_that_scent_a_tea_leave_it_dry(matcher: ProductMatcher) -> None:
    tea = matcher.reading(ProductText("Trà sen Tây Hồ", "ướp bông tươi, 100 g"))
    assert matcher.lexicon.kinds[tea.kind].key == "tea_lotus"
    assert tea.form is not Form.FRESH
    assert matcher.reading(ProductText("Lá chè", "tươi, 2 tấn")).form is Form.FRESH


def test_goods_kept_in_liquid_are_canned_and_no_box_of_dried_ones(matcher: ProductMatcher) -> None:
    assert matcher.reading(ProductText("Nấm hương đóng hộp ngâm nước")).form is Form.CANNED
    assert matcher.reading(ProductText("Nấm hương đóng hộp")).form is Form.NONE


def test_the_form_told_makes_a_breed_of_one_place_no_breed_of_another(matcher: ProductMatcher) -> None:
    live = matcher.reading(ProductText("Vịt Cổ Lũng sống"))
    assert (matcher.lexicon.kinds[live.kind].key, live.form) == ("duck_co_lung", Form.LIVE)


def test_a_dry_skin_makes_fresh_goods_no_dried_ones_in_any_meaning(matcher: ProductMatcher) -> None:
    wanted = matcher.reading(ProductText("Gừng tươi hữu cơ", "củ ≥150 g; khô vỏ"))
    assert [matcher.lexicon.kinds[kind].key for kind in wanted.kinds] == ["ginger"]
