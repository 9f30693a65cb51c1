"""Change the dated table of the foreign markets that take a product."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select, update

from matchmaker.errors import Conflict, InvalidRecord, NotFound
from matchmaker.extensions import db
from matchmaker.models import Demand, Ranking, ReferenceChange, User
from matchmaker.queries import reference_changes as changed
from matchmaker.queries.reference_changes import Row
from matchmaker.services import lexicon, reference_log
from matchmaker.services.calendar import today
from matchmaker.services.transaction import use_case
from matchmaker.wording.errors import message
from scoring.context import EXPORT_MARKETS
from seeds import reference
from seeds.overlay import ADD, CHANGE, Change, difference, lay_over
from seeds.trade import check_markets

SUBJECT = "markets"
KEY = changed.KEYS[SUBJECT]


def one(product: str, market: str) -> Row:
    """What is known of a product (its key) on a market. Raises ``NotFound``."""
    row = changed.by_key(SUBJECT).get(f"{product}/{market}")
    if row is None:
        raise NotFound
    return row


def alteration(wanted: Row, new: bool = False) -> Change:
    """The change that makes an entry say what is wanted; cells as ``schemas.markets.as_row`` gives them.

    Raises ``InvalidRecord`` for a product that the lexicon does not know, a day of checking that is to come,
    where nothing is new, and where an entry that is to be ``new`` is there already.
    """
    found = lexicon.named(wanted["product"])
    if len(found) != 1:
        code = "several_kinds" if found else "unknown_kind"
        told = {"value": wanted["product"], "keys": found[:5]}
        raise InvalidRecord({"product": [message(code, told)]})
    if wanted["checked_on"] > today().isoformat():
        raise InvalidRecord({"checked_on": [message("day_to_come")]})
    key = f"{found[0]}/{wanted['market']}"
    cells = {name: value for name, value in wanted.items() if name not in KEY}
    row = changed.by_key(SUBJECT).get(key)
    if row is None:
        return Change(key, ADD, {name: value for name, value in cells.items() if value})
    if new:
        raise InvalidRecord({"product": [message("market_known")]})
    made = difference(row, cells)
    if not made.columns:
        raise InvalidRecord({"_schema": [message("nothing_changed")]})
    return Change(key, CHANGE, made.set)


@use_case
def save(change: Change, reason: str, actor: User, version: int) -> ReferenceChange:
    """Keep a change; the rankings of demands that export there wait to be made anew (job ``rank_stale``).

    Raises ``Stale`` when the table changed since ``version``, ``InvalidRecord`` without a reason.
    """
    before = changed.by_key(SUBJECT).get(change.key, {})
    saved = reference_log.append(SUBJECT, change, before, reason, actor, version)
    _rank_again(change.key)
    return saved


@use_case
def undo(undone: ReferenceChange, reason: str, actor: User, version: int) -> ReferenceChange:
    """Take a change back. Raises as ``save``, and ``Conflict`` where an entry would be left half said."""
    rows = lay_over(reference(SUBJECT), changed.changes(SUBJECT, without=undone.id), KEY)
    if any(fault.row == undone.key for fault in check_markets(rows, _products())):
        raise Conflict("others_rest_on_it", names=[undone.key])
    saved = reference_log.take_back(undone, reason, actor, version)
    _rank_again(undone.key)
    return saved


def _products() -> Sequence[Row]:
    return changed.rows("products")


def _rank_again(key: str) -> None:
    market = key.partition("/")[2]
    channels = [channel for channel, goes_to in EXPORT_MARKETS.items() if goes_to == market]
    exporting = select(Demand.id).where(Demand.channel.in_(channels), Demand.status == "open")
    waiting = update(Ranking).where(Ranking.demand_id.in_(exporting), Ranking.status == "done")
    db.session.execute(waiting.values(status="queued").execution_options(synchronize_session="fetch"))
