"""``matchmaker create-organisation``: a producer, a buyer or a department, for whom people then act."""

from __future__ import annotations

import click
from marshmallow import ValidationError

from matchmaker.cli.application import in_application, migrate
from matchmaker.schemas.choices import CHANNELS
from matchmaker.schemas.organisations import LEGAL_FORMS, SIDES, OrganisationSchema
from matchmaker.services import organisations
from matchmaker.wording.commands import sentence


@click.command("create-organisation")
@click.argument("name")
@click.option("--side", required=True, type=click.Choice(SIDES))
@click.option("--id", "organisation_id", default=None, help="Made up when absent.")
@click.option("--legal-form", type=click.Choice(LEGAL_FORMS))
@click.option("--channel", type=click.Choice(sorted(CHANNELS)), help="A buyer's channel.")
@click.option("--tax-code")
@click.option("--province")
@click.option("--commune")
@click.option("--address", help="The registered one; never rewritten.")
@in_application
def command(name: str, organisation_id: str | None, **given: str | None) -> None:
    """Enter an organisation; prints its id, for create-user --organisation."""
    migrate()
    written = {"id": organisation_id, "name": name, **given}
    try:
        record = OrganisationSchema().load({key: value for key, value in written.items() if value})
    except ValidationError as error:
        told = [
            f"{field}: {one['vi']} · {one['en']}"
            for field, found in error.messages_dict.items()
            for one in found
        ]
        raise click.ClickException("\n".join(told)) from error
    organisation = organisations.register(record, None)
    click.echo(sentence("organisation_created", name=organisation.name), err=True)
    click.echo(organisation.id)
