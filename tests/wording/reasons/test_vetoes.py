"""Sentences on vetoes: a paper that lapses among the days of delivery, and others that lapse beside it."""

from matchmaker.wording.reasons import sentence

FACTS = {"expired": [{"code": "VIETGAP", "expires": "2027-01-22"}], "months": [1]}


def test_a_paper_that_lapses_in_the_month_of_delivery_leaves_the_days_before():
    text = sentence("cert_expired", FACTS, "vi")
    assert "hết hạn 22/01/2027, mà hàng giao T1: chỉ giao được đến hết ngày ấy." in text
    assert "giấy không còn hiệu lực khi giao" in sentence("cert_expired", FACTS | {"months": [3]}, "vi")


def test_papers_that_cover_a_part_of_the_delivery_are_told_beside_those_that_cover_none():
    lapsing = {"lapsing": [{"code": "ATTP", "expires": "2027-01-05", "covers": [12]}]}
    assert "; cũng hết giữa đợt: ATTP đến 05/01/2027." in sentence("cert_expired", FACTS | lapsing, "vi")
