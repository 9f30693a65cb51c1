from datetime import date

import pytest

from scoring.records import Certificate


def papers(*codes):
    return tuple(Certificate(code) for code in codes)


def test_required_papers_held_are_complete(one, offer, demand):
    said = one("requirements", offer(), demand())
    assert (said.code, said.vetoes, said.score) == ("papers_complete", [], 1.0)
    assert said.facts["expiry_unsaid"] == ["ATTP"]


def test_a_paper_not_held_is_missing(one, offer, demand):
    said = one("requirements", offer(certificates=()), demand())
    assert said.vetoes == ["missing_cert"]
    assert said.facts["missing"] == ["ATTP"]


@pytest.mark.parametrize("code", ["VIETGAP", "HACCP"])
def test_a_paper_may_stand_in_for_another(one, offer, demand, code):
    assert one("requirements", offer(certificates=papers(code)), demand()).vetoes == []


def test_a_stand_in_works_one_way_only(one, offer, demand):
    wanted = demand(required_certificates=papers("VIETGAP"))
    assert one("requirements", offer(certificates=papers("ATTP")), wanted).vetoes == ["missing_cert"]


@pytest.mark.parametrize("day", [date(2026, 11, 1), date(2026, 11, 20)])
def test_a_paper_that_has_lapsed_this_month_lapsed_before_any_delivery(one, offer, demand, day):
    wanted = demand(months=tuple(range(1, 13)))
    said = one("requirements", offer(months=wanted.months, certificates=(Certificate("ATTP", day),)), wanted)
    assert said.vetoes == ["cert_expired"]
    assert said.facts["first_day"] == "2026-11-21" > said.facts["expired"][0]["expires"]


def test_a_paper_that_lapses_before_the_first_delivery_is_expired(one, offer, demand):
    held = (Certificate("ATTP", date(2027, 5, 31)),)
    said = one("requirements", offer(certificates=held), demand(months=(6, 7)))
    assert said.vetoes == ["cert_expired"]
    assert said.facts["expired"] == [{"code": "ATTP", "expires": "2027-05-31"}]


def test_a_paper_that_lapses_midway_covers_the_months_before(one, offer, demand):
    held = (Certificate("ATTP", date(2027, 7, 30)),)
    said = one("requirements", offer(certificates=held), demand(months=(6, 7)))
    assert (said.vetoes, said.code) == ([], "papers_lapse")
    assert said.facts["lapsing"] == [{"code": "ATTP", "expires": "2027-07-30", "covers": [6]}]


def test_a_paper_valid_through_the_last_delivery_day_covers_its_month(one, offer, demand):
    held = (Certificate("ATTP", date(2027, 6, 15)),)
    window = {"deliver_from": date(2027, 6, 1), "deliver_to": date(2027, 6, 15)}
    assert one("requirements", offer(certificates=held), demand(months=(), **window)).vetoes == []
    longer = {**window, "deliver_to": date(2027, 6, 16)}
    assert one("requirements", offer(certificates=held), demand(months=(), **longer)).vetoes == [
        "cert_expired"
    ]


def test_too_few_stars_are_missing_and_lapsed_stars_expired(one, offer, demand):
    wanted = demand(min_ocop_stars=4)
    assert one("requirements", offer(ocop_stars=3), wanted).vetoes == ["missing_cert"]
    assert one("requirements", offer(ocop_stars=4), wanted).vetoes == []
    lapsed = offer(ocop_stars=4, ocop_expiry=date(2027, 1, 1))
    assert one("requirements", lapsed, wanted).vetoes == ["cert_expired"]


def test_stars_written_with_the_paper_count(one, offer, demand):
    held = (*papers("ATTP"), Certificate("OCOP", None, 4))
    assert one("requirements", offer(certificates=held), demand(min_ocop_stars=4)).vetoes == []


@pytest.mark.parametrize(
    ("invoice", "vetoes"), [("HDDT_MTT", []), ("BANG_KE", ["no_invoice"]), ("KHONG", ["no_invoice"])]
)
def test_an_invoice_that_does_not_serve_is_refused(one, offer, demand, invoice, vetoes):
    assert one("requirements", offer(invoice=invoice), demand()).vetoes == vetoes


def test_an_unsaid_invoice_is_a_question(one, offer, demand):
    said = one("requirements", offer(invoice=""), demand())
    assert (said.vetoes, said.code) == ([], "invoice_unsaid")
    assert said.score < 1


def test_a_closed_market_is_refused_and_an_unknown_one_asked(one, offer, demand):
    durian = {"product": "sầu riêng Ri6"}
    assert one("requirements", offer(**durian), demand(channel="exporter_jp", **durian)).vetoes == [
        "market_closed"
    ]
    unknown = one("requirements", offer(**durian), demand(channel="exporter_eu", **durian))
    assert (unknown.vetoes, unknown.code) == ([], "market_unknown")
    assert one("requirements", offer(), demand(channel="exporter_cn")).facts["market_open"] is True


def test_a_market_that_opens_after_the_delivery_is_closed(one, offer, demand):
    garlic = {"product": "tỏi"}
    assert one("requirements", offer(**garlic), demand(channel="exporter_eu", **garlic)).vetoes == [
        "market_closed"
    ]


def test_nothing_required_leaves_nothing_to_meet(one, offer, demand):
    said = one("requirements", offer(), demand(required_certificates=(), invoices_accepted=()))
    assert (said.code, said.score) == ("nothing_required", 1.0)


def test_a_paper_that_stands_in_is_named_itself(one, offer, demand):
    said = one("requirements", offer(certificates=papers("VIETGAP")), demand())
    assert said.facts["held"] == [{"code": "ATTP", "expires": None, "by": "VIETGAP"}]
    assert said.facts["expiry_unsaid"] == ["VIETGAP"]
    own = one("requirements", offer(certificates=papers("ATTP", "VIETGAP")), demand())
    assert own.facts["held"] == [{"code": "ATTP", "expires": None}]


def test_a_paper_that_lasts_through_the_delivery_needs_no_other_in_its_place(one, offer, demand):
    wanted = demand(required_certificates=(Certificate("ATTP"),))
    both = (Certificate("ATTP", date(2028, 5, 1)), Certificate("VIETGAP"))
    assert one("requirements", offer(certificates=both), wanted).facts["held"] == [
        {"code": "ATTP", "expires": "2028-05-01"}
    ]


def test_what_is_not_taken_speaks_for_nothing(one, offer, demand, profile):
    wanted = demand(required_certificates=papers("ATTP", "VIETGAP", "QR"))
    said = one("requirements", offer(certificates=papers("ATTP", "VIETGAP")), wanted)
    assert (said.vetoes, said.score) == (["missing_cert"], profile.neutral("requirements"))


def test_a_paper_that_lapses_is_told_though_another_stands_in_for_it(one, offer, demand):
    held = (Certificate("ATTP", date(2027, 6, 15)), Certificate("HACCP", date(2028, 5, 1)))
    row = one("requirements", offer(certificates=held), demand()).facts["held"][0]
    assert (row["by"], row["own_expires"]) == ("HACCP", "2027-06-15")
    alone = one("requirements", offer(certificates=papers("HACCP")), demand()).facts["held"][0]
    assert "own_expires" not in alone


@pytest.mark.parametrize(
    ("product", "held", "safety"),
    [("thịt trâu gác bếp", ("ATTP",), ["ATTP"]), ("thịt trâu gác bếp", (), []), ("khăn thổ cẩm", (), None)],
)
def test_food_without_required_papers_tells_what_it_has_on_safety(one, offer, demand, product, held, safety):
    wanted = demand(product=product, required_certificates=(), invoices_accepted=())
    said = one("requirements", offer(product=product, certificates=papers(*held)), wanted)
    assert (said.code, said.facts.get("safety")) == ("nothing_required", safety)


def test_papers_without_a_last_day_are_not_asked_for_one(one, offer, demand):
    held = papers("ATTP", "QR", "UNKNOWN")
    said = one("requirements", offer(certificates=held), demand(required_certificates=held))
    assert said.facts["expiry_unsaid"] == ["ATTP", "UNKNOWN"]


def test_the_first_day_of_delivery_and_months_that_nobody_named_are_told(one, offer, demand):
    window = {"months": (), "deliver_from": date(2027, 6, 5), "deliver_to": date(2027, 6, 25)}
    said = one("requirements", offer(), demand(**window)).facts
    assert (said["first_day"], said["months_unsaid"]) == ("2027-06-05", False)
    assert one("requirements", offer(), demand(months=())).facts["months_unsaid"] is True
