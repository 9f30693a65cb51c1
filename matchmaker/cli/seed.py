"""``matchmaker seed``: tables and demonstration data into an empty database."""

from __future__ import annotations

import click

from matchmaker.cli.application import in_application, migrate
from matchmaker.services import matches, seeding, unlock_reports
from matchmaker.wording.commands import sentence


@click.command("seed")
@in_application
def command() -> None:
    """Make the tables, and load the demonstration data if the database is empty. Never overwrites."""
    migrate()
    click.echo(sentence("migrated"))
    load_demo()
    print_logins()


def load_demo() -> None:
    """Load and rank the demonstration data, or say that there are data already."""
    if not seeding.is_empty():
        click.echo(sentence("not_empty"))
        return
    click.echo(sentence("seeding"))
    loaded = seeding.load_demo()
    if loaded:
        matches.rank_demands(matches.stale())
        unlock_reports.refresh()
        click.echo(sentence("seeded", offers=loaded.offers, demands=loaded.demands))


def print_logins() -> None:
    """Tell the demonstration users, where this is a database of the demonstration."""
    logins = seeding.logins()
    if logins:
        click.echo(sentence("logins", password=seeding.DEMO_PASSWORD))
        for role, address in logins:
            click.echo(f"  {address:<24} {role}")
