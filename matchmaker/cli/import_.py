"""``matchmaker import``: a list taken in as the page does it, or records of the interchange format."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from matchmaker.cli.application import in_application
from matchmaker.errors import NotFound
from matchmaker.exchange.jsonlines import Problem
from matchmaker.exchange.record_files import checked_records
from matchmaker.exchange.sheet_words import KINDS
from matchmaker.exchange.workbooks import MOST_ROWS
from matchmaker.models import User
from matchmaker.queries import imports
from matchmaker.queries.users import by_email
from matchmaker.services import entering, importing, matches
from matchmaker.services.checked import NewDemandSchema, NewOfferSchema
from matchmaker.wording import errors
from matchmaker.wording import imports as words
from matchmaker.wording.commands import sentence

_SCHEMAS = {"offer": NewOfferSchema, "demand": NewDemandSchema}


@click.command("import")
@click.argument("file", metavar="F")
@click.option("--kind", type=click.Choice(KINDS), required=True, help="What the records are.")
@click.option(
    "--as", "email", required=True, metavar="EMAIL", help="The user in whose name they are entered."
)
@click.option("--sender", default="", help="Whose list it is; names of columns are remembered for it.")
@click.option("--dry-run", is_flag=True, help="Only look, save nothing of the records.")
@in_application
def command(file: str, kind: str, email: str, sender: str, dry_run: bool) -> None:
    """Take in F: .xlsx, .xls, .ods, .csv as people keep them, or .jsonl of the interchange format.

    Good records are taken in one transaction; a bad one is named on stderr and stops no other, and the exit
    status is then 1. The same file twice changes nothing.
    """
    actor = by_email(email)
    if actor is None:
        raise NotFound
    lines = file == "-" or file.lower().endswith((".jsonl", ".json"))
    counts = (_records if lines else _list)(file, kind, actor, sender, dry_run)
    click.echo(sentence("imported", **counts))
    if dry_run:
        click.echo(sentence("looked"))
    elif counts["create"] + counts["change"]:
        matches.rank_demands(matches.stale())
    if counts["bad"]:
        raise SystemExit(1)


def _records(file: str, kind: str, actor: User, sender: str, dry_run: bool) -> dict[str, int]:
    good, bad = [], 0
    try:
        for line in checked_records(file, _SCHEMAS[kind](keep_unknown=True)):
            for error in line.errors:
                click.echo(json.dumps(error, ensure_ascii=False), err=True)
            bad += bool(line.errors)
            if line.record is not None:
                good.append(line.record)
    except OSError as error:
        raise click.FileError(file, hint=error.strerror or str(error)) from error
    return {**entering.enter(kind, good, actor, save=not dry_run), "bad": bad}


def _list(file: str, kind: str, actor: User, sender: str, dry_run: bool) -> dict[str, int]:
    try:
        data = Path(file).read_bytes()
    except OSError as error:
        raise click.FileError(file, hint=error.strerror or str(error)) from error
    found = importing.send(data, Path(file).name, kind, sender, actor)
    importing.check(found.id)
    found = imports.one(found.id, actor)
    if found.error:
        raise _told(found.error, found.facts)
    for row in imports.rows(found.id, "bad", limit=MOST_ROWS):
        for mark in row.marks:
            if mark["bad"]:
                click.echo(json.dumps(_problem(file, row.number, mark), ensure_ascii=False), err=True)
    counts = {does: found.look["counts"].get(does, 0) for does in ("create", "change", "keep", "bad")}
    if not dry_run and counts["create"] + counts["change"]:
        importing.ask(found.id, actor, found.version, only_good=True)
        importing.take(found.id)
        found = imports.one(found.id, actor)
        if found.status != "taken":
            raise _told(found.error, found.facts)
    return counts


def _told(code: str, facts: dict[str, Any]) -> click.ClickException:
    return click.ClickException(" · ".join(errors.sentence(code, facts, each) for each in ("vi", "en")))


def _problem(file: str, row: int, mark: dict[str, Any]) -> dict[str, Any]:
    problem = Problem(row + 1, mark["field"], mark["value"], mark["code"]).as_record(file)
    said = {language: words.mark(mark["code"], mark["facts"], language) for language in ("vi", "en")}
    return {**problem, "message": said}
