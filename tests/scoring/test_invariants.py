"""What must hold of every ranking, whatever the records say."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from scoring.columns import OfferColumns
from scoring.ranking import explain_pair, rank
from scoring.records import Certificate
from tests.scoring.markets import market

any_market = settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
seeds = st.integers(0, 100_000)


def better(offer):
    """Changes of an offer by each of which some criterion gains and none loses."""
    papers = (*offer.certificates, *(Certificate(c) for c in ("ATTP", "QR", "GI", "OCOP")))
    changes = [
        {"certificates": tuple({p.code: p for p in papers}.values())},
        {"ocop_stars": 5},
        {
            "max_payment_days": 400.0,
            "max_discount_pct": 100.0,
            "accepts_returns": True,
            "accepts_consignment": True,
        },
        {"invoice": "HDDT"},
    ]
    if offer.price_min is not None:
        low = offer.price_min * 0.8
        changes.append({"price_min": low, "price_max": min(offer.price_max or low, low)})
    if offer.shelf_life_days is not None:
        changes.append({"shelf_life_days": offer.shelf_life_days + 5})
    if offer.quantity is not None and offer.min_order is None:
        changes.append({"quantity": offer.quantity * 1.5})
    if offer.months and offer.per in ("month", "week"):  # a flow: more months take nothing from the others
        changes.append({"months": tuple(range(1, 13))})
    return changes


@any_market
@given(seed=seeds, row=st.integers(0, 24), number=st.integers(0, 20))
def test_an_offer_that_improves_in_one_thing_never_falls(trade, profile, offer, demand, seed, row, number):
    offers, demands = market(offer, demand, n=25, m=3, seed=seed)
    changes = better(offers[row])
    better_one = replace(offers[row], **changes[number % len(changes)])
    improved = [*offers[:row], better_one, *offers[row + 1 :]]

    def place(those, demand):
        found = [m for m in rank([demand], those, trade, profile) if m.offer == offers[row].id]
        return (found[0].vetoes != [], found[0].rank or 0, -found[0].score_micro) if found else None

    for each in demands:
        before, after = place(offers, each), place(improved, each)
        if before is not None:
            assert after[:2] <= before[:2] if after[0] == before[0] else after[0] < before[0]


FLOWS = ("day", "week", "month")


def with_month(offer, month, stored):
    """The offer with one month more and what it brings; of goods that keep the same stock, for longer."""
    months = tuple(sorted({*offer.months, month}))
    if stored or offer.per in FLOWS:
        return replace(offer, months=months)
    return replace(offer, months=months, quantity=offer.quantity * len(months) / len(offer.months))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    product=st.sampled_from(["vải thiều", "sầu riêng", "gạo Séng Cù", "tỏi Lý Sơn"]),
    months=st.sets(st.integers(1, 12), min_size=1, max_size=11),
    wanted=st.sets(st.integers(1, 12), min_size=1),
    month=st.integers(1, 12),
    per=st.sampled_from([*FLOWS, "season", "year", "total"]),
    asked=st.sampled_from(["month", "week", "total", "year"]),
    amounts=st.tuples(st.integers(1, 60), st.integers(1, 60)),
)
def test_a_month_more_with_what_it_brings_never_lowers_a_score(
    trade, profile, offer, demand, product, months, wanted, month, per, asked, amounts
):
    """Of fresh goods a total is spread over its months, for nature does so: a month more of the same total
    is less in each, and no improvement. A month that brings its share is, and so is one of a stock for a
    whole need. A stock for a need with a rhythm has to last through all common months: more of them share it.
    """
    before = offer(product=product, months=tuple(sorted(months)), quantity=amounts[0], unit="tấn", per=per)
    need = demand(product=product, months=tuple(sorted(wanted)), quantity=amounts[1], unit="tấn", per=asked)
    stored = bool(OfferColumns.build([before], trade).stored[0])
    assume(not stored or per in FLOWS or asked in ("total", "year"))
    was = explain_pair(need, before, trade, profile)
    becomes = explain_pair(need, with_month(before, month, stored), trade, profile)
    assert (becomes.vetoes != [], -becomes.score_micro) <= (was.vetoes != [], -was.score_micro)


UNITS = {"kg": 1.0, "tạ": 100.0, "tấn": 1000.0}


@any_market
@given(seed=seeds, offered=st.sampled_from(sorted(UNITS)), wanted=st.sampled_from(sorted(UNITS)))
def test_the_unit_in_which_an_amount_is_written_does_not_matter(
    trade, profile, offer, demand, seed, offered, wanted
):
    offers, demands = market(offer, demand, n=20, m=4, seed=seed)
    offers = [replace(o, unit="kg") for o in offers]
    demands = [replace(d, unit="kg") for d in demands]

    def written(record, unit, *amounts):
        values = {name: getattr(record, name) for name in amounts}
        told = {name: value / UNITS[unit] for name, value in values.items() if value is not None}
        return replace(record, unit=unit, **told)

    def judged(demands, offers):
        found = rank(demands, offers, trade, profile, all_pairs=True)
        return [(m.demand, m.offer, m.rank, m.score_micro, m.vetoes) for m in found]

    assert judged(
        [written(d, wanted, "quantity", "min_lot") for d in demands],
        [written(o, offered, "quantity", "min_order") for o in offers],
    ) == judged(demands, offers)


@pytest.mark.parametrize(("amount", "unit"), [(2, "tấn"), (2000, "kg"), (20, "tạ")])
def test_two_tonnes_are_two_thousand_kilograms(trade, profile, offer, demand, amount, unit):
    wanted = demand(quantity=3, unit="tấn")
    found = explain_pair(wanted, offer(quantity=amount, unit=unit), trade, profile)
    usual = explain_pair(wanted, offer(quantity=2, unit="tấn"), trade, profile)
    assert found.score_micro == usual.score_micro
    assert found.components_micro == usual.components_micro


@any_market
@given(seed=seeds, shift=st.integers(0, 11))
def test_months_moved_on_both_sides_keep_every_season_score(trade, profile, offer, demand, seed, shift):
    offers, demands = market(offer, demand, n=12, m=3, seed=seed)

    def moved(record):
        return replace(record, months=tuple(sorted((m - 1 + shift) % 12 + 1 for m in record.months)))

    def seasons(demands, offers):
        found = rank(demands, offers, trade, profile, all_pairs=True)
        return {
            (m.demand, m.offer): (m.components_micro["season"], "wrong_season" in m.vetoes) for m in found
        }

    stated = [o for o in offers if o.months], [d for d in demands if d.months]
    assert seasons([moved(d) for d in stated[1]], [moved(o) for o in stated[0]]) == seasons(
        stated[1], stated[0]
    )


@any_market
@given(seed=seeds, order=st.randoms(use_true_random=False))
def test_the_order_of_records_matters_to_nothing(trade, profile, offer, demand, seed, order):
    offers, demands = market(offer, demand, n=20, m=4, seed=seed)
    expected = {m.demand: [] for m in rank(demands, offers, trade, profile)}
    for match in rank(demands, offers, trade, profile):
        expected[match.demand].append(match)
    order.shuffle(offers)
    order.shuffle(demands)
    found = {}
    for match in rank(demands, offers, trade, profile):
        found.setdefault(match.demand, []).append(match)
    assert found == expected
