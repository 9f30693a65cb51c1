"""Who is shown which field from when on: the one table that says it, for pages, API, files and documents.

``sees`` is asked before anything of a record goes into a template, a reply or a document; nothing else
decides. A viewer stands to a record in one of six ways, and a match goes through three stages.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum, StrEnum

from matchmaker.models import Demand, Offer, User
from matchmaker.permissions import Permission, allowed, owns


class Stage(IntEnum):
    """How far a match is: shown to be possible, reviewed by an officer, both sides introduced."""

    SUGGESTED = 1
    ACCEPTED = 2
    INTRODUCED = 3
    NEVER = 9


class Viewer(StrEnum):
    """How somebody stands to a record: whose it is, the other side of its match, another member, who may
    decide on it, who only reads the board (organizers too), somebody without an account."""

    OWN = "own"
    PARTNER = "partner"
    RIVAL = "rival"
    OFFICE = "office"
    READER = "reader"
    STRANGER = "stranger"


_S, _I, _N = Stage.SUGGESTED, Stage.INTRODUCED, Stage.NEVER


def _from(own: Stage, partner: Stage, office: Stage, reader: Stage) -> Mapping[Viewer, Stage]:
    """A row: rivals and strangers are shown nothing of anybody."""
    return {
        Viewer.OWN: own,
        Viewer.PARTNER: partner,
        Viewer.RIVAL: _N,
        Viewer.OFFICE: office,
        Viewer.READER: reader,
        Viewer.STRANGER: _N,
    }


_GOODS, _TERMS, _PERSON = _from(_S, _S, _S, _S), _from(_S, _I, _S, _S), _from(_S, _I, _S, _N)

VISIBLE: Mapping[str, Mapping[Viewer, Stage]] = {
    "product": _GOODS,
    "commune": _GOODS,
    "amount": _GOODS,
    "months": _GOODS,
    "papers": _GOODS,
    "reasons": _GOODS,
    "price": _TERMS,
    "party": _TERMS,  # the organisation's name
    "record": _from(_S, _I, _S, _S),  # its id, which somebody may have made of a name
    "wording": _from(_S, _N, _S, _S),  # what was written about amounts, seasons, packing; notes
    "person": _PERSON,
    "phone": _PERSON,
    "email": _PERSON,
    "tax_code": _from(_S, _I, _S, _N),
    "address": _from(_S, _I, _S, _N),
    "phone_in_text": _TERMS,  # typed into a product's name; who reads the board reads it as it was written
    "person_in_text": _from(_S, _N, _S, _S),  # named in a note
    "coordinates": _from(_S, _N, _N, _N),
}
# Of a party that takes part in a conference. Here a partner is another participant, with the personal link
# that it was given, and a stranger has the link of the hall's board.
TAKING_PART: Mapping[str, frozenset[Viewer]] = {
    "party": frozenset(Viewer) - {Viewer.RIVAL},
    "person": frozenset({Viewer.OFFICE}),
    "phone": frozenset({Viewer.OFFICE}),
    "address": frozenset({Viewer.OFFICE}),
}
# Whom a participant's consent to have its contact printed lets it be shown to, beside the office.
CONSENTED = frozenset({Viewer.READER})
CONSENT_COVERS = frozenset({"person", "phone"})


def viewer_of(actor: User | None, record: Offer | Demand, *, matched: bool = False) -> Viewer:
    """How somebody stands to a record; ``matched`` where they look at it from the other side of a match."""
    if actor is None:
        return Viewer.STRANGER
    if owns(actor, record):
        return Viewer.OWN
    if allowed(actor, Permission.SEE_BOARD):
        return Viewer.OFFICE if allowed(actor, Permission.DECIDE) else Viewer.READER
    return Viewer.PARTNER if matched else Viewer.RIVAL


def sees(field: str, viewer: Viewer, stage: Stage) -> bool:
    """Whether a field is shown to a viewer at a stage. Raises ``KeyError`` for a field nobody declared."""
    return stage >= VISIBLE[field][viewer]


def viewer_of_conference(actor: User) -> Viewer:
    """How an account stands to the participants of a conference: who arranges it or decides on matches is
    the office; members see a conference by their personal links alone."""
    if allowed(actor, Permission.ARRANGE_CONFERENCES) or allowed(actor, Permission.DECIDE):
        return Viewer.OFFICE
    return Viewer.READER if allowed(actor, Permission.SEE_CONFERENCES) else Viewer.RIVAL


def sees_participant(field: str, viewer: Viewer, *, consented: bool = False) -> bool:
    """Whether a field of a participant is shown; ``consented``: it agreed to have its contact printed.

    Raises ``KeyError`` for a field nobody declared.
    """
    shown = viewer in TAKING_PART[field]
    return shown or (consented and field in CONSENT_COVERS and viewer in CONSENTED)
