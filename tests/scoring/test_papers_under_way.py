"""Papers under way that a seller tells by what they consist of, and by the word of an office."""

from datetime import date

import pytest

from scoring.notes import notes
from scoring.papers_due import due
from scoring.records import Demand, Offer

TODAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("note", "codes"),
    [
        ("chờ hội đồng huyện chấm sao", ["OCOP"]),
        ("dang cho phan hang lai", ["OCOP"]),
        ("hồ sơ nâng sao đang ở huyện", ["OCOP"]),
        ("vừa lấy mẫu kiểm nghiệm", ["KN"]),
        ("moi gui mau di phan tich", ["KN"]),
        ("đang vẽ polygon từng vườn", ["EUDR"]),
        ("sắp có VietGAP", ["VIETGAP"]),
        ("đã nộp hồ sơ", []),
        ("ho so o huyen", []),
        ("đang chờ cấp lại", []),
    ],
)
def test_a_paper_under_way_is_told_with_the_papers(note, codes):
    found = notes(Offer("o", "Hàng", note=note, remarks=note), Demand("d", "Hàng"))
    assert list(found) == ["requirements"]
    (row,) = found["requirements"]
    assert (row["underway"], row["asked"], row["of_papers"]) == (True, True, codes)


@pytest.mark.parametrize(
    "note",
    ["có tọa độ vườn", "ban do vuon co san",
     "chờ đơn tết", "sắp có hàng", "gửi mẫu miễn phí", "mới lên 4 sao",
     "đang chờ cấp đông", "hàng đang về", "quả đang đỏ", "đang lấy mẫu cho khách"],
)  # fmt: skip
def test_what_is_no_paper_under_way_is_none(note):
    found = notes(Offer("o", "Hàng", note=note, remarks=note), Demand("d", "Hàng"))
    assert not any(row.get("underway") for rows in found.values() for row in rows)


@pytest.mark.parametrize(
    ("note", "code", "days"),
    [
        ("đang đo tọa độ rẫy, xong quý III", "EUDR", ("2027-07-01", "2027-09-30")),
        ("dang ve ban do vuon, thang 3 xong", "EUDR", ("2027-03-01", "2027-03-31")),
        ("plot coordinates being mapped, ready April 2027", "EUDR", ("2027-04-01", "2027-04-30")),
        ("chờ chấm lại sao, cuối tháng 1/2027", "OCOP", ("2027-01-31", "2027-01-31")),
        ("có bản đồ vườn từ tháng 3", "EUDR", None),
        ("đang đo tọa độ vườn", "EUDR", None),
        ("đang đo tọa độ vườn, xong quý II", "OCOP", None),
    ],
)
def test_the_day_of_what_a_paper_consists_of_is_that_of_the_paper(note, code, days):
    found = due(Offer("o", "Hàng", remarks=note), code, TODAY)
    assert (found and (found.first.isoformat(), found.last.isoformat())) == days
