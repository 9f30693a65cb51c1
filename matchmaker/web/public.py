"""Pages for everyone: the way in, and the language."""

from __future__ import annotations

from flask import Blueprint, current_app, redirect, request
from werkzeug.wrappers import Response

from matchmaker.web.language import remember
from matchmaker.web.navigation import start, way_back

blueprint = Blueprint("public", __name__)


@blueprint.get("/")
def home() -> Response:
    """To the first page the person may open, or to signing in."""
    return redirect(start())


@blueprint.post("/language")
def choose_language() -> Response:
    """Keep the chosen language and return to the page."""
    response = redirect(way_back(request.form.get("back", "")))
    secure = bool(current_app.config["SESSION_COOKIE_SECURE"])
    return remember(response, request.form.get("language", ""), secure=secure)
