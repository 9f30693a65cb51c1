"""Change the figures behind hours, freight and the account to the producer: dated settings with a source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import update

from matchmaker.errors import InvalidRecord, NotFound
from matchmaker.extensions import db
from matchmaker.models import Ranking, ReferenceChange, User
from matchmaker.queries import reference_changes as changed
from matchmaker.queries.reference_changes import Row
from matchmaker.services import reference_log, trials
from matchmaker.services.calendar import today
from matchmaker.services.transaction import use_case
from matchmaker.services.trials import Trial
from matchmaker.wording.errors import message
from scoring.logistics.coefficients import CALIBRATION_KEYS, RANGES, SETTINGS, queue_days, queue_key
from seeds import reference
from seeds.overlay import ADD, CHANGE, Change, difference, lay_over

SUBJECT = "coefficients"
CALIBRATED = frozenset("/".join(key) for key in CALIBRATION_KEYS)
EDITABLE = tuple("/".join(key) for key in SETTINGS)
AS_RANGE = frozenset("/".join(key) for key in RANGES)
SHARES = frozenset({"cost/backhaul share", "cost/load factor"})  # of one
MAY_BE_NOTHING = frozenset({"loss/on the way, goods that keep", "loss/on the way, fresh goods"})


def one(key: str) -> Row:
    """A setting by its group and name joined by "/", a figure of the calibration too. Raises ``NotFound`` for
    what is no setting."""
    row = changed.by_key(SUBJECT).get(key)
    if row is None or not (key in EDITABLE or key in CALIBRATED or queue_days(key)):
        raise NotFound
    return row


def editable() -> list[str]:
    """The keys of all settings, with the dated rows of the queue at border gates as they stand."""
    dated = [key for key in changed.by_key(SUBJECT) if queue_days(key)]
    return [*EDITABLE, *sorted(dated)]


def as_range(key: str) -> bool:
    """Whether a setting has two ends."""
    return key in AS_RANGE or queue_days(key) is not None


def queue_in(wanted: Mapping[str, Any]) -> Change:
    """The change that gives the queue at border gates other hours from one day to another.

    Raises ``InvalidRecord`` for days or hours that cannot be, and where those days have a row already.
    """
    first, last = wanted["first"], wanted["last"]
    if last < first:
        raise InvalidRecord({"last": [message("date_order")]})
    if wanted["low"] > wanted["high"]:
        raise InvalidRecord({"high": [message("broken_range")]})
    if wanted["checked_on"] > today():
        raise InvalidRecord({"checked_on": [message("day_to_come")]})
    key = queue_key(first, last)
    if key in changed.by_key(SUBJECT):
        raise InvalidRecord({"first": [message("days_taken")]})
    cells = {
        "value": f"{wanted['low']:g}-{wanted['high']:g}",
        "unit": "h",
        "source": wanted["source"],
        "checked_on": wanted["checked_on"].isoformat(),
    }
    return Change(key, ADD, cells)


def alteration(key: str, wanted: Mapping[str, Any]) -> Change:
    """The change that gives a setting other figures; ``wanted`` as ``schemas.coefficients`` loads it.

    Raises ``InvalidRecord`` for figures that cannot be, a day to come, and where nothing is new.
    """
    row = one(key)
    if key in CALIBRATED:  # only a fit to quotes says what they are
        raise NotFound
    low, high = float(wanted["low"]), float(wanted.get("high", wanted["low"]))
    most = 1.0 if key in SHARES else None
    for name, figure in (("low", low), ("high", high)):
        if (
            figure < 0
            or (figure == 0 and key not in MAY_BE_NOTHING | SHARES)
            or (key == "cost/load factor" and not figure)
        ):
            raise InvalidRecord({name: [message("not_positive")]})
        if most is not None and figure > most:
            raise InvalidRecord({name: [message("too_large", {"max": 1})]})
    if wanted["checked_on"] > today():
        raise InvalidRecord({"checked_on": [message("day_to_come")]})
    value = f"{low:g}-{high:g}" if as_range(key) else f"{low:g}"
    cells = {"value": value, "source": wanted["source"], "checked_on": wanted["checked_on"].isoformat()}
    if ends_of(row["value"]) == ends_of(value):
        cells["value"] = row["value"]
    made = difference(row, row | cells)
    if not made.columns:
        raise InvalidRecord({"_schema": [message("nothing_changed")]})
    return Change(key, CHANGE, made.set)


def ends_of(value: str) -> tuple[float, float] | None:
    """Both ends of a cell of figures; None where it is empty."""
    ends = [float(part) for part in value.split("-") if part]
    return (ends[0], ends[-1]) if ends else None


def look(changes: Iterable[Change], actor: User) -> Trial:
    """What changes would do to the rankings that the actor sees."""
    rows = lay_over(changed.rows(SUBJECT), changes, changed.KEYS[SUBJECT])
    return trials.with_coefficients(rows, actor)


def look_undone(change_id: int, actor: User) -> Trial:
    """What taking a change back would do."""
    rows = lay_over(reference(SUBJECT), changed.changes(SUBJECT, without=change_id), changed.KEYS[SUBJECT])
    return trials.with_coefficients(rows, actor)


@use_case
def save(changes: Sequence[Change], reason: str, actor: User, version: int) -> list[ReferenceChange]:
    """Keep changes that belong together; all rankings wait to be made anew (job ``rank_stale``).

    Raises ``Stale`` when the table changed since ``version``, ``InvalidRecord`` without a reason.
    """
    saved = []
    for number, change in enumerate(changes):
        before = changed.by_key(SUBJECT).get(change.key, {})
        saved.append(reference_log.append(SUBJECT, change, before, reason, actor, version + number))
    _rank_again()
    return saved


@use_case
def undo(undone: ReferenceChange, reason: str, actor: User, version: int) -> ReferenceChange:
    """Take a change back. Raises as ``save``."""
    saved = reference_log.take_back(undone, reason, actor, version)
    _rank_again()
    return saved


def _rank_again() -> None:
    waiting = update(Ranking).where(Ranking.status == "done")
    db.session.execute(waiting.values(status="queued").execution_options(synchronize_session="fetch"))
