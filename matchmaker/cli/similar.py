"""``matchmaker similar``: the offers nearest to each demand by product alone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from matchmaker.exchange.jsonlines import Problem, opened, records

if TYPE_CHECKING:
    from scoring.product import ProductText

# A product text longer than this is a mistake; comparing it would only cost.
LONGEST_TEXT = 10_000


@click.command("similar")
@click.option("--offers", "offers_file", required=True, metavar="F", help="Offers, JSON Lines; - for stdin.")
@click.option("--demands", "demands_file", required=True, metavar="F", help="Demands, JSON Lines.")
@click.option("--top", default=10, show_default=True, type=click.IntRange(min=1), help="Offers a demand.")
def command(offers_file: str, demands_file: str, top: int) -> None:
    """Product similarity alone: demand, offer, score (0..1), best first.

    Records have id, product (or name) and description. A bad record is named on stderr and stops no
    other; the exit status is then 1.
    """
    if offers_file == demands_file == "-":
        raise click.UsageError("only one of --offers and --demands can be standard input")
    offers, bad_offers = _read(offers_file)
    demands, bad_demands = _read(demands_file)
    if offers and demands:
        _print(offers, demands, top)
    if bad_offers or bad_demands:
        raise SystemExit(1)


def _print(offers: list[tuple[str, ProductText]], demands: list[tuple[str, ProductText]], top: int) -> None:
    # Imported when there is something to compare: reading the lexicon takes a moment.
    from matchmaker.services.reference import lexicon_matcher
    from scoring.product.similar import similar

    for demand, offer, score in similar(offers, demands, lexicon_matcher(), top):
        click.echo(json.dumps({"demand": demand, "offer": offer, "score": score}, ensure_ascii=False))


def _read(path: str) -> tuple[list[tuple[str, ProductText]], int]:
    """The good records of a file as id and text, and how many bad ones were reported."""
    from scoring.product import ProductText

    good: dict[str, ProductText] = {}
    bad = 0
    try:
        with opened(path) as stream:
            for number, record in records(stream):
                problem = record if isinstance(record, Problem) else _problem(number, record, good)
                if problem is not None:
                    bad += 1
                    click.echo(json.dumps(problem.as_record(path), ensure_ascii=False), err=True)
                elif isinstance(record, dict):
                    good[record["id"]] = ProductText(_product(record), record.get("description") or "")
    except OSError as error:
        raise click.FileError(path, hint=error.strerror or str(error)) from error
    return list(good.items()), bad


def _product(record: dict[str, Any]) -> Any:
    return record.get("product") or record.get("name")


def _problem(number: int, record: dict[str, Any], seen: dict[str, ProductText]) -> Problem | None:
    """The first thing wrong with a record, None where nothing is."""
    for name, value in (("id", record.get("id")), ("product", _product(record))):
        if value is None or value == "":
            return Problem(number, name, value, "required")
        if not isinstance(value, str):
            return Problem(number, name, value, "not_text")
    description = record.get("description")
    if description is not None and not isinstance(description, str):
        return Problem(number, "description", description, "not_text")
    for name, text in (("product", _product(record)), ("description", description or "")):
        if len(text) > LONGEST_TEXT:
            return Problem(number, name, text, "too_long", {"max": LONGEST_TEXT})
    if record["id"] in seen:
        return Problem(number, "id", record["id"], "duplicate_id", {"id": record["id"]})
    return None
