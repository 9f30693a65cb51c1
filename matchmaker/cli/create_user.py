"""``matchmaker create-user``: a person who may sign in, and on request a token for the API."""

from __future__ import annotations

import secrets

import click

from matchmaker.cli.application import in_application, migrate
from matchmaker.models import EVERYWHERE
from matchmaker.permissions import ROLES
from matchmaker.queries.users import by_email
from matchmaker.services import users
from matchmaker.wording.commands import sentence


@click.command("create-user")
@click.argument("email")
@click.option("--role", "roles", multiple=True, type=click.Choice(sorted(ROLES)), help="May be repeated.")
@click.option("--name", default="", help="The person's name.")
@click.option("--province", "provinces", multiple=True, help="Where an officer may act; repeat; * is all.")
@click.option("--organisation", default=None, help="Id of the organisation the person speaks for.")
@click.option("--password", default=None, help="At least 10 characters; made up and shown when absent.")
@click.option("--token", is_flag=True, help="Print a token for the API.")
@in_application
def command(
    email: str,
    roles: tuple[str, ...],
    name: str,
    provinces: tuple[str, ...],
    organisation: str | None,
    password: str | None,
    token: bool,
) -> None:
    """Create a user; makes the tables where there are none yet.

    With --token and the address of a user that exists: a further token for that user.
    """
    migrate()
    user = by_email(email) if token and not roles else None
    if user is None:
        if not roles:
            raise click.UsageError("--role is needed for a new user")
        chosen = password or secrets.token_urlsafe(12)
        places = provinces or ((EVERYWHERE,) if "officer" in roles else ())
        user = users.create(email, roles, chosen, name=name, provinces=places, organisation_id=organisation)
        click.echo(sentence("user_created", email=user.email), err=True)
        if not password:
            click.echo(sentence("password", password=chosen), err=True)
    if token:
        click.echo(sentence("token", token=""), err=True)
        click.echo(users.issue_token(user, "create-user"))
