"""What the free words of a record call its goods."""

import pytest

from scoring.goods_phrase import goods_in_words


@pytest.mark.parametrize(
    ("product", "remarks", "named"),
    [
        (
            "trà quà biếu",
            "lấy 120 hộp trà ô long Kim Tuyên hộp thiếc, giao Thủ Đức",
            "trà ô long Kim Tuyên",
        ),
        ("cam lam qua", "can 2 tan cam canh Van Giang thung 10kg, giao truoc 20/1", "cam canh Van Giang"),
        ("gao cho quan com", "moi tuan 500kg gao Nang Hoa cu, 17k/kg", "gao Nang Hoa cu"),
        ("mật ong", "mật ong hoa nhãn 300 lít tháng 4, 90k/lít", "mật ong hoa nhãn"),
        ("mật ong", "không lấy mật ong keo, giao Hà Nội", ""),  # turned away
        ("cá thu", "cá thu ảo câu tay, mỗi tháng 400 kg", "cá thu ảo câu tay"),  # "thu" ends no such name
        ("xoài keo", "xoài keo 20 tấn/tuần", ""),  # adds nothing to the name
        ("cam, bưởi", "cam sành 2 tấn, bưởi Diễn 500 quả", ""),  # of a list each tells its own
        ("na", "", ""),
    ],
)
def test_goods_are_named_as_far_as_the_sentence_speaks_of_them(product, remarks, named):
    assert goods_in_words(product, remarks) == named
