"""Sorts of one kind that a name lists are several goods: of the one wanted its own amount is asked."""

import pytest


def facts_of(match, criterion):
    return next(each.facts for each in match.reasons if each.criterion == criterion)


@pytest.mark.parametrize(
    ("wanted", "spec", "offered", "fits", "fits_not"),
    [
        ("quế ống sáo", "", "quế ống sáo, quế vụn", ["quế ống sáo"], ["quế vụn"]),
        ("quế vụn", "", "quế ống sáo và quế vụn", ["quế vụn"], ["quế ống sáo"]),
        ("quế", "ống sáo", "quế ống sáo, vụn", ["quế ống sáo"], ["vụn"]),
        ("chè đinh", "", "chè đinh, chè móc câu Tân Cương", ["chè đinh"], ["chè móc câu Tân Cương"]),
        ("que ong sao", "", "que ong sao, que vun", ["que ong sao"], ["que vun"]),
    ],
)
def test_of_sorts_listed_the_one_wanted_is_asked_apart(explained, wanted, spec, offered, fits, fits_not):
    match = explained({"product": wanted, "spec": spec}, {"product": offered})
    told = facts_of(match, "product")
    assert (told["fits"], told["fits_not"]) == (fits, fits_not)
    assert facts_of(match, "volume").get("supply_listed")


@pytest.mark.parametrize(
    ("wanted", "offered"),
    [
        ("quế ống sáo", "quế ống sáo, loại 1"),
        ("quế ống sáo", "quế ống sáo, 30 cm"),
        ("quế ống sáo", "quế ống điếu"),
    ],
)
def test_one_sort_is_no_list(explained, wanted, offered):
    match = explained({"product": wanted}, {"product": offered})
    assert not facts_of(match, "product")["offered_listed"]
    assert not facts_of(match, "volume").get("supply_listed")
