"""Signing in: Flask-Security over our own tables, with the attempts limited."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from flask import Flask, request
from flask_login import user_logged_out
from flask_security import LoginForm, SQLAlchemyUserDatastore
from flask_security.utils import validate_redirect_url
from wtforms import Field, StringField
from wtforms.validators import DataRequired

from matchmaker.errors import NotFound
from matchmaker.extensions import db, limiter, security
from matchmaker.models import Role, User
from matchmaker.queries.users import by_email
from matchmaker.services.import_parties import digits
from matchmaker.services.transaction import settle
from matchmaker.services.users import end_sessions

TRANSLATIONS = Path(__file__).parent / "translations"


class Accounts(SQLAlchemyUserDatastore):
    """The tables of users and roles for Flask-Security, which commits through our own door."""

    def commit(self) -> None:
        """Keep what Flask-Security changed at the end of a request."""
        settle()


class SignInForm(LoginForm):  # type: ignore[misc] # the library's base is untyped
    """Sign-in name (an e-mail address or a telephone) and password.

    An address to go to that is not ours is left out and never said to be wrong.
    """

    email = StringField(validators=[DataRequired()])

    def validate(self, **options: Any) -> bool:
        """Find whose name it is before the library compares the password."""
        name = (self.email.data or "").replace("\x00", "").strip()[:254]  # no database takes a NUL
        self.ifield = self.email
        self.user = by_email(name if "@" in name else digits(name))
        return bool(super().validate(**options))

    def validate_next(self, field: Field) -> None:
        """Forget a page to come back to that lies elsewhere; the first page takes its place."""
        if field.data and not validate_redirect_url(field.data):
            field.data = ""


def init_app(app: Flask) -> None:
    """Bind Flask-Security and limit the attempts to sign in, by address and by account."""
    app.config.setdefault("SECURITY_I18N_DOMAIN", "messages")
    app.config.setdefault("SECURITY_I18N_DIRNAME", [str(TRANSLATIONS)])
    security.init_app(app, Accounts(db, User, Role), login_form=SignInForm)
    user_logged_out.connect(_end_sessions, app)
    # Asking for the password again belongs to steps that the service does not have.
    app.view_functions["security.verify"] = _absent
    attempts = app.config["SIGN_IN_LIMIT"]
    view = app.view_functions["security.login"]
    by_address = limiter.limit(attempts, methods=["POST"])
    by_account = limiter.limit(attempts, methods=["POST"], key_func=_account)
    app.view_functions["security.login"] = by_address(by_account(view))


def _end_sessions(_app: Flask, user: User, **_: Any) -> None:
    """A copy of the session, kept by anybody, ends with it."""
    if user.is_authenticated:
        end_sessions(user.id)


def _absent() -> None:
    raise NotFound


def _account() -> str:
    """The account that an attempt is for."""
    name = request.form.get("email", "").strip().casefold()[:254]
    return "account:" + (name if "@" in name else digits(name))
