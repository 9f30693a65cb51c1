"""``matchmaker restore``: a backup put into the database, all or nothing."""

from __future__ import annotations

import click

from matchmaker.cli.application import in_application, migrate
from matchmaker.exchange.jsonlines import opened
from matchmaker.models.base import now
from matchmaker.services import archives, erasures
from matchmaker.wording.commands import sentence


@click.command("restore")
@click.argument("file", metavar="F")
@click.option("--replace", is_flag=True, help="Delete what the database holds now.")
@in_application
def command(file: str, replace: bool) -> None:
    """Bring the tables up to date and put the backup F into them ("-" is standard input).

    A database that holds anything is left alone unless --replace is given. Stop the service before. Erasures
    noted beside the data (erasures.jsonl) are done again; without that file the age of the backup is told.
    """
    migrate()
    try:
        with opened(file) as source:
            found = archives.load(source, replace=replace)
    except OSError as error:
        raise click.FileError(file, hint=error.strerror or str(error)) from error
    click.echo(sentence("restored", file=file, rows=sum(found.rows.values())))
    told = {"count": found.repeated, "file": str(erasures.path())}
    if found.noted or found.repeated:
        click.echo(sentence("erased_again", **told))
    if not found.noted:
        age = (now() - found.made_at).days
        click.echo(sentence("erasures_unknown", day=f"{found.made_at:%d/%m/%Y}", age=age, **told))
