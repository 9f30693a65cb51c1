"""`matchmaker rank`: ranks files of offers for files of demands. No database, no server."""

from __future__ import annotations

import csv
import gc
import io
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar
from zoneinfo import ZoneInfo

import click
import orjson

from matchmaker.cli.rank_records import Side, understood
from matchmaker.exchange.record_files import ErrorRecord
from matchmaker.schemas.demands import DemandSchema
from matchmaker.schemas.offers import OfferSchema
from scoring.records import Demand, Match, Offer

if TYPE_CHECKING:
    from scoring.context import Context
    from scoring.profile import Profile

Told = TypeVar("Told")
TABLE = ("demand", "offer", "rank", "score", "base", "eligible", "vetoes")
LINES_AT_ONCE = 256  # sent and written together, about a megabyte
OFFERS_A_PART = 1_000  # made into arrays together; fewer are not worth another process
SHEET_ROWS = 1_048_575  # rows of a worksheet below its header


@click.command()
@click.option(
    "--offers", "offers_path", required=True, metavar="F", help="Offers: JSON Lines or .csv; - is stdin."
)
@click.option("--demands", "demands_path", required=True, metavar="F", help="Demands, likewise.")
@click.option("--top", type=click.IntRange(min=1), metavar="N", help="At most N offers for each demand.")
@click.option("--all", "all_pairs", is_flag=True, help="Every pair, whatever its product; ignores --top.")
@click.option(
    "--profile",
    "profile_path",
    metavar="F",
    help="Weights and thresholds: JSON; default: the delivered ones.",
)
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="Judge as on this day.")
@click.option(
    "--format", "form", type=click.Choice(["jsonl", "csv", "xlsx"]), default="jsonl", show_default=True
)
def command(
    offers_path: str,
    demands_path: str,
    top: int | None,
    all_pairs: bool,
    profile_path: str | None,
    today: datetime | None,
    form: str,
) -> None:
    """Ranks the offers of a file for each demand of another, with reasons.

    Matches go to standard output, what is wrong with records to standard error, and the exit status is 1 if
    anything was. A record whose place cannot be used is told too, and judged without distance. A profile with
    anything wrong ranks nothing, and the exit status is 2.
    """
    if (offers_path, demands_path, profile_path).count("-") > 1:
        raise click.UsageError("only one of --offers, --demands and --profile can be standard input")
    day = today.date() if today else datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")).date()
    from matchmaker.services import reference, understanding

    profile = _profile(profile_path)
    gc.disable()  # nothing here makes circles, and looking for them costs a third of the time
    click.get_current_context().call_on_close(_collect_again)
    known = reference.load_reference()
    errors: list[ErrorRecord] = []
    sides = (
        Side(offers_path, OfferSchema(keep_unknown=True), understanding.offer_from),
        Side(demands_path, DemandSchema(keep_unknown=True), understanding.demand_from),
    )
    offers, demands = understood(sides, known, day, errors, meanwhile=lambda: _context(day))
    for each in errors:
        click.echo(_json(each), err=True)
    told, write = WRITERS[form]
    write(_ranked(demands, offers, profile, day, top, all_pairs, told))
    sys.exit(1 if errors else 0)


def _context(day: date) -> Context:
    """What is judged with, everything built that processes can share."""
    import matchmaker.cli.rank_blocks  # noqa: F401 - takes a while too, and is needed next
    from matchmaker.services.reference import scoring_context

    context = scoring_context(day)
    context.prepare()
    return context


def _collect_again() -> None:
    """The collector runs as before, but does not look through all that was kept here: that takes seconds."""
    gc.freeze()
    gc.enable()


def _profile(path: str | None) -> Profile:
    """The profile of a file, or the delivered one. Ends the command where the file is refused."""
    from scoring.profile import Profile

    if path is None:
        return Profile.default()
    from matchmaker.exchange.profile_files import ProfileFileError, read_profile

    try:
        return read_profile(path)
    except OSError as cause:
        raise click.FileError(path, hint=cause.strerror or str(cause)) from cause
    except ProfileFileError as refused:
        for each in refused.errors:
            click.echo(_json(each), err=True)
        sys.exit(2)


def _ranked(
    demands: list[Demand],
    offers: list[Offer],
    profile: Profile,
    today: date,
    top: int | None,
    all_pairs: bool,
    told: Callable[[Iterable[Match]], Iterator[Told]],
) -> Iterator[Told]:
    """What is told of the matches, in the order of the demands; a progress bar on a terminal only."""
    if not demands or not offers:
        return
    from matchmaker.cli.rank_blocks import Work, ranked
    from matchmaker.cli.rank_processes import cores, in_order
    from scoring.columns.parts import built_in_parts

    context = _context(today)
    parts = len(offers) // OFFERS_A_PART
    index = built_in_parts(offers, context, parts, partial(in_order, processes=cores()))
    hidden = not sys.stderr.isatty()
    with click.progressbar(length=len(demands), label="rank", file=sys.stderr, hidden=hidden) as bar:
        for done, part in ranked(Work(demands, index, context, profile, top, all_pairs, told)):
            yield from part
            bar.update(done)


def _lines(matches: Iterable[Match]) -> Iterator[bytes]:
    """Matches as lines of JSON, many in one piece: so they are quicker to send between processes."""
    each = iter(matches)
    while some := [_line(match) for match in islice(each, LINES_AT_ONCE)]:
        yield b"".join(some)


def _line(match: Match) -> bytes:
    """A match as a line of JSON."""
    return orjson.dumps(match.as_record(), option=orjson.OPT_APPEND_NEWLINE)


def _write_jsonl(lines: Iterable[bytes]) -> None:
    out = sys.stdout.buffer
    for some in lines:
        out.write(some)
    out.flush()


def _write_csv(rows: Iterable[list[Any]]) -> None:
    text = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text, lineterminator="\n")
    for row in _table(rows):
        writer.writerow([_guarded(cell) for cell in row])
    text.flush()
    text.detach()


def _write_xlsx(rows: Iterable[list[Any]]) -> None:
    import xlsxwriter

    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(buffer, options)
    book.set_properties({"created": datetime(2000, 1, 1)})  # noqa: DTZ001 - the same bytes each time
    sheet = book.add_worksheet("rank")
    for number, row in zip(range(SHEET_ROWS + 1), _table(rows), strict=False):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(number, column, cell)
            elif cell is not None:
                sheet.write(number, column, cell)
    book.close()
    sys.stdout.buffer.write(buffer.getvalue())


def _table(rows: Iterable[list[Any]]) -> Iterator[list[Any]]:
    """Header and rows: plain fields, a column for each criterion, reasons and the missing step as JSON."""
    from scoring.profile import CRITERIA

    yield [*TABLE, *CRITERIA, "reasons", "missing"]
    yield from rows


def _rows(matches: Iterable[Match]) -> Iterator[list[Any]]:
    """Matches as rows of a table."""
    return map(_row, matches)


def _row(match: Match) -> list[Any]:
    """A match as a row of a table."""
    record = match.as_record()
    plain = [record[name] for name in TABLE[:-1]]
    missing = _json(record["missing"]) if record["missing"] else None
    parts = record["components"].values()
    return [*plain, ";".join(record["vetoes"]), *parts, _json(record["reasons"]), missing]


def _json(value: Any) -> str:
    return orjson.dumps(value).decode()


def _guarded(cell: Any) -> Any:
    """Text that a spreadsheet would take for a formula, made plain by a quote in front."""
    if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r")):
        return "'" + cell
    return cell


# For each form what is made of matches, and what writes that.
WRITERS: dict[str, tuple[Callable[[Iterable[Match]], Iterator[Any]], Callable[[Iterable[Any]], None]]] = {
    "jsonl": (_lines, _write_jsonl),
    "csv": (_rows, _write_csv),
    "xlsx": (_rows, _write_xlsx),
}
