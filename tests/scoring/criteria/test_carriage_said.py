"""What a buyer asks of carriage beside how often is answered by the seller's words."""

from __future__ import annotations

import pytest

from matchmaker.wording.reasons import sentence
from scoring.criteria.carriage_said import carriage_met
from scoring.records import Offer


@pytest.mark.parametrize(
    ("rhythm", "offered", "met", "left"),
    [
        ("2 chuyến/tuần, xe oxy", {"packaging": "xe oxy"}, ["xe oxy"], "2 chuyến/tuần"),
        ("hằng ngày, xe lạnh", {"description": "giao bằng xe mát 2 °C"}, ["xe lạnh"], "hằng ngày"),
        ("weekly, reefer truck", {"packaging": "refrigerated truck"}, ["reefer truck"], "weekly"),
        ("2 chuyến/tuần, xe lạnh", {"remarks": "chưa có xe lạnh"}, [], "2 chuyến/tuần, xe lạnh"),
        ("3 chuyến/tuần", {"packaging": "xe oxy"}, [], "3 chuyến/tuần"),
        ("2–3 xe", {"packaging": "xe tải"}, [], "2–3 xe"),
    ],
)
def test_carriage_is_told_from_rhythm(rhythm, offered, met, left) -> None:
    assert carriage_met(rhythm, Offer("o", "cá", **offered)) == (met, left)


def test_only_how_often_is_left_to_ask(explained) -> None:
    wanted = {"product": "Cá tầm sống", "payment_days": 15, "delivery_rhythm": "2 chuyến/tuần, xe oxy"}
    reasons = explained(wanted, {"product": "Cá tầm sống", "packaging": "xe oxy"}).reasons
    terms = next(each for each in reasons if each.criterion == "terms")
    told = sentence(terms.code, terms.facts, "vi")
    assert "bên mua cần “xe oxy”, bên bán có" in told
    assert "nhịp giao bên mua cần là “2 chuyến/tuần”, bên bán chưa nói" in told
    assert "the producer has it" in sentence(terms.code, terms.facts, "en")
