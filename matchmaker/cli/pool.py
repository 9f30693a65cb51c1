"""``matchmaker pool``: pools the producers of a file for the demands of another. No database, no server."""

from __future__ import annotations

import json
import sys
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import click

from matchmaker.cli.rank_records import Side, understood
from matchmaker.exchange.record_files import ErrorRecord
from matchmaker.schemas.demands import DemandSchema
from matchmaker.schemas.offers import OfferSchema


@click.command()
@click.option(
    "--demand", "demand_path", required=True, metavar="F", help="Nhu cầu · demands: JSON Lines or .csv."
)
@click.option(
    "--offers", "offers_path", required=True, metavar="F", help="Chào bán · offers, likewise; - is stdin."
)
@click.option(
    "--today", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="Ngày xét · judge as on this day."
)
@click.option("--seconds", type=click.FloatRange(min=0), help="For each proof.")
def command(demand_path: str, offers_path: str, today: datetime | None, seconds: float | None) -> None:
    """Gom nguồn hàng cho nhu cầu lớn · pools producers to fill a large demand.

    One JSON object a demand goes to standard output, what is wrong with records to standard error, and the
    exit status is 1 if anything was.
    """
    if (demand_path, offers_path).count("-") > 1:
        raise click.UsageError("only one of --demand and --offers can be standard input")
    day = today.date() if today else datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")).date()
    from matchmaker.services import reference, understanding

    errors: list[ErrorRecord] = []
    sides = (
        Side(offers_path, OfferSchema(keep_unknown=True), understanding.offer_from),
        Side(demand_path, DemandSchema(keep_unknown=True), understanding.demand_from),
    )
    offers, demands = understood(sides, reference.load_reference(), day, errors)
    for each in errors:
        click.echo(_json(each), err=True)
    from scoring.columns import OfferColumns
    from scoring.pooling import fill
    from scoring.profile import Profile

    context = reference.scoring_context(day)
    index = OfferColumns.build(offers, context)
    for demand in demands:
        pool = fill(demand, index, context, profile=Profile.default(), seconds=seconds)
        click.echo(_json(pool.as_record()))
    sys.exit(1 if errors else 0)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
