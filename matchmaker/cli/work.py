"""``matchmaker work``: carries out background jobs until it is stopped."""

from __future__ import annotations

import logging
import os
import signal
import threading
import time

import click

from matchmaker.cli.application import application
from matchmaker.services import knowledge
from matchmaker.services.calendar import today
from matchmaker.wording.commands import sentence


@click.command("work")
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1, 32), help="Jobs at once.")
@click.option("--beside", type=int, hidden=True, help="Stop when this parent process is gone.")
def command(workers: int, beside: int | None) -> None:
    """Carry out background jobs. ``serve`` runs one by itself; more may run on other machines."""
    logging.basicConfig(level=logging.WARNING)
    if beside:
        threading.Thread(target=_stop_without, args=(beside,), daemon=True).start()
    app = application()
    with app.app_context():
        knowledge.context(today())  # built before the first job comes, not by it
    click.echo(sentence("working"))
    consumer = app.extensions["huey"].create_consumer(
        workers=workers, periodic=True, worker_type="thread", max_delay=1.0
    )
    consumer.run()


def _stop_without(parent: int) -> None:
    """Stop this process once its parent died without stopping it (kill -9, out of memory)."""
    while os.getppid() == parent:
        time.sleep(1)
    os.kill(os.getpid(), signal.SIGTERM)
