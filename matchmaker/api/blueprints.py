"""A part of the API: its callers are identified by token, and what it does not know it refuses."""

from __future__ import annotations

import json
from typing import Any, ClassVar

import flask_smorest
from marshmallow import RAISE
from webargs.flaskparser import FlaskParser, abort

from matchmaker.api import tokens
from matchmaker.errors import InvalidRecord
from matchmaker.wording.errors import message

PROBLEMS = ("401", "403", "404", "422", "default")
HEADERS = {"post": ("IdempotencyKey",), "put": ("IfMatch",), "patch": ("IfMatch",), "delete": ("IfMatch",)}


class KeyGivenTwice(Exception):
    """A JSON object gives a name twice; which value was meant, nobody knows."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise KeyGivenTwice(name)
        found[name] = value
    return found


class StrictParser(FlaskParser):
    """Refuses unknown arguments of the query string like unknown fields of a body, and what is no JSON."""

    DEFAULT_UNKNOWN_BY_LOCATION: ClassVar[dict[str, str | None]] = {"json": None, "query": RAISE}

    def _raw_load_json(self, req: Any) -> Any:
        """The body as JSON; one nested too deeply or with a number too long is none either.

        A body of another media type is refused (415), and so is an object that gives a name twice.
        """
        if not req.is_json:
            abort(415)
        try:
            return json.loads(req.get_data(cache=True), object_pairs_hook=_once_each)
        except KeyGivenTwice as error:
            raise InvalidRecord({error.name: [message("duplicate_key", {"value": error.name})]}) from None
        except (RecursionError, ValueError) as error:
            abort(400, exc=error, messages={"json": ["not_json"]})


class Blueprint(flask_smorest.Blueprint):
    """A blueprint of the API under ``/api/v1``."""

    ARGUMENTS_PARSER = StrictParser()

    def __init__(self, name: str, import_name: str, url_prefix: str, **options: Any) -> None:
        super().__init__(name, import_name, url_prefix=url_prefix, **options)
        self.before_request(tokens.identify)
        self._prepare_doc_cbks.append(_describe)


def _describe(operation: dict[str, Any], _info: Any, *, method: str, **_: Any) -> dict[str, Any]:
    """Say which problems an operation answers with, and which headers it reads."""
    operation["responses"] = operation.get("responses", {}) | dict.fromkeys(PROBLEMS, "Problem")
    operation["parameters"] = [*operation.get("parameters", []), *HEADERS.get(method, ())]
    return operation
