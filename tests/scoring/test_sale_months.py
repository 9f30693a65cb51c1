"""Notes that repeat the months of an offer are its ground; more made to order belongs to the amount."""

import pytest

from matchmaker.wording.reasons.notes import more_to_order, note_questions, noted
from scoring.notes import notes
from scoring.records import Demand, Offer
from scoring.sale_months import makes_more
from scoring.units import fold

WINTER = (11, 12, 1, 2, 3, 4)


@pytest.mark.parametrize(
    ("note", "asked"),
    [
        ("hết vụ tháng 4", False),
        ("sau thang 4 het hang", False),
        ("có hàng đến hết tháng 4", False),
        ("co hang tu thang 11", False),
        ("het hang tu thang 3", True),
        ("bán đến tháng 6", True),
    ],
)
def test_a_note_that_repeats_the_months_is_their_ground(note, asked):
    found = notes(Offer("o", "p", months=WINTER, note=note, remarks=note), Demand("d", "p"))
    assert list(found) == ["season"]
    (row,) = found["season"]
    assert (row["asked"], bool(row.get("ground"))) == (asked, not asked)


@pytest.mark.parametrize(
    ("note", "more"),
    [
        ("có thể tăng sản lượng nếu đặt sớm", True),
        ("đặt trước 2 tuần thì dệt thêm được", True),
        ("Tet can nhieu thi bao truoc de nuoi them", True),
        ("lam them duoc khi co don", True),
        ("can make more if ordered a month ahead", True),
        ("đặt trước 1 tháng", False),
        ("không làm thêm", False),
        ("in thêm logo theo đơn", False),
        ("thêm phí nếu đặt sớm", False),
    ],
)
def test_more_made_to_order_is_known(note, more):
    assert makes_more(fold(note)) is more


def test_more_made_to_order_is_asked_where_more_is_needed():
    note = "đặt trước 1 tháng thì đan thêm"
    rows = notes(Offer("o", "p", note=note, remarks=note, lead_time_days=7), Demand("d", "p"))["volume"]
    short, full = ({"notes": rows, "fill": fill} for fill in (0.4, 1.0))
    assert noted(short, "vi") == f" Bên bán ghi “{note}”: hỏi đặt ngay thì thêm được bao nhiêu."
    assert noted(full, "vi") == f" Bên bán ghi thêm “{note}”."
    assert [vi for vi, _ in note_questions(short)] == ["đặt ngay thì thêm được bao nhiêu"]
    assert not list(note_questions(full))
    assert more_to_order(short, "vi") == f"“{note}”"
    assert more_to_order(full, "en") == ""
