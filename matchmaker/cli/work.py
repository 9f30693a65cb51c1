"""``matchmaker work``: carries out background jobs until it is stopped."""

from __future__ import annotations

import logging

import click

from matchmaker.cli.application import application
from matchmaker.services.calendar import today
from matchmaker.services.reference import scoring_context
from matchmaker.wording.commands import sentence


@click.command("work")
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1, 32), help="Jobs at once.")
def command(workers: int) -> None:
    """Carry out background jobs. ``serve`` runs one by itself; more may run on other machines."""
    logging.basicConfig(level=logging.WARNING)
    app = application()
    with app.app_context():
        scoring_context(today())  # built before the first job comes, not by it
    click.echo(sentence("working"))
    consumer = app.extensions["huey"].create_consumer(
        workers=workers, periodic=True, worker_type="thread", max_delay=1.0
    )
    consumer.run()
