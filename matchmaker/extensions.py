"""The Flask extensions, made once and bound to an application by ``create_app``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from flask import Flask, current_app
from flask_babel import Babel
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_migrate import Migrate
from flask_security import Security
from flask_smorest import Api
from flask_sqlalchemy import SQLAlchemy
from flask_wtf import CSRFProtect

MIGRATIONS = Path(__file__).parent / "migrations"


class Description(Api):
    """The API's description; its errors are answered by ``matchmaker.refusals`` like all others."""

    def _register_error_handlers(self) -> None:
        """Leave them to the application."""


# Objects stay readable after a commit: what a use case returns can be shown without another SELECT.
db = SQLAlchemy(session_options={"expire_on_commit": False})
migrate = Migrate()
csrf = CSRFProtect()
babel = Babel()
limiter = Limiter(get_remote_address)
security = Security()
rest = Description()


class Queue:
    """The door to the job queue for entry points: they name a job, ``matchmaker.jobs`` knows what it does."""

    def init_app(self, app: Flask, jobs: dict[str, Callable[..., Any]]) -> None:
        """Bind the queue's tasks (name → callable that enqueues) to an application."""
        app.extensions["matchmaker-jobs"] = jobs

    def defer(self, job: str, *arguments: str) -> None:
        """Enqueue a job by name. Call it after the commit of what the job reads."""
        current_app.extensions["matchmaker-jobs"][job](*arguments)


queue = Queue()


def init_app(app: Flask) -> None:
    """Bind the extensions that need nothing but the application."""
    db.init_app(app)
    migrate.init_app(app, db, directory=str(MIGRATIONS))
    csrf.init_app(app)
    limiter.init_app(app)
