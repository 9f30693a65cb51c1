"""What a change of reference data would alter, as its page shows it before anything is kept."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import current_app, request

from matchmaker.models import User
from matchmaker.queries.named_pairs import NamedPair, named
from matchmaker.services.collisions import Collision
from matchmaker.services.lexicon import Proposal
from scoring.lexicon_change import PairChange
from seeds.overlay import ADD, Change

SHOWN = 50  # pairs named of each sort


@dataclass(frozen=True)
class PairLine:
    """A pair by its names, with its relation before and after (codes)."""

    pair: NamedPair
    before: str
    after: str


@dataclass(frozen=True)
class PairList:
    """Pairs of one sort: how many there are, the first of those the reader may see, and how many are not
    named."""

    sort: str
    total: int
    lines: Sequence[PairLine]

    @property
    def unnamed(self) -> int:
        """How many are left out: too many, or beyond what the reader may see."""
        return self.total - len(self.lines)


@dataclass(frozen=True)
class Look:
    """All that a page shows of a proposal; ``seal`` proves to the next step that this was looked at."""

    lists: Sequence[PairList]
    touched: int
    collisions: Sequence[Collision]
    version: int
    seal: str


def look(subject: str, proposal: Proposal, actor: User) -> Look:
    """What a proposal would alter, in the names that the actor may see."""
    found = proposal.effect
    sorts = (("new", found.new), ("lost", found.lost), ("moved", found.moved))
    return Look(
        [_list(sort, pairs, actor) for sort, pairs in sorts],
        len(found.touched),
        proposal.collisions,
        proposal.version,
        seal(subject, proposal.change, proposal.version),
    )


def seal(subject: str, change: Change, version: int) -> str:
    """A seal over a change and the state in which it was looked at. The key of a new entry is not under it:
    a second new entry of that name gets another one."""
    key = "" if change.action == ADD else change.key
    told = json.dumps([subject, change.action, key, change.values, version], sort_keys=True)
    secret = str(current_app.secret_key).encode()
    return hmac.new(secret, told.encode(), hashlib.sha256).hexdigest()


def looked_at(subject: str, change: Change) -> int | None:
    """The state in which this very change was looked at, as the form proves; None where it was not."""
    version = request.form.get("version", "")
    if not (version.isascii() and version.isdigit() and len(version) < 9):
        return None
    sealed = seal(subject, change, int(version))
    return int(version) if hmac.compare_digest(sealed, request.form.get("seal", "")) else None


def _list(sort: str, pairs: Sequence[PairChange], actor: User) -> PairList:
    names = named(((pair.demand, pair.offer) for pair in pairs), actor) if pairs else {}
    lines: list[PairLine] = []
    for pair in pairs:
        known: Any = names.get((pair.demand, pair.offer))
        if known and len(lines) < SHOWN:
            lines.append(PairLine(known, pair.before, pair.after))
    return PairList(sort, len(pairs), lines)
