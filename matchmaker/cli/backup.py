"""``matchmaker backup``: the whole database in one file, while the service runs."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from matchmaker.cli.application import in_application
from matchmaker.services import archives
from matchmaker.wording.commands import sentence


@click.command("backup")
@click.argument("file", metavar="F")
@in_application
def command(file: str) -> None:
    """Write everything to F (.json.gz; "-" is standard output), readable by its owner alone.

    The same file can be restored into SQLite or PostgreSQL. It holds personal data.
    """
    if file == "-":
        archives.save(sys.stdout.buffer)
        return
    part = Path(f"{file}.part")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as target:
            counts = archives.save(target)
            target.flush()
            os.fsync(target.fileno())
        part.replace(file)
    except OSError as error:
        raise click.FileError(file, hint=error.strerror or str(error)) from error
    finally:
        part.unlink(missing_ok=True)
    click.echo(sentence("backed_up", file=file, rows=sum(counts.values())))
