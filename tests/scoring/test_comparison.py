from dataclasses import replace

import pytest

from scoring.columns import OfferColumns
from scoring.comparison import compare
from scoring.profile import Profile
from scoring.ranking import rank
from scoring.records import Certificate


def with_values(profile, **parts):
    data = profile.as_data()
    for part, values in parts.items():
        data[part] = data[part] | values
    return Profile.from_data(data)


def moved(profile, share):
    """The profile with a share of weight moved from volume to price."""
    weights = profile.as_data()["weights"]
    other = {"volume": round(weights["volume"] - share, 3), "price": round(weights["price"] + share, 3)}
    return with_values(profile, weights=other)


@pytest.fixture
def compared(trade, profile):
    def run(demands, offers, other):
        shards = [OfferColumns.build(part, trade) for part in (offers[::2], offers[1::2]) if part]
        return list(compare(demands, shards, trade, profile, other))

    return run


@pytest.fixture
def cheap_or_plenty(offer):
    """One offer is cheaper, the other has more than enough."""
    return [
        offer(id="cheap", price_min=8000, price_max=9000, quantity=12),
        offer(id="plenty", price_min=26000, price_max=27000, quantity=30),
    ]


def test_the_same_profile_moves_nothing(compared, demand, profile, cheap_or_plenty):
    (found,) = compared([demand()], cheap_or_plenty, profile)
    assert found.still
    assert not found.first_changes
    assert [move.offer for move in found.moves] == ["plenty", "cheap"]


def test_a_weight_moved_to_price_brings_the_cheap_offer_to_the_top(
    compared, demand, profile, cheap_or_plenty
):
    other = moved(profile, 0.09)
    (found,) = compared([demand()], cheap_or_plenty, other)
    assert found.first_changes
    assert (found.entered(1), found.left(1)) == (["cheap"], ["plenty"])
    assert (found.entered(3), found.left(3)) == ([], [])
    assert [(m.offer, m.before.rank, m.after.rank) for m in found.moves] == [
        ("cheap", 2, 1),
        ("plenty", 1, 2),
    ]


def test_a_threshold_that_refuses_an_offer_names_the_veto(compared, demand, offer, profile):
    small = offer(id="small", quantity=8)
    other = with_values(profile, thresholds={"volume_far_below": 0.6})
    (found,) = compared([demand(pooling_allowed=False)], [small], other)
    assert [move.offer for move in found.became_vetoed] == ["small"]
    assert found.became_vetoed[0].after.vetoes == ("volume_too_small",)
    assert found.became_eligible == []
    assert found.left(1) == ["small"]


def test_a_threshold_that_lets_an_offer_in_tells_its_new_rank(compared, demand, offer, profile):
    small = offer(id="small", quantity=4)
    other = with_values(profile, thresholds={"volume_far_below": 0.1})
    (found,) = compared([demand(pooling_allowed=False)], [small], other)
    assert [(m.offer, m.after.rank) for m in found.became_eligible] == [("small", 1)]


def test_places_and_scores_are_those_of_the_engine(compared, demand, offer, trade, profile):
    offers = [
        offer(id=f"o{n:02}", quantity=5 + 3 * n, price_min=10000 + 900 * n, price_max=12000 + 900 * n)
        for n in range(14)
    ]
    offers += [offer(id="bare", certificates=()), offer(id="else", product="gạo")]
    demands = [
        demand(id=f"d{n}", quantity=3 + 5 * n, required_certificates=(Certificate("ATTP"),))
        for n in range(18)
    ]
    other = moved(profile, 0.05)
    for each in compared(demands, offers, other):
        wanted = next(d for d in demands if d.id == each.demand)
        for profile_, side in ((profile, "before"), (other, "after")):
            ranked = {m.offer: m for m in rank([wanted], offers, trade, profile_)}
            for move in each.moves:
                standing = getattr(move, side)
                match = ranked[move.offer]
                assert (standing.rank, standing.score_micro) == (match.rank, match.score_micro)
                assert list(standing.vetoes) == match.vetoes


def test_where_nothing_is_offered_nothing_moves(compared, demand, profile):
    (found,) = compared([replace(demand(), id="d1")], [], profile)
    assert found.moves == ()
    assert found.still


def test_another_network_is_compared_like_another_profile(trade, profile, demand, offer):
    class Dearer(type(trade.network)):
        WAYS = {"Hà Nội": (100.0, 4.0, 6.0, 40_000.0, 60_000.0)}  # noqa: RUF012

    shards = [OfferColumns.build([offer(id="one")], trade)]
    wanted = [demand(price_basis="delivered", price_max=30000)]
    (same,) = compare(wanted, shards, trade, profile, profile, trade)
    assert same.still
    (found,) = compare(wanted, shards, trade, profile, profile, replace(trade, network=Dearer()))
    assert [move.offer for move in found.became_vetoed] == ["one"]
    assert found.moves[0].after.vetoes == ("price_over",)
