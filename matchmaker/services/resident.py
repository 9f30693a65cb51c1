"""What is on the market as arrays, kept in the process between jobs and brought up to date by what changed.

Reading and understanding every record anew for each job would take seconds. Here a job asks the database only
which records there are and in which state each is (its version and the moment of its last change); records in
another state than the one at hand are read again, those gone are dropped. Nothing is taken from memory whose
state the database did not just name, so a process that slept, or a database put back from a backup, never
ranks with what was true before. Reference knowledge that changed makes everything be built anew.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Generic, TypeVar

import numpy as np
from sqlalchemy import ColumnElement, Row, String, cast, func, select

from matchmaker.extensions import db
from matchmaker.models import Demand, Offer, Ranking
from matchmaker.queries import holdings
from matchmaker.services import layers
from matchmaker.services.calendar import today
from scoring import records
from scoring.columns import DemandColumns, OfferColumns
from scoring.context import Context

# The version, the moment of the last change as the database itself writes it, and what is kept of an offer.
State = tuple[int, Any, tuple[records.Kept, ...]]
Kept = Mapping[str, tuple[records.Kept, ...]]
NOTHING: Kept = {}
Record = TypeVar("Record", records.Offer, records.Demand)
C = TypeVar("C", OfferColumns, DemandColumns)

RECENT = 64  # records changed since the arrays were built, held beside them; with more they are built anew …
RECENT_SHARE = 20  # … unless that is less than one in so many of all
READ_AT_ONCE = 1_000
# Between the parts of a state, and between states: no id holds a control character.
_WITHIN, _BETWEEN = "\x1f", "\x1e"
# What the database named last for each side: its texts, and the states in them.
_TOLD: dict[str, tuple[str, str, Kept, dict[str, State]]] = {}


@dataclass(frozen=True)
class OnMarket(Generic[C]):
    """Records as arrays, in one or two shards that share no record, and the version of each."""

    shards: tuple[C, ...]
    versions: Mapping[str, int]


@dataclass(frozen=True)
class _Shard(Generic[C]):
    """Arrays of records, and the state in which each was read."""

    columns: C
    states: dict[str, State]

    @cached_property
    def versions(self) -> dict[str, int]:
        """The version of each record."""
        return {name: version for name, (version, *_) in self.states.items()}

    @property
    def whole(self) -> OnMarket[C]:
        """All of it, as what is on the market."""
        return OnMarket((self.columns,) if len(self.columns) else (), self.versions)


class _Resident(Generic[Record, C]):
    """The arrays of one side of the market. Threads may ask at once; what they are given never changes."""

    def __init__(
        self,
        build: Callable[[Sequence[Record], Context], C],
        read: Callable[[Sequence[str]], Iterable[tuple[Record, State]]],
    ) -> None:
        self._build: Callable[[Sequence[Record], Context], C] = build
        self._read: Callable[[Sequence[str]], Iterable[tuple[Record, State]]] = read
        self._lock = threading.Lock()
        self._context: Context | None = None
        self._main: _Shard[C] | None = None
        self._recent: _Shard[C] | None = None
        self._trimmed: tuple[frozenset[str], C] | None = None
        self._asked: tuple[Mapping[str, State], Context, OnMarket[C]] | None = None

    def at(self, wanted: Mapping[str, State], context: Context) -> OnMarket[C]:
        """The records named, each in the state named (or a later one, if it changed since it was named)."""
        with self._lock:
            if self._asked is None or self._asked[0] is not wanted or self._asked[1] is not context:
                self._asked = wanted, context, self._brought_to(wanted, context)
            return self._asked[2]

    def _brought_to(self, wanted: Mapping[str, State], context: Context) -> OnMarket[C]:
        if self._main is None or self._context is not context:
            return self._anew(wanted, context)
        held = self._main.states
        if wanted == held:
            return self._main.whole
        others = {name: state for name, state in wanted.items() if held.get(name) != state}
        if len(others) > max(RECENT, len(held) // RECENT_SHARE):
            return self._anew(wanted, context)
        if self._recent is None or self._recent.states != others:
            self._recent = self._built(others, context) if others else None
        gone = (held.keys() - wanted.keys()) | (held.keys() & others.keys())
        shards = [self._without(frozenset(gone))]
        versions = dict(self._main.versions)
        for name in gone:
            del versions[name]
        if self._recent is not None:
            shards.append(self._recent.columns)
            versions |= self._recent.versions
        return OnMarket(tuple(each for each in shards if len(each)), versions)

    def _anew(self, wanted: Mapping[str, State], context: Context) -> OnMarket[C]:
        self._main, self._context = self._built(wanted, context), context
        self._recent = self._trimmed = None
        return self._main.whole

    def _built(self, wanted: Iterable[str], context: Context) -> _Shard[C]:
        read = list(self._read(sorted(wanted)))
        return _Shard(
            self._build([record for record, _ in read], context), {record.id: state for record, state in read}
        )

    def _without(self, gone: frozenset[str]) -> C:
        """The main arrays without some records; kept until others are gone."""
        assert self._main is not None
        if not gone:
            return self._main.columns
        if self._trimmed is None or self._trimmed[0] != gone:
            names = self._main.columns.ids
            rows = np.array([i for i, name in enumerate(names) if name not in gone], dtype=np.int32)
            self._trimmed = gone, self._main.columns.take(rows)
        return self._trimmed[1]


def offers(context: Context) -> OnMarket[OfferColumns]:
    """All open offers; those past their own last day too, for the ranking says so of them."""
    kept = holdings.by_demand(context.horizon.today)
    return _OFFERS.at(_states(Offer, kept), context)


def ranked_demands(context: Context, profile: str) -> OnMarket[DemandColumns]:
    """The open demands that have a stored ranking under a profile (its digest)."""
    done = (Ranking.done_at.is_not(None), Ranking.profile == profile)
    ranked = select(func.aggregate_strings(Ranking.demand_id, _BETWEEN)).where(*done)
    return _DEMANDS.at(_states(Demand, NOTHING, db.session.scalar(ranked) or ""), context)


def offer_of(row: Offer) -> records.Offer:
    """One offer, with what is kept of it now."""
    return replace(
        layers.offer(row.parsed, row.doubts), kept=holdings.by_demand(today(), [row.id]).get(row.id, ())
    )


def _states(side: type[Offer] | type[Demand], kept: Kept, among: str | None = None) -> dict[str, State]:
    """The state of each open record, only of those ``among`` names where it is given; the same object where
    the database names the same states, in one text."""
    state = side.id + _WITHIN + cast(side.version, String) + _WITHIN + _moment(side)
    opened = select(func.aggregate_strings(state, _BETWEEN)).where(side.status == "open")
    told = db.session.scalar(opened) or ""
    *before, states = _TOLD.get(side.__tablename__, ("", "", NOTHING, {}))
    if [told, among or "", kept] != before:
        rows = (each.split(_WITHIN) for each in told.split(_BETWEEN)) if told else ()
        states = {name: (int(version), changed_at, kept.get(name, ())) for name, version, changed_at in rows}
        if among is not None:
            named = set(among.split(_BETWEEN))
            states = {name: state for name, state in states.items() if name in named}
        _TOLD[side.__tablename__] = told, among or "", kept, states
    return states


def _moment(side: type[Offer] | type[Demand]) -> ColumnElement[Any]:
    """When a record was last changed, as the database writes it: it is only compared."""
    return cast(side.changed_at, String)


def _rows(side: type[Offer] | type[Demand], names: Sequence[str]) -> Iterator[Row[Any]]:
    for start in range(0, len(names), READ_AT_ONCE):
        part = names[start : start + READ_AT_ONCE]
        columns = select(side.id, side.parsed, side.doubts, side.version, _moment(side).label("moment"))
        yield from db.session.execute(columns.where(side.id.in_(part)).order_by(side.id))


def _read_offers(names: Sequence[str]) -> Iterator[tuple[records.Offer, State]]:
    kept = holdings.by_demand(today(), names)
    for row in _rows(Offer, names):
        taken = kept.get(row.id, ())
        yield replace(layers.offer(row.parsed, row.doubts), kept=taken), (row.version, row.moment, taken)


def _read_demands(names: Sequence[str]) -> Iterator[tuple[records.Demand, State]]:
    for row in _rows(Demand, names):
        yield layers.demand(row.parsed, row.doubts), (row.version, row.moment, ())


_OFFERS: _Resident[records.Offer, OfferColumns] = _Resident(OfferColumns.build, _read_offers)
_DEMANDS: _Resident[records.Demand, DemandColumns] = _Resident(DemandColumns.build, _read_demands)
