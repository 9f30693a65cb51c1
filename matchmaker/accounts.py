"""Signing in: Flask-Security over our own tables, with the attempts limited."""

from __future__ import annotations

from pathlib import Path

from flask import Flask, request
from flask_security import SQLAlchemyUserDatastore

from matchmaker.errors import NotFound
from matchmaker.extensions import db, limiter, security
from matchmaker.models import Role, User
from matchmaker.services.transaction import settle

TRANSLATIONS = Path(__file__).parent / "translations"


class Accounts(SQLAlchemyUserDatastore):
    """The tables of users and roles for Flask-Security, which commits through our own door."""

    def commit(self) -> None:
        """Keep what Flask-Security changed at the end of a request."""
        settle()


def init_app(app: Flask) -> None:
    """Bind Flask-Security and limit the attempts to sign in, by address and by account."""
    app.config.setdefault("SECURITY_I18N_DOMAIN", "messages")
    app.config.setdefault("SECURITY_I18N_DIRNAME", [str(TRANSLATIONS)])
    security.init_app(app, Accounts(db, User, Role))
    # Asking for the password again belongs to steps that the service does not have.
    app.view_functions["security.verify"] = _absent
    attempts = app.config["SIGN_IN_LIMIT"]
    view = app.view_functions["security.login"]
    by_address = limiter.limit(attempts, methods=["POST"])
    by_account = limiter.limit(attempts, methods=["POST"], key_func=_account)
    app.view_functions["security.login"] = by_address(by_account(view))


def _absent() -> None:
    raise NotFound


def _account() -> str:
    """The account that an attempt is for."""
    return "account:" + request.form.get("email", "").strip().casefold()[:254]
