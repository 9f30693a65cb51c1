"""Of goods that a buyer lists the one that is offered is told, in its own words and form."""

import pytest

from scoring.criteria.items_meant import item_meant


@pytest.mark.parametrize(
    ("wanted", "offered", "item"),
    [
        ("vải thiều, lê", "lê VH6", "lê"),
        ("gạo ST25, Séng Cù", "gạo Séng Cù", "gạo Séng Cù"),
        ("sầu riêng Ri6, Monthong", "sầu riêng Đắk Lắk", None),  # may be either
        ("vải thiều", "vải thiều", None),  # no list
        ("vải thiều, lê", "thổ cẩm", None),
    ],
)
def test_the_item_is_that_which_the_offer_answers(pairs, offer, demand, wanted, offered, item):
    found = item_meant(pairs([offer(product=offered)], [demand(product=wanted)]), 0)
    assert (found.words if found else None) == item


def test_a_form_at_the_end_of_a_list_may_go_for_the_items_before_it(pairs, offer, demand):
    wanted = demand(product="vải thiều, lê sấy")
    assert item_meant(pairs([offer(product="vải thiều")], [wanted]), 0).last == "sấy"
    dried = item_meant(pairs([offer(product="lê sấy")], [wanted]), 0)
    assert (dried.words, dried.last) == ("lê sấy", "")
