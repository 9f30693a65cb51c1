"""Which participants may meet, and what each meeting is worth: of the parties' wishes and of the ranking.

Pure: a document, the scores of the ranking and the wishes in; a document out. Doing it again gives the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from matchmaker.models import Wish

Pair = frozenset[str]
Document = Mapping[str, Any]

HIGHEST = 1_000_000
# What one side's wish is worth: a must and a first choice, less by each rank, never below the last.
FIRST, STEP, LAST = 600_000, 50_000, 300_000
SIDES = {"producer": 0, "buyer": 1, "peer": 2}


def scored(document: Document, worth: Mapping[Pair, int], wishes: Iterable[Wish] = ()) -> dict[str, Any]:
    """The document with its pairs as they stand now.

    ``score`` is a third the ``wish`` (both sides' added, at most 1,000,000) and two thirds the ``match`` of
    the ranking (``worth``); where nobody of the conference is ranked, the wish alone. A must of either side
    makes a pair required, a no of either side forbids it, whatever the other says. Pairs that came with the
    document stay (``own`` keeps their first score and must); those that follow from wishes and ranking
    (``derived``) are made anew each time, and so are ``refused_pairs``, the forbidden ones that a wish made.
    """
    told: dict[Pair, list[Wish]] = {}
    for wish in wishes:
        told.setdefault(frozenset((wish.party, wish.other)), []).append(wish)
    refused = {pair for pair, said in told.items() if any(wish.kind == "no" for wish in said)}
    forbidden = _own_forbidden(document)
    known = [pair for pair in document["pairs"] if not pair.get("derived")]
    rows = [_own_row(pair, told, worth, refused) for pair in known]
    names = {frozenset((pair["a"], pair["b"])) for pair in known} | refused | forbidden
    rows += _derived(document, sorted((told.keys() | worth.keys()) - names, key=sorted), told, worth)
    return {
        **document,
        "pairs": rows,
        "forbidden_pairs": [sorted(pair) for pair in sorted(forbidden | refused, key=sorted)],
        "refused_pairs": [sorted(pair) for pair in sorted(refused - forbidden, key=sorted)],
    }


def wish_worth(said: Iterable[Wish]) -> int:
    """What the wishes of a pair are worth together, 0..1,000,000."""
    return min(HIGHEST, sum(_of_one(wish) for wish in said))


def with_order(document: Document, pair: Pair, order: str) -> dict[str, Any]:
    """The document after an organizer's word on a pair: ``require`` it, ``forbid`` it, or ``release`` it.

    Releasing takes back the organizer's own word; wishes and ranking stand.
    """
    first, second = sorted(pair, key=_side_of(document))
    own = [p for p in document["pairs"] if {p["a"], p["b"]} == pair and not p.get("derived")]
    others = [p for p in document["pairs"] if {p["a"], p["b"]} != pair]
    forbidden = _own_forbidden(document) - {pair}
    row: dict[str, Any] = dict(own[0]) if own else {"a": first, "b": second, "score": 0, "wish": 0}
    first_word = own[0].get("own") or {"score": own[0].get("wish", own[0]["score"])} if own else {"score": 0}
    row["required"] = order == "require"
    row["own"] = {"score": first_word.get("score", 0), "required": order == "require"}
    kept = order == "require" or bool(first_word.get("score"))
    if order == "forbid":
        forbidden |= {pair}
    refused = {frozenset(couple) for couple in document.get("refused_pairs") or ()}
    return {
        **document,
        "pairs": [*others, row] if kept else others,
        "forbidden_pairs": [sorted(couple) for couple in sorted(forbidden | refused, key=sorted)],
    }


def _own_forbidden(document: Document) -> set[Pair]:
    """The forbidden pairs that do not merely follow from a wish."""
    refused = {frozenset(couple) for couple in document.get("refused_pairs") or ()}
    return {frozenset(couple) for couple in document.get("forbidden_pairs") or ()} - refused


def _own_row(
    pair: Document, told: Mapping[Pair, list[Wish]], worth: Mapping[Pair, int], refused: set[Pair]
) -> dict[str, Any]:
    key = frozenset((pair["a"], pair["b"]))
    first = {"score": pair.get("wish", pair["score"]), "required": bool(pair.get("required"))}
    own = {**first, **(pair.get("own") or {})}
    said = told.get(key, ())
    wish = wish_worth(said) if said else int(own["score"])
    must = key not in refused and (bool(own["required"]) or any(w.kind == "must" for w in said))
    return {**pair, "own": own, "required": must, **_parts(wish, key, worth)}


def _derived(
    document: Document, pairs: list[Pair], told: Mapping[Pair, list[Wish]], worth: Mapping[Pair, int]
) -> Iterator[dict[str, Any]]:
    known, side = {participant["id"] for participant in document["participants"]}, _side_of(document)
    for key in pairs:
        if not key <= known or len(key) != 2:
            continue  # of somebody who has been taken out
        a, b = sorted(key, key=side)
        said = told.get(key, ())
        must = any(wish.kind == "must" for wish in said)
        yield {"a": a, "b": b, "derived": True, "required": must, **_parts(wish_worth(said), key, worth)}


def _parts(wish: int, key: Pair, worth: Mapping[Pair, int]) -> dict[str, int]:
    match = worth.get(key, 0)
    return {"wish": wish, "match": match, "score": min(HIGHEST, (wish + 2 * match) // 3 if worth else wish)}


def _of_one(wish: Wish) -> int:
    if wish.kind == "must":
        return FIRST
    return max(LAST, FIRST + STEP - STEP * wish.rank) if wish.rank else LAST


def _side_of(document: Document) -> Any:
    sides = {p["id"]: SIDES.get(p.get("side", ""), 2) for p in document["participants"]}
    return lambda participant: (sides.get(participant, 2), participant)
