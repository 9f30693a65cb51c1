"""A harvest of named days, month by month, beside a need with a rhythm."""

from datetime import date

import pytest

from matchmaker.wording.reasons import sentence
from matchmaker.wording.reasons.summary import headline
from scoring.records import Doubt

DAYS = {"deliver_from": date(2027, 6, 10), "deliver_to": date(2027, 7, 15)}
LYCHEES = {"product": "vải thiều", "quantity": 150, "unit": "tấn", "per": "season", "months": ()}


def _wants(demand, quantity, *months, per="month", **more):
    return demand(product="vải thiều", quantity=quantity, unit="tấn", per=per, months=months, **more)


@pytest.mark.parametrize(
    ("quantity", "months", "fill", "told"),
    [
        (
            80,
            (6, 7),
            0.891,
            "T6: 87,5 tấn, T7: 62,5 tấn), cần 80 tấn mỗi tháng: được 89 %, thiếu 17,5 tấn T7",
        ),
        (60, (6, 7), 1.25, "cần 60 tấn mỗi tháng: tháng nào cũng đủ, dư ít nhất 2,5 tấn"),
        (80, (6,), 1.094, "T6: 87,5 tấn), cần 80 tấn mỗi tháng: đủ hàng, dư 7,5 tấn"),
        (100, (7,), 0.625, "T7: 62,5 tấn), cần 100 tấn mỗi tháng: được 63 %, thiếu 37,5 tấn T7"),
    ],
)
def test_each_month_has_its_share_of_the_days(one, offer, demand, quantity, months, fill, told):
    said = one("volume", offer(**LYCHEES, **DAYS), _wants(demand, quantity, *months))
    assert said.facts["fill"] == pytest.approx(fill, abs=0.001)
    assert told in sentence(said.code, said.facts, "vi")
    assert "chia đều 10/06/2027–15/07/2027" in sentence(said.code, said.facts, "vi")
    assert "mỗi tháng (" not in sentence(said.code, said.facts, "vi")


def test_the_line_tells_what_there_is_in_each_month(one, offer, demand):
    said = one("volume", offer(**LYCHEES, **DAYS), _wants(demand, 60, 6, 7))
    line = headline({"reasons": [{"criterion": "volume", "code": said.code, "facts": said.facts}]}, "vi")
    assert "ủ lượng nếu chia đều" in line  # July has hardly more than it needs
    ample = one("volume", offer(**LYCHEES, **DAYS), _wants(demand, 50, 6, 7))
    told = {"reasons": [{"criterion": "volume", "code": ample.code, "facts": ample.facts}]}
    assert headline(told, "vi").startswith("Đủ lượng (")
    assert "62,5 tấn" in sentence(said.code, said.facts, "vi")
    assert "enough in each month, at least 2.5 tonnes to spare" in sentence(said.code, said.facts, "en")


def test_days_said_in_words_count_alike(one, offer, demand):
    words = offer(**{**LYCHEES, "months": (6, 7)}, season_text="từ 10/6 đến 15/7")
    need = _wants(demand, 80, 6, 7)
    by_field = one("volume", offer(**LYCHEES, **DAYS), need).facts
    assert one("volume", words, need).facts["by_month"] == by_field["by_month"]


def test_whole_months_a_whole_need_and_days_of_the_buyer_stay_as_they_were(one, offer, demand):
    need = _wants(demand, 80, 6, 7)
    assert "by_month" not in one("volume", offer(**{**LYCHEES, "months": (6, 7)}), need).facts
    whole = _wants(demand, 140, 6, 7, per="total")
    assert "by_month" not in one("volume", offer(**LYCHEES, **DAYS), whole).facts
    dated = _wants(demand, 80, deliver_from=date(2027, 6, 15), deliver_to=date(2027, 7, 31))
    assert "by_month" not in one("volume", offer(**LYCHEES, **DAYS), dated).facts


def _until_tet(words="tháng 11 đến Tết", day="2027-02-05", **more):
    moon = Doubt("months", "lunar", {"words": words, "to": day})
    return {
        "product": "vải thiều",
        "unit": "tấn",
        "per": "season",
        "season_text": words,
        "doubts": (moon,),
        **more,
    }


@pytest.mark.parametrize(
    ("own", "months", "told"),
    [
        (
            _until_tet(quantity=15, months=(11, 12, 1)),
            (11, 12, 1, 2),
            "coi như chia đều T11–T2 đến 05/02/2027; T11–T1: chừng 4,74 tấn mỗi tháng, T2: 773 kg), "
            "cần 60 tấn mỗi tháng (T2 tính 5/28): được 8 %, thiếu chừng 55,3 tấn mỗi tháng T11–T1, 9,94 tấn "
            "T2",
        ),
        (
            _until_tet("T12 đến mùng 5 Tết", "2027-02-10", quantity=72, months=(12, 1)),
            (12, 1, 2),
            "T12: 31 tấn, T1: 31 tấn, T2: 10 tấn), cần 60 tấn mỗi tháng (T2 tính 10/28)",
        ),
        (_until_tet(quantity=97, months=(11, 12, 1)), (12, 1), "T12: 31 tấn, T1: 31 tấn), cần 60 tấn mỗi"),
    ],
)
def test_a_season_that_ends_at_tet_has_its_days_of_the_last_month(one, offer, demand, own, months, told):
    said = one("volume", offer(**own), _wants(demand, 60, *months))
    assert told in sentence(said.code, said.facts, "vi")


def test_many_months_that_hardly_differ_are_told_together(one, offer, demand):
    said = one(
        "volume", offer(**_until_tet(quantity=15, months=(11, 12, 1))), _wants(demand, 60, 11, 12, 1, 2)
    )
    english = sentence(said.code, said.facts, "en")
    assert "Nov–Jan: about 4.74 tonnes a month, Feb: 773 kg" in english
    assert "short of about 55.3 tonnes a month Nov–Jan, 9.94 tonnes Feb" in english


def test_a_season_of_whole_months_up_to_another_end_is_no_month_by_month(one, offer, demand):
    own = {**_until_tet(quantity=60, months=(11, 12, 1)), "doubts": ()}
    assert "by_month" not in one("volume", offer(**own), _wants(demand, 60, 11, 12, 1)).facts
    moon = Doubt("months", "lunar", {"words": "Tết", "to": "2027-01-31"})  # the end of its last month
    whole = {**own, "doubts": (moon,)}
    assert "by_month" not in one("volume", offer(**whole), _wants(demand, 60, 11, 12, 1)).facts
