"""``matchmaker export``: everything of a province as files that others, and this service, can read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from matchmaker.cli.application import in_application
from matchmaker.documents.spreadsheets import csv_bytes, xlsx_bytes
from matchmaker.exchange.flat_records import table
from matchmaker.models import Demand, Offer
from matchmaker.queries import provincial
from matchmaker.wording import imports as words
from matchmaker.wording.commands import sentence


@click.command("export")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--province", default="", metavar="NAME", help="Of one province alone (its short new name).")
@click.option(
    "--format", "kind", type=click.Choice(["xlsx", "csv", "json"]), default="xlsx", show_default=True
)
@click.option("--contacts", is_flag=True, help="With the people to call: personal data.")
@in_application
def command(folder: Path, province: str, kind: str, contacts: bool) -> None:
    """Write offers, demands and organisations to files in DIR.

    JSON is one record a line, CSV has the same names, XLSX has both languages in its heads. Offers and
    demands are as people confirmed them above what was written; their files can be imported again.
    """
    parts = {
        "offers": list(provincial.records(Offer, province)),
        "demands": list(provincial.records(Demand, province)),
        "organisations": list(provincial.organisations(province, contacts=contacts)),
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, records in parts.items():
            path = folder / f"{name}.{'jsonl' if kind == 'json' else kind}"
            path.write_bytes(_bytes(name, records, kind))
            if contacts and name == "organisations":
                path.chmod(0o600)
    except OSError as error:
        raise click.FileError(str(folder), hint=error.strerror or str(error)) from error
    click.echo(sentence("exported", rows=sum(map(len, parts.values())), file=folder))


def _bytes(title: str, records: list[dict[str, Any]], kind: str) -> bytes:
    if kind == "json":
        return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records).encode()
    names, rows = table(records)
    if kind == "csv":
        return csv_bytes(names, rows)
    heads = [_head(name) for name in names]
    return xlsx_bytes(title, heads, rows)


def _head(name: str) -> str:
    return " / ".join(dict.fromkeys(words.field(name, language) for language in ("vi", "en")))
