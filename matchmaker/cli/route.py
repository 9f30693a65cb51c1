"""``matchmaker route``: the way between two places or the pairs of a file, one JSON object a pair."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TextIO

import click

if TYPE_CHECKING:
    from matchmaker.intake.gazetteer import Resolution
    from scoring.logistics import Route

_COLUMNS = ("from_name", "to_name")
_BY = ("ship", "flight")
_UNREACHED = {1: "unknown_place", 2: "no_freight_way"}


@click.command()
@click.option("--from", "origin", metavar="TEXT", help="Nơi đi · place of departure.")
@click.option("--to", "destination", metavar="TEXT", help="Nơi đến · destination.")
@click.option("--pairs", type=click.File(encoding="utf-8-sig"), help="CSV: from_name,to_name.")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="Ngày chạy · day of the journey.")
@click.option("--by", type=click.Choice(_BY), help="Tàu biển, máy bay · a coastal ship or a flight.")
@click.option(
    "--json", "as_json", is_flag=True, help="JSON, one object a pair (always so with --pairs or in a pipe)."
)
def command(
    origin: str | None,
    destination: str | None,
    pairs: TextIO | None,
    day: datetime | None,
    by: str | None,
    as_json: bool,
) -> None:
    """Đường đi, giờ, cước và CO₂ · the way, its hours, freight and CO₂."""
    on = day.date() if day else None
    if pairs is not None:
        for start, end in _pairs(pairs):
            click.echo(json.dumps(answer(start, end, on, by or ""), ensure_ascii=False))
        return
    if origin is None or destination is None:
        raise click.UsageError("--from … --to …, --pairs F.csv")
    found = answer(origin, destination, on, by or "")
    if as_json or not sys.stdout.isatty():
        click.echo(json.dumps(found, ensure_ascii=False))
    else:
        from matchmaker.wording.routes import told

        click.echo(told(found))


def _pairs(file: TextIO) -> Iterator[tuple[str, str]]:
    rows = csv.DictReader(file)
    try:
        missing = [name for name in _COLUMNS if name not in (rows.fieldnames or ())]
        if missing:
            raise click.BadParameter(", ".join(missing), param_hint="--pairs")
        for row in rows:
            yield row["from_name"] or "", row["to_name"] or ""
    except (UnicodeDecodeError, csv.Error) as problem:
        raise click.BadParameter(type(problem).__name__, param_hint="--pairs") from problem


def answer(origin: str, destination: str, on: date | None = None, by: str = "") -> dict[str, Any]:
    """The object printed for one pair. ``km`` is null where it cannot tell, with the reason.

    ``by``: a ship or a flight may carry the goods too, where that is the better way.
    """
    from matchmaker.services.reference import gazetteer, network
    from matchmaker.services.understanding import place_meant
    from scoring.logistics.vehicles import DEFAULT_VEHICLE

    ends = {"from": origin, "to": destination}
    places = {side: gazetteer().resolve(text, endpoint=True) for side, text in ends.items()}
    places = {
        "from": _beside(places["from"], places["to"]),
        "to": _beside(places["to"], places["from"]),
    }
    unsure = {side: found for side, found in places.items() if found.best is None}
    if unsure:
        return ends | _unsure(unsure)
    start, end = (place_meant(places[side], text) for side, text in ends.items())
    route = network().legs(start, end, replace(DEFAULT_VEHICLE, by=by), on)
    if route.km is None:
        return ends | {"km": None, "error": _UNREACHED[route.reach], "candidates": {}}
    return ends | _told(route) | _named(places)


def _beside(found: Resolution, other: Resolution) -> Resolution:
    """An island that shares its name with a commune is meant where the other end is in its province."""
    island = found.candidates[0] if found.candidates else None
    if found.best or island is None or island.level != "island" or other.best is None:
        return found
    return replace(found, best=island) if other.best.province == island.province else found


def _unsure(places: dict[str, Resolution]) -> dict[str, Any]:
    unknown = [side for side, found in places.items() if not found.candidates]
    first = next(iter(places.values()))
    return {
        "km": None,
        "error": "unknown_place" if unknown else first.doubt,
        "candidates": {side: [c.name for c in found.candidates] for side, found in places.items()},
    }


def _told(route: Route) -> dict[str, Any]:
    legs = [
        {
            "mode": leg.mode,
            "from": leg.origin,
            "to": leg.destination,
            "km": round(leg.km, 1),
            "hours": round(leg.hours, 2),
            "road": leg.road,
            "pass": leg.pass_,
        }
        | ({"wait_hours": leg.wait_hours, "sailings_per_day": leg.sailings_per_day} if leg.wait_hours else {})
        | ({"wind_limit": leg.wind_limit} if leg.wind_limit else {})
        | ({"risk_months": leg.risk_months} if leg.risk_months else {})
        for leg in route.legs
    ]
    return {
        "km": round(route.km or 0.0, 1),
        "hours": {"low": round(route.hours_low, 1), "high": round(route.hours_high, 1)},
        "legs": legs,
        "cost_vnd_per_kg": {"low": round(route.cost_low), "high": round(route.cost_high)},
        "co2_kg_per_tonne": {
            "low": round(route.co2_kg_per_tonne[0], 1),
            "high": round(route.co2_kg_per_tonne[1], 1),
        },
        "confidence": round(route.confidence, 2),
        "fallback": route.fallback,
        "calibrated": route.calibrated,
        "nights": {"low": route.nights[0], "high": route.nights[1]},
    }


def _named(places: dict[str, Resolution]) -> dict[str, Any]:
    """What the two texts were taken for, with the doubt and the other candidates where there is one."""
    named: dict[str, Any] = {
        "resolved": {side: found.best.name for side, found in places.items() if found.best},
        "level": {side: found.best.level for side, found in places.items() if found.best},
    }
    doubtful = {side: found for side, found in places.items() if found.doubt}
    if doubtful:
        named["doubt"] = {side: found.doubt for side, found in doubtful.items()}
        named["candidates"] = {side: [c.name for c in found.candidates] for side, found in doubtful.items()}
    return named
