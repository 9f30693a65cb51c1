"""What the pairs of a conference come to from wishes and ranking."""

from __future__ import annotations

from typing import Any

from matchmaker.models import Wish
from matchmaker.services.pairing import scored, wish_worth, with_order

PB, PC, QB = frozenset("PB"), frozenset("PC"), frozenset("QB")


def document(**changes: Any) -> dict[str, Any]:
    sides = {"P": "producer", "Q": "producer", "B": "buyer", "C": "buyer"}
    people = [{"id": each, "side": side} for each, side in sides.items()]
    return {"participants": people, "pairs": [], **changes}


def wish(party: str, other: str, kind: str = "want", rank: int = 0) -> Wish:
    return Wish(party=party, other=other, kind=kind, rank=rank)


def pairs(result: dict[str, Any]) -> dict[frozenset[str], dict[str, Any]]:
    return {frozenset((pair["a"], pair["b"])): pair for pair in result["pairs"]}


def test_wishes_of_both_sides_add_up_and_a_dearer_one_counts_more() -> None:
    first, third, last = (wish_worth([wish("P", "B", rank=rank)]) for rank in (1, 3, 50))
    assert (first, third, last) == (600_000, 500_000, 300_000)
    assert wish_worth([wish("P", "B")]) == 300_000
    assert wish_worth([wish("P", "B", rank=1), wish("B", "P", rank=1)]) == 1_000_000


def test_a_score_is_a_third_wish_and_two_thirds_ranking_seller_first() -> None:
    found = pairs(scored(document(), {PB: 900_000}, [wish("B", "P", rank=1)]))[PB]
    assert (found["a"], found["b"]) == ("P", "B")
    assert (found["wish"], found["match"], found["score"]) == (600_000, 900_000, 800_000)


def test_without_any_ranking_the_wish_alone_is_the_score() -> None:
    assert pairs(scored(document(), {}, [wish("B", "P", rank=1)]))[PB]["score"] == 600_000


def test_a_must_is_required_and_a_no_forbids_whatever_the_other_says() -> None:
    said = [wish("P", "B", "must"), wish("P", "C", "must"), wish("C", "P", "no")]
    result = scored(document(), {PC: 5}, said)
    assert pairs(result)[PB]["required"]
    assert PC not in pairs(result)
    assert result["forbidden_pairs"] == [["C", "P"]]


def test_scoring_again_gives_the_same_and_a_withdrawn_wish_leaves_nothing() -> None:
    said = [wish("P", "B", "must"), wish("C", "P", "no")]
    once = scored(document(pairs=[{"a": "Q", "b": "B", "score": 400_000}]), {PB: 600_000}, said)
    assert scored(once, {PB: 600_000}, said) == once
    plain = scored(once, {}, [])
    assert list(pairs(plain)) == [QB]
    assert plain["forbidden_pairs"] == []
    assert pairs(plain)[QB]["score"] == 400_000


def test_a_pair_that_came_with_the_document_keeps_its_own_must_unless_refused() -> None:
    given = document(pairs=[{"a": "P", "b": "B", "score": 7, "required": True, "fixed_slot": 3}])
    refused = scored(given, {}, [wish("B", "P", "no")])
    assert not pairs(refused)[PB]["required"]
    again = pairs(scored(refused, {}, []))[PB]
    assert (again["required"], again["fixed_slot"], again["score"]) == (True, 3, 7)


def test_wishes_of_somebody_taken_out_make_no_pair() -> None:
    assert scored(document(), {}, [wish("P", "gone")])["pairs"] == []


def test_an_organizers_word_holds_until_it_is_taken_back() -> None:
    required = with_order(document(), PB, "require")
    assert pairs(scored(required, {}, []))[PB]["required"]
    forbidden = with_order(required, PB, "forbid")
    assert forbidden["forbidden_pairs"] == [["B", "P"]]
    assert PB not in pairs(scored(forbidden, {PB: 5}, []))
    released = with_order(forbidden, PB, "release")
    assert pairs(scored(released, {PB: 600_000}, []))[PB]["score"] == 400_000
    assert released["forbidden_pairs"] == []


def test_releasing_a_pair_of_the_document_leaves_its_score() -> None:
    given = scored(document(pairs=[{"a": "P", "b": "B", "score": 7, "required": True}]), {}, [])
    released = scored(with_order(given, PB, "release"), {}, [])
    assert (pairs(released)[PB]["required"], pairs(released)[PB]["score"]) == (False, 7)
