"""The application for commands that need the database.

It is found by name, since the commands may not import the pages and the API, which are their siblings.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

import click
import psycopg
from environs import EnvError
from flask import Flask
from sqlalchemy.exc import OperationalError
from werkzeug.utils import import_string

from matchmaker.errors import DomainError
from matchmaker.wording.errors import sentence

P = ParamSpec("P")
R = TypeVar("R")


def application(**settings: Any) -> Flask:
    """A new application with the settings of the environment.

    Raises ``ClickException`` where a setting, the data folder or the database lets none be made.
    """
    create_app: Callable[..., Flask] = import_string("matchmaker:create_app")
    try:
        return create_app(settings)
    except (EnvError, OSError, psycopg.Error) as error:
        raise _told("cannot_start", {"reason": str(error)}) from error


def in_application(function: Callable[P, R]) -> Callable[P, R]:
    """Run a command inside an application; a refusal of the service is told in both languages."""

    @wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        with application().app_context():
            try:
                return function(*args, **kwargs)
            except DomainError as error:
                raise _told(error.code, error.facts) from error
            except OperationalError as error:
                raise _told("database_failed", {"reason": str(error.orig)}) from error

    return run


def _told(code: str, facts: dict[str, Any]) -> click.ClickException:
    return click.ClickException(" · ".join(sentence(code, facts, language) for language in ("vi", "en")))


def migrate() -> None:
    """Bring the tables to the present version."""
    from flask_migrate import upgrade

    upgrade()
