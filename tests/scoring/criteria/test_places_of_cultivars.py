"""A place with several cultivars is no other name of one of them: what grows there is asked."""

from __future__ import annotations

import pytest

from matchmaker.wording.reasons import sentence


def product_of(match):
    return next(each for each in match.reasons if each.criterion == "product")


@pytest.mark.parametrize(
    ("wanted", "offered", "word"),
    [
        ("Xoài cát chu", "Xoài Cao Lãnh", "cát chu"),
        ("Mận tam hoa", "Mận Bắc Hà", "tam hoa"),
        ("Bưởi năm roi", "Bưởi Bến Tre", "năm roi"),
        ("Chanh leo tím", "Chanh dây Gia Lai", "tím"),
        ("Cam V2", "Cam Cao Phong", "V2"),
        ("Cam lòng vàng", "Cam Cao Phong", "lòng vàng"),
        ("Chè Kim Tuyên", "Chè Mộc Châu", "Kim Tuyên"),
        ("Cam V2", "Cam Vinh", "V2"),  # an indication of four cultivars
        ("Cam lòng vàng", "Cam Vinh", "lòng vàng"),
        ("Cam Xã Đoài", "Cam Vinh", "Xã Đoài"),
        ("Cam V2", "Cam Văn Chấn", "V2"),
        ("Cam sành", "Cam Văn Chấn", "sành"),
        ("Cam lòng vàng", "Cam Lục Ngạn", "lòng vàng"),
        ("Bưởi Diễn", "Bưởi Lục Ngạn", "Diễn"),
        ("cam long vang", "cam Cao Phong", "long vang"),
    ],
)
def test_a_cultivar_is_asked_of_goods_named_by_their_place(explained, wanted, offered, word) -> None:
    reason = product_of(explained({"product": wanted}, {"product": offered}))
    assert reason.code == "product_generic"
    assert word in reason.facts["unsaid"]


@pytest.mark.parametrize(
    ("wanted", "offered", "place"),
    [
        ("Mận Bắc Hà", "Mận tả hoàng ly Bắc Hà", ""),
        ("Xoài Cao Lãnh", "Xoài cát chu", "Cao Lãnh"),
        ("Cam Cao Phong", "Cam CS1 Cao Phong", ""),
        ("Cam Cao Phong", "Cam lòng vàng", "Cao Phong"),
    ],
)
def test_any_cultivar_of_the_place_asked_for_is_right(explained, wanted, offered, place) -> None:
    match = explained({"product": wanted}, {"product": offered, "description": f"trồng ở {place}"})
    assert not match.vetoes
    assert product_of(match).code in ("product_same", "product_variety")


@pytest.mark.parametrize(
    ("wanted", "offered"),
    [("Cam V2", "Cam Hàm Yên"), ("Cam lòng vàng", "Cam Bố Hạ"), ("Bưởi da xanh", "Bưởi Phúc Trạch")],
)
def test_a_citrus_place_excludes_a_cultivar_that_does_not_grow_there(explained, wanted, offered) -> None:
    assert product_of(explained({"product": wanted}, {"product": offered})).code == "product_sibling"


@pytest.mark.parametrize("offered", ["Xoài Yên Châu", "Xoài GL4", "xoài Sơn La"])
def test_goods_that_tell_no_cultivar_rank_behind_those_that_name_it(explained, offered) -> None:
    wanted = {"product": "Xoài tượng da xanh"}
    right, open_ = (product_of(explained(wanted, {"product": name})) for name in (wanted["product"], offered))
    assert open_.code == "product_generic"
    assert 0 < open_.effect < right.effect


@pytest.mark.parametrize("wanted", ["Xoài tượng da xanh", "Xoài Đài Loan", "Xoài da xanh"])
def test_a_code_is_laid_beside_the_cultivar_wanted(explained, wanted) -> None:
    reason = product_of(explained({"product": wanted}, {"product": "Xoài GL4"}))
    told = sentence(reason.code, reason.facts, "vi")
    assert f"bên bán ghi mã giống “GL4”, bên mua cần “{wanted[5:]}”: chưa rõ có phải một giống" in told
    assert "ask whether it is taken" in sentence(reason.code, reason.facts, "en")
    told = product_of(explained({"product": wanted}, {"product": "Xoài GL4", "description": wanted}))
    assert told.code == "product_same"


@pytest.mark.parametrize(
    ("wanted", "offered", "word"),
    [
        ("Cam sành", "Cam Cao Phong", "sành"),
        ("Bơ 034", "Bơ Lâm Đồng", "034"),
        ("Cam sành", "Cam Hà Giang", "sành"),  # which the table counts as it
        ("Vải thiều", "Vải Thanh Hà", "thiều"),
        ("Xoài tròn Yên Châu", "Xoài Yên Châu", "tròn"),
        ("Xoài tượng da xanh", "Xoài GL4", "tượng da xanh"),  # nor does the code of a selection
    ],
)
def test_a_place_or_a_code_is_no_name_of_a_cultivar(explained, wanted, offered, word) -> None:
    reason = product_of(explained({"product": wanted}, {"product": offered}))
    assert reason.code in ("product_generic", "product_variety", "product_same")
    assert reason.facts["unsaid"] == [word]


def test_of_several_cultivars_wanted_none_is_refused_for_a_place(explained) -> None:
    for place in ("Cao Phong", "Vinh", "Lục Ngạn"):
        wanted = {"product": "Cam sành, cam lòng vàng"}
        assert product_of(explained(wanted, {"product": f"Cam {place}"})).code == "product_generic"


@pytest.mark.parametrize(
    ("wanted", "offered"),
    [("Cam sành", "Cam V2 Cao Phong"), ("Bưởi da xanh", "Bưởi Đoan Hùng"), ("Cam sành", "Cam xoàn")],
)
def test_another_cultivar_or_a_place_of_one_stays_another(explained, wanted, offered) -> None:
    assert product_of(explained({"product": wanted}, {"product": offered})).code == "product_sibling"


@pytest.mark.parametrize(
    ("wanted", "offered"),
    [
        ("Cam Valencia", "Cam V2"),
        ("Cam sành", "Cam sành Hà Giang"),
        ("Xoài", "Xoài GL4"),
        ("Thanh long ruột đỏ", "Thanh long LĐ1"),  # a red one by the table's own names
        ("Ổi lê", "Ổi OĐL1"),
        ("Cam lòng vàng", "Cam CS1"),
        ("Lê Tai Nung", "Lê VH6"),
        ("Sầu riêng miền Tây", "Sầu riêng Cai Lậy"),  # a region is no cultivar
    ],
)
def test_what_names_the_cultivar_is_not_asked(explained, wanted, offered) -> None:
    assert "unsaid" not in product_of(explained({"product": wanted}, {"product": offered})).facts


@pytest.mark.parametrize(
    ("wanted", "offered", "words", "proof"),
    [
        ("Sầu riêng Dona", "Sầu riêng Khánh Sơn", {"grade": "Monthong"}, "Monthong"),
        ("Xoài cát chu", "Xoài Cao Lãnh", {"description": "giống cát chu"}, "cát chu"),
        ("Cam sành", "Cam Cao Phong", {"description": "cam sành chín vàng"}, "sành"),
    ],
)
def test_the_word_that_proves_a_cultivar_is_told(explained, wanted, offered, words, proof) -> None:
    reason = product_of(explained({"product": wanted}, {"product": offered, **words}))
    assert reason.facts["offered_sorts"] == [proof]
    assert "unsaid" not in reason.facts
