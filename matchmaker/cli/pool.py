"""``matchmaker pool``: pools the producers of a file for the demands of another. No database, no server."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import click

from matchmaker.cli.rank_records import Side, understood
from matchmaker.exchange.record_files import ErrorRecord
from matchmaker.schemas.demands import DemandSchema
from matchmaker.schemas.offers import OfferSchema

if TYPE_CHECKING:
    from scoring.pooling import PoolSettings


@click.command()
@click.option(
    "--demand", "demand_path", required=True, metavar="F", help="Nhu cầu · demands: JSON Lines or .csv."
)
@click.option(
    "--offers", "offers_path", required=True, metavar="F", help="Chào bán · offers; - is standard input."
)
@click.option(
    "--today", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="Ngày xét · judge as on this day."
)
@click.option(
    "--seconds", type=click.FloatRange(min=0), help="Thời gian chứng minh mỗi nhu cầu · for each proof."
)
@click.option(
    "--surplus", type=click.FloatRange(1, 2), help="Được giao tới bao nhiêu lần nhu cầu · default 1.3."
)
@click.option("--max-members", type=click.IntRange(min=1), help="Số thành viên nhiều nhất · most members.")
@click.option(
    "--buffer",
    type=click.Choice(["name", "add", "none"]),
    help="Bên dự phòng: nêu, thêm, không · a stand-by.",
)
@click.option(
    "--together", is_flag=True, help="Chia nguồn cho mọi nhu cầu · share scarce supply among the demands."
)
def command(
    demand_path: str,
    offers_path: str,
    today: datetime | None,
    seconds: float | None,
    surplus: float | None,
    max_members: int | None,
    buffer: str | None,
    together: bool,
) -> None:
    """Gom nguồn hàng cho nhu cầu lớn · pools producers to fill a large demand.

    One JSON object a demand goes to standard output, what is wrong with records to standard error, and the
    exit status is 1 if anything was. Without --together each demand is filled as if it were alone.
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
    from scoring.pooling import fill, season_plan
    from scoring.profile import Profile

    context, profile = reference.scoring_context(day), Profile.default()
    settings = _settings(reference.pool_settings(), surplus, max_members, buffer)
    index = OfferColumns.build(offers, context)
    if together:
        with _silent_solver():
            pools = season_plan(demands, index, context, profile=profile, settings=settings, seconds=seconds)
        for demand in demands:
            click.echo(_json(pools[demand.id].as_record()))
    else:
        for demand in demands:
            with _silent_solver():
                pool = fill(demand, index, context, profile=profile, settings=settings, seconds=seconds)
            click.echo(_json(pool.as_record()))
    sys.exit(1 if errors else 0)


def _settings(
    known: PoolSettings, surplus: float | None, max_members: int | None, buffer: str | None
) -> PoolSettings:
    said = {"surplus": surplus, "max_members": max_members, "buffer": buffer}
    changes: dict[str, Any] = {name: value for name, value in said.items() if value is not None}
    return replace(known, **changes)


@contextmanager
def _silent_solver() -> Iterator[None]:
    """Keeps lines that the solver's library prints by itself off this process's output."""
    sys.stdout.flush()
    sys.stderr.flush()
    kept = [os.dup(number) for number in (1, 2)]
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        for number in (1, 2):
            os.dup2(nowhere, number)
        yield
    finally:
        for number, before in zip((1, 2), kept, strict=True):
            os.dup2(before, number)
            os.close(before)
        os.close(nowhere)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
