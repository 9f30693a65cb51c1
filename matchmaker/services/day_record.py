"""A conference as the day has made it: who is there from now on, which past meetings were missed. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, Protocol

Document = Mapping[str, Any]
Pair = frozenset[str]
SlotId = int | str


class Word(Protocol):
    """The latest word on a participant, as ``Attendance`` holds it."""

    status: str
    slot: str


def as_it_is(document: Document, words: Mapping[str, Word], now: SlotId | None) -> dict[str, Any]:
    """The document in which everybody is available from slot ``now`` on (None: the first) as was told.

    What lies before ``now`` stays, for meetings have been held there.
    """
    past = slots_before(document, now)
    place = {str(s["id"]): i for i, s in enumerate(document["slots"])}
    order = {s["id"]: i for i, s in enumerate(document["slots"])}

    def there(word: Word, slot: SlotId) -> bool:
        if word.status == "absent":
            return False
        if word.status == "late":
            return order[slot] >= place.get(word.slot, 0)
        return word.status != "left" or order[slot] < place.get(word.slot, 0)

    people = [
        {**p, "available": [s for s in p["available"] if s in past or there(words[p["id"]], s)]}
        if p["id"] in words
        else p
        for p in document["participants"]
    ]
    return {**document, "participants": people}


def missed(
    document: Document,
    meetings: Iterable[Document],
    words: Mapping[str, Word],
    not_held: Collection[Pair],
    now: SlotId | None,
) -> set[Pair]:
    """The meetings of past slots that certainly were not held: a party was not there, or a slip says so."""
    past = slots_before(document, now)
    place = {str(s["id"]): i for i, s in enumerate(document["slots"])}

    def away(person: str, slot: SlotId) -> bool:
        word = words.get(person)
        if word is None:
            return False
        if word.status == "absent":
            return True
        told = place.get(word.slot)
        if told is None:
            return False
        at = place[str(slot)]
        return at >= told if word.status == "left" else at < told

    found: set[Pair] = set()
    for m in meetings:
        pair = frozenset((m["a"], m["b"]))
        if m["slot"] in past and (pair in not_held or any(away(q, m["slot"]) for q in (m["a"], m["b"]))):
            found.add(pair)
    return found


def slots_before(document: Document, now: SlotId | None) -> set[SlotId]:
    """The slots that have been."""
    order = [s["id"] for s in document["slots"]]
    return set(order[: order.index(now)]) if now is not None else set()


def with_held(document: Document, held: Iterable[Document]) -> dict[str, Any]:
    """The document that allows every meeting already ``held``, whatever was forbidden since."""
    held = list(held)
    keys = {frozenset((m["a"], m["b"])) for m in held}
    known = {frozenset((p["a"], p["b"])) for p in document["pairs"]}
    more = [{"a": m["a"], "b": m["b"], "score": 0} for m in held if frozenset((m["a"], m["b"])) not in known]
    return {
        **document,
        "pairs": [*document["pairs"], *more],
        "forbidden_pairs": [
            couple for couple in document.get("forbidden_pairs") or () if frozenset(couple) not in keys
        ],
    }
