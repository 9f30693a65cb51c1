from __future__ import annotations

import pytest

from matchmaker.wording.reasons.conditions import REASONS
from scoring.criteria.papers_in_words import papers_in_words
from scoring.records import Certificate, Demand, Offer, Place

AWAY = Place(text="Hà Nội")


def asked(text: str, *held: str, **more: object) -> list[dict]:
    demand = Demand(id="D", product="Lợn bản", channel="canteen", place=AWAY, remarks=text, **more)
    papers = tuple(Certificate(code) for code in held)
    return papers_in_words(demand, Offer(id="O", product="Lợn bản", place=AWAY, certificates=papers))


@pytest.mark.parametrize(
    ("text", "held", "words"),
    [
        ("20 con một tuần, phải có giấy kiểm dịch", ["KDDV"], "phải có giấy kiểm dịch"),
        ("co hoa don, kiem dich, giao thu hai", ["KDDV"], "kiem dich"),
        ("có phiếu kiểm nghiệm; giao sáng", ["KN"], "có phiếu kiểm nghiệm"),
        ("cần kiểm dịch thú y", [], "cần kiểm dịch thú y"),
    ],
)
def test_the_words_that_ask_for_a_paper_are_told_with_what_is_held(text, held, words):
    assert asked(text, *held) == [{"words": words, "held": held}]


@pytest.mark.parametrize(
    ("told", "held"),
    [
        ("test kháng sinh âm tính", ["KN"]),
        ("phiếu kiểm nghiệm kim loại nặng 2026", ["KN"]),
        ("chưa kiểm nghiệm", []),
        ("sẽ test khi có đơn", []),
    ],
)
def test_a_test_that_the_offer_tells_of_is_held(told, held):
    demand = Demand(id="D", product="Mật ong", remarks="5 tấn, có kiểm nghiệm kháng sinh")
    found = papers_in_words(demand, Offer(id="O", product="Mật ong", description=told))
    assert [each["held"] for each in found] == [held]


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("không cần kiểm dịch", {}),
        ("có kiểm dịch càng tốt", {}),
        ("ưu tiên VietGAP", {}),
        ("có VietGAP", {"preferred_certificates": (Certificate("VIETGAP"),)}),
        ("có kiểm dịch", {"required_certificates": (Certificate("ATTP"),)}),
        ("20 con một tuần, có hóa đơn", {}),
    ],
)
def test_what_is_welcome_or_told_by_the_fields_is_no_such_paper(text, more):
    assert asked(text, **more) == []


@pytest.mark.parametrize("code", ["papers_complete", "nothing_required"])
@pytest.mark.parametrize("held", [["KDDV"], []])
def test_no_account_denies_a_paper_that_the_words_ask_for(code, held):
    facts = {
        "in_words": [{"words": "kiểm dịch", "held": held}], "product": "Lợn bản",
        "invoice": "HDDT", "invoices_accepted": ["HDDT"],
    }  # fmt: skip
    said = REASONS[code](facts, "vi")
    assert "không đòi giấy tờ" not in said
    assert ("bên bán có Kiểm dịch động vật" in said, "phải hỏi" in said) == (bool(held), not held)
    noted = {**facts, "notes": [{"side": "demand", "words": "có kiểm dịch", "asked": True}]}
    assert "bên bán chưa ghi giấy ấy" not in REASONS[code](noted, "vi")
    assert "No paper" not in REASONS[code](facts, "en")
