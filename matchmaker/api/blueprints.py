"""A part of the API: its callers are identified by token, and what it does not know it refuses."""

from __future__ import annotations

from typing import Any, ClassVar

import flask_smorest
from marshmallow import RAISE
from webargs.flaskparser import FlaskParser

from matchmaker.api import tokens


class StrictParser(FlaskParser):
    """Refuses unknown arguments of the query string as it does unknown fields of a body."""

    DEFAULT_UNKNOWN_BY_LOCATION: ClassVar[dict[str, str | None]] = {"json": None, "query": RAISE}


class Blueprint(flask_smorest.Blueprint):
    """A blueprint of the API under ``/api/v1``."""

    ARGUMENTS_PARSER = StrictParser()

    def __init__(self, name: str, import_name: str, url_prefix: str, **options: Any) -> None:
        super().__init__(name, import_name, url_prefix=url_prefix, **options)
        self.before_request(tokens.identify)
