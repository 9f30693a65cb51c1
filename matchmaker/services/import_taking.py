"""Enter the rows of a checked list, and take them back. The caller opened the transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import func, select

from matchmaker.errors import Conflict
from matchmaker.extensions import db
from matchmaker.models import (
    Decision,
    Demand,
    Holding,
    Import,
    ImportRow,
    Match,
    Offer,
    Organisation,
    Pool,
    PoolMember,
    User,
)
from matchmaker.queries import imports
from matchmaker.services import (
    audit,
    changing,
    demands,
    import_parties,
    layers,
    matches,
    offers,
    organisations,
)
from matchmaker.services.import_parties import SIDE, Named, name_key
from matchmaker.services.import_rows import MODELS, PARTY_FIELD

AT_ONCE = 500
Record = dict[str, Any]


def take(found: Import, actor: User) -> list[str]:
    """Enter what is new and change what differs; gives the ids. Rows that are bad, closed or kept are left.

    Raises ``Conflict`` ``import_outdated`` where a record was changed or entered since the dry run.
    """
    members = _members(found, actor)
    ids: list[str] = []
    for rows in imports.batches(found.id, AT_ONCE):
        wanted = [row for row in rows if row.does in ("create", "change")]
        known = _known(found.kind, [row.record_id for row in wanted])
        if any((row.record_id in known) != (row.does == "change") for row in wanted):
            raise Conflict("import_outdated")
        made = [row for row in wanted if row.does == "create"]
        _create(found.kind, [(row, _member(found.kind, row, members)) for row in made], actor)
        for row in wanted:
            if row.does == "change":
                _change(found.kind, row, known[row.record_id], actor)
        ids += [row.record_id for row in wanted]
        db.session.flush()
    return ids


def undo(found: Import, actor: User) -> int:
    """Take back all that the list did. Raises ``Conflict`` ``import_in_use``."""
    count = 0
    for rows in imports.batches(found.id, AT_ONCE):
        done = [row for row in rows if row.after is not None]
        known = _known(found.kind, [row.record_id for row in done])
        _refuse_used(found.kind, done, known)
        for row in done:
            record = known[row.record_id]
            if row.does == "create":
                changing.tell("removed", record, {"import": found.id}, actor)
                if isinstance(record, Offer):
                    matches.withdraw(record.id)
                db.session.delete(record)
            else:
                _restore(record, row, actor)
            row.after = None
            count += 1
        db.session.flush()
    _remove_members(found, actor)
    return count


def _members(found: Import, actor: User) -> dict[str, str]:
    """The organisation of each name: known, answered by a person, or new and registered now.

    A name that may be a known one, with nobody's answer, belongs to none: nothing is merged unasked.
    """
    answers = {name_key(name): chosen for name, chosen in found.answers.get("parties", {}).items()}
    members: dict[str, str] = {}
    new: list[Record] = []
    for named in import_parties.parties(found.kind, imports.names(found.id, PARTY_FIELD[found.kind]), actor):
        key = name_key(named.name)
        if named.known:
            members[key] = named.known
        elif answers.get(key) and answers[key] != "new":
            members[key] = answers[key]
        elif not named.candidates or answers.get(key) == "new":
            new.append({"side": SIDE[found.kind], "name": named.name, **_said(named.party), **_home(named)})
    made = organisations.enter(new, actor)
    members |= {name_key(member.name): member.id for member in made}
    found.look = {**found.look, "members": [member.id for member in made]}
    return members


def _said(party: Mapping[str, Any]) -> Record:
    """What a list says of a new organisation, as far as its columns hold."""
    longest = {"tax_code": 20, "address": 500, "contact": 200, "contact_role": 120, "phone": 40, "email": 254}
    said = {name: str(party[name])[:most] for name, most in longest.items() if party.get(name)}
    return said | ({"legal_form": party["legal_form"]} if party.get("legal_form") else {})


def _home(named: Named) -> Record:
    """Where a new organisation is at home, where all its rows agree: by that its officers see it."""
    provinces, communes = ({place[n] for place in named.places} for n in (0, 1))
    if len(provinces) != 1:
        return {}
    return {"province": provinces.pop(), "commune": communes.pop() if len(communes) == 1 else ""}


def _remove_members(found: Import, actor: User) -> None:
    """Take back the organisations that the list brought, where nothing else has come to belong to them."""
    for name in found.look.get("members", []):
        member = db.session.get(Organisation, name)
        used = (
            db.session.scalar(select(func.count()).where(owner.organisation_id == name))
            for owner in (Offer, Demand, User)
        )
        if member is not None and not any(used):
            db.session.delete(member)
            audit.record("organisation.removed", "organisation", name, {"import": found.id}, actor)


def _known(kind: str, ids: Sequence[str]) -> dict[str, Offer | Demand]:
    model: Any = MODELS[kind]
    return {row.id: row for row in db.session.scalars(select(model).where(model.id.in_(ids)))}


def _member(kind: str, row: ImportRow, members: Mapping[str, str]) -> Organisation | None:
    name = members.get(name_key(str(row.record.get(PARTY_FIELD[kind]) or "")))
    return db.session.get(Organisation, name) if name else None


def _create(kind: str, rows: Sequence[tuple[ImportRow, Organisation | None]], actor: User) -> None:
    """Enter new records as the dry run understood them."""
    if kind == "offer":
        entering = [(row.record, layers.offer(**_read(row)), member) for row, member in rows]
        versions = [offer.version for offer in offers.enter(entering, actor)]
    else:
        wanted = [(row.record, layers.demand(**_read(row)), member) for row, member in rows]
        versions = [demand.version for demand in demands.enter(wanted, actor)]
    for (row, _), version in zip(rows, versions, strict=True):
        row.after = version


def _read(row: ImportRow) -> Record:
    return {"content": row.understood["parsed"], "open_doubts": row.understood["doubts"]}


def _change(kind: str, row: ImportRow, record: Offer | Demand, actor: User) -> None:
    """Let a row say what it differs in; what it does not tell stays. What was said is kept for undoing."""
    if record.status != "open":
        raise Conflict("import_outdated")
    row.before = {**row.before, "raw": record.raw, "confirmed": record.confirmed}
    change = offers.change if kind == "offer" else demands.change
    change(record.id, {**record.raw, **row.record}, actor, record.version)
    db.session.flush()
    row.after = record.version


def _restore(record: Offer | Demand, row: ImportRow, actor: User) -> None:
    """Let a record say again what it said before the list, what a person had confirmed included."""
    change = offers.change if isinstance(record, Offer) else demands.change
    change(record.id, row.before["raw"], actor, record.version)
    db.session.flush()
    withdrawn = {
        name: value for name, value in row.before["confirmed"].items() if record.confirmed.get(name) != value
    }
    if withdrawn:
        confirm = offers.confirm if isinstance(record, Offer) else demands.confirm
        confirm(record.id, withdrawn, actor, record.version)
        db.session.flush()


def _refuse_used(kind: str, rows: Sequence[ImportRow], known: Mapping[str, Offer | Demand]) -> None:
    """Raise ``Conflict`` ``import_in_use`` where a record was changed, decided on, held or pooled since."""
    changed = [
        row.record_id
        for row in rows
        if row.record_id not in known or known[row.record_id].version != row.after
    ]
    ids = [row.record_id for row in rows if row.does == "create"]
    own = Match.offer_id if kind == "offer" else Match.demand_id
    decided = select(own).join(Decision).where(own.in_(ids))
    if kind == "offer":
        used = [decided, select(Holding.offer_id).where(Holding.offer_id.in_(ids)),
                select(PoolMember.offer_id).where(PoolMember.offer_id.in_(ids))]  # fmt: skip
    else:
        used = [decided, select(Pool.demand_id).where(Pool.demand_id.in_(ids))]
    taken = {name for statement in used for name in db.session.scalars(statement)}
    if names := sorted({*changed, *taken}):
        raise Conflict("import_in_use", count=len(names), names=", ".join(names[:5]))
