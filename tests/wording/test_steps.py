import pytest

from matchmaker.wording.reasons import sentence
from matchmaker.wording.steps import SHORT, step
from scoring.criteria.terms import TERMS


@pytest.mark.parametrize(
    ("key", "vi", "en"),
    [
        ("obtain_paper:VIETGAP", "VietGAP", "VietGAP"),
        ("renew_paper:ATTP", "Gia hạn ATTP", "Food safety renewed"),
        ("issue_invoice:HDDT", "Hóa đơn điện tử", "An electronic invoice"),
        ("pool_volume", "Gom hàng với hộ lân cận", "Goods pooled with neighbours"),
        (
            "issue_invoice:HDDT+obtain_paper:VIETGAP",
            "Hóa đơn điện tử + VietGAP",
            "An electronic invoice + VietGAP",
        ),
        ("unheard_of", "Unheard_of", "Unheard_of"),
    ],
)
def test_steps_are_named_in_few_words(key, vi, en):
    assert step(key, "vi") == vi
    assert step(key, "en") == en


def test_every_term_that_can_be_accepted_has_its_words():
    assert {f"accept_term:{term}" for term in TERMS} <= set(SHORT)


def test_a_cold_step_says_that_the_producer_has_no_cold_truck():
    facts = {"storage": "chilled", "shelf": 5, "shelf_now": 2}
    assert sentence("chill", facts, "vi").startswith("Chở mát để giữ được 5 ngày thay vì 2 ngày")
    hired = {**facts, "no_cold": "chua co xe lanh"}
    told = sentence("chill", hired, "vi")
    assert "mát (bên bán ghi “chua co xe lanh”: phải thuê) để giữ được 5 ngày" in told
    assert "“chua co xe lanh”: to be hired" in sentence("chill", hired, "en")
