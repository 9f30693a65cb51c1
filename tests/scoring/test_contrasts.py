"""Words that tell goods of one kind apart, and what both sides name of them."""

import numpy as np
import pytest

from scoring.contrasts import Contrast, as_named, asked, contrasts, differs, other_teas, said, unpeeled


def found(wanted, offered):
    asks, says = asked(wanted), said(offered)
    apart = bool(differs(np.array([asks], dtype=np.uint64), np.array([says], dtype=np.uint64))[0])
    return apart, [tuple(each) for each in contrasts(asks, says)]


@pytest.mark.parametrize(
    ("wanted", "offered", "words"),
    [
        ("Chuối sấy dẻo", "Chuối sấy giòn", ("sấy dẻo", "sấy giòn")),
        ("Chuối sấy dẻo", "Chuối ép khô Trần Hợi", ("sấy dẻo", "ép khô")),
        ("Hồng treo gió Đà Lạt", "Hồng sấy dẻo hộp quà", ("treo gió", "sấy dẻo")),
        ("Chè dây", "Trà túi lọc chè dây", ("", "túi lọc")),
        ("nho xanh", "nho do", ("xanh", "đỏ")),
        ("Khoai môn, khoai lang tím", "Khoai sọ Thuận Châu", ("khoai môn", "khoai sọ")),
        ("Tỏi bóc vỏ", "Tỏi nguyên vỏ", ("bóc vỏ", "nguyên vỏ")),
        ("mứt gừng dẻo", "Mứt gừng lát khô", ("dẻo", "lát khô")),
        ("miến sợi nhỏ", "mien dong soi to", ("sợi nhỏ", "sợi to")),
        ("Dried mango no added sugar", "Xoài sấy tẩm đường", ("không đường", "có đường")),
        ("Mì Quảng sợi tươi", "mi Quang kho", ("tươi", "khô")),
        ("Vải thổ cẩm sợi bông", "Vải lanh thổ cẩm", ("bông", "lanh")),
        ("Thổ cẩm dệt tay", "tho cam det may", ("dệt tay", "dệt máy")),
        ("Trà xanh", "chè đen", ("trà xanh", "hồng trà")),
        ("Lạp xưởng gác bếp", "Lạp xưởng tươi", ("gác bếp", "tươi")),
        ("Bạch trà Shan tuyết", "Shan tuyet green tea", ("bạch trà", "trà xanh")),
        ("Mắc ca sấy nứt vỏ", "Nhân mắc ca", ("nguyên vỏ", "bóc vỏ")),
    ],
)
def test_two_words_of_one_group_are_two_goods(wanted, offered, words):
    assert found(wanted, offered) == (True, [Contrast(*words)])


@pytest.mark.parametrize(
    ("wanted", "offered", "only"),
    [
        ("Black pepper 550 g/l", "Tiêu Phú Quốc", ["đen"]),
        ("Đậu xanh cà vỏ", "Đậu xanh nguyên hạt", ["bóc vỏ"]),
        ("Gừng trâu tươi, nghệ tươi", "Gừng dé Thần Sa, nghệ", ["gừng trâu"]),  # of a list only what all are
        ("Nho xanh Ninh Thuận, nho đỏ", "nho do Ninh Phuoc", []),
        ("nước mắm 40 độ đạm", "nuoc mam 25 do dam", []),  # degrees are no colour
        ("Hạt điều bóc vỏ", "Hạt điều còn vỏ lụa", ["bóc vỏ"]),  # the skin of a kernel is not its shell
    ],
)
def test_what_only_the_buyer_names_is_asked_and_sets_nothing_apart(wanted, offered, only):
    apart, words = found(wanted, offered)
    assert not apart
    assert [asks for asks, _ in words] == only


def test_how_goods_are_made_is_read_anywhere_but_where_several_are_listed():
    asks = asked("Vải thổ cẩm", "", "dệt tay, ko lấy hàng dệt máy")
    assert contrasts(asks, said("Vải thổ cẩm", "", "khổ 1m5, dệt máy")) == [Contrast("dệt tay", "dệt máy")]
    assert contrasts(asks, said("Vải thổ cẩm, khăn", "", "khăn dệt máy")) == [Contrast("dệt tay", "")]


def test_fruit_pressed_for_its_juice_is_not_pressed_dry() -> None:
    asks = asked("Chanh dây ép nước")
    assert [each.asks for each in contrasts(asks, said("Chanh dây tím"))] == ["ép nước"]
    assert not contrasts(asks, said("chanh dây", "hàng ép nước"))
    assert [each.asks for each in contrasts(asked("chuối ép"), said("chuối"))] == ["ép khô"]


@pytest.mark.parametrize(
    ("wanted", "offered", "words"),
    [
        ("Lạc bóc vỏ", "lạc chưa bóc vỏ", [("bóc vỏ", "nguyên vỏ")]),
        ("Dừa lột vỏ", "dua chua lot", [("bóc vỏ", "nguyên vỏ")]),
        ("Hạt điều bóc vỏ", "hạt điều bóc vỏ lụa chưa", [("bóc vỏ", "")]),
        ("Canned young green mango", "Young green mango in brine, canned", []),
        ("Frozen red dragon fruit", "Red dragon fruit, frozen, sliced", []),
    ],
)
def test_what_is_not_peeled_and_forms_behind_a_name_are_read(wanted, offered, words):
    assert [tuple(each) for each in contrasts(asked(wanted), said(offered))] == words


def test_words_that_leave_the_shell_on_are_told_as_written():
    assert unpeeled("bóc vỏ", "dua kho nguyen trai chua lot, 1 van") == "chua lot"
    assert unpeeled("lột vỏ", "dừa chưa lột vỏ") == "chưa lột vỏ"
    assert unpeeled("sấy dẻo", "chuối chưa bóc") == ""


@pytest.mark.parametrize(
    ("wanted", "offered", "other"),
    [
        ("cần bạch trà hoặc hồng trà cổ thụ", "chè xanh Tà Xùa sao tay", True),
        ("cần bạch trà hoặc hồng trà cổ thụ", "hồng trà, trà xanh", False),
        ("cần trà Shan", "trà xanh Shan", False),
    ],
)
def test_a_tea_worked_otherwise_than_any_that_a_sentence_names_is_another(wanted, offered, other):
    asks, says = (
        np.array([read("trà", rest=text)], dtype=np.uint64)
        for read, text in ((asked, wanted), (said, offered))
    )
    assert bool(other_teas(asks, says)[0]) is other


@pytest.mark.parametrize(
    "packed",
    ["ép kiện", "ép thành bánh", "dầu lạc ép", "ép chân không", "ép lạnh", "ep kien 50 kg", "ép viên"],
)
def test_goods_pressed_for_another_end_are_not_pressed_dry(packed):
    assert not contrasts(asked("Thạch đen khô", packed), said("Thạch đen khô"))


def test_words_that_tell_goods_apart_are_those_of_the_record():
    assert as_named("ép khô", "chuối khô ép") == "khô ép"
    assert as_named("gừng dé", "Gừng núi đá Thần Sa") == "Gừng núi đá"
    assert as_named("đen", "Black pepper 550 g/l") == "Black"
    assert as_named("đỏ", "tiêu Phú Quốc") == "đỏ"  # none of its words
