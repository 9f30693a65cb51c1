"""``matchmaker migrate``: the tables brought to the present version, and nothing else."""

from __future__ import annotations

import click

from matchmaker.cli.application import in_application, migrate
from matchmaker.wording.commands import sentence


@click.command("migrate")
@in_application
def command() -> None:
    """Bring the tables to the present version; no data are loaded."""
    migrate()
    click.echo(sentence("migrated"))
