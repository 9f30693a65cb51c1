"""Goods of which the name does not settle how far they are processed."""

import pytest

from scoring.product import Lexicon
from scoring.raw_goods import done_to, may_be_processed, paddy, prepared, takes_raw
from scoring.records import Demand
from seeds import reference


@pytest.mark.parametrize(
    ("more", "raw"),
    [
        ({"spec": "dạt B, C"}, True),
        ({"spec": "hàng loại 3, trọn size"}, True),
        ({"spec": "IQF, dạt B"}, False),
        ({"spec": "dạt B, C", "delivery_rhythm": "xe lạnh"}, False),
        ({"spec": "múi nguyên"}, False),
        ({"spec": "dạt B, C", "channel": "supermarket"}, False),
    ],
)
def test_a_factory_that_asks_for_culls_may_take_them_raw(more, raw):
    assert takes_raw(Demand("d", "Sầu riêng cấp đông", **{"channel": "processor", **more})) is raw


def test_nuts_are_told_what_was_done_to_them_and_those_of_a_place_are_not():
    lexicon = Lexicon.from_rows(reference("products"), reference("synonyms"))
    done, open_ = done_to(lexicon), may_be_processed(lexicon)
    of = lexicon.index
    assert done[of["cashew_salted"]] == "rang muối"
    assert [bool(open_[of[key]]) for key in ("cashew_binh_phuoc", "cashew_kernel", "cashew_salted")] == [
        True, False, False,
    ]  # fmt: skip
    assert not open_[-1]


@pytest.mark.parametrize(
    ("name", "words"), [("bí xanh cắt sẵn", "cắt sẵn"), ("bi do got san", "got san"), ("bí đỏ", "")]
)
def test_what_any_seller_may_do_is_told_in_the_buyers_words(name, words):
    assert prepared(name) == words


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("ST25 còn nguyên thóc 12 tấn, ai cần xay thì báo", ("còn nguyên thóc", True)),
        ("con nguyen thoc 12 tan", ("con nguyen thoc", False)),
        ("lúa chưa xay xát, 5 tấn", ("lúa chưa xay xát", False)),
        ("ST25 paddy, 12 t", ("paddy", False)),
        ("gạo xay mới trong ngày, không bán thóc", ("", False)),
        ("nấu rượu từ thóc nương", ("", False)),
    ],
)
def test_rice_that_is_still_in_its_husk_is_told_by_its_words(words, told):
    assert paddy(words) == told
