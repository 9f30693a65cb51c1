"""What excludes what a buyer asks is a plain no: another way, another colour, with or without a part."""

import pytest

from scoring.criteria.exclusive import excluded, left_on


@pytest.mark.parametrize(
    ("asks", "told", "said"),
    [
        ("sấy thăng hoa", "hoa nguyen bong, say lanh", "say lanh"),
        ("sấy lạnh", "Măng khô; phơi nắng", "phoi nang"),
        ("phơi nắng", "Mực khô; sấy lò", "say lo"),
        ("freeze-dried", "mango; oven dried", "oven dried"),
        ("cấp đông IQF", "tôm thẻ; đông block 2 kg", "block"),
        ("rang mộc", "cà phê; rang bơ", "rang bo"),
        ("sấy dẻo", "xoài; sấy giòn", "say gion"),
    ],
)
def test_ways_of_one_step_exclude_each_other(asks, told, said):
    assert excluded(asks, told) == said


@pytest.mark.parametrize(
    ("asks", "told", "said"),
    [
        ("ruột vàng", "khoai lang; ruột tím, củ 150-350 g", "ruot tim"),
        ("vo do", "khoai lang; vo trang ruot vang", "vo trang"),
        ("thịt đỏ", "thanh long; ruột trắng", "ruot trang"),
        ("red flesh", "dragon fruit; white flesh", "white flesh"),
        ("lá xanh", "cải; lá tím", "la tim"),
    ],
)
def test_a_part_has_one_colour(asks, told, said):
    assert excluded(asks, told) == said


@pytest.mark.parametrize(
    ("asks", "told", "said"),
    [
        ("phi lê còn da", "Cá bớp phi lê; phi le bo da", "bo da"),
        ("bỏ đầu", "tôm sú; còn đầu", "con dau"),
        ("có tem rượu", "rượu ngô; chua co tem", "chua co tem"),
        ("còn lá", "cam; không lá", "khong la"),
        ("không râu", "mực; còn râu", "con rau"),
    ],
)
def test_a_part_is_there_or_not(asks, told, said):
    assert excluded(asks, told) == said


@pytest.mark.parametrize(
    ("asks", "told"),
    [
        ("sấy lạnh", "xoài sấy dẻo; sấy lạnh"),
        ("sấy dẻo", "xoài sấy dẻo; sấy lạnh"),  # of another step
        ("sấy thăng hoa", "mít sấy khô"),
        ("ruột vàng", "khoai; ruột vàng cam"),
        ("ruột vàng", "khoai; vỏ tím"),
        ("ruột đỏ", "thịt do hợp tác xã mổ"),
        ("ruột trắng", "thanh long; ruột đỏ, ruột trắng"),
        ("vỏ xanh", "xoài; vỏ vàng khi chín"),
        ("còn râu", "mực khô; 9-11 con/kg"),
        ("còn đuôi", "tôm; bỏ đầu, còn đuôi"),
        ("không đá", "cá; còn da"),
        ("không tẩm bơ", "cà phê rang mộc"),
        ("không sấy lò", "măng; phơi nắng"),
        ("vỏ không đen", "lạc; vỏ đỏ"),
        ("ruột đỏ", "thanh long, không phải ruột trắng"),
        ("có hạt", "không hạt lép"),
    ],
)
def test_what_leaves_it_open_excludes_nothing(asks, told):
    assert excluded(asks, told) == ""


def test_a_part_left_on_is_said_in_several_ways():
    assert left_on("nguyên da", "cá; còn da")
    assert left_on("còn đầu", "tôm; nguyên đầu")
    assert left_on("bỏ đuôi", "tôm; cắt đuôi")
    assert not left_on("còn da", "cá; bỏ da")
    assert not left_on("có tem", "rượu; kèm tem")  # said by the words themselves
