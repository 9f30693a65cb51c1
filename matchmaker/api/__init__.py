"""/api/v1: the records, matches and decisions for scripts, by bearer token. Described in openapi.json."""

from __future__ import annotations

from flask import Flask

from matchmaker.api import (
    conferences,
    demands,
    description,
    docs,
    introductions,
    matches,
    offers,
    pools,
    registrations,
    search,
    ways,
)
from matchmaker.extensions import csrf, rest

BLUEPRINTS = (
    offers.blueprint,
    demands.blueprint,
    matches.blueprint,
    introductions.blueprint,
    ways.blueprint,
    pools.blueprint,
    conferences.blueprint,
    search.blueprint,
    registrations.blueprint,
)


def init_app(app: Flask) -> None:
    """Give an application its API. A token instead of a cookie needs no protection from forged forms."""
    app.json.ensure_ascii = False  # type: ignore[attr-defined] # Vietnamese stays readable, and half as long
    rest.init_app(app)
    description.describe(rest)
    for blueprint in BLUEPRINTS:
        csrf.exempt(blueprint)
        rest.register_blueprint(blueprint)
    app.register_blueprint(docs.blueprint)
