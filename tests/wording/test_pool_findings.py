from __future__ import annotations

import string

import pytest

from matchmaker.wording import pool_findings
from matchmaker.wording.pool_findings import CAUSES, SENTENCES, sentence


def test_both_languages_name_the_same_facts() -> None:
    for code, pair in SENTENCES.items():
        named = [{name for _, name, _, _ in string.Formatter().parse(text) if name} for text in pair]
        assert named[0] == named[1], code
    assert all(all(pair) for pair in CAUSES.values())


@pytest.mark.parametrize(
    ("code", "facts", "vi", "en"),
    [
        (
            "filled_in_part",
            {
                "fill": 0.9,
                "lacks": 100_000,
                "unit": "kg",
                "months": {"7": 100_000},
                "causes": [{"code": "wrong_product", "offers": 90}, {"code": "missing_cert", "offers": 3}],
            },
            "Còn thiếu 100 tấn (T7). Các bên khác: 3 thiếu giấy tờ.",
            "100 tonnes are missing (Jul). Others: 3 papers missing.",
        ),
        (
            "best_single",
            {"offer": "O1", "fill": 0.444, "producer": "HTX A"},
            "Bên lớn nhất (HTX A) một mình chỉ đáp ứng được 44 %.",
            "The largest (HTX A) alone fills 44 % only.",
        ),
        (
            "surplus",
            {"amount": 1500, "unit": "lít", "share": 0.05},
            "Lượng nhận cam kết nhiều hơn cần 1.500 lít (5 %), phòng khi có bên giao thiếu.",
            "1,500 litres more than wanted are agreed on (5 %), in case one falls short.",
        ),
        ("add_month", {"months": [9]}, "Giao thêm T9.", "Deliver in Sep too."),
        (
            "no_member",
            {"offers": 150, "causes": [{"code": "no_lead", "offers": 2}]},
            "Chưa có bên nào tham gia được trong 150 chào bán đã xét. "
            "Các bên khác: 2 không bên nào xuất hóa đơn được.",
            "None of 150 offers looked at can take part. Others: 2 nobody can invoice.",
        ),
    ],
)
def test_a_finding_reads_as_a_sentence(code: str, facts: dict[str, object], vi: str, en: str) -> None:
    assert (sentence(code, facts, "vi"), sentence(code, facts, "en")) == (vi, en)


def test_facts_that_are_missing_and_codes_of_others_fail_nothing() -> None:
    for code in SENTENCES:
        assert sentence(code, {}, "vi")
    assert pool_findings.sentence("missing_cert", {}, "vi") == ""
