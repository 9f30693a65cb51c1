"""For whom somebody acts, and the ids of what is entered without one."""

from __future__ import annotations

import secrets
import time

from matchmaker.errors import Conflict, NotAllowed
from matchmaker.extensions import db
from matchmaker.models import Demand, Offer, Organisation, User
from matchmaker.permissions import Permission, allowed
from matchmaker.queries import organisations

_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"


def owner(actor: User, side: str, on_behalf_of: str | None) -> Organisation | None:
    """The organisation that a new record of a producer or buyer (``side``) belongs to.

    A member's own user enters for its own organisation; an officer names the member, or none. Raises
    ``NotAllowed`` when the actor may not act for it, ``NotFound`` when the actor may not see it.
    """
    if on_behalf_of and on_behalf_of != actor.organisation_id:
        if not allowed(actor, Permission.ACT_FOR_MEMBER):
            raise NotAllowed(permission=Permission.ACT_FOR_MEMBER.value)
        member = organisations.one(on_behalf_of, actor)
        if member.side != side:
            raise Conflict("wrong_side", side=side)
        return member
    own = actor.organisation
    return own if own is not None and own.side == side else None


def acted_for(actor: User, record: Offer | Demand) -> str | None:
    """The member an officer acts for when it changes a record; None when it is the actor's own."""
    member = record.organisation_id
    return member if member and member != actor.organisation_id else None


def new_id(letter: str) -> str:
    """A fresh id: the letter, the time, and 40 random bits, so that ids sort by time and never meet.

    ``letter`` is O for offers, D for demands, M for members, C for conferences.
    """
    stamp, random = int(time.time() * 1000), secrets.randbits(40)
    return f"{letter}-{_base32(stamp, 9)}{_base32(random, 8)}"


def refuse_taken(model: type[Offer] | type[Demand] | type[Organisation], record_id: str) -> None:
    """Raise ``Conflict`` ``duplicate_id`` when the id is in use."""
    if db.session.get(model, record_id) is not None:
        raise Conflict("duplicate_id", id=record_id)


def _base32(number: int, width: int) -> str:
    digits = []
    for _ in range(width):
        number, digit = divmod(number, 32)
        digits.append(_LETTERS[digit])
    return "".join(reversed(digits))
