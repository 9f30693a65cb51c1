"""The stored rankings as rows: written, left and numbered by whole sets, without reading their evidence.

One changed offer enters or leaves many rankings, and moves all that stand behind it. So the order is made by
the database from scores alone, as the engine makes it: eligible before vetoed, the best score first, then id.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ARRAY, ColumnElement, any_, case, cast, func, insert, literal, or_, select, update
from sqlalchemy.orm import InstrumentedAttribute as Attribute

from matchmaker.extensions import db
from matchmaker.models import Match, Ranking
from matchmaker.models.base import now
from scoring import records

KEPT = 200  # matches a demand; an officer never reads further, and more would fill the database with evidence

_BY_SET = {"synchronize_session": False}

# What entries of one ranking are ordered by: vetoed, minus the score, the id.
Key = tuple[bool, int, str]


def last_places(demands: Sequence[str], without: str) -> dict[str, Key]:
    """Of each full ranking its last entry; one that the offer ``without`` ends is as good as open."""
    found: dict[str, Key] = {}
    columns = select(Match.demand_id, Match.eligible, Match.score, Match.offer_id)
    last = (Match.current, Match.position == KEPT, Match.offer_id != without)
    for name, eligible, score, offer in db.session.execute(
        columns.where(among(Match.demand_id, demands), *last)
    ):
        found[name] = not eligible, -score, offer
    return found


def put(judged: Sequence[records.Match], known: Mapping[tuple[str, str], int], lexicon: int) -> None:
    """Write judged pairs over their rows (``known``: demand and offer to the row), or into new ones."""
    old, new = [], []
    for match in judged:
        row = known.get((match.demand, match.offer))
        if row is not None:
            old.append({"id": row, **_written(match, lexicon)})
        else:
            pair = {"demand_id": match.demand, "offer_id": match.offer}
            new.append({**pair, "status": "suggested", "position": 0, **_written(match, lexicon)})
    if old:
        db.session.execute(update(Match), old)
    if new:
        db.session.execute(insert(Match), new)


def leave(rows: Iterable[int]) -> None:
    """Take matches out of the rankings of their demands; their evidence stays, without a rank."""
    if gone := sorted(rows):
        _set(among(Match.id, gone))


def number(demands: Iterable[str]) -> None:
    """Number the current matches of demands as the engine orders them, let go those behind the last place
    that is kept, and count them."""
    session, names = db.session(), sorted(demands)
    session.flush()
    if names:
        # Who numbers the same rankings at the same moment waits here, and then sees what was put in.
        of_these = among(Ranking.demand_id, names)
        session.execute(select(Ranking.demand_id).where(of_these).order_by("demand_id").with_for_update())
        _place(names)
        _set(among(Match.demand_id, names), Match.current, Match.position > KEPT)
        counts = {"eligible": _count(Match.eligible), "near": _count(~Match.eligible)}
        session.execute(update(Ranking).where(of_these).values(counts), execution_options=_BY_SET)
    for held in session.identity_map.values():
        if isinstance(held, (Match, Ranking)):
            session.expire(held)


def among(column: Attribute[Any], names: Sequence[Any]) -> ColumnElement[bool]:
    """Whether a column is one of many values, which go to the database as one: so the statement is the same
    however many they are."""
    if db.session().get_bind().dialect.name == "postgresql":
        return column == any_(cast(literal(list(names), ARRAY(column.type)), ARRAY(column.type)))
    return column.in_(select(func.json_each(json.dumps(list(names))).table_valued("value").c.value))


def _written(match: records.Match, lexicon: int) -> dict[str, Any]:
    return {
        "score": match.score_micro,
        "base": match.base_micro,
        "eligible": match.eligible,
        "current": True,
        "told": match.as_record() | {"rank": None},
        "profile": match.profile,
        "ranked_at": now(),
        "lexicon": lexicon,
    }


def _place(demands: Sequence[str]) -> None:
    order = (Match.eligible.desc(), Match.score.desc(), _by_bytes())
    numbered = func.row_number().over(partition_by=Match.demand_id, order_by=order).label("place")
    found = select(Match.id, numbered).where(among(Match.demand_id, demands), Match.current).subquery()
    rank = case((Match.eligible, found.c.place))
    moved = or_(Match.position != found.c.place, Match.rank.is_distinct_from(rank))
    placed = update(Match).where(Match.id == found.c.id, moved).values(position=found.c.place, rank=rank)
    db.session.execute(placed, execution_options=_BY_SET)


def _by_bytes() -> ColumnElement[str]:
    """The offer's id as the engine orders it, whatever language the database sorts by."""
    postgres = db.session().get_bind().dialect.name == "postgresql"
    return Match.offer_id.collate("C") if postgres else Match.offer_id.asc()


def _set(*conditions: ColumnElement[bool] | Attribute[bool]) -> None:
    gone = update(Match).where(*conditions).values(current=False, rank=None)
    db.session.execute(gone, execution_options=_BY_SET)


def _count(condition: ColumnElement[bool] | Attribute[bool]) -> Any:
    of_demand = (Match.demand_id == Ranking.demand_id, Match.current, condition)
    return select(func.count()).select_from(Match).where(*of_demand).scalar_subquery()
