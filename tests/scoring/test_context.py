from datetime import date

from matchmaker.services.reference import context_of, matcher_of, network_of
from scoring.context import Markets, Papers
from scoring.product import ProductText
from scoring.records import Place
from seeds import reference


def test_an_unknown_paper_is_served_by_itself_alone():
    row = {"code": "ATTP", "satisfied_by": "VIETGAP;HACCP", "validity_months": "36"}
    papers = Papers.from_rows([{**row, "lead_days_low": "15", "lead_days_high": "45"}])
    assert papers.lead_days == {"ATTP": (15, 45)}
    assert papers.serving("ATTP") == ("ATTP", "VIETGAP", "HACCP")
    assert papers.serving("KOSHER") == ("KOSHER",)
    assert papers.validity_months == {"ATTP": 36}


def test_the_narrowest_known_row_of_a_market_counts():
    rows = [
        {"product": "lychee", "market": "CN", "open": "1", "since": "2020-05", "checked_on": "x"},
        {"product": "lychee_dried", "market": "CN", "open": "0", "since": "", "checked_on": "y"},
        {"product": "plum", "market": "CN", "open": "", "since": "", "checked_on": "z"},
    ]
    markets = Markets.from_rows(rows)
    assert markets.state(("lychee_dried", "lychee"), "CN") == (False, None, "y", None)
    assert markets.state(("lychee_early", "lychee"), "CN") == (True, date(2020, 5, 1), "x", None)
    assert markets.state(("plum",), "CN") is None


def test_a_kind_has_its_line_of_parents(trade):
    assert trade.line(trade.lexicon.index["lychee_early"]) == ("lychee_early", "lychee")
    assert trade.line(-1) == ()


def test_what_is_prepared_is_not_built_again_by_the_first_question(monkeypatch):
    ways = network_of(reference("coefficients"))
    context = context_of(matcher_of(reference("products")), reference("markets"), date(2026, 11, 21), ways)
    context.prepare()
    for built in ("build", "landmasses"):
        monkeypatch.setattr(f"scoring.logistics.network.{built}", None)
    monkeypatch.setattr("scoring.product.matcher.relation_table", None)
    hue, hanoi = Place(lat=16.46, lon=107.59), Place(lat=21.03, lon=105.85)
    assert context.network.matrix([hue], [hanoi], on=date(2026, 11, 21)).reach[0, 0] == 0
    assert context.matcher.explain(ProductText("xoài"), ProductText("xoài"))["relation"] == "same"
