"""Sentences in English: articles, plurals and agreement, for one and for several."""

import pytest

from matchmaker.wording.labels import unit
from matchmaker.wording.numbers import weight
from matchmaker.wording.reasons import sentence
from matchmaker.wording.reasons.phrases import days
from matchmaker.wording.reasons.summary import headline


def test_one_is_singular():
    assert [weight(kg, "en") for kg in (1000, 1500, 20_000)] == ["1 tonne", "1.5 tonnes", "20 tonnes"]
    assert [days(value, "en") for value in (1, 2, 0.04, 0.5)] == ["1 day", "2 days", "1 hour", "12 hours"]
    assert [unit("quả", "en", n) for n in (1, 20)] == ["piece", "pieces"]
    assert unit("cành", "en", 20) == "branches"
    season = {"criterion": "season", "code": "season_all", "facts": {"common": [12], "wanted": [12]}}
    assert headline({"reasons": [season]}, "en") == "1 of 1 month."


@pytest.mark.parametrize(
    ("code", "facts", "words"),
    [
        ("no_invoice", {"invoice": "KHONG", "invoices_accepted": ["HDDT", "HDDT_MTT", "BANG_KE"]},
         "the buyer needs an electronic invoice (of either kind) or a purchase list"),
        ("no_invoice", {"invoice": "BANG_KE", "invoices_accepted": ["HDDT"]},
         "the buyer needs an electronic invoice: it cannot book"),
        ("missing_cert", {"missing": ["EUDR"], "held": [{"code": "ATTP", "expires": "2028-09-01"}]},
         "lacks EUDR: the buyer cannot take it. Of those required it has Food safety until 1 Sep 2028."),
        ("missing_cert", {"missing": ["OCOP_STARS"], "min_stars": 4, "stars": 3, "held": []},
         "The producer has OCOP 3 stars, 4 needed"),
        ("papers_complete", {"held": [{"code": "ATTP", "expires": None}], "months": [12]},
         "The paper required for delivery in Dec: Food safety."),
        ("papers_complete", {"held": [{"code": "ATTP"}, {"code": "TCB"}], "months": [12]},
         "All 2 papers required for delivery in Dec"),
        ("product_same", {"offered": "chè", "demanded": "chè",
                          "spec": [{"says": "unsaid", "asks": "búp"}, {"says": "unsaid", "asks": "hộp"}]},
         "the buyer wants “búp”, “hộp”, of which the offer says nothing: to be asked"),
        ("moq_too_high", {"min_order": 10_000, "unit": "kg", "need_unit": "kg", "months_at_once": 3,
                          "most": 9000, "need_said": 3000, "need_said_unit": "kg", "need_said_per": "month"},
         "what 3 months come to"),
    ],
)  # fmt: skip
def test_sentences_agree(code, facts, words):
    assert words in sentence(code, facts, "en")
