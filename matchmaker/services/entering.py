"""Enter checked records of the interchange format: new ones, and what known ones say otherwise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from matchmaker.extensions import db
from matchmaker.models import User
from matchmaker.services import demands, import_parties, layers, offers
from matchmaker.services.import_parties import name_key
from matchmaker.services.import_rows import MODELS, PARTY_FIELD
from matchmaker.services.transaction import use_case

Record = Mapping[str, Any]


@use_case
def enter(kind: str, records: Sequence[Record], actor: User, *, save: bool = True) -> dict[str, int]:
    """Enter or change records, all or none; gives how many are create, change, keep.

    A record belongs to the organisation whose name it bears where that is one without a question. Without
    ``save`` nothing is written. Raises what posting and changing raise.
    """
    service: Any = offers if kind == "offer" else demands
    model: Any = MODELS[kind]
    members = _members(kind, records, actor)
    counts = {"create": 0, "change": 0, "keep": 0}
    for record in records:
        known = db.session.get(model, str(record["id"]))
        said = {name: value for name, value in layers.plain(record).items() if name != "status"}
        if known is None:
            counts["create"] += 1
            if save:
                member = members.get(name_key(str(record.get(PARTY_FIELD[kind]) or "")))
                service.post(said, actor, member)
        elif known.status != "open" or _says(known, said):
            counts["keep"] += 1
        else:
            counts["change"] += 1
            if save:
                service.change(known.id, {**known.raw, **said}, actor, known.version)
    return counts


def _says(known: Any, said: Record) -> bool:
    """Whether a record says the same already, as written or as confirmed."""
    present = {**known.raw, **known.confirmed}
    return all(present.get(name) == value for name, value in said.items())


def _members(kind: str, records: Sequence[Record], actor: User) -> dict[str, str]:
    said: list[import_parties.Row] = [
        (str(record.get(PARTY_FIELD[kind]) or ""), {}, {}) for record in records
    ]
    return {
        name_key(named.name): named.known
        for named in import_parties.parties(kind, said, actor)
        if named.known
    }
