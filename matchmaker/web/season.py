"""The season's plan: demands that want the same offers, and who would get what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, render_template, request

from matchmaker.errors import NotFound
from matchmaker.permissions import Permission, actor, requires
from matchmaker.queries import demands as demand_queries
from matchmaker.queries import pools
from matchmaker.services import season
from matchmaker.services.season import Planned
from matchmaker.web.heads import DemandHead
from matchmaker.web.pool_lines import producer_of, said

blueprint = Blueprint("season", __name__, url_prefix="/board/season")


@dataclass(frozen=True)
class Column:
    """One demand of the plan; shares are of one."""

    head: DemandHead
    fill: float
    alone: float
    wanted: str
    got: str
    settled: bool


@dataclass(frozen=True)
class Row:
    """One producer, and what each demand gets of it."""

    producer: str
    product: str
    amounts: Sequence[str]


@blueprint.get("/")
@requires(Permission.SEE_BOARD)
def index() -> str:
    """The groups of demands that compete; the plan of the one asked for."""
    found = season.groups(actor())
    asked = request.args.get("demand", "")
    group = next((each for each in found if asked in each), [])
    if asked and not group:
        raise NotFound
    planned = season.plan(group, actor()) if group else []
    rows = demand_queries.several((each for ids in found for each in ids), actor())
    heads = {name: DemandHead.of(row) for name, row in rows.items()}
    return render_template(
        "pools/season.html",
        groups=[[heads[each] for each in ids if each in heads] for ids in found],
        chosen=asked,
        columns=[_column(each) for each in planned],
        rows=_rows(planned),
        left_out=max(0, len(group) - season.MOST),
    )


def _column(one: Planned) -> Column:
    record = one.document
    return Column(
        head=DemandHead.of(one.demand),
        fill=record["fill"],
        alone=one.alone,
        wanted=said(sum(record["wanted"].values()), record["unit"]),
        got=said(sum(record["by_month"].values()), record["unit"]),
        settled=one.settled,
    )


def _rows(planned: Sequence[Planned]) -> list[Row]:
    """The producers in the order in which the demands name them."""
    shares = [
        {
            row["offer"]: said(sum(row["amount_per_month"].values()), row["unit"])
            for row in one.document["members"]
        }
        for one in planned
    ]
    names = list(dict.fromkeys(offer for own in shares for offer in own))
    offers = pools.offers_of({"members": [{"offer": name} for name in names]})
    return [
        Row(
            producer_of(offers.get(name), name),
            offers[name].product if name in offers else "",
            [own.get(name, "") for own in shares],
        )
        for name in names
    ]
