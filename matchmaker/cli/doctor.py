"""``matchmaker doctor``: looks whether everything the service needs is there and whole."""

from __future__ import annotations

import click

from matchmaker.cli.application import in_application
from matchmaker.services.health import findings
from matchmaker.wording.commands import sentence


@click.command("doctor")
@in_application
def command() -> None:
    """Check Python, data folder, database, tables, audit trail, reference data and front end."""
    bad = 0
    for finding in findings():
        bad += not finding.good
        mark = click.style("✓", fg="green") if finding.good else click.style("✗", fg="red")
        click.echo(f"{mark} {sentence(finding.code, **finding.facts)}")
    click.echo(sentence("doctor_bad", count=bad) if bad else sentence("doctor_ok"))
    if bad:
        raise SystemExit(1)
