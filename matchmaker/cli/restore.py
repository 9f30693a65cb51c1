"""``matchmaker restore``: a backup put into the database, all or nothing."""

from __future__ import annotations

import click

from matchmaker.cli.application import in_application, migrate
from matchmaker.exchange.jsonlines import opened
from matchmaker.services import archives
from matchmaker.wording.commands import sentence


@click.command("restore")
@click.argument("file", metavar="F")
@click.option("--replace", is_flag=True, help="Delete what the database holds now.")
@in_application
def command(file: str, replace: bool) -> None:
    """Bring the tables up to date and put the backup F into them ("-" is standard input).

    A database that holds anything is left alone unless --replace is given. Stop the service before.
    """
    migrate()
    try:
        with opened(file) as source:
            counts = archives.load(source, replace=replace)
    except OSError as error:
        raise click.FileError(file, hint=error.strerror or str(error)) from error
    click.echo(sentence("restored", file=file, rows=sum(counts.values())))
