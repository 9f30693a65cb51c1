"""Matchmaker: brings what remote producers have together with what buyers want, and says why.

``create_app`` makes the web application. Its imports stand inside it, so that commands which need no web
framework do not load one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from flask import Flask


def create_app(settings: Mapping[str, Any] | None = None) -> Flask:
    """The application; ``settings`` override those of the environment (tests, commands)."""
    from flask import Flask

    from matchmaker import accounts, api, config, extensions, jobs, refusals, request_cycle, web

    app = Flask(__name__)
    app.config.from_mapping(config.load() | dict(settings or {}))
    request_cycle.init_app(app)
    extensions.init_app(app)
    extensions.queue.init_app(app, jobs.install(app))
    web.init_app(app)
    api.init_app(app)
    accounts.init_app(app)
    refusals.init_app(app)
    return app
