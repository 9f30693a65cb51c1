"""Which fields of what an actor may read are shown to it: the one table that says it, for API and pages.

Who works on the board (officers, organizers, national readers, administrators) reads the whole evidence. A
producer or a buyer does not read the other side's price before an officer has accepted the match, nor what it
could be computed from, nor a telephone or an address written into the name of a product. Coordinates go to
the owner of a record alone; everybody else reads the commune.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from matchmaker.models import Demand, Match, Offer, User
from matchmaker.permissions import Permission, allowed, owns

Record = Mapping[str, Any]

COORDINATES = frozenset({"lat", "lon"})
# The facts that tell a side's price, by the side that says it, and those that tell one from the other.
PRICES = {
    "demand": frozenset({"ceiling", "ceiling_bare", "ceiling_money"}),
    "offer": frozenset(
        {"price_low", "price_high", "floor_total", "top_total", "price_bare", "price_money", "by_head"}
    ),
}
COMPARED = frozenset({"over_share", "negotiable", "freight_share"})
_STEP = frozenset({"from", "to", "share"})  # of the missing step "lower_price"
INTRODUCED = "accepted"
_CONTACT = re.compile(r"(?<!\d)(?:\+84|0)(?:[ .-]?\d){8,10}(?!\d)|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}")
COVERED = "•••"
PERSONAL = frozenset({"contact", "phone"})  # of a conference's participant


def evidence(match: Match, actor: User) -> dict[str, Any]:
    """The evidence of a match as the actor is shown it.

    Where a price is hidden, the parts of the score are left out too: the price could be computed from them.
    """
    hidden = _hidden_facts(match, actor)
    whole = match.evidence
    if not hidden:
        return dict(whole)
    stripped = whole | {
        "components": {},
        "reasons": [_reason(reason, hidden) for reason in whole["reasons"]],
        "veto_facts": [_without(veto, hidden) for veto in whole.get("veto_facts", [])],
        "missing": _missing(whole["missing"]),
    }
    return {name: _covered(value) for name, value in stripped.items()}


def words(text: str) -> str:
    """What somebody wrote, with telephones and addresses in it covered."""
    return _CONTACT.sub(COVERED, text)


def record(row: Offer | Demand, layer: Record, actor: User) -> dict[str, Any]:
    """What was written (or confirmed) of a record, as the actor is shown it."""
    shown = dict(layer)
    if not owns(actor, row) and "place" in shown:
        shown["place"] = place(shown["place"])
    return shown


def conference(document: Record, actor: User) -> dict[str, Any]:
    """A conference as the actor is shown it: who only reads gets no telephones and no names of persons."""
    if allowed(actor, Permission.ARRANGE_CONFERENCES) or "officer" in actor.role_names:
        return dict(document)
    people = [
        {
            name: len(value) if name == "delegates" and isinstance(value, list) else value
            for name, value in row.items()
            if name not in PERSONAL
        }
        for row in document["participants"]
    ]
    return {**document, "participants": people}


def place(written: Any) -> Any:
    """A place as written, without where exactly it lies."""
    if not isinstance(written, Mapping):
        return written
    return {name: value for name, value in written.items() if name not in COORDINATES}


def _covered(value: Any) -> Any:
    if isinstance(value, str):
        return words(value)
    if isinstance(value, Mapping):
        return {name: _covered(inner) for name, inner in value.items()}
    return [_covered(inner) for inner in value] if isinstance(value, list) else value


def _hidden_facts(match: Match, actor: User) -> frozenset[str]:
    if match.status == INTRODUCED or allowed(actor, Permission.SEE_BOARD):
        return frozenset()
    sides = {"demand": match.demand, "offer": match.offer}
    others = [PRICES[side] for side, row in sides.items() if not owns(actor, row)]
    return COMPARED.union(*others) if others else frozenset()


def _reason(reason: Record, hidden: frozenset[str]) -> dict[str, Any]:
    return {name: value for name, value in _without(reason, hidden).items() if name != "effect"}


def _without(told: Record, hidden: frozenset[str]) -> dict[str, Any]:
    return {**told, "facts": {name: value for name, value in told["facts"].items() if name not in hidden}}


def _missing(step: Record | None) -> dict[str, Any] | None:
    """The missing step without prices, in what must change beside it too."""
    if step is None:
        return None
    told = _without(step, _STEP) if step["code"] == "lower_price" else dict(step)
    return told | {"also": [_missing(more) for more in step["also"]]} if "also" in step else told
