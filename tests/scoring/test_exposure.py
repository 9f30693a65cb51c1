from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.exposure import exposure, is_remote, shared, starved_groups

LISTS = [[("a", 900), ("b", 800), ("c", 700), ("d", 600)], [("b", 500), ("c", 400)], []]
GROUPS = {"remote": {"c", "d"}, "new": {"d"}}


def test_shares_of_places_stand_beside_what_a_lot_would_give():
    new, remote = exposure(LISTS, GROUPS, places=2)
    assert (remote.group, remote.eligible, remote.places) == ("remote", 3, 1)
    assert remote.expected == pytest.approx(2 * 2 / 4 + 2 * 1 / 2)
    assert (remote.share_of_places, remote.share_of_supply) == (0.25, 0.5)
    assert (new.places, new.expected, new.starved) == (0, 0.5, True)


def test_where_everyone_has_a_place_nobody_is_starved():
    assert starved_groups(LISTS, GROUPS, places=4) == ()
    assert exposure([], GROUPS, places=4)[0].share_of_places == 0


def test_the_most_starved_group_comes_first():
    assert starved_groups(LISTS, GROUPS, places=2) == ("remote", "new")


def test_a_near_offer_of_a_starved_group_gets_its_part_of_the_places():
    def order(max_loss):
        return "".join(offer for offer, _ in shared(LISTS[0], GROUPS, ["remote"], 2, max_loss))

    assert order(max_loss=100) == "acbd"
    assert order(max_loss=99) == "abcd"


@pytest.mark.parametrize(
    ("terrain", "zone", "hours", "told"),
    [
        ("mountain", False, 1, True),
        ("delta", True, 1, True),
        ("delta", False, 6, True),
        ("delta", False, 5.9, False),
        ("", False, None, False),
    ],
)
def test_a_commune_is_remote_by_terrain_by_its_zone_or_by_hours_to_market(terrain, zone, hours, told):
    assert is_remote(terrain, zone, hours) is told


@st.composite
def a_list(draw):
    scores = sorted(draw(st.lists(st.integers(0, 30), max_size=8)), reverse=True)
    return [(f"o{i}", score) for i, score in enumerate(scores)]


names = st.sets(st.integers(0, 7).map(lambda i: f"o{i}"))


def within(first, entries, loss):
    return all(score >= old - loss for (_, score), (_, old) in zip(first, entries, strict=False))


@given(entries=a_list(), ours=names, newcomers=names, places=st.integers(1, 5), loss=st.integers(0, 12))
def test_no_place_loses_more_than_the_bound_and_nobody_loses_eligibility(
    entries, ours, newcomers, places, loss
):
    groups = {"remote": ours, "new": newcomers}
    found = shared(entries, groups, ["remote", "new"], places, loss)
    assert sorted(found) == sorted(entries)
    assert within(found[:places], entries, loss)
    assert [s for _, s in found[:places]] == sorted((s for _, s in found[:places]), reverse=True)
    beyond = [entry for entry in entries if entry not in found[:places]]
    assert found[places:] == beyond


@given(entries=a_list(), ours=names, places=st.integers(1, 5))
def test_switched_off_or_with_nobody_to_raise_the_list_stays_as_it_is(entries, ours, places):
    assert shared(entries, {"remote": ours}, ["remote"], places, 0) == entries
    assert shared(entries, {"remote": ours}, [], places, 5) == entries


@given(entries=a_list(), ours=names, places=st.integers(1, 4), loss=st.integers(1, 12))
def test_it_is_the_best_of_all_lists_within_the_bound(entries, ours, places, loss):
    count = min(places, len(entries))
    members = sum(offer in ours for offer, _ in entries)
    part = (2 * count * members + len(entries)) // (2 * max(len(entries), 1))

    def worth(first):
        held = sum(offer in ours for offer, _ in first)
        return min(held, part), sum(score for _, score in first)

    possible = [first for first in combinations(entries, count) if within(first, entries, loss)]
    best = max(worth(first) for first in possible)
    assert worth(shared(entries, {"remote": ours}, ["remote"], places, loss)[:count]) == best
