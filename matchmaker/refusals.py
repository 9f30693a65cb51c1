"""What went wrong, as an answer: the one place that turns errors into problem+json (API) and pages."""

from __future__ import annotations

import logging
from typing import Any

from flask import Flask, Response, jsonify, request
from flask_wtf.csrf import CSRFError
from marshmallow import ValidationError
from sqlalchemy.exc import DataError, OperationalError
from werkzeug.exceptions import HTTPException, MethodNotAllowed, SecurityError
from werkzeug.wrappers import Response as AnyResponse

from matchmaker.errors import Busy, DomainError, InvalidRecord
from matchmaker.schemas.base import worded
from matchmaker.web.failures import failure_page
from matchmaker.wording.errors import message

log = logging.getLogger(__name__)
RETRY_AFTER = {429: "60", 503: "5"}  # seconds
CODES = {
    400: "bad_request",
    401: "not_signed_in",
    403: "not_allowed",
    404: "not_found",
    405: "method_not_allowed",
    413: "too_big",
    415: "unsupported_media_type",
    422: "invalid",
    429: "too_many_requests",
    503: "busy",
}


def init_app(app: Flask) -> None:
    """Answer every error of an application."""
    app.register_error_handler(DomainError, _domain)
    app.register_error_handler(ValidationError, _validation)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(OperationalError, _database)
    app.register_error_handler(DataError, _unstorable)
    app.register_error_handler(Exception, _unforeseen)


def _domain(error: DomainError) -> AnyResponse:
    fields = error.messages if isinstance(error, InvalidRecord) else None
    return _answer(error.status, error.code, error.facts, fields)


def _validation(error: ValidationError) -> AnyResponse:
    return _answer(422, "invalid", {}, worded(error.messages))


def _http(error: HTTPException) -> AnyResponse:
    if error.response is not None:
        return error.response  # a redirect of the router
    if isinstance(error, SecurityError):  # a host that is not ours: no page, for it could name no address
        if request.path.startswith("/api/"):
            return _problem(400, "bad_host", {}, None)
        return AnyResponse("bad host", 400, content_type="text/plain")
    status = error.code or 500
    if status < 400:
        return error.get_response()
    data: dict[str, Any] = getattr(error, "data", None) or {}
    if status == 400 and "json" in data.get("messages", {}):
        return _answer(400, "not_json", {})
    answer = _answer(status, CODES.get(status, "bad_request"), {}, _by_field(data.get("messages")))
    if isinstance(error, MethodNotAllowed) and error.valid_methods:
        answer.headers["Allow"] = ", ".join(sorted(error.valid_methods))
    if isinstance(error, CSRFError):
        log.info("form without a valid token: %s", error.description)
    return answer


def _database(error: OperationalError) -> AnyResponse:
    if "locked" in str(error.orig):
        return _domain(Busy())
    return _unforeseen(error)


def _unstorable(error: DataError) -> AnyResponse:
    """Text that no table can hold (a NUL in an address), a number beyond all columns."""
    log.info("unstorable value at %s: %s", request.path, error.orig)
    return _answer(400, "bad_request", {})


def _unforeseen(error: Exception) -> AnyResponse:
    log.error("unforeseen error at %s %s", request.method, request.path, exc_info=error)
    return _answer(500, "internal", {})


def _by_field(messages: Any) -> dict[str, Any] | None:
    """Messages by field, without the part of the request (json, query) that they were found in."""
    if not messages:
        return None
    fields: dict[str, Any] = {}
    for found in messages.values():
        fields |= worded(found) if isinstance(found, dict) else {"_schema": worded(found)}
    return fields


def _answer(
    status: int, code: str, facts: dict[str, Any], fields: dict[str, Any] | None = None
) -> Response | AnyResponse:
    if request.path.startswith("/api/"):
        answer = _problem(status, code, facts, fields)
    else:
        answer = failure_page(status, code, facts)
    if status in RETRY_AFTER:
        answer.headers["Retry-After"] = RETRY_AFTER[status]
    return answer


def _problem(status: int, code: str, facts: dict[str, Any], fields: dict[str, Any] | None) -> Response:
    """An answer as RFC 9457 has it, with the sentence in both languages and the messages by field."""
    words = message(code, facts)
    body: dict[str, Any] = {
        "type": "about:blank",
        "title": words["en"],
        "title_vi": words["vi"],
        "status": status,
        "code": code,
    }
    if fields:
        body["errors"] = fields
    answer = jsonify(body)
    answer.status_code = status
    answer.content_type = "application/problem+json"
    if status == 401:
        answer.headers["WWW-Authenticate"] = 'Bearer realm="matchmaker"'
    return answer
