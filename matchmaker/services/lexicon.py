"""Change the product lexicon: see what a change would alter, keep it, take it back.

``propose`` and ``propose_undo`` keep nothing. ``save`` and ``undo`` write, on the version that was looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from matchmaker.errors import Conflict, InvalidRecord, NotFound
from matchmaker.models import ReferenceChange, User
from matchmaker.queries import reference_changes as changed
from matchmaker.queries.reference_changes import Row, Stamp
from matchmaker.queries.search import fold
from matchmaker.services import knowledge, profiles, reference_log
from matchmaker.services.calendar import today
from matchmaker.services.collisions import Collision, collisions
from matchmaker.services.market import open_demands, open_offers
from matchmaker.wording.errors import message
from scoring.lexicon_change import Effect, effect
from scoring.product.normalise import syllables
from seeds import reference
from seeds.overlay import ADD, CHANGE, OWN, RETIRE, Change, difference, lay_over
from seeds.problems import Problem, parts
from seeds.products import check_products

SUBJECT = "products"
LONGEST_KEY = 60  # characters
_TOLD_APART = "shared_name"  # shown as a collision: whoever sees it may save all the same


@dataclass(frozen=True)
class Proposal:
    """A change that is not kept yet, the state it was looked at in, what it alters and what it runs into."""

    change: Change
    version: int
    effect: Effect
    collisions: Sequence[Collision]


def kind(key: str) -> Row:
    """One kind as it stands. Raises ``NotFound``."""
    found = changed.by_key(SUBJECT).get(key)
    if found is None:
        raise NotFound
    return found


def addition(wanted: Row) -> Change:
    """The change that adds a kind; cells as ``schemas.products.as_row`` gives them.

    What is not said of it is taken from the kind above it: the category, and the English name from the
    Vietnamese one. Raises ``InvalidRecord`` at the fields that name no kind.
    """
    told = _resolved(wanted)
    above = changed.by_key(SUBJECT).get(told["parent"], {})
    told["category"] = above.get("category") or "other"
    told["name_en"] = told["name_en"] or told["name_vi"]
    return Change(_new_key(told["name_vi"]), ADD, {name: value for name, value in told.items() if value})


def alteration(key: str, wanted: Row, since: int | None = None) -> Change:
    """The change that turns a kind into the wanted one. Raises as ``addition`` does, ``NotFound``.

    ``since`` is the state of the lexicon that whoever wants it began from: what others have changed after
    that stays as they left it.
    """
    row, told = kind(key), _resolved(wanted)
    told["name_en"] = told["name_en"] or told["name_vi"]
    made = difference(_as_of(since, key) or row, told)
    return Change(
        key,
        CHANGE,
        {column: value for column, value in made.set.items() if row[column] != value},
        _items(made.add, lambda column, item: item not in parts(row[column])),
        _items(made.drop, lambda column, item: item in parts(row[column])),
    )


def retirement(key: str) -> Change:
    """The change that takes an own addition out. Raises ``NotFound`` for a kind that is shipped."""
    kind(key)
    if not key.startswith(OWN):
        raise NotFound
    return Change(key, RETIRE)


def propose(change: Change) -> Proposal:
    """What a change would alter among the open offers and demands; nothing is kept.

    Raises ``InvalidRecord`` at the fields that are wrong (``nothing_changed`` where the change says nothing
    new), ``Conflict`` ``others_rest_on_it`` where other kinds need what it takes away.
    """
    if change.action == CHANGE and not change.columns:
        raise InvalidRecord({"_schema": [message("nothing_changed")]})
    return _proposal(change, lay_over(changed.rows(SUBJECT), [change]))


def propose_undo(change_id: int) -> tuple[ReferenceChange, Proposal]:
    """What taking a change back would alter; nothing is kept. Raises ``NotFound``, and as ``propose``."""
    undone = _change(change_id)
    rows = lay_over(reference(SUBJECT), changed.changes(SUBJECT, without=undone.id))
    return undone, _proposal(Change(undone.key, changed.UNDO), rows)


def save(change: Change, reason: str, actor: User, version: int) -> ReferenceChange:
    """Keep a change; the rankings follow (job ``rank_stale``).

    Raises as ``propose``, and ``Stale`` when the lexicon changed since ``version``.
    """
    _refuse_wrong(lay_over(changed.rows(SUBJECT), [change]), change.key)
    before = changed.by_key(SUBJECT).get(change.key, {})
    return reference_log.append(SUBJECT, change, before, reason, actor, version)


def undo(change_id: int, reason: str, actor: User, version: int) -> ReferenceChange:
    """Take a change back; the rankings follow. Raises as ``save``, and ``NotFound``."""
    undone = _change(change_id)
    rows = lay_over(reference(SUBJECT), changed.changes(SUBJECT, without=undone.id))
    _refuse_wrong(rows, undone.key)
    return reference_log.take_back(undone, reason, actor, version)


def _change(change_id: int) -> ReferenceChange:
    found = changed.one(change_id)
    if found.subject != SUBJECT:
        raise NotFound
    return found


def _proposal(change: Change, rows: Sequence[Row]) -> Proposal:
    _refuse_wrong(rows, change.key)
    day, version = today(), knowledge.lexicon_version()
    after = knowledge.context_with(rows, day)
    before = knowledge.context(day)
    found = effect(open_demands(), open_offers(), before, after, profiles.active())
    return Proposal(change, version, found, collisions(before.lexicon, after.lexicon, change.key))


def _refuse_wrong(rows: Sequence[Row], key: str) -> None:
    """Raise for the faults that a change brings: at its fields, or for the kinds that rest on it."""
    faults = [fault for fault in check_products(rows) if fault.code != _TOLD_APART]
    if own := [fault for fault in faults if fault.row == key]:
        raise InvalidRecord(_messages(own))
    names = {row["key"]: row["name_vi"] for row in rows}
    resting = {names[fault.row] for fault in faults} | set(_markets_without(names, key))
    if resting:
        raise Conflict("others_rest_on_it", names=sorted(resting))


def _markets_without(names: Mapping[str, str], key: str) -> list[str]:
    """The entries of the table of markets about a kind that would be gone, as "mận – CN"."""
    about = [row for row in changed.rows("markets") if row["product"] == key not in names]
    before = changed.by_key(SUBJECT)
    return [f"{before[key]['name_vi'] if key in before else key} – {row['market']}" for row in about]


def _messages(faults: Sequence[Problem]) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for fault in faults:
        code = fault.code if fault.code in ("circle", "itself", "unknown_key") else "invalid_value"
        code = "required" if fault.code == "empty" else code
        told.setdefault(fault.column, []).append(message(code, {"value": fault.detail}))
    return told


def _resolved(wanted: Row) -> dict[str, str]:
    """The cells with kinds by their keys. Raises ``InvalidRecord`` where a text names none, or several."""
    told, messages = dict(wanted), {}
    for column in ("parent", "confusable_with"):
        keys = []
        for name in parts(wanted[column]):
            found = named(name)
            if len(found) == 1:
                keys.append(found[0])
            else:
                code = "several_kinds" if found else "unknown_kind"
                messages[column] = [message(code, {"value": name, "keys": found[:5]})]
        told[column] = ";".join(keys)
    if messages:
        raise InvalidRecord(messages)
    return told


def _as_of(since: int | None, key: str) -> Row | None:
    """A kind as an earlier state of the lexicon had it; None where there is no such state or kind."""
    state = changed.stamp(SUBJECT)
    if since is None or not 0 <= since < state.number:
        return None
    rows = changed.rows_at(SUBJECT, Stamp(since, state.at))
    return next((row for row in rows if row["key"] == key), None)


def _items(lists: Mapping[str, Sequence[str]], counts: Callable[[str, str], bool]) -> dict[str, list[str]]:
    """The items of lists that count, without the lists of which none does."""
    kept = {column: [item for item in items if counts(column, item)] for column, items in lists.items()}
    return {column: items for column, items in kept.items() if items}


def named(text: str) -> list[str]:
    """The keys of the kinds that a text means: "mận (plum)" or a key, else a main name, with or without
    marks."""
    rows = changed.by_key(SUBJECT)
    inside = text.rpartition("(")[2].rstrip(")").strip()
    if inside in rows:
        return [inside]
    exact = [key for key, row in rows.items() if row["name_vi"].casefold() == text.strip().casefold()]
    return exact or [key for key, row in rows.items() if fold(row["name_vi"]) == fold(text.strip())]


def _new_key(name: str) -> str:
    """A key for a new kind, out of its name, that no kind has or had."""
    word = "_".join(s.plain for s in syllables(name) if s.plain.isascii()) or "kind"
    taken = {row["key"] for row in changed.rows(SUBJECT)} | {c.key for c in changed.changes(SUBJECT)}
    stem = f"{OWN}{word}"[: LONGEST_KEY - 4]
    return next(key for n in range(1, 10_000) if (key := stem if n == 1 else f"{stem}_{n}") not in taken)


def is_own(row: Mapping[str, str]) -> bool:
    """Whether a kind was added here, not shipped."""
    return row["key"].startswith(OWN)
